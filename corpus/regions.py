"""Regions: their names, toponyms, area code and hotlines, and which of them lies in which."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from corpus.errors import RecordsError
from corpus.gazetteer import load_gazetteer
from corpus.region_names import PROVINCES, toponym_at

_DATA = Path(__file__).with_name("regions.toml")
_LEVELS = re.compile(r"(?:特别行政区|新区|街道|[省市州区县旗盟镇乡])$")
_TOWN = re.compile(r".(?:街道|[镇乡])$")
_ZONE_ENDS = ("经开区", "高新区", "开发区", "示范区", "园区", "保税区", "度假区", "管理区")
_TOPONYMS = re.compile(r".{2,}?(?:省|自治区|市|自治州|盟)(?=.)|.+$")
_MIN_STEM = 2
"""Least characters that stand for a toponym without its level: 莘县 is never called 莘."""
_WORD_NAMES = Path(__file__).with_name("word_names.toml")
_ZONE_NAMES = (
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
    ("高新技术产业开发区", "高新区"),
    ("高新技术开发区", "高新区"),
)
"""How development zones are called in full and for short."""
_REMEMBERED = 4096
"""Regions whose names are read once; a province has about 2,000 districts and towns."""
JOINT = "、"
"""Stands between the members of a joint region."""
_NATIONAL = MappingProxyType({"政务服务便民热线": "12345", "税务": "12366"})


@dataclass(frozen=True, slots=True)
class Region:
    """One region whose documents the corpus holds."""

    name: str
    own: tuple[str, ...]
    """Its own names."""
    above: tuple[str, ...]
    """Names of the regions that it belongs to."""
    city: str
    area_code: str
    hotlines: Mapping[str, str]
    """Purpose -> number."""
    toponyms: tuple[str, ...]
    """Towns, streets, counties within it."""


@lru_cache(maxsize=1)
def load_regions() -> Mapping[str, Region]:
    """The known regions by name.

    Raises:
        RecordsError: the bundled table is damaged.
    """
    try:
        table = tomllib.loads(_DATA.read_text(encoding="utf-8"))
        return {name: _region(name, row) for name, row in table.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RecordsError(f"地区表读不了：{_DATA}（{error}）。请恢复这个文件。") from error


@lru_cache(maxsize=_REMEMBERED)
def region_of(name: str) -> Region:
    """A region by its name: from the table, else worked out from the name itself, which takes .1 ms.

    A region that is not in the table has the hotlines of the whole country. A town that one region of the
    table has lies there and has what that has.

    Example: `淄博市桓台县` -> called 淄博市桓台县, 桓台县 and 桓台, within 淄博市 and 山东省;
    `王村镇` -> called 王村镇 and 王村, within 周村区
    """
    known = load_regions().get(name)
    if known is not None:
        return known
    if JOINT in name:
        return _joint(name)
    *printed, last = _names_in(name)
    own = dict.fromkeys((name, *_called(last)))
    above = dict.fromkeys((*printed, *_usual([*reversed(_chain((*printed, last)))])))
    within = dict.fromkeys(called for toponym in above for called in _called(toponym))
    if not within and (county := _county_with(last)):
        called = tuple(one for one in own if one in county.toponyms)
        return replace(county, name=name, own=called, above=(*county.own, *county.above), toponyms=())
    county = load_regions().get(own_name(printed[-1])) if printed and _TOWN.search(last) else None
    if county is not None:
        called = tuple(one for one in own if one == name or one in county.toponyms)
        return replace(county, name=name, own=called, above=tuple(within), toponyms=())
    city = printed[-1] if printed else name
    return Region(name, tuple(own), tuple(within), city, "", _NATIONAL, ())


def _county_with(town: str) -> Region | None:
    """The one region of the table that has a town of this name; None where none or several have."""
    having = [region for region in load_regions().values() if town in region.toponyms and _TOWN.search(town)]
    return having[0] if len(having) == 1 else None


def members(region: str) -> tuple[str, ...]:
    """The regions that a joint one consists of; itself where it is none.

    Example: 徐州市、宿州市, which issued a document together -> 徐州市, 宿州市
    """
    return tuple(region.split(JOINT))


def _joint(name: str) -> Region:
    """What is known of a joint region: what is known of each of its members."""
    each = [region_of(member) for member in members(name)]
    own = (name, *(called for region in each for called in region.own))
    above = dict.fromkeys(called for region in each for called in region.above)
    return Region(name, own, tuple(above), "", "", _NATIONAL, ())


def holds_in(name: str, other: str) -> bool:
    """Whether a document of the region `name` applies in `other`: in itself and in what belongs to it.

    What several places issued together applies in each of them.

    Example: 山东省 in 周村 -> True; 周村 in 聊城 -> False
    """
    if JOINT in name or JOINT in other:
        return all(any(holds_in(one, part) for one in members(name)) for part in members(other))
    return is_same(name, other) or not set(region_of(name).own).isdisjoint(region_of(other).above)


def is_town_in(name: str, county: str) -> bool:
    """Whether a region is a town, street or township of another. Example: 周村区王村镇 in 周村 -> True."""
    return _TOWN.search(name) is not None and holds_in(county, name) and not holds_in(name, county)


def nearest_first(place: str | None, others: Iterable[str]) -> list[str]:
    """Those of other places that a place is or belongs to, the nearest first."""
    around = [other for other in others if place and holds_in(other, place)]
    return sorted(around, key=lambda one: steps_above(place or "", one, around))


def steps_above(place: str, one: str, around: Iterable[str]) -> int:
    """How many of the regions around a place are nearer to it than one of them.

    Of a joint region that member counts which the place is or belongs to.
    """
    meant = _member_around(one, place)
    nearer = (other for other in around if other != one)
    return sum(holds_in(meant, near) for other in nearer if (near := _member_around(other, place)) != meant)


def _member_around(region: str, place: str) -> str:
    return next((member for member in members(region) if holds_in(member, place)), region)


def lies_in(toponym: str, region: Region) -> bool:
    """Whether a place, named with or without its level, is a division within a region.

    Example: 胶州 in 青岛市 -> True; 胶州 in 济南市 -> False
    """
    chains = load_gazetteer().chains
    full = (toponym, *(toponym + level for level in "市县区"))
    return any(not set(region.own).isdisjoint(chain) for name in full for chain in chains.get(name, ()))


def is_same(name: str, other: str) -> bool:
    """Whether two names mean one region. Example: `清河市青禾县`, `青禾县` -> True."""
    one, two = sorted((_names_in(name), _names_in(other)), key=len)
    return name == other or (one[-1] == two[-1] and set(one) <= set(two))


def names_place(name: str) -> bool:
    """Whether a name may be that of a place: of the table, a division of China, or with a level at its end.

    Example: `青禾县` -> True; `火星` -> False; empty -> True, nothing is named
    """
    known = name in load_regions() or name in load_gazetteer() or name in PROVINCES
    return not name or known or _LEVELS.search(name) is not None


def own_name(region: str) -> str:
    """The name here of a region that may be called otherwise. Example: "周村区" -> "周村"."""
    known = load_regions().items()
    return next((name for name, row in known if region.strip() in row.own), region.strip())


def name_of(names: Sequence[str]) -> str:
    """What a region is called here whose levels a text prints, the largest first.

    A county that the divisions of China hold once is called by its own name alone, so that documents which
    print its city and documents which do not belong together; a town keeps what it belongs to.

    Example: 广州市, 天河区 -> `天河区`; 佛山市, 南海区, 桂城街道 -> `佛山市南海区桂城街道`
    """
    names = _usual(names)
    first, last = names[0], names[-1]
    above = _usual(load_gazetteer().above(last))
    if len(names) == 1 or (above and names[-2].startswith((*above, *PROVINCES))):
        return own_name(last)
    return "".join(names[1:] if first.startswith(PROVINCES) and not first.endswith("市") else names)


@lru_cache(maxsize=_REMEMBERED)
def _names_in(name: str) -> tuple[str, ...]:
    """The levels of a region's name, the largest first. Example: `淄博市桓台县` -> 淄博市, 桓台县.

    Each question asks of every place that has documents whether it lies where the question is about.
    """
    read = toponym_at(name, 0)
    if read is not None and read.end == len(name):
        return tuple(_usual(read.names))
    return tuple(_TOPONYMS.findall(name)) or (name,)


def _usual(names: Sequence[str]) -> list[str]:
    return [load_gazetteer().usual_name(name) for name in names]


def _chain(names: Sequence[str]) -> tuple[str, ...]:
    """What a region belongs to in the table of divisions, the province first; empty where it has none.

    Example: 桓台县 -> 山东省, 淄博市; 广州市, 天河区 -> 广东省, 广州市
    """
    gazetteer = load_gazetteer()
    for position in range(len(names) - 1, -1, -1):
        name = names[position]
        chain = gazetteer.above(name) or (gazetteer.within(name, names[position - 1]) if position else ())
        if chain:
            return chain
    return ()


def _called(toponym: str) -> tuple[str, ...]:
    """A toponym with and without its level and the peoples that it names.

    Example: `桓台县` -> 桓台县, 桓台; `莘县` -> 莘县; `延边州` -> 延边州, 延边, 延边朝鲜族自治州
    """
    zone = next((kind for kind in _ZONE_NAMES if toponym.endswith(kind[0])), None)
    if zone is not None:
        return (toponym, toponym.removesuffix(zone[0]) + zone[1])
    short = load_gazetteer().short_name(toponym)
    full = load_gazetteer().full.get(toponym, toponym)
    return tuple(dict.fromkeys((toponym, *_with_stem(short), full)))


def _with_stem(toponym: str) -> tuple[str, ...]:
    level = _LEVELS.search(toponym)
    stem = toponym[: level.start()] if level and not toponym.endswith(_ZONE_ENDS) else ""
    if toponym.endswith("自治区"):
        stem = next((province for province in PROVINCES if toponym.startswith(province)), "")
    ambiguous = stem in _words() or (
        stem.startswith(PROVINCES) and toponym in load_gazetteer() and _is_lower(toponym)
    )
    return (
        (toponym,) if len(stem) < _MIN_STEM or ambiguous or _names_a_city(stem, toponym) else (toponym, stem)
    )


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """Names of regions that are ordinary words without their level: 惠民县, 安居区."""
    try:
        return frozenset(tomllib.loads(_WORD_NAMES.read_text(encoding="utf-8"))["words"].split())
    except (OSError, ValueError, KeyError) as error:
        raise RecordsError(f"词表读不了：{_WORD_NAMES}（{error}）。请恢复这个文件。") from error


def _is_lower(toponym: str) -> bool:
    """Whether a division is no province. Example: 河北区 of 天津, which is never called 河北."""
    return () not in load_gazetteer().chains[toponym]


def _names_a_city(stem: str, toponym: str) -> bool:
    """Whether a name without its level is that of a larger place. Example: 承德 is 承德市, never 承德县."""
    return not toponym.endswith("市") and f"{stem}市" in load_gazetteer()


def _region(name: str, row: Mapping[str, object]) -> Region:
    def strings(key: str) -> tuple[str, ...]:
        values = row[key]
        if not isinstance(values, list):
            raise TypeError(key)
        return tuple(map(str, values))

    hotlines = row["hotlines"]
    if not isinstance(hotlines, dict):
        raise TypeError("hotlines")
    return Region(
        name=name,
        own=strings("own"),
        above=strings("above"),
        city=str(row["city"]),
        area_code=str(row["area_code"]),
        hotlines={str(use): str(number) for use, number in hotlines.items()},
        toponyms=strings("toponyms"),
    )
