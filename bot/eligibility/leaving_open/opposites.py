"""What a question tells that speaks against the words of a text beside a figure that fits."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

OPPOSITES_FILE = Path(__file__).with_name("opposites.toml")


@dataclass(frozen=True, slots=True)
class Opposite:
    """Words of texts, and what people tell that is not what these ask for."""

    name: str
    printed: re.Pattern[str]
    anywhere: bool
    """Whether the words count wherever a measure has them, not only in the sentence of the figure."""
    told: tuple[re.Pattern[str], ...]
    fails: bool = False
    """Whether who tells it surely is not what the words ask for."""


def told_against(question: str, text: str) -> Iterator[tuple[int, int, str]]:
    """Where a text asks for what a question surely tells the opposite of, and the words that tell it.

    Example: `个人消费者报废乘用车`, 公司名下的轿车报废 -> `个人消费者` and `公司名下的轿车`
    """
    for row in default_opposites():
        printed = row.printed.search(text) if row.fails else None
        told = next((match for told in row.told if (match := told.search(question))), None)
        if printed and told:
            yield *printed.span(), told.group()


def speaks_against(question: str, sentence: str, text: str) -> bool:
    """Whether a question tells the opposite of what a sentence, or the `text` around it, asks for.

    Example: `我把国三的车卖了`, `对报废国三及以下排放标准乘用车的` -> True
    """
    return any(
        row.printed.search(text if row.anywhere else sentence)
        and any(told.search(question) for told in row.told)
        for row in default_opposites()
    )


@lru_cache(maxsize=1)
def default_opposites() -> Sequence[Opposite]:
    """The rows of the file."""
    rows = tomllib.loads(OPPOSITES_FILE.read_text(encoding="utf-8"))["opposite"]
    return tuple(
        Opposite(
            row["name"],
            re.compile(row["printed"]),
            row.get("anywhere", False),
            tuple(map(re.compile, row["told"])),
            row.get("fails", False),
        )
        for row in rows
    )
