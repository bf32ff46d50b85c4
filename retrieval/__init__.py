"""A question to ranked measures and a decision."""

from retrieval.deciding import Reason, Verdict
from retrieval.errors import EngineError, IndexUnavailableError, RetrievalError
from retrieval.indexing import (
    AskedBefore,
    IndexKeeper,
    IndexStore,
    OpenIndex,
    QuestionFileError,
    Questions,
    Sources,
    Uncovered,
    load_questions,
    load_uncovered,
)
from retrieval.question import Asked, Query
from retrieval.retriever import Retriever
from retrieval.search_result import Hit, Result

__all__ = [
    "Asked",
    "AskedBefore",
    "EngineError",
    "Hit",
    "IndexKeeper",
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
