"""A place as somebody chooses it, whatever the channel: settled, one of several, or none that serves."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.messages import places as messages
from bot.messages.talk import I_AM_AT
from corpus.regions import holds_in, members, region_of
from retrieval.question import parts_of, tree_over

_AT = re.compile(rf"(?:{I_AM_AT.format(region='')}|/region\s+)(?P<place>.+)")
_TOWNS = ("镇", "乡", "街道")
_MOST_CHARS = 30
"""Characters of a place; what is longer names none and is not repeated whole."""
_MOST_NAMED = 8
"""Regions that one line names; more are counted."""


@dataclass(frozen=True, slots=True)
class CalledPlace:
    """What words that name a place come to: `place`, or else `why_not`."""

    place: str = ""
    """By its name here."""
    choices: tuple[str, ...] = ()
    """The places that share the name, where it is one of several."""
    why_not: str = ""
    """One line on why it is not settled, and what to do."""


def called_place(words: str, regions: Collection[str]) -> CalledPlace:
    """The place that words name, among those where documents of these regions hold.

    Example: 淄博市张店区 -> 张店区, where documents of 淄博市 are at hand; 火星 -> a line that says so
    """
    said = "".join(filter(str.isprintable, "".join(words.split())))[:_MOST_CHARS]
    if said in places_at_hand(regions):
        return CalledPlace(said)
    named = tree_over(tuple(regions)).called(said)
    if named is None or not (named.every or named.meant):
        lines = messages.NO_SUCH_PLACE.format(words=said, example=example_place(regions)), at_hand(regions)
        return CalledPlace(why_not="".join(lines))
    if len(named.meant) > 1:
        said = messages.CHOICES.format(name=said, choices="、".join(named.meant))
        return CalledPlace(choices=named.meant, why_not=said)
    if named.meant:
        return CalledPlace(named.meant[0])
    return CalledPlace(why_not="".join((messages.NO_RULES_THERE.format(place=said), at_hand(regions))))


def place_said(words: str, regions: Collection[str]) -> str:
    """The place that somebody says to be in, in so many words or by the command; "" where none is said."""
    said = _AT.fullmatch(words.strip())
    return called_place(said["place"], regions).place if said else ""


def place_in(words: str, regions: Collection[str]) -> str:
    """The first place of an address in which rules of these regions hold; "" where none do.

    Example: 山东省淄博市张店区人民路1号 -> 张店区, where documents of 淄博市 are at hand
    """
    named = tree_over(tuple(regions)).named(words)
    return next((place.meant[0] for place in named if len(place.meant) == 1), "")


def common_name(places: Collection[str]) -> str:
    """The name that places share; empty without one. Example: 南京市鼓楼区, 徐州市鼓楼区 -> 鼓楼区."""
    first, *others = (region_of(place).own for place in places)
    return next((name for name in (*first[1:], first[0]) if all(name in own for own in others)), "")


def places_at_hand(regions: Iterable[str]) -> tuple[str, ...]:
    """The places that have documents, those that issued some together one by one."""
    return tuple(dict.fromkeys(member for region in regions for member in members(region)))


def parts_at_hand(regions: Collection[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(region, divisions right below it that have no documents) for each region that has such divisions."""
    parts = ((region, tuple(one for one in parts_of(region) if one not in regions)) for region in regions)
    return tuple((region, below) for region, below in parts if below)


def which_place(name: str, choices: Collection[str]) -> str:
    """The question which of several places is meant; `name` is what all are called, if anything."""
    asked = messages.WHICH_PLACE.format(name=name) if name else messages.WHICH_OF_PLACES
    return "\n".join([asked, *(f"· {one}" for one in choices)])


def at_hand(regions: Collection[str]) -> str:
    """A line on the regions whose documents are at hand; empty where none has a place."""
    return messages.AT_HAND.format(regions=places_named(regions)) if regions else ""


def places_named(regions: Collection[str]) -> str:
    """The places that have documents, the first few by name, and how many there are of more.

    A town is not named beside its county.
    """
    every = places_at_hand(regions)
    places = [
        one for one in every if not (_is_town(one) and any(holds_in(it, one) for it in every if it != one))
    ]
    named = "、".join(places[:_MOST_NAMED])
    return messages.AND_MORE.format(regions=named, count=len(places)) if len(places) > _MOST_NAMED else named


def _is_town(place: str) -> bool:
    return place.endswith(_TOWNS)


def example_place(regions: Collection[str]) -> str:
    """A place to name as an example: one that has documents."""
    return next(iter(regions), messages.EXAMPLE_PLACE)
