"""Which figure of the asker is of which comparison of a measure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.eligibility.affinity import affinity, in_unit, least
from bot.eligibility.printed.printed_bounds import PrintedBound
from bot.eligibility.printed.requirements import Demands
from bot.eligibility.quantity_names import DATE, QuantityNames
from bot.eligibility.shared_words import content, shared_words
from bot.eligibility.spoken.asker_fact import AskerFact
from bot.eligibility.spoken.asker_facts import AskerFacts
from bot.eligibility.spoken.askers import AskerGroups, Side, names_side, side_at, swaps

Shares = dict[PrintedBound, tuple[AskerFact, ...]]
"""The figures that each comparison is about."""
_OF_NO_SEX = re.compile("子女|儿女|男女|女儿|女婿|幼女")
"""Words that do not tell the sex of an asker: 独生子女奖励."""
_DENIED = re.compile(r"(?:(?<!是)不是|不算|没有?|(?<!是)非)[^，。；！？]{1,6}")
"""What an asker is not tells of nothing that is his."""
_OF_TIME = frozenset({"年", "月", "天"})
_OF_MUCH = frozenset({*_OF_TIME, DATE, "人", "公斤", "小时", "平方米"})
"""Units in which much is measured, so that a lone figure has to share more."""
_NEVER_LEFT_OVER = frozenset({"元", "%", "米", ""})
"""Units of so many things that a lone figure may as well be of something else."""
_AGE = "岁"
_LEAST_SHARED = 2
"""Signs that a lone figure of such a unit shares with the comparison; other figures share one."""


@dataclass(frozen=True, slots=True)
class Allotment:
    """What a measure compares, and the figures of an asker that are to be told apart for it."""

    demands: Demands
    facts: AskerFacts
    names: QuantityNames
    groups: AskerGroups
    swapped: bool
    """Whether one thing is given up for another, so that figures are of the one or the other."""

    @classmethod
    def of(cls, demands: Demands, facts: AskerFacts, names: QuantityNames) -> "Allotment":
        """The figures and groups of a question beside the demands of a measure."""
        return cls(demands, facts, names, AskerGroups(facts.question, names), swaps(demands.text))

    def side(self, bound: PrintedBound) -> Side | None:
        """Of which thing a comparison speaks, where one is given up for another."""
        return side_at(self.demands.text, bound.figure) if self.swapped else None

    def given_out(self, bounds: Sequence[PrintedBound]) -> Shares:
        """Each figure to the comparisons most like it; a comparison takes only those most like itself."""
        facts = self.facts.figures
        likeness = {(bound, fact): self._likeness(bounds, bound, fact) for bound in bounds for fact in facts}
        best = {fact: max((likeness[bound, fact] for bound in bounds), default=-1) for fact in facts}
        given: Shares = {}
        for bound in bounds:
            mine = [fact for fact in facts if least(bound.unit) <= likeness[bound, fact] == best[fact]]
            rivals = [b for b in bounds if any(likeness[b, fact] == best[fact] for fact in mine)]
            if any(self._takes_from(rival, bound) for rival in rivals):
                mine = []
            most = max((likeness[bound, fact] for fact in mine), default=0)
            given[bound] = tuple(fact for fact in mine if likeness[bound, fact] == most)
        return given | self._left_over(bounds, given)

    def _left_over(self, bounds: Sequence[PrintedBound], given: Shares) -> Shares:
        """The only figure of a unit to what alone is measured in it, where both share signs.

        Example: 充电棚12个口 to 端口不少于10个
        """
        taken = {fact for facts in given.values() for fact in facts}
        lone = [fact for fact in self.facts.figures if fact not in taken and self._is_lone(fact, taken)]
        matched: Shares = {}
        for fact in lone:
            fitting = [bound for bound in bounds if in_unit(fact, bound.unit) and not given[bound]]
            if _are_of_one_thing(fitting):
                matched |= {b: (fact,) for b in fitting if self._fits(b, fact)}
        return matched

    def _is_lone(self, fact: AskerFact, taken: set[AskerFact]) -> bool:
        alike = [one for one in self.facts.figures if one.unit == fact.unit and one not in taken]
        return fact.unit not in _NEVER_LEFT_OVER and len(alike) == 1

    def _fits(self, bound: PrintedBound, fact: AskerFact) -> bool:
        topic = content(_around(bound, fact)) & content(fact.near)
        enough = len(topic) >= (_LEAST_SHARED if fact.unit in _OF_MUCH else 1)
        return enough and self._affinity(bound, fact) == 0

    def _likeness(self, bounds: Sequence[PrintedBound], bound: PrintedBound, fact: AskerFact) -> int:
        """Its affinity to a comparison, or to one of the same quantity by its longer name: 面积, 种植面积."""
        own = self._affinity(bound, fact)
        named = (self._affinity(other, fact) for other in bounds if _is_short_for(bound, other))
        return max((own, *named)) if own >= 0 else own

    def _affinity(self, bound: PrintedBound, fact: AskerFact) -> int:
        if self.swapped and self._is_of_other_side(bound, fact):
            return -1
        return affinity(bound, fact, self.names)

    def _is_of_other_side(self, bound: PrintedBound, fact: AskerFact) -> bool:
        """Whether a figure is of the other thing; not where neither is spoken of and only one has such."""
        if not names_side(self.facts.question[: fact.end]):
            every = (b for r in self.demands.requirements for b in r.bounds if b.unit == bound.unit)
            if len({self.side(one) for one in every}) == 1:
                return False
        return side_at(self.facts.question, fact.end) is not self.side(bound)

    def _takes_from(self, rival: PrintedBound, bound: PrintedBound) -> bool:
        """Whether a figure that fits two requirements alike is of the other one.

        An age that names nobody is of everybody: 60周岁以上，… beside 80周岁以上经评估为重度失能的.
        """
        joined = any(rival in r.bounds and bound in r.bounds for r in self.demands.requirements)
        if bound.unit == _AGE and not content(bound.topic):
            return False
        alike = are_steps(rival, bound) or _is_short_for(bound, rival) or _is_short_for(rival, bound)
        return rival.unit == bound.unit and not joined and not alike and self.prefers(rival, bound)

    def prefers(self, rival: PrintedBound, bound: PrintedBound) -> bool:
        """Whether the question takes up words that tell a rival from a comparison, and none the other way."""
        if rival.allowed == bound.allowed:
            return False
        ours, theirs = content(bound.topic), content(rival.topic)
        said = _DENIED.sub("，", "".join(self.groups.words(self.side(bound))))
        asked = content(_OF_NO_SEX.sub("，", said))
        return bool((theirs - ours) & asked) and not (ours - theirs) & asked

    def is_unsettled_by(self, rival: PrintedBound, bound: PrintedBound) -> bool:
        """Whether nothing tells which of two comparisons that measure alike a figure is of."""
        ours, theirs = content(bound.topic), content(rival.topic)
        apart = ours - theirs and theirs - ours and rival.allowed != bound.allowed
        return (
            bool(apart)
            and not are_steps(rival, bound)
            and self.are_alike(rival, bound)
            and not self.prefers(bound, rival)
        )

    def is_rather(self, rival: PrintedBound, bound: PrintedBound) -> bool:
        """Whether the asker speaks of another alternative that measures the same of something else."""
        return self.are_alike(rival, bound) and self.prefers(rival, bound)

    def are_alike(self, one: PrintedBound, other: PrintedBound) -> bool:
        """Whether two comparisons measure the same in the same unit."""
        return one.unit == other.unit and shared_words(one.subject, other.subject, self.names) > 0


def _is_short_for(bound: PrintedBound, other: PrintedBound) -> bool:
    """Whether a comparison names what another one of its unit measures by the end of its name alone."""
    shorter = bound.subject != other.subject and other.subject.endswith(bound.subject)
    return bound.unit == other.unit and shorter and len(bound.subject) >= _LEAST_SHARED


def _are_of_one_thing(bounds: Sequence[PrintedBound]) -> bool:
    """Whether there is one comparison, or several that name the same."""
    return bool(bounds) and all(content(one.subject) & content(bounds[0].subject) for one in bounds[1:])


def _around(bound: PrintedBound, fact: AskerFact) -> str:
    """The words around a comparison: of a time or a count its sentence, else between its commas."""
    if fact.unit in _OF_TIME or fact.unit not in _OF_MUCH | _NEVER_LEFT_OVER:
        return bound.sentence
    before, _, behind = bound.sentence.partition(bound.figures)
    return before.rpartition("，")[2] + behind.partition("，")[0]


def are_steps(one: PrintedBound, other: PrintedBound) -> bool:
    """Whether two comparisons are steps of one scale: of one thing, with nothing in common."""
    same = one.subject in other.subject or other.subject in one.subject or _touch(one, other)
    return same and len(one.allowed) == len(other.allowed) == 1 and not overlap(one, other)


def _touch(one: PrintedBound, other: PrintedBound) -> bool:
    """Whether one begins where the other ends: 30万元以下 and 30万元以上不足100万元."""
    ends = (one.interval.high, other.interval.low), (other.interval.high, one.interval.low)
    return one.unit == other.unit and any(high == low for high, low in ends)


def overlap(one: PrintedBound, other: PrintedBound) -> bool:
    """Whether a figure may satisfy two comparisons at once."""
    met = one.interval.met_with(other.interval)
    return met.low < met.high or (met.low == met.high and not met.low_open and not met.high_open)
