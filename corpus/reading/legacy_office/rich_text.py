"""Rich text (RTF): made into a document in memory and read as that."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from corpus.limits import Limits
from corpus.reading.composing import compose
from corpus.reading.legacy_office.rich_text_characters import RichTextCharacters
from corpus.reading.legacy_office.rich_text_flow import RichTextFlow
from corpus.reading.legacy_office.rich_text_state import ACTIONS, RichTextGroup, RichTextState
from corpus.reading.legacy_office.rich_text_tables import (
    RichTextFont,
    colours_of,
    fonts_of,
    lists_of,
    overrides_of,
)
from corpus.reading.legacy_office.rich_text_tokens import RichTextToken, TokenKind, tokens_of
from corpus.reading.legacy_office.rich_text_vocabulary import (
    LOST,
    OPTIONS,
    OWN_FLOW,
    SAID,
    STORIES,
    SWITCHES,
    TABLES,
    RichTextStory,
)
from corpus.reading.refusals import UnsafeError
from corpus.reading.word.word_making import PLAIN_MARKS, MadeDocument, box_of, docx_of
from corpus.reading.word.word_reader import parts_of_word
from corpus.text.losses import Loss
from corpus.text.source_text import SourceText

_MOST_GROUPS = 2000
"""Groups inside each other; real files stay under 30."""
_SIMPLIFYING = b"Office"
"""In the name of LibreOffice and its kin, which write out every label in Arabic figures."""


_BEHIND_PAGES, _SOME_COLOUR = "background", "808080"
"""A group that says what lies behind all pages; whatever it is, white words may show on it."""


@dataclass(slots=True)
class _OpenFlow:
    """A text inside another one; it ends with the group at `level`."""

    level: int
    story: RichTextStory
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


class _RichTextReader:
    """Follows the tokens; `losses` are what they have said so far that is not printed."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._state, self.losses = RichTextState(), list[Loss]()
        self._outer: list[RichTextGroup] = []
        self._flows: list[_OpenFlow] = []
        self._fonts: Mapping[int, RichTextFont] = {}
        self._lists_table: list[RichTextToken] = []
        self._characters = RichTextCharacters()
        self._begins = self._optional = False
        self._texts = {
            RichTextStory.NOTE: self.document.notes,
            RichTextStory.REMARK: self.document.remarks,
            RichTextStory.HEAD: self.document.heads,
        }

    @property
    def document(self) -> MadeDocument:
        """What the tokens have said so far."""
        return self._state.document

    def read(self, tokens: Iterator[RichTextToken]) -> None:
        """All tokens of a file; what stands behind its outermost group is none of it."""
        for token in tokens:
            if token.kind is TokenKind.BYTES:
                self._characters.take(token.data, self._font.encoding or self._state.encoding)
            elif token.word == "u":
                self._characters.number(token.number or 0, self._state.group.stand_ins)
            else:
                self._say(self._characters.end())
                self._steer(token, tokens)
                if token.kind is TokenKind.CLOSE and not self._outer:
                    break
        self._say(self._characters.end())
        self._end_flows(0)
        self._state.document.body.extend(self._state.flow.end())

    def _steer(self, token: RichTextToken, tokens: Iterator[RichTextToken]) -> None:
        """A word or brace. A star says that a group may be passed over only where it begins one."""
        if token.kind is TokenKind.OPEN:
            self._open()
        elif token.kind is TokenKind.CLOSE:
            self._close()
        elif token.word == "*":
            self._optional = self._begins
        elif token.word in TABLES:
            self._read_table(token.word, list(_rest_of_group(tokens)))
            self._close()
        else:
            self._word(token.word, token.number)
        self._begins = token.kind is TokenKind.OPEN

    def _open(self) -> None:
        if len(self._outer) >= _MOST_GROUPS:
            raise UnsafeError(self._name, "内部层次没有尽头，可能是恶意文件", "请向来源核实文件后再添加")
        self._outer.append(self._state.group)
        self._optional = False

    def _close(self) -> None:
        if self._outer:
            self._state.group = self._outer.pop()
        self._end_flows(len(self._outer) + 1)

    def _word(self, word: str, number: int | None) -> None:
        optional, self._optional = self._optional, False
        if self._state.group.story is RichTextStory.SILENT:
            return
        if word == _BEHIND_PAGES:
            self.document.ground = _SOME_COLOUR
        if word in LOST:
            self.losses.append(Loss(LOST[word]))
        if word in STORIES or (optional and word not in OPTIONS):
            self._enter(STORIES.get(word, RichTextStory.SILENT))
        elif word in SAID:
            self._say(SAID[word])
        elif word in SWITCHES:
            self._state.mark(SWITCHES[word], on=number != 0)
        elif word in ACTIONS:
            ACTIONS[word](self._state, number or 0)

    def _enter(self, story: RichTextStory) -> None:
        """The group holds something of its own."""
        self._state.group = replace(self._state.group, story=story)
        if story in OWN_FLOW:
            self._flows.append(_OpenFlow(len(self._outer), story, self._state.flow))
            self._state.flow = RichTextFlow()
            self._state.group = replace(self._state.group, marks=PLAIN_MARKS, in_table=False, listed=0)
        elif story is RichTextStory.LABEL:
            self._state.label = ""

    def _end_flows(self, level: int) -> None:
        """Ends the texts that began in groups from `level` on."""
        while self._flows and self._flows[-1].level >= level:
            ended = self._flows.pop()
            made = "".join(self._state.flow.end())
            self._state.flow = ended.outer
            if ended.story is RichTextStory.BOX:
                self._state.flow.put(box_of(made))
            else:
                self._texts[ended.story].append(made)

    def _say(self, words: str) -> None:
        if not words or self._state.group.story is RichTextStory.SILENT:
            return
        if self._state.group.story is RichTextStory.LABEL:
            self._state.label += words
        else:
            self._state.flow.say(words, replace(self._state.look(), font=self._font.name))

    @property
    def _font(self) -> RichTextFont:
        return self._fonts.get(self._state.group.font, RichTextFont())

    def _read_table(self, word: str, tokens: list[RichTextToken]) -> None:
        self._optional = False
        if word == "fonttbl":
            self._fonts = fonts_of(tokens)
        elif word == "colortbl":
            self._state.colours = colours_of(tokens)
        elif word == "generator":
            self._state.simplifies = _SIMPLIFYING in b"".join(token.data for token in tokens)
        elif word == "listtable":
            self._lists_table = tokens
        else:
            lists, first = lists_of(self._lists_table, self._state.encoding), dict[int, str]()
            for number, use in overrides_of(tokens).items():
                self._state.document.lists[str(number)] = lists.get(use.listed, ())
                if not use.begins_anew:
                    self._state.document.same_count[str(number)] = first.setdefault(use.listed, str(number))


def _rest_of_group(tokens: Iterator[RichTextToken]) -> Iterator[RichTextToken]:
    """The tokens up to the end of the open group, that end included."""
    depth = 0
    for token in tokens:
        depth += {TokenKind.OPEN: 1, TokenKind.CLOSE: -1}.get(token.kind, 0)
        yield token
        if depth < 0:
            return
