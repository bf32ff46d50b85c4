"""Weights and thresholds as data, with the figures they gave."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from retrieval.ranking.network import Network, read_network

WEIGHTS_FILE = Path(__file__).parent / "weights.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each part counts: in a question put in everyday words, in the documents' own, in pinyin."""

    everyday: Mapping[str, float]
    literal: Mapping[str, float]
    pinyin: Mapping[str, float]
    rules: Mapping[str, float]
    confidence: Network
    glance: Network
    """The chance by words alone."""
    choice: Mapping[str, float]

    def parts(self, pinyin: float, literal: float) -> dict[str, float]:
        """The weights for a question of which the share `pinyin` is typed so.

        `literal`, 0 to 1, says how far the rest is put in the documents' own words.
        """
        written = _mixed(self.everyday, self.literal, literal)
        return _mixed(written, self.pinyin, pinyin)


def _mixed(one: Mapping[str, float], other: Mapping[str, float], share: float) -> dict[str, float]:
    """The weights between two tables, with `share` of the other."""
    return {name: (1 - share) * weight + share * other[name] for name, weight in one.items()}


def read_weights(path: Path) -> Weights:
    """The weights of a file.

    Raises:
        OSError, ValueError, KeyError, TypeError: the file is missing, no TOML, or incomplete.
    """
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    confidence, glance = (read_network(raw[name]) for name in ("confidence", "glance"))
    return Weights(
        raw["everyday"], raw["literal"], raw["pinyin"], raw["rules"], confidence, glance, raw["choice"]
    )


@lru_cache(maxsize=1)
def default_weights() -> Weights:
    """The weights that come with the project."""
    return read_weights(WEIGHTS_FILE)
