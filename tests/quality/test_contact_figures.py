"""Whom to ask, over the bundled texts and over notices that an office adds."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.quality.conftest import AS_OF
from tests.quality.contact_scoring import judged, read_contact_questions

FOLDER = Path(__file__).parent
SETS = (FOLDER / "contacts.jsonl",)
"""Sets of questions; the notices that they name stand beside them."""

# What was reached on 2026-11-29.
FLOORS = {"first": 0.925, "depts": 0.925, "offices": 0.97, "phones": 0.925, "none wrong": 0.925, "all": 0.9}


@pytest.fixture(scope="module")
def points(assistant, with_notices):
    """What each question won, by its id."""
    questions = [question for path in SETS for question in read_contact_questions(path)]
    won = {}
    for over, added in ((assistant, False), (with_notices, True)):
        own = [question for question in questions if bool(question.docs) is added]
        won |= judged(own, lambda ask, over=over: over.ask(replace(ask, as_of=AS_OF)))
    return won


@pytest.mark.parametrize("point", FLOORS)
def test_contact_figure_holds(points, point):
    """No figure falls below its floor."""
    won = [all(each.values()) if point == "all" else each[point] for each in points.values()]
    lost = [name for name, right in zip(points, won, strict=True) if not right]
    assert sum(won) / len(won) >= FLOORS[point], lost
