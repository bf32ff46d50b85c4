"""Which telephone area codes belong to a region."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from corpus.errors import RecordsError
from corpus.gazetteer import load_gazetteer
from corpus.regions import JOINT, members, region_of

_DATA = Path(__file__).with_name("area_codes.toml")


@lru_cache(maxsize=1024)
def codes_of(region: str) -> frozenset[str]:
    """The area codes in use in a region, those of all its cities for a province; empty where none is known.

    Example: 周村 -> 0533; 山东省 -> 0530, 0531 and others; "" -> ()

    Raises:
        RecordsError: the bundled table is damaged.
    """
    if not region:
        return frozenset()
    if JOINT in region:
        return frozenset().union(*map(codes_of, members(region)))
    known = region_of(region)
    codes = next((codes for name in (*known.own, *known.above) if (codes := _codes().get(name))), frozenset())
    return codes | {known.area_code} if known.area_code else codes


def code_of(region: str) -> str:
    """The one area code of a region; empty where none is known, or several are in use.

    Example: 淄博市桓台县 -> 0533; 山东省 -> ""

    Raises:
        RecordsError: the bundled table is damaged.
    """
    codes = codes_of(region)
    return next(iter(codes)) if len(codes) == 1 else ""


@lru_cache(maxsize=1)
def all_codes() -> frozenset[str]:
    """Every area code of the table.

    Raises:
        RecordsError: the bundled table is damaged.
    """
    return frozenset().union(*_codes().values())


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, frozenset[str]]:
    """City, county without a city, or province -> its codes."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code, names in _rows():
        for name in names:
            found[name].add(code)
            for above in load_gazetteer().above(name)[:1]:
                found[above].add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


def _rows() -> Iterable[tuple[str, list[str]]]:
    try:
        table = tomllib.loads(_DATA.read_text(encoding="utf-8"))
        return [(code, names.split()) for code, names in table.items()]
    except (OSError, ValueError, AttributeError) as error:
        raise RecordsError(f"区号表读不了：{_DATA}（{error}）。请恢复这个文件。") from error
