"""Recognises questions asked word for word as they are stored."""

from collections import defaultdict
from collections.abc import Mapping, Set

from retrieval.indexing import Index
from retrieval.ranking import Hidden
from retrieval.text import plain

Wordings = Mapping[str, Set[int]]
"""Plain-language question as `worded` -> positions of the measures that it is stored for."""


def stored_questions(index: Index, hidden: Hidden | None = None) -> Wordings:
    """The plain-language questions of an index that are not hidden."""
    channel, wordings = index.questions, defaultdict[str, set[int]](set)
    out = frozenset(() if hidden is None else hidden.tolist())
    for position, owner in zip(channel.positions.tolist(), channel.owners.tolist(), strict=True):
        if position not in out:
            wordings[worded(index.passages[position].text)].add(owner)
    return wordings


def worded(question: str) -> str:
    """A question without what does not change its meaning: width, case and closing punctuation.

    Example: "低保一个月多少钱？" -> "低保一个月多少钱"
    """
    return plain(question).rstrip("?!。.~ ")
