"""What a turn asks of what was said before."""

import pytest

from bot.conversation.followups import Field, Move, is_reset, read_turn


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("那电话呢", Field.PHONE),
        ("打哪个电话问", Field.PHONE),
        ("这事找哪个科室", Field.OWNER),
        ("谁牵头", Field.OWNER),
        ("还有谁配合", Field.SUPPORT),
        ("要求什么时候完成", Field.DEADLINE),
        ("这个办法用到哪年为止", Field.VALIDITY),
        ("还有效吗", Field.VALIDITY),
        ("那能拿多少", Field.AMOUNT),
        ("有什么条件", Field.CONDITIONS),
        ("把全文发我看看", Field.FULL),
        ("出自哪个文件", Field.SOURCE),
    ],
)
def test_a_field_is_asked_for_without_a_matter(words, field):
    """Each phrase names this field and nothing that could be looked up."""
    turn = read_turn(words)
    assert field in turn.fields
    assert turn.content == ()


@pytest.mark.parametrize(
    ("words", "move", "place"),
    [
        ("第二个说细点", Move.NTH, 2),
        ("第3条呢", Move.NTH, 3),
        ("最后一个", Move.NTH, -1),
        ("第一个电话多少", Move.NTH, 1),
        ("第二条找谁", Move.NTH, 2),
        ("上一个呢", Move.PREVIOUS, 0),
        ("还有别的吗", Move.MORE, 0),
        ("还有吗", Move.MORE, 0),
        ("详细点", Move.DETAILS, 0),
        ("换个说法", Move.REPHRASE, 0),
        ("没看懂", Move.REPHRASE, 0),
        ("不是这个", Move.REJECT, 0),
    ],
)
def test_a_move_among_what_was_shown(words, move, place):
    """Each phrase is this move and names no matter."""
    turn = read_turn(words)
    assert (turn.move, turn.place, turn.content) == (move, place, ())


def test_a_matter_of_its_own_is_kept_whole():
    """What is left beside the words of fields is the matter; a chunk is never cut inside."""
    turn = read_turn("研发费用加计扣除归谁管")
    assert turn.content == ("研发费用加计扣除",)
    assert turn.fields == (Field.OWNER,)
    assert not turn.follows


def test_a_continuation_is_known_by_its_words():
    """那…呢 and 要是 lean on what was said, 刚才 points back."""
    assert read_turn("那改办托育园呢").leans
    assert read_turn("要是还买油车呢").leans
    assert read_turn("刚才管子那事找谁").refers


def test_places_can_be_declared_to_say_no_matter():
    """A turn of a place alone has no content once its name is given."""
    assert read_turn("济南呢", ("济南",)).content == ()


def test_a_reset_is_a_whole_message():
    """/reset ends a conversation, a question that holds the word does not."""
    assert is_reset("/reset")
    assert is_reset("重新开始")
    assert not is_reset("重新开始申报行吗")
