"""Reads how many candidates of each kind a question is compared with."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LIMITS_FILE = Path(__file__).parent / "candidate_limits.toml"


@dataclass(frozen=True, slots=True)
class CandidateLimits:
    """Numbers of measures, as `candidate_limits.toml` explains them.

    `postings` is a number of entries, `passages_each` a factor.
    """

    everything: int
    whole: int
    documents_like: int
    sounds: int
    questions: int
    vectors: int
    q_vectors: int
    departments: int
    year: int
    documents: int
    beside: int
    passages_each: int
    postings: int
    backdrop: int


def read_limits(path: Path) -> CandidateLimits:
    """The limits of a file.

    Raises:
        OSError, ValueError, TypeError: the file is missing, not TOML, or has other names.
    """
    return CandidateLimits(**tomllib.loads(path.read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def default_limits() -> CandidateLimits:
    """The limits that come with the project."""
    return read_limits(LIMITS_FILE)
