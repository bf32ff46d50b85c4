"""What the staff fill in for a measure or a department: papers, address, hours, links."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FieldKind(StrEnum):
    """What is filled in."""

    MATERIALS = "materials"
    ADDRESS = "address"
    HOURS = "hours"
    ONLINE = "online"
    """Link to where it is applied for online."""
    MAP = "map"
    """Link to a map."""


LINKS = frozenset({FieldKind.ONLINE, FieldKind.MAP})


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
