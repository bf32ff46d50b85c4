"""The text layer of a page beside what its picture shows."""

from collections import Counter
from collections.abc import Iterator

from corpus.reading.printed_pages.page_order import Page
from corpus.reading.scans.doubts import figures_in, nearest_to
from corpus.text.scan_doubts import ScanDoubt

_SAME = 0.7
"""Share of the characters that a layer and its picture have in common, in whatever order; measured: above
0.95 where they are the same page, below 0.5 where they are not."""
_WHOLE_PAGE = (0.0, 0.0, 1.0, 1.0)


def words_of(page: Page) -> str:
    """All words of a page, a line or a cell a line."""
    pieces = [piece.text for row in page.rows for piece in row]
    cells = [cell or "" for table in page.tables for row in table.rows for cell in row]
    return "\n".join([*pieces, *cells])


def is_same_page(layer: str, seen: str) -> bool:
    """Whether a text layer says what the picture shows."""
    ours, theirs = Counter("".join(layer.split())), Counter("".join(seen.split()))
    return (ours & theirs).total() >= _SAME * max(ours.total(), theirs.total())


def differing(layer: str, seen: str, number: int) -> Iterator[ScanDoubt]:
    """The figures of a text layer that its picture does not show, each with what it shows in their place."""
    known = set(figures_in(seen))
    for words in dict.fromkeys(figures_in(layer)):
        if words not in known:
            yield ScanDoubt(words, nearest_to(words, seen), number, _WHOLE_PAGE)
