"""Government documents: source texts in, records out. Knows nothing of search or chat.

The catalog is imported from `corpus.catalog`, so that records and errors alone stay light.
"""

from corpus.errors import CorpusError, RecordsError, SourceError, WenzhengError
from corpus.records import (
    Condition,
    Contact,
    Document,
    Measure,
    Responsibility,
    Role,
    Section,
    State,
    Validity,
)

__all__ = [
    "Condition",
    "Contact",
    "CorpusError",
    "Document",
    "Measure",
    "RecordsError",
    "Responsibility",
    "Role",
    "Section",
    "SourceError",
    "State",
    "Validity",
    "WenzhengError",
]
