"""Lines that open an annex or one more document: 附件2; 附件： above a title; a title above 第一条 again."""

import re
from collections.abc import Sequence

from corpus.text.excerpt import Excerpt, compact
from corpus.text.markers import Marker, Style, find_glued, find_marker
from corpus.text.numerals import UP_TO_99

LISTED = re.compile(r"\d{1,2}[.．、]")
"""How a line of a list of annexes begins."""
_LINE = re.compile(rf"附[件录表]?(?:\d{{1,2}}|[{UP_TO_99}]{{1,2}})?")
"""Example: `附件2`, `附`, `附录一`."""
_RULES = re.compile(
    r"[^。；，：:]{4,40}(?:办法|细则|规定|规则|条例|章程|制度|规范|意见|措施|方案)(?:[（(][^（）()]{1,12}[）)])?"
)
"""The title of a text in articles."""
_NEAR = 3
"""Lines below such a title within which 第一条 stands: a chapter may stand between."""
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


def begins_anew(elements: Sequence[object], position: int) -> bool:
    """Whether a line is the title of one more text in articles, which count from 1 again below it.

    Example: `第二十条 …`, `青禾县养老服务实施细则`, `第一条 …` -> True for the second
    """
    element = elements[position]
    if not (isinstance(element, Excerpt) and _RULES.fullmatch(compact(element.text))):
        return False
    before = map(_article, elements[:position])
    below = map(_article, elements[position + 1 : position + 1 + _NEAR])
    return any(map(_is_first, below)) and any(map(_is_first, before))


def _article(element: object) -> Marker | None:
    """The label of an article that a paragraph begins with."""
    if not isinstance(element, Excerpt):
        return None
    marker = find_marker(element.text) or find_glued(element.text)
    return marker if marker and marker.style is Style.ARTICLE else None


def _is_first(article: Marker | None) -> bool:
    return article is not None and article.ordinal == 1
