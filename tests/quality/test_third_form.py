"""The form of the third question set: what can be checked without asking the assistant."""

import json
from pathlib import Path

import pytest

from corpus.catalog import Catalog, load_catalog
from tests.quality.forms import FIELDS, KINDS, holders, unprinted

_QUESTIONS = [
    json.loads(line) for line in (Path(__file__).parent / "third.jsonl").read_text("utf-8").splitlines()
]
_ANSWERABLE = [question for question in _QUESTIONS if question["gold"]]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The bundled corpus, parsed once."""
    return load_catalog(Path(__file__).parents[2] / "corpus" / "documents")


def test_lines_are_counted_and_unique():
    """Of 160 questions 120 are answerable; no id and no question stands twice."""
    assert (len(_QUESTIONS), len(_ANSWERABLE)) == (160, 120)
    assert [question["id"] for question in _QUESTIONS] == [f"t{number:03d}" for number in range(1, 161)]
    assert len({question["q"] for question in _QUESTIONS}) == len(_QUESTIONS)


@pytest.mark.parametrize("question", _QUESTIONS, ids=lambda question: question["id"])
def test_fields_are_known(question):
    """Fields, users, kinds and places are those of the other sets, and questions whose year decides."""
    assert list(question) == FIELDS
    assert question["user"] in {"citizen", "enterprise", "staff"}
    assert question["kind"] in KINDS | {"year"}
    assert question["region"] in {"周村", "聊城", None}
    assert (question["kind"] == "negative") == (not question["gold"])


@pytest.mark.parametrize("question", _ANSWERABLE, ids=lambda question: question["id"])
def test_expected_stands_in_its_measure(catalog, question):
    """Evidence is 8 to 25 characters of one measure; what is expected is printed there."""
    for gold in question["gold"]:
        assert 8 <= len(gold["evidence"]) <= 25
        assert holders(catalog, gold) == [gold["item"]]
    assert unprinted(catalog, question) == []
