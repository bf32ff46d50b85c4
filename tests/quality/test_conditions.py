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


@pytest.mark.parametrize("name", LEAST_RIGHT)
def test_no_verdict_is_a_confident_wrong_word(name):
    """Nobody is told 符合 or 不符合 where a reader of the text says otherwise."""
    wrong = [line for line in judge(HERE / name, HERE / "rules") if line.fault.startswith("false")]
    assert wrong == []


@pytest.mark.parametrize("name", LEAST_RIGHT)
def test_plain_cases_get_their_verdict(name):
    """The share of lines that are right, silence counted as a fault where the case is plain."""
    lines = judge(HERE / name, HERE / "rules")
    assert figures(lines)["right"] / len(lines) >= LEAST_RIGHT[name]
