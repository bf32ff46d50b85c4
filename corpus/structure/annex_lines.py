"""Lines that open an annex, told from those that only list the annexes: 附件2; 附件： above a title."""

import re
from collections.abc import Sequence

from corpus.text.excerpt import Excerpt, compact
from corpus.text.numerals import UP_TO_99

LISTED = re.compile(r"\d{1,2}[.．、]")
"""How a line of a list of annexes begins."""
_LINE = re.compile(rf"附[件录表]?(?:\d{{1,2}}|[{UP_TO_99}]{{1,2}})?")
"""Example: `附件2`, `附`, `附录一`."""
_LEAST = 3
"""Lines below `附件：` that are an annex and not only the names of annexes."""


def opens_annex(elements: Sequence[object], position: int) -> bool:
    """Whether a line opens an annex; with a colon, where its title and more follow, not a list of annexes."""
    element = elements[position]
    words = compact(element.text) if isinstance(element, Excerpt) else ""
    if not words.endswith(("：", ":")):
        return bool(_LINE.fullmatch(words))
    below = elements[position + 1 : position + 1 + _LEAST]
    title = below[0] if len(below) == _LEAST else None
    return isinstance(title, Excerpt) and not LISTED.match(title.text) and bool(_LINE.fullmatch(words[:-1]))
