"""What tells states of a document apart."""

import hashlib
from functools import cache

from pydantic import TypeAdapter

from corpus.records import Document
from corpus.stored_measures import in_memory


@cache
def _record() -> TypeAdapter[Document]:
    """What writes it, made when it is first wanted: a bot that answers needs none."""
    return TypeAdapter(Document)


def document_digest(document: Document) -> str:
    """SHA-256 over everything that is known of a document; .13 ms of a document of ten measures."""
    return hashlib.sha256(_record().dump_json(in_memory(document))).hexdigest()
