"""Passages, the indexes over them, and the index on disk."""

from retrieval.indexing.chosen import Chosen
from retrieval.indexing.composition import build_index
from retrieval.indexing.index import Index
from retrieval.indexing.index_store import IndexStore, OpenIndex, Sources
from retrieval.indexing.lexical import LexicalIndex, Scores, best_positions
from retrieval.indexing.passage_index import PassageIndex
from retrieval.indexing.passages import PassageKind, catalog_passages, passage_groups, short_title
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
from retrieval.indexing.unit_table import UnitCounts

__all__ = [
    "AskedBefore",
    "Chosen",
    "Index",
    "IndexStore",
    "LexicalIndex",
    "OpenIndex",
    "PassageIndex",
    "PassageKind",
    "QuestionFileError",
    "Questions",
    "Scores",
    "Sources",
    "TextFacts",
    "Uncovered",
    "UnitCounts",
    "add_question",
    "best_positions",
    "build_index",
    "catalog_passages",
    "load_questions",
    "load_uncovered",
    "passage_groups",
    "short_title",
]
