"""The objects of an OFD page, of its templates and of composite units, drawn one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from corpus.reading.ofd.drawn_paths import PathMarks, add_path, bounds_cells
from corpus.reading.ofd.drawn_text import TextLook, glyphs_of, glyphs_without_words
from corpus.reading.ofd.inks import Ink, ink_colour
from corpus.reading.ofd.ofd_package import RESAVE, child, children, local
from corpus.reading.ofd.ofd_resources import Colour, Resources, colour_of, strength_of
from corpus.reading.ofd.placement import TO_POINTS, Affine, UnusableNumberError, numbers, placed
from corpus.reading.printed_pages.drawn_page import WHITE, Box, DrawnGlyph
from corpus.reading.refusals import TooLargeError, UnsafeError
from corpus.text.losses import Loss, LossKind

_DEEPEST = 24
"""Groups and composite objects inside each other."""
_MOST_OBJECTS = 100_000
"""Objects of one page; a full page of single characters has 3,000."""
_MOST_GLYPHS = 50_000
"""Glyphs of one page; the page of a newspaper has 10,000."""


@dataclass(slots=True)
class Drawing:
    """What the objects of a page come to, in points."""

    glyphs: list[DrawnGlyph] = field(default_factory=list)
    marks: PathMarks = field(default_factory=PathMarks)
    pictures: list[Box] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    """For each picture the path of its file, or ""."""
    losses: list[Loss] = field(default_factory=list)
    inks: list[Ink] = field(default_factory=list)
    """All that shows, in the order in which it is drawn."""

    def add(self, other: "Drawing") -> None:
        """Adds what another drawing holds."""
        self.glyphs.extend(other.glyphs)
        self.marks.rules.extend(other.marks.rules)
        self.marks.strokes.extend(other.marks.strokes)
        self.marks.grounds.extend(other.marks.grounds)
        self.pictures.extend(other.pictures)
        self.files.extend(other.files)
        self.losses.extend(other.losses)
        self.inks.extend(other.inks)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What holds for the objects of a group."""

    place: Affine = TO_POINTS
    alpha: float = 1.0
    """How much of them shows, from 0 to 1."""
    parameter: str = ""
    """The drawing parameter of the layer."""
    units: tuple[str, ...] = ()
    """The composite units that are being drawn, outermost first."""
    depth: int = 0


class Drawer:
    """Draws the content of one page."""

    def __init__(self, name: str, resources: Resources) -> None:
        self._name = name
        self._resources = resources
        self._objects = 0
        self.drawing = Drawing()

    def draw(self, page: Element) -> None:
        """Adds all layers of a page or a template to the drawing.

        Raises:
            UnsafeError: units hold each other.
            TooLargeError: the page has too many objects.
        """
        for content in children(page, "Content"):
            self._group(content, _Setting())

    def _group(self, group: Element, setting: _Setting) -> None:
        for drawn in group:
            self._objects += 1
            self._check(self._objects, _MOST_OBJECTS)
            if setting.depth > _DEEPEST:
                raise UnsafeError(self._name, "OFD 页面里的对象嵌套过深，可能是恶意文件", RESAVE)
            kind = local(drawn)
            try:
                self._draw(kind, drawn, _within(setting, drawn))
            except UnusableNumberError:
                self._unplaced(drawn)

    def _draw(self, kind: str, drawn: Element, setting: _Setting) -> None:
        if kind in ("Layer", "PageBlock"):
            parameter = drawn.get("DrawParam") or setting.parameter
            self._group(drawn, replace(setting, parameter=parameter, depth=setting.depth + 1))
        elif kind == "TextObject":
            self._text(drawn, setting)
        elif kind == "PathObject":
            self._path(drawn, setting)
        elif kind == "ImageObject":
            self._picture(drawn, setting)
        elif kind == "CompositeObject":
            self._composite(drawn, setting)

    def _check(self, count: int, most: int) -> None:
        if count > most:
            raise TooLargeError(
                self._name, f"一页上的文字或对象超过 {most} 个的上限", "请用 OFD 阅读器打开后另存一份再添加"
            )

    def _text(self, drawn: Element, setting: _Setting) -> None:
        place = placed(setting.place, drawn.get("Boundary"), drawn.get("CTM"))
        look = self._look(drawn, setting)
        glyphs = list(glyphs_of(drawn, place, look))
        self.drawing.glyphs.extend(glyphs)
        self._check(len(self.drawing.glyphs), _MOST_GLYPHS)
        if glyphs and look.seen:
            name = "FillColor" if drawn.get("Fill", "true") != "false" else "StrokeColor"
            colour = ink_colour(self._paint(drawn, name, setting), setting.alpha)
            self.drawing.inks.append(Ink(drawn, place, fill=colour, font=look.font))
        nameless = "" if glyphs else " ".join(glyphs_without_words(drawn))
        if nameless and look.seen:
            self.drawing.losses.append(Loss(LossKind.SYMBOL, f"{look.font} {nameless}".strip()))

    def _picture(self, drawn: Element, setting: _Setting) -> None:
        if not setting.alpha:
            return
        file = self._resources.media.get(drawn.get("ResourceID") or "", "")
        self.drawing.pictures.append(_box(drawn, setting.place))
        self.drawing.files.append(file)
        place = placed(setting.place, drawn.get("Boundary"), drawn.get("CTM") or _as_wide_as(drawn))
        self.drawing.inks.append(Ink(drawn, place, picture=file))

    def _composite(self, drawn: Element, setting: _Setting) -> None:
        identifier = drawn.get("ResourceID") or ""
        if identifier in setting.units:
            raise UnsafeError(self._name, "OFD 里的复合对象互相包含，可能是恶意文件", RESAVE)
        unit = self._resources.units.get(identifier)
        place = placed(setting.place, drawn.get("Boundary"), drawn.get("CTM"))
        units = (*setting.units, identifier)
        inner = replace(setting, place=place, units=units, depth=setting.depth + 1)
        for content in children(unit, "Content") if unit is not None else ():
            self._group(content, inner)

    def _look(self, drawn: Element, setting: _Setting) -> TextLook:
        filled = drawn.get("Fill", "true") != "false"
        colour = self._colour(drawn, "FillColor" if filled else "StrokeColor", setting)
        shown = filled or drawn.get("Stroke") == "true"
        alpha = colour.alpha * setting.alpha
        font = self._resources.font(drawn.get("Font"))
        return TextLook(font, Colour(colour.brightness, alpha).on_paper, shown and alpha > 0)

    def _path(self, drawn: Element, setting: _Setting) -> None:
        fill, line = (self._colour(drawn, name, setting) for name in ("FillColor", "StrokeColor"))
        filled = drawn.get("Fill") == "true" and fill.alpha * setting.alpha > 0 and fill.brightness < WHITE
        lined = drawn.get("Stroke", "true") != "false" and line.alpha * setting.alpha > 0
        data = child(drawn, "AbbreviatedData")
        if filled:
            self.drawing.marks.grounds.append(_box(drawn, setting.place))
        self._ink_path(drawn, setting, data)
        if data is not None and (filled or lined) and bounds_cells(data.text or ""):
            place = placed(setting.place, drawn.get("Boundary"), drawn.get("CTM"))
            add_path(self.drawing.marks, data.text or "", place, lined=lined)

    def _ink_path(self, drawn: Element, setting: _Setting, data: Element | None) -> None:
        if data is None or not setting.alpha:
            return
        parameter = drawn.get("DrawParam") or setting.parameter
        fills, lines = drawn.get("Fill") == "true", drawn.get("Stroke", "true") != "false"
        self.drawing.inks.append(
            Ink(
                drawn,
                placed(setting.place, drawn.get("Boundary"), drawn.get("CTM")),
                fill=ink_colour(self._paint(drawn, "FillColor", setting), setting.alpha) if fills else None,
                line=ink_colour(self._paint(drawn, "StrokeColor", setting), setting.alpha) if lines else None,
                pen=drawn.get("LineWidth") or self._resources.line_width(parameter),
                path=data.text or "",
            )
        )

    def _paint(self, drawn: Element, name: str, setting: _Setting) -> Element | None:
        """What gives an object one of its colours, or None."""
        own = child(drawn, name)
        parameter = drawn.get("DrawParam") or setting.parameter
        return own if own is not None else self._resources.parameter(parameter, name)

    def _colour(self, drawn: Element, name: str, setting: _Setting) -> Colour:
        return colour_of(self._paint(drawn, name, setting))

    def _unplaced(self, drawn: Element) -> None:
        """Names the words of an object that stands nowhere."""
        for held in (drawn, self._resources.units.get(drawn.get("ResourceID") or "")):
            if held is not None:
                self.drawing.losses.extend(Loss(LossKind.HIDDEN, words) for words in words_in(held))


def _within(setting: _Setting, drawn: Element) -> _Setting:
    """The setting of one object; what is not visible, or of no strength, does not show."""
    strength = 0.0 if drawn.get("Visible") == "false" else strength_of(drawn.get("Alpha"))
    return replace(setting, alpha=setting.alpha * strength) if strength < 1 else setting


def _as_wide_as(drawn: Element) -> str:
    """The matrix that fills the boundary of a picture."""
    width, height = numbers(drawn.get("Boundary"), 4)[2:4]
    return f"{width} 0 0 {height} 0 0"


def _box(drawn: Element, outer: Affine) -> Box:
    left, top, width, height = numbers(drawn.get("Boundary"), 4)[:4]
    corners = [outer.at(x, y) for x in (left, left + width) for y in (top, top + height)]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def words_in(group: Element) -> Iterator[str]:
    """The words of all text objects below an element, an object each."""
    for element in group.iter():
        if local(element) == "TextObject":
            words = "".join(code.text or "" for code in children(element, "TextCode")).strip()
            if words:
                yield words
