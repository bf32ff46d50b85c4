"""What holds at a position in rich text, and what its control words change there."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from corpus.reading.legacy_office.rich_text_flow import CellShape, ListItem, RichTextFlow, RowShape
from corpus.reading.legacy_office.rich_text_tables import CODE_PAGES
from corpus.reading.legacy_office.rich_text_vocabulary import RichTextStory
from corpus.reading.word.outline import before_words
from corpus.reading.word.word_making import PLAIN_MARKS, MadeDocument, RunMarks

_SIMPLIFIED = re.compile(r"(\D*)\d+(\D*)")
_LABEL = re.compile(r"[^\W_]|[\u2460-\u24ff\u3200-\u32ff\u2776-\u2793]")
"""What a label holds that is no bullet."""


@dataclass(frozen=True, slots=True)
class RichTextGroup:
    """What holds inside a group."""

    story: RichTextStory = RichTextStory.BODY
    marks: RunMarks = PLAIN_MARKS
    font: int = 0
    stand_ins: int = 1
    ground: str = ""
    """The colour under the words of the paragraph."""
    in_table: bool = False
    listed: int = 0
    depth: int = 0


@dataclass(slots=True)
class _RowSoFar:
    """The definition of a row as far as it has been said, and of the next of its cells."""

    shape: RowShape = field(default_factory=RowShape)
    merge: str = ""
    goes_on: bool = False

    def edge(self, edge: int) -> None:
        """A cell ends here."""
        self.shape.cells.append(CellShape(edge, self.merge, self.goes_on))
        self.merge, self.goes_on = "", False


@dataclass(slots=True)
class RichTextState:
    """What holds; `document` is what has been said so far."""

    document: MadeDocument = field(default_factory=MadeDocument)
    group: RichTextGroup = field(default_factory=RichTextGroup)
    flow: RichTextFlow = field(default_factory=RichTextFlow)
    row: _RowSoFar = field(default_factory=_RowSoFar)
    encoding: str = "cp1252"
    """Of bytes in fonts that say nothing of their own."""
    colours: tuple[str, ...] = ()
    """Those of the colour table."""
    label: str = ""
    """The number of the open paragraph, where it is written out."""
    simplifies: bool = False
    """Whether the program writes out every number in Arabic figures."""

    def mark(self, name: str, *, on: bool) -> None:
        """Changes the looks of the words that follow in the group."""
        self.group = replace(self.group, marks=replace(self.group.marks, **{name: on}))  # type: ignore[arg-type]

    def colour(self, number: int) -> str:
        """A colour of the table; empty where the program chooses it."""
        return self.colours[number] if 0 <= number < len(self.colours) else ""

    def look(self) -> RunMarks:
        """How words look that are said now."""
        marks = self.group.marks
        return marks if marks.ground else replace(marks, ground=self.group.ground)

    def item(self) -> ListItem:
        """The list that the open paragraph belongs to."""
        number, depth, label = str(self.group.listed or ""), self.group.depth, self.label.strip()
        self.label = ""
        levels = self.document.lists.get(number, ())
        if depth < len(levels) and (self.simplifies or not label):
            self._write_out(number, depth, label)
            return ListItem(number, depth)
        return ListItem(label=before_words(label) if _LABEL.search(label) else "")

    def _write_out(self, number: str, depth: int, label: str) -> None:
        """Takes the signs around a number from its label, which has them whole where the list has not."""
        counted = self.document.same_count.get(number, number)
        simplified, levels = _SIMPLIFIED.fullmatch(label), list(self.document.lists[counted])
        if simplified:
            pattern = f"{simplified[1]}%{depth + 1}{simplified[2]}"
            levels[depth] = replace(levels[depth], pattern=pattern)
            self.document.lists[counted] = levels


def _plain(state: RichTextState, _: int) -> None:
    state.group = replace(state.group, marks=PLAIN_MARKS)


def _paragraph_plain(state: RichTextState, _: int) -> None:
    state.group = replace(state.group, ground="", in_table=False, listed=0, depth=0)


def _end_paragraph(state: RichTextState, _: int) -> None:
    state.flow.end_paragraph(state.item(), in_table=state.group.in_table)


def _end_inner_row(state: RichTextState, _: int) -> None:
    state.flow.end_paragraph(state.item(), in_table=True)


def _end_cell(state: RichTextState, _: int) -> None:
    state.flow.end_cell(state.item())


def _end_row(state: RichTextState, _: int) -> None:
    state.flow.end_row(state.row.shape)


def _begin_row(state: RichTextState, _: int) -> None:
    state.row = _RowSoFar()


def _left_edge(state: RichTextState, number: int) -> None:
    state.row.shape.left = number


def _edge(state: RichTextState, number: int) -> None:
    state.row.edge(number)


def _header(state: RichTextState, _: int) -> None:
    state.row.shape.is_header = True


def _merge(merge: str) -> "_Action":
    def act(state: RichTextState, _: int) -> None:
        state.row.merge = merge

    return act


def _goes_on(state: RichTextState, _: int) -> None:
    state.row.goes_on = True


def _set(name: str, fixed: int | None = None) -> "_Action":
    def act(state: RichTextState, number: int) -> None:
        value = number if fixed is None else fixed
        state.group = replace(state.group, **{name: value})  # type: ignore[arg-type]

    return act


def _size(state: RichTextState, number: int) -> None:
    state.group = replace(state.group, marks=replace(state.group.marks, size=max(number, 0)))


def _coloured(name: str) -> "_Action":
    def act(state: RichTextState, number: int) -> None:
        colours = {name: state.colour(number)}
        state.group = replace(state.group, marks=replace(state.group.marks, **colours))  # type: ignore[arg-type]

    return act


def _paragraph_ground(state: RichTextState, number: int) -> None:
    state.group = replace(state.group, ground=state.colour(number))


def _row_ground(state: RichTextState, number: int) -> None:
    state.row.shape.ground = state.colour(number) or state.row.shape.ground


def _not_raised(state: RichTextState, _: int) -> None:
    state.mark("raised", on=False)


def _code_page(state: RichTextState, number: int) -> None:
    state.encoding = CODE_PAGES.get(number, state.encoding)


_Action = Callable[[RichTextState, int], None]
ACTIONS: Mapping[str, _Action] = {
    "plain": _plain,
    "pard": _paragraph_plain,
    **dict.fromkeys(("par", "sect"), _end_paragraph),
    "nestrow": _end_inner_row,
    "cell": _end_cell,
    "row": _end_row,
    "trowd": _begin_row,
    "trleft": _left_edge,
    "trhdr": _header,
    "cellx": _edge,
    "clvmgf": _merge("restart"),
    "clvmrg": _merge("continue"),
    "clmrg": _goes_on,
    "intbl": _set("in_table", 1),
    "ls": _set("listed"),
    "ilvl": _set("depth"),
    "f": _set("font"),
    "uc": _set("stand_ins"),
    "fs": _size,
    "cf": _coloured("colour"),
    **dict.fromkeys(("cb", "chcbpat", "highlight"), _coloured("ground")),
    "cbpat": _paragraph_ground,
    **dict.fromkeys(("clcbpat", "trcbpat", "clcfpat", "trcfpat"), _row_ground),
    "nosupersub": _not_raised,
    "ansicpg": _code_page,
}
"""What the words do that steer the text."""
