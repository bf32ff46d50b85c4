"""Text as it is compared: normalised, cut into terms and syllables."""

from retrieval.text.normalise import plain, shortened, without_markup, without_politeness
from retrieval.text.syllables import SyllableTable, fold, passage_terms, pinyin_version
from retrieval.text.terms import characters, pairs, runs, suspects_in
from retrieval.text.traditional import simplified

__all__ = [
    "SyllableTable",
    "characters",
    "fold",
    "pairs",
    "passage_terms",
    "pinyin_version",
    "plain",
    "runs",
    "shortened",
    "simplified",
    "suspects_in",
    "without_markup",
    "without_politeness",
]
