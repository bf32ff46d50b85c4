"""A question to ranked measures and a decision."""

from retrieval.deciding.confidence import Verdict
from retrieval.deciding.reasons import Reason
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
from retrieval.question.asked import Asked
from retrieval.question.query import Query
from retrieval.retriever import Hit, Result, Retriever

__all__ = [
    "Asked",
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
    "load_questions",
    "load_uncovered",
]
