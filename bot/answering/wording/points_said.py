"""Whether a measure says in some sentence a point that a question asks for."""

import re

from bot.answering.wording.sentence_spans import sentences
from corpus.records import ItemReason, Measure
from retrieval.question import PRICED, Point, is_tariff, points_asked, prints_point
from retrieval.text import plain

_ADDRESSES = re.compile(r"(?:办公|办理|服务|受理|单位|详细)?(?:地址|地点|位置)")
_ASKS_WHERE = re.compile("[去到在](?:哪|什么地方)|地[点址]|窗口")
_WHERE = frozenset((Point.ADDRESS, Point.PLACE, Point.WINDOW))


_UNTIL = re.compile(r"(?<![活住用交])到哪一?年")


def asks_until(question: str) -> bool:
    """Whether a question asks until which year something holds: 这个津贴到哪年."""
    return bool(_UNTIL.search(question))


def asks_where(question: str) -> bool:
    """Whether the question of an answer asks for a place: 到哪里上牌."""
    return bool(_ASKS_WHERE.search(question))


def says_point(measure: Measure, point: Point) -> bool:
    """Whether some sentence of a measure prints such a point; blanks within it do not count.

    A column 地址 of its table prints where something is, one of prices what is paid. The answer to a
    question prints what that asks for.
    """
    if (point in PRICED and is_tariff(measure)) or _answers(measure, point):
        return True
    if point in _WHERE and any(_ADDRESSES.fullmatch(section.name) for section in measure.sections):
        return True
    texts = ("".join(plain(each.text).split()) for each in sentences(measure.sections))
    return any(prints_point(point, text) for text in texts)


def _answers(measure: Measure, point: Point) -> bool:
    """Whether a measure is the answer to a question for such a point."""
    if measure.reason is not ItemReason.QUESTION:
        return False
    asked = plain(measure.text.strip().partition("\n")[0])
    return point in points_asked(asked) or (point in _WHERE and asks_where(asked))
