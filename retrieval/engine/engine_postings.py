"""Postings read from the engine: of a few units in all parts, or of all a question's units in some."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import LiteralString, Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.engine.engine_connections import Engine, listed
from retrieval.engine.part_numbers import Numbering, Positions
from retrieval.engine.part_rows import POSTING_BYTES, read_postings, signed
from retrieval.indexing import FoundPostings, LexicalIndex, Numbers, key_of

UnitPostings = tuple[Numbers, Numbers]
"""The texts that contain a unit, and how often each does."""
_NONE: UnitPostings = (np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))


class PostingsReader(Protocol):
    """Reads what an index by units needs for a question."""

    def postings(self, channel: str, units: Sequence[int]) -> list[UnitPostings]:
        """The postings of units, told by their numbers, in a channel.

        Raises:
            EngineError: the engine cannot be read.
        """


@dataclass(frozen=True, slots=True)
class EngineLexicalIndex(LexicalIndex):
    """An index by units whose rarities and lengths are at hand; its postings are read for each question."""

    channel: str = field(kw_only=True)
    reader: PostingsReader = field(kw_only=True)

    def _found(self, units: Sequence[str]) -> FoundPostings:
        """The texts that contain units, in no order; those that are compared are among them."""
        known = [position for position, unit in enumerate(units) if unit in self.units]
        keys = np.array([key_of(units[position]) for position in known], dtype=np.uint64)
        held = self.reader.postings(self.channel, signed(keys))
        of_unit = np.repeat(np.array(known, dtype=np.intp), [texts.size for texts, _ in held])
        texts, counts = ([*arrays] for arrays in zip(_NONE, *held, strict=True))
        return of_unit, np.concatenate(texts), np.concatenate(counts)


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the texts of channels stand: passages are told by their positions in the index."""

    numbering: Numbering
    row_of: Positions
    """Row of each passage in its channel."""

    def of_passages(self, parts: NDArray[np.integer], spots: NDArray[np.integer]) -> Positions:
        """Rows in their channel of passages; -1 for those of other parts."""
        positions = self.numbering.of_spots(self.numbering.passages, parts, spots)
        return np.where(positions < 0, -1, self.row_of[positions]).astype(np.int32)

    def of_measures(self, parts: NDArray[np.integer], spots: NDArray[np.integer]) -> Positions:
        """Positions of measures; -1 for those of other parts."""
        return self.numbering.of_spots(self.numbering.measures, parts, spots)

    def of_documents(self, parts: NDArray[np.integer]) -> Positions:
        """Positions of documents; -1 for other parts."""
        return self.numbering.of_spots(self.numbering.documents, parts, np.zeros_like(parts))


@dataclass(frozen=True, slots=True)
class EveryPosting:
    """Reads postings of all parts; for units that stand in few texts."""

    engine: Engine
    rows: Rows

    def postings(self, channel: str, units: Sequence[int]) -> list[UnitPostings]:
        """The postings of units in a channel."""
        if not units:
            return []
        if channel == "documents":
            return _documents(self.engine.rows(_TIMES, {"units": listed(units)}), units, self.rows)
        found = self.engine.rows(_EVERY[channel], {"units": listed(units)})
        return _of_texts([(unit, heads, data) for unit, heads, data in found], units, channel, self.rows)


class PostingsWithin:
    """Reads postings of some parts for one question, each unit once. Not for several threads."""

    def __init__(
        self, engine: Engine, rows: Rows, documents: Sequence[int], questions: Sequence[int]
    ) -> None:
        """`documents` and `questions` are numbers of parts."""
        self._engine, self._rows = engine, rows
        self._documents, self._questions = list(documents), list(questions)
        self._known: dict[tuple[str, int], UnitPostings] = {}

    def postings(self, channel: str, units: Sequence[int]) -> list[UnitPostings]:
        """The postings of units in a channel."""
        lacking = [unit for unit in units if (channel, unit) not in self._known]
        if lacking:
            self._read(channel, lacking)
        return [self._known[channel, unit] for unit in units]

    def _read(self, channel: str, units: Sequence[int]) -> None:
        if channel in _IN_WORDS:
            return self._read_words(units)
        parts = self._documents if channel == "sounds" else self._questions
        values = {"units": listed(units), "parts": listed(parts)}
        found = self._engine.rows(_WITHIN[channel], values) if parts else []
        held = _of_texts([(unit, heads, data) for unit, heads, data in found], units, channel, self._rows)
        return self._keep(channel, units, held)

    def _read_words(self, units: Sequence[int]) -> None:
        """What the documents, measures and passages hold, which one statement reads."""
        found = self._engine.rows(_WORDS_WITHIN, {"units": listed(units), "parts": listed(self._documents)})
        self._keep("documents", units, _documents([(u, times) for u, times, *_ in found], units, self._rows))
        for channel, heads, data in (("whole", 2, 3), ("text", 4, 5)):
            own = [(row[0], row[heads], row[data]) for row in found]
            self._keep(channel, units, _of_texts(own, units, channel, self._rows))

    def _keep(self, channel: str, units: Sequence[int], found: Sequence[UnitPostings]) -> None:
        self._known.update({(channel, unit): each for unit, each in zip(units, found, strict=True)})


def _of_texts(
    found: Sequence[tuple[int, bytes, bytes]], units: Sequence[int], channel: str, rows: Rows
) -> list[UnitPostings]:
    """The postings of each unit; `heads` says of which part how many bytes of `data` are."""
    heads = np.frombuffer(b"".join(heads for _, heads, _ in found), dtype=">i4").reshape(-1, 2)
    held = read_postings(b"".join(data for *_, data in found))
    parts = heads[:, 0].astype(np.int32).repeat(heads[:, 1] // POSTING_BYTES)
    place = rows.of_measures if channel == "whole" else rows.of_passages
    texts, counts = place(parts, held["spot"].astype(np.int32)), held["count"].astype(np.int32)
    by_unit, start = dict[int, UnitPostings](), 0
    for unit, _, data in found:
        end = start + len(data) // POSTING_BYTES
        by_unit[unit] = _known(texts[start:end], counts[start:end])
        start = end
    return [by_unit.get(unit, _NONE) for unit in units]


def _documents(found: Sequence[tuple[int, bytes]], units: Sequence[int], rows: Rows) -> list[UnitPostings]:
    by_unit = {}
    for unit, times in found:
        pairs = np.frombuffer(times, dtype=">i4").reshape(-1, 2).astype(np.int32)
        stated = pairs[pairs[:, 1] > 0]
        by_unit[unit] = _known(rows.of_documents(stated[:, 0]), stated[:, 1])
    return [by_unit.get(unit, _NONE) for unit in units]


def _known(texts: Positions, counts: Positions) -> UnitPostings:
    """The postings without those of parts that the index does not have."""
    held = texts >= 0
    return (texts, counts) if held.all() else (texts[held], counts[held])


_IN_WORDS = ("whole", "documents", "text")
_TIMES: LiteralString = """
select unit, string_agg(int4send(part) || int4send(times), '') from wenzheng.words
where unit = any(%(units)s::bigint[]) group by unit"""
_PASSAGES: LiteralString = """
select unit, string_agg(int4send(part) || int4send(octet_length(passages)), ''), string_agg(passages, '')"""
_OF_UNITS: LiteralString = " where unit = any(%(units)s::bigint[]) group by unit"
_IN_PARTS: LiteralString = (
    " where unit = any(%(units)s::bigint[]) and part = any(%(parts)s::int[]) group by unit"
)
_EVERY: dict[str, LiteralString] = {
    "whole": """
select unit, string_agg(int4send(part) || int4send(octet_length(whole)), ''), string_agg(whole, '')
from wenzheng.words"""
    + _OF_UNITS,
    "text": _PASSAGES + " from wenzheng.words" + _OF_UNITS,
    "sounds": _PASSAGES + " from wenzheng.sounds" + _OF_UNITS,
    "questions": _PASSAGES + " from wenzheng.question_words" + _OF_UNITS,
    "question_sounds": _PASSAGES + " from wenzheng.question_sounds" + _OF_UNITS,
}
_WITHIN: dict[str, LiteralString] = {
    "sounds": _PASSAGES + " from wenzheng.sounds" + _IN_PARTS,
    "questions": _PASSAGES + " from wenzheng.question_words" + _IN_PARTS,
    "question_sounds": _PASSAGES + " from wenzheng.question_sounds" + _IN_PARTS,
}
_WORDS_WITHIN: LiteralString = (
    """
select unit, string_agg(int4send(part) || int4send(times), ''),
    string_agg(int4send(part) || int4send(octet_length(whole)), ''), string_agg(whole, ''),
    string_agg(int4send(part) || int4send(octet_length(passages)), ''), string_agg(passages, '')
from wenzheng.words"""
    + _IN_PARTS
)
