"""A question to ranked measures and a decision."""

from retrieval.confidence import Reason, Verdict
from retrieval.errors import IndexUnavailableError, RetrievalError
from retrieval.query import Query, Wish
from retrieval.questions import QuestionFileError, Questions, Uncovered, load_questions, load_uncovered
from retrieval.retriever import Hit, Result, Retriever
from retrieval.store import IndexStore, Sources, Stored

__all__ = [
    "Hit",
    "IndexStore",
    "IndexUnavailableError",
    "Query",
    "QuestionFileError",
    "Questions",
    "Reason",
    "Result",
    "RetrievalError",
    "Retriever",
    "Sources",
    "Stored",
    "Uncovered",
    "Verdict",
    "Wish",
    "load_questions",
    "load_uncovered",
]
