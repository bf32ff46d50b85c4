"""What arrives over the connection is a message, or nothing; never a fault."""

from hypothesis import given
from hypothesis import strategies as st

from bot.wechat import IncomingKind
from bot.wecom.bot_frames import is_replaced, message_of_frame

_NAMES = st.sampled_from(
    [
        "cmd",
        "headers",
        "req_id",
        "body",
        "msgid",
        "from",
        "userid",
        "msgtype",
        "text",
        "content",
        "mixed",
        "msg_item",
        "event",
        "eventtype",
        "chattype",
        "chatid",
        "voice",
        "group",
        "enter_chat",
    ]
)
_LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | _NAMES
_JSON = st.recursive(_LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner))


def message(**body):
    """The message of a frame with this body."""
    given = {"msgid": "1", "from": {"userid": "zhangsan"}, "msgtype": "text", **body}
    frame = {"cmd": "aibot_msg_callback", "headers": {"req_id": "r"}, "body": given}
    read = message_of_frame(frame, "robot")
    return read.message if read else None


@given(st.dictionaries(_NAMES, _JSON))
def test_whatever_arrives_is_read_without_a_fault(frame):
    """Fields of other kinds than documented count as missing."""
    read = message_of_frame(frame, "robot")
    assert read is None or (read.request and read.message.sender)
    assert is_replaced(frame) in (True, False)


def test_a_name_before_the_words_is_cut_in_groups_alone():
    """Alone with the robot somebody may well begin with a sign of their own."""
    words = "@政策助手 冰箱换新"
    group = {"chattype": "group", "chatid": "wr1"}
    assert message(text={"content": words}, **group).words == "冰箱换新"
    assert message(text={"content": "冰箱换新 有补贴吗"}, **group).words == "冰箱换新 有补贴吗"
    assert message(text={"content": words}).words == words


def test_a_picture_alone_has_no_words_and_one_beside_words_has_theirs():
    """Of several pieces of text all are read."""
    picture = {"msgtype": "image", "image": {"url": "https://example.com/1"}}
    pieces = [{"msgtype": "text", "text": {"content": said}} for said in ("冰箱", "换新")]
    assert message(msgtype="mixed", mixed={"msg_item": [picture]}).kind is IncomingKind.OTHER
    both = message(msgtype="mixed", mixed={"msg_item": [pieces[0], picture, pieces[1]]})
    assert (both.kind, both.words) == (IncomingKind.WORDS, "冰箱 换新")
