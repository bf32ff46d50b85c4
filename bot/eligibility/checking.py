"""Whether what the asker says of himself meets the conditions of a measure. Never a promise."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.eligibility.assessment import Assessment, Fulfilment
from bot.eligibility.bars import Bar
from bot.eligibility.intervals import Interval
from bot.eligibility.papers import PapersTold
from bot.eligibility.printed.beside import asked_beside, kind_beside
from bot.eligibility.printed.printed_bounds import PrintedBound
from bot.eligibility.printed.requirements import demands, flat
from bot.eligibility.quantity_names import DATE, QuantityName, QuantityNames, default_names
from bot.eligibility.spoken.asker_facts import AskerFacts
from bot.eligibility.spoken.several_people import each_of_several
from bot.eligibility.standings import Standings, standings
from bot.eligibility.trait_assessments import TraitAssessment
from corpus.extraction.quantities import in_base
from corpus.records import Condition, Document, Measure
from corpus.text.numerals import ORDINAL

_COMPARED = frozenset({"threshold", "date"})
"""Kinds of conditions that somebody meets or not; the others say what is given."""
_SENTENCE = tuple("。；;\n")
_PHRASE = (*"。；;，,：:、（(\n", "或者")
"""Where the words in front of a condition begin: those that it is about, those quoted."""
_STANDINGS = {True: Fulfilment.MEETS, False: Fulfilment.FAILS, None: Fulfilment.FITS}
_JOINED = re.compile("并且|且|(?<!合)并(?![网购非])")
_LABEL = re.compile(rf"（(?:{ORDINAL}|\d+)）")
_CLOSED = re.compile(r"（[^（）]*）")
"""A bracket in front of a condition begins no phrase: 30人（含）以下的企业，…."""
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
    beside: tuple[str, ...] = ()
    """Where it is met, what its sentence asks for too and the question does not tell, verbatim."""
    leaves_out: bool = False
    """Whether the condition says who gets nothing, and the asker is one of them."""
    item: str = ""
    """The article of the same document that states it; empty for the measure itself."""

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
    readings = each_of_several(facts)
    placed = [_placed(measure, one, names or default_names(), document) for one in readings]
    return tuple(_once(_with_beside(flat(measure.text), _of_each(placed), facts.question)))


def _of_each(readings: Sequence[Sequence[tuple[int, Check]]]) -> list[tuple[int, Check]]:
    """The checks of several people in order; what is told of one of them is not told to be silent of."""
    every = [one for reading in readings for one in reading]
    told = {one.condition.text for _, one in every if one.said}
    first = [one for one in readings[0] if not one[1].said and one[1].condition.text not in told]
    spoken = [one for one in every if one[1].said]
    return sorted([*first, *spoken], key=lambda one: one[0]) if len(readings) > 1 else every


def _placed(
    measure: Measure, facts: AskerFacts, known: QuantityNames, document: Document | None
) -> list[tuple[int, Check]]:
    """The checks of one person, each with where it stands in the text, in order."""
    words = flat(measure.text)
    stands = standings(measure, facts, known, document)
    told = stands.figures
    checks: list[tuple[int, Check]] = []
    for condition in measure.conditions:
        at = words.find(condition.text)
        if not any(_covers(one, condition, at) for one in told):
            checks.append((at, _silent(words, condition, known)))
    for one in told:
        covered = [c for c in measure.conditions if _covers(one, c, words.find(c.text))]
        if covered or one.figures or one.words:
            in_row = demands(measure.text).is_in_row(one.bounds[0].figure)
            checks.append((one.bounds[0].start, _told(words, one, covered, known, in_row=in_row)))
    checks += [(one.requirement.start, _of_trait(words, one, stands)) for one in stands.traits]
    checks += [(one.start, _of_bar(words, one)) for one in stands.bars]
    checks += [(one.papers.start, _of_papers(words, one)) for one in stands.papers]
    return sorted(checks, key=lambda one: one[0])


def _with_beside(words: str, placed: Sequence[tuple[int, Check]], question: str) -> Iterator[Check]:
    """The checks in order; one that is met with what is asked for beside it and not told."""
    told = [(at, at + len(one.condition.text)) for at, one in placed if one.said]
    for at, one in placed:
        is_met = one.standing in (Fulfilment.MEETS, Fulfilment.FITS)
        span = at, at + len(one.condition.text)
        beside = (*kind_beside(words, span, question), *asked_beside(words, span, told)) if is_met else ()
        yield replace(one, beside=beside) if beside else one


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


def _told(
    words: str, one: Assessment, covered: Sequence[Condition], known: QuantityNames, *, in_row: bool
) -> Check:
    """A requirement with how the asker stands to it; with its condition, where it is a single one.

    Of a row of a table only the comparison is quoted, as its cells stand apart.
    """
    bounds = one.bounds
    unique = words.count(words[bounds[0].start : bounds[-1].end]) == 1
    single = len(covered) == 1 and len(bounds) == 1 and unique
    condition = covered[0] if single else _condition(words, bounds)
    quote = words[bounds[0].figure : bounds[-1].end] if in_row else _phrase(words, bounds)
    if one.words:
        quote = _with_unread(words, one)
        condition = replace(condition, text=quote)
    said = "、".join(dict.fromkeys(filter(None, (*(figure.text for figure in one.figures), one.words))))
    asked = _asked(words, condition, known)
    name = asked[0].name if asked else bounds[0].subject
    return Check(condition, one.fulfilment, quote, name, said, one.step)


def _of_trait(words: str, one: TraitAssessment, stands: Standings) -> Check:
    """A requirement without a figure with how the asker stands to it.

    It is quoted with the words around it where nothing else in them is compared.
    """
    asked = one.requirement
    first, last = asked.alternatives[0][0], asked.alternatives[-1][-1]
    text = words[asked.start : asked.end]
    phrase = words[first.half[0] : last.half[1]]
    if words.count(text) > 1 or text.startswith(phrase):
        text = phrase
    condition = Condition("applicant", first.trait.name, "in", "、".join(sorted(first.allowed)), "", text)
    standing = _STANDINGS[one.meets]
    others = [other.requirement.start for other in stands.traits if other is not one]
    others += [other.bounds[0].figure for other in stands.figures]
    shared = any(first.half[0] <= at < last.half[1] for at in others)
    quote = text if shared or one.meets is None or len(phrase) > _LONGEST_QUOTE else phrase
    return Check(condition, standing, quote, first.trait.name, one.said)


def _of_bar(words: str, bar: Bar) -> Check:
    """What shuts the asker out, with what he says by which it does."""
    text = words[bar.start : bar.end]
    condition = Condition("applicant", "", "not in" if bar.leaves_out else "in", text, "", text)
    return Check(condition, Fulfilment.FAILS, text, "", bar.said, leaves_out=bar.leaves_out)


def _of_papers(words: str, told: PapersTold) -> Check:
    """A list of papers, all of which the asker has, or of which he lacks some."""
    text = words[told.papers.start : told.papers.end]
    condition = Condition("applicant", "", "in", text, "", text)
    return Check(condition, Fulfilment.MEETS if told.has_all else Fulfilment.FAILS, text, "", told.said)


def _with_unread(words: str, one: Assessment) -> str:
    """The words of a requirement with its alternative that has no figure."""
    first, last, unread = one.bounds[0], one.bounds[-1], one.requirement.unread
    at = words.find(unread, max(0, first.start - len(unread) - _BETWEEN))
    return words[min(first.start, at) : max(last.end, at + len(unread))] if at >= 0 else unread


def _phrase(words: str, bounds: Sequence[PrintedBound]) -> str:
    """The words of a requirement with those in front of it and behind it in its phrase, if not too many."""
    first, last = bounds[0], bounds[-1]
    start = _phrase_start(words, first.start, _PHRASE)
    joined = [mark.end() for mark in _JOINED.finditer(words, start, first.start)]
    # What stands in front of 且 with a figure of its own is another condition.
    start = joined[-1] if joined and re.search(r"\d", words[start : joined[-1]]) else start
    quote = words[start : last.end] + last.tail
    return quote if len(quote) <= _LONGEST_QUOTE else words[first.start : last.end]


def _behind_label(words: str, start: int) -> int:
    """Where the words of an item begin, whose label holds the mark in front of `start`: （二）申请时."""
    label = _LABEL.match(words, start - 1) or _LABEL.match(words, start)
    return label.end() if label else start


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
    return words[_phrase_start(words, at, marks) : at + len(condition.text)]


def _phrase_start(words: str, at: int, marks: Sequence[str]) -> int:
    """Where the words in front of an offset begin, behind the last mark that stands in no closed bracket."""
    ahead = _CLOSED.sub(lambda bracket: "＊" * len(bracket.group()), words[:at])
    ends = (ahead.rfind(mark) + len(mark) for mark in marks if mark in ahead)
    return _behind_label(words, max(ends, default=0))
