"""What is set as a PDF: a title, parts with headings, and a line at the foot of each page."""

from dataclasses import dataclass

from bot.layout import Block


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A stretch of a sheet; the heading may be empty."""

    heading: str
    block: Block
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """What is printed, in order."""

    title: str
    under_title: str
    parts: tuple[SheetPart, ...]
    foot: str
    """At the foot of each page, before its number."""
    address: str = ""
    """Where the same is read on the web; empty where people cannot reach it."""
