"""Which kinds of answer questions ask for and texts give: the examples of the table and whole questions."""

import re

import pytest

from retrieval.question.answer_kinds import ANSWER_KINDS, AnswerKind, gives, kinds_asked

ROWS = ANSWER_KINDS.rows.items()
ASKED = [(kind, pattern, text) for kind, row in ROWS for pattern, text in row.asked.items()]
STATED = [(kind, pattern, text) for kind, row in ROWS for pattern, text in row.stated.items()]


def test_every_kind_has_a_row():
    """A kind without one is never asked for."""
    assert set(ANSWER_KINDS.rows) == set(AnswerKind)


@pytest.mark.parametrize(("kind", "pattern", "text"), [*ASKED, *STATED])
def test_every_pattern_reads_its_example(kind, pattern, text):
    """A pattern that reads nothing is a line too many."""
    assert re.search(pattern, text)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, row in ROWS for text in row.not_asked])
def test_counter_examples_ask_for_something_else(kind, text):
    """Each stands beside the kind with which it could be confused."""
    assert kind not in kinds_asked(text)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, row in ROWS for text in row.not_stated])
def test_counter_examples_give_another_answer(kind, text):
    """Each stands beside the kind with which it could be confused."""
    assert not gives(kind, text)


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("外地老人办卡要带什么", {AnswerKind.MATERIALS}),
        ("残疾证换新的在哪办", {AnswerKind.WAY}),
        ("骗了补贴会怎样", {AnswerKind.PENALTY}),
        ("同分的话怎么排", {AnswerKind.ORDER}),
        ("一个月给多少钱", set()),
    ],
)
def test_questions_ask_for_kinds_of_answer(question, kinds):
    """How they are worded on the street; a question for a figure alone asks for none."""
    assert set(kinds_asked(question)) == kinds
