"""What the styles of an OpenDocument file say that changes its words: looks, lists, hidden tables."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from xml.etree.ElementTree import Element

from corpus.reading.open_document.package import FORMAT, LIBRE_OFFICE, STYLE, TABLE, TEXT
from corpus.reading.word.word_making import PLAIN_MARKS, ListLevel, RunMarks

T = TypeVar("T")
_LEVELS = 9
_MOST_PARENTS = 20
_WRITTEN = re.compile(r"%(\d)%")
"""The number of a level in a label, as LibreOffice writes it."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_GROUNDED = (
    *("text-properties", "paragraph-properties", "table-cell-properties"),
    *("table-row-properties", "table-properties"),
)
"""What may lay a colour under words."""
_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一, 二, 三, ...": "chineseCountingThousand",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "壹, 貳, 參, ...": "chineseLegalSimplified",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "１, ２, ３, ...": "decimalFullWidth",
    "01, 02, 03, ...": "decimalZero",
}
"""How ODF names what counts; LibreOffice names the ways of East Asia by their first numbers."""


@dataclass(frozen=True, slots=True)
class _OpenLook:
    """What one style says itself; None where it says nothing."""

    parent: str = ""
    struck: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    font: str | None = None
    colour: str | None = None
    ground: str | None = None
    """The colour under words; "" where they stand on none of their own."""
    list_style: str | None = None
    shown: bool | None = None
    """Of a table: whether it is shown."""


@dataclass(slots=True)
class OpenStyles:
    """The styles of a file by family and name, and its lists by name."""

    looks: dict[tuple[str, str], _OpenLook] = field(default_factory=dict)
    lists: dict[str, Sequence[ListLevel]] = field(default_factory=dict)
    outline: Sequence[ListLevel] = ()
    """The levels of headings."""
    page: str = ""
    """The colour of pages, or of sections of them; empty where they have none."""

    def add(self, root: Element) -> None:
        """Takes in the styles below a tree."""
        for element in root.iter():
            name = element.get(f"{STYLE}name") or ""
            if element.tag == f"{STYLE}style":
                self.looks[element.get(f"{STYLE}family") or "", name] = _look(element)
            elif element.tag == f"{TEXT}list-style":
                self.lists[name] = _levels(element, f"{TEXT}list-level-style-number")
            elif element.tag in (f"{STYLE}page-layout-properties", f"{STYLE}section-properties"):
                self.page = _ground(element.attrib) or self.page
            elif element.tag == f"{TEXT}outline-style":
                self.outline = _levels(element, f"{TEXT}outline-level-style")

    def marks(self, family: str, name: str, around: RunMarks = PLAIN_MARKS) -> RunMarks:
        """How words of a style look that stand among others."""
        chain = list(self._chain(family, name))
        return RunMarks(
            struck=_first((look.struck for look in chain), around.struck),
            hidden=_first((look.hidden for look in chain), around.hidden),
            deleted=around.deleted,
            raised=_first((look.raised for look in chain), around.raised),
            font=_first((look.font for look in chain), around.font),
            colour=_first((look.colour for look in chain), around.colour),
            ground=_first((look.ground for look in chain if look.ground), around.ground),
        )

    def list_of(self, paragraph: str) -> str:
        """The list style that a paragraph style brings, "" for none."""
        return _first((look.list_style for look in self._chain("paragraph", paragraph)), "")

    def ground_of(self, *named: tuple[str, str | None]) -> str:
        """The colour that the first of some styles lays, each a family and a name; empty where none does."""
        looks = (look for family, name in named for look in self._chain(family, name or ""))
        return _first((look.ground for look in looks if look.ground), "")

    def is_shown(self, table: str) -> bool:
        """Whether tables of a style are shown."""
        return _first((look.shown for look in self._chain("table", table)), True)

    def _chain(self, family: str, name: str) -> Iterable[_OpenLook]:
        """A style and those that it builds on."""
        for _ in range(_MOST_PARENTS):
            look = self.looks.get((family, name))
            if look is None:
                return
            yield look
            name = look.parent


def read_open_styles(*roots: Element) -> OpenStyles:
    """The styles below some trees; of two with one name the last counts."""
    styles = OpenStyles()
    for root in roots:
        styles.add(root)
    return styles


def _look(style: Element) -> _OpenLook:
    text = _attributes(style, f"{STYLE}text-properties")
    struck, position = text.get(f"{STYLE}text-line-through-style"), text.get(f"{STYLE}text-position")
    hidden, shown = (
        text.get(f"{TEXT}display"),
        _attributes(style, f"{STYLE}table-properties").get(f"{TABLE}display"),
    )
    return _OpenLook(
        parent=style.get(f"{STYLE}parent-style-name") or "",
        struck=None if struck is None else struck != "none",
        hidden=None if hidden is None else hidden == "none",
        raised=None if position is None else _is_raised(position),
        font=text.get(f"{STYLE}font-name"),
        colour=_colour(text),
        ground=next(filter(None, (_ground(_attributes(style, f"{STYLE}{tag}")) for tag in _GROUNDED)), None),
        list_style=style.get(f"{STYLE}list-style-name"),
        shown=None if shown is None else shown != "false",
    )


def _colour(text: Mapping[str, str]) -> str | None:
    """The colour of words in six figures; "" where it is that of the window, which shows on any ground."""
    if text.get(f"{STYLE}use-window-font-color") == "true":
        return ""
    return _hexadecimal(text.get(f"{FORMAT}color") or "") or None


def _ground(properties: Mapping[str, str]) -> str:
    return _hexadecimal(properties.get(f"{FORMAT}background-color") or "")


def _hexadecimal(colour: str) -> str:
    """Example: `#ffffff` -> `ffffff`; `transparent` -> ``."""
    return colour.removeprefix("#") if _COLOUR.fullmatch(colour) else ""


def _attributes(style: Element, tag: str) -> Mapping[str, str]:
    found = style.find(tag)
    return found.attrib if found is not None else {}


def _is_raised(position: str) -> bool:
    """Example: `super 58%`, `33% 58%`."""
    height = position.split()[0] if position.split() else ""
    return height == "super" or (height.endswith("%") and not height.startswith(("-", "0%")))


def _levels(style: Element, tag: str) -> list[ListLevel]:
    levels = [ListLevel("none", "")] * _LEVELS
    for element in style.iter(tag):
        number = element.get(f"{TEXT}level") or ""
        if number.isdecimal() and 0 < int(number) <= _LEVELS:
            levels[int(number) - 1] = _level(element, int(number))
    return levels


def _level(element: Element, number: int) -> ListLevel:
    shown = element.get(f"{TEXT}display-levels") or "1"
    count = min(int(shown), number) if shown.isdecimal() else 1
    numbers = ".".join(f"%{each}" for each in range(number - count + 1, number + 1))
    before, behind = (element.get(f"{STYLE}num-{name}") or "" for name in ("prefix", "suffix"))
    style, start = element.get(f"{STYLE}num-format") or "", element.get(f"{TEXT}start-value") or "1"
    if not style:
        return ListLevel("none", before + behind)
    written = _WRITTEN.sub(r"%\1", element.get(f"{LIBRE_OFFICE}num-list-format") or "")
    pattern = written or before + numbers + behind
    return ListLevel(_FORMATS.get(style, "decimal"), pattern, int(start) if start.isdecimal() else 1)


def _first(said: Iterable[T | None], otherwise: T) -> T:
    return next((value for value in said if value is not None), otherwise)
