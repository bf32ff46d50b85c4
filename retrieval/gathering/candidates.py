"""Gathers the measures with which a question is compared closely, where comparing it with all takes too long.

Each way to gather is rough and quick and gives the measures that are the likeliest by it. Whatever the close
comparison may put first must be among them: it looks at words, sounds, vectors, stored questions, and at the
places, years, documents and departments that a question names.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from embeddings import Vectors
from retrieval.gathering.candidate_limits import CandidateLimits
from retrieval.gathering.likely import likeliest_of, likely, telling
from retrieval.gathering.registers import Registers
from retrieval.gathering.selection import Selection
from retrieval.indexing import Index, NearestWanted, Scores
from retrieval.question import Query
from retrieval.ranking import Circumstances, MeasureFacts
from retrieval.text import characters

Positions = NDArray[np.int32]
"""Of measures, ascending, each once."""

_STANDING_IN = 2
"""Where a question has nothing in common with any measure, so many are compared: a best one and a second."""


class Candidates:
    """Gathers from one index; a small one is compared as a whole. Thread-safe."""

    def __init__(self, index: Index, facts: MeasureFacts, limits: CandidateLimits) -> None:
        self._index = index
        self._limits = limits
        self._facts = facts
        self._count = len(index.measures)
        self.whole = Selection(index, facts) if self._count <= limits.everything else None
        self._registers = Registers.of(facts)
        self._spread = np.unique(np.linspace(0, max(self._count - 1, 0), limits.backdrop).astype(np.int32))
        self._backdrop = index.narrowed(self._spread).unpacked() if self.whole is None else None

    def gathered(self, query: Query, vector: Vectors, around: Circumstances) -> Selection:
        """The measures likeliest by a question and its vector, float32 (1, dim); at least one."""
        here = self._registers.applying(query, around)
        ways = (self._by_words(query, here), self._by_names(query), self._by_vector(vector, here))
        return self._selected([positions for way in ways for positions in way])

    def _selected(self, gathered: Sequence[Positions]) -> Selection:
        chosen = np.unique(np.concatenate(gathered)).astype(np.int32)
        if not chosen.size:
            chosen = self._spread[:_STANDING_IN]
        return Selection(self._index.narrowed(chosen), self._facts.taken(chosen), self._backdrop)

    def _by_words(self, query: Query, here: NDArray[np.bool_] | None) -> Iterator[Positions]:
        index, limits = self._index, self._limits
        units = [*characters(query.content), *(unit for word in query.added for unit in characters(word))]
        sounds = index.table.terms(query.content)
        whole = index.whole.scores(telling(index.whole, units, limits.postings))
        yield from self._first(whole, limits.whole, here)
        for channel, lexical, asked, count in (
            (index.text, index.text.characters, units, limits.passages),
            (index.text, index.text.syllables, sounds, limits.sounds),
            (index.questions, index.questions.characters, units, limits.questions),
        ):
            rows, scores = lexical.scored(telling(lexical, asked, limits.postings))
            yield from self._first(channel.best_among(rows, scores, self._count), count, here)
        yield likeliest_of(self._registers.of_departments(query), whole, limits.departments)
        yield likeliest_of(self._registers.of_years(query), whole, limits.year)

    def _by_names(self, query: Query) -> Iterator[Positions]:
        for number in query.documents:
            yield self._registers.of_document(number)[: self._limits.documents]

    def _by_vector(self, vector: Vectors, here: NDArray[np.bool_] | None) -> Iterator[Positions]:
        limits, index = self._limits, self._index
        for channel, count in ((index.text, limits.vectors), (index.questions, limits.q_vectors)):
            wanted = [(count, here)] if here is None else [(count, here), (limits.beside, None)]
            passages = [NearestWanted(limits.passages_each * most, among) for most, among in wanted]
            for (most, _), (rows, cosines) in zip(wanted, channel.nearest(vector, passages), strict=True):
                yield likely(channel.best_among(rows, cosines, self._count), most)

    def _first(self, scores: Scores, count: int, here: NDArray[np.bool_] | None) -> Iterator[Positions]:
        """The likeliest measures where the question is about, and some from elsewhere."""
        yield likely(scores, count, here)
        if here is not None:
            yield likely(scores, self._limits.beside)
