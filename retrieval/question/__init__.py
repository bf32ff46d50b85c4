"""Reads numbers, years, places, references and wishes from a question."""

from retrieval.question.asked import FIELDS, NEAR_MISSES, ROWS, Asked, hints, stated_by, take_fields
from retrieval.question.query import Query, Vocabulary, understand
from retrieval.question.references import positions_called
from retrieval.question.topics import split_topics
from retrieval.question.toponyms import towns_of

__all__ = [
    "FIELDS",
    "NEAR_MISSES",
    "ROWS",
    "Asked",
    "Query",
    "Vocabulary",
    "hints",
    "positions_called",
    "split_topics",
    "stated_by",
    "take_fields",
    "towns_of",
    "understand",
]
