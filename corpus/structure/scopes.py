"""The main text of a document and its annexes: what each is called, says, and announces."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.structure.annex_lines import LISTED, begins_anew, opens_annex
from corpus.structure.paragraphs import is_bare, is_title
from corpus.text.excerpt import Excerpt, compact
from corpus.text.markers import Style, find_marker
from corpus.text.tables import Table

Element = Excerpt | Table
_ANNEX_LIST = re.compile(r"附件\d*[：:]")


@dataclass(slots=True)
class Scope:
    """The main text or one annex: labels start anew in each."""

    name: str
    title: list[Excerpt] = field(default_factory=list)
    lead: list[Excerpt] = field(default_factory=list)
    """The line that numbers an annex."""
    body: list[Element] = field(default_factory=list)
    """Paragraphs and tables in reading order."""
    notes: list[Excerpt] = field(default_factory=list)
    """What follows the table of an annex that holds nothing but the table."""
    annexes: list[Excerpt] = field(default_factory=list)
    """The lines that announce annexes."""
    answers: bool = False
    """Whether its text answers questions: then its tables are parts of the answers."""
    _has_table: bool = False
    _has_label: bool = False

    @property
    def paragraphs(self) -> list[Excerpt]:
        """The paragraphs of its body."""
        return [element for element in self.body if isinstance(element, Excerpt)]

    @property
    def tables(self) -> list[Table]:
        """The tables of its body."""
        return [element for element in self.body if isinstance(element, Table)]

    def has_label(self) -> bool:
        """Whether it holds labelled text so far."""
        return self._has_label

    def is_table_alone(self) -> bool:
        """Whether an annex has begun with its table and holds no labelled text so far."""
        return bool(self.name and self._has_table) and not self._has_label

    def add(self, element: Element) -> None:
        """Adds a paragraph or a table to its body."""
        self.body.append(element)
        if isinstance(element, Table):
            self._has_table = True
        else:
            self._has_label = self._has_label or find_marker(element.text) is not None


def scopes_of(elements: Sequence[Element], title: str) -> tuple[Scope, ...]:
    """The main text and its annexes. After a covering note, what `title` names may stand as a title again."""
    scopes = [Scope("")]
    for position, element in enumerate(elements):
        scope = scopes[-1]
        if isinstance(element, Table):
            scope.add(element)
        elif opens_annex(elements, position):
            scopes.append(Scope(compact(element.text).rstrip("：:"), lead=[element]))
        elif begins_anew(elements, position):
            scopes.append(Scope(compact(element.text), title=[element]))
        elif (position == 0 and compact(element.text) in title) or _is_annex_title(element, scope):
            scope.title.append(element)
        else:
            _file(element, scope)
    return tuple(scopes)


def _file(element: Excerpt, scope: Scope) -> None:
    """Adds a paragraph to the list of its scope that it belongs to."""
    marker = find_marker(element.text)
    numbered = marker.style is Style.NUMBER if marker else bool(LISTED.match(element.text))
    listed = bool(scope.annexes) and numbered
    if _ANNEX_LIST.match(element.text) or listed:
        scope.annexes.append(element)
    elif scope.is_table_alone():
        scope.notes.append(element)
    else:
        scope.add(element)


def _is_annex_title(element: Excerpt, scope: Scope) -> bool:
    """Whether an annex has just begun and this short line names it."""
    if not scope.lead or scope.title or scope.body:
        return False
    return is_title(element.text) or is_bare(element.text)
