"""Passages, the indexes over them, and the index on disk."""

from retrieval.indexing.chosen import Chosen
from retrieval.indexing.composition import TEXT_K1, build_index, joined_index
from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.dense import NearestWanted
from retrieval.indexing.index import Index
from retrieval.indexing.index_identity import index_key, made_by
from retrieval.indexing.index_keeper import IndexKeeper
from retrieval.indexing.index_segment import GroupPart
from retrieval.indexing.index_store import IndexStore, Mark, OpenIndex, Sources
from retrieval.indexing.lexical import (
    K1,
    FoundPostings,
    LexicalIndex,
    MatchedUnits,
    Scores,
    best_positions,
    dampings,
)
from retrieval.indexing.packed_arrays import Numbers, unpacked, write_packed
from retrieval.indexing.part_store import part_bytes, part_of
from retrieval.indexing.parts import CHANNELS, VECTOR_KINDS, IndexPart, make_part
from retrieval.indexing.passage_index import PassageIndex
from retrieval.indexing.passage_table import PassageTable
from retrieval.indexing.passage_texts import KINDS
from retrieval.indexing.passages import (
    PassageGroup,
    PassageKind,
    catalog_passages,
    passage_groups,
    short_title,
)
from retrieval.indexing.question_files import add_question
from retrieval.indexing.questions import (
    AskedBefore,
    QuestionFileError,
    Questions,
    Uncovered,
    load_questions,
    load_uncovered,
)
from retrieval.indexing.record_facts import RecordFacts
from retrieval.indexing.text_facts import TextFacts
from retrieval.indexing.unit_table import UnitCounts, UnitTally, key_of
from retrieval.indexing.written_records import with_records_aside

__all__ = [
    "CHANNELS",
    "K1",
    "KINDS",
    "TEXT_K1",
    "VECTOR_KINDS",
    "AskedBefore",
    "Chosen",
    "CountedTexts",
    "FoundPostings",
    "GroupPart",
    "Index",
    "IndexKeeper",
    "IndexPart",
    "IndexStore",
    "LexicalIndex",
    "Mark",
    "MatchedUnits",
    "NearestWanted",
    "Numbers",
    "OpenIndex",
    "PassageGroup",
    "PassageIndex",
    "PassageKind",
    "PassageTable",
    "QuestionFileError",
    "Questions",
    "RecordFacts",
    "Scores",
    "Sources",
    "TextFacts",
    "Uncovered",
    "UnitCounts",
    "UnitTally",
    "add_question",
    "best_positions",
    "build_index",
    "catalog_passages",
    "dampings",
    "index_key",
    "joined_index",
    "key_of",
    "load_questions",
    "load_uncovered",
    "made_by",
    "make_part",
    "part_bytes",
    "part_of",
    "passage_groups",
    "short_title",
    "unpacked",
    "with_records",
    "with_records_aside",
    "write_packed",
    "written_records",
]
