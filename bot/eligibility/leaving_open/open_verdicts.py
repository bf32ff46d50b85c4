"""What leaves open whether a condition is met: a nominal age, another year, a hired machine."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.eligibility.spoken.spoken_dates import RELATIVE_YEARS

DOUBTS_FILE = Path(__file__).parent / "open_verdicts.toml"

_ASKED_AS = re.compile(
    r"(?:算不?算|算是?|属不?属于|认定(?:为|成)?|是不是)[^，。；！？]{2,8}(?=[不吗么嘛吧，。；！？]|$)"
)
"""What somebody asks whether he counts as, which he does not say that he is: 算就业困难不."""
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


@dataclass(frozen=True, slots=True)
class WordFamily:
    """Words of which one excludes the others: 出栏 and 存栏."""

    words: tuple[re.Pattern[str], ...]
    doubted: tuple[tuple[str, str], ...]
    sure: tuple[tuple[str, str], ...]

    def is_raised(self, phrase: str, sentence: str, question: str, near: str) -> bool:
        """Whether a phrase names some of the family and a question only others, which its sentence lacks.

        Where the words near the figure name some, the rest of the question does not count.
        """
        said = self._named(near) or self._named(_ASKED_AS.sub("，", question))
        return bool(self._named(phrase) and said) and not said & self._named(sentence)

    def _named(self, text: str) -> set[int]:
        return {position for position, word in enumerate(self.words) if word.search(text)}


def is_doubtful(phrase: str, question: str) -> bool:
    """Whether what a question says leaves the condition of a phrase open.

    Example: `年满80周岁`, `虚岁80` -> True; `2025年购置设备`, `2024年买的` -> True
    """
    return _is_of_other_year(phrase, question) or any(each.is_raised(phrase, question) for each in doubts())


def is_of_another(phrase: str, sentence: str, question: str, near: str = "") -> bool:
    """Whether a question speaks of something else than a phrase with a figure: 存栏 where 出栏 is printed.

    `near` are the words of the question beside its figure.
    """
    return any(each.is_raised(phrase, sentence, question, near) for each in families())


def grows_otherwise(subject: str, sentence: str, near: str, before: str = "") -> bool:
    """Whether the growth of one thing is printed and that of another said.

    A step that names nothing itself is of what its sentence names, and a figure with nothing `near` it of
    what the last clause `before` it that names something names. Example: 产值增长, 利润涨了 -> True
    """
    clauses = (_measured(clause) for clause in (near, *reversed(before.split("，"))))
    printed, said = _measured(subject) or _measured(sentence), next(filter(None, clauses), set())
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
    """The doubts of the table, in its order."""
    return tuple(_doubt(row) for row in _table()["doubts"].values())


@lru_cache(maxsize=1)
def families() -> tuple[WordFamily, ...]:
    """The families of words of the table, in its order."""
    rows = _table()["families"].values()
    return tuple(WordFamily(_patterns(row["words"]), *_examples(row)) for row in rows)


def _table() -> Mapping[str, Any]:
    return tomllib.loads(DOUBTS_FILE.read_text(encoding="utf-8"))


def _doubt(row: Mapping[str, Any]) -> Doubt:
    unless = re.compile(row["unless"]) if "unless" in row else None
    return Doubt(re.compile(row["printed"]), unless, re.compile(row["said"]), *_examples(row))


def _patterns(words: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(word) for word in words)


def _examples(row: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], ...]]:
    for column in ("doubted", "sure"):
        yield tuple((phrase, question) for phrase, question in row[column])
