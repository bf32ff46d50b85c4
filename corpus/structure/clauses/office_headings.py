"""The offices of a body on a page that says of each what it does and its phone."""

from collections.abc import Mapping
from itertools import pairwise

from corpus.structure.clauses.heading_lines import HeadingLines, heading
from corpus.structure.paragraphs import is_complete
from corpus.text.bodies import is_office
from corpus.text.excerpt import compact
from corpus.text.markers import Marker
from corpus.text.phones import find_phones

_LEAST = 3


def find_offices(lines: HeadingLines) -> Mapping[int, Marker]:
    """The offices as headings, and the first line behind the phone of the last one; else empty.

    Only in a text without labels, where each office has what it does right below and then one phone.

    Example: `许可科`, `负责招牌的审批。`, `服务电话`, `5550101`, `管护科`, …
    """
    if any(lines.markers):
        return {}
    starts = [i for i, text in enumerate(lines.texts) if is_office(compact(text)) and _does(lines, i)]
    called = [_phones(lines, start, end) for start, end in pairwise([*starts, len(lines.texts)])]
    if len(starts) < _LEAST or any(len(own) != 1 for own in called[:-1]) or not called[-1]:
        return {}
    behind = called[-1][0] + 1
    rest = [behind] if behind < len(lines.texts) and lines.is_title(behind) else []
    return {position: heading(lines.texts[position], n) for n, position in enumerate([*starts, *rest], 1)}


def _does(lines: HeadingLines, position: int) -> bool:
    return is_complete(lines.text(position + 1))


def _phones(lines: HeadingLines, start: int, end: int) -> list[int]:
    """The lines [start, end) that print a phone."""
    return [i for i in range(start, end) if find_phones(lines.texts[i], called_so=True)]
