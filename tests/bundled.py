"""The bundled documents, read and understood once for all tests of a process; nothing of them changes."""

from functools import cache

from corpus.bundled_sources import BUNDLED_CORPUS
from corpus.catalog import Catalog
from corpus.cataloguing import catalog_of
from corpus.keeping.collection import DocumentCollection
from corpus.keeping.stock import Stock


@cache
def bundled_stock() -> Stock:
    """The documents with their drafts and sources."""
    return DocumentCollection(BUNDLED_CORPUS).stock()


@cache
def bundled_catalog() -> Catalog:
    """What answers are taken from, without a phone that somebody confirmed."""
    return catalog_of(bundled_stock())
