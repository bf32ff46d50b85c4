"""The form of the third and fourth question sets: what can be checked without asking the assistant."""

import json
from pathlib import Path

import pytest

from tests.quality.forms import FIELDS, KINDS, holders, unprinted

SETS = {"third": ("t", 160, 120), "fourth": ("q", 120, 84)}
"""Letter of the ids, questions, and how many of them are answerable."""

_QUESTIONS = {
    name: [
        json.loads(line)
        for line in (Path(__file__).parent / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    for name in SETS
}
_ALL = [question for questions in _QUESTIONS.values() for question in questions]
_ANSWERABLE = [question for question in _ALL if question["gold"]]


@pytest.mark.parametrize("name", SETS)
def test_lines_are_counted_and_unique(name):
    """No id and no question stands twice."""
    letter, count, answerable = SETS[name]
    questions = _QUESTIONS[name]
    assert [question["id"] for question in questions] == [f"{letter}{n:03d}" for n in range(1, count + 1)]
    assert sum(bool(question["gold"]) for question in questions) == answerable
    assert len({question["q"] for question in questions}) == count


@pytest.mark.parametrize("question", _ALL, ids=lambda question: question["id"])
def test_fields_are_known(question):
    """Fields, users, kinds and places are those of the other sets, and questions whose year decides."""
    assert list(question) == FIELDS
    assert question["user"] in {"citizen", "enterprise", "staff"}
    assert question["kind"] in KINDS | {"year"}
    assert question["region"] in {"周村", "聊城", None}
    assert (question["kind"] == "negative") == (not question["gold"])


@pytest.mark.parametrize("question", _ANSWERABLE, ids=lambda question: question["id"])
def test_expected_stands_in_its_measure(catalog, question):
    """Evidence is 8 to 25 characters of the measure, and of no other that is not gold too."""
    items = {gold["item"] for gold in question["gold"]}
    for gold in question["gold"]:
        assert 8 <= len(gold["evidence"]) <= 25
        assert gold["item"] in holders(catalog, gold)
        assert set(holders(catalog, gold)) <= items
    assert unprinted(catalog, question) == []
