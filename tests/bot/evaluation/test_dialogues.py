"""Judging the turns of dialogues."""

from datetime import date

import pytest

from bot.answer import Answer, Status
from bot.evaluation.dialogues import Dialogue, faults, play


def answer(text: str, status: Status = Status.ANSWERED) -> Answer:
    """An answer without measures."""
    return Answer("问", date(2026, 11, 29), status, text)


@pytest.mark.parametrize(
    ("expected", "missing"),
    [
        ({"statuses": ["answered", "chat"]}, ()),
        ({"statuses": ["not_covered", "chat"]}, ("status not_covered/chat",)),
        ({"facts_any": ["8 万元", "4万元"]}, ()),
        ({"facts_any": ["9万元", "4万元"]}, ("facts 9万元/4万元",)),
        ({"not_evidence": ["每个乡镇"], "allowed": ["别的"]}, ()),
    ],
)
def test_columns_that_leave_a_choice(expected, missing):
    """One of several statuses or facts is enough; an answer without measures has strayed to none."""
    assert faults(answer("每个乡镇8万元"), expected) == missing


def test_the_kind_of_a_turn_is_the_first_word_of_its_note():
    """What the figures are counted by."""
    turns = (("电话呢", {"note": "follow; spoken"}), ("谢谢", {}))
    played = play([Dialogue("d", turns)], lambda ask: answer(ask.question))
    assert [turn.kind for turn in played] == ["follow", ""]
