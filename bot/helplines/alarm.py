"""Whether what somebody tells sounds like danger, in words that no table foresees.

A linear model over runs of one to three characters, fitted on `told_dangers.toml` and the examples of
`dangers.toml` against the stored questions (`python -m bot.helplines.fit_alarm`). It does not tell which
danger it is and is asked only about messages that ask nothing and that the documents do not answer.
"""

from functools import lru_cache
from pathlib import Path

import numpy as np

from retrieval.deciding import AskModel

ALARM_FILE = Path(__file__).parent / "alarm.npz"
ALARMING = -0.6
"""Log odds from which a message alarms. Below even: a number too many does less harm than one too few. Of 511
dangers, each of a kind left out of the fit, 373 reach it, of 9,578 stored questions 139, most of which ask
something and are never judged (2026-11-29)."""
NO_VECTOR = np.zeros(0, dtype=np.float32)


def sounds_alarming(message: str) -> bool:
    """Whether a message sounds enough like those of people in danger."""
    return _model().score(message) > ALARMING


@lru_cache(maxsize=1)
def _model() -> AskModel:
    """The bundled model, read when it is first asked for."""
    with np.load(ALARM_FILE, allow_pickle=False) as arrays:
        runs = arrays["runs"].astype(np.float32)
        return AskModel(float(arrays["intercept"].item()), runs, NO_VECTOR, NO_VECTOR)


def write_alarm(path: Path, model: AskModel) -> None:
    """Writes a model to a file."""
    np.savez_compressed(path, runs=model.runs.astype(np.float16), intercept=np.array(model.intercept))
