"""Cross-validation with folds that are always the same."""

import random
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

FOLDS = 5
SEED = 20261121


def folds(ids: Iterable[str]) -> list[frozenset[str]]:
    """The ids shuffled into FOLDS parts, always the same.

    A question that is in several sets falls in one part.
    """
    known = sorted(set(ids))
    random.Random(SEED).shuffle(known)
    return [frozenset(known[n::FOLDS]) for n in range(FOLDS)]


def held_out(ids: Sequence[str], judge: Callable[[list[int], list[int]], Iterable[T]]) -> list[T]:
    """The results of `judge`, in the order of `ids`.

    `judge` gets the positions to fit on and those to judge, and gives a result for each of the latter.
    """
    results: dict[int, T] = {}
    for fold in folds(ids):
        rest = [position for position, key in enumerate(ids) if key not in fold]
        mine = [position for position, key in enumerate(ids) if key in fold]
        results |= zip(mine, judge(rest, mine), strict=True)
    return [results[position] for position in range(len(ids))]
