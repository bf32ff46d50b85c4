"""A section of a measure in the pieces that name somebody, and the words that each piece governs."""

import re
from bisect import bisect_right
from functools import cached_property

from corpus.extraction.duties.blocks import Block, find_blocks
from corpus.extraction.duties.entries import find_entries
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.answerables import LabelledEntry
from corpus.extraction.naming.document_rules import DocumentRules, mark_leads

_SAYS = re.compile(r"[\u4e00-\u9fff]")
_Piece = Block | LabelledEntry


class BareText:
    """A text by the offsets of its characters without white space."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bare = "".join(text.split())

    @cached_property
    def _offsets(self) -> list[int]:
        """Where each of its characters stands in the text as printed."""
        return [offset for offset, character in enumerate(self._text) if not character.isspace()]

    def says(self, start: int, end: int) -> bool:
        """Whether words stand between two offsets."""
        return bool(_SAYS.search(self._bare, start, end))

    def printed(self, start: int, end: int) -> str:
        """The words between two offsets as printed, without the punctuation before them."""
        if start >= end:
            return ""
        return self._text[self._offsets[start] : self._offsets[end - 1] + 1].lstrip("。；;，, \n")


class PiecedSection:
    """The blocks and labelled entries of one section.

    Each governs the words since the one before, and shares them with those that follow it directly. Labelled
    lines that follow a piece directly govern the whole measure.
    """

    def __init__(self, text: str, rules: DocumentRules) -> None:
        self._text = BareText(text)
        self.blocks = tuple(find_blocks(Words.of(text)))
        self.entries = tuple(find_entries(text))
        for block in self.blocks:
            mark_leads(block.named, rules)
        for entry in self.entries:
            entry.mark_leads(rules)
        pieces: list[_Piece] = [*self.blocks, *self.entries]
        self.named = sorted((piece for piece in pieces if piece.named), key=_end)
        """The pieces that name somebody, by where they end."""
        self._clauses: dict[int, str] = {}

    def directly_before(self, entry: LabelledEntry) -> Block | None:
        """The block before an entry; None where there is none, or words stand between."""
        count = bisect_right(self.blocks, entry.start, key=_end)
        block = self.blocks[count - 1] if count else None
        return None if block is None or self._text.says(block.end, entry.start) else block

    def clause(self, piece: _Piece) -> str:
        """The words that a piece governs; empty for the whole measure."""
        run = [piece]
        while id(run[-1]) not in self._clauses:
            last = run[-1]
            before = self._before(last)
            if before is None or self._text.says(before.end, last.start):
                self._clauses[id(last)] = self._text.printed(before.end if before else 0, last.start)
            elif isinstance(last, LabelledEntry):
                self._clauses[id(last)] = ""
            else:
                run.append(before)
        clause = self._clauses[id(run[-1])]
        self._clauses.update((id(follower), clause) for follower in run)
        return clause

    def _before(self, piece: _Piece) -> _Piece | None:
        count = bisect_right(self.named, piece.start, key=_end)
        return self.named[count - 1] if count else None


def _end(piece: _Piece) -> int:
    return piece.end
