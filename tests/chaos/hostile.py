"""10,000 hostile inputs over files, the interface, updates, the desk and commands; fails on any fault.

Every input is made by its own seed, so that one that did harm is made again by its number.
"""

import logging
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.chaos import hostile_commands, hostile_files, hostile_updates, hostile_web
from tests.chaos.figures import Figure, alone, zero
from tests.chaos.toll_of_inputs import InputToll

Attack = Callable[[int, int, Path], InputToll]

SHARES: tuple[tuple[Attack, int], ...] = (
    (hostile_web.attack_interface, 3000),
    (hostile_web.attack_desk, 1500),
    (hostile_updates.attack, 2000),
    (hostile_commands.attack, 1500),
    (hostile_files.attack, 2000),
)
"""Each attack and how many of the 10,000 inputs it makes."""
FIRST_SEED = 20_261_129
_SHORT = 0.1
KINDS = {
    "tracebacks": "tracebacks",
    "server_errors": "answers 5xx",
    "hidden": "texts with hidden characters",
    "formulas": "cells that compute",
}
"""The counts of a toll, and what they are called."""


def attacked(share: float = 1.0, seed: int = FIRST_SEED) -> Iterator[InputToll]:
    """All attacks one after the other, each in a folder of its own, with a share of their inputs."""
    for attack, inputs in SHARES:
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder) / "attacked"
            home.mkdir()
            yield attack(round(inputs * share), seed, home)


def attack(short: bool = False) -> list[Figure]:
    """What the inputs did, all attacks together; each attack is told on stderr as it ends."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    total = InputToll("all")
    for toll in attacked(_SHORT if short else 1.0):
        sys.stderr.write(f"{toll}\n")
        total.inputs += toll.inputs
        for kind in KINDS:
            setattr(total, kind, getattr(total, kind) + getattr(toll, kind))
    told = f"{total.inputs:,} hostile inputs"
    return [zero(f"{told}: {KINDS[kind]}", getattr(total, kind)) for kind in KINDS]


if __name__ == "__main__":
    alone(attack)
