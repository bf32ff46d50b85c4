"""Reports: totals, groups, reliability and comparison from outcomes worked out by hand."""

import json

import pytest

from bot.evaluation import compare, evaluate, to_json, to_markdown
from bot.scoring import Question

GOLD = (("甲", "五百万"),)
QUESTIONS = (
    Question("a", "问一", "citizen", "plain", GOLD),
    Question("b", "问二", "staff", "plain", GOLD),
    Question("c", "问三", "citizen", "negative", ()),
)


def shown(number: str, text: str, score: float) -> dict[str, object]:
    return {"id": f"{number}#1", "doc": {"number": number}, "text": text, "contacts": [], "score": score}


ANSWERS = {
    "a": {"status": "answered", "text": "", "measures": [shown("甲", "五百万", 0.95)]},
    "b": {"status": "answered", "text": "", "measures": [shown("乙", "无", 0.5), shown("甲", "五百万", 0.4)]},
    "c": {"status": "answered", "text": "", "measures": [shown("乙", "无", 0.1)]},
}


@pytest.fixture
def report():
    return evaluate(QUESTIONS, lambda question: ANSWERS[question.id], {"model": "m"})


def test_totals_count_only_who_was_asked(report):
    """Hit rates are over answerable questions, refusal over the others."""
    assert report.totals() == {
        "answered": (2, 2),
        "hit@1": (1, 2),
        "hit@3": (2, 2),
        "strict": (1, 2),
        "refused": (0, 1),
    }
    assert report.mean_reciprocal_rank() == 0.75
    assert report.by("user")["staff"]["hit@1"] == (0, 1)


def test_reliability_counts_answers_shown_and_right(report):
    """Fifths of the score: 0.95 right, 0.5 wrong, 0.1 an answer to what is not covered."""
    assert [(right, shown) for _, _, right, shown in report.reliability()] == [
        (0, 1),
        (0, 0),
        (0, 1),
        (0, 0),
        (1, 1),
    ]


def test_markdown_shows_losses_on_request(report):
    """`show` lists each question that lost a point."""
    assert "- b plain lost hit@1, strict: 问二 -> 乙#1, 甲#1" in to_markdown(report, show=True)
    assert "问二" not in to_markdown(report)


def test_comparison_names_the_question_that_moved(report, tmp_path):
    """Two stored reports are compared question by question."""
    better = evaluate(QUESTIONS, lambda question: ANSWERS["a" if question.id == "b" else question.id], {})
    for name, data in (("old", report), ("new", better)):
        (tmp_path / name).write_text(json.dumps(to_json(data)), encoding="utf-8")
    table = compare(tmp_path / "old", tmp_path / "new")
    assert "| b | hit@1, strict |  | 甲#1 |" in table
    assert "| a |" not in table


def test_empty_set_gives_a_report():
    """Nothing asked: no rate, no division by zero."""
    empty = evaluate((), lambda question: {}, {})
    assert empty.totals() == {}
    assert empty.mean_reciprocal_rank() == 0.0
    assert to_markdown(empty)
