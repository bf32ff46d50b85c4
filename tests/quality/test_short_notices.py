"""What people ask of an office's short notice: for whom, how much, until when, where, at what hours."""

import pytest

from bot.answer import Ask, Status
from bot.app import make_assistant
from tests.quality.conftest import AS_OF, NOTICES


@pytest.fixture(scope="module")
def with_notice(shared_homes):
    """The assistant after the notice on repairs was added."""
    return make_assistant(shared_homes.with_notices("repairs", [NOTICES / "heyuan_xiufang.txt"]))


@pytest.mark.parametrize(
    ("question", "item", "words"),
    [
        ("禾源县修危房D级一户补多少", "二", "每户补助21000元"),
        ("禾源县危房修缮一户多少", "二", "每户补助8000元"),
        ("禾源县修危房到几号截止", "四", "9月30日"),
        ("禾源县危房补助周六有人办吗", "四", "周一至周六"),
        ("禾源县修危房窗口几点下班", "四", "下午14:30—17:30"),
        ("禾源县修危房去哪个窗口", "四", "长青路12号"),
        ("禾源县危房申请补助去哪个窗口，地址在哪", "四", "长青路12号"),
        ("禾源县修危房要带啥", "三", "宅基地证复印件"),
        ("禾源县哪些人能申请危房修缮", "一", "房主没有其他住房"),
        ("禾源县谁能申请危房补助", "一", "房主没有其他住房"),
        ("禾源县修危房要什么条件", "一", "房主没有其他住房"),
        ("禾源县修危房打哪个电话", "五", "8811306"),
    ],
)
def test_the_article_that_says_it_answers(with_notice, question, item, words):
    """Each is said in one article of the notice, and in no other."""
    answer = with_notice.ask(Ask(question, as_of=AS_OF))
    assert answer.status is Status.ANSWERED
    assert answer.measures[0].item == item
    assert words in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "禾源县危房保险一户补多少",
        "禾源县危房搬家一户补多少",
        "禾源县高龄津贴一个月多少",
        "禾源县民政局几点上班",
    ],
)
def test_another_matter_of_that_place_is_refused(with_notice, question):
    """The notice is on repairs alone; its sums and hours are of nothing else."""
    assert with_notice.ask(Ask(question, as_of=AS_OF)).status is Status.NOT_COVERED


@pytest.mark.parametrize("question", ["禾源县路灯谁修", "禾源县公交车谁管"])
def test_whoever_does_what_the_notice_is_about_is_not_named_for_something_else(with_notice, question):
    """The unit for repairs has nothing to do with lamps and buses."""
    answer = with_notice.ask(Ask(question, as_of=AS_OF))
    assert answer.status is Status.NOT_COVERED
    assert "8811306" not in answer.text
