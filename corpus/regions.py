"""Regions: their toponyms, area code and hotlines, and how a printed phone is dialled from anywhere."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from corpus.errors import RecordsError
from corpus.text.phones import narrow

_DATA = Path(__file__).with_name("regions.toml")
_EXTENSION = re.compile(r"(?:-|(?P<called>\(?\s?(?:转分机|转|分机)\s?))(?P<number>\d{1,5})\)?$")
_SEPARATORS = re.compile(r"[\s()-]+")
_SERVICES = ("400", "800")
_LEVELS = "省市区县旗州盟"
_TOPONYMS = re.compile(r".{2,}?(?:省|自治区|市|自治州|盟)(?=.)|.+$")
_MIN_STEM = 2
"""Least characters that stand for a toponym without its level: 莘县 is never called 莘."""
_NATIONAL = MappingProxyType({"政务服务便民热线": "12345", "税务": "12366"})
_LOCAL_LENGTHS = (7, 8)
_THREE_DIGIT_CODES = ("010", "02")
"""Beijing and the codes 020 to 029 have three digits, all other area codes four. Source: GB area codes."""


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
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise RecordsError(f"地区表读不了：{_DATA}（{error}）。请恢复这个文件。") from error


def region_of(name: str) -> Region:
    """A region by its name: from the table, else worked out from the name itself.

    A region that is not in the table has no area code, and the hotlines of the whole country.

    Example: `淄博市桓台县` -> called 淄博市桓台县, 桓台县 and 桓台, within 淄博市
    """
    known = load_regions().get(name)
    if known is not None:
        return known
    *above, last = _TOPONYMS.findall(name) or [name]
    own = dict.fromkeys((name, *_called(last)))
    within = dict.fromkeys(called for toponym in above for called in _called(toponym))
    return Region(name, tuple(own), tuple(within), above[-1] if above else name, "", _NATIONAL, ())


def holds_in(name: str, other: str) -> bool:
    """Whether a document of the region `name` applies in `other`: in itself and in what belongs to it.

    Example: 山东省 in 周村 -> True; 周村 in 聊城 -> False
    """
    return name == other or not set(region_of(name).own).isdisjoint(region_of(other).above)


def _called(toponym: str) -> tuple[str, ...]:
    """A toponym with and without its level. Example: `桓台县` -> 桓台县, 桓台; `莘县` -> 莘县."""
    return (toponym, toponym[:-1]) if toponym[-1:] in _LEVELS and len(toponym) > _MIN_STEM else (toponym,)


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


def dial(phone: str | None, region: Region | None) -> str | None:
    """A printed phone as dialled from anywhere; as printed when its area is unknown.

    An extension is asked for after 转 where the document prints 转, else dialled after a dash.

    Example: "6195136" in 周村 -> "0533-6195136"; "（0533）6195136转801" -> "0533-6195136转801"
    """
    if not phone:
        return None
    bare, extension = _without_extension(narrow(phone))
    digits = _SEPARATORS.sub("", bare)
    if not digits.isdigit():
        return phone
    return _dialled(digits, region) + extension


def _without_extension(phone: str) -> tuple[str, str]:
    """A number and what is asked for or dialled after it. Example: `6195136转801` -> `6195136`, `转801`."""
    match = _EXTENSION.search(phone)
    if match is None or sum(map(str.isdigit, phone[: match.start()])) < min(_LOCAL_LENGTHS):
        return phone, ""
    if phone.startswith((*_SERVICES, "1")) and match["called"] is None:
        return phone, ""
    return phone[: match.start()], ("转" if match["called"] else "-") + match["number"]


def _dialled(digits: str, region: Region | None) -> str:
    if digits.startswith(_SERVICES) and len(digits) == 10:
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    if digits.startswith("0"):
        cut = 3 if digits.startswith(_THREE_DIGIT_CODES) else 4
        return f"{digits[:cut]}-{digits[cut:]}"
    if len(digits) in _LOCAL_LENGTHS and region is not None and region.area_code:
        return f"{region.area_code}-{digits}"
    return digits
