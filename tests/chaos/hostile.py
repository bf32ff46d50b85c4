"""10,000 hostile inputs over files, the interface, updates, the desk and commands; fails on any fault.

Every input is made by its own seed, so that one that did harm is made again by its number.
"""

import logging
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.chaos import hostile_commands, hostile_files, hostile_updates, hostile_web
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


def attacked(share: float = 1.0, seed: int = FIRST_SEED) -> Iterator[InputToll]:
    """All attacks one after the other, each in a folder of its own, with a share of their inputs."""
    for attack, inputs in SHARES:
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder) / "attacked"
            home.mkdir()
            yield attack(round(inputs * share), seed, home)


def main() -> int:
    """Prints the counts of each attack as it ends; 1 where anything was found."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    faults = 0
    for toll in attacked():
        sys.stdout.write(f"{toll}\n")
        sys.stdout.flush()
        faults += toll.faults
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
