"""Whether what the asker says of himself meets the conditions of a measure. Never a promise."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.eligibility.assessments import Assessment, Fulfilment
from bot.eligibility.intervals import Interval
from bot.eligibility.printed.printed_bounds import PrintedBound
from bot.eligibility.printed.requirements import flat
from bot.eligibility.quantity_names import DATE, QuantityName, QuantityNames, default_names
from bot.eligibility.spoken.asker_facts import AskerFacts
from bot.eligibility.spoken.whose_figures import of_applicant
from bot.eligibility.standings import standings
from bot.eligibility.trait_assessments import TraitAssessment
from corpus.extraction.quantities import in_base
from corpus.records import Condition, Document, Measure

_COMPARED = frozenset({"threshold", "date"})
"""Kinds of conditions that somebody meets or not; the others say what is given."""
_SENTENCE = tuple("。；;\n")
_PHRASE = (*"。；;，,：:、（(\n", "或者")
"""Where the words in front of a condition begin: those that it is about, those quoted."""
_JOINED = re.compile("并且|且|(?<!合)并(?![网购非])")
_LONGEST_QUOTE = 60
"""A longer phrase is not quoted in front of its condition."""
_BETWEEN = 3
"""Signs that join an alternative: ，或者."""
_NO_END = float("inf")


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
    step: str = ""
    """The step that is reached, of several that the condition lists."""

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


def check(
    measure: Measure,
    facts: AskerFacts,
    names: QuantityNames | None = None,
    *,
    document: Document | None = None,
) -> tuple[Check, ...]:
    """Every condition of a measure, in order, with what is known of the asker.

    Where the question says something of a requirement of the text, one check stands for all conditions in it.
    Other measures of `document` may lift a condition of this one.
    """
    known, words = names or default_names(), flat(measure.text)
    own = replace(facts, figures=of_applicant(facts.question, facts.figures))
    told, traits = standings(measure, own, known, document)
    checks: list[tuple[int, Check]] = []
    for condition in measure.conditions:
        at = words.find(condition.text)
        if not any(_covers(one, condition, at) for one in told):
            checks.append((at, _silent(words, condition, known)))
    for one in told:
        covered = [c for c in measure.conditions if _covers(one, c, words.find(c.text))]
        if covered or one.figures or one.words:
            checks.append((one.bounds[0].start, _told(words, one, covered, known)))
    checks += [(one.requirement.start, _of_trait(words, one)) for one in traits]
    placed = sorted(checks, key=lambda one: one[0])
    return tuple(_once(checked for _, checked in placed))


def _once(checks: Iterable[Check]) -> Iterator[Check]:
    """Of comparisons that print the same twice, as texts repeat themselves, the first."""
    seen = set[tuple[str, str]]()
    for one in checks:
        if not one.said or (one.quote, one.said) not in seen:
            seen.add((one.quote, one.said))
            yield one


def needs(measure: Measure) -> tuple[Need, ...]:
    """The figures needed to check a measure's conditions; one per quantity, from its first condition.

    Example: 周政办字〔2024〕11号#1 -> 单台（套）设备价格 元, 设备购置总额 元
    """
    needed: dict[str, Need] = {}
    words = flat(measure.text)
    for condition in measure.conditions:
        for name in _asked(words, condition, default_names())[:1]:
            needed.setdefault(name.name, Need(name.name, name.unit, condition))
    return tuple(needed.values())


def _covers(one: Assessment, condition: Condition, at: int) -> bool:
    """Whether a condition is part of a requirement."""
    inside = at < one.bounds[-1].end and one.bounds[0].start < at + len(condition.text)
    return condition.kind in _COMPARED and at >= 0 and inside


def _silent(words: str, condition: Condition, known: QuantityNames) -> Check:
    """A condition that the question says nothing of."""
    asked = _asked(words, condition, known)
    return Check(condition, Fulfilment.UNKNOWN, _quote(words, condition), asked[0].name if asked else "")


def _told(words: str, one: Assessment, covered: Sequence[Condition], known: QuantityNames) -> Check:
    """A requirement with how the asker stands to it; with its condition, where it is a single one."""
    bounds = one.bounds
    unique = words.count(words[bounds[0].start : bounds[-1].end]) == 1
    single = len(covered) == 1 and len(bounds) == 1 and unique
    condition = covered[0] if single else _condition(words, bounds)
    quote = _phrase(words, bounds)
    if one.words:
        quote = _with_unread(words, one)
        condition = replace(condition, text=quote)
    said = "、".join(dict.fromkeys(filter(None, (*(figure.text for figure in one.figures), one.words))))
    asked = _asked(words, condition, known)
    name = asked[0].name if asked else bounds[0].subject
    return Check(condition, one.fulfilment, quote, name, said, one.step)


def _of_trait(words: str, one: TraitAssessment) -> Check:
    """A requirement without a figure with how the asker stands to it."""
    asked = one.requirement
    first, last = asked.alternatives[0][0], asked.alternatives[-1][-1]
    text = words[asked.start : asked.end]
    phrase = words[first.half[0] : last.half[1]]
    if words.count(text) > 1 or text.startswith(phrase):
        text = phrase
    condition = Condition("applicant", first.trait.name, "in", "、".join(sorted(first.allowed)), "", text)
    standing = Fulfilment.MEETS if one.meets else Fulfilment.FAILS
    quote = phrase if len(phrase) <= _LONGEST_QUOTE else text
    return Check(condition, standing, quote, first.trait.name, one.said)


def _with_unread(words: str, one: Assessment) -> str:
    """The words of a requirement with its alternative that has no figure."""
    first, last, unread = one.bounds[0], one.bounds[-1], one.requirement.unread
    at = words.find(unread, max(0, first.start - len(unread) - _BETWEEN))
    return words[min(first.start, at) : max(last.end, at + len(unread))] if at >= 0 else unread


def _phrase(words: str, bounds: Sequence[PrintedBound]) -> str:
    """The words of a requirement with those in front of it and behind it in its phrase, if not too many."""
    first, last = bounds[0], bounds[-1]
    marks = (
        words.rfind(mark, 0, first.start) + len(mark) for mark in _PHRASE if mark in words[: first.start]
    )
    start = max(marks, default=0)
    joined = [mark.end() for mark in _JOINED.finditer(words, start, first.start)]
    # What stands in front of 且 with a figure of its own is another condition.
    start = joined[-1] if joined and re.search(r"\d", words[start : joined[-1]]) else start
    quote = words[start : last.end] + last.tail
    return quote if len(quote) <= _LONGEST_QUOTE else words[first.start : last.end]


def _condition(words: str, bounds: Sequence[PrintedBound]) -> Condition:
    """A requirement as a condition; of alternatives, the value is in the words of the text."""
    first, last = bounds[0], bounds[-1]
    text, kind = words[first.start : last.end], "date" if first.unit == DATE else "threshold"
    if words.count(text) > 1:
        text = words[first.start : _phrase_end(words, last.end)]
    if len(bounds) > 1 or len(first.allowed) > 1:
        return Condition(kind, first.subject, "in", words[first.figure : last.end], "", text)
    op, value = _operator(first.interval, first.unit)
    return Condition(kind, first.subject, op, value, "" if kind == "date" else first.unit, text)


def _phrase_end(words: str, offset: int) -> int:
    """Where the phrase at an offset ends, in front of the next mark."""
    return min((at for mark in "，；。\n" if (at := words.find(mark, offset)) >= 0), default=len(words))


def _operator(allowed: Interval, unit: str) -> tuple[str, float | str]:
    """An interval as operator and value: a number, a day, or two of them."""
    low, high = _value(allowed.low, unit), _value(allowed.high, unit)
    if allowed.low == -_NO_END:
        return ("<" if allowed.high_open else "<="), high
    if allowed.high == _NO_END:
        return (">" if allowed.low_open else ">="), low
    return "in", f"{low}/{high}" if unit == DATE else f"{low:g}-{high:g}"


def _value(end: float, unit: str) -> float | str:
    is_day = unit == DATE and abs(end) != _NO_END
    return date.fromordinal(int(end)).isoformat() if is_day else end


def _asked(words: str, condition: Condition, known: QuantityNames) -> list[QuantityName]:
    """The quantities that a condition may be about, given its unit; the closest wording first."""
    if condition.kind not in _COMPARED:
        return []
    sentence = _before(words, condition, _SENTENCE)
    unit = DATE if condition.kind == "date" else in_base(1, condition.unit.removesuffix("人民币"))[1]
    fitting = [n for n in known.quantities if n.unit == unit and n.prints(condition.quantity, sentence)]
    return sorted(fitting, key=lambda n: -_closeness(n, condition.quantity))


def _closeness(name: QuantityName, quantity: str) -> int:
    return max((len(ending) for ending in name.printed if quantity.endswith(ending)), default=0)


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
