"""Measures found again in the texts of their documents."""

import json
from pathlib import Path

from embeddings.training.lessons import Lesson, read_lessons


def line(begins: str, length: int, questions: list[str], near: list[tuple[str, str | None]]) -> str:
    """A line of `questions.jsonl`."""
    asked = [{"q": q, "answered_by": by} for q, by in near]
    row = {"document": "a1", "begins": begins, "length": length, "questions": questions, "near": asked}
    return json.dumps(row, ensure_ascii=False)


def test_a_measure_is_found_whatever_white_space_its_document_has(tmp_path: Path) -> None:
    """As printed, with its line breaks; letters are counted without them."""
    file = tmp_path / "questions.jsonl"
    file.write_text(line("第一条发", 10, ["发多少"], []), encoding="utf-8")
    lessons = read_lessons({"a1": "某办法\n第一条　发放\n津贴。每月领。 第二条"}, file)
    assert lessons == [Lesson("a1", ("第一条　发放津贴。每月",), ("发多少",), ())]


def test_a_near_question_is_one_of_the_measure_that_answers_it(tmp_path: Path) -> None:
    """Beside being near for the other."""
    file = tmp_path / "questions.jsonl"
    rows = [
        line("第一条发", 8, ["发多少"], [("到哪里领", "第二条到街道领")]),
        line("第二条到", 7, ["在哪领"], []),
    ]
    file.write_text("\n".join(rows), encoding="utf-8")
    first, second = read_lessons({"a1": "第一条发放津贴。第二条到街道领。"}, file)
    assert (first.questions, first.near) == (("发多少",), ("到哪里领",))
    assert second.questions == ("在哪领", "到哪里领")


def test_a_measure_that_stands_nowhere_is_left_out(tmp_path: Path) -> None:
    """Its document reads otherwise, or cannot be had."""
    file = tmp_path / "questions.jsonl"
    file.write_text(line("第一条发", 8, ["发多少"], []), encoding="utf-8")
    assert read_lessons({"a1": "第一条另发"}, file) == []
    assert read_lessons({}, file) == []
