"""A document's paragraphs as a tree of labelled clauses."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count, pairwise
from types import MappingProxyType

from corpus.text.excerpt import Excerpt, tidy
from corpus.text.genres import GENRES
from corpus.text.labels import opens_with_label
from corpus.text.markers import Marker, Style, find_marker

RESPONSIBILITY = re.compile(r"(?:牵头|责任|配合)(?:部门|单位|人)(?:（单位）)?\s*[：:]")
_BRACKET = re.compile(r"[（(].*[）)]。?", re.DOTALL)
_MIN_CLOSING = 20
"""A shorter paragraph is a scrap of a broken line, not a closing remark."""
_NOTE = re.compile(
    r"(?:施行|实施|执行|其他|有关|适用)(?:说明|事项|日期|时间|期限)[：:]|(?:信息)?公开(?:方式|属性|类型)[：:]|[^。，]{0,40}\d日(?:发布|公布|印发)"
)
_OF_ALL = re.compile(
    rf"本(?:{GENRES}|通告|公告|政策|规范|规划|计划|要点|清单|指南|实施[\u4e00-\u9fff]{{2}})|"
    r"为(?:确保|保证|保障)|(?:各级|各部门|各单位|各有关|各镇|各县|各区|各地)|[\u4e00-\u9fff]{0,4}(?:上述|以上)|特此"
)
"""How a remark on all items begins; what says nothing of all goes on with the last one."""
_ANNOUNCES = re.compile(r"[^。；：]{0,60}(?:下列|以下|如下)[^。；：]{0,30}[：:]")
"""A line that says something of the entries below it."""
_MAX_GAP = 8
"""Characters of a break and an indent."""
_NONE: Mapping[int, Marker | None] = MappingProxyType({})
_ALONE = frozenset({Style.ARTICLE, Style.QUESTION, Style.HEADING, Style.PADDED, Style.CARD})
"""Looks whose clauses end with their last paragraph, a note on the whole document apart."""


@dataclass(slots=True)
class Clause:
    """A labelled clause: its own paragraphs, the first with the label, and the clauses under it.

    The root of a tree has no marker; its paragraphs stand before the first label. `closing` are the
    paragraphs that follow the last clause under this one and belong to none of them, `opening` those above
    its label that announce it and the clauses of its level behind it.
    """

    marker: Marker | None
    parent: "Clause | None"
    paragraphs: list[Excerpt] = field(default_factory=list)
    children: list["Clause"] = field(default_factory=list)
    closing: list[Excerpt] = field(default_factory=list)
    opening: list[Excerpt] = field(default_factory=list)

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
        below = [paragraph for child in self.children for paragraph in child.printed()]
        return [*self.opening, *self.paragraphs, *below, *self.closing]

    def words(self) -> Excerpt:
        """Its first paragraph without the label."""
        return tidy(self.paragraphs[0][self.marker.end :]) if self.marker else self.paragraphs[0]

    def length(self) -> int:
        """Characters of all that it prints."""
        return sum(map(len, self.printed()))

    def has_body(self) -> bool:
        """Whether anything stands below the line of its label."""
        return len(self.paragraphs) > 1 or bool(self.children)

    def asks(self) -> bool:
        """Whether its title is a question, which all that follows answers."""
        return self.style is Style.QUESTION or self.words().text.endswith(("？", "?"))

    def assigns(self) -> bool:
        """Whether its own paragraphs name who is responsible."""
        return any(RESPONSIBILITY.search(paragraph.text) for paragraph in self.paragraphs)


def grow(paragraphs: Iterable[Excerpt], headings: Mapping[int, Marker | None] = _NONE) -> Clause:
    """The tree of clauses. Levels follow the order in which the looks of labels first nest.

    `headings` are the headings without a number, by the position of their paragraph; None: what looks like
    a label there is none.
    """
    root = Clause(None, None)
    current = root
    questions = count(1)
    for position, paragraph in enumerate(paragraphs):
        marker = headings[position] if position in headings else find_marker(paragraph.text)
        if marker is not None and marker.style is Style.QUESTION:
            marker = _asked(marker, next(questions))
        if marker is None:
            current.paragraphs.append(paragraph)
            continue
        parent = _parent(current, marker)
        current = Clause(marker, parent, [paragraph])
        parent.children.append(current)
    _set_openings_apart(root)
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
    if marker.style in (Style.GROUP, Style.CHAPTER):
        return _root(current)
    if marker.style is Style.SECTION:
        return next((clause for clause in above if clause.style is Style.CHAPTER), _root(current))
    if marker.style is Style.SUBITEM:
        item = marker.label.partition("-")[0]
        named = [clause for clause in above if clause.style is Style.ITEM and clause.label == item]
        if named:
            return named[0]
    for clause in above:
        if clause.style is marker.style and clause.parent is not None:
            return clause.parent
    return current


def _root(clause: Clause) -> Clause:
    while clause.parent is not None:
        clause = clause.parent
    return clause


def _set_openings_apart(root: Clause) -> None:
    """Give a line that announces what follows, below an item, to the next item: 下列文件宣布失效：."""
    for clause in list(root.walk()):
        for above, below in pairwise(clause.children):
            if len(above.paragraphs) > 1 and not above.children and announces(above.paragraphs[-1], below):
                below.opening.append(above.paragraphs.pop())


def announces(line: Excerpt, below: Clause) -> bool:
    """Whether a line announces the clause right below it, and not a table between them."""
    close = below.paragraphs[0].offsets[0] - line.offsets[-1] <= _MAX_GAP
    return close and _ANNOUNCES.fullmatch(line.text) is not None


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
        if _NOTE.match(text) or (_is_remark(text) and _goes_beyond(clause, position, before, text)):
            return position
    return len(clause.paragraphs)


def _goes_beyond(clause: Clause, position: int, before: str, text: str) -> bool:
    """Whether a paragraph of a clause that has said all, and who does it, speaks of more than the clause."""
    if clause.style in _ALONE:
        return False
    return _ends_in_assignment(before) or (position == 1 and _runs_in(clause) and bool(_OF_ALL.match(text)))


def _is_remark(text: str) -> bool:
    """Whether a paragraph says something itself, and not who is responsible for what stands above it."""
    named = _BRACKET.fullmatch(text) or opens_with_label(text) or RESPONSIBILITY.search(text)
    return len(text) >= _MIN_CLOSING and not named


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
