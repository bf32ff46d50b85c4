"""Judging answers against a question set: points per question, pure data in and out.

A question set is JSON lines: `id`, `user`, `kind`, `q`, `gold` (acceptable measures, each with
`doc` and `evidence`; empty for a question the corpus does not answer), `depts`, `offices`,
`phones`, `facts` (what a correct answer must give). Both sides are compared after NFKC and
without white space.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.errors import WenzhengError

Json = Mapping[str, Any]

POINTS = ("answered", "hit@1", "hit@3", "department", "office", "phone", "facts", "strict")
"""The points an answerable question can win, in the order reports show them."""


class QuestionSetError(WenzhengError):
    """A question set cannot be read."""


@dataclass(frozen=True, slots=True)
class Question:
    """One judged question; `gold` holds (document number, evidence) pairs."""

    id: str
    q: str
    user: str
    kind: str
    gold: tuple[tuple[str, str], ...]
    expected: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """department, office, phone -> strings the contacts of the right measure must hold."""
    facts: tuple[str, ...] = ()

    @property
    def answerable(self) -> bool:
        """Whether the corpus holds an answer."""
        return bool(self.gold)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one answer won: `points` maps each asked point to True or False."""

    question: Question
    rank: int | None
    """Place of the first correct measure, from 1."""
    points: Mapping[str, bool]
    score: float
    """The first measure's score, 0 without one."""


def norm(text: object) -> str:
    """NFKC without white space.

    Example: "３５ %" -> "35%"
    """
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", str(text or "")))


def read_questions(path: Path) -> tuple[Question, ...]:
    """The questions of a JSON-lines file.

    Raises:
        QuestionSetError: the file cannot be read or a line is no question.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionSetError(f"题目文件读不了：{path}（{error}）。请检查路径。") from error
    return tuple(_question(line, path, number) for number, line in enumerate(lines, 1) if line.strip())


def _question(line: str, path: Path, number: int) -> Question:
    try:
        raw = json.loads(line)
        gold = tuple((norm(entry["doc"]), norm(entry["evidence"])) for entry in raw["gold"])
        lists = {"department": "depts", "office": "offices", "phone": "phones"}
        expected = {point: tuple(map(norm, raw.get(name) or ())) for point, name in lists.items()}
        facts = tuple(map(norm, raw.get("facts") or ()))
        return Question(raw["id"], raw["q"], raw.get("user", ""), raw.get("kind", ""), gold, expected, facts)
    except (ValueError, KeyError, TypeError) as error:
        raise QuestionSetError(f"题目文件 {path} 第{number}行不是一道题：{error!r}。") from error


def judge(question: Question, answer: Json) -> Judgement:
    """The points that `answer` (in the JSON shape) wins."""
    measures = answer.get("measures") or []
    score = float(measures[0].get("score", 0.0)) if measures else 0.0
    if not question.answerable:
        refused = answer["status"] in ("not_covered", "chat")
        return Judgement(question, None, {"refused": refused}, score)
    rank = next((place for place, m in enumerate(measures, 1) if _is_gold(m, question)), None)
    points = {
        "answered": answer["status"] != "not_covered",
        "hit@1": rank == 1,
        "hit@3": rank is not None and rank <= 3,
        **_contact_points(question, measures[rank - 1]["contacts"] if rank else []),
    }
    if question.facts:
        said = norm(answer.get("text"))
        points["facts"] = all(fact in said for fact in question.facts)
    points["strict"] = all(value for point, value in points.items() if point != "hit@3")
    return Judgement(question, rank, points, score)


def _is_gold(measure: Json, question: Question) -> bool:
    number, text = norm(measure["doc"]["number"]), norm(measure["text"])
    return any(doc == number and evidence in text for doc, evidence in question.gold)


def _contact_points(question: Question, contacts: Iterable[Json]) -> dict[str, bool]:
    contacts = tuple(contacts)
    points = {}
    for name, expected in question.expected.items():
        if expected:
            printed = {norm(contact.get(name)) for contact in contacts}
            points[name] = all(any(want in have for have in printed) for want in expected)
    return points
