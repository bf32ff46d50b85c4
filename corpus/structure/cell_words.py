"""What a cell of a table says: sentences without their hard wraps, or a list with its lines."""

import re
from collections.abc import Sequence

from corpus.structure.paragraphs import undo_wraps
from corpus.text.bodies import is_body
from corpus.text.excerpt import Excerpt, compact
from corpus.text.phones import find_phones
from corpus.text.source_text import Paragraph

_FIGURE = re.compile(r"\d.*[^\d]")


def cell_words(cell: Excerpt) -> str:
    """A cell with its hard wraps undone; a list of bodies, phones or figures keeps its lines.

    Example: `大班 600元` / `中班 500元` -> two lines; `按天收取，每` / `天50元` -> one
    """
    lines = list(cell.lines())
    if len(lines) > 1 and _is_list([line.text.strip() for line in lines]):
        return "\n".join(line.text for line in lines)
    return "\n".join(part.text for part in undo_wraps(Paragraph(line) for line in lines))


def _is_list(lines: Sequence[str]) -> bool:
    """Whether each line names a body or prints a phone, or states a figure and ends like the others."""
    units = {compact(line)[-1:] for line in lines}
    figures = len(units) == 1 and all(_FIGURE.search(line) for line in lines)
    return figures or all(find_phones(line) or is_body(line) for line in lines)
