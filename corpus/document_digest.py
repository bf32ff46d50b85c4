"""What tells states of a document apart, and the whole of one whose records lie on the disk."""

import hashlib
from dataclasses import replace
from functools import cache

from pydantic import TypeAdapter

from corpus.records import Document


@cache
def _record() -> TypeAdapter[Document]:
    """What writes it, made when it is first wanted: a bot that answers needs none."""
    return TypeAdapter(Document)


def document_digest(document: Document) -> str:
    """SHA-256 over everything that is known of a document; .13 ms of a document of ten measures."""
    return hashlib.sha256(_record().dump_json(in_memory(document))).hexdigest()


def in_memory(document: Document) -> Document:
    """The document with all of its records read."""
    return replace(document, measures=tuple(document.measures))
