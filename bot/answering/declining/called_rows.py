"""Rows of a list of phones that do not answer: those of another body than the one asked for, or no phone."""

import re

from corpus.records import Measure
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


def _is_named(body: str, printed: str) -> bool:
    """Whether a line has the characters of a name in their order: 县人社局 in 县人力资源和社会保障局."""
    rest = iter(printed)
    return all(character in rest for character in body)
