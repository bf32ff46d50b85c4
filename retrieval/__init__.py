"""A question to ranked measures and a decision."""

from retrieval.deciding.confidence import Reason, Verdict
from retrieval.errors import IndexUnavailableError, RetrievalError
from retrieval.indexing.index_store import IndexStore, OpenIndex, Sources
from retrieval.indexing.questions import (
    AskedBefore,
    QuestionFileError,
    Questions,
    Uncovered,
    load_questions,
    load_uncovered,
)
from retrieval.question.query import Query, Wish
from retrieval.retriever import Hit, Result, Retriever

__all__ = [
    "AskedBefore",
    "Hit",
    "IndexStore",
    "IndexUnavailableError",
    "OpenIndex",
    "Query",
    "QuestionFileError",
    "Questions",
    "Reason",
    "Result",
    "RetrievalError",
    "Retriever",
    "Sources",
    "Uncovered",
    "Verdict",
    "Wish",
    "load_questions",
    "load_uncovered",
]
