"""Judging answers: points are won and lost for the reasons the question set names."""

import pytest

from bot.evaluation.scoring import QuestionSetError, judge, read_questions
from retrieval.fitting.judged import Gold, JudgedQuestion, norm


def answer(*measures, status="answered", text=""):
    return {"status": status, "text": text, "measures": list(measures)}


def measure(number="甲〔2024〕1号", text="最高支持 500 万元", contacts=()):
    return {"doc": {"number": number}, "text": text, "contacts": list(contacts), "score": 0.9}


QUESTION = JudgedQuestion(
    "q1",
    "最多多少",
    "citizen",
    "amount",
    gold=(Gold("甲〔2024〕1号", "最高支持500万元"),),
    expected={"phone": ("6195170",)},
    facts=("500万元",),
)


def test_white_space_and_width_do_not_count():
    """Comparison is after NFKC and without white space."""
    assert norm("５00 万\n元") == "500万元"


def test_first_correct_measure_with_phone_and_fact_is_strictly_right():
    """Right measure first, phone in its contacts, fact in the text: every point is won."""
    contact = {"department": "区局", "office": None, "phone": "6195170"}
    verdict = judge(QUESTION, answer(measure(contacts=[contact]), text="最高支持500万元"))
    assert verdict.rank == 1
    assert all(verdict.points.values())
    assert set(verdict.points) == {"answered", "hit@1", "hit@3", "phone", "facts", "strict"}


def test_same_words_in_another_document_are_no_hit():
    """Evidence counts only under its own document number."""
    assert judge(QUESTION, answer(measure(number="乙〔2024〕1号"))).rank is None


def test_phone_of_a_wrong_measure_wins_nothing():
    """Contacts are read from the first correct measure, not from the others."""
    contact = {"department": "区局", "office": None, "phone": "6195170"}
    wrong = measure(number="乙", contacts=[contact])
    verdict = judge(QUESTION, answer(wrong, measure()))
    assert verdict.rank == 2
    assert not verdict.points["phone"]
    assert not verdict.points["strict"]


@pytest.mark.parametrize(("status", "refused"), [("not_covered", True), ("chat", True), ("answered", False)])
def test_negative_wants_no_policy(status, refused):
    """A question that the corpus does not answer is right when nothing is quoted."""
    negative = JudgedQuestion("n", "天气", "citizen", "negative", gold=())
    assert judge(negative, answer(status=status)).points == {"refused": refused}


def test_broken_line_names_file_and_line(tmp_path):
    """A question set that cannot be read says where."""
    path = tmp_path / "set.jsonl"
    path.write_text('{"id": "a", "q": "x", "gold": []}\n{"id": "b"}\n', encoding="utf-8")
    with pytest.raises(QuestionSetError, match="第2行"):
        read_questions(path)
