"""Passages, the indexes over them, and the index on disk."""

from retrieval.indexing.chosen import Chosen
from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.dense import StoredVectors, dense_index
from retrieval.indexing.index import TEXT_K1, Index, build_index, joined_index
from retrieval.indexing.index_keeper import IndexKeeper
from retrieval.indexing.index_store import IndexStore, Mark, OpenIndex, Sources, index_key, made_by
from retrieval.indexing.lexical import K1, LexicalIndex, Scores, best_positions, dampings, rarities
from retrieval.indexing.packed_arrays import Numbers, narrow, unpacked, write_packed
from retrieval.indexing.part_store import part_bytes, part_of
from retrieval.indexing.parts import CHANNELS, VECTOR_KINDS, IndexPart, make_part
from retrieval.indexing.passage_index import PassageIndex
from retrieval.indexing.passage_table import KINDS, PassageTable
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
from retrieval.indexing.text_facts import TextFacts
from retrieval.indexing.unit_table import UnitCounts, UnitTable

__all__ = [
    "CHANNELS",
    "K1",
    "KINDS",
    "TEXT_K1",
    "VECTOR_KINDS",
    "AskedBefore",
    "Chosen",
    "CountedTexts",
    "Index",
    "IndexKeeper",
    "IndexPart",
    "IndexStore",
    "LexicalIndex",
    "Mark",
    "Numbers",
    "OpenIndex",
    "PassageGroup",
    "PassageIndex",
    "PassageKind",
    "PassageTable",
    "QuestionFileError",
    "Questions",
    "Scores",
    "Sources",
    "StoredVectors",
    "TextFacts",
    "Uncovered",
    "UnitCounts",
    "UnitTable",
    "add_question",
    "best_positions",
    "build_index",
    "catalog_passages",
    "dampings",
    "dense_index",
    "index_key",
    "joined_index",
    "load_questions",
    "load_uncovered",
    "made_by",
    "make_part",
    "narrow",
    "part_bytes",
    "part_of",
    "passage_groups",
    "rarities",
    "short_title",
    "unpacked",
    "write_packed",
]
