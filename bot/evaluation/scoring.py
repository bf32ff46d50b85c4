"""Judging answers against a question set: points per question, pure data in and out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.errors import UsageError
from bot.messages import evaluating as messages
from bot.messages.command_line import unreadable_file
from retrieval.fitting import JudgedQuestion, judged_question, norm

Json = Mapping[str, Any]

POINTS = ("answered", "hit@1", "hit@3", "department", "office", "phone", "facts", "strict")
"""The points an answerable question can win, in the order reports show them."""


class QuestionSetError(UsageError):
    """A question set cannot be read."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one answer won: `points` maps each asked point to True or False."""

    question: JudgedQuestion
    rank: int | None
    """Rank of the first correct measure, from 1."""
    points: Mapping[str, bool]
    confidence: float | None
    """The chance that its best measure is right, as the answer itself says; None where it says none."""


def read_questions(path: Path) -> tuple[JudgedQuestion, ...]:
    """The questions of a JSON-lines file.

    Raises:
        QuestionSetError: it cannot be read, a line is no question, an id stands twice, or there is none.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise QuestionSetError(messages.SET_NOT_UTF8.format(path=path)) from error
    except OSError as error:
        raise QuestionSetError(unreadable_file(path, error)) from error
    questions = tuple(_question(line, path, number) for number, line in enumerate(lines, 1) if line.strip())
    if not questions:
        raise QuestionSetError(messages.SET_EMPTY.format(path=path))
    twice = next((name for name, count in Counter(q.id for q in questions).items() if count > 1), None)
    if twice is not None:
        raise QuestionSetError(messages.SET_ID_TWICE.format(path=path, id=twice))
    return questions


def _question(line: str, path: Path, number: int) -> JudgedQuestion:
    try:
        return judged_question(line)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        field = ".".join(map(str, fault["loc"]))
        form = messages.SET_FIELD if field else messages.SET_NOT_JSON
        raise QuestionSetError(form.format(path=path, line=number, field=field)) from error


def judge(question: JudgedQuestion, answer: Json) -> Judgement:
    """The points that `answer` (in the JSON shape) wins."""
    measures = answer.get("measures") or []
    confidence = answer.get("confidence")
    if not question.answerable:
        refused = answer["status"] in ("not_covered", "chat")
        return Judgement(question, None, {"refused": refused}, confidence)
    rank = next((rank for rank, m in enumerate(measures, 1) if _is_gold(m, question)), None)
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
    return Judgement(question, rank, points, confidence)


def _is_gold(measure: Json, question: JudgedQuestion) -> bool:
    return question.answered_by(measure["doc"]["number"], measure["text"])


def _contact_points(question: JudgedQuestion, contacts: Iterable[Json]) -> dict[str, bool]:
    contacts = tuple(contacts)
    points = {}
    for name, expected in question.expected.items():
        if expected:
            printed = {norm(contact.get(name)) for contact in contacts}
            points[name] = all(any(want in have for have in printed) for want in expected)
    return points
