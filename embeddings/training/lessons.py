"""Measures with the questions that they answer and those that they do not."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.text.packing import pack, sentences

QUESTIONS = Path(__file__).parent / "questions.jsonl"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A measure: its passages, the questions that it answers, and near ones that it does not."""

    document: str
    passages: tuple[str, ...]
    questions: tuple[str, ...]
    near: tuple[str, ...]


def read_lessons(texts: Mapping[str, str], path: Path = QUESTIONS) -> list[Lesson]:
    """The lessons whose measure stands in the text of its document, in the order of the file.

    A near question that another measure of the document answers is one of that measure's questions too.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    printed = {document: _Printed(text) for document, text in texts.items()}
    answered = list(_answered(rows))
    lessons = []
    for row in rows:
        known = printed.get(row["document"])
        measure = known.cut(row["begins"], row["length"]) if known else ""
        if measure:
            more = [q for document, begin, q in answered if _is_of(row, document, begin)]
            near = tuple(question["q"] for question in row["near"])
            passages = tuple(pack(sentences(measure)))
            lessons.append(Lesson(row["document"], passages, (*row["questions"], *more), near))
    return lessons


class _Printed:
    """A text as printed, found by its letters: every program sets white space differently."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._offsets = [offset for offset, letter in enumerate(text) if not letter.isspace()]
        self._letters = "".join(text[offset] for offset in self._offsets)

    def cut(self, begins: str, length: int) -> str:
        """`length` letters from the words that they begin with, as printed; empty where these are not."""
        start = self._letters.find(begins)
        if start < 0:
            return ""
        last = min(start + length, len(self._offsets)) - 1
        return self._text[self._offsets[start] : self._offsets[last] + 1]


def _answered(rows: list[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """(document, beginning of the measure that answers, question) of the near questions that one answers."""
    for row in rows:
        for question in row["near"]:
            if question["answered_by"]:
                yield row["document"], question["answered_by"], question["q"]


def _is_of(row: Mapping[str, Any], document: str, begin: str) -> bool:
    """Whether a measure of a document begins so."""
    return bool(row["document"] == document and begin.startswith(row["begins"][: len(begin)]))
