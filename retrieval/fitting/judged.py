"""Judged questions: what was asked, which measures answer it, and what a right answer must say.

A question set is JSON lines: `id`, `user`, `kind`, `q`, `gold` (acceptable measures, each with `doc` and
`evidence`; empty for a question that the corpus does not answer), `depts`, `offices`, `phones`, `facts` (what
a right answer must give). Both sides are compared after NFKC and without white space.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated

from pydantic import BaseModel, StringConstraints

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


@dataclass(frozen=True, slots=True)
class Gold:
    """A measure that answers: the number of its document and words that stand in it, both as `norm` gives."""

    document: str
    evidence: str

    def is_in(self, number: str, text: str) -> bool:
        """Whether the measure of this text in the document of this number is meant."""
        return self.document == norm(number) and self.evidence in norm(text)


@dataclass(frozen=True, slots=True)
class JudgedQuestion:
    """One question with what answers it."""

    id: str
    q: str
    user: str
    kind: str
    gold: tuple[Gold, ...]
    expected: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """department, office, phone -> strings the contacts of the right measure must hold."""
    facts: tuple[str, ...] = ()

    @property
    def answerable(self) -> bool:
        """Whether the corpus holds an answer."""
        return bool(self.gold)

    def answered_by(self, number: str, text: str) -> bool:
        """Whether the measure of this text in the document of this number answers it."""
        return any(gold.is_in(number, text) for gold in self.gold)

    def positions(self, numbers: Iterable[str], texts: Iterable[str]) -> tuple[int, ...]:
        """Positions of the measures that answer it, given the document number and text of all measures."""
        pairs = enumerate(zip(numbers, texts, strict=True))
        return tuple(position for position, pair in pairs if self.answered_by(*pair))


@lru_cache(maxsize=10_000)
def norm(text: str | None) -> str:
    """NFKC without white space; "" for nothing.

    Example: "３５ %" -> "35%"
    """
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text or ""))


class _GoldFields(BaseModel):
    """An acceptable measure as a line gives it."""

    doc: _Text
    evidence: _Text


class _QuestionFields(BaseModel):
    """One line of a question set."""

    id: _Text
    q: str
    gold: tuple[_GoldFields, ...]
    user: str = ""
    kind: str = ""
    depts: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


def judged_question(line: str) -> JudgedQuestion:
    """The question of one line of a set.

    Raises:
        pydantic.ValidationError: the line is not a question; the error says which field is wrong.
    """
    fields = _QuestionFields.model_validate_json(line)
    return JudgedQuestion(
        id=fields.id,
        q=fields.q,
        user=fields.user,
        kind=fields.kind,
        gold=tuple(Gold(norm(gold.doc), norm(gold.evidence)) for gold in fields.gold),
        expected={
            "department": tuple(map(norm, fields.depts)),
            "office": tuple(map(norm, fields.offices)),
            "phone": tuple(map(norm, fields.phones)),
        },
        facts=tuple(map(norm, fields.facts)),
    )
