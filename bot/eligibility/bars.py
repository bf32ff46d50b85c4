"""What surely shuts an asker out: words that leave him out, and words of which he tells the opposite."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.eligibility.asker_traits import is_of_asker_now
from bot.eligibility.exclusions import left_out
from bot.eligibility.leaving_open.opposites import told_against
from bot.eligibility.printed.branches import EXCLUDES

_CLAUSE = re.compile(r"[^，。；！？,;!?\n]+")


@dataclass(frozen=True, slots=True)
class Bar:
    """Words at [start, end) of a flat text that shut the asker out, and what he says by which they do."""

    start: int
    end: int
    said: str
    leaves_out: bool
    """Whether the text says who gets nothing; else it asks for what the asker tells the opposite of."""


def bars(words: str, question: str) -> Iterator[Bar]:
    """What of a flat text surely shuts out who asks.

    Example: `已入住养老机构的，不再享受`, 我住着养老院 -> one that leaves out
    """
    for one in left_out(words, question):
        yield Bar(one.exclusion.start, one.exclusion.end, one.said, not one.exclusion.is_asked)
    for start, end, said in told_against(question, words):
        clause = next((c for c in _CLAUSE.findall(question) if said in c), said)
        if is_of_asker_now(clause.replace(said, "")) and not _is_left_out(words, start):
            yield Bar(start, end, said, False)


def _is_left_out(words: str, offset: int) -> bool:
    """Whether the phrase at an offset is itself left out by the text."""
    return bool(EXCLUDES.search(re.split("[，。；\n]", words[offset:])[0]))
