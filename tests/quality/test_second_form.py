"""The form of the second question set: what can be checked without asking the assistant."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.quality.forms import FIELDS, HARD, KINDS, holders, unprinted

_QUESTIONS = [
    json.loads(line) for line in (Path(__file__).parent / "second.jsonl").read_text("utf-8").splitlines()
]
_ANSWERABLE = [question for question in _QUESTIONS if question["gold"]]


def _counted(question: dict) -> list[dict[str, str]]:
    """The gold entries that a complete answer needs: both wishes, or the first of several alternatives."""
    return question["gold"] if question["kind"] == "hard_twotopic" else question["gold"][:1]


def test_lines_are_counted():
    """Half of the 240 questions are answerable, half are not."""
    assert (len(_QUESTIONS), len(_ANSWERABLE)) == (240, 120)


def test_ids_and_questions_are_unique():
    """No id and no question stands twice."""
    assert [question["id"] for question in _QUESTIONS] == [f"s{number:03d}" for number in range(1, 241)]
    assert len({question["q"] for question in _QUESTIONS}) == len(_QUESTIONS)


@pytest.mark.parametrize("question", _QUESTIONS, ids=lambda question: question["id"])
def test_fields_are_known(question):
    """Fields, users, kinds and places are those of the other sets."""
    assert list(question) == FIELDS
    assert question["user"] in {"citizen", "enterprise", "staff"}
    assert question["kind"] in KINDS
    assert question["region"] in {"周村", "聊城", None}
    assert (question["kind"] == "negative") == (not question["gold"])


def test_four_in_ten_are_hard():
    """About 40 of 100 answerable questions are of the hard kinds, and every kind occurs."""
    kinds = Counter(question["kind"] for question in _QUESTIONS)
    assert set(kinds) == KINDS
    assert 0.36 <= sum(kinds[kind] for kind in HARD) / len(_ANSWERABLE) <= 0.44


def test_every_document_is_asked_about(catalog):
    """The gold measures are spread over all documents, none of them more than twice."""
    asked = Counter((gold["doc"], gold["item"]) for question in _ANSWERABLE for gold in _counted(question))
    assert {doc for doc, _ in asked} == {document.number for document in catalog.documents}
    assert max(asked.values()) <= 2


@pytest.mark.parametrize("question", _ANSWERABLE, ids=lambda question: question["id"])
def test_evidence_stands_in_its_measure(catalog, question):
    """Evidence is 8 to 25 characters of the measure named, and of no other measure of that document."""
    for gold in question["gold"]:
        assert 8 <= len(gold["evidence"]) <= 25
        assert holders(catalog, gold) == [gold["item"]]


@pytest.mark.parametrize("question", _ANSWERABLE, ids=lambda question: question["id"])
def test_what_is_expected_is_printed(catalog, question):
    """Departments, offices, phones and facts stand in the text of the gold measures."""
    assert unprinted(catalog, question) == []
