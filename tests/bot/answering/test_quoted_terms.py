"""Whether what a quoted sentence grants has ended, beside the term of the document."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answering.quoting.quoted_terms import notice_terms, quoted_terms
from bot.rendering import source
from bot.rendering.render_text import join
from corpus.records import State, Validity
from tests.bot.fakes import DOCUMENT, SHIPS, measure
from tests.bot.rendering.test_reply import SHOWN

TRAINING = "政策受理期限截止到2020年12月31日。"
UNSTATED = replace(measure("3", (("", TRAINING),)), validity=Validity())


def test_a_term_that_is_over_has_ended_and_one_that_is_not_runs():
    """The last day counts."""
    states = [
        quoted_terms((TRAINING,), UNSTATED, None, day)[0].state
        for day in (date(2020, 12, 31), date(2021, 1, 1))
    ]
    assert states == [State.IN_FORCE, State.EXPIRED]


def test_the_term_that_the_measure_has_already_is_not_said_twice():
    """Row 23 of 周政办字〔2024〕11号 prints the only end, which is its validity."""
    words = "政策执行期延长至2025年12月31日"
    own = replace(UNSTATED, validity=Validity(until=date(2025, 12, 31), basis=words))
    assert quoted_terms((words,), own, None, date(2026, 1, 1)) == ()


def test_years_of_a_fund_stand_beside_the_term_of_the_document():
    """Row 7: the document ended with 2024, the money is for 2024-2025: both are said."""
    terms = quoted_terms((SHIPS.text,), SHIPS, None, date(2025, 6, 1))
    shown = replace(SHOWN, validity=replace(SHOWN.validity, state=State.EXPIRED), terms=terms)
    assert join([source(shown)]).splitlines()[-1] == (
        "引文里的期限：“2024-2025年”是安排资金的年份，到2025年12月31日，目前还没有过"
    )


def test_the_document_is_not_said_to_state_no_term_alone():
    """周政发〔2020〕27号 item 3: the document states none, the sentence does, and it has ended."""
    terms = quoted_terms((TRAINING,), UNSTATED, None, date(2026, 11, 29))
    unstated = replace(SHOWN.validity, state=State.UNSTATED, valid_from=None, until=None, basis="")
    lines = join([source(replace(SHOWN, validity=unstated, terms=terms))]).splitlines()
    assert lines[-2:] == [
        "有效期：整份文件未写明，引文里另有期限",
        "引文里的期限：“政策受理期限截止到2020年12月31日”，2020年12月31日已过，这个期限已经结束",
    ]


def notice(*articles):
    """A notice of these articles, numbered from 1, issued in 2026."""
    measures = (measure(str(number), (("", text),)) for number, text in enumerate(articles, 1))
    return replace(DOCUMENT, measures=tuple(measures), issued=date(2026, 10, 12))


AMOUNT, CLOSING = "每家企业补助5万元。", "申报截止时间为2026年11月15日，逾期不予受理。"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 15), "目前还没有结束"),
        (date(2026, 11, 16), "2026年11月15日已过"),
    ],
)
def test_whoever_asks_for_the_amount_is_told_until_when_the_notice_takes_applications(day, said):
    """Another article says it; where it stands is said too."""
    paper = notice(AMOUNT, CLOSING)
    terms = notice_terms(paper.measures[0], paper, day)
    line = join([source(replace(SHOWN, terms=terms))]).splitlines()[-1]
    assert line == f"申报期限：“申报截止时间为2026年11月15日”（第2项写明），{said}"


@pytest.mark.parametrize(
    "articles",
    [
        (AMOUNT, CLOSING, "报名时间：2026年12月1日至12月20日。"),
        (AMOUNT, "补贴执行期限至2026年12月31日。"),
        (AMOUNT, "会议于2026年11月15日召开。"),
        (CLOSING, AMOUNT),
        (AMOUNT, CLOSING, *["按规定办理。"] * 24),
        ("校车每人每学期收费180元。", CLOSING),
    ],
    ids=["two days", "the term of one article", "no term", "its own", "many matters", "a charge"],
)
def test_what_is_not_sure_to_close_the_whole_notice_is_not_said(articles):
    """Two days, other terms, the article itself, a document of many matters, what is paid."""
    paper = notice(*articles)
    assert notice_terms(paper.measures[0], paper, date(2026, 11, 29)) == ()


def test_the_day_of_one_step_closes_nothing_else():
    """网上报名 ends before 现场核验 begins, and neither says until when the allowance is applied for."""
    steps = ("网上报名：2026年7月1日至7月5日。", "现场核验：2026年7月8日至7月10日。")
    paper = notice(AMOUNT, *steps)
    amount, *times = paper.measures
    headed = tuple(replace(one, heading=("二、报名时间",)) for one in times)
    assert notice_terms(amount, paper, date(2026, 7, 6))
    assert notice_terms(amount, replace(paper, measures=(amount, *headed)), date(2026, 7, 6)) == ()
