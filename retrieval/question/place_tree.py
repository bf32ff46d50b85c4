"""The tree of places, as seen from the regions whose documents are at hand, and where a text names one.

Every division of China is in it, and the towns that have documents. A place without documents of its own is
asked about like one that has some, where the rules of what it belongs to are at hand.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from corpus.gazetteer import load_gazetteer
from corpus.regions import Region, holds_in, is_town_in, members, name_of, nearest_first, region_of
from retrieval.question.toponyms import away_masked, names_otherwise, place_names

_LEVELS = ("市", "省", "自治区", "州", "盟", "地区", "特别行政区", "区", "县", "旗")
"""What may follow a name that leaves its level out, the larger first: 承德 is 承德市, never 承德县."""
_SHORTEST = 2
_BETWEEN = re.compile(r"[的，, ]?")
"""What may stand between a place and one within it: 徐州的云龙区."""
_TOWN = re.compile(
    r"(?:(?![哪各每个这那些有的在是到去和与及所全本我你办领给多几怎何乡村镇街])[\u4e00-\u9fff]){1,3}?(?:街道|村?镇(?![级村])|乡(?![村镇]))"
)
"""A town of any name; what it is called begins with no word that asks."""
_IS_TOWN = re.compile(r".(?:街道|[镇乡])$")
_REMEMBERED = 4096
_TEXTS = 256
"""Texts are remembered, since one question is looked at by several parts."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place as a text names it, with what it belongs to where that stands before it."""

    words: str
    start: int
    every: tuple[str, ...]
    """The places of that name, by their names here; empty for one abroad."""
    meant: tuple[str, ...] = ()
    """Those of them in which rules at hand hold."""

    @property
    def end(self) -> int:
        """Offset of what follows it."""
        return self.start + len(self.words)


class PlaceTree:
    """Which places words name, and whose rules hold there."""

    def __init__(self, regions: Sequence[Region]) -> None:
        """`regions` are those whose documents are at hand."""
        self._regions = tuple(regions)
        own = defaultdict[str, list[str]](list)
        for held in (region_of(member) for region in regions for member in members(region.name)):
            for name in (*held.own, *held.toponyms):
                own[name].append(held.name)
        self._own: Mapping[str, Sequence[str]] = {name: _innermost(held) for name, held in own.items()}
        self._short = frozenset(place_names())
        self._holding = lru_cache(_REMEMBERED)(self._holding_in)
        self._named = lru_cache(_TEXTS)(self._named_in)

    def holding(self, place: str) -> tuple[str, ...]:
        """The regions whose documents hold in a place, the nearest first; none for a place elsewhere.

        Example: 张店区 -> 淄博市, 山东省, where documents of these two are at hand
        """
        return self._holding(place)

    def named(self, text: str) -> tuple[NamedPlace, ...]:
        """The places that a text names, in order; what it names of one after another is one place.

        What somebody only comes from, or where a relative of theirs works, is not asked about.

        Example: `徐州市云龙区和泉山区` -> 云龙区 of 徐州市, 泉山区
        """
        return self._named(text)

    def _named_in(self, text: str) -> tuple[NamedPlace, ...]:
        found: list[NamedPlace] = []
        for place in self._one_by_one(text, away_masked(text)):
            before = found[-1] if found else None
            joined = before and self._joined(text, before, place)
            found[-1:] = [joined] if joined else [*found[-1:], place]
        return tuple(
            replace(p, meant=tuple(one for one in p.every if self.holding(one)))
            for p in (self._with_town(text, p) for p in found)
        )

    def called(self, words: str) -> NamedPlace | None:
        """The place that words name and nothing beside it; None where they do not.

        Example: `淄博市张店区` -> 张店区; `鼓楼区` -> that of 徐州市 and that of 南京市
        """
        bare = "".join(words.split())
        named = self.named(bare)
        return named[0] if len(named) == 1 and named[0].words == bare else None

    def is_around(self, place: NamedPlace) -> bool:
        """Whether a place contains regions at hand, though no rule of its own is: 淄博市 around 周村."""
        return any(holds_in(one, region.name) for one in place.every for region in self._regions)

    def _holding_in(self, place: str) -> tuple[str, ...]:
        return tuple(nearest_first(place, (region.name for region in self._regions)))

    def _one_by_one(self, text: str, open_text: str) -> Iterator[NamedPlace]:
        """What stands where, the longest name first; `open_text` hides what is not asked about."""
        at = 0
        while at < len(text):
            place = self._at(text, at, open_text)
            within = (
                self._at(text, place.end - 1, open_text) if place and place.end - at > _SHORTEST else None
            )
            if place and within and (city := self._shared(place, within)):
                yield city
                place = within
            if place:
                yield place
            at = place.end if place else at + 1

    def _shared(self, place: NamedPlace, within: NamedPlace) -> NamedPlace | None:
        """A city without its level, where that begins the name of its district: 枣庄 in 枣庄市中区."""
        short = place.words[:-1]
        lies = any(_lies_in(one, other) for one in within.every for other in place.every)
        return replace(place, words=short) if lies and set(self._called(short)) & set(place.every) else None

    def _at(self, text: str, start: int, open_text: str) -> NamedPlace | None:
        for length in self._lengths.get(text[start : start + _SHORTEST], ()):
            end = start + length
            words = text[start:end]
            if len(words) < length:
                continue
            own = self._own.get(words, ())
            hidden = words not in open_text[start:end] or names_otherwise(text, start, end)
            every = () if hidden and not own else self._called(words)
            if own:
                within = [one for one in every if set(own) & set(self.holding(one))]
                return NamedPlace(words, start, tuple(dict.fromkeys((*within, *(() if within else own)))))
            if every or (not hidden and words in self._short):
                return NamedPlace(words, start, every)
        return None

    @cached_property
    def _lengths(self) -> Mapping[str, Sequence[int]]:
        """How names begin -> how long those are that begin so, the longest first."""
        lengths = defaultdict[str, set[int]](set)
        for name in {*self._own, *self._around, *_divisions(), *self._short}:
            lengths[name[:_SHORTEST]].add(len(name))
        return {begun: sorted(long, reverse=True) for begun, long in lengths.items()}

    def _called(self, words: str) -> tuple[str, ...]:
        return self._around.get(words) or divisions_called(words)

    @cached_property
    def _around(self) -> Mapping[str, tuple[str, ...]]:
        """What the districts of the cities at hand are called for short -> the districts."""
        short = defaultdict[str, dict[str, None]](dict)
        held = (member for region in self._regions for member in members(region.name))
        for chain in {chain for member in held if (chain := _city_of(member))}:
            for district in _districts()[chain]:
                for name in region_of(district).own:
                    short[name][district] = None
        return {name: tuple(districts) for name, districts in short.items() if name not in _divisions()}

    def _joined(self, text: str, before: NamedPlace, place: NamedPlace) -> NamedPlace | None:
        """Two places as one, where the second lies in the first."""
        if not _BETWEEN.fullmatch(text, before.end, place.start):
            return None
        every = dict.fromkeys((*place.every, *divisions_called(place.words)))
        within = tuple(one for one in every if any(_lies_in(one, other) for other in before.every))
        return NamedPlace(text[before.start : place.end], before.start, within) if within else None

    def _with_town(self, text: str, place: NamedPlace) -> NamedPlace:
        """A place with the town behind it, where towns of the same district have documents."""
        if len(place.every) != 1 or not self.has_towns(place.every[0]):
            return place
        own = region_of(place.every[0]).own
        if place.words not in own and _IS_TOWN.search(place.words):
            return replace(place, every=(own[0] + place.words,))
        town = _TOWN.match(text, place.end)
        if town is None:
            return place
        return replace(place, words=place.words + town[0], every=(own[0] + town[0],))

    def has_towns(self, county: str) -> bool:
        """Whether towns of a district have documents of their own."""
        return any(is_town_in(region.name, county) for region in self._regions)


@lru_cache(maxsize=8)
def tree_over(names: tuple[str, ...]) -> PlaceTree:
    """The tree seen from the regions of these names."""
    return PlaceTree([region_of(name) for name in names])


@lru_cache(maxsize=_REMEMBERED)
def parts_of(region: str) -> tuple[str, ...]:
    """The divisions right below a region, by their names here; none below a county.

    Example: 江苏省 -> 南京市, 无锡市 and others; 徐州市 -> 徐州市鼓楼区, 云龙区 and others
    """
    full = region_of(region).own[0]
    if () in load_gazetteer().chains.get(full, ()) and (full,) not in _districts():
        cities = (city for chain in _districts() if chain[0] == full for city in chain[1:])
        return tuple(name_of((full, city)) for city in cities)
    city = _city_of(region)
    return tuple(_districts()[city]) if city and city[-1] == full else ()


def divisions_called(words: str) -> tuple[str, ...]:
    """The divisions that words name, by their names here: any with its level, well-known ones without.

    Example: `鼓楼区` -> 南京市鼓楼区, 徐州市鼓楼区, 福州市鼓楼区, 开封市鼓楼区; `张店` -> 张店区
    """
    return tuple(dict.fromkeys(name_of(names) for names in _divisions().get(words, ())))


@lru_cache(maxsize=1)
def _divisions() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Names -> the divisions of each with all that they belong to, the largest first."""
    chains = load_gazetteer().chains
    known = {
        name: [(*chain, name) for chain in above]
        for name, above in chains.items()
        if len(name) > 2 and name not in _WORDS
    }
    for short in place_names():
        full = next((short + level for level in ("", *_LEVELS) if short + level in chains), None)
        full = full or next((name for name in chains if () in chains[name] and name.startswith(short)), None)
        if full:
            known[short] = [(*chain, full) for chain in chains[full]]
    return known


_WORDS = frozenset(("老城区", "新城区", "新市区", "古城区"))
"""Names that are words too; a question means a district only with its city before it."""


@lru_cache(maxsize=1)
def _districts() -> Mapping[tuple[str, ...], Sequence[str]]:
    """City, behind its province -> the names here of its districts."""
    found = defaultdict[tuple[str, ...], list[str]](list)
    for name, chains in load_gazetteer().chains.items():
        for chain in chains:
            if len(chain) > 1 or (chain and chain[0].endswith("市")):
                found[chain].append(name_of((*chain, name)))
    return found


def _city_of(region: str) -> tuple[str, ...] | None:
    """The city that a region is or lies in, behind its province; None for a province."""
    known, chains = region_of(region), load_gazetteer().chains
    for name in (*known.own, *reversed(known.above)):
        cities = (city for chain in chains.get(name, ()) for city in ((*chain, name), chain))
        city = next((city for city in cities if city in _districts()), None)
        if city:
            return city
    return None


def _innermost(regions: Sequence[str]) -> Sequence[str]:
    """The regions of a name that no other of them lies in: a town, not the district that lists it."""
    return [one for one in regions if not any(_lies_in(other, one) for other in regions)]


def _lies_in(place: str, other: str) -> bool:
    return place != other and holds_in(other, place)
