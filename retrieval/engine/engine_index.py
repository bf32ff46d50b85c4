"""An index whose postings, vectors and texts lie in an engine; numbers about texts and units are at hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import LiteralString

import numpy as np
from numpy.typing import NDArray

from corpus.catalog import Catalog
from retrieval.engine.engine_connections import Engine, listed
from retrieval.engine.engine_postings import (
    EngineLexicalIndex,
    EveryPosting,
    PostingsReader,
    PostingsWithin,
    Rows,
)
from retrieval.engine.part_numbers import Numbering
from retrieval.engine.part_rows import Sketch
from retrieval.engine.vectors import EngineVectors
from retrieval.indexing import (
    CHANNELS,
    K1,
    KINDS,
    TEXT_K1,
    VECTOR_KINDS,
    GroupPart,
    Index,
    LexicalIndex,
    PassageIndex,
    PassageTable,
    RecordFacts,
    TextFacts,
    UnitCounts,
    UnitTally,
    dampings,
    joined_index,
)
from retrieval.text import SyllableTable

_BODIES: LiteralString = "select id, body from wenzheng.passages where id = any(%(ids)s::bigint[])"
Statistics = Mapping[str, UnitTally]
"""Channel -> in how many texts each unit stands."""


@dataclass(frozen=True, slots=True)
class EngineTexts:
    """The texts of passages, which are read when they are looked at. `TextsAt` of an engine."""

    engine: Engine
    numbering: Numbering

    def at(self, positions: Sequence[int]) -> Sequence[tuple[str, str]]:
        """The texts of the passages at some positions; their topics say something to an encoder alone."""
        ids = self.numbering.ids(np.array(positions, dtype=np.int32)).tolist()
        bodies: dict[int, str] = dict(self.engine.rows(_BODIES, {"ids": listed(ids)}))
        return [(bodies.get(number, ""), "") for number in ids]


@dataclass(frozen=True)
class EngineIndex(Index):
    """The index of a large library. Not every question's postings are read at once: see `narrowed`."""

    engine: Engine
    rows: Rows

    def narrowed(self, chosen: NDArray[np.int32]) -> "Index":
        """The index of which only some measures are compared; reads the postings of their parts alone."""
        narrowed = Index.narrowed(self, chosen)
        numbering = self.rows.numbering
        reader = PostingsWithin(
            self.engine,
            self.rows,
            numbering.parts_of(narrowed.text.positions).tolist(),
            numbering.parts_of(narrowed.questions.positions).tolist(),
        )
        return replace(
            narrowed,
            whole=_read_by(narrowed.whole, reader),
            documents=_read_by(narrowed.documents, reader),
            text=_channel_read_by(narrowed.text, reader),
            questions=_channel_read_by(narrowed.questions, reader),
        )


def _channel_read_by(channel: PassageIndex, reader: PostingsReader) -> PassageIndex:
    return replace(
        channel,
        characters=_read_by(channel.characters, reader),
        syllables=_read_by(channel.syllables, reader),
    )


def _read_by(index: LexicalIndex, reader: PostingsReader) -> LexicalIndex:
    return replace(index, reader=reader) if isinstance(index, EngineLexicalIndex) else index


@dataclass(frozen=True, slots=True)
class Release:
    """A release as a reader opens it: its parts, in their order, with what is kept of each."""

    line: str
    catalog: Catalog
    numbers: Sequence[int]
    sketches: Sequence[Sketch]
    recorded: RecordFacts
    """Of all measures."""
    uncovered: Sequence[GroupPart]
    """The parts, the last ones, of questions that no measure answers."""
    statistics: Statistics
    table: SyllableTable

    def index(self, engine: Engine, dim: int) -> EngineIndex:
        """The index over the release."""
        numbering = Numbering.of(self.numbers, self.sketches)
        uncovered = joined_index(self.uncovered, self.table, dim)
        passages = self._passages(EngineTexts(engine, numbering), uncovered.kinds)
        channels = {name: passages.of_kinds(CHANNELS[name]) for name in CHANNELS}
        row_of = np.full(len(passages), -1, dtype=np.int32)
        for positions in channels.values():
            row_of[positions] = np.arange(positions.size, dtype=np.int32)
        rows = Rows(numbering, row_of)
        every = EveryPosting(engine, rows)
        regions = self._regions(passages)

        def channel(name: str, table: LiteralString, sounds: str, k1: float) -> PassageIndex:
            positions, own = channels[name], self._sketches_of(name)
            of_kind = passages.kinds_among(positions, CHANNELS[name])
            compared = positions[of_kind[VECTOR_KINDS[name]]]
            return PassageIndex(
                positions,
                passages.owners[positions],
                of_kind,
                VECTOR_KINDS[name],
                self._lexical(name, [sketch.characters for sketch in own], k1, every),
                self._lexical(sounds, [sketch.syllables for sketch in own], k1, every),
                EngineVectors(engine, table, numbering, compared, regions, self.line, dim),
            )

        return EngineIndex(
            passages.measures,
            passages,
            self._lexical("whole", [sketch.measures for sketch in self.sketches], TEXT_K1, every),
            self._lexical("documents", [sketch.document for sketch in self.sketches], TEXT_K1, every),
            np.repeat(
                np.arange(len(self.catalog.documents), dtype=np.int32),
                [len(document.measures) for document in self.catalog.documents],
            ),
            channel("text", "text_vectors", "sounds", TEXT_K1),
            channel("questions", "question_vectors", "question_sounds", K1),
            replace(uncovered.uncovered, positions=channels["uncovered"]),
            self.table,
            TextFacts.joined([sketch.facts for sketch in self.sketches]),
            self.recorded,
            UnitCounts([self.statistics["pairs"]]),
            engine=engine,
            rows=rows,
        )

    def _lexical(
        self, channel: str, lengths: Sequence[NDArray[np.float32]], k1: float, reader: PostingsReader
    ) -> EngineLexicalIndex:
        damping = dampings(np.concatenate([np.zeros(0, dtype=np.float32), *lengths]), k1)
        units = UnitCounts([self.statistics[channel]])
        return EngineLexicalIndex((), units, damping, k1, channel=channel, reader=reader)

    def _passages(self, texts: EngineTexts, uncovered: Sequence[str]) -> PassageTable:
        measures = self.catalog.measure_ids
        place = {name: n for names in (measures, uncovered) for n, name in enumerate(names)}
        owners = [np.zeros(0, dtype=np.int32)]
        owners += [
            np.array([place[owner] for owner in sketch.owners], dtype=np.int32)[sketch.owner_of]
            for sketch in self.sketches
        ]
        kinds = np.concatenate([np.zeros(0, dtype=np.uint8), *(sketch.kinds for sketch in self.sketches)])
        return PassageTable(measures, uncovered, np.concatenate(owners), kinds, texts)

    def _sketches_of(self, channel: str) -> list[Sketch]:
        return [s for s in self.sketches if s.kinds.size and KINDS[s.kinds[0]] in CHANNELS[channel]]

    def _regions(self, passages: PassageTable) -> NDArray[np.str_]:
        of_measure = [region for d in self.catalog.documents for region in [d.region] * len(d.measures)]
        answered = ~np.isin(passages.kinds, [KINDS.index(kind) for kind in CHANNELS["uncovered"]])
        regions = np.zeros(len(passages), dtype=np.array([*of_measure, ""]).dtype)
        regions[answered] = np.array([*of_measure, ""])[passages.owners[answered]]
        return regions
