"""Corrects wrongly typed words: homophones and pinyin."""

from retrieval.respelling.heard_words import corrections
from retrieval.respelling.spelling import Speller
from retrieval.respelling.verbatim import stored_questions, worded

__all__ = [
    "Speller",
    "corrections",
    "stored_questions",
    "worded",
]
