"""The administrative divisions of China: which names are divisions, and what each belongs to."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.errors import RecordsError

_DATA = Path(__file__).with_name("gazetteer.toml")
_PEOPLES = (
    "藏|回|满|苗|彝|壮|侗|瑶|白|土家|哈尼|傣|黎|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|"
    "阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|傈僳|布依|朝鲜|蒙古|哈萨克|锡伯|鄂伦春|各"
)
_AUTONOMOUS = re.compile(rf"(?P<stem>[\u4e00-\u9fff]{{2,5}}?)(?:(?:{_PEOPLES})族?)+自治(?P<level>[州县])")
"""Prefectures and counties whose full names name peoples; people and documents leave these out."""


@dataclass(frozen=True)
class Gazetteer:
    """All divisions down to counties, by name; a name that several bear has several chains."""

    chains: Mapping[str, tuple[tuple[str, ...], ...]]
    """Full or short name -> for each division of that name what it belongs to, the province first."""
    full: Mapping[str, str]
    """Short name of an autonomous prefecture or county -> its full name."""

    def above(self, name: str) -> tuple[str, ...]:
        """What a division belongs to, the province first; empty where its name alone does not tell.

        Example: 苍南县 -> 浙江省, 温州市; 鼓楼区 -> (), four cities have one
        """
        chains = self.chains.get(name, ())
        return chains[0] if len(chains) == 1 else ()

    def within(self, name: str, city: str) -> tuple[str, ...]:
        """What the division of that name in a city belongs to, the province first; else empty."""
        return next((chain for chain in self.chains.get(name, ()) if city in chain), ())

    def usual_name(self, name: str) -> str:
        """What governments call a division: a prefecture by its short name, a county by its full one.

        Example: 红河哈尼族彝族自治州 -> 红河州; 屏边县 -> 屏边苗族自治县; 青岛市 -> 青岛市
        """
        long = self.full.get(name, name)
        return self.short_name(long) if long.endswith("州") else long

    def short_name(self, name: str) -> str:
        """A division's name without the peoples that it names. Example: 红河哈尼族彝族自治州 -> 红河州."""
        named = _AUTONOMOUS.fullmatch(name)
        return named["stem"] + named["level"] if named else name

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
        return _with_short_names(chains)
    except (OSError, ValueError, AttributeError) as error:
        raise RecordsError(f"行政区划表读不了：{_DATA}（{error}）。请恢复这个文件。") from error


def _with_short_names(chains: Mapping[str, tuple[tuple[str, ...], ...]]) -> Gazetteer:
    """The table with short names beside full ones, where no other division is called so."""
    long = Gazetteer(chains, {})
    full = {short: name for name in chains if (short := long.short_name(name)) not in chains}
    return Gazetteer({**chains, **{short: chains[name] for short, name in full.items()}}, full)


def _read(table: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for province, cities in table.items():
        yield province, ()
        for city, counties in cities.items():
            above = (province, city) if city else (province,)
            if city:
                yield city, (province,)
            yield from ((county, above) for county in counties.split())
