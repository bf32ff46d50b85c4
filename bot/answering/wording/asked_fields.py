"""Which of the fields that the staff fill in tell what a question asks for."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.answering.wording.particulars import Particular
from bot.staff_fields import FieldKind
from retrieval.question import Point


@dataclass(frozen=True, slots=True)
class _AskedBy:
    """What a kind of field tells, as turns of a talk ask for it and as the check of points does."""

    particulars: frozenset[Particular]
    points: frozenset[Point] = frozenset()


_ASKED_BY: Mapping[FieldKind, _AskedBy] = {
    FieldKind.MATERIALS: _AskedBy(frozenset({Particular.PAPERS}), frozenset({Point.PAPERS})),
    FieldKind.ADDRESS: _AskedBy(
        frozenset({Particular.WHERE}), frozenset({Point.ADDRESS, Point.PLACE, Point.WINDOW})
    ),
    FieldKind.HOURS: _AskedBy(frozenset({Particular.HOURS}), frozenset({Point.HOURS})),
    FieldKind.ONLINE: _AskedBy(frozenset({Particular.HOW}), frozenset({Point.PAGE})),
    FieldKind.MAP: _AskedBy(frozenset({Particular.WHERE})),
}


def fields_on(particulars: Collection[Particular]) -> tuple[FieldKind, ...]:
    """The kinds of fields that tell one of these particulars, in order. Example: WHERE -> ADDRESS, MAP."""
    return tuple(kind for kind, by in _ASKED_BY.items() if not by.particulars.isdisjoint(particulars))


def is_filled(point: Point, filled: Collection[FieldKind]) -> bool:
    """Whether a field that tells a point is among those that are `filled` in."""
    return any(point in by.points for kind, by in _ASKED_BY.items() if kind in filled)
