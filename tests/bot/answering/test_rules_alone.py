"""What no rule answers stays refused, and what does not apply here is said."""

import pytest

from bot.answer import Ask, Status
from bot.app import make_assistant
from tests.quality.conftest import AS_OF


@pytest.fixture(scope="module")
def ask(shared_homes):
    return make_assistant(shared_homes.bundled()).ask


@pytest.mark.parametrize("question", ["高考报名", "高考什么时候", "技师学院报名", "市长是谁"])
def test_a_chronicle_rules_nothing(ask, question):
    """It tells that somebody visited the place of an examination."""
    assert ask(Ask(question, as_of=AS_OF)).status is Status.NOT_COVERED


@pytest.mark.parametrize("question", ["索道改造补贴", "缆车补贴", "景区缆车换新补助"])
def test_what_does_not_apply_here_is_said_also_where_it_gives_nothing(ask, question):
    """周政办字〔2024〕11号第11项 says so of 索道缆车."""
    assert "不适用于周村" in ask(Ask(question, region="周村", as_of=AS_OF)).text


def test_the_year_of_a_chronicle_counts(ask):
    """The one at hand is of 2021."""
    answer = ask(Ask("聊城市2020年6月8日大事", as_of=AS_OF))
    assert answer.status is Status.NOT_COVERED
    assert "2020年6月8日" in answer.text


def test_who_leads_and_who_helps_is_one_question(ask):
    """谁配合 names no matter of its own."""
    text = ask(Ask("充电桩建设谁牵头，谁配合", region="周村", as_of=AS_OF)).text
    assert "谁配合”" not in text
    assert "区财政局" in text
