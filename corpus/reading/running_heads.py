"""Lines that every page prints: running heads and feet, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from corpus.reading.page_order import Page
from corpus.reading.print_lines import PrintLine, joined
from corpus.text.excerpt import compact
from corpus.text.labels import opens_with_label
from corpus.text.markers import find_marker
from corpus.text.numerals import ORDINAL

_ZONE = 0.12
"""Heads and feet stand in this share of the page's height at its top and its bottom."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-—–_·•.|~]*(?:第?\d{1,4}页?|第?\d{1,4}页?[/／,，]?共?\d{1,4}页?"
    rf"|第{ORDINAL}页)[-—–_·•.|~]*"
)
_SENTENCE = re.compile(r"[，。；]|：$")
_REPEATED = 0.3
"""Least share of the pages that repeat a head: those of odd and even pages differ, first pages have none."""
_MIN_PAGES = 3
_STEP = 6
"""Points; a head stands at the same height on every page, up to rounding."""
_MAX_HEAD = 30
"""The full name of an issuer, a gazette's year and issue and the page number together stay under it."""

Pieces = tuple[PrintLine, ...]


def drop_running(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """The pages without their running lines, and each text so dropped once, in order.

    Only lines at the edge are dropped: after the first line that does not repeat, all is text.
    """
    counts = Counter(key for page in pages for key in {_key(row) for row in _marginal(page)})
    least = max(min(_MIN_PAGES, len(pages)), round(_REPEATED * len(pages)), 2)
    repeated = {key for key, count in counts.items() if count >= least}

    def runs(row: Pieces) -> bool:
        return _key(row) in repeated or bool(_PAGE_NUMBER.fullmatch(compact(joined(row).text)))

    dropped: dict[str, None] = {}
    kept: list[Page] = []
    for page in pages:
        running = {row for row in _marginal(page) if runs(row)}
        edges = [*takewhile(running.__contains__, page.rows)]
        edges += takewhile(running.__contains__, reversed(page.rows[len(edges) :]))
        dropped.update((joined(row).text, None) for row in edges)
        kept.append(replace(page, rows=tuple(row for row in page.rows if row not in edges)))
    return kept, list(dropped)


def _marginal(page: Page) -> list[Pieces]:
    """The lines near the top and the bottom edge."""
    low, high = page.height * _ZONE, page.height * (1 - _ZONE)
    edge = [row for row in page.rows if joined(row).bottom < low or joined(row).top > high]
    return [row for row in edge if not _is_text(joined(row).text)]


def _is_text(words: str) -> bool:
    """Whether a line is part of the text: forms repeat, so that items of every page may look alike.

    Example: `建成后由村集体负责管护，并纳入` -> True; `周村区人民政府公报 2024年第3期` -> False
    """
    labelled = opens_with_label(words.lstrip("（("))
    return labelled or find_marker(words) is not None or bool(_SENTENCE.search(words))


def _key(row: Pieces) -> tuple[str, int]:
    """Words and height. Figures of a short line count pages or issues; in a long one they are text."""
    words = compact(joined(row).text)
    return _DIGITS.sub("#", words) if len(words) <= _MAX_HEAD else words, round(joined(row).top / _STEP)
