"""Cuts text into the units that the lexical indexes count."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

_RUN = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?|[\u3400-\u9fff\uf900-\ufaff]+")
_DROPPED = re.compile(r"\s+")


def characters(text: str) -> list[str]:
    """Character unigrams and bigrams of a plain text; Latin words and numbers stay whole.

    Example: "旧家电pue" -> ["旧", "旧家", "家", "家电", "电", "pue"]
    """
    units: list[str] = []
    for run in _RUN.findall(_DROPPED.sub("", text)):
        if run[0] < "\u3400":
            units.append(run)
            continue
        for first, second in pairwise(run):
            units += (first, first + second)
        units.append(run[-1])
    return units


def runs(text: str) -> list[str]:
    """Stretches of Chinese characters and Latin words or numbers, in order.

    Example: "qiche 以旧换新" -> ["qiche", "以旧换新"]
    """
    return _RUN.findall(text)


def pairs(units: Sequence[str]) -> Iterable[str]:
    """Neighbouring units joined by an apostrophe.

    Example: ["bao", "fei", "che"] -> "bao'fei", "fei'che"
    """
    return (f"{first}'{second}" for first, second in pairwise(units))


def suspects_in(characters: Sequence[str | None], known: Callable[[str], bool]) -> list[bool]:
    """Which characters are suspect: typed in pinyin (None), or in no known pair with either neighbour.

    `known` says whether a pair of characters occurs in any text.
    """
    paired = [a is not None and b is not None and known(a + b) for a, b in pairwise(characters)]
    return [
        character is None or not (left or right)
        for character, left, right in zip(characters, [False, *paired], [*paired, False], strict=False)
    ]
