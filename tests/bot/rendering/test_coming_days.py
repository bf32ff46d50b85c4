"""Days of a measure that are still to come."""

from dataclasses import replace
from datetime import date

from bot.answering.assistant import Assistant
from bot.rendering import days_to_come
from corpus.records import State
from tests.bot.fakes import FRIDGE, SHIPS, FakeCatalog, found

THEN = date(2024, 10, 1)


def shown(measure_id=FRIDGE.id, **changed):
    """A measure as of a day on which its term runs."""
    made = Assistant(FakeCatalog(), found(measure_id)).show(measure_id, as_of=THEN)
    return replace(made, **changed)


def days(measure, today=THEN):
    """(day, summary) of each entry."""
    return [(entry.day, entry.summary.rpartition("：")[2]) for entry in days_to_come(measure, today)]


def test_the_last_day_of_a_term_is_remembered_until_it_is_over():
    """31 December 2024 counts; the day after there is nothing to come."""
    assert days(shown()) == [(date(2024, 12, 31), "政策有效期的最后一天")]
    assert days(shown(), date(2024, 12, 31)) != []
    assert days(shown(), date(2025, 1, 1)) == []


def test_a_deadline_counts_to_the_last_day_of_its_month():
    """Earlier ones come first."""
    assert days(shown(deadline="2024年11月底前")) == [
        (date(2024, 11, 30), "完成时限（2024年11月底前）"),
        (date(2024, 12, 31), "政策有效期的最后一天"),
    ]


def test_a_deadline_without_a_day_is_none():
    """长期 and 即时 end on no day."""
    assert days(shown(deadline="长期")) == days(shown())


def test_what_does_not_apply_or_is_over_has_no_days():
    """Of the ships the document says that they are not supported here."""
    assert days(shown(SHIPS.id)) == []
    over = replace(shown().validity, state=State.EXPIRED)
    assert days(shown(validity=over)) == []


def test_an_entry_says_where_it_stands_and_whom_to_call():
    """With the words of the term as printed."""
    (entry,) = days_to_come(shown(), THEN, "https://zc.example.gov.cn/m/1")
    for words in ("周政办字〔2024〕11号第19项", "有效期至2024年12月31日", "0533-6195136", "以文件原文"):
        assert words in entry.description
    assert entry.url == "https://zc.example.gov.cn/m/1"


def test_the_same_day_of_the_same_measure_has_the_same_name():
    """So that a file opened twice is one entry; another day has another."""
    (first,), (again,) = days_to_come(shown(), THEN), days_to_come(shown(), date(2024, 11, 1))
    both = days_to_come(shown(deadline="2024年11月"), THEN)
    assert first.name == again.name
    assert len({entry.name for entry in both}) == 2


def test_the_last_day_to_apply_is_remembered_where_a_sentence_prints_it():
    """Also without a deadline of its own; a day that the term says is not said twice."""
    text = "申报截止时间为2024年11月15日，逾期不予受理。本政策执行期限至2024年12月31日。"
    assert days(shown(text=text)) == [
        (date(2024, 11, 15), "最后一天（申报截止时间为2024年11月15日）"),
        (date(2024, 12, 31), "政策有效期的最后一天"),
    ]
