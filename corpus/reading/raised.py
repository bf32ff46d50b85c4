"""Raised figures: powers, units and the marks of notes, told apart by what stands before them."""

import re
from dataclasses import dataclass

_MARK = re.compile(r"[\[［(（〔【]?(?:\d{1,3}|[*＊†‡①-⑳]+)(?:[,，、-]\d{1,3})*[\]］)）〕】]?")
_FIGURE = re.compile(r"[-−+]?\d{1,2}|[nN]")
_POWER = re.compile(r"(?:^|[^\d.])10$")
_UNIT = re.compile(r"(?:^|[^A-Za-z])(?:[kcdm]?m|[kcdm]m|M)$|(?<![方立平])(?:公里|厘米|毫米|米)$")
_UNIT_FIGURES = {"2": "²", "3": "³"}
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Raised:
    """How a raised figure is written on the line; `note`: it marks a note and is left out."""

    written: str
    note: bool = False


def on_the_line(before: str, figure: str) -> Raised:
    """A raised figure behind the words `before` of its paragraph.

    Ten to a power gets a `^`, a unit its own sign; behind anything else a figure marks a note, which would
    make another number of the one before. At the start of a paragraph it numbers the note itself.

    Example: `年产10`, `6` -> `^6`; `面积5m`, `2` -> `²`; `每亩补贴150`, `1` -> a note
    """
    bare = figure.strip()
    ahead = before.rstrip()
    if not _MARK.fullmatch(bare) and not _FIGURE.fullmatch(bare):
        return Raised(figure)
    if not _WORD.search(ahead):
        return Raised(f"{bare} ")
    if bare in _UNIT_FIGURES and _UNIT.search(ahead):
        return Raised(_UNIT_FIGURES[bare])
    if _FIGURE.fullmatch(bare) and bare != "1" and _POWER.search(ahead):
        return Raised("^" + bare.replace("−", "-"))
    return Raised("", note=bool(_MARK.fullmatch(bare))) if _MARK.fullmatch(bare) else Raised(f"^{bare}")
