"""The administrative divisions of China: which names are divisions, and what each belongs to."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.errors import RecordsError

_DATA = Path(__file__).with_name("gazetteer.toml")


@dataclass(frozen=True)
class Gazetteer:
    """All divisions down to counties, by full name; a name that several bear has several chains."""

    chains: Mapping[str, tuple[tuple[str, ...], ...]]
    """Full name -> for each division of that name what it belongs to, the province first."""

    def above(self, name: str) -> tuple[str, ...]:
        """What a division belongs to, the province first; empty where its name alone does not tell.

        Example: 苍南县 -> 浙江省, 温州市; 鼓楼区 -> (), four cities have one
        """
        chains = self.chains.get(name, ())
        return chains[0] if len(chains) == 1 else ()

    def within(self, name: str, city: str) -> tuple[str, ...]:
        """What the division of that name in a city belongs to, the province first; else empty."""
        return next((chain for chain in self.chains.get(name, ()) if city in chain), ())

    def __contains__(self, name: str) -> bool:
        return name in self.chains


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The bundled table.

    Raises:
        RecordsError: it is damaged.
    """
    try:
        table = tomllib.loads(_DATA.read_text(encoding="utf-8"))
        chains: dict[str, tuple[tuple[str, ...], ...]] = {}
        for name, above in _read(table):
            chains[name] = (*chains.get(name, ()), above)
        return Gazetteer(chains)
    except (OSError, ValueError, AttributeError) as error:
        raise RecordsError(f"行政区划表读不了：{_DATA}（{error}）。请恢复这个文件。") from error


def _read(table: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for province, cities in table.items():
        yield province, ()
        for city, counties in cities.items():
            above = (province, city) if city else (province,)
            if city:
                yield city, (province,)
            yield from ((county, above) for county in counties.split())
