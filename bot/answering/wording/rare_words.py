"""How much two texts say of the same matter: the words that both hold, weighed by how rare they are."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import chain
from math import log

from bot.ports import CatalogView
from corpus.text.body_mentions import find_bodies
from corpus.text.han_pairs import pairs_of

_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_TOWNS = re.compile(r"街道办事处|办事处|镇（街道）|街道|居委会|村委会")
RAREST = 6.3
"""The natural logarithm of the number of bundled measures: among them, rarity is the usual idf."""
_LEAST_MEASURES = 50
"""In a corpus of one notice, where every word stands in few measures, words are as rare as among so many."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare pairs of characters are among all measures."""

    measures: int
    spread: Callable[[str], int]
    """In how many measures a pair stands."""

    @classmethod
    def of(cls, catalog: CatalogView) -> "Rarity":
        """That among the measures of a catalog."""
        return cls(len(catalog.measures), catalog.spread)

    def __call__(self, pair: str) -> float:
        """How rare a pair is: 0 where all measures hold it, `RAREST` where at most one does."""
        most = max(self.measures, _LEAST_MEASURES)
        return RAREST * log(most / max(self.spread(pair), 1)) / log(most)


def shared_matter(words: Iterable[str], text: str, other: str, rarity: Rarity) -> float | None:
    """Of what some words and a text have in common, the share that another text holds too.

    Rare words count more. None where the words and the text have nothing in common.
    """
    apart = (word.replace("的", "，") for word in words)
    common = frozenset(chain.from_iterable(map(pairs_of, apart))) & pairs_of(re.sub(r"\s", "", text))
    if not common:
        return None
    there = pairs_of(re.sub(r"\s", "", other))
    return sum(map(rarity, common & there)) / sum(map(rarity, common))


def shared_runs(text: str, other: Set[str]) -> Iterator[str]:
    """The longest runs of a text all of whose pairs are among the pairs of another.

    Example: `承担路灯安装`, pairs of `设一盏路灯` -> `路灯`
    """
    for run in _HAN_RUN.findall(text):
        start = 0
        for end in range(1, len(run) + 1):
            if end == len(run) or run[end - 1 : end + 1] not in other:
                if end - start > 1:
                    yield run[start:end]
                start = end


def without_bodies(text: str) -> str:
    """A text with a comma for each body that it names: who does something is no matter of its own."""
    words = "".join(text.split())
    for body in reversed([*find_bodies(words)]):
        words = f"{words[: body.start]}，{words[body.end :]}"
    return _TOWNS.sub("，", words)
