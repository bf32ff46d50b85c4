"""A place as somebody chooses it, whatever the channel: settled, one of several, or none that serves."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.messages import places as messages
from corpus.regions import region_of
from retrieval.question import tree_over

_MOST_NAMED = 8
"""Regions that one line names; more are counted."""


@dataclass(frozen=True, slots=True)
class CalledPlace:
    """What words that name a place come to; one of the fields is filled."""

    place: str = ""
    """By its name here."""
    choices: tuple[str, ...] = ()
    """The places that share the name."""
    why_not: str = ""
    """One line on why it does not serve, and what to do."""


def called_place(words: str, regions: Collection[str]) -> CalledPlace:
    """The place that words name, among those where documents of these regions hold.

    Example: 淄博市张店区 -> 张店区, where documents of 淄博市 are at hand; 火星 -> a line that says so
    """
    said = "".join(words.split())
    if said in regions:
        return CalledPlace(said)
    named = tree_over(tuple(regions)).called(said)
    if named is None or not (named.every or named.meant):
        lines = messages.NO_SUCH_PLACE.format(words=said, example=example_place(regions)), at_hand(regions)
        return CalledPlace(why_not="".join(lines))
    if len(named.meant) > 1:
        return CalledPlace(choices=named.meant)
    if named.meant:
        return CalledPlace(named.meant[0])
    return CalledPlace(why_not="".join((messages.NO_RULES_THERE.format(place=said), at_hand(regions))))


def common_name(places: Collection[str]) -> str:
    """The name that places share. Example: 南京市鼓楼区, 徐州市鼓楼区 -> 鼓楼区."""
    first, *others = (region_of(place).own for place in places)
    return next((name for name in first[1:] if all(name in own for own in others)), "")


def which_place(name: str, choices: Collection[str]) -> str:
    """The question which of the places of one name is meant, with all of them."""
    return "\n".join([messages.WHICH_PLACE.format(name=name), *(f"· {one}" for one in choices)])


def at_hand(regions: Collection[str]) -> str:
    """A line on the regions whose documents are at hand; empty where none has a place."""
    if not regions:
        return ""
    named = "、".join(tuple(regions)[:_MOST_NAMED])
    if len(regions) > _MOST_NAMED:
        named = messages.AND_MORE.format(regions=named, count=len(regions))
    return messages.AT_HAND.format(regions=named)


def example_place(regions: Collection[str]) -> str:
    """A place to name as an example: one that has documents."""
    return next(iter(regions), messages.EXAMPLE_PLACE)
