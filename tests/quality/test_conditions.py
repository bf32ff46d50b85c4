"""Judged condition lines: no false 符合, and the share that is right, over bundled and invented notices."""

from pathlib import Path

import pytest

from tests.quality.condition_scoring import figures, judge

HERE = Path(__file__).parent
LEAST_RIGHT = {
    "conditions.jsonl": 0.98,
    "more_conditions.jsonl": 0.98,
    "third_conditions.jsonl": 0.95,
    "fourth_conditions.jsonl": 0.9,
}
"""A little below what was reached on 2026-11-29."""


@pytest.fixture(scope="module", params=LEAST_RIGHT)
def judged(request):
    """The name of a set and its lines, each set judged once."""
    return request.param, judge(HERE / request.param, HERE / "rules")


def test_no_verdict_is_a_confident_wrong_word(judged):
    """Nobody is told 符合 or 不符合 where a reader of the text says otherwise."""
    _, lines = judged
    assert [line for line in lines if line.fault.startswith("false")] == []


def test_plain_cases_get_their_verdict(judged):
    """The share of lines that are right, silence counted as a fault where the case is plain."""
    name, lines = judged
    assert figures(lines)["right"] / len(lines) >= LEAST_RIGHT[name]
