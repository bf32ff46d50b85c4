"""What a message asks, judged by its phrasing: something new, or something about what was said before.

A linear model over the vector of the message, fitted on the phrases of `phrases.toml` against the stored
questions, which stand alone (`python -m bot.conversation.hearing.fit_phrases`). It hears 现在去办还赶趟不
as a question about the term, which no list of words foresees.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.conversation.hearing.followups import Move, Turn
from embeddings import Encoder, Vectors
from retrieval.question import FIELDS, Asked
from retrieval.text import SyllableTable, fold, plain

MODEL_FILE = Path(__file__).parent / "phrases.npz"
PHRASES_FILE = Path(__file__).parent / "phrases.toml"

_THINGS = "things"
"""The entry of the file that holds no phrases of a kind."""

VECTOR_SCALE = 2.0
"""Scales the vector to a size that suits the penalty of the fit."""

_RATHER, _HARDLY = 0.5, 0.35
_PLAIN = 0.8
_LEAST, _LEAST_OF_FOLLOWING = 0.5, 0.3
"""A field or move less likely than this does not count: below it the likeliest kind may be anything. That an
answer was the wrong one needs the higher chance: 口头说行不 asks on."""
_BESIDE = 0.15
"""A second field from this chance on is answered too: 到哪天 may mean the term or the time to apply."""

_ALIKE = 0.7
"""Of 9,308 stored questions, asked by themselves, none sounds this much like a phrase (2026-11-21)."""
_REMEMBERED = 1024
"""How many messages are remembered with their sense: many people type the same follow-ups."""

Floats = NDArray[np.float32]
Sound = tuple[str, str]
"""Two neighbouring syllables; empty at a border."""


class Manner(StrEnum):
    """Manners of speaking that are neither a field nor a move."""

    ALONE = "alone"
    """Complete in itself."""
    OTHER = "other"
    """Complete in itself, though it refers to what was said or is as short as messages that do."""
    CASE = "case"
    """Another case of the current topic: 农村的呢, 一年能领几次."""
    HUMAN = "human"
    """Asks for a person instead of a machine."""
    CHAT = "chat"
    """A sign of listening, or thanks."""


@dataclass(frozen=True, slots=True)
class Sense:
    """The probability of each manner, field and move for a message; they sum to 1."""

    chances: Mapping[str, float] = field(default_factory=lambda: {Manner.ALONE: 1.0})

    @property
    def alone(self) -> float:
        """The probability that it stands alone."""
        return self.chance(Manner.ALONE) + self.chance(Manner.OTHER)

    @property
    def follows(self) -> bool:
        """Whether it more likely refers to what was said before."""
        return self.alone < _RATHER and self.best not in (Manner.CHAT, Manner.HUMAN)

    @property
    def surely_follows(self) -> bool:
        """Whether it almost certainly refers to what was said before."""
        return self.alone < _HARDLY

    @property
    def plain(self) -> bool:
        """Whether it leaves hardly a doubt."""
        return self.chance(self.best) >= _PLAIN

    def chance(self, kind: str) -> float:
        """The probability of that kind."""
        return self.chances.get(kind, 0.0)

    @property
    def best(self) -> str:
        """The likeliest kind."""
        return max(self.chances, key=self.chance)

    @property
    def fields(self) -> tuple[Asked, ...]:
        """The fields asked for, likeliest first; empty where none is likely."""
        ranked = sorted(FIELDS, key=self.chance, reverse=True)
        if self.best != ranked[0] or self.chance(ranked[0]) < self._least:
            return ()
        return (ranked[0], *(other for other in ranked[1:] if self.chance(other) >= _BESIDE))

    @property
    def move(self) -> Move | None:
        """The move asked for, where one is likely."""
        least = _LEAST if self.best == Move.REJECT else self._least
        likely = self.best in set(Move) and self.chance(self.best) >= least
        return Move(self.best) if likely else None

    @property
    def _least(self) -> float:
        """The least probability for a field or move to count; lower where the message surely asks for one."""
        return _LEAST_OF_FOLLOWING if self.surely_follows else _LEAST


Ear = Callable[[str], Sense]
"""Hears the manner of a message."""


def read_phrases() -> Mapping[str, Sequence[str]]:
    """Kind -> how people say it."""
    return {kind: texts for kind, texts in _phrases_file().items() if kind != _THINGS}


def read_things() -> Sequence[str]:
    """Things that are a matter of their own: 结婚证, 公交卡."""
    return str(_phrases_file()[_THINGS]).split()


def _phrases_file() -> dict[str, Any]:
    return tomllib.loads(PHRASES_FILE.read_text(encoding="utf-8"))


def unheard(_message: str) -> Sense:
    """Takes every message to stand alone: without a model only its words show a follow-up."""
    return Sense()


def rephrased(turn: Turn, sense: Sense) -> Turn:
    """The turn with the fields or the move that its phrasing asks for; unchanged where it asks for none."""
    if sense.move:
        return replace(turn, move=sense.move, fields=(), content=())
    if not sense.fields:
        return turn
    named = tuple(f for f in turn.fields if sense.chance(f) >= _BESIDE and f not in sense.fields)
    return replace(turn, fields=(*sense.fields, *named), move=None, content=())


@dataclass(frozen=True, slots=True)
class PhraseModel:
    """Softmax regression over a vector."""

    kinds: tuple[str, ...]
    slopes: Floats
    """(dim, kinds)."""
    intercepts: Floats
    """(kinds,)."""
    centre: Floats
    """(dim,) mean of the vectors it was fitted on."""

    def sense(self, vector: Vectors) -> Sense:
        """The chances of a message; `vector` is float32 (1, dim)."""
        odds = (vector[0] - self.centre) * VECTOR_SCALE @ self.slopes + self.intercepts
        powers = np.exp(odds - odds.max())
        shares = (powers / powers.sum()).tolist()
        return Sense(dict(zip(self.kinds, shares, strict=True)))


def read_model(path: Path, encoder: str) -> PhraseModel | None:
    """The model of a file; None where it was fitted with another encoder.

    Raises:
        OSError, ValueError, KeyError: the file is missing, damaged or incomplete.
    """
    with np.load(path, allow_pickle=False) as stored:
        if str(stored["encoder"]) != encoder:
            return None
        numbers = (stored[name].astype(np.float32) for name in ("slopes", "intercepts", "centre"))
        return PhraseModel(tuple(map(str, stored["kinds"])), *numbers)


def write_model(path: Path, encoder: str, model: PhraseModel) -> None:
    """Keeps a model with the name of the encoder it was fitted with."""
    arrays: dict[str, NDArray[np.generic]] = {
        "encoder": np.array(encoder),
        "kinds": np.array(model.kinds),
        "slopes": model.slopes.astype(np.float16),
        "intercepts": model.intercepts.astype(np.float16),
        "centre": model.centre.astype(np.float16),
    }
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)  # type: ignore[arg-type]  # the stub takes the names for options


def make_ear(encoder: Encoder, table: SyllableTable) -> Ear:
    """An ear with the bundled model; with another encoder it goes by sound alone."""
    model, sounds = read_model(MODEL_FILE, encoder.name), _sounds(table)

    @lru_cache(maxsize=_REMEMBERED)
    def hear(message: str) -> Sense:
        kind = _sounding(_sound(message, table), sounds)
        if kind:
            return Sense({kind: 1.0})
        return model.sense(encoder.encode_queries([message])) if model else Sense()

    return hear


def _sounds(table: SyllableTable) -> Sequence[tuple[str, frozenset[Sound]]]:
    """The kind and the syllable pairs of each phrase."""
    return [(kind, _sound(text, table)) for kind, texts in read_phrases().items() for text in texts]


def _sounding(sound: frozenset[Sound], sounds: Sequence[tuple[str, frozenset[Sound]]]) -> str | None:
    """The kind of the phrase that sounds most alike, by Dice's measure; None where none is near.

    Example: 电画 and dianhua sound like 电话, 配河的单位 nearly like 配合单位
    """
    shares = [(2 * len(sound & other) / (len(sound) + len(other)), kind) for kind, other in sounds]
    share, kind = max(shares)
    return kind if share >= _ALIKE else None


def _sound(message: str, table: SyllableTable) -> frozenset[Sound]:
    """Pairs of neighbouring syllables, including those at both ends."""
    typed = plain(message).replace("shei", "shui")  # Both readings of 谁 are typed.
    syllables = [fold(syllable) for stretch in table.read(typed) for syllable in stretch]
    return frozenset(pairwise(("", *syllables, "")))
