"""How soon something is offered while typing, over a generated library: `python -m tests.bench.completing`.

12,000 measures are about 600 documents. What is typed are beginnings of titles and departments of the library
itself: in characters, in pinyin and by first letters, from the second keystroke on; and everyday words.
"""

import random
import statistics
import time
from collections.abc import Callable, Sequence

from bot.web.offers.shelf import Shelf
from retrieval.question import default_lexicon
from retrieval.text import SyllableTable
from tests.bench.library import Library
from tests.bench.record import table

MEASURES = 12_000
TYPED = 150
LIMIT_MS = 20


def main() -> None:
    """Prints the table."""
    readings = SyllableTable.from_pypinyin().readings
    catalog = Library(MEASURES).catalog()
    shelf = Shelf(catalog, lambda: readings)
    names = [entry.title for entry in shelf.entries]
    names += [body.name for bodies in shelf.bodies.values() for body in bodies]
    chosen = random.Random(3).sample(names, TYPED)
    first_ms = _ms(lambda: shelf.questions.matching(chosen[0][:2]))
    rows = [("first word typed: what is offered is laid out", f"{first_ms:.0f} ms", "")]
    ways: dict[str, Callable[[str], str]] = {
        "characters": lambda name: name,
        "pinyin": lambda name: "".join(readings.get(character, "") for character in name),
        "first letters": lambda name: "".join(readings.get(character, "")[:1] for character in name),
    }
    for way, spelt in ways.items():
        rows.append(_row(way, shelf, [spelt(name[:6]) for name in chosen]))
    rows.append(
        _row("everyday words", shelf, random.Random(3).sample(list(default_lexicon().meanings), TYPED))
    )
    print(f"{len(catalog.documents)} documents, {len(names)} titles and departments\n")
    print(table(("what is typed", "median, 99th percentile and worst", "asked"), rows))


def _row(way: str, shelf: Shelf, words: Sequence[str]) -> tuple[str, str, str]:
    """Each word is typed keystroke by keystroke."""
    typed = [word[:end] for word in words for end in range(2, len(word) + 1)]
    taken = [_ms(lambda begun=begun: shelf.questions.matching(begun)) for begun in typed]
    high = statistics.quantiles(taken, n=100)[98]
    return way, f"{statistics.median(taken):.1f}, {high:.1f} and {max(taken):.1f} ms", f"{LIMIT_MS} ms"


def _ms(call: Callable[[], object]) -> float:
    start = time.thread_time()
    call()
    return (time.thread_time() - start) * 1e3


if __name__ == "__main__":
    main()
