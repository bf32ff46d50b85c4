"""Whether a measure says in some sentence a point that a question asks for."""

import re

from bot.answering.wording.sentence_spans import sentences
from corpus.records import Measure
from retrieval.question import PRICED, Point, is_tariff, prints_point
from retrieval.text import plain

_ADDRESSES = re.compile(r"(?:办公|办理|服务|受理|单位|详细)?(?:地址|地点|位置)")
_WHERE = frozenset((Point.ADDRESS, Point.PLACE, Point.WINDOW))


_UNTIL = re.compile(r"(?<![活住用交])到哪一?年")


def asks_until(question: str) -> bool:
    """Whether a question asks until which year something holds: 这个津贴到哪年."""
    return bool(_UNTIL.search(question))


def says_point(measure: Measure, point: Point) -> bool:
    """Whether some sentence of a measure prints such a point; blanks within it do not count.

    A column 地址 of its table prints where something is, one of prices what is paid.
    """
    if point in PRICED and is_tariff(measure):
        return True
    if point in _WHERE and any(_ADDRESSES.fullmatch(section.name) for section in measure.sections):
        return True
    texts = ("".join(plain(each.text).split()) for each in sentences(measure.sections))
    return any(prints_point(point, text) for text in texts)
