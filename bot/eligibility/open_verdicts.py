"""What leaves open whether a condition is met: a nominal age, another year, a hired machine."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.eligibility.spoken_dates import RELATIVE_YEARS

DOUBTS_FILE = Path(__file__).parent / "open_verdicts.toml"

_PRINTED_YEAR = re.compile(r"(20\d\d)年(?!\s*\d+\s*月)")
_SAID_YEAR = re.compile(r"(20\d\d)\s*年")
_MEASURED = {
    "output": re.compile("产值"),
    "volume": re.compile("产量"),
    "revenue": re.compile("营业收入|营收|收入|营业额|销售额|流水"),
    "sold": re.compile("销量|卖出"),
    "profit": re.compile("利润|净利"),
    "tax": re.compile("纳税|税收|税金|交税"),
    "people": re.compile("就业|用工|人数|员工|职工"),
    "trade": re.compile("进出口|出口|进口|外贸"),
    "invested": re.compile("投资|投入"),
    "price": re.compile("价格|单价|房价|电价|房租|租金"),
}
"""What may grow by a share: the growth of one says nothing of another."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words of a question that leave a printed condition open."""

    printed: re.Pattern[str]
    unless: re.Pattern[str] | None
    said: re.Pattern[str]
    doubted: tuple[tuple[str, str], ...]
    """Phrases with questions that are doubted; they are tests."""
    sure: tuple[tuple[str, str], ...]
    """Those that are not."""

    def is_raised(self, phrase: str, question: str) -> bool:
        """Whether a question leaves the condition of a phrase open."""
        taken_in = self.unless is not None and self.unless.search(phrase)
        return bool(self.printed.search(phrase) and not taken_in and self.said.search(question))


def is_doubtful(phrase: str, question: str) -> bool:
    """Whether what a question says leaves the condition of a phrase open.

    Example: `年满80周岁`, `虚岁80` -> True; `2025年购置设备`, `2024年买的` -> True
    """
    return _is_of_other_year(phrase, question) or any(each.is_raised(phrase, question) for each in doubts())


def grows_otherwise(subject: str, sentence: str, near: str) -> bool:
    """Whether the growth of one thing is printed and that of another said.

    A step that names nothing itself is of what its sentence names. Example: 产值增长, 利润涨了 -> True
    """
    printed, said = _measured(subject) or _measured(sentence), _measured(near)
    return bool(printed and said) and not printed & said


def _measured(words: str) -> set[str]:
    return {name for name, pattern in _MEASURED.items() if pattern.search(words)}


def _is_of_other_year(phrase: str, question: str) -> bool:
    if any(word in question for word in RELATIVE_YEARS):
        return False
    printed, said = set(_PRINTED_YEAR.findall(phrase)), set(_SAID_YEAR.findall(question))
    return bool(printed and said) and not printed & said


@lru_cache(maxsize=1)
def doubts() -> tuple[Doubt, ...]:
    """The rows of the table, in its order."""
    return tuple(_doubt(**row) for row in tomllib.loads(DOUBTS_FILE.read_text(encoding="utf-8")).values())


def _doubt(printed: str, said: str, doubted: list[Any], sure: list[Any], unless: str = "") -> Doubt:
    return Doubt(
        re.compile(printed),
        re.compile(unless) if unless else None,
        re.compile(said),
        tuple((phrase, question) for phrase, question in doubted),
        tuple((phrase, question) for phrase, question in sure),
    )
