"""The form of the second set of dialogues: what can be checked without holding them."""

import json
from pathlib import Path

import pytest

from tests.bundled import bundled_catalog
from tests.quality.forms import plain

_DIALOGUES = [
    json.loads(line)
    for line in (Path(__file__).parent / "second_dialogues.jsonl").read_text("utf-8").splitlines()
]
_TURNS = [turn for dialogue in _DIALOGUES for turn in dialogue["turns"]]
_EXPECTED = ["evidence", "phones", "depts", "facts", "status", "note"]
_HOTLINE = "12345"


@pytest.fixture(scope="module")
def corpus_text() -> str:
    """Every measure of the bundled corpus, one after the other."""
    catalog = bundled_catalog()
    return "\n".join(plain(measure.text) for measure in catalog.measures)


def test_dialogues_are_counted():
    """48 dialogues with ids of their own."""
    assert [dialogue["id"] for dialogue in _DIALOGUES] == [f"g{number:02d}" for number in range(1, 49)]


@pytest.mark.parametrize("dialogue", _DIALOGUES, ids=lambda dialogue: dialogue["id"])
def test_turns_have_their_fields(dialogue):
    """Two to five turns, each with all that may be expected of it."""
    assert list(dialogue) == ["id", "user", "turns"]
    assert dialogue["user"] in {"citizen", "enterprise", "staff"}
    assert 2 <= len(dialogue["turns"]) <= 5
    for turn in dialogue["turns"]:
        assert list(turn) == ["q", "expect"]
        assert list(turn["expect"]) == _EXPECTED
        assert turn["expect"]["status"] in {"answered", "not_covered", "clarify", "chat", None}
        assert turn["expect"]["note"]


def test_half_are_traps():
    """At least half of the dialogues hold a topic switch or a trap, marked in its note."""
    trapped = [
        d for d in _DIALOGUES if any(turn["expect"]["note"].startswith("trap:") for turn in d["turns"])
    ]
    assert len(trapped) * 2 >= len(_DIALOGUES)


def test_refusals_and_talk_expect_no_policy():
    """What is refused, asked back or answered as talk names no evidence."""
    silent = [turn for turn in _TURNS if turn["expect"]["status"] in {"not_covered", "clarify", "chat"}]
    assert [turn["q"] for turn in silent if turn["expect"]["evidence"]] == []


@pytest.mark.parametrize("field", ["evidence", "phones", "depts"])
def test_expected_words_are_printed(corpus_text, field):
    """Evidence, phones and departments stand in the corpus; the hotline stands for what prints no phone."""
    words = {word for turn in _TURNS for word in turn["expect"][field]} - {_HOTLINE}
    assert [word for word in sorted(words) if plain(word) not in corpus_text] == []
