"""How an asker stands to each requirement of a measure."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.eligibility.affinity import affinity, in_unit, least
from bot.eligibility.asker_facts import AskerFact, AskerFacts
from bot.eligibility.askers import AskerGroups, Side, side_at, swaps
from bot.eligibility.intervals import Interval
from bot.eligibility.printed_bounds import PrintedBound
from bot.eligibility.quantity_names import DATE, GRADE, QuantityNames
from bot.eligibility.requirements import Alternative, Demands, Loosening, Requirement
from bot.eligibility.shared_words import content, shared_words
from corpus.text.numerals import UP_TO_99

_YEAR = re.compile(r"(20\d\d)年")
_NEGATED = re.compile(r"(?:没有|无|未拥有)[^，、]*$")
_EACH = re.compile(r"均|各(?!类|项|级|镇|种)|都")
_SAID_OF_EACH = re.compile(r"各|都|均|每样|分别都")
_NO_HEAD = re.compile(rf"\d|[{UP_TO_99}]+(?:年|个|人|岁)|可以?视|可以|应当?|由")
"""A phrase with a figure of its own or a rule of its own does not say whom the next one is for."""
_ANY_THRESHOLD = re.compile(r"起付|门槛")
"""Words for a threshold whose name the text does not repeat."""
_BESIDE_SELF = re.compile(r"除[^，。；]{1,12}外")
_INTERRUPTED = re.compile(r"断过|中断|间断|断了|停过|断缴|补缴|不连续|断断续续")
_WITH_SELF = re.compile(r"(?:连|包括|算上?|加上?)(?:我|自己|本人|俺)|连[^，]{0,3}自己")


class Fulfilment(StrEnum):
    """How somebody stands to a condition."""

    MEETS = "meets"
    FAILS = "fails"
    UNKNOWN = "unknown"
    """The question does not say enough."""
    OTHERS = "others"
    """The condition is for others than the asker."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A requirement, how the asker stands to it, and the figures that tell."""

    requirement: Requirement
    fulfilment: Fulfilment
    figures: tuple[AskerFact, ...] = ()
    step: str = ""
    """The highest step that is reached, of several."""
    bounds: tuple[PrintedBound, ...] = ()
    """The comparisons of those alternatives that may be for the asker."""


def assessments(
    demands: Demands,
    facts: AskerFacts,
    names: QuantityNames,
    lifting: Callable[[], Sequence[Demands]],
    item: str = "",
) -> tuple[Assessment, ...]:
    """How the asker stands to every requirement, in order.

    `lifting` gives the demands of other measures of the document that lift requirements of this one; `item`
    is the label of this one.
    """
    case = replace(_Case.of(demands, facts, names), item=item)
    answers = [case.assessment(requirement) for requirement in demands.requirements]
    if any(answer.fulfilment is Fulfilment.FAILS for answer in answers):
        every = (demands, *lifting())
        answers = [case.lifted(answer, every) for answer in answers]
    return tuple(_one_step(answers))


def _one_step(answers: Sequence[Assessment]) -> Iterable[Assessment]:
    """Of the steps that one figure is compared with, that reached counts, else the nearest one missed."""
    for answer in answers:
        rivals = [a for a in answers if a is not answer and a.figures and a.figures == answer.figures]
        reached = any(a.fulfilment is Fulfilment.MEETS for a in rivals)
        nearer = any(a.fulfilment is Fulfilment.FAILS and _missed(a) < _missed(answer) for a in rivals)
        if answer.fulfilment is Fulfilment.FAILS and (reached or nearer):
            yield replace(answer, fulfilment=Fulfilment.OTHERS, figures=())
        else:
            yield answer


def _missed(answer: Assessment) -> float:
    """By how much the figures miss the requirement."""
    bound = answer.requirement.bounds[0]
    said = in_unit(answer.figures[0], bound.unit)
    return said.distance(bound.interval) if said else float("inf")


@dataclass(frozen=True, slots=True)
class _Case:
    """One measure and one asker."""

    demands: Demands
    facts: AskerFacts
    names: QuantityNames
    groups: AskerGroups
    swapped: bool
    """Whether one thing is given up for another, so that figures are of the one or the other."""
    figures: dict[PrintedBound, tuple[AskerFact, ...]]
    """The figures that each comparison is about."""
    item: str = ""
    """The label of the measure: 第二条."""

    @classmethod
    def of(cls, demands: Demands, facts: AskerFacts, names: QuantityNames) -> "_Case":
        """The case with every figure given to the comparisons that it is most like."""
        groups = AskerGroups(facts.question, names)
        case = cls(demands, facts, names, groups, swaps(demands.text), {})
        meant = [r for r in demands.requirements if case._is_meant(r)]
        barred = {b for r in demands.requirements for b in r.bounds if case.is_for(r, b) is False}
        bounds = [b for r in meant for b in r.bounds]
        guards = [g for r in demands.requirements for g in r.guards]
        told = [b for loosening in demands.loosenings for b in loosening.bounds]
        open_to = [b for b in dict.fromkeys([*bounds, *guards, *told]) if b not in barred]
        return replace(case, figures=case._given_out(open_to))

    def _given_out(self, bounds: Sequence[PrintedBound]) -> dict[PrintedBound, tuple[AskerFact, ...]]:
        likeness = {
            (bound, fact): self._affinity(bound, fact) for bound in bounds for fact in self.facts.figures
        }
        best = {
            fact: max((likeness[bound, fact] for bound in bounds), default=-1) for fact in self.facts.figures
        }
        given: dict[PrintedBound, tuple[AskerFact, ...]] = {}
        for bound in bounds:
            mine = [
                fact
                for fact in self.facts.figures
                if least(bound.unit) <= likeness[bound, fact] == best[fact]
                and not any(
                    likeness[rival, fact] == best[fact] and self._takes_from(rival, bound) for rival in bounds
                )
            ]
            most = max((likeness[bound, fact] for fact in mine), default=0)
            given[bound] = tuple(fact for fact in mine if likeness[bound, fact] == most)
        return given

    def _facts(self, bound: PrintedBound) -> tuple[AskerFact, ...]:
        """The figures that a comparison is about; of another measure's, those most like it."""
        if bound in self.figures:
            return self.figures[bound]
        given = {fact for facts in self.figures.values() for fact in facts}
        return tuple(fact for fact in self._given_out([bound])[bound] if fact not in given)

    def _affinity(self, bound: PrintedBound, fact: AskerFact) -> int:
        if self.swapped and side_at(self.facts.question, fact.end) is not self._side(bound):
            return -1
        return affinity(bound, fact, self._printed(bound), self.names)

    def _takes_from(self, rival: PrintedBound, bound: PrintedBound) -> bool:
        """Whether a figure that fits two requirements alike is of the other one."""
        joined = any(rival in r.bounds and bound in r.bounds for r in self.demands.requirements)
        return not joined and self._prefers(rival, bound)

    def _prefers(self, rival: PrintedBound, bound: PrintedBound) -> bool:
        """Whether the question takes up words that tell a rival from a comparison, and none the other way."""
        if rival.allowed == bound.allowed:
            return False
        ours, theirs = (content(one.subject + re.split("[和及]", one.tail)[0]) for one in (bound, rival))
        asked = content("".join(self.groups.words(self._side(bound))))
        return bool((theirs - ours) & asked) and not (ours - theirs) & asked

    def _is_unsettled(self, requirement: Requirement) -> bool:
        """Whether a figure may as well be of a rival, as nothing tells of which of the two it is."""
        return any(
            self._is_unsettled_by(rival, bound)
            for bound in requirement.bounds
            for rival, facts in self.figures.items()
            if rival.unit == bound.unit and set(facts) & set(self.figures.get(bound, ()))
        )

    def _is_unsettled_by(self, rival: PrintedBound, bound: PrintedBound) -> bool:
        ours, theirs = (content(one.subject + re.split("[和及]", one.tail)[0]) for one in (bound, rival))
        alike = shared_words(rival.subject, bound.subject, self.names)
        apart = ours - theirs and theirs - ours and rival.allowed != bound.allowed
        return bool(alike and apart) and not self._prefers(bound, rival)

    def _is_rather(self, rival: PrintedBound, bound: PrintedBound) -> bool:
        """Whether the asker speaks of another alternative that measures the same of something else."""
        alike = rival.unit == bound.unit and shared_words(rival.subject, bound.subject, self.names)
        return bool(alike) and self._prefers(rival, bound)

    def _printed(self, bound: PrintedBound) -> str:
        return f"{bound.subject}{self.demands.text[bound.figure : bound.end]}{bound.tail}"

    def _side(self, bound: PrintedBound) -> Side | None:
        return side_at(self.demands.text, bound.figure) if self.swapped else None

    def is_for(self, requirement: Requirement, bound: PrintedBound) -> bool | None:
        """Whether the comparison is for the asker, by the groups that it and its branch name."""
        side = self._side(bound)
        own = self.groups.belongs(f"{bound.words} {requirement.owner}", side)
        if any(self._is_rather(rival, bound) for rival in requirement.bounds):
            return False
        if own is False or len(bound.allowed) > 1:
            return own
        branch = {
            self.groups.belongs(phrase, self._side_of(phrase, side), self.demands.text)
            for phrase in _heads(requirement)
        }
        return False if False in branch else None if None in (own, *branch) else True

    def _side_of(self, phrase: str, side: Side | None) -> Side | None:
        return side_at(phrase, len(phrase)) if side else None

    def assessment(self, requirement: Requirement) -> Assessment:
        """How the asker stands to a requirement, its guards and groups considered, nothing lifted."""
        open_to = [self.is_for(requirement, bound) for bound in requirement.bounds]
        figures = tuple(
            dict.fromkeys(fact for bound in requirement.bounds for fact in self.figures.get(bound, ()))
        )
        guarded = {self._holds(guard) for guard in requirement.guards}
        if all(is_open is False for is_open in open_to) or False in guarded:
            return Assessment(requirement, Fulfilment.OTHERS, bounds=requirement.bounds)
        if not figures:
            return Assessment(requirement, Fulfilment.UNKNOWN, bounds=requirement.bounds)
        unsure = (
            (None in guarded and self._has_rival(requirement))
            or not self._is_meant(requirement)
            or self._is_unsettled(requirement)
        )
        holds = None if unsure else self._any(requirement, open_to)
        mine = tuple(
            b for b, is_open in zip(requirement.bounds, open_to, strict=True) if is_open is not False
        )
        return Assessment(
            requirement, _FULFILMENTS[holds], figures, self._step(requirement) if holds else "", mine
        )

    def _step(self, requirement: Requirement) -> str:
        """The words of the highest step that is reached. Example: 26亿 of 突破10亿元、20亿元 -> 20亿元."""
        bound = requirement.bounds[0]
        printed = self.demands.text[bound.figure : bound.end]
        if len(bound.allowed) < 2 or "分别" in printed:
            return ""
        reached = [
            all(self._within(bound, step, fact) for fact in _latest(self.figures[bound]))
            for step in bound.allowed
        ]
        words = re.split("[、和或]", printed)
        return re.sub(r"^\D+", "", words[reached.count(True) - 1]) if len(words) == len(reached) else ""

    def _has_rival(self, requirement: Requirement) -> bool:
        """Whether another branch compares a figure of the same unit."""
        unit = requirement.bounds[0].unit
        return any(
            other.branch != requirement.branch and other.bounds[0].unit == unit
            for other in self.demands.requirements
        )

    def _is_meant(self, requirement: Requirement) -> bool:
        """Whether the asker is one of those for whom the phrase of a requirement loosens another."""
        return all(
            self._is_of(loosening)
            for loosening in self.demands.loosenings
            if loosening.start <= requirement.start < loosening.end
        )

    def _any(self, requirement: Requirement, open_to: Sequence[bool | None]) -> bool | None:
        """Whether one alternative holds; None where that is not sure."""
        answers = [
            False if is_open is False else None if is_open is None else self._alternative(requirement, one)
            for one, is_open in zip(requirement.alternatives, open_to, strict=True)
        ]
        if True in answers:
            return True
        other = requirement.unread and self.groups.belongs(
            requirement.unread, self._side(requirement.bounds[0])
        )
        unread = bool(requirement.unread) and other is not False
        if unread and self.groups.is_any(requirement.unread):
            return True
        return None if None in answers or unread else False

    def _alternative(self, requirement: Requirement, alternative: Alternative) -> bool | None:
        holds = self._holds(alternative.bound, requirement.lead)
        alone = len(requirement.alternatives) == 1
        words = alternative.bound.words if alone else f"{alternative.bound.words} {alternative.also}"
        also = self.groups.is_each(words)
        if not alone and alternative.also and also is True and not self._names_group(alternative.also):
            also = None
        return False if False in (holds, also) else None if None in (holds, also) else True

    def _names_group(self, words: str) -> bool:
        return any(group.is_printed(words) for group in self.names.groups)

    def _holds(self, bound: PrintedBound, lead: str = "") -> bool | None:
        """Whether what is said of a comparison satisfies it."""
        facts = [fact for fact in self._facts(bound) if self._of_year(bound, fact)]
        allowed = self._allowed(bound, lead)
        if not facts or allowed is None:
            return None
        if "连续" in bound.subject and _INTERRUPTED.search(self.facts.question):
            return None
        if bound.unit == GRADE:
            return True if any(self._within(bound, one, f) for one in bound.allowed for f in facts) else None
        if _EACH.search(bound.subject):
            return self._all_hold(bound, allowed, facts)
        answers = {self._within(bound, allowed, fact) for fact in _latest(facts)}
        return answers.pop() if len(answers) == 1 and not self._was_before(bound, facts) else None

    def _all_hold(self, bound: PrintedBound, allowed: Interval, facts: Sequence[AskerFact]) -> bool | None:
        """均: each of several has to satisfy it."""
        answers = {self._within(bound, allowed, fact) for fact in facts}
        if False in answers:
            return False
        several = len(facts) > 1 or _SAID_OF_EACH.search(facts[0].near)
        return True if answers == {True} and several else None

    def _was_before(self, bound: PrintedBound, facts: Sequence[AskerFact]) -> bool:
        """首次: whether an earlier year had reached the same step already."""
        if "首次" not in self._printed(bound):
            return False
        latest = _latest(facts)
        reached = [step for step in bound.allowed if self._within(bound, step, latest[0])]
        earlier = [fact for fact in facts if fact not in latest]
        return bool(reached) and any(self._within(bound, reached[-1], fact) for fact in earlier)

    def _within(self, bound: PrintedBound, allowed: Interval, fact: AskerFact) -> bool | None:
        said = in_unit(fact, bound.unit)
        if said is None:
            return None
        if _BESIDE_SELF.search(bound.subject) and _WITH_SELF.search(fact.near):
            said = replace(said, low=said.low - 1, high=said.high - 1)
        return said.within(allowed)

    def _allowed(self, bound: PrintedBound, lead: str) -> Interval | None:
        """What a comparison allows the asker; None where that depends on what he does not say."""
        if len(bound.allowed) > 1 and "分别" in self.demands.text[bound.figure : bound.end]:
            member = self.groups.ordinal(lead, len(bound.allowed))
            return None if member is None else bound.allowed[member]
        return bound.interval.opposite() if _NEGATED.search(bound.subject) else bound.interval

    def _of_year(self, bound: PrintedBound, fact: AskerFact) -> bool:
        """Whether a figure is of the year that is printed, or one of the two names none."""
        years = {int(year) for year in _YEAR.findall(bound.subject)}
        return fact.unit == DATE or not years or fact.year is None or fact.year in years

    def lifted(self, answer: Assessment, every: Sequence[Demands]) -> Assessment:
        """Not failed where the text lifts the requirement for the asker, or may do so."""
        if answer.fulfilment is not Fulfilment.FAILS:
            return answer
        for demands in every:
            for loosening in demands.loosenings:
                if demands is self.demands and loosening.start <= answer.requirement.start < loosening.end:
                    continue
                if self._is_about(loosening, answer.requirement) and self._is_of(loosening, demands.text):
                    return replace(answer, fulfilment=Fulfilment.UNKNOWN)
        return answer

    def _is_about(self, loosening: Loosening, requirement: Requirement) -> bool:
        """Whether words that loosen name what the requirement measures, or its very figure."""
        if _ANY_THRESHOLD.search(loosening.about) and loosening in self.demands.loosenings:
            return True
        for bound in requirement.bounds:
            figure = re.search(r"[\d.]+[^\d以]*", self.demands.text[bound.figure : bound.end])
            if figure and bound.unit != DATE and figure.group() in loosening.about:
                return True
            if self.item.startswith("第") and self.item in loosening.about:
                return True
            if bound.unit == "岁" and re.search("(?<!退休)年龄", loosening.about):
                return True
            if shared_words(bound.subject, loosening.about, self.names):
                return True
        return False

    def _is_of(self, loosening: Loosening, text: str = "") -> bool:
        """Whether somebody is one of those for whom a requirement is loosened."""
        if loosening.is_still and text:
            return True
        if loosening.bounds:
            return all(self._holds(bound) is not False for bound in loosening.bounds) and any(
                self._facts(bound) for bound in loosening.bounds
            )
        return self.groups.shares(loosening.who, text or self.demands.text)


_FULFILMENTS = {True: Fulfilment.MEETS, False: Fulfilment.FAILS, None: Fulfilment.UNKNOWN}


def _heads(requirement: Requirement) -> list[str]:
    """The phrases of the branch in front of a requirement that say whom or what the branch is for."""
    phrases = re.findall(r"[^，]+，", requirement.lead[requirement.lead.rfind("：") + 1 :])
    return [p for p in phrases if p.endswith("的，") or not _NO_HEAD.search(p)]


def _latest(facts: Sequence[AskerFact]) -> Sequence[AskerFact]:
    """The figures of the last year, where each is of a year; else all."""
    years = {fact.year for fact in facts}
    if len(years) < 2 or None in years:
        return facts
    last = max(year for year in years if year is not None)
    return [fact for fact in facts if fact.year == last]
