"""Phones, sums and dates of a scan that are to be looked at: read in two ways, faint, or under a seal."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.reading.scans.ink import Seal
from corpus.reading.scans.recognition import SeenLine
from corpus.reading.scans.second_reading import stands_with
from corpus.reading.scans.turns import PageTurn
from corpus.text.scan_doubts import ScanDoubt

_SURE = 0.9
"""The least score of a line whose figures count; measured: of lines read right, one in 200 has less."""
_FIGURES = re.compile(
    r"(?:[(（]0\d{2,3}[)）])?\d[\d,，.\-—–－]*(?:\s?[\-—–－]\s?\d+)*"
    r"(?:\s?年(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?|\s?月(?:\s?\d{1,2}\s?日)?|[万亿]?元|[%％‰])?"
)
_DIGITS = re.compile(r"\d+")
_LAST = re.compile(r"[\d.]+(?:[年月日%％‰]|[万亿]?元)$")
"""The last figures of a number with its unit."""
_ODD = re.compile(r"\d{5,}[%％‰]")
"""No share has so many figures: the sign behind a phone was misread."""
_UNIT = re.compile(r"[年月日元%％‰]$")
_EDGES = " ,，.-—–－"
"""Marks around figures that are no part of them."""
_FEWEST = 3
"""Figures that make a number worth a look where no unit follows; fewer count clauses and rows."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it was looked at: how it was turned, its seals, its lines by the second reader."""

    page: int
    turn: PageTurn
    seals: Sequence[Seal]
    others: Sequence[SeenLine]


def doubts_of(lines: Sequence[SeenLine], sheet: Sheet) -> list[ScanDoubt]:
    """What is doubtful in the figures of a page, in the order of its lines."""
    return [doubt for line in lines if _DIGITS.search(line.text) for doubt in _of_line(line, sheet)]


def figures_in(text: str) -> list[str]:
    """The phones, sums and dates of a text that count, without white space."""
    found = ("".join(match[0].split()).strip(_EDGES) for match in _FIGURES.finditer(text))
    return [words for words in found if _counts(words)]


def _of_line(line: SeenLine, sheet: Sheet) -> list[ScanDoubt]:
    others = "\n".join(_alike(line, sheet.others))
    doubts = []
    for match in _FIGURES.finditer(line.text):
        words = match[0].strip(_EDGES)
        box = _box(line, match.start(), match.end())
        agreed = _is_in(words, others)
        hidden = any(seal.covers(*box) for seal in sheet.seals)
        faint = line.score < _SURE or _ODD.search(words) is not None
        if _counts(words) and (not agreed or hidden or faint):
            other = "" if agreed else nearest_to(words, others)
            doubts.append(ScanDoubt(words, other, sheet.page, sheet.turn.in_picture(box)))
    return doubts


def _is_in(words: str, others: str) -> bool:
    """Whether another reading has the same figures, before the same unit."""
    known, last = set(_DIGITS.findall(others)), _LAST.search("".join(words.split()))
    same_unit = last is None or last[0] in "".join(others.split())
    return same_unit and all(figures in known for figures in _DIGITS.findall(words))


def _counts(words: str) -> bool:
    return bool(_UNIT.search(words)) or sum(map(str.isdigit, words)) >= _FEWEST


def _alike(line: SeenLine, others: Sequence[SeenLine]) -> list[str]:
    """The lines of the second reader that stand where this one does."""
    return [other.text for other in others if stands_with(line, other)]


def nearest_to(words: str, others: str) -> str:
    """What another reading has in place of some figures: the run that shares most of them in order."""
    runs = [match[0].strip(_EDGES) for match in _FIGURES.finditer(others)]
    fitting = [run for run in runs if abs(len(run) - len(words)) <= 2]
    return max(fitting, key=lambda run: sum(a == b for a, b in zip(run, words, strict=False)), default="")


def _box(line: SeenLine, start: int, end: int) -> tuple[float, float, float, float]:
    """Where the characters [start, end) of a line stand, by the usual widths of characters."""
    before, inside, whole = (wide(part) for part in (line.text[:start], line.text[start:end], line.text))
    unit = (line.x1 - line.x0) / max(whole, 0.5)
    left = line.x0 + before * unit
    return left, line.top, left + inside * unit, line.bottom


def wide(text: str) -> float:
    """The width of a text in characters; a Latin one is half as wide as a Chinese one."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)
