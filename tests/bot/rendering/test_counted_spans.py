"""Spans of working days that a measure prints."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answering.assistant import Assistant
from bot.rendering import counted_days, working_spans
from tests.bot.fakes import FRIDGE, FakeCatalog, found


def shown(text):
    """A measure of that text."""
    made = Assistant(FakeCatalog(), found(FRIDGE.id)).show(FRIDGE.id)
    return replace(made, text=text)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("对困难问题，在三个工作日内予以协调解决。", [3]),
        ("自受理之日起15个工作日内办结；特殊情况二十个工作日之内。", [15, 20]),
        ("办理报装时间不超过3个工作日；有外线工程的不超过4个工作日。", [3, 4]),
        ("名单公示7个工作日。压缩至2个工作日。", []),
        ("15 个工作\n日内办结", [15]),
        ("30日内办结", []),
    ],
)
def test_spans_are_read_with_their_clause(text, counts):
    """What is only shown for some days, or an average, is no term."""
    assert [span.count for span in working_spans(shown(text))] == counts


def test_the_last_day_of_a_span_is_an_entry_with_its_words():
    """Counted from the day after."""
    (entry,) = counted_days(shown("自受理之日起15个工作日内办结。"), date(2026, 11, 9))
    assert entry.day == date(2026, 11, 30)
    assert entry.summary.endswith("从2026年11月9日算起的第15个工作日")
    assert "“自受理之日起15个工作日内办结”" in entry.description
