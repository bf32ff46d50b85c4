"""What the staff fill in for a measure or a department: papers, address, hours, links."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class FieldForm:
    """How a kind of field is filled in."""

    max_chars: int
    is_link: bool = False
    """Whether it is an address of the web."""
    in_lines: bool = False
    """Whether it lists things, one a line."""


class FieldKind(StrEnum):
    """What is filled in.

    A further kind needs a form here, a name and a hint in `bot/messages/staff_fields.py` and, where questions
    ask for it, a row in `bot/answering/wording/asked_fields.py`.
    """

    MATERIALS = "materials"
    ADDRESS = "address"
    HOURS = "hours"
    ONLINE = "online"
    """Link to where it is applied for online."""
    MAP = "map"
    """Link to a map."""

    @property
    def form(self) -> FieldForm:
        """How it is filled in."""
        return _FORMS[self]


_FORMS = {
    FieldKind.MATERIALS: FieldForm(500, in_lines=True),
    FieldKind.ADDRESS: FieldForm(120),
    FieldKind.HOURS: FieldForm(120),
    FieldKind.ONLINE: FieldForm(300, is_link=True),
    FieldKind.MAP: FieldForm(300, is_link=True),
}
"""All five filled to the brim, with the longest quote, stay within one message of Telegram."""


@dataclass(frozen=True, slots=True)
class FieldSubject:
    """What a field is about: a measure by its id, or a department of a region."""

    measure: str = ""
    region: str = ""
    department: str = ""


@dataclass(frozen=True, slots=True)
class StaffField:
    """One field as it was filled in."""

    subject: FieldSubject
    kind: FieldKind
    words: str
    by: str
    day: date


StaffFields = Callable[[Sequence[FieldSubject]], Sequence[StaffField]]
"""The fields of subjects: those of an earlier subject first, of each in the order of the kinds."""


def no_fields(_: Sequence[FieldSubject]) -> Sequence[StaffField]:
    """Nobody has filled anything in."""
    return ()


def chosen_fields(fields: Sequence[StaffField]) -> tuple[StaffField, ...]:
    """Of each kind the first, in the order of the kinds: a measure's own before that of its department."""
    first = {field.kind: field for field in reversed(fields)}
    return tuple(first[kind] for kind in FieldKind if kind in first)
