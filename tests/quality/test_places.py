"""Questions about places, judged from the source texts, against the real documents."""

from pathlib import Path

import pytest

from tests.quality.placing import score_places

FILE = Path(__file__).parent / "places.jsonl"

# As reached on 2026-11-29, when 18 of the 20 questions about a place without such a rule were right.
FLOORS = {"answered_own": (20, 20), "not_own": (18, 20), "ask_place": (8, 8)}


@pytest.fixture(scope="module")
def tally(assistant):
    return score_places(FILE, assistant.ask)


@pytest.mark.parametrize("expected", FLOORS)
def test_answers_are_of_the_place_or_say_whose_they_are(tally, expected):
    """A place with a rule gets it first, one without an honest no, and nobody takes one for the other."""
    right, asked, wrong = tally[expected]
    floor, of = FLOORS[expected]
    assert asked == of
    assert right >= floor, wrong
