"""Short, direct questions about notices that an office adds: their matter by its name, and what is asked."""

import json
from pathlib import Path

import pytest

from bot.answer import Ask, Status
from tests.quality.conftest import AS_OF, NOTICES

FILE = Path(__file__).with_name("direct.jsonl")

# What was reached on 2026-11-30; answered and right first a question less.
FLOORS = {"answered": 0.78, "right first": 0.76, "refused": 0.83}


def squeezed(text):
    return "".join(text.split())


@pytest.fixture(scope="module")
def points(with_notices):
    """Of each figure, which questions won it: those that a notice answers, and those that none does."""
    won = {name: {} for name in FLOORS}
    for row in map(json.loads, FILE.read_text("utf-8").splitlines()):
        answer = with_notices.ask(Ask(row["q"], as_of=AS_OF))
        answered = answer.status is Status.ANSWERED
        if row["evidence"] is None:
            won["refused"][row["q"]] = not answered
        else:
            won["answered"][row["q"]] = answered
            won["right first"][row["q"]] = answered and row["evidence"] in squeezed(answer.measures[0].text)
    return won


@pytest.mark.parametrize("name", FLOORS)
def test_direct_figure_holds(points, name):
    """No figure falls below its floor."""
    lost = [question for question, right in points[name].items() if not right]
    assert 1 - len(lost) / len(points[name]) >= FLOORS[name], lost


def test_what_is_asked_stands_in_one_notice():
    """Verbatim, and in no other."""
    notices = [squeezed(path.read_text("utf-8")) for path in NOTICES.glob("*.txt")]
    rows = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
    for words in filter(None, (row["evidence"] for row in rows)):
        assert sum(words in notice for notice in notices) == 1, words
