"""The kinds of answer, figures apart, that questions ask for and texts give.

Coarse, and each told by few words: of two measures on a topic the one that tells what is asked for is
likelier. Strict readings, which decide whether a question is answered at all, are those of `asked`.
"""

from enum import StrEnum
from pathlib import Path

from retrieval.question.statements import read_statements


class AnswerKind(StrEnum):
    """A kind of answer."""

    MATERIALS = "materials"
    WAY = "way"
    """How and where something is done."""
    PENALTY = "penalty"
    OWNER = "owner"
    CONDITIONS = "conditions"
    ORDER = "order"
    """Who comes before whom."""
    BENEFIT = "benefit"
    APPLICATION = "application"
    """From when the document applies, and who interprets it."""


ANSWER_KINDS = read_statements(Path(__file__).parent / "answer_kinds.toml", AnswerKind)


def kinds_asked(text: str) -> tuple[AnswerKind, ...]:
    """The kinds of answer that a plain question asks for.

    Example: "外地老人办卡要带什么" -> (MATERIALS,)
    """
    return ANSWER_KINDS.asked_in(text)


def gives(kind: AnswerKind, text: str) -> bool:
    """Whether a plain text gives such an answer."""
    return ANSWER_KINDS.states(kind, text)
