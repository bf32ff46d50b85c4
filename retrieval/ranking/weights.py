"""Reads the weights and thresholds, which are stored with the figures they gave."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from retrieval.ranking.network import Network, read_network

WEIGHTS_FILE = Path(__file__).parent / "weights.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights for questions in everyday words, in documents' words and in pinyin; models and thresholds."""

    everyday: Mapping[str, float]
    literal: Mapping[str, float]
    pinyin: Mapping[str, float]
    rules: Mapping[str, float]
    unasked: Mapping[str, float]
    """The weights of parts for measures without plain-language questions."""
    confidence: Network
    confidence_unasked: Network
    """Gives the chance that the best measure answers, where it has no plain-language questions."""
    glance: Network
    """Gives the chance that the best measure answers from words alone."""
    choice: Mapping[str, float]

    def parts(self, pinyin: float, literal: float) -> dict[str, float]:
        """The weights for a question.

        `pinyin`, 0 to 1, is the share typed in pinyin; `literal`, 0 to 1, says how closely the rest follows
        the documents' own words.
        """
        written = _mixed(self.everyday, self.literal, literal)
        return _mixed(written, self.pinyin, pinyin)

    def unasked_parts(self, pinyin: float) -> dict[str, float]:
        """The same for measures without plain-language questions."""
        spelt = {name: self.pinyin.get(name, 0.0) for name in self.unasked}
        return _mixed(self.unasked, spelt, pinyin)


def _mixed(one: Mapping[str, float], other: Mapping[str, float], share: float) -> dict[str, float]:
    """The weighted mean of two tables, in which `other` counts `share`."""
    return {name: (1 - share) * weight + share * other[name] for name, weight in one.items()}


def read_weights(path: Path) -> Weights:
    """The weights of a file.

    Raises:
        OSError, ValueError, KeyError, TypeError: the file is missing, not TOML, or incomplete.
    """
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    tables = {name: raw[name] for name in ("everyday", "literal", "pinyin", "rules", "unasked", "choice")}
    return Weights(
        **tables,
        confidence=read_network(raw["confidence"]),
        confidence_unasked=read_network(raw["confidence_unasked"]),
        glance=read_network(raw["glance"]),
    )


@lru_cache(maxsize=1)
def default_weights() -> Weights:
    """The weights that come with the project."""
    return read_weights(WEIGHTS_FILE)
