"""Whether what somebody tells sounds like danger, in words that no table foresees.

A linear model over runs of one to three characters and the message's vector, fitted on `told_dangers.toml`
and the examples of `dangers.toml` against the stored questions (`python -m bot.helplines.fit_alarm`). It does
not tell which danger it is and is asked only about messages that ask nothing and that no document answers.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from embeddings import Encoder
from retrieval.deciding import AskModel, read_ask_models

ALARM_FILE = Path(__file__).parent / "alarm.npz"
ALARMING, ALARMING_WORDS = -0.9, -0.6
"""Log odds from which a message alarms, with its vector and by its words alone. Below even: a number too many
does less harm than one too few. Of 511 dangers, each of a kind left out of the fit, 421 reach the first and
373 the second; of 467 harmless messages 104 and 112; of 9,578 stored questions, most of which ask something
and are never judged, 136 and 139 (2026-11-29)."""

Alarm = Callable[[str], bool]
"""Whether a message sounds enough like those of people in danger."""


def make_alarm(encoder: Encoder) -> Alarm:
    """An alarm with the bundled model; with another encoder than its own it goes by words alone."""
    fitted_with, models = _bundled()
    if encoder.name != fitted_with:
        return words_alarm
    joint = models["joint"]

    def sounds_alarming(message: str) -> bool:
        return joint.score(message, encoder.encode_queries([message])) > ALARMING

    return sounds_alarming


def words_alarm(message: str) -> bool:
    """Whether the words of a message alone sound enough like those of people in danger."""
    return _bundled()[1]["runs"].score(message) > ALARMING_WORDS


@lru_cache(maxsize=1)
def _bundled() -> tuple[str, Mapping[str, AskModel]]:
    """The bundled models, read when they are first asked for."""
    return read_ask_models(ALARM_FILE)
