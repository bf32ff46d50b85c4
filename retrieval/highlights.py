"""Which sentences of a measure answer: by the rare words they share and by what is asked for."""

import math
import re
from collections.abc import Sequence

from retrieval.lexical import LexicalIndex
from retrieval.normalise import plain
from retrieval.query import Query, Wish
from retrieval.syllables import SyllableTable
from retrieval.terms import characters

_SHOWS: dict[Wish, re.Pattern[str]] = {
    Wish.AMOUNT: re.compile(r"\d[\d,.]*\s*(?:%|％|万|亿|元|个|倍|人|头|张|座|条|km|千|名|户)|百分之|比例"),
    Wish.DEADLINE: re.compile(r"\d+\s*(?:年|月|日|个工作日|天)|年底|截止|之前|以前|期限"),
    Wish.CONDITION: re.compile(r"符合|条件|不低于|不超过|以上|以下|具备|范围|对象"),
    Wish.PHONE: re.compile(r"\d{7,8}|电话"),
    Wish.OWNER: re.compile(r"牵头|负责|责任|配合"),
}
"""What a sentence shows that meets a wish."""

_SYLLABLE_WEIGHT = 0.5
"""Syllables match more by chance than characters."""
_WISH_BONUS = 0.35
"""Share of the best sentence's score that meeting a wish is worth."""
_LENGTH_DAMPING = 60
"""Characters at which a sentence's length halves what it gains from one more shared unit."""


def order_sentences(
    query: Query, texts: Sequence[str], index: LexicalIndex, table: SyllableTable
) -> list[int]:
    """Positions of `texts`, best first; ties in reading order."""
    wanted = {unit: index.rarity(unit) for unit in characters(query.content)}
    sounds = frozenset(table.terms(query.content))
    scores = [_shared(plain(text), wanted, sounds, table) for text in texts]
    best = max(scores, default=0.0) or 1.0
    shows = [pattern for wish, pattern in _SHOWS.items() if wish in query.wishes]
    for place, text in enumerate(texts):
        scores[place] += _WISH_BONUS * best * sum(bool(pattern.search(text)) for pattern in shows)
    return sorted(range(len(texts)), key=lambda place: -scores[place])


def _shared(text: str, wanted: dict[str, float], sounds: frozenset[str], table: SyllableTable) -> float:
    held = frozenset(characters(text))
    by_words = math.fsum(rarity for unit, rarity in wanted.items() if unit in held)
    heard = frozenset(table.terms(text)) if sounds else frozenset()
    by_sound = _SYLLABLE_WEIGHT * len(sounds & heard)
    return (by_words + by_sound) / math.sqrt(1 + len(text) / _LENGTH_DAMPING)
