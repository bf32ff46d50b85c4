"""Word's automatic numbering: labels that no paragraph contains but every print shows."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from corpus.reading.counting import count_as

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COUNTER = re.compile(r"%([1-9])")
_DEPTHS = 9
"""How many levels a list has in Word."""
_SILENT = ("bullet", "none")
_WORDS = re.compile(r"[\u4e00-\u9fff]")
_GLUED = "、）)】】，：:"
"""After these marks a label needs no space before the words."""

Element = Any
"""An lxml element, handed out by python-docx, which does not type it."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts, how it prints, what restarts it."""

    start: int = 1
    style: str = "decimal"
    pattern: str = ""
    restarts_after: int | None = None
    """Restarts when a level up to this one (from 1) was used; None: any level above; 0: never."""
    paragraph_style: str | None = None
    legal: bool = False
    """Every level that the label prints counts in digits."""


Levels = Mapping[int, Level]


@dataclass(slots=True)
class Outline:
    """The lists of a document and how far each has counted."""

    lists: Mapping[str, tuple[str, Levels]]
    """Number id to the id of its abstract list and its levels. Those of one abstract list count together."""
    styles: Mapping[str, tuple[str | None, int | None]]
    """Paragraph style to the list and level that it brings, inherited ones resolved."""
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def label(self, paragraph: Element) -> str:
        """The label of the next paragraph of the document; each call counts on.

        Example: `%1、` on level 0 in chineseCounting, second call -> `二、`
        """
        number, depth = self._list_and_depth(paragraph)
        if number not in self.lists:
            return ""
        abstract, levels = self.lists[number]
        level = levels.get(depth)
        if level is None or not 0 <= depth < _DEPTHS:
            return ""
        self._advance(number, abstract, levels, depth)
        return _printed(level, levels, self._counts[abstract])

    def _list_and_depth(self, paragraph: Element) -> tuple[str, int]:
        """Number id and depth of a paragraph; its own properties override those of its style."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        inherited, level = self.styles.get(_value(style) or "", (None, None))
        properties = paragraph.find(f"{W}pPr/{W}numPr")
        own = _value(properties.find(f"{W}numId")) if properties is not None else None
        own_level = _value(properties.find(f"{W}ilvl")) if properties is not None else None
        number = own if own is not None else (inherited or "")
        if own_level is None and level is None and inherited is not None:
            level = self._level_of_style(number, _value(style) or "")
        return number, int(own_level) if own_level is not None else (level or 0)

    def _level_of_style(self, number: str, style: str) -> int:
        """A style may name a list only; the level is then the one that names the style."""
        _, levels = self.lists.get(number, ("", {}))
        return next((depth for depth, level in levels.items() if level.paragraph_style == style), 0)

    def _advance(self, number: str, abstract: str, levels: Levels, depth: int) -> None:
        counts = self._counts.setdefault(abstract, {})
        if number not in self._begun:
            self._begun.add(number)
            for restarted in _overridden(levels):
                counts.pop(restarted, None)
        for above in range(depth):
            counts.setdefault(above, levels[above].start if above in levels else 1)
        counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        for below in [other for other in counts if other > depth]:
            after = levels[below].restarts_after if below in levels else None
            if after is None or depth < after:
                del counts[below]


@dataclass(frozen=True, slots=True)
class RestartedLevel(Level):
    """A level that its list starts anew, while the other lists of the abstract list count on."""


def _overridden(levels: Levels) -> Iterator[int]:
    return (depth for depth, level in levels.items() if isinstance(level, RestartedLevel))


def _printed(level: Level, levels: Levels, counts: Mapping[int, int]) -> str:
    """What a level prints; of a bullet or a level without numbers only words, such as 注：."""
    silent = level.style in _SILENT
    pattern = _COUNTER.sub("", level.pattern) if silent else level.pattern
    if not pattern.strip() or (silent and not _WORDS.search(pattern)):
        return ""

    def fill(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        style = "decimal" if level.legal else levels.get(depth, level).style
        return count_as(counts.get(depth, 1), style)

    return before_words(_COUNTER.sub(fill, pattern))


def before_words(label: str) -> str:
    """A label with the blank that divides it from the words, where it needs one. Example: `1.` -> `1. `."""
    bare = label.strip()
    return bare if bare.endswith(tuple(_GLUED)) else f"{bare} "


def read_outline(numbering: Element | None, styles: Element | None) -> Outline:
    """The lists that numbering.xml and styles.xml define; both may be missing."""
    if numbering is None:
        return Outline({}, {})
    abstracts = {
        item.get(f"{W}abstractNumId"): _levels(item) for item in numbering.findall(f"{W}abstractNum")
    }
    lists: dict[str, tuple[str, Levels]] = {}
    for item in numbering.findall(f"{W}num"):
        abstract = _value(item.find(f"{W}abstractNumId")) or ""
        lists[item.get(f"{W}numId")] = (
            abstract,
            {**abstracts.get(abstract, {}), **_overrides(item, abstracts.get(abstract, {}))},
        )
    return Outline(lists, _style_levels(styles))


def _levels(parent: Element) -> dict[int, Level]:
    return {int(item.get(f"{W}ilvl")): _level(item) for item in parent.findall(f"{W}lvl")[:_DEPTHS]}


def _level(item: Element) -> Level:
    restart = _value(item.find(f"{W}lvlRestart"))
    return Level(
        start=int(_value(item.find(f"{W}start")) or 0),
        style=_style(item),
        pattern=_value(item.find(f"{W}lvlText")) or "",
        restarts_after=int(restart) if restart is not None else None,
        paragraph_style=_value(item.find(f"{W}pStyle")),
        legal=item.find(f"{W}isLgl") is not None,
    )


def _style(item: Element) -> str:
    """The format of a level; newer ones stand in an alternative branch, which Word prefers."""
    formats = list(item.iter(f"{W}numFmt"))
    return (_value(formats[0]) if formats else None) or "decimal"


def _overrides(item: Element, levels: Levels) -> dict[int, Level]:
    changed: dict[int, Level] = {}
    for override in item.findall(f"{W}lvlOverride"):
        depth = int(override.get(f"{W}ilvl"))
        own = override.find(f"{W}lvl")
        start = _value(override.find(f"{W}startOverride"))
        level = _level(own) if own is not None else levels.get(depth, Level())
        first = int(start) if start is not None else level.start
        kind = RestartedLevel if start is not None else Level
        changed[depth] = kind(
            first, level.style, level.pattern, level.restarts_after, level.paragraph_style, level.legal
        )
    return changed


def _style_levels(styles: Element | None) -> dict[str, tuple[str | None, int | None]]:
    """What each paragraph style brings, following basedOn."""
    if styles is None:
        return {}
    known = {item.get(f"{W}styleId"): item for item in styles.findall(f"{W}style")}
    return {name: _style_level(name, known) for name in known}


def _style_level(name: str, known: Mapping[str, Element]) -> tuple[str | None, int | None]:
    number: str | None = None
    level: str | None = None
    seen: set[str] = set()
    while name in known and name not in seen and number is None:
        seen.add(name)
        number = _value(known[name].find(f"{W}pPr/{W}numPr/{W}numId"))
        level = level or _value(known[name].find(f"{W}pPr/{W}numPr/{W}ilvl"))
        name = _value(known[name].find(f"{W}basedOn")) or ""
    return number, int(level) if level is not None else None


def _value(element: Element | None) -> str | None:
    return None if element is None else element.get(f"{W}val")
