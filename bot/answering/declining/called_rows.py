"""Rows with phones: those that do not answer, and whose body may know what the documents do not say."""

import re
from collections.abc import Collection, Iterable

from bot.helplines import Matter
from corpus.records import ItemReason, Measure
from corpus.text.bodies import district_of
from corpus.text.body_mentions import find_bodies
from corpus.text.ledger_columns import lists_calls
from retrieval.question import Point, points_asked
from retrieval.text import plain

_PLACE = re.compile(r"^.*[省市州县区旗镇乡](?=[\u4e00-\u9fff]{2})")
_SHORTEST = 3
"""Characters of the name of a body; a shorter one is part of other words."""


def is_call(measure: Measure) -> bool:
    """Whether a measure is a line of a list that says whom to call, and nothing else."""
    return lists_calls([section.name for section in measure.sections])


def gives_no_call(question: str, measure: Measure) -> bool:
    """Whether a line of such a list lacks the phone asked for, or is of another body than the one named.

    Example: `县医保局电话` and the line of 县人力资源和社会保障局 -> True; `县人社局电话` -> False
    """
    words = plain(question)
    called = [duty for duty in (*measure.responsibilities, *measure.ownerless) if duty.phone]
    if set(points_asked(words)) == {Point.PHONE} and not called:
        return True
    asked = [body.name for body in find_bodies(words) if len(body.name) >= _SHORTEST]
    printed = "".join("".join((*measure.heading, measure.text)).split())
    return bool(asked) and not any(_is_named(_PLACE.sub("", name), printed) for name in asked)


def is_called_about(measure: Measure, matters: Iterable[Matter], places: Collection[str]) -> bool:
    """Whether a row has the phone of a body that does one of a question's matters where it asks.

    Example: the row of 王村镇卫生院 for 疫苗, with which 卫生院 is one matter, in 周村区王村镇 -> True
    """
    if measure.reason is not ItemReason.ROW:
        return False
    doing = [duty.department for duty in measure.responsibilities if duty.phone]
    here = [name for name in doing if any(place.endswith(district_of(name)) for place in places or ("",))]
    return any(matter.words_in(name) for matter in matters for name in here)


def _is_named(body: str, printed: str) -> bool:
    """Whether a line has the characters of a name in their order: 县人社局 in 县人力资源和社会保障局."""
    rest = iter(printed)
    return all(character in rest for character in body)
