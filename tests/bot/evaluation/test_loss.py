"""Why a question lost points, over one notice of two items."""

from datetime import date

import pytest

from bot.evaluation.loss import why_lost
from bot.evaluation.workbench import Questions
from retrieval.fitting.judged import Gold, JudgedQuestion

NUMBER = "周政办字〔2023〕90号"
RATE = "残疾人机动轮椅车燃油补贴标准提高到每车每年多少元"


@pytest.fixture
def why(notice_bench):
    """The reason for a question of that wording whose right measure holds that evidence."""

    def told(q, evidence=None):
        gold = (Gold(NUMBER, evidence),) if evidence else ()
        return why_lost(notice_bench, JudgedQuestion("q", q, "", "", gold), date(2026, 11, 21), Questions.ALL)

    return told


def test_a_right_measure_further_down_is_named_with_what_it_lacks(why):
    """Item 二 says who gets it; asked for the rate it stands behind item 一."""
    assert why(RATE, "持有第二代残疾人证").startswith(f"应为 {NUMBER}#二，排第2；比第一条差在 ")


def test_a_right_measure_on_top_lost_something_else(why):
    """Item 一 is first: contacts or facts were missing."""
    assert "正确的一条已在第一" in why(RATE, "每车每年300元")


def test_evidence_that_stands_nowhere_is_told(why):
    """No measure says 900."""
    assert why(RATE, "每车每年900元") == "库里没有一条含有标准答案的原句"


def test_a_refusal_is_told_with_chance_and_threshold(why):
    """临沂 is another place; the right measure was there."""
    told = why("临沂残疾人机动轮椅车燃油补贴多少", "每车每年300元")
    assert told.startswith("拒答：问的是没有收录的地方；把握 ")
    assert f"应为 {NUMBER}#一" in told


def test_an_answer_that_should_be_none_is_told_with_what_carried_it(why):
    """A question without a right measure."""
    assert why(RATE).startswith("不该答：把握 ")


def test_nothing_to_look_up_finds_nothing(why):
    """An empty question."""
    assert why("", "每车每年300元") == "没有查到任何条目。"
