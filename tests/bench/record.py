"""Tables of a run into docs/benchmarks.md, each in the place of the one before."""

import re
from collections.abc import Sequence
from pathlib import Path

FILE = Path(__file__).parents[2] / "docs" / "benchmarks.md"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def write(name: str, text: str) -> None:
    """Puts a text between the marks `<!-- name -->` and `<!-- /name -->`, and prints it."""
    print(f"\n{text}", flush=True)
    kept = FILE.read_text(encoding="utf-8")
    marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    FILE.write_text(marks.sub(lambda found: f"{found[1]}{text}\n{found[2]}", kept), encoding="utf-8")
