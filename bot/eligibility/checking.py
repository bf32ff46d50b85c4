"""Whether what the asker says of himself meets the conditions of a measure. Never a promise."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from bot.eligibility.asker_facts import AskerFact, AskerFacts
from bot.eligibility.quantity_names import DATE, QuantityName, QuantityNames, default_names
from corpus.extraction.quantities import in_base
from corpus.records import Condition, Measure

_COMPARED = frozenset({"threshold", "date"})
"""Kinds of conditions that somebody meets or not; the others say what is given."""
_SENTENCE, _CLAUSE = tuple("。；;\n"), tuple("。；;，,：:\n")
_PHRASE = (*"。；;，,：:、（(\n", "或者")
"""Where the words in front of a condition begin: those that it is about, those of its year, those quoted."""
_LONGEST_QUOTE = 60
"""A longer phrase is not quoted in front of its condition."""
_YEAR = re.compile(r"(20\d\d)年")
_REMEMBERED = 256
"""Measures whose text is kept as conditions quote it: what is shown is asked about again."""


class Fulfilment(StrEnum):
    """How somebody stands to a condition."""

    MEETS = "meets"
    FAILS = "fails"
    UNKNOWN = "unknown"
    """The question does not say enough."""
    OTHERS = "others"
    """The condition is for others than the asker."""


@dataclass(frozen=True, slots=True)
class Check:
    """One condition of a measure and how the asker stands to it."""

    condition: Condition
    standing: Fulfilment
    quote: str
    """The condition with the words of its phrase in front of it, verbatim but for white space."""
    name: str = ""
    """What the condition measures, by its one name; empty where it has none."""
    said: str = ""
    """The figures that the question gives for it; empty where it gives none."""

    @property
    def met(self) -> bool | None:
        """True, False, or None where it is not known or not for the asker."""
        return {Fulfilment.MEETS: True, Fulfilment.FAILS: False}.get(self.standing)


@dataclass(frozen=True, slots=True)
class Need:
    """A figure that a measure asks for: what it is called, its base unit, and the condition."""

    name: str
    unit: str
    condition: Condition


def check(measure: Measure, facts: AskerFacts, names: QuantityNames | None = None) -> tuple[Check, ...]:
    """Every condition of a measure, in order, with what is known of the asker."""
    known, words = names or default_names(), _flat(measure.text)
    return tuple(_checked(words, condition, facts, known) for condition in measure.conditions)


def needs(measure: Measure, names: QuantityNames | None = None) -> tuple[Need, ...]:
    """The figures needed to check a measure's conditions; one per quantity, from its first condition.

    Example: 周政办字〔2024〕11号#1 -> 单台（套）设备价格 元, 设备购置总额 元
    """
    needed: dict[str, Need] = {}
    words = _flat(measure.text)
    for condition in measure.conditions:
        sentence = _before(words, condition, _SENTENCE)
        for name in _asked(condition, sentence, names or default_names())[:1]:
            needed.setdefault(name.name, Need(name.name, name.unit, condition))
    return tuple(needed.values())


@lru_cache(maxsize=_REMEMBERED)
def _flat(text: str) -> str:
    """A measure's text without white space except line breaks, as conditions quote it."""
    return "\n".join("".join(line.split()) for line in text.splitlines())


def _checked(words: str, condition: Condition, facts: AskerFacts, known: QuantityNames) -> Check:
    quote = _quote(words, condition)
    asked = _asked(condition, _before(words, condition, _SENTENCE), known)
    if not asked:
        return Check(condition, Fulfilment.UNKNOWN, quote)
    standing = _group_standing(condition, facts, known)
    if standing is not Fulfilment.MEETS:
        return Check(condition, standing, quote, asked[0].name)
    clause = _before(words, condition, _CLAUSE)
    names = {name.name for name in asked}
    of_it = [f for f in facts.figures if f.unit == asked[0].unit and f.names & names]
    standings = {_standing(f, condition) if _same_year(f, clause) else Fulfilment.UNKNOWN for f in of_it}
    standing = standings.pop() if len(standings) == 1 else Fulfilment.UNKNOWN
    return Check(condition, standing, quote, asked[0].name, "、".join(f.text for f in of_it))


def _asked(condition: Condition, sentence: str, known: QuantityNames) -> list[QuantityName]:
    """The quantities that a condition may be about, given its unit; the closest wording first."""
    if condition.kind not in _COMPARED:
        return []
    unit = DATE if condition.kind == "date" else in_base(1, condition.unit.removesuffix("人民币"))[1]
    fitting = [n for n in known.quantities if n.unit == unit and n.prints(condition.quantity, sentence)]
    return sorted(fitting, key=lambda n: -_closeness(n, condition.quantity))


def _closeness(name: QuantityName, quantity: str) -> int:
    return max((len(ending) for ending in name.printed if quantity.endswith(ending)), default=0)


def _group_standing(condition: Condition, facts: AskerFacts, known: QuantityNames) -> Fulfilment:
    """MEETS where the condition is for all, or for a group that the asker belongs to."""
    for group in known.groups:
        if group.printed in condition.quantity and group.printed not in facts.groups:
            rivals = {g.printed for g in known.groups if g.set == group.set}
            return Fulfilment.OTHERS if rivals & facts.groups else Fulfilment.UNKNOWN
    return Fulfilment.MEETS


def _same_year(fact: AskerFact, clause: str) -> bool:
    """Whether the figure is of the year that the condition names, or one of the two names none."""
    years = {int(year) for year in _YEAR.findall(clause)}
    return fact.unit == DATE or not years or fact.year is None or fact.year in years


def _standing(fact: AskerFact, condition: Condition) -> Fulfilment:
    limits = list(_limits(condition))
    answers = {_holds(fact, op, limit) for op, limit in limits}
    if False in answers:
        return Fulfilment.FAILS
    return Fulfilment.MEETS if answers == {True} else Fulfilment.UNKNOWN


def _limits(condition: Condition) -> Iterable[tuple[str, float]]:
    """The comparisons that a condition stands for; a range for two."""
    value = str(condition.value)
    if condition.kind == "date":
        ends = [float(date.fromisoformat(day).toordinal()) for day in value.split("/")]
    else:
        unit = condition.unit.removesuffix("人民币")
        ends = [in_base(float(end), unit)[0] for end in value.split("-")]
    ops = (">=", "<=") if condition.op == "in" else (condition.op,)
    return zip(ops, ends, strict=True)


_TESTS: Mapping[str, Callable[[AskerFact, float], bool | None]] = {
    ">=": lambda f, v: True if f.low >= v else False if f.high < v or (f.high == v and f.open) else None,
    ">": lambda f, v: True if f.low > v or (f.low == v and f.open) else False if f.high <= v else None,
    "<=": lambda f, v: True if f.high <= v else False if f.low > v or (f.low == v and f.open) else None,
    "<": lambda f, v: True if f.high < v or (f.high == v and f.open) else False if f.low >= v else None,
}
"""Operator -> whether all of a fact's interval satisfies it (True), none (False), or some (None)."""


def _holds(fact: AskerFact, op: str, limit: float) -> bool | None:
    test = _TESTS.get(op)
    return test(fact, limit) if test else None


def _quote(words: str, condition: Condition) -> str:
    phrase = _before(words, condition, _PHRASE)
    return phrase if len(phrase) <= _LONGEST_QUOTE else condition.text


def _before(words: str, condition: Condition, marks: Sequence[str]) -> str:
    """A condition's words with those in front of them since the last mark."""
    at = words.find(condition.text)
    if at < 0:
        return condition.text
    ends = (start + len(mark) for mark in marks if (start := words.rfind(mark, 0, at)) >= 0)
    return words[max(ends, default=0) : at + len(condition.text)]
