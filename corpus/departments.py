"""Names of departments: the one canonical name of each body in a region, and finding names in text."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from corpus.errors import RecordsError
from corpus.records import Responsibility
from corpus.regions import region_of
from corpus.text.bodies import district_of, is_body, is_town, is_vague, is_village

_DATA = Path(__file__).with_name("departments.toml")
_BRACKET = re.compile(r"（([^（）]*)）$")
_SECOND_BODY = re.compile(r"[省市州盟县区旗][\u4e00-\u9fff]{2,}")
"""A body in the bracket behind another one: it begins with its level. Example: `（区大数据局）`."""
_MIN_BARE = 3
"""Least length of a name without 区 or 市 in front: 法院 or 妇联 alone may be the body of any region."""
_LEVELS = frozenset("省市州盟县区旗")
_MARKET = "市场"
"""What the name of a body may begin with that is no level."""
_BUREAU = re.compile(r"[局委]$|管委会$|办事处$")
_OF_TOWN = re.compile(r"(?P<town>.{2,}(?:街道|镇|乡))(?:办|办事处|政府|人民政府)")
_TOWN_BODIES = {"街道": ("办事处", "办"), "镇": ("人民政府", "政府"), "乡": ("人民政府", "政府")}
"""What the government of a street, town or village is called behind its name."""
_VILLAGE_BODIES = {
    "村": ("委会", "村委会", "村民委员会"),
    "社区": ("居委会", "居民委员会"),
    "小区": ("业委会", "业主委员会"),
}
"""The same for a village, a community and an estate."""
_ESTATE_COMPANY = "物业"
"""How lists call the companies that run estates. Example: `和顺物业`."""
_MASS_BODIES = {
    "残疾人联合会": "残联",
    "妇女联合会": "妇联",
    "工商业联合会": "工商联",
    "科学技术协会": "科协",
    "文学艺术界联合会": "文联",
    "归国华侨联合会": "侨联",
}
"""Bodies of the people -> how everybody calls them."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A department named in a text at [start, end)."""

    text: str
    canonical: str
    region: str
    start: int
    end: int


@dataclass(frozen=True)
class Names:
    """Canonical name of every printed or everyday name, by region. Regions never share names."""

    printed: Mapping[str, Mapping[str, str]]
    """Region -> name as some document prints it -> canonical name; canonical names map to themselves."""
    spoken: Mapping[str, Mapping[str, str]]
    """Region -> everyday name -> canonical name."""

    def canonical(self, printed: str, region: str) -> str:
        """The one name of a body; an unknown name stands for itself.

        Example: "区发展和改革局" in 周村 -> "区发展改革局"
        """
        known = self.printed.get(region, {})
        for name in (printed, _BRACKET.sub("", printed)):
            for form in (name, _shortened(name, region), _called(_shortened(name, region))):
                if form in known:
                    return known[form]
        return printed

    def bodies(self, duty: Responsibility, region: str) -> tuple[str, ...]:
        """The one name of each body that a duty names: its own, then those in the bracket behind it.

        Example: 区政府办公室（区大数据局） in 周村 -> "区政府办公室", "区大数据局"
        """
        return self.bodies_of(duty.department, duty.canonical, region)

    def bodies_of(self, department: str, canonical: str, region: str) -> tuple[str, ...]:
        """The same of a department as printed and its one name."""
        bracket = _BRACKET.search(department)
        inside = bracket.group(1).split("、") if bracket else []
        second = [self.canonical(name, region) for name in inside if _SECOND_BODY.fullmatch(name)]
        return tuple(dict.fromkeys((canonical, *second)))

    def prefix(self, text: str, region: str) -> str:
        """The longest known printed name that `text` starts with; empty if none.

        Example: "区财政局经济建设科" in 周村 -> "区财政局"
        """
        known = self.printed.get(region, {})
        return max((name for name in known if text.startswith(name)), key=len, default="")

    def is_known(self, name: str, region: str) -> bool:
        """Whether a document of the region prints this name."""
        return name in self.printed.get(region, {})

    def with_bodies(self, bodies: Iterable[tuple[str, str]]) -> "Names":
        """These, and the bodies that documents print, as (region, name), under their everyday names too.

        What stands for many bodies or may stand for one of anywhere is left out: 各镇政府, 学校. A body that
        is printed with its region's name is meant without it, whatever the table calls so.

        Example: 周村区自来水公司 -> itself for 自来水公司
        """
        printed = {region: dict(known) for region, known in self.printed.items()}
        spoken = {region: dict(known) for region, known in self.spoken.items()}
        for region, name in bodies:
            if _is_one(name) and name not in printed.setdefault(region, {}):
                printed[region][name] = name
                for everyday in _everyday(name):
                    spoken.setdefault(region, {}).setdefault(everyday, name)
                if bare := _without_region(name, region):
                    spoken.setdefault(region, {})[bare] = name
        return Names(printed, spoken)

    def find(self, text: str, region: str | None = None) -> tuple[Mention, ...]:
        """Departments named in a text, longest match, left to right.

        Without a region, a name that several regions know gives one mention for each. A short name behind
        another level than its own names another body: 财政局 in 县财政局 is no 区财政局.

        Example: "农机补贴找发改委还是农业农村局", "周村" -> 区发展改革局, 区农业农村局
        """
        return tuple(self._find(text, region))

    def called(self, bodies: Iterable[tuple[str, str]]) -> frozenset[str]:
        """Words of which one stands wherever a text names one of some bodies, given as (region, name).

        Example: 周村, 区财政局 -> 财政局, which 周村区财政局 has too
        """
        forms = {
            form
            for region, canonical in bodies
            for form, name in self._questions.get(region, {}).items()
            if name == canonical
        }
        return frozenset(form for form in forms if not any(each in form for each in forms - {form}))

    def _find(self, text: str, region: str | None) -> Iterator[Mention]:
        for match in self._pattern.finditer(text):
            for known_in, names in self._questions.items():
                canonical = names.get(match.group())
                if canonical is None or region not in (None, known_in):
                    continue
                if not _is_of_other_level(text[: match.start()], match.group(), canonical):
                    yield Mention(match.group(), canonical, known_in, match.start(), match.end())

    @cached_property
    def _questions(self) -> Mapping[str, Mapping[str, str]]:
        """Region -> every form a question may use -> canonical name."""
        return {
            region: {
                **{form: name for printed, name in known.items() for form in _forms(printed, region)},
                **self.spoken.get(region, {}),
            }
            for region, known in self.printed.items()
        }

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = {form for names in self._questions.values() for form in names}
        return re.compile("|".join(map(re.escape, sorted(forms, key=lambda f: (-len(f), f)))) or r"(?!)")


def _is_one(name: str) -> bool:
    """Whether a printed name is that of one certain body. Example: 大街街道办事处 -> True; 学校 -> False."""
    if is_village(name) or name.endswith(_ESTATE_COMPANY):
        return True
    if is_vague(name) or not (is_body(name) or is_town(name)):
        return False
    return name[0] in _LEVELS or bool(district_of(name) or _BUREAU.search(name))


def _everyday(name: str) -> Iterator[str]:
    """What else a body is called.

    Example: 王村镇人民政府 -> 王村镇, 王村镇政府; 县残疾人联合会 -> 县残联; 大李庄村 -> 大李庄村村委会
    """
    if (short := _called(name)) != name:
        yield short
    if is_village(name):
        ends = next((ends for kind, ends in _VILLAGE_BODIES.items() if name.endswith(kind)), ())
        yield from (name + end for end in ends)
    match = _OF_TOWN.fullmatch(name)
    if match:
        town = match["town"]
        ends = next(ends for kind, ends in _TOWN_BODIES.items() if town.endswith(kind))
        yield from (town, *(town + end for end in ends if town + end != name))


def _called(name: str) -> str:
    """A body of the people as everybody calls it; other names as they are."""
    return next((name.replace(whole, short) for whole, short in _MASS_BODIES.items() if whole in name), name)


def bare_name(name: str, region: str) -> str:
    """A body of a region without region and level, one of the people as everybody calls it.

    Example: 青禾县残疾人联合会, 县残联 in 青禾县 -> 残联
    """
    bare, level = _called(_shortened(name, region)), _own_names(region)[1]
    return bare.removeprefix(level) if begins_with_level(bare, level) else bare


def begins_with_level(name: str, level: str) -> bool:
    """Whether a name of a body begins with a level: 区 of 区财政局; 市 of 市市场监管局, not of 市场监管局."""
    return bool(level) and name.startswith(level) and not name.startswith(_MARKET)


def _is_of_other_level(before: str, found: str, canonical: str) -> bool:
    """Whether a name without its level stands behind another level: 县 before 财政局 of 区财政局."""
    own, level = canonical[:1], before[-1:]
    return not begins_with_level(found, own) and own in _LEVELS and level in _LEVELS and level != own


def _own_names(region: str) -> tuple[tuple[str, ...], str]:
    """A region's full names and the character that stands for it before a department's name: 周村区, 区."""
    own = region_of(region).own
    last = own[0][-1:]
    level = last if last and last in _LEVELS else ""
    return tuple(name for name in own if level and name.endswith(level)), level


def _forms(printed: str, region: str) -> Iterator[str]:
    """A printed name, with the region's full names, and bare. Example: 区财政局, 周村区财政局, 财政局."""
    yield printed
    full, short = _own_names(region)
    if short and printed.startswith(short):
        bare = printed[len(short) :]
        whole = next((each for each, called in _MASS_BODIES.items() if called == bare), "")
        yield from (name + each for each in (bare, whole) if each for name in full)
        if whole:
            yield from (short + whole, whole)
        if len(bare) >= _MIN_BARE:
            yield bare


def _without_region(name: str, region: str) -> str:
    """A name without the full name of its region; empty where that leaves no body of its own."""
    full = next((full for full in _own_names(region)[0] if name.startswith(full)), "")
    bare = name[len(full) :] if full else ""
    return bare if len(bare) > _MIN_BARE and is_body(bare) and not district_of(bare) else ""


def _shortened(name: str, region: str) -> str:
    """Example: "周村区财政局" in 周村 -> "区财政局"."""
    names, short = _own_names(region)
    full = next((full for full in names if name.startswith(full)), "")
    return short + name[len(full) :] if full else name


@lru_cache(maxsize=1)
def load_names() -> Names:
    """The bundled table of departments.

    Raises:
        RecordsError: the table is damaged.
    """
    try:
        table = tomllib.loads(_DATA.read_text(encoding="utf-8"))
        return Names(
            {region: dict(_pairs(rows, "printed")) for region, rows in table.items()},
            {region: dict(_pairs(rows, "spoken")) for region, rows in table.items()},
        )
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise RecordsError(f"部门表读不了：{_DATA}（{error}）。请恢复这个文件。") from error


def _pairs(rows: Mapping[str, Mapping[str, list[str]]], column: str) -> Iterator[tuple[str, str]]:
    for canonical, row in rows.items():
        if column == "printed":
            yield canonical, canonical
        for name in row.get(column, []):
            yield name, canonical
