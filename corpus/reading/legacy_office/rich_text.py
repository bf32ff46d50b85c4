"""Rich text (RTF): made into a document in memory and read as that."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from corpus.limits import Limits
from corpus.reading.composing import compose
from corpus.reading.legacy_office.rich_text_characters import RichTextCharacters
from corpus.reading.legacy_office.rich_text_flow import CellShape, ListItem, RichTextFlow, RowShape
from corpus.reading.legacy_office.rich_text_tables import (
    CODE_PAGES,
    RichTextFont,
    fonts_of,
    lists_of,
    overrides_of,
)
from corpus.reading.legacy_office.rich_text_tokens import RichTextToken, TokenKind, tokens_of
from corpus.reading.outline import before_words
from corpus.reading.refusals import UnsafeError
from corpus.reading.word import parts_of_word
from corpus.reading.word_making import PLAIN_MARKS, MadeDocument, RunMarks, box_of, docx_of
from corpus.text.losses import Loss, LossKind
from corpus.text.source_text import SourceText

_MOST_GROUPS = 2000
"""Groups inside each other; real files stay under 30."""


class _Story(StrEnum):
    """What the words of a group are."""

    BODY = "body"
    SILENT = "silent"
    NOTE = "note"
    REMARK = "remark"
    HEAD = "head"
    BOX = "box"
    LABEL = "label"
    """The number of a list's item, written out for programs that know no lists."""


_OWN_FLOW = (_Story.NOTE, _Story.REMARK, _Story.HEAD, _Story.BOX)
_SILENT = (
    *("colortbl", "stylesheet", "info", "fldinst", "objdata", "nonshppict", "shprslt", "sp", "pnseclvl"),
    *(
        "bkmkstart",
        "bkmkend",
        "atnid",
        "atnauthor",
        "xe",
        "tc",
        "themedata",
        "datastore",
        "filetbl",
        "revtbl",
    ),
    *("nextfile", "template", "private", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn"),
    *("falt", "panose", "objclass", "objname", "objalias", "objsect", "datafield", "formfield"),
    *("nonesttables", "ud", "pict", "revtbl"),
)
_HEADS = ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
_STORIES = {
    **dict.fromkeys(_SILENT, _Story.SILENT),
    **dict.fromkeys(_HEADS, _Story.HEAD),
    **dict.fromkeys(("shptxt", "dptxbxtext"), _Story.BOX),
    **dict.fromkeys(("listtext", "pntext"), _Story.LABEL),
    "footnote": _Story.NOTE,
    "annotation": _Story.REMARK,
}
_OPTIONS = ("shppict", "shpinst", "do")
"""Of the groups that a program may pass over, those that hold others that are read."""
_LOST = {"pict": LossKind.PICTURE, "objdata": LossKind.OBJECT}
_SAID = {
    "tab": "\t",
    "line": "\n",
    "nbsp": " ",
    "hyphen": "-",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "nestcell": " ",
    **dict.fromkeys(("emspace", "enspace", "qmspace"), " "),
}
_SWITCHES = {"strike": "struck", "striked": "struck", "v": "hidden", "deleted": "deleted", "super": "raised"}
_MERGES = {"clvmgf": "restart", "clvmrg": "continue"}
_TABLES = ("fonttbl", "listtable", "listoverridetable", "generator")
_SIMPLIFYING = b"Office"
"""In the name of LibreOffice and its kin, which write out every label in Arabic figures."""
_SIMPLIFIED = re.compile(r"(\D*)\d+(\D*)")
_LABEL = re.compile(r"[^\W_]|[\u2460-\u24ff\u3200-\u32ff\u2776-\u2793]")
"""What a label holds that is no bullet."""


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a group."""

    story: _Story = _Story.BODY
    marks: RunMarks = PLAIN_MARKS
    font: int = 0
    stand_ins: int = 1
    in_table: bool = False
    listed: int = 0
    depth: int = 0


@dataclass(slots=True)
class _OpenFlow:
    """A text inside another one; it ends with the group at `level`."""

    level: int
    story: _Story
    outer: RichTextFlow


def read_rich_text(name: str, data: bytes, limits: Limits) -> SourceText:
    """Paragraphs, lists, tables, boxes and notes as `read_word` gives them; all else is named as left out.

    Raises:
        UnsafeError: its groups stand inside each other without end.
        TooLargeError: the document made of it exceeds the limits.
    """
    reader = _RichTextReader(name)
    reader.read(tokens_of(data))
    losses = reader.losses
    return compose(name, parts_of_word(name, docx_of(reader.document), limits, losses), losses)


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


class _RichTextReader:
    """Follows the tokens; `document` and `losses` are what they say so far."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.document, self.losses = MadeDocument(), list[Loss]()
        self.group, self._outer = _Group(), list[_Group]()
        self.flow, self._flows = RichTextFlow(), list[_OpenFlow]()
        self.row = _RowSoFar()
        self._fonts: Mapping[int, RichTextFont] = {}
        self._lists_table: list[RichTextToken] = []
        self.encoding, self._characters = "cp1252", RichTextCharacters()
        self._label, self._simplifies = "", False
        self._begins = self._optional = False

    def read(self, tokens: Iterator[RichTextToken]) -> None:
        """All tokens of a file; what stands behind its outermost group is none of it."""
        for token in tokens:
            if token.kind is TokenKind.BYTES:
                self._characters.take(token.data, self._font.encoding or self.encoding)
            elif token.word == "u":
                self._characters.number(token.number or 0, self.group.stand_ins)
            else:
                self._say(self._characters.end())
                self._steer(token, tokens)
                if token.kind is TokenKind.CLOSE and not self._outer:
                    break
        self._say(self._characters.end())
        self._end_flows(0)
        self.document.body.extend(self.flow.end())

    def _steer(self, token: RichTextToken, tokens: Iterator[RichTextToken]) -> None:
        """A word or brace. A star says that a group may be passed over only where it begins one."""
        if token.kind is TokenKind.OPEN:
            self._open()
        elif token.kind is TokenKind.CLOSE:
            self._close()
        elif token.word == "*":
            self._optional = self._begins
        elif token.word in _TABLES:
            self._read_table(token.word, list(_rest_of_group(tokens)))
            self._close()
        else:
            self._word(token.word, token.number)
        self._begins = token.kind is TokenKind.OPEN

    def _open(self) -> None:
        if len(self._outer) >= _MOST_GROUPS:
            raise UnsafeError(self._name, "内部层次没有尽头，可能是恶意文件", "请向来源核实文件后再添加")
        self._outer.append(self.group)
        self._optional = False

    def _close(self) -> None:
        if self._outer:
            self.group = self._outer.pop()
        self._end_flows(len(self._outer) + 1)

    def _word(self, word: str, number: int | None) -> None:
        optional, self._optional = self._optional, False
        if self.group.story is _Story.SILENT:
            return
        if word in _LOST:
            self.losses.append(Loss(_LOST[word]))
        if word in _STORIES or (optional and word not in _OPTIONS):
            self._enter(_STORIES.get(word, _Story.SILENT))
        elif word in _SAID:
            self._say(_SAID[word])
        elif word in _SWITCHES:
            self.mark(_SWITCHES[word], on=number != 0)
        elif word in _ACTIONS:
            _ACTIONS[word](self, number or 0)

    def mark(self, name: str, *, on: bool) -> None:
        """Changes the looks of the words that follow in the group."""
        self.group = replace(self.group, marks=replace(self.group.marks, **{name: on}))  # type: ignore[arg-type]

    def _enter(self, story: _Story) -> None:
        """The group holds something of its own."""
        self.group = replace(self.group, story=story)
        if story in _OWN_FLOW:
            self._flows.append(_OpenFlow(len(self._outer), story, self.flow))
            self.flow = RichTextFlow()
            self.group = replace(self.group, marks=PLAIN_MARKS, in_table=False, listed=0)
        elif story is _Story.LABEL:
            self._label = ""

    def _end_flows(self, level: int) -> None:
        """Ends the texts that began in groups from `level` on."""
        while self._flows and self._flows[-1].level >= level:
            ended = self._flows.pop()
            made = "".join(self.flow.end())
            self.flow = ended.outer
            if ended.story is _Story.BOX:
                self.flow.put(box_of(made))
            elif ended.story is _Story.NOTE:
                self.document.notes.append(made)
            else:
                (self.document.heads if ended.story is _Story.HEAD else self.document.remarks).append(made)

    def _say(self, words: str) -> None:
        if not words or self.group.story is _Story.SILENT:
            return
        if self.group.story is _Story.LABEL:
            self._label += words
        else:
            self.flow.say(words, replace(self.group.marks, font=self._font.name))

    @property
    def _font(self) -> RichTextFont:
        return self._fonts.get(self.group.font, RichTextFont())

    def item(self) -> ListItem:
        """The list that the open paragraph belongs to."""
        number, depth, label = str(self.group.listed or ""), self.group.depth, self._label.strip()
        self._label = ""
        levels = self.document.lists.get(number, ())
        if depth < len(levels) and (self._simplifies or not label):
            self._write_out(number, depth, label)
            return ListItem(number, depth)
        return ListItem(label=before_words(label) if _LABEL.search(label) else "")

    def _write_out(self, number: str, depth: int, label: str) -> None:
        """Takes the signs around a number from its label, which has them whole where the list has not."""
        simplified, levels = _SIMPLIFIED.fullmatch(label), list(self.document.lists[number])
        if simplified:
            pattern = f"{simplified[1]}%{depth + 1}{simplified[2]}"
            levels[depth] = replace(levels[depth], pattern=pattern)
            self.document.lists[number] = levels

    def _read_table(self, word: str, tokens: list[RichTextToken]) -> None:
        self._optional = False
        if word == "fonttbl":
            self._fonts = fonts_of(tokens)
        elif word == "generator":
            self._simplifies = _SIMPLIFYING in b"".join(token.data for token in tokens)
        elif word == "listtable":
            self._lists_table = tokens
        else:
            lists, first = lists_of(self._lists_table, self.encoding), dict[int, str]()
            for number, use in overrides_of(tokens).items():
                self.document.lists[str(number)] = lists.get(use.listed, ())
                if not use.begins_anew:
                    self.document.same_count[str(number)] = first.setdefault(use.listed, str(number))


def _rest_of_group(tokens: Iterator[RichTextToken]) -> Iterator[RichTextToken]:
    """The tokens up to the end of the open group, that end included."""
    depth = 0
    for token in tokens:
        depth += {TokenKind.OPEN: 1, TokenKind.CLOSE: -1}.get(token.kind, 0)
        yield token
        if depth < 0:
            return


def _plain(reader: _RichTextReader, _: int) -> None:
    reader.group = replace(reader.group, marks=PLAIN_MARKS)


def _paragraph_plain(reader: _RichTextReader, _: int) -> None:
    reader.group = replace(reader.group, in_table=False, listed=0, depth=0)


def _end_paragraph(reader: _RichTextReader, _: int) -> None:
    reader.flow.end_paragraph(reader.item(), in_table=reader.group.in_table)


def _end_inner_row(reader: _RichTextReader, _: int) -> None:
    reader.flow.end_paragraph(reader.item(), in_table=True)


def _end_cell(reader: _RichTextReader, _: int) -> None:
    reader.flow.end_cell(reader.item())


def _end_row(reader: _RichTextReader, _: int) -> None:
    reader.flow.end_row(reader.row.shape)


def _begin_row(reader: _RichTextReader, _: int) -> None:
    reader.row = _RowSoFar()


def _left_edge(reader: _RichTextReader, number: int) -> None:
    reader.row.shape.left = number


def _edge(reader: _RichTextReader, number: int) -> None:
    reader.row.edge(number)


def _header(reader: _RichTextReader, _: int) -> None:
    reader.row.shape.is_header = True


def _merge(merge: str) -> "_Action":
    def act(reader: _RichTextReader, _: int) -> None:
        reader.row.merge = merge

    return act


def _goes_on(reader: _RichTextReader, _: int) -> None:
    reader.row.goes_on = True


def _set(name: str, fixed: int | None = None) -> "_Action":
    def act(reader: _RichTextReader, number: int) -> None:
        value = number if fixed is None else fixed
        reader.group = replace(reader.group, **{name: value})  # type: ignore[arg-type]

    return act


def _size(reader: _RichTextReader, number: int) -> None:
    reader.group = replace(reader.group, marks=replace(reader.group.marks, size=max(number, 0)))


def _not_raised(reader: _RichTextReader, _: int) -> None:
    reader.mark("raised", on=False)


def _code_page(reader: _RichTextReader, number: int) -> None:
    reader.encoding = CODE_PAGES.get(number, reader.encoding)


_Action = Callable[[_RichTextReader, int], None]
_ACTIONS: Mapping[str, _Action] = {
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
    **{word: _merge(merge) for word, merge in _MERGES.items()},
    "clmrg": _goes_on,
    "intbl": _set("in_table", 1),
    "ls": _set("listed"),
    "ilvl": _set("depth"),
    "f": _set("font"),
    "uc": _set("stand_ins"),
    "fs": _size,
    "nosupersub": _not_raised,
    "ansicpg": _code_page,
}
"""What the words do that steer the text."""
