"""How long something takes or lasts is told by the sentence of the notice that says it."""

import pytest

from bot.conversation.hearing.asked_spans import asked_span, named_beside
from tests.bot.conversation.said_turns import talk_over_notice
from tests.bot.fakes import FakeFinding, FakeHit

NUMBER = "青水发〔2026〕7号"
NOTICE = (
    "青禾县水务局关于二次供水维护的通知\n青水发〔2026〕7号\n各小区：\n"
    "一、电话。水泵停了打5550188，全天有人接听。\n"
    "二、到场。接到报修后城里40分钟、镇上2小时内到场。\n"
    "三、投诉。水费有疑问的书面提出，8个工作日内答复。\n"
    "四、证件。水质合格证有效期为2年。\n青禾县水务局\n2026年3月2日\n"
)


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        ("多长时间能来人", "2小时内到场"),
        ("那几天回信", "8个工作日内答复"),
        ("有效期几年", "有效期为2年"),
    ],
)
def test_the_sentence_that_says_it_is_quoted(tmp_path, turn, words):
    """Each stands in one article, and none in the one that is talked about."""
    say = talk_over_notice(tmp_path, NOTICE, {"水泵": FakeFinding(hits=(FakeHit(f"{NUMBER}#一"),))})
    say("水泵停了打哪个电话")
    assert words in say(turn).text


@pytest.mark.parametrize(
    ("question", "sentence", "printed"),
    [
        ("几天回信", "10个工作日内答复", True),
        ("多久来人", "10个工作日内答复", False),
        ("有效期几年", "有效期为30日", False),
        ("多少天能批下来", "20个工作日内审核完毕", True),
    ],
)
def test_a_time_is_of_what_takes_it(question, sentence, printed):
    """In the unit asked for, of the same event."""
    assert asked_span(question).is_printed_in(sentence) is printed


def test_what_names_a_matter_beside_a_time_is_told():
    """来 and 几天 name none."""
    assert named_beside("粪坑几天来抽") == "粪坑"
    assert named_beside("几天能来人") == ""
