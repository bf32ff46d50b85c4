"""OFD packages set here, in the ways in which programs write them.

Lengths are millimetres from the left and the upper edge of the page, as in the format.
"""

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from itertools import groupby, pairwise
from pathlib import Path

SPACE = "http://www.ofdspec.org/2016"
WIDTH, HEIGHT = 210, 297
LEFT, TOP, MEASURE = 28.0, 37.0, 28
"""Left margin, first line, glyphs of a full line."""
SIZE = 5.4
PITCH = 10.0
_NOT_FIRST = "，。；：、）》”！？"
_POINT = 25.4 / 72


@dataclass(frozen=True)
class Hand:
    """How a program writes."""

    prefix: str = "ofd"
    """The prefix of its elements; "" for none."""
    grouped: bool = True
    """Equal distances as `g 3 5.4`."""
    split: str = "line"
    """A text object for each `line`, each `script` (Chinese, Latin) or each `glyph`."""
    scaled: bool = False
    """In points, behind a matrix, with the glyphs of a font beside the words."""
    ruled: str = "pen"
    """The lines of a table each drawn with a `pen`, as filled `box`es, or all in one `path`."""


@dataclass
class Paper:
    """One page, or template, or composite unit, as its objects."""

    hand: Hand = field(default_factory=Hand)
    objects: list[str] = field(default_factory=list)
    templates: list[str] = field(default_factory=list)
    size: tuple[float, float] = (WIDTH, HEIGHT)

    def write(
        self, x: float, y: float, words: str, size: float = SIZE, fill: float = 0.0, looks: str = ""
    ) -> None:
        """One line whose baseline is at `y`; its glyphs are set apart until it is `fill` wide."""
        spread = (fill - _width(words, size)) / max(len(words) - 1, 1) if fill else 0.0
        steps = [_width(sign, size) + spread for sign in words]
        start = 0
        for length in _lengths(words, self.hand.split):
            at = x + sum(steps[:start])
            self._object(
                at, y, words[start : start + length], steps[start : start + length - 1], (size, looks)
            )
            start += length

    def _object(
        self, x: float, y: float, words: str, steps: Sequence[float], look: tuple[float, str]
    ) -> None:
        size, looks = look
        p = self.hand.prefix + ":" if self.hand.prefix else ""
        width = sum(steps) + size
        unit = _POINT if self.hand.scaled else 1.0
        matrix = f' CTM="{unit:.6f} 0 0 {unit:.6f} 0 0"' if self.hand.scaled else ""
        given = distances([step / unit for step in steps], grouped=self.hand.grouped)
        glyphs = (
            f'<{p}CGTransform CodePosition="0" CodeCount="{len(words)}" GlyphCount="{len(words)}">'
            f"<{p}Glyphs>{' '.join(str(100 + n) for n in range(len(words)))}</{p}Glyphs></{p}CGTransform>"
            if self.hand.scaled
            else ""
        )
        self.objects.append(
            f'<{p}TextObject ID="{len(self.objects) + 10}" '
            f'Boundary="{x:.3f} {y - size:.3f} {width:.3f} {size * 1.3:.3f}"'
            f'{matrix} Font="3" Size="{size / unit:.4f}" {looks}>{glyphs}'
            f'<{p}TextCode X="0" Y="{size / unit:.4f}"{given}>{escape(words)}</{p}TextCode></{p}TextObject>'
        )

    def paragraphs(
        self, texts: Iterable[str], y: float = TOP, x: float = LEFT, measure: int = MEASURE
    ) -> float:
        """Indented, justified paragraphs one below the other; returns the baseline after them."""
        for text in texts:
            lines = set_in_lines(text, measure)
            for ordinal, line in enumerate(lines):
                indent = 0 if ordinal else 2 * SIZE
                full = measure * SIZE - indent if ordinal < len(lines) - 1 else 0.0
                self.write(x + indent, y, line, fill=full)
                y += PITCH
        return y

    def line(
        self, x0: float, y0: float, x1: float, y1: float, looks: str = 'LineWidth="0.35"', inner: str = ""
    ) -> None:
        """A line drawn with a pen."""
        left, top = min(x0, x1), min(y0, y1)
        path = f"M {x0 - left:.3f} {y0 - top:.3f} L {x1 - left:.3f} {y1 - top:.3f}"
        self._path((left, top, abs(x1 - x0), abs(y1 - y0)), path, looks, inner)

    def _path(self, box: tuple[float, ...], path: str, looks: str, inner: str = "") -> None:
        p = self.hand.prefix + ":" if self.hand.prefix else ""
        edges = " ".join(f"{edge:.3f}" for edge in box)
        self.objects.append(
            f'<{p}PathObject ID="{len(self.objects) + 10}" Boundary="{edges}" {looks}>{inner}'
            f"<{p}AbbreviatedData>{path}</{p}AbbreviatedData></{p}PathObject>"
        )

    def rules(self, lines: Sequence[tuple[float, float, float, float]]) -> None:
        """The lines of a table in the way of the hand."""
        if self.hand.ruled == "path":
            path = " ".join(f"M {x0:.3f} {y0:.3f} L {x1:.3f} {y1:.3f}" for x0, y0, x1, y1 in lines)
            self._path((0, 0, *self.size), path, 'LineWidth="0.35"')
            return
        for x0, y0, x1, y1 in lines:
            if self.hand.ruled == "pen":
                self.line(x0, y0, x1, y1)
            else:
                wide, high = x1 - x0 + 0.3, y1 - y0 + 0.3
                path = f"M 0 0 L {wide:.3f} 0 L {wide:.3f} {high:.3f} L 0 {high:.3f} C"
                self._path((x0, y0, wide, high), path, 'Stroke="false" Fill="true"')

    def table(
        self, rows: Sequence[Sequence[str]], widths: Sequence[float], y: float, height: float = 9.0
    ) -> float:
        """A ruled table; a cell's lines are parted by a line break; returns its lower edge."""
        edges = [LEFT + sum(widths[:n]) for n in range(len(widths) + 1)]
        heights = [height * max(cell.count("\n") + 1 for cell in row) for row in rows]
        tops = [y + sum(heights[:n]) for n in range(len(rows) + 1)]
        self.rules([(edges[0], top, edges[-1], top) for top in tops])
        self.rules([(edge, tops[0], edge, tops[-1]) for edge in edges])
        for row, (top, _) in zip(rows, pairwise(tops), strict=True):
            for cell, edge in zip(row, edges, strict=False):
                for ordinal, words in enumerate(cell.split("\n")):
                    if words:
                        self.write(edge + 1.5, top + height * ordinal + 6.3, words, 4.2)
        return tops[-1]


def distances(steps: Sequence[float], *, grouped: bool, axis: str = "DeltaX") -> str:
    """The attribute with the steps from glyph to glyph."""
    if not steps:
        return ""
    written = []
    for step, equal in groupby(f"{step:.4f}" for step in steps):
        times = len(list(equal))
        written += [f"g {times} {step}"] if grouped and times > 1 else [step] * times
    return f' {axis}="{" ".join(written)}"'


def set_in_lines(text: str, measure: int) -> list[str]:
    """The lines of an indented paragraph: no line begins with a closing mark, no number is parted."""
    lines: list[str] = []
    start, room = 0, measure - 2
    while start < len(text):
        end = start + 1
        while end < len(text) and _width(text[start : end + 1], 1) <= room:
            end += 1
        whole = end
        while end < len(text) and end > start + 1 and _clings(text[end - 1], text[end]):
            end -= 1
        end = whole if end == start + 1 else end
        lines.append(text[start:end])
        start, room = end, measure
    return lines


def _clings(before: str, after: str) -> bool:
    return after in _NOT_FIRST or (before.isascii() and after.isascii())


def _width(words: str, size: float) -> float:
    return sum(size / 2 if sign.isascii() else size for sign in words)


def _lengths(words: str, split: str) -> list[int]:
    if split == "glyph":
        return [1] * len(words)
    if split == "script":
        return [len(list(group)) for _, group in groupby(words, key=str.isascii)]
    return [len(words)]


@dataclass
class Packed:
    """One document of a package."""

    pages: Sequence[Paper]
    templates: Mapping[str, Paper] = field(default_factory=dict)
    units: Mapping[str, Paper] = field(default_factory=dict)
    common: str = ""
    """Further elements of CommonData."""
    root: str = ""
    """Further elements of Document."""
    signatures: str = ""


def ofd_file(
    path: Path | BytesIO,
    *documents: Packed,
    members: Mapping[str, bytes | str] | None = None,
    location: str = "Pages/Page_{}/Content.xml",
    lacks: str = "",
) -> Path | BytesIO:
    """A package with these documents and further members, without one; `location` names its pages."""
    prefix = documents[0].pages[0].hand.prefix if documents[0].pages else "ofd"
    held: dict[str, bytes | str] = {"OFD.xml": _entry(documents, prefix)}
    for number, document in enumerate(documents):
        folder = f"Doc_{number}"
        held[f"{folder}/Document.xml"] = _root(document, location, prefix)
        held[f"{folder}/PublicRes.xml"] = _resources(document, prefix)
        for ordinal, page in enumerate(document.pages):
            held[f"{folder}/Pages/Page_{ordinal}/Content.xml"] = page_xml(page, prefix)
        for ordinal, template in enumerate(document.templates.values()):
            held[f"{folder}/Tpls/Tpl_{ordinal}/Content.xml"] = page_xml(template, prefix)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**held, **(members or {})}.items():
            if name != lacks:
                archive.writestr(name, data)
    return path


def _element(name: str, prefix: str, attributes: str, inner: str) -> str:
    """The root element of a member."""
    p = prefix + ":" if prefix else ""
    space = f'xmlns:{prefix}="{SPACE}"' if prefix else f'xmlns="{SPACE}"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{p}{name} {space} {attributes}>{inner}</{p}{name}>'


def tagged(prefix: str, name: str, inner: str = "", attributes: str = "") -> str:
    """An element."""
    p = prefix + ":" if prefix else ""
    return f"<{p}{name} {attributes}>{inner}</{p}{name}>"


def _entry(documents: Sequence[Packed], prefix: str) -> str:
    bodies = [
        tagged(
            prefix,
            "DocBody",
            tagged(prefix, "DocInfo", tagged(prefix, "DocID", "0" * 32))
            + tagged(prefix, "DocRoot", f"Doc_{number}/Document.xml")
            + (tagged(prefix, "Signatures", document.signatures) if document.signatures else ""),
        )
        for number, document in enumerate(documents)
    ]
    return _element("OFD", prefix, 'Version="1.0" DocType="OFD"', "".join(bodies))


def _root(document: Packed, location: str, prefix: str) -> str:
    templates = "".join(
        tagged(prefix, "TemplatePage", attributes=f'ID="{key}" BaseLoc="Tpls/Tpl_{ordinal}/Content.xml"')
        for ordinal, key in enumerate(document.templates)
    )
    area = tagged(prefix, "PageArea", tagged(prefix, "PhysicalBox", f"0 0 {WIDTH} {HEIGHT}"))
    common = area + tagged(prefix, "PublicRes", "PublicRes.xml") + document.common + templates
    pages = "".join(
        tagged(prefix, "Page", attributes=f'ID="{1000 + ordinal}" BaseLoc="{location.format(ordinal)}"')
        for ordinal in range(len(document.pages))
    )
    inner = tagged(prefix, "CommonData", common) + tagged(prefix, "Pages", pages) + document.root
    return _element("Document", prefix, "", inner)


def _resources(document: Packed, prefix: str) -> str:
    fonts = tagged(prefix, "Fonts", tagged(prefix, "Font", attributes='ID="3" FontName="仿宋"'))
    units = "".join(
        tagged(
            prefix,
            "CompositeGraphicUnit",
            tagged(prefix, "Content", "".join(unit.objects)),
            f'ID="{key}" Width="{WIDTH}" Height="{HEIGHT}"',
        )
        for key, unit in document.units.items()
    )
    return _element("Res", prefix, 'BaseLoc="Res"', fonts + tagged(prefix, "CompositeGraphicUnits", units))


def page_xml(page: Paper, prefix: str) -> str:
    """The member of one page or template."""
    width, height = page.size
    area = tagged(prefix, "Area", tagged(prefix, "PhysicalBox", f"0 0 {width} {height}"))
    templates = "".join(
        tagged(prefix, "Template", attributes=f'TemplateID="{key}" ZOrder="Background"')
        for key in page.templates
    )
    layer = tagged(prefix, "Layer", "".join(page.objects), 'ID="2"')
    return _element("Page", prefix, "", area + templates + tagged(prefix, "Content", layer))


FIRST = (
    "一、补贴标准。自2024年3月1日起，对在青禾县经营满一年的个体工商户，按每户每年2400元给予房租补贴，"
    "连续补贴不超过三年，累计最高7200元。"
)
"""A paragraph for a page that is about something else."""
