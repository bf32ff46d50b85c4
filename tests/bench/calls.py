"""Counts the functions that are called while a file is added: `python -m tests.bench.calls FILE`.

Prints how many of them are the project's, and how many with those of all libraries, imports included.
"""

import os
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

_ROOT = Path(__file__).parents[2]
_PACKAGES = tuple(f"{_ROOT / name}{os.sep}" for name in ("bot", "retrieval", "embeddings", "corpus"))


def count(path: str) -> None:
    """Adds the file in this process, whose modules are all still to be imported."""
    found: Counter[str] = Counter()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            found[frame.f_code.co_filename] += 1

    sys.setprofile(note)
    from bot.cli import main

    main(["corpus", "add", path, "--yes"])
    sys.setprofile(None)
    print(sum(called for file, called in found.items() if file.startswith(_PACKAGES)), found.total())


if __name__ == "__main__":
    count(sys.argv[1])
