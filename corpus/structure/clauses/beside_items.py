"""What a text rules beside its items: above the first, below the last, between a title and its parts."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.structure.clauses.lead_ins import said_beside
from corpus.structure.clauses.numbering import path_of
from corpus.structure.clauses.ruling import ruling_parts, stating_parts
from corpus.structure.clauses.segment import Clause
from corpus.text.excerpt import Excerpt

NOTES = "说明"
"""What is called so: it has no label or title of its own."""


@dataclass(frozen=True, slots=True)
class BesideItem:
    """Parts of paragraphs that are an item of their own, and the clause whose label they stand below."""

    clause: Clause
    name: str
    parts: tuple[Excerpt, ...]


def find_beside(root: Clause, measures: Sequence[Clause]) -> list[BesideItem]:
    """The items that a tree has beside its measures; none where it has no measures.

    A title divided into parts states all that stands between, aims and calls on offices apart. What stands
    above all labels or closes them is mostly a preamble, and is an item only where it rules something.

    Example: `三、材料`, `一式两份，不予退回。`, `（一）申请表。`, `（二）合同。` -> the second, called 三
    """
    above = {id(ancestor) for clause in measures for ancestor in clause.ancestors()}
    divided = [clause for clause in root.walk() if id(clause) in above]
    stretches = [
        (root, ruling_parts(root.paragraphs)),
        *((clause, stating_parts(said_beside(clause))) for clause in divided),
        *((clause, ruling_parts(clause.closing)) for clause in (*divided, root)),
    ]
    found = ((clause, path_of(clause) or NOTES, tuple(parts)) for clause, parts in stretches)
    return [BesideItem(*item) for item in found if item[2]] if measures else []
