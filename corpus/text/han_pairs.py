"""Pairs of neighbouring Chinese characters, by which texts are told to speak of the same matter."""

import re
from functools import lru_cache
from operator import add

_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_REMEMBERED = 512
"""Texts whose pairs are kept: those of a document are compared again and again. Each takes about 5 kB."""


@lru_cache(maxsize=_REMEMBERED)
def pairs_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring Chinese characters of a text; none reaches over another character.

    Example: "旧冰箱, 换新" -> {"旧冰", "冰箱", "换新"}
    """
    runs = _HAN_RUN.findall(text)
    return frozenset(pair for run in runs for pair in map(add, run, run[1:]))
