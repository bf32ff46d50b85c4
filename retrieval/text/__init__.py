"""Text as it is compared: normalised, cut into terms and syllables."""

from retrieval.text.normalise import plain, shortened, without_markup, without_politeness
from retrieval.text.pinyin_library import pinyin_version
from retrieval.text.syllables import SyllableTable, fold
from retrieval.text.terms import characters, pairs, runs, suspects_in
from retrieval.text.traditional import simplified
from retrieval.text.word_readings import TextReader, WordReadings

__all__ = [
    "SyllableTable",
    "TextReader",
    "WordReadings",
    "characters",
    "fold",
    "pairs",
    "pinyin_version",
    "plain",
    "runs",
    "shortened",
    "simplified",
    "suspects_in",
    "without_markup",
    "without_politeness",
]
