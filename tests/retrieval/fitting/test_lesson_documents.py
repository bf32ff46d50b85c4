"""Judged documents made of what the encoder was taught."""

from retrieval.fitting.lesson_documents import ANSWERED, judged_questions

TEXT = """青禾县摊位登记办法
第一条　摊主到所在街道登记，登记不收费。
第二条　登记证有效期三年。
"""


def row(
    begins: str, length: int, questions: list[str], near: list[tuple[str, str | None]]
) -> dict[str, object]:
    """A line of `questions.jsonl`."""
    asked = [{"q": q, "answered_by": by} for q, by in near]
    return {"begins": begins, "length": length, "questions": questions, "near": asked}


ROWS = [
    row("第一条摊主", 18, ["摆摊去哪登记"], [("摆摊一年交多少", None), ("登记管几年", "第二条登记")]),
    row("第二条登记证有", 12, ["证几年到期"], []),
]


def test_a_question_is_judged_by_what_stands_behind_the_first_words_of_its_measure() -> None:
    """第一条摊主 has 5 letters of 18; what another measure answers is no near question."""
    found = {one["q"]: one["evidence"] for one in judged_questions(ROWS, TEXT)}
    assert found == {
        "摆摊去哪登记": "到所在街道登记，登记不收费",
        "证几年到期": "效期三年。",
        "摆摊一年交多少": None,
    }


def test_no_more_questions_of_one_document_are_drawn_than_say_something() -> None:
    """The same ones each time."""
    many = [row("第一条摊主", 18, [f"第{number}问" for number in range(3 * ANSWERED)], [])]
    drawn = judged_questions(many, TEXT)
    assert len(drawn) == ANSWERED
    assert drawn == judged_questions(many, TEXT)


def test_a_measure_that_stands_nowhere_is_left_out() -> None:
    """Its document reads otherwise than it was written down."""
    assert judged_questions([row("第九条", 9, ["有没有第九条"], [])], TEXT) == []
