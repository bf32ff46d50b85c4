"""How near words are to a measure: by the characters they share, and by search scores."""

import re
from collections.abc import Iterable

from bot.ports import Finding

SURE = 0.6
"""From this score on the words of a turn are enough for an answer, even if phrased as a continuation."""
LIKELY = 0.5
"""Below this score a turn is no matter of its own where what it finds has none of its words, or the measure
at hand most; from it on what it finds is meant, if the measure at hand has none of its words."""
MOSTLY = 0.5
"""Share of a turn's words that a measure must contain for the turn to be about it."""
ELSEWHERE = 0.7
"""An article that the search finds less near than this share of the best one is not the one that is meant."""
_YEAR = re.compile(r"(?:20)?\d\d年")
_EDGE = re.compile(r"^(?:那要?|要是|如果|假如|换成|只是|我?想|我|还|再|改)+|(?:的|呢|吗|了|啊|吧|不|么)+$")


def coverage(content: Iterable[str], text: str) -> float:
    """The share of the words' character pairs that occur in the text; 0 without words.

    Capital letters do not differ from small ones. Years do not count: those of 2020年定的 stand in most
    documents of that year.

    Example: (("农村的",), "…农村居民最低生活保障…") -> 1.0
    """
    chunks = (part for chunk in content for part in _YEAR.split(chunk) if part)
    grams = {gram for chunk in chunks for gram in _grams(_EDGE.sub("", chunk))}
    squeezed = re.sub(r"\s", "", text).casefold()
    return sum(gram.casefold() in squeezed for gram in grams) / len(grams) if grams else 0.0


def first(finding: Finding) -> str | None:
    """Id of the best-scoring measure, shown or not; None without any."""
    return next((hit.measure_id for hit in (*finding.hits, *finding.rejected)), None)


def score(finding: Finding) -> float:
    """The score of the best measure, shown or not; 0 without any."""
    return next((hit.score for hit in (*finding.hits, *finding.rejected)), 0.0)


def _grams(chunk: str) -> list[str]:
    return [chunk[i : i + 2] for i in range(len(chunk) - 1)] or [chunk]
