"""A tree of places for generated libraries: province, city, district and town.

Provinces, cities and districts are official divisions of the bundled table; towns are invented.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import product

from corpus.gazetteer import load_gazetteer
from corpus.regions import name_of

CITIES, DISTRICTS, TOWNS = 6, 4, 2
"""Of one province, of one city, of one district."""
_LONGEST = 4
"""Characters; names of autonomous counties are longer and have short forms of their own."""
_FIRST, _SECOND = "柳青石白云清龙凤金玉", "河泉桥庄岭溪湾坪堡集"


class PlaceLevel(IntEnum):
    """How deep in the tree a place stands."""

    PROVINCE = 0
    CITY = 1
    DISTRICT = 2
    TOWN = 3


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the tree, which issues documents."""

    chain: tuple[str, ...]
    """Full names, its province first, its own last."""

    @property
    def name(self) -> str:
        """Its own full name."""
        return self.chain[-1]

    @property
    def level(self) -> PlaceLevel:
        """Its level in the tree."""
        return PlaceLevel(len(self.chain) - 1)

    @property
    def region(self) -> str:
        """What the project calls it as the region of a document."""
        return name_of(self.chain)

    @property
    def level_word(self) -> str:
        """What names of its departments begin with: 省, 市, 区 or 县; a town's are those of its district."""
        return self.chain[min(self.level, PlaceLevel.DISTRICT)][-1]

    @property
    def towns(self) -> tuple[str, ...]:
        """Invented towns within it; a town has itself alone."""
        if self.level is PlaceLevel.TOWN:
            return (self.name,)
        chance = random.Random("".join(self.chain))
        stems = chance.sample(["".join(pair) for pair in product(_FIRST, _SECOND)], TOWNS)
        return tuple(stem + "镇" for stem in stems)

    def at(self, level: PlaceLevel) -> str:
        """The full name of the place of a level that it lies in; its own where it stands above that level."""
        return self.chain[min(level, self.level)]


def bare(name: str) -> str:
    """A name without its level, where two characters remain. Example: `桓台县` -> 桓台; `莘县` -> 莘县."""
    return name[:-1] if len(name) > 2 else name


def places(seed: int) -> Iterator[Place]:
    """All places that libraries may have, each after what it lies in, in an order that the seed decides."""
    chance = random.Random(f"places/{seed}")
    provinces = [name for name in _below(()) if len(name) <= _LONGEST and len(_below((name,))) >= CITIES]
    for province in chance.sample(provinces, len(provinces)):
        yield Place((province,))
        cities = [name for name in _below((province,)) if len(_below((province, name))) >= DISTRICTS]
        for city in chance.sample(cities, min(CITIES, len(cities))):
            yield Place((province, city))
            for district in chance.sample(_below((province, city)), DISTRICTS):
                own = Place((province, city, district))
                yield own
                yield from (Place((*own.chain, town)) for town in own.towns)


def _below(chain: Sequence[str]) -> list[str]:
    """The divisions directly within one, in the order of the table, those with long names left out."""
    table = load_gazetteer()
    return [
        name
        for name, chains in table.chains.items()
        if tuple(chain) in chains and 3 <= len(name) <= _LONGEST and name not in table.full
    ]
