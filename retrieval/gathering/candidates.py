"""Gathers the measures with which a question is compared closely, where comparing it with all takes too long.

Each way to gather is rough and quick and gives the measures that are the likeliest by it. Whatever the close
comparison may put first must be among them: it looks at words, sounds, vectors, stored questions, and at the
places, years, documents and departments that a question names.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from embeddings import Vectors
from retrieval.gathering.candidate_limits import CandidateLimits
from retrieval.gathering.likely import likeliest_of, likely, telling
from retrieval.gathering.registers import Registers
from retrieval.gathering.selection import Selection
from retrieval.indexing import Index, LexicalIndex, NearestWanted, PassageIndex, Scores
from retrieval.question import Query
from retrieval.ranking import Circumstances, MeasureFacts
from retrieval.text import characters, runs, suspects_in

Positions = NDArray[np.int32]
"""Of measures, ascending, each once."""

_STANDING_IN = 2
"""Where a question has nothing in common with any measure, so many are compared: a best one and a second."""
_PLACES = 256
"""Places for which it is remembered what applies there: 10 KB each at 100,000 measures of 232 places."""
_CHANNELS = ("text", "questions")
_FIRST_CHINESE = "\u3400"


@dataclass(frozen=True, slots=True)
class _Here:
    """What applies where a question is about."""

    measures: Positions
    vectors: Mapping[str, NDArray[np.int32]]
    """Of these in each channel, as `vectors_of` gives them."""


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
        self._applying = lru_cache(_PLACES)(self._found_applying)

    def gathered(self, query: Query, vector: Vectors, around: Circumstances) -> Selection:
        """The measures likeliest by a question and its vector, float32 (1, dim); at least one."""
        here = self._applying(query.places, around.region)
        ways = (self._by_words(query, here), self._by_names(query), self._by_vector(vector, here))
        return self._selected([positions for way in ways for positions in way])

    def _found_applying(self, places: tuple[str, ...], region: str | None) -> _Here | None:
        """What applies where places are named, or where somebody asks from; None where everything does."""
        about = Query(original="", text="", content="", places=places)
        measures = self._registers.applying(about, Circumstances(region, date.min))
        if measures is None:
            return None
        index = self._index
        return _Here(measures, {name: getattr(index, name).vectors_of(measures) for name in _CHANNELS})

    def _selected(self, gathered: Sequence[Positions]) -> Selection:
        chosen = np.unique(np.concatenate(gathered)).astype(np.int32)
        if not chosen.size:
            chosen = self._spread[:_STANDING_IN]
        return Selection(self._index.narrowed(chosen), self._facts.taken(chosen), self._backdrop)

    def _by_words(self, query: Query, here: _Here | None) -> Iterator[Positions]:
        index, limits = self._index, self._limits
        units = [*characters(query.content), *(unit for word in query.added for unit in characters(word))]
        whole = index.whole.scores(telling(index.whole, units, limits.postings))
        yield from self._first(whole, limits.whole, here)
        documents = index.documents.scores(telling(index.documents, units, limits.postings))
        both = whole + documents[index.document_of]
        yield likely(both, limits.documents_like, None if here is None else here.measures)
        stored = index.questions
        yield from self._first(self._by_units(stored, stored.characters, units), limits.questions, here)
        if self._may_be_misspelt(query.content):
            sounds = self._by_units(index.text, index.text.syllables, index.table.terms(query.content))
            yield from self._first(sounds, limits.sounds, here)
        yield likeliest_of(self._registers.of_departments(query), whole, limits.departments)
        yield likeliest_of(self._registers.of_years(query), whole, limits.year)

    def _may_be_misspelt(self, content: str) -> bool:
        """Whether some of a question is in pinyin, or a character that stands so in no text."""
        vocabularies = (self._index.whole.units, self._index.questions.characters.units)

        def known(pair: str) -> bool:
            return any(pair in vocabulary for vocabulary in vocabularies)

        return self._index.table.pinyin_share(content) > 0 or any(
            len(run) > 1 and run[0] >= _FIRST_CHINESE and any(suspects_in([*run], known))
            for run in runs(content)
        )

    def _by_units(self, channel: PassageIndex, lexical: LexicalIndex, units: Sequence[str]) -> Scores:
        """The best score of a passage of each measure."""
        rows, scores = lexical.scored(telling(lexical, units, self._limits.postings))
        return channel.best_among(rows, scores, self._count)

    def _by_names(self, query: Query) -> Iterator[Positions]:
        for number in query.documents:
            yield self._registers.of_document(number)[: self._limits.documents]

    def _by_vector(self, vector: Vectors, here: _Here | None) -> Iterator[Positions]:
        limits, index = self._limits, self._index
        for name, count in zip(_CHANNELS, (limits.vectors, limits.q_vectors), strict=True):
            channel: PassageIndex = getattr(index, name)
            counts = [count] if here is None else [count, limits.beside]
            among = None if here is None else here.vectors[name]
            passages = [NearestWanted(limits.passages_each * count, among)]
            if here is not None:
                passages.append(NearestWanted(limits.passages_each * limits.beside, by_codes=True))
            for most, (rows, cosines) in zip(counts, channel.nearest(vector, passages), strict=True):
                yield likely(channel.best_among(rows, cosines, self._count), most)

    def _first(self, scores: Scores, count: int, here: _Here | None) -> Iterator[Positions]:
        """The likeliest measures where the question is about, and some from elsewhere."""
        yield likely(scores, count, None if here is None else here.measures)
        if here is not None:
            yield likely(scores, self._limits.beside)
