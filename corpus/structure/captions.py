"""What stands above a table and says what its rows are about."""

import re

from corpus.structure.scopes import Scope
from corpus.text.excerpt import Excerpt
from corpus.text.markers import Style, find_marker
from corpus.text.tables import Table

_LINE = re.compile(r"[^。；，：:]{2,40}")
_WITHIN = 60
"""Elements; a chapter that began further above is not what a table is about."""
_CHAPTERS = (Style.HAN, Style.CHAPTER, Style.HAN_BRACKET)


def caption_of(scope: Scope, table: Table) -> tuple[str, ...]:
    """The short line right above a table, else the title of its chapter; empty without either.

    Example: `惠民清单` above the second sheet of a book; `五、办理渠道`, `按下表办理：` -> `五、办理渠道`
    """
    position = next(i for i, element in enumerate(scope.body) if element is table)
    above = scope.body[position - 1] if position else None
    if isinstance(above, Excerpt) and find_marker(above.text) is None and _LINE.fullmatch(above.text):
        return (above.text,)
    paragraphs = (
        e.text for e in reversed(scope.body[max(position - _WITHIN, 0) : position]) if isinstance(e, Excerpt)
    )
    return next(((text,) for text in paragraphs if _is_chapter(text)), ())


def _is_chapter(text: str) -> bool:
    marker = find_marker(text)
    return marker is not None and marker.style in _CHAPTERS and bool(_LINE.fullmatch(text))
