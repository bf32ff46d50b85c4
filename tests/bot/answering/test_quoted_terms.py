"""Whether what a quoted sentence grants has ended, beside the term of the document."""

from dataclasses import replace
from datetime import date

from bot.answering.quoted_terms import quoted_terms
from bot.rendering import source
from bot.rendering.render_text import join
from corpus.records import State, Validity
from tests.bot.fakes import SHIPS, measure
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
        "引文里的期限：“政策受理期限截止到2020年12月31日”，2020年12月31日已过，这一项已经结束",
    ]
