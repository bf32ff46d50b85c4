"""What a reply looks like before a channel puts it into its own markup: blocks of lines of spans."""

from dataclasses import dataclass
from enum import StrEnum


class SpanStyle(StrEnum):
    """How a span stands out where the channel can show it."""

    PLAIN = "plain"
    STRONG = "strong"
    FAINT = "faint"
    LOUD = "loud"
    """To be seen before anything else."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one style."""

    text: str
    style: SpanStyle = SpanStyle.PLAIN


Line = tuple[Span, ...]
Block = tuple[Line, ...]


def plain(text: str) -> Line:
    """A line without emphasis."""
    return (Span(text),)


def strong(text: str) -> Line:
    """A line that stands out."""
    return (Span(text, SpanStyle.STRONG),)


def faint(text: str) -> Line:
    """A line that steps back."""
    return (Span(text, SpanStyle.FAINT),)


def loud(text: str) -> Line:
    """A line that is seen first."""
    return (Span(text, SpanStyle.LOUD),)
