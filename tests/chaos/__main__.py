"""Every attack, each in a process of its own with an end; then one table: `python -m tests.chaos`.

`--short` takes less time; names of attacks run those alone.
"""

import argparse
import subprocess
import sys
import time

from tests.chaos.figures import ATTACKS, HEAD, MISSED, Figure

MOST_S = 2400.0
"""An attack that lasts longer is ended and counts as failed."""


def main() -> int:
    """Runs the attacks; 1 where one of them found something."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true")
    parser.add_argument("names", nargs="*", metavar="NAME", help="、".join(ATTACKS))
    given = parser.parse_args()
    unknown = sorted(set(given.names) - set(ATTACKS))
    if unknown:
        parser.error(f"no such attack: {', '.join(unknown)}")
    rows = []
    for name in given.names or ATTACKS:
        began_s = time.monotonic()
        rows += _rows(name, ["--short"] if given.short else [])
        sys.stderr.write(f"{name}: {time.monotonic() - began_s:.0f} s\n")
    sys.stdout.write("\n".join((HEAD, *rows)) + "\n")
    return int(any(row.endswith(f"| {MISSED} |") for row in rows))


def _rows(name: str, options: list[str]) -> list[str]:
    """The rows of one attack; one that breaks or does not end is a row too."""
    command = [sys.executable, "-m", f"tests.chaos.{name}", *options]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=MOST_S, check=False)
    except subprocess.TimeoutExpired:
        return [str(Figure(name, f"ends in {MOST_S:.0f} s", "did not", holds=False))]
    rows = [line for line in done.stdout.splitlines() if line.startswith("| ")][1:]
    return rows or [str(Figure(name, "ends", f"exit status {done.returncode}", holds=False))]


if __name__ == "__main__":
    sys.exit(main())
