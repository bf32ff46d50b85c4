"""Why questions are refused: every row is complete, and every kind of question at hand has one."""

from string import Formatter

import pytest

from corpus.bundled_sources import BUNDLED_QUESTIONS
from retrieval.deciding.reasons import REASONS, Reason
from retrieval.indexing.questions import load_uncovered
from retrieval.question.asked import NEAR_MISSES

KINDS = load_uncovered(BUNDLED_QUESTIONS)
BY_RULE = {Reason.EMPTY, Reason.OTHER_REGION, Reason.TOO_VAGUE, Reason.NEAR_MISS, Reason.NO_ITEM}
"""Those that rules and the search give and no file of questions is named for."""


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.NONE])
def test_every_row_is_complete(reason):
    """A label for explanations and a sentence for people; what is empty is answered before any search."""
    assert reason.refusal.label
    assert bool(reason.refusal.sentence) == (reason is not Reason.EMPTY)


@pytest.mark.parametrize("reason", Reason)
def test_sentences_are_joined_by_who_says_them(reason):
    """Neither sentence nor way on ends in a full stop, and only what can be filled in stands in braces."""
    for words in (reason.refusal.sentence, reason.refusal.way_on):
        assert not words.endswith("。")
        assert {name for _, name, _, _ in Formatter().parse(words) if name} <= {
            "regions",
            "asked",
            "tax_hotline",
        }


def test_labels_tell_reasons_apart():
    """An explanation names one reason."""
    labels = [reason.refusal.label for reason in Reason]
    assert len(labels) == len(set(labels))


def test_every_file_of_questions_has_a_row():
    """A kind without a row would be refused as off the topic."""
    assert set(KINDS) <= set(REASONS)


def test_every_row_is_reached():
    """By a rule, by a file of questions, or by words that ask for what documents do not say."""
    assert set(Reason) - {Reason.NONE} == {*map(REASONS.get, {*KINDS, *NEAR_MISSES}), *BY_RULE}


def test_what_documents_do_not_say_has_a_sentence_of_its_own():
    """Each near miss of `asked.toml` is refused by the row of its name, a matter of the asker's own."""
    for asked in NEAR_MISSES:
        assert REASONS[asked].refusal.own_matter


def test_a_member_is_its_name():
    """Answers and logs show the name; the row goes with the member."""
    assert Reason.PROGRESS == "progress"
    assert REASONS["progress"] is Reason.PROGRESS
    assert Reason.PROGRESS.refusal.way_on == "请问受理的窗口"
