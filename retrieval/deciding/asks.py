"""Judges by its words whether policy documents answer a question, whatever its topic.

A linear model over runs of one to three characters and the question's vector, fitted on the stored
questions of measures and those that no measure answers (`python -m retrieval.fitting.fit`). It judges the
wish where `likeness` judges the topic, and so distinguishes 补贴多少 from 补贴到账没有.
"""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings import Vectors
from retrieval.text import plain

ASKS_FILE = Path(__file__).parent / "asks.npz"

BUCKETS = 2**14
"""Number of weights that the runs of characters share; 5,000 questions contain 115,060 different runs
(2026-11-21)."""
LONGEST = 3
VECTOR_SCALE = 2.0
"""Scales the vector's numbers to the magnitude of the runs'."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class AskModel:
    """Gives the log odds that a question is of the kind that measures answer.

    `vector` has no rows in a model of runs alone.
    """

    intercept: float
    runs: Floats
    """(BUCKETS,)"""
    vector: Floats
    """(dim,) of the encoder it was fitted with, or (0,)."""
    centre: Floats
    """(dim,) mean of the vectors it was fitted on."""

    def score(self, question: str, vector: Vectors | None = None) -> float:
        """The log odds; above 0 where an answer is more likely than not.

        `vector` is the question's, float32 (1, dim); a model of runs alone needs none.
        """
        buckets = run_buckets(question)
        log_odds = float(self.runs[buckets].sum()) * run_weight(buckets)
        if self.vector.size and vector is not None:
            log_odds += float((vector[0] - self.centre) @ self.vector) * VECTOR_SCALE
        return log_odds + self.intercept


def run_buckets(question: str) -> list[int]:
    """The buckets of the different runs of one to three characters, with marks for the start and the end.

    Source: feature hashing (Weinberger et al., 2009), by CRC-32, which is the same on every machine.
    """
    text = f"^{''.join(plain(question).split())}$"
    runs = {text[i : i + n] for n in range(1, LONGEST + 1) for i in range(len(text) - n + 1)}
    return [zlib.crc32(run.encode()) % BUCKETS for run in sorted(runs)]


def run_weight(buckets: Iterable[int]) -> float:
    """The weight of one run, so that long and short questions count the same."""
    count = sum(1 for _ in buckets)
    return count**-0.5 if count else 0.0


@dataclass(frozen=True, slots=True)
class Asks:
    """The model that reads words and vector, the one that reads words alone, and the one for new documents.

    `wish` was fitted with those kinds of unanswered questions that no document answers, whatever it is about:
    about topics it says nothing, since documents of an office may be about any.
    """

    joint: AskModel
    runs: AskModel
    wish: AskModel

    def of(self, *, unasked: bool) -> AskModel:
        """The model for a best measure with plain-language questions or without."""
        return self.wish if unasked else self.joint


def read_asks(path: Path, encoder: str) -> Asks:
    """The models of a file; for another encoder than theirs the model of runs alone serves as both.

    Raises:
        OSError, ValueError, KeyError: the file is missing, damaged or incomplete.
    """
    fitted_with, models = read_ask_models(path)
    runs = models["runs"]
    return Asks(models["joint"], runs, models["wish"]) if fitted_with == encoder else Asks(runs, runs, runs)


def write_asks(path: Path, encoder: str, asks: Asks) -> None:
    """Writes the models to one file."""
    write_ask_models(path, encoder, {"joint": asks.joint, "runs": asks.runs, "wish": asks.wish})


def read_ask_models(path: Path) -> tuple[str, Mapping[str, AskModel]]:
    """The name of the encoder that the models of a file were fitted with, and the models by name.

    Raises:
        OSError, ValueError, KeyError: the file is missing, damaged or incomplete.
    """
    with np.load(path, allow_pickle=False) as arrays:
        names = {name.partition(".")[0] for name in arrays.files if "." in name}
        return str(arrays["encoder"]), {name: _read(arrays, name) for name in names}


def _read(arrays: Mapping[str, NDArray[np.generic]], name: str) -> AskModel:
    numbers = {part: arrays[f"{name}.{part}"].astype(np.float32) for part in ("runs", "vector", "centre")}
    return AskModel(float(arrays[f"{name}.intercept"].item()), **numbers)


def write_ask_models(path: Path, encoder: str, models: Mapping[str, AskModel]) -> None:
    """Writes models, by name, and the name of their encoder to one file."""
    arrays: dict[str, NDArray[np.generic]] = {"encoder": np.array(encoder)}
    for name, model in models.items():
        arrays[f"{name}.intercept"] = np.array(model.intercept)
        for part in ("runs", "vector", "centre"):
            arrays[f"{name}.{part}"] = getattr(model, part).astype(np.float16)
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)  # type: ignore[arg-type]  # the stub takes the names for options


@lru_cache(maxsize=2)
def default_asks(encoder: str) -> Asks:
    """The models that come with the project."""
    return read_asks(ASKS_FILE, encoder)
