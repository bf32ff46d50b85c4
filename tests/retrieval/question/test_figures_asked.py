"""Which figures questions ask for and sentences state: the examples of the table and whole questions."""

import re

import pytest

from retrieval.question.figures import FIGURES, Figure, figures_asked, states_figure

ASKED = [(f, pattern, text) for f, row in FIGURES.rows.items() for pattern, text in row.asked.items()]
STATED = [(f, pattern, text) for f, row in FIGURES.rows.items() for pattern, text in row.stated.items()]


@pytest.mark.parametrize(("figure", "pattern", "text"), [*ASKED, *STATED])
def test_every_pattern_reads_its_example(figure, pattern, text):
    """A pattern that reads nothing is a line too many."""
    assert re.search(pattern, text)


@pytest.mark.parametrize(("figure", "pattern", "text"), ASKED)
def test_an_example_asks_for_its_kind(figure, pattern, text):
    """No other kind of amount takes it first."""
    assert figure in figures_asked(text)


@pytest.mark.parametrize(
    ("figure", "text"), [(f, text) for f, row in FIGURES.rows.items() for text in row.not_asked]
)
def test_counter_examples_ask_for_something_else(figure, text):
    """Each stands beside the kind with which it could be confused."""
    assert figure not in figures_asked(text)


@pytest.mark.parametrize(
    ("figure", "text"), [(f, text) for f, row in FIGURES.rows.items() for text in row.not_stated]
)
def test_counter_examples_state_something_else(figure, text):
    """Each stands beside the kind with which it could be confused."""
    assert not states_figure(figure, text)


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("租房补贴一个月给多少钱,打哪个电话问", {Figure.MONEY, Figure.PHONE}),
        ("招几个人才能申请,最多补几年", {Figure.COUNT, Figure.TERM}),
        ("住院能报几成", {Figure.RATE}),
        ("公租房怎么申请", set()),
        ("孩子几年级能转学", set()),
    ],
)
def test_questions_ask_for_one_kind_of_amount_and_for_terms_and_phones(question, figures):
    """Of the kinds of amount only the most precise counts."""
    assert figures_asked(question) == figures
