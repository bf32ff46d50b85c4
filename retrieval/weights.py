"""Weights and thresholds as data, with the figures they gave."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from retrieval.network import Network, read_network

WEIGHTS_FILE = Path(__file__).parent / "weights.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each part counts. `ranking` is for Chinese, `pinyin` for a question typed in pinyin."""

    ranking: Mapping[str, float]
    pinyin: Mapping[str, float]
    rules: Mapping[str, float]
    confidence: Network
    glance: Network
    """The chance by words alone."""
    choice: Mapping[str, float]

    def part(self, name: str, pinyin_share: float) -> float:
        """The weight of a part for a question of which `pinyin_share` is typed in pinyin."""
        return (1 - pinyin_share) * self.ranking[name] + pinyin_share * self.pinyin[name]


def read_weights(path: Path) -> Weights:
    """The weights of a file.

    Raises:
        OSError, ValueError, KeyError, TypeError: the file is missing, no TOML, or incomplete.
    """
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    confidence, glance = (read_network(raw[name]) for name in ("confidence", "glance"))
    return Weights(raw["ranking"], raw["pinyin"], raw["rules"], confidence, glance, raw["choice"])


@lru_cache(maxsize=1)
def default_weights() -> Weights:
    """The weights that come with the project."""
    return read_weights(WEIGHTS_FILE)
