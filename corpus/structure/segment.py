"""A document's paragraphs as a tree of labelled clauses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from corpus.text.excerpt import Excerpt, tidy
from corpus.text.labels import opens_with_label
from corpus.text.markers import Marker, Style, find_marker

RESPONSIBILITY = re.compile(r"(?:牵头|责任|配合)(?:部门|单位|人)(?:（单位）)?\s*[：:]")
_BRACKET = re.compile(r"[（(].*[）)]。?", re.DOTALL)
_MIN_CLOSING = 20
"""A shorter paragraph is a scrap of a broken line, not a closing remark."""


@dataclass(slots=True)
class Clause:
    """A labelled clause: its own paragraphs, the first with the label, and the clauses under it.

    The root of a tree has no marker; its paragraphs stand before the first label. `closing` are the
    paragraphs that follow the last clause under this one and belong to none of them.
    """

    marker: Marker | None
    parent: "Clause | None"
    paragraphs: list[Excerpt] = field(default_factory=list)
    children: list["Clause"] = field(default_factory=list)
    closing: list[Excerpt] = field(default_factory=list)

    @property
    def style(self) -> Style | None:
        """The look of its label."""
        return self.marker.style if self.marker else None

    @property
    def label(self) -> str:
        """Its label as spelled in paths; empty for the root."""
        return self.marker.label if self.marker else ""

    def ancestors(self) -> Iterator["Clause"]:
        """The labelled clauses above it, nearest first."""
        above = self.parent
        while above is not None and above.marker is not None:
            yield above
            above = above.parent

    def walk(self) -> Iterator["Clause"]:
        """Itself and everything under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def printed(self) -> list[Excerpt]:
        """All paragraphs of the clause and of those under it, in reading order."""
        return [paragraph for part in self.walk() for paragraph in part.paragraphs]

    def words(self) -> Excerpt:
        """Its first paragraph without the label."""
        return tidy(self.paragraphs[0][self.marker.end :]) if self.marker else self.paragraphs[0]

    def assigns(self) -> bool:
        """Whether its own paragraphs name who is responsible."""
        return any(RESPONSIBILITY.search(paragraph.text) for paragraph in self.paragraphs)


def grow(paragraphs: Iterable[Excerpt]) -> Clause:
    """The tree of clauses. Levels follow the order in which the looks of labels first nest."""
    root = Clause(None, None)
    current = root
    questions = count(1)
    for paragraph in paragraphs:
        marker = find_marker(paragraph.text)
        if marker is not None and marker.style is Style.QUESTION:
            marker = _asked(marker, next(questions))
        if marker is None:
            current.paragraphs.append(paragraph)
            continue
        parent = _parent(current, marker)
        current = Clause(marker, parent, [paragraph])
        parent.children.append(current)
    _set_closings_apart(root)
    return root


def _asked(marker: Marker, ordinal: int) -> Marker:
    """The label of a question with its ordinal among the questions. Example: the second 问： -> `问2`."""
    return replace(marker, label=f"{marker.label}{ordinal}", ordinal=ordinal)


def _parent(current: Clause, marker: Marker) -> Clause:
    """The clause above a new label: that of the nearest label of the same look, else the current clause.

    A label like 19-2 belongs under the item that it names.
    """
    above = [current, *current.ancestors()]
    if marker.style is Style.SUBITEM:
        item = marker.label.partition("-")[0]
        named = [clause for clause in above if clause.style is Style.ITEM and clause.label == item]
        if named:
            return named[0]
    for clause in above:
        if clause.style is marker.style and clause.parent is not None:
            return clause.parent
    return current


def _set_closings_apart(root: Clause) -> None:
    """Give remarks after a finished last clause to the clause above it."""
    for clause in list(root.walk()):
        if clause.parent is not None and clause.parent.children[-1] is clause and not clause.children:
            start = _closing_start(clause)
            _outermost_ended(clause).closing.extend(clause.paragraphs[start:])
            del clause.paragraphs[start:]


def _closing_start(clause: Clause) -> int:
    """Index of the first paragraph after the clause is finished; the number of paragraphs if none."""
    for position in range(1, len(clause.paragraphs)):
        before, text = clause.paragraphs[position - 1].text, clause.paragraphs[position].text
        finished = (position == 1 and _runs_in(clause)) or _ends_in_assignment(before)
        remark = len(text) >= _MIN_CLOSING and not _BRACKET.fullmatch(text) and not opens_with_label(text)
        if finished and remark:
            return position
    return len(clause.paragraphs)


def _outermost_ended(clause: Clause) -> Clause:
    """The outermost clause that ends with this one."""
    above = clause
    while above.parent is not None and above.parent.children[-1] is above:
        above = above.parent
    return above


def _runs_in(clause: Clause) -> bool:
    """Whether the body follows the title in the same paragraph."""
    return "。" in clause.words().text.rstrip("。”")


def _ends_in_assignment(text: str) -> bool:
    opened = max(text.rfind("（责任"), text.rfind("（牵头"), text.rfind("(责任"), text.rfind("(牵头"))
    return opened != -1 and text.rstrip("。").endswith(("）", ")"))
