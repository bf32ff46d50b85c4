"""Whether Word prints a run: struck, hidden, white and raised words, by the run itself or by its styles."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from corpus.reading.word.outline import Element, W
from corpus.reading.word.word_grounds import colouring_styles, has_ground, is_white, stands_on_colour

_OFF = ("0", "false", "off", "none")
_STRUCK = ("strike", "dstrike")


@dataclass(frozen=True, slots=True)
class Looks:
    """What properties say of the words under them; None where they say nothing."""

    struck: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    font: str | None = None
    size: int | None = None
    """Half points."""
    lifted: bool | None = None
    """Set above the line without being called raised."""
    white: bool | None = None
    ground: bool | None = None
    """A colour under the words, on which white ones show."""

    def over(self, below: "Looks") -> "Looks":
        """These, and what `below` says where these say nothing."""
        return Looks(
            below.struck if self.struck is None else self.struck,
            below.hidden if self.hidden is None else self.hidden,
            below.raised if self.raised is None else self.raised,
            below.font if self.font is None else self.font,
            below.size if self.size is None else self.size,
            below.lifted if self.lifted is None else self.lifted,
            below.white if self.white is None else self.white,
            below.ground if self.ground is None else self.ground,
        )

    def toggled(self, below: "Looks") -> "Looks":
        """These over `below`, as a style of words over one of paragraphs: what both turn on is off.

        Source: ECMA-376 part 1, 17.7.3 (toggle properties).
        """
        both = self.over(below)
        struck = False if self.struck and below.struck else both.struck
        hidden = False if self.hidden and below.hidden else both.hidden
        return replace(both, struck=struck, hidden=hidden)


PLAIN = Looks()


@dataclass(frozen=True, slots=True)
class WordStyles:
    """The looks that the styles of a document give, inherited ones resolved."""

    known: Mapping[str, Element]
    size: int = 20
    """Half points of words of which nothing says a size. Source: ECMA-376 part 1, 17.3.2.38."""
    colouring: frozenset[str] = frozenset()
    """The styles of tables that colour any of their cells."""
    _looks: dict[str, Looks] = field(default_factory=dict)

    def of_paragraph(self, paragraph: Element) -> Looks:
        """The looks of a paragraph's words by its style and by what lies under it."""
        looks = self._of(_value(paragraph.find(f"{W}pPr/{W}pStyle")))
        return replace(looks, ground=True) if stands_on_colour(paragraph, self.colouring) else looks

    def of_run(self, run: Element, around: Looks) -> Looks:
        """The looks of a run in a paragraph of the looks `around`."""
        properties = run.find(W + "rPr")
        if properties is None:
            return around
        own = _looks(properties)
        style = properties.find(W + "rStyle")
        return own.over(self._of(_value(style)).toggled(around) if style is not None else around)

    def _of(self, style: str) -> Looks:
        if style not in self._looks:
            self._looks[style] = PLAIN  # a style that is based on itself ends here
            element = self.known.get(style)
            if element is not None:
                below = self._of(_value(element.find(W + "basedOn")))
                parts = [part for name in ("pPr", "rPr") if (part := element.find(W + name)) is not None]
                for properties in parts:
                    below = _looks(properties).over(below)
                self._looks[style] = below
        return self._looks[style]


def read_styles(styles: Element | None) -> WordStyles:
    """The styles of styles.xml, which may be missing."""
    if styles is None:
        return WordStyles({})
    items = styles.findall(W + "style")
    usual = [item for item in items if item.get(W + "type") == "paragraph" and item.get(W + "default") == "1"]
    sizes = [
        _value(size)
        for holder in (*usual, *styles.findall(f"{W}docDefaults/{W}rPrDefault"))
        if (size := holder.find(f"{W}rPr/{W}sz")) is not None
    ]
    known = {item.get(W + "styleId") or "": item for item in items}
    said = next((int(size) for size in sizes if size.isdecimal()), None)
    colouring = colouring_styles(styles)
    return WordStyles(known, colouring=colouring) if said is None else WordStyles(known, said, colouring)


def _looks(properties: Element) -> Looks:
    struck = [_is_on(found) for name in _STRUCK if (found := properties.find(W + name)) is not None]
    hidden = properties.find(W + "vanish")
    raised = properties.find(W + "vertAlign")
    fonts = properties.find(W + "rFonts")
    size, lift = _value(properties.find(W + "sz")), _value(properties.find(W + "position"))
    return Looks(
        any(struck) if struck else None,
        _is_on(hidden) if hidden is not None else None,
        _value(raised) == "superscript" if raised is not None else None,
        None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi"),
        int(size) if size.isdecimal() else None,
        lift.isdecimal() and int(lift) > 0 if lift else None,
        is_white(properties),
        has_ground(properties),
    )


def _is_on(element: Element) -> bool:
    return element.get(W + "val", "true") not in _OFF


def _value(element: Element | None) -> str:
    return "" if element is None else (element.get(W + "val") or "")
