"""Recognises questions asked word for word as they are stored."""

import numpy as np

from retrieval.indexing import Index
from retrieval.ranking import Hidden
from retrieval.text import plain


def is_stored(question: str, index: Index, measure: int, hidden: Hidden | None = None) -> bool:
    """Whether a question is stored, and not hidden, for the measure at a position."""
    channel, asked = index.questions, worded(question)
    positions = channel.positions[channel.rows_of(np.array([measure], dtype=np.int32))]
    if hidden is not None:
        positions = positions[~np.isin(positions, hidden)]
    return any(worded(passage.text) == asked for passage in index.passages.at(positions.tolist()))


def worded(question: str) -> str:
    """A question without what does not change its meaning: width, case and closing punctuation.

    Example: "低保一个月多少钱？" -> "低保一个月多少钱"
    """
    return plain(question).rstrip("?!。.~ ")
