"""What is drawn on a picture card. Light to load, as all of this room: another process loads it."""

from dataclasses import dataclass

from corpus.records import State


@dataclass(frozen=True, slots=True)
class MeasureCard:
    """A measure as a card shows it; every quoted word is verbatim."""

    title: str
    where: str
    """Region, document and item."""
    badge: str
    """The state in words."""
    state: State
    applies: bool
    leads: tuple[str, ...]
    """Warnings, to be read before anything else."""
    quote: str
    """The beginning of its text, up to the end of a clause."""
    is_cut: bool
    calls: tuple[str, ...]
    source: tuple[str, ...]
    """Document, item, day of issue; validity with the words it rests on."""
    address: str = ""
    """Where its page is; empty where people cannot reach it."""
