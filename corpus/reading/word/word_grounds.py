"""White words of Word documents, and the colours under words on which white ones show."""

from collections.abc import Iterator

from corpus.reading.word.outline import Element, W

_WHITE = 0xF5
"""Least red, green and blue of what is taken for white."""
_THEME_WHITE = ("background1", "light1")
_UNCOLOURED = ("", "auto", "none")
_UNTOLD = (W + "txbxContent", "{http://schemas.openxmlformats.org/drawingml/2006/main}txBody")
"""Text boxes: their colour is that of a shape."""
_SHADED = (f"{W}tcPr", f"{W}tblPr", f"{W}trPr")


def is_white(properties: Element) -> bool | None:
    """Whether properties print words in white; None where they say no colour."""
    colour = properties.find(W + "color")
    if colour is None:
        return None
    themed = colour.get(W + "themeColor")
    return themed in _THEME_WHITE if themed else _is_white(colour.get(W + "val") or "")


def has_ground(properties: Element) -> bool | None:
    """Whether properties lay a colour other than white under words; None where they lay nothing."""
    shades = properties.findall(W + "shd")
    if any(map(_is_patterned, shades)):
        return True
    if any(shade.get(W + "themeFill") not in (None, *_THEME_WHITE) for shade in shades):
        return True
    fills = [shade.get(W + "fill") or "" for shade in shades]
    fills += [mark.get(W + "val") or "" for mark in properties.findall(W + "highlight")]
    said = [fill for fill in fills if fill not in _UNCOLOURED]
    return any(not _is_white(fill) for fill in said) if said else None


def _is_patterned(shade: Element) -> bool:
    """Whether dots, lines or a solid colour lie over the fill; what says no colour is black."""
    over = shade.get(W + "val") not in (None, "clear", "nil")
    return over and not _is_white(shade.get(W + "color") or "")


def stands_on_colour(paragraph: Element, table_styles: frozenset[str]) -> bool:
    """Whether the paragraph, its cell, its table, a box around it or the page lays a colour under it.

    `table_styles` are the styles of tables that colour any of their cells.
    """
    return any(_colours(paragraph, table_styles))


def _colours(paragraph: Element, table_styles: frozenset[str]) -> Iterator[bool]:
    own = paragraph.find(W + "pPr")
    yield own is not None and bool(has_ground(own))
    for around in paragraph.iterancestors():
        yield around.tag in _UNTOLD or around.find(W + "background") is not None
        for name in _SHADED:
            properties = around.find(name)
            if properties is not None:
                style = properties.find(W + "tblStyle")
                yield bool(has_ground(properties))
                yield style is not None and style.get(W + "val") in table_styles


def colouring_styles(styles: Element | None) -> frozenset[str]:
    """The ids of the styles of tables that colour any of their cells, inherited ones included."""
    tables = [s for s in (styles if styles is not None else ()) if s.get(W + "type") == "table"]
    known = {table.get(W + "styleId"): table for table in tables}
    own = {name for name, table in known.items() if any(map(has_ground, _holders(table)))}
    while grown := {name for name, table in known.items() if _base(table) in own} - own:
        own |= grown
    return frozenset(name for name in own if name)


def _holders(table: Element) -> Iterator[Element]:
    return (shade.getparent() for shade in table.iter(W + "shd"))


def _base(style: Element) -> str | None:
    based = style.find(W + "basedOn")
    return None if based is None else based.get(W + "val")


def _is_white(colour: str) -> bool:
    if colour.lower() == "white":
        return True
    try:
        return len(colour) == 6 and all(channel >= _WHITE for channel in bytes.fromhex(colour))
    except ValueError:
        return False
