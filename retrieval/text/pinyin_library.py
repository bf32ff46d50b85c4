"""What pypinyin knows of characters and words; its one importer.

It takes .2 to .6 s and 40 MB to import (2026-11-30) and is needed only where an index is built from nothing:
the readings that follow from it are kept beside the index.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from importlib.metadata import version

_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")


@lru_cache(maxsize=1)
def pinyin_version() -> str:
    """Version of pypinyin, which reads the stored texts; another version may give other readings."""
    return version("pypinyin")


def read_characters(characters: list[str]) -> list[str]:
    """The usual syllable of each character, without its tone; what has no reading stands for itself."""
    spelled: list[str] = import_module("pypinyin").lazy_pinyin(characters)
    return list(map(_letters, spelled))


def read_words() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every word of Chinese characters that it has, with its syllables."""
    toneless = lru_cache(maxsize=None)(import_module("pypinyin.contrib.tone_convert").to_normal)
    words: dict[str, list[list[str]]] = import_module("pypinyin.constants").PHRASES_DICT
    for word, syllables in words.items():
        if _CHINESE.fullmatch(word):
            yield word, tuple(_letters(toneless(readings[0])) for readings in syllables)


def _letters(syllable: str) -> str:
    return syllable.replace("ü", "v").lower()
