"""Names of departments: the one canonical name of each body in a region, and finding names in text."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from corpus.errors import RecordsError
from corpus.records import Responsibility
from corpus.regions import load_regions

_DATA = Path(__file__).with_name("departments.toml")
_BRACKET = re.compile(r"（([^（）]*)）$")
_SECOND_BODY = re.compile(r"[省市州盟县区旗][\u4e00-\u9fff]{2,}")
"""A body in the bracket behind another one: it begins with its level. Example: `（区大数据局）`."""
_MIN_BARE = 3
"""Least length of a name without 区 or 市 in front: 法院 or 妇联 alone may be the body of any region."""


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
            for form in (name, _shortened(name, region)):
                if form in known:
                    return known[form]
        return printed

    def bodies(self, duty: Responsibility, region: str) -> tuple[str, ...]:
        """The one name of each body that a duty names: its own, then those in the bracket behind it.

        Example: 区政府办公室（区大数据局） in 周村 -> "区政府办公室", "区大数据局"
        """
        bracket = _BRACKET.search(duty.department)
        inside = bracket.group(1).split("、") if bracket else []
        second = [self.canonical(name, region) for name in inside if _SECOND_BODY.fullmatch(name)]
        return tuple(dict.fromkeys((duty.canonical, *second)))

    def prefix(self, text: str, region: str) -> str:
        """The longest known printed name that `text` starts with; empty if none.

        Example: "区财政局经济建设科" in 周村 -> "区财政局"
        """
        known = self.printed.get(region, {})
        return max((name for name in known if text.startswith(name)), key=len, default="")

    def is_known(self, name: str, region: str) -> bool:
        """Whether a document of the region prints this name."""
        return name in self.printed.get(region, {})

    def find(self, text: str, region: str | None = None) -> tuple[Mention, ...]:
        """Departments named in a text, longest match, left to right.

        Without a region, a name that several regions know gives one mention for each.

        Example: "农机补贴找发改委还是农业农村局", "周村" -> 区发展改革局, 区农业农村局
        """
        return tuple(self._find(text, region))

    def _find(self, text: str, region: str | None) -> Iterator[Mention]:
        for match in self._pattern.finditer(text):
            for known_in, names in self._questions.items():
                canonical = names.get(match.group())
                if canonical is not None and region in (None, known_in):
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


def _level(region: str) -> tuple[str, str]:
    """A region's full name and the character that stands for it before a department's name: 周村区, 区."""
    known = load_regions().get(region)
    return (known.own[0], known.own[0][-1]) if known else ("", "")


def _forms(printed: str, region: str) -> Iterator[str]:
    """A printed name, with the region's full name, and bare. Example: 区财政局, 周村区财政局, 财政局."""
    yield printed
    full, short = _level(region)
    if short and printed.startswith(short):
        bare = printed[len(short) :]
        yield full + bare
        if len(bare) >= _MIN_BARE:
            yield bare


def _shortened(name: str, region: str) -> str:
    """Example: "周村区财政局" in 周村 -> "区财政局"."""
    full, short = _level(region)
    return short + name[len(full) :] if full and name.startswith(full) else name


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
