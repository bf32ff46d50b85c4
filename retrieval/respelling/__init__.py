"""Corrects wrongly typed words: homophones and pinyin."""

from retrieval.respelling.heard_words import corrections, is_meant
from retrieval.respelling.spelling import Speller
from retrieval.respelling.verbatim import is_stored, worded

__all__ = [
    "Speller",
    "corrections",
    "is_meant",
    "is_stored",
    "worded",
]
