"""Which points a question asks for that the measure found for it does not print, nor its document for it."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.answering.calls.printed_calls import printed_calls
from bot.answering.declining.given_sums import lacks_gift
from bot.answering.quoting.where_to_go import addresses
from bot.answering.wording.asked_fields import is_filled
from bot.answering.wording.matter_words import NamedMatter, under_titles
from bot.answering.wording.particulars import Particular, particulars_asked
from bot.answering.wording.points_said import asks_until, says_point
from bot.answering.wording.unit_amounts import unit_asked
from bot.ports import CatalogView
from bot.staff_fields import FieldKind
from corpus.records import Measure
from corpus.text.numerals import UP_TO_99
from retrieval.question import Point, points_asked
from retrieval.text import plain

_NARROWER = {
    Point.PLACE: frozenset({Point.ADDRESS, Point.WINDOW}),
    Point.CHARGE: frozenset(Point) - {Point.CHARGE},
}
"""Points that the same words ask for less exactly: where one of the others is asked for, that one decides."""


_PENALTY = re.compile("(?:行政)?处罚|罚款?|拘留")
"""Words for a penalty, which name no offence."""
_NOT = re.compile("没有?|未|无|不")
"""What is not there is worded in many ways: 没牌, 未登记上牌."""
_OFFENCE = re.compile("[\u4e00-\u9fff]+")
_CITED = re.compile("违反(?:了?本?(?:办法|规定|条例|通告|细则))?(?P<items>第[^，。；：]{1,24}[条项])")
"""Another article that says what is forbidden: 违反第三条规定."""
_ITEM = re.compile("第[^第、和及至或，]{1,6}[条项]")
_SAID_FREELY = frozenset({Point.RECKONING, Point.BEARER, Point.PENALTY, Point.CHARGE})
"""Points that texts word in too many ways to tell that none of their sentences says them."""
_MONEY = re.compile(rf"[\d{UP_TO_99}百千]\s*[万亿]?\s*元")
_TICKET = re.compile("[日周月季年次][卡票]|[半双]年卡|通票|联票|套票|团体票|储值卡")
"""What is sold beside single visits, each at a price of its own."""
_SURELY_ASKED = {
    Point.RATE: re.compile("百分之?[几多]|几成|几个百?分?点"),
    Point.PAGE: re.compile("网址|链接|[哪什啥][个么]?网"),
    Point.DAY: re.compile(r"[几哪]个?[月号天日].{0,4}(?:报名|申报|申请|受理|交|开始|开放)"),
}
"""Words that ask for a point and for nothing else. Of 6,711 questions that staff wrote about shipped measures
3 ask so for what theirs does not print, and of 680 judged ones 3, all without an answer (2026-11-30)."""


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
            is_filled(point, filled) or self._is_printed(point, question, measure) for point in asked
        )
        return () if printed else asked

    def surely(self, question: str, measure: Measure) -> tuple[Point, ...]:
        """The same for a shipped measure, whose questions decide else: only what is surely asked for.

        Example: `柴油车淘汰一辆给几万` and a measure without a sum for one -> (SUM,)
        """
        if Point.SUM in points_asked(plain(question)) and _lacks_sums(question, measure):
            return (Point.SUM,)
        points = self.of(question, measure)
        return points if all(_is_surely_asked(point, question) for point in points) else ()

    def is_of_other_offence(self, question: str, matter: NamedMatter, measure: Measure) -> bool:
        """Whether a penalty is asked for and the measure does not name what it would be for.

        Example: `电动车逆行罚多少`, `未登记上牌的，处20元罚款；闯红灯的，处50元罚款` -> True
        """
        if Point.PENALTY not in points_asked(plain(question)):
            return False
        named = _NOT.sub(" ", _PENALTY.sub(" ", matter.words))
        printed = f"{under_titles(measure, self.catalog)}，{self._cited(measure)}"
        words = _OFFENCE.findall(named)
        if words and all(len(word) == 1 for word in words):
            return not all(word in printed for word in words)
        return not replace(matter, words=named).is_held(printed)

    def _cited(self, measure: Measure) -> str:
        """The text of the articles that a measure says are broken; empty where it cites none."""
        cited = {item for each in _CITED.finditer(measure.text) for item in _ITEM.findall(each["items"])}
        others = self.catalog.document(measure.document).measures if cited else ()
        return "，".join(one.text for one in others if one.item in cited)

    def _is_printed(self, point: Point, question: str, measure: Measure) -> bool:
        """Whether a measure prints a point in some sentence, or its document prints it for all of it."""
        document = self.catalog.document(measure.document)
        if point is Point.SUM and lacks_gift(question, document):
            return False
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


def lacks_ticket(question: str, measure: Measure) -> bool:
    """Whether a question names a kind of ticket, and a measure prints no price for that kind.

    Example: `健身房周卡多少钱` and `月卡120元，年卡980元` -> True
    """
    asked = _TICKET.search(question)
    return asked is not None and not re.search(
        rf"{asked.group()}[^，。；\d]{{0,6}}(?:\d|免)", "".join(measure.text.split())
    )


def _lacks_sums(question: str, measure: Measure) -> bool:
    """Whether a sum for a unit is asked for, and a measure prints no sum of money at all."""
    return unit_asked(question) is not None and not _MONEY.search(measure.text)


def _is_surely_asked(point: Point, question: str) -> bool:
    if point is Point.SPAN:
        return Particular.HOW_LONG in particulars_asked(question)
    words = _SURELY_ASKED.get(point)
    return words is not None and bool(words.search(question))
