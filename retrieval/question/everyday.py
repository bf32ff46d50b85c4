"""Everyday words and the words that documents use instead."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

EVERYDAY_FILE = Path(__file__).parent / "everyday.toml"


@dataclass(frozen=True)
class Lexicon:
    """Everyday word -> the words of documents that mean it."""

    meanings: Mapping[str, tuple[str, ...]]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.meanings, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def expand(self, text: str) -> tuple[str, ...]:
        """The document words for a plain text's everyday words, without those already in the text.

        Of overlapping everyday words the first counts; of those that begin at one character, the longest.

        Example: "公家的车谁管" -> ("公务用车", "负责", "牵头部门", "责任单位")
        """
        written = [word for _, words in self.spoken(text) for word in words]
        return tuple(word for word in dict.fromkeys(written) if word not in text)

    def spoken(self, text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The everyday words of a plain text, each with the document words that mean it.

        Example: "公家的车谁管" -> (("公家的车", ("公务用车",)), ("谁管", ("负责", "牵头部门", "责任单位")))
        """
        return tuple((match.group(), self.meanings[match.group()]) for match in self._pattern.finditer(text))


def lexicon_from(raw: Mapping[str, Mapping[str, str]]) -> Lexicon:
    """The lexicon of a parsed file: topic -> document words -> everyday words, separated by blanks."""
    meanings: dict[str, tuple[str, ...]] = {}
    for table in raw.values():
        for written, everyday in table.items():
            for word in everyday.lower().split():
                meanings[word] = (*meanings.get(word, ()), *written.lower().split())
    return Lexicon(meanings)


@lru_cache(maxsize=1)
def default_lexicon() -> Lexicon:
    """The lexicon that comes with the project."""
    return lexicon_from(tomllib.loads(EVERYDAY_FILE.read_text(encoding="utf-8")))
