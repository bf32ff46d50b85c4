"""Which points a question asks for that the measure found for it does not print, nor its document for it."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.answering.calls.printed_calls import printed_calls
from bot.answering.quoting.where_to_go import addresses
from bot.answering.wording.matter_words import NamedMatter, under_titles
from bot.answering.wording.points_said import asks_until, says_point
from bot.ports import CatalogView
from bot.staff_fields import FieldKind
from corpus.records import Measure
from retrieval.question import Point, points_asked
from retrieval.text import plain

_FILLED = {
    Point.PAPERS: FieldKind.MATERIALS,
    Point.ADDRESS: FieldKind.ADDRESS,
    Point.PLACE: FieldKind.ADDRESS,
    Point.WINDOW: FieldKind.ADDRESS,
    Point.HOURS: FieldKind.HOURS,
    Point.PAGE: FieldKind.ONLINE,
}
"""Points that the staff may fill in for a measure."""


_NARROWER = {
    Point.PLACE: frozenset({Point.ADDRESS, Point.WINDOW}),
    Point.CHARGE: frozenset(Point) - {Point.CHARGE},
}
"""Points that the same words ask for less exactly: where one of the others is asked for, that one decides."""


_PENALTY = re.compile("(?:行政)?处罚|罚款?|拘留")
"""Words for a penalty, which name no offence."""
_SAID_FREELY = frozenset({Point.RECKONING, Point.BEARER, Point.PENALTY, Point.CHARGE})
"""Points that texts word in too many ways to tell that none of their sentences says them."""


@dataclass(frozen=True)
class UnprintedPoints:
    """Looks for points in the measures of one catalog."""

    catalog: CatalogView

    def of(self, question: str, measure: Measure, filled: Collection[FieldKind] = ()) -> tuple[Point, ...]:
        """The points asked for, where none of them is printed; empty where one is, or none is asked for.

        `filled` is what the staff filled in for the measure.

        Example: `首台套补助申报时间` and a measure without a day -> (DAY,)
        """
        every = points_asked(plain(question))
        asked = tuple(point for point in every if _NARROWER.get(point, frozenset()).isdisjoint(every))
        if not _SAID_FREELY.isdisjoint(asked):
            return ()
        printed = any(
            _FILLED.get(point) in filled or self._is_printed(point, question, measure) for point in asked
        )
        return () if printed else asked

    def is_of_other_offence(self, question: str, matter: NamedMatter, measure: Measure) -> bool:
        """Whether a penalty is asked for and the measure does not name what it would be for.

        Example: `电动车逆行罚多少`, `未登记上牌的，处20元罚款；闯红灯的，处50元罚款` -> True
        """
        asked = Point.PENALTY in points_asked(plain(question))
        offence = replace(matter, words=_PENALTY.sub(" ", matter.words))
        return asked and not offence.is_held(under_titles(measure, self.catalog))

    def _is_printed(self, point: Point, question: str, measure: Measure) -> bool:
        """Whether a measure prints a point in some sentence, or its document prints it for all of it."""
        document = self.catalog.document(measure.document)
        if point is Point.PHONE:
            called = any(contact.phone for contact in self.catalog.contacts(measure))
            if called or any(call.phone for call in printed_calls(document)):
                return True
        if point is Point.DAY and asks_until(question) and document.validity.until:
            return True
        if point is Point.IN_FORCE and (document.validity.valid_from or document.validity.until):
            return True
        if point in (Point.PLACE, Point.ADDRESS, Point.WINDOW) and addresses(question, measure, document):
            return True
        return says_point(measure, point)
