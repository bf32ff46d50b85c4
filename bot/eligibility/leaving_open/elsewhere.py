"""Whether a question tells of another place than the one whose rule a text is."""

import re
from functools import lru_cache

from corpus.regions import lies_in, region_of
from retrieval.question import place_names

_OWN = re.compile(r"本[区县市镇省]|在[区县市]内")
"""Words by which a text asks for what is in its own place."""
_CLAUSE = re.compile(r"[^，。；！？,;!?\n]+")


def is_elsewhere(phrase: str, question: str, region: str) -> bool:
    """Whether a phrase asks for something in its own place, and a clause of the question names another one.

    Example: `与本区用人单位签订1年以上劳动合同` of 周村, 合同签了两年，单位在张店 -> True
    """
    if not region or not (_OWN.search(phrase) or any(name in phrase for name in region_of(region).own)):
        return False
    return any(_is_of_other(clause, region) for clause in _CLAUSE.findall(question))


def _is_of_other(clause: str, region: str) -> bool:
    place = region_of(region)
    here = any(name in clause for name in (*place.own, *place.toponyms))
    return not here and any(_is_other(name, region) for name in _named().findall(clause))


@lru_cache(maxsize=1024)
def _is_other(name: str, region: str) -> bool:
    place = region_of(region)
    return name not in (*place.own, *place.toponyms, *place.above) and not lies_in(name, place)


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, place_names())))
