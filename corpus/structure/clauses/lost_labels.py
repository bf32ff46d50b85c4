"""Chapters whose number was lost, as when a page is copied: the one title between 一、 and 三、."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from corpus.text.excerpt import compact
from corpus.text.markers import Marker, Style, addressable


def lost_chapters(
    texts: Sequence[str], markers: Sequence[Marker | None], is_heading: Callable[[int], bool]
) -> dict[int, Marker]:
    """The chapters without a number of a text whose others count on, by position, called by their titles.

    Only where one chapter is missing between two and one line alone can be its title.

    Example: `一、申报条件`, `办理流程`, `三、咨询电话` -> `办理流程` as the second
    """
    chapters = [(i, label.ordinal) for i, label in enumerate(markers) if label and label.style is Style.HAN]
    lost: dict[int, Marker] = {}
    for (first, before), (last, after) in pairwise(chapters):
        between = [i for i in range(first + 1, last) if is_heading(i)] if after == before + 2 else []
        if len(between) == 1:
            title = addressable(compact(texts[between[0]]).strip("：:"))
            lost[between[0]] = Marker(Style.HAN, title, before + 1, 0)
    return lost
