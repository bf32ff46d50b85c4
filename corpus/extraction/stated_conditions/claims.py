"""A condition as spans of one sentence, before it is quoted."""

import re
from dataclasses import dataclass

Span = tuple[int, int]

_CUT = re.compile(
    r".*(?:以及|对应|或者|并且|按照|办理(?=.{3})|实现|落实|给予|征收|该项|每年|原则上|其中|我区|以上|[的对凡将且或及按其由为与])(?=.{2})"
)
_NOUN = re.compile(r"(?:[\u4e00-\u9fffA-Za-z“”/]|（[^（）\d]{1,12}）)+$")
_LISTED = re.compile(r"(?:[\u4e00-\u9fffA-Za-z“”/、]|（[^（）\d]{1,12}）)+$")
_NO_NOUN = re.compile(
    r"(?:约有|目前|可以|可以处|可以一次领取|很难|分别|大约|超过|不足|累计|已|约|共|其|为|将)$"
)
_LEAST_NOUN = 2


@dataclass(frozen=True, slots=True)
class Claim:
    """What [start, end) of a folded sentence says; the other spans lie in the same sentence."""

    rule: str
    """Name of the rule that reads it."""
    kind: str
    quantity: Span
    op: str
    value: float | str
    """A number, a range or a date; for an applicant it is quoted, see `words`."""
    unit: str
    start: int
    end: int
    figure: Span
    """The figure that this claim has read, or the words of an applicant."""
    words: bool = False
    """True where the value is the words of `figure`."""


def measured(sentence: str, start: int, end: int, *, listed: bool = False) -> Span | None:
    """The shortest noun phrase of [start, end) that ends at `end`: what the figure behind it measures.

    `listed` lets it contain 、: for constructions whose list cannot belong to something else.

    Example: `，对单项设备购置费用` -> `单项设备购置费用`; `的收入，` -> None
    """
    noun = (_LISTED if listed else _NOUN).search(sentence, start, end)
    if noun is None:
        return None
    cut = _CUT.match(sentence, noun.start(), end)
    first = cut.end() if cut else noun.start()
    if first and sentence[first - 1].isdigit():
        if not sentence.startswith("年", first):
            return None
        first += 1
    if end - first < _LEAST_NOUN or _NO_NOUN.search(sentence, first, end):
        return None
    return first, end
