"""Judging whom an answer names: department, office and phone, over the bundled texts or a notice added."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answer import Answer, Ask, ShownMeasure, Status
from bot.rendering import contact_blocks

Asking = Callable[[Ask], Answer]


@dataclass(frozen=True, slots=True)
class ContactQuestion:
    """A question about whom to ask, and what its answer must and must not name; see README.md."""

    id: str
    q: str
    region: str | None
    docs: tuple[str, ...]
    evidence: tuple[str, ...]
    """Words of the measures that may stand first."""
    expected: Mapping[str, tuple[str, ...]]
    """`depts`, `offices`, `phones`: must stand among the contacts; `facts`: in the reply."""
    wrong: tuple[str, ...]
    """Departments, offices and phones that must not stand among the contacts."""
    order: tuple[str, ...]
    """Departments as printed, one behind the other."""


def read_contact_questions(path: Path) -> tuple[ContactQuestion, ...]:
    """The questions of a JSON-lines file."""
    return tuple(_question(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip())


def _question(row: Mapping[str, Any]) -> ContactQuestion:
    return ContactQuestion(
        row["id"],
        row["q"],
        row["region"],
        tuple(row["docs"]),
        (row["evidence"], *row.get("evidence_alt", ())),
        {name: tuple(row[name]) for name in ("depts", "offices", "phones", "facts")},
        (*row["not_depts"], *row["not_offices"], *row.get("not_phones", ())),
        tuple(row.get("order", ())),
    )


def judge_contacts(question: ContactQuestion, answer: Answer) -> dict[str, bool]:
    """What one answer got right. All of it is asked of what the reply shows, not of its other fields."""
    first = answer.measures[0] if answer.status is Status.ANSWERED and answer.measures else None
    called = shown_contacts(first) if first else ""
    said = {"depts": called, "offices": called, "phones": called, "facts": _bare(answer.text)}
    points = {
        name: all(_bare(word) in said[name] for word in words) for name, words in question.expected.items()
    }
    return {
        "first": bool(first) and any(_bare(words) in _bare(first.text) for words in question.evidence),
        **points,
        "none wrong": bool(first) and not any(_bare(word) in called for word in question.wrong),
        "order": _in_order(question.order, called),
    }


def shown_contacts(measure: ShownMeasure) -> str:
    """The words of the reply that say whom to ask, without white space."""
    lines = (line for block in contact_blocks(measure.calls) for line in block)
    return _bare("\n".join("".join(span.text for span in line) for line in lines))


def judged(questions: Sequence[ContactQuestion], ask: Asking) -> dict[str, dict[str, bool]]:
    """The points of each question by its id."""
    return {q.id: judge_contacts(q, ask(Ask(q.q, id=q.id, region=q.region))) for q in questions}


def _in_order(words: Sequence[str], text: str) -> bool:
    offsets = [text.find(_bare(word)) for word in words]
    return -1 not in offsets and offsets == sorted(offsets)


def _bare(text: str) -> str:
    return "".join(text.split())
