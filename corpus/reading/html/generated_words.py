"""The words and numbers that a page's style sheets put before and after its elements.

Source: CSS 2.2, 12 (generated content, counters).
"""

import re
from collections.abc import Iterator

from corpus.reading.counting import count_as
from corpus.reading.html.chrome import Node
from corpus.reading.html.stylesheets import Style, Stylesheet, declared_in

_PART = re.compile(
    r"\"(?P<double>(?:\\.|[^\"\\])*)\"|'(?P<single>(?:\\.|[^'\\])*)'"
    r"|counter\(\s*(?P<counter>[\w-]+)\s*(?:,\s*(?P<style>[\w-]+)\s*)?\)"
    r"|counters\(\s*(?P<counters>[\w-]+)\s*,\s*[\"'](?P<between>[^\"']*)[\"']\s*(?:,\s*(?P<each>[\w-]+)\s*)?\)"
    r"|attr\(\s*(?P<attribute>[\w-]+)\s*\)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{1,6})\s?|\\(.)", re.DOTALL)
_NAMED = re.compile(r"([A-Za-z_][\w-]*)(?:\s+(-?\d+))?")
_SAYING = re.compile(r"[^\W_]|[：:、，。；（）()《》“”%]")
"""Letters, figures and marks of a sentence; bullets, bars and icons only adorn."""
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_UNWRITTEN = (
    "img",
    "br",
    "hr",
    "input",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "ul",
    "ol",
    "select",
    "script",
)
"""Elements that hold no words of their own."""
LIST_STYLES = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "simp-chinese-formal": "chineseLegalSimplified",
    "cjk-decimal": "ideographDigital",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
}
"""The ways of counting of CSS by their names in Word."""


def write_out(body: Node, sheet: Stylesheet) -> None:
    """Writes what the sheet says into a tree: looks into the styles, words before and after elements."""
    _Writer(sheet).walk(body, set())


class _Writer:
    """Walks a tree in the order of print; a counter lasts to the end of the element that holds its setter."""

    def __init__(self, sheet: Stylesheet) -> None:
        self._sheet = sheet
        self._counters: dict[str, list[int]] = {}

    def walk(self, element: Node, begun: set[str]) -> None:
        """An element and all inside it; `begun` are the counters begun by it or by those before it."""
        style = self._laid_out(element)
        if style.get("display") == "none":
            return
        self._count(style, begun)
        inner: set[str] = set()
        self._put(element, "before", inner)
        for child in list(element):
            if isinstance(child.tag, str):
                self.walk(child, inner)
        self._put(element, "after", inner)
        for name in inner:
            self._counters[name].pop()

    def _laid_out(self, element: Node) -> Style:
        """The style of an element, which it then says itself."""
        own = element.get("style") or ""
        declared = declared_in(own) if own else {}
        given = {name: value for name, value in self._sheet.style_of(element).items() if name not in declared}
        if given:
            element.set("style", ";".join([*(f"{name}:{value}" for name, value in given.items()), own]))
        return given | declared

    def _count(self, style: Style, begun: set[str]) -> None:
        for name, number in _NAMED.findall(style.get("counter-reset", "")):
            self._begin(name, begun, int(number or 0))
        for name, number in _NAMED.findall(style.get("counter-increment", "")):
            if name != "none" and not self._counters.get(name):
                self._begin(name, begun, 0)
            if name != "none":
                self._counters[name][-1] += int(number or 1)

    def _begin(self, name: str, begun: set[str], number: int) -> None:
        if name == "none":
            return
        if name in begun:
            self._counters[name].pop()
        begun.add(name)
        self._counters.setdefault(name, []).append(number)

    def _put(self, element: Node, pseudo: str, begun: set[str]) -> None:
        """Writes the words before or after an element into it."""
        style = self._sheet.style_of(element, pseudo)
        if not style or element.tag in _UNWRITTEN or style.get("display") == "none":
            return
        self._count(style, begun)
        words = "".join(self._words(element, style.get("content", "")))
        if not _SAYING.search(words):
            return
        if pseudo == "before":
            element.text = words + (element.text or "")
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + words
        else:
            element.text = (element.text or "") + words

    def _words(self, element: Node, content: str) -> Iterator[str]:
        for part in _PART.finditer(content):
            quoted = part["double"] if part["double"] is not None else part["single"]
            if quoted is not None:
                yield _PRIVATE.sub("", _ESCAPE.sub(_escaped, quoted))
            elif part["counter"]:
                yield _counted(self._counters.get(part["counter"], [0])[-1], part["style"])
            elif part["counters"]:
                numbers = self._counters.get(part["counters"], [0])
                yield part["between"].join(_counted(number, part["each"]) for number in numbers)
            else:
                yield element.get(part["attribute"]) or ""


def _counted(number: int, style: str | None) -> str:
    return "" if style == "none" else count_as(number, LIST_STYLES.get(style or "decimal", "decimal"))


def _escaped(match: re.Match[str]) -> str:
    return chr(min(int(match[1], 16), 0x10FFFF)) if match[1] else match[2]
