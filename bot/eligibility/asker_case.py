"""One measure and one asker: whom its requirements are for, and which figure is of which comparison."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.eligibility.affinity import affinity, in_unit, least
from bot.eligibility.asker_facts import AskerFact, AskerFacts
from bot.eligibility.asker_traits import AskerTraits
from bot.eligibility.askers import AskerGroups, Side, side_at, swaps
from bot.eligibility.intervals import Interval
from bot.eligibility.printed_bounds import PrintedBound
from bot.eligibility.quantity_names import QuantityNames
from bot.eligibility.quantity_names import DATE
from bot.eligibility.requirements import Demands, Loosening, Requirement
from bot.eligibility.satisfying import holds
from bot.eligibility.shared_words import content, pairs, shared_words
from bot.eligibility.traits import default_traits
from corpus.extraction.quantities import quantities
from corpus.text.numerals import NINE, UP_TO_99

_NO_HEAD = re.compile(rf"\d|[{UP_TO_99}]+(?:年|个|人|岁)|可以?视|可以|应当?|由")
"""A phrase with a figure of its own or a rule of its own does not say whom the next one is for."""
_TAKEN_UP = re.compile(r"上述|前述|前款")
"""Where a branch takes up the old things of another one, what is bought there does not bar them."""
_OR = re.compile(r"或者?")
_NOT_OF_KIND = re.compile(
    r"非(?P<kind>[\u4e00-\u9fff]{2})|(?:不含|不包括|除)(?P<left_out>[^，。；）外]{2,6}?)(?:除外|以外|外|的|）|$)"
)
"""非营运, 不含二手车: for those who are not of a kind."""
_NO = re.compile(r"(?:非|不是|不算|没有?|未|无|不含?)[^，。]{0,2}$")
_YEARLY = re.compile(r"^年(?!龄|满|度内)|每年|全年|年均|年度")
_OF_YEARS = re.compile(rf"(?<!\d)(?:(?!一)[{NINE}两十]|[2-9])年(?!级|期)(?![^，]*(?:每年|一年|年均))")
_CLAUSE_END = re.compile(r"[，。；！？,;!?]")
_ADDS = re.compile(r"再[添加装上买投租]|又[添加装上买投租]|原来有|另外还?有")
"""Parts of a sum that is to be taken as a whole (累计)."""
_INTERRUPTED = re.compile(r"(?<![没未])(?<!没有)断过|中断|间断|断了|停过|断缴|补缴|不连续|断断续续")

_BESIDE = re.compile(r"的(?:和|或者?|以及)(?P<kind>.+)")
_PART = re.compile(r"(?:里头|其中|里面|里边)[^，。\d]{0,5}$")
_SEX = re.compile(r"[男女](?=年?$)")
_LISTED = re.compile(r"(?:、[^，、。；（）\d]{1,10}(?=[、，。；）]|$))+")
_FEW = re.compile(r"[才只仅][^，。\d]{0,2}$")
_PART_LEFT_OUT = re.compile(r"[^，。]*(?:只|没|不|才|未)")
"""Words in front of a part of a whole that was told before, and behind it where it does not count."""
_OF_TIME = frozenset({"年", "月", "天", DATE})
_NEVER_LEFT_OVER = frozenset({"元", "%", ""})
"""Units of so many things that a lone figure may as well be of something else."""
_LEAST_PAIRS = 2
"""Pairs of signs side by side that name somebody: 联合 and 合社."""


@dataclass(frozen=True, slots=True)
class AskerCase:
    """What is known of an asker beside what a measure demands."""

    demands: Demands
    facts: AskerFacts
    names: QuantityNames
    groups: AskerGroups
    swapped: bool
    """Whether one thing is given up for another, so that figures are of the one or the other."""
    figures: dict[PrintedBound, tuple[AskerFact, ...]]
    """The figures that each comparison is about."""

    @classmethod
    def of(cls, demands: Demands, facts: AskerFacts, names: QuantityNames) -> "AskerCase":
        """The case with every figure given to the comparisons that it is most like."""
        groups = AskerGroups(facts.question, names)
        case = cls(demands, facts, names, groups, swaps(demands.text), {})
        barred = {b for r in demands.requirements for b in r.bounds if case.is_for(r, b) is False}
        bounds = [b for r in demands.requirements if case.is_meant(r) for b in r.bounds]
        guards = [g for r in demands.requirements for g in r.guards]
        told = [b for loosening in demands.loosenings for b in loosening.bounds]
        open_to = [b for b in dict.fromkeys([*bounds, *guards, *told, *demands.left_out]) if b not in barred]
        case = replace(case, figures=case._given_out(open_to))
        shut = {b for r in demands.requirements if case._is_shut(r) for b in r.bounds}
        return replace(case, figures=case._given_out([b for b in open_to if b not in shut])) if shut else case

    def said_of(self, bound: PrintedBound) -> tuple[AskerFact, ...]:
        """The figures that a comparison is about; of another measure's, those that no own one takes."""
        if bound in self.figures:
            return self.figures[bound]
        given = {fact for facts in self.figures.values() for fact in facts}
        return tuple(fact for fact in self._given_out([bound])[bound] if fact not in given)

    def holds(self, bound: PrintedBound, lead: str = "") -> bool | None:
        """Whether what is said of a comparison satisfies it; `lead` prints the list that 分别 refers to."""
        if "连续" in bound.subject and _INTERRUPTED.search(self.facts.question):
            return None
        if any(
            self._is_of_longer(bound, fact) or self._is_of_years(bound, fact) for fact in self.said_of(bound)
        ):
            return None
        if "累计" in bound.printed and _ADDS.search(self.facts.question):
            return None
        member = self.groups.ordinal(lead, len(bound.allowed)) if bound.is_respective else None
        answer = holds(bound, self.said_of(bound), member)
        return None if answer is not None and self._may_be_less(bound) else answer

    def _may_be_less(self, bound: PrintedBound) -> bool:
        """Whether a part that the question sets apart leaves too little: 1000亩，里头300亩只签半年."""
        told = [(whole, part) for whole in self.said_of(bound) for part in self._parts_of(whole)]
        return any(
            whole.interval.within(bound.interval) is not rest.within(bound.interval)
            for whole, part in told
            for rest in self._what_counts(whole, part)
        )

    def _parts_of(self, whole: AskerFact) -> list[AskerFact]:
        """The parts that the question sets apart behind a whole."""
        said = self.facts.question
        later = (one for one in self.facts.figures if one.start > whole.end and one.unit == whole.unit)
        return [one for one in later if _PART.search(said[: one.start])]

    def _what_counts(self, whole: AskerFact, part: AskerFact) -> Iterator[Interval]:
        """What may count of a whole: a part that is said to be small itself, or the rest of one left out."""
        said = self.facts.question
        if _FEW.search(said[: part.start]):
            yield part.interval
        if _PART_LEFT_OUT.match(said[part.end :]):
            yield _less(whole, part)

    def _is_shut(self, requirement: Requirement) -> bool:
        """Whether what stands in front of a requirement shows that it is not for the asker."""
        return any(self.holds(guard) is False for guard in requirement.guards)

    def _is_of_longer(self, bound: PrintedBound, fact: AskerFact) -> bool:
        """Whether a count is of a longer time than the one in which it has to be reached: 两年内…三项."""
        windows = [
            _in_months(q.value, q.unit) for q in quantities(bound.subject) if _ends_window(bound, q.end)
        ]
        said = self.facts.question
        times = [
            _in_months(one.interval.high, one.unit)
            for one in self.facts.figures
            if one.end <= fact.start and not _CLAUSE_END.search(said[one.end : fact.start])
        ]
        return any(time > window for time in times if time for window in windows if window)

    def _is_of_years(self, bound: PrintedBound, fact: AskerFact) -> bool:
        """Whether a sum of several years stands for a yearly one: 两年干了2000亩."""
        clause = _CLAUSE_END.split(self.facts.question[: fact.start])[-1]
        return bool(_YEARLY.search(bound.subject) and _OF_YEARS.search(clause))

    def is_for(self, requirement: Requirement, bound: PrintedBound) -> bool | None:
        """Whether a comparison is for the asker, by the groups that it and its branch name."""
        side = self.side(bound)
        if self._is_left_out(bound):
            return False
        if any(self._is_rather(rival, bound) for rival in requirement.bounds):
            return False
        own = self.groups.belongs(f"{self._kinds(bound)} {requirement.owner}", side, self.demands.text)
        if own is False or len(bound.allowed) > 1:
            return own
        phrases = _heads(requirement)
        if self.swapped and not _TAKEN_UP.search(self.demands.text):
            phrases += re.findall(r"[^，]+的(?=，)", requirement.rest)
        heads = (self._heads(phrase, side) for phrase in phrases)
        answers = {own, *heads}
        return False if False in answers else None if None in answers else True

    def _kinds(self, bound: PrintedBound) -> str:
        """The words of a comparison with the list that goes on behind it, 男 and 女 written out."""
        subject = _SEX.sub(r"\g<0>性", bound.subject)
        listed = _LISTED.match(self.demands.text, bound.end + len(bound.tail))
        return f"{subject} {bound.tail}{listed.group() if listed else ''}"

    def _is_left_out(self, bound: PrintedBound) -> bool:
        """Whether the asker is of a kind that the words of a comparison leave out."""
        kinds = (match["kind"] or match["left_out"] for match in _NOT_OF_KIND.finditer(bound.printed))
        said = self.facts.question
        return any(
            not _NO.search(said[: match.start()]) for kind in kinds for match in re.finditer(kind, said)
        )

    def is_of_kind_left_out(self) -> bool:
        """Whether the question speaks of a kind that a sentence of the measure leaves out."""
        return any(kind[:2] in self.facts.question for kind in self.demands.kinds_left_out)

    def side(self, bound: PrintedBound) -> Side | None:
        """Of which thing a comparison speaks, where one is given up for another."""
        return side_at(self.demands.text, bound.figure) if self.swapped else None

    def is_meant(self, requirement: Requirement) -> bool:
        """Whether the asker is one of those for whom the phrase of a requirement loosens another."""
        return all(
            self.is_of(loosening, self.demands.text)
            for loosening in self.demands.loosenings
            if loosening.start <= requirement.start < loosening.end
        )

    def is_of(self, loosening: Loosening, text: str) -> bool:
        """Whether the asker is one of those for whom words in the text of a measure loosen something."""
        if loosening.bounds:
            said = any(self.said_of(bound) for bound in loosening.bounds)
            if not said and _OR.search(loosening.who):
                return self.groups.shares(re.sub("的[^的]*$", "", loosening.who), text)
            return said and all(self.holds(bound) is not False for bound in loosening.bounds)
        of_traits = AskerTraits(self.facts.question).is_one_of(loosening.who, default_traits())
        if of_traits is not None:
            return of_traits
        return self.groups.shares(loosening.who, text)

    def has_special_rule(self, requirement: Requirement) -> bool:
        """Whether another requirement measures the same for some whose name the question takes up.

        Example: `库容不低于200立方米的；联合社建设的冷库，库容不低于500立方米` for 联合社 -> the first has one
        """
        first = requirement.bounds[0]
        if requirement.guards and all(self.holds(guard) for guard in requirement.guards):
            return False
        return self._is_beside(requirement) or any(
            self._is_of_other(requirement, rival) or self._is_beside(rival)
            for rival in self.demands.requirements
            if rival.branch != requirement.branch
            and rival.bounds[0].allowed != first.allowed
            and self._are_alike(rival.bounds[0], first)
        )

    def _is_beside(self, requirement: Requirement) -> bool:
        """Whether the asker is of a kind that a step takes in besides: 1亿元以上的和世界500强企业."""
        beside = _BESIDE.search(requirement.bounds[0].tail)
        traits = AskerTraits(self.facts.question)
        return bool(beside and traits.is_one_of(beside["kind"], default_traits()))

    def _is_of_other(self, general: Requirement, special: Requirement) -> bool:
        """Whether the question takes up whom the special rule is for, and nobody of the general one."""
        if _are_steps(general.bounds[0], special.bounds[0]):
            return False
        of_special = self._taken_up(special, general)
        return len(of_special) >= _LEAST_PAIRS > len(self._taken_up(general, special))

    def _taken_up(self, one: Requirement, other: Requirement) -> set[str]:
        """The pairs of signs in front of one requirement that the question takes up and the other lacks."""
        head = f"{one.lead}，{one.bounds[0].subject}"
        rest = f"{other.lead}{other.bounds[0].sentence}"
        return {pair for pair in pairs(head) if pair in self.facts.question and pair not in rest}

    def is_unsettled(self, requirement: Requirement) -> bool:
        """Whether a figure may as well be of a rival, as nothing tells of which of the two it is."""
        return any(
            self._is_unsettled_by(rival, bound)
            for bound in requirement.bounds
            for rival, facts in self.figures.items()
            if rival.unit == bound.unit and set(facts) & set(self.figures.get(bound, ()))
        )

    def _heads(self, phrase: str, side: Side | None) -> bool | None:
        """Whether the asker is one of those whom the head of a branch names."""
        own_side = side_at(phrase, len(phrase)) if side else None
        return self.groups.belongs(phrase, own_side, self.demands.text)

    def _given_out(self, bounds: Sequence[PrintedBound]) -> dict[PrintedBound, tuple[AskerFact, ...]]:
        """Each figure to the comparisons most like it; a comparison takes only those most like itself."""
        facts = self.facts.figures
        likeness = {(bound, fact): self._affinity(bound, fact) for bound in bounds for fact in facts}
        best = {fact: max((likeness[bound, fact] for bound in bounds), default=-1) for fact in facts}
        given: dict[PrintedBound, tuple[AskerFact, ...]] = {}
        for bound in bounds:
            mine = [fact for fact in facts if least(bound.unit) <= likeness[bound, fact] == best[fact]]
            rivals = [b for b in bounds if any(likeness[b, fact] == best[fact] for fact in mine)]
            if any(self._takes_from(rival, bound) for rival in rivals):
                mine = []
            most = max((likeness[bound, fact] for fact in mine), default=0)
            given[bound] = tuple(fact for fact in mine if likeness[bound, fact] == most)
        return given | self._left_over(bounds, given)

    def _left_over(
        self, bounds: Sequence[PrintedBound], given: dict[PrintedBound, tuple[AskerFact, ...]]
    ) -> dict[PrintedBound, tuple[AskerFact, ...]]:
        """The only figure of a unit to what alone is measured in it, where both share signs: of times two.

        Example: 充电棚12个口 to 端口不少于10个
        """
        taken = {fact for facts in given.values() for fact in facts}
        matched: dict[PrintedBound, tuple[AskerFact, ...]] = {}
        for fact in self.facts.figures:
            alike = [one for one in self.facts.figures if one.unit == fact.unit]
            fitting = [bound for bound in bounds if in_unit(fact, bound.unit)]
            if (
                fact.unit in _NEVER_LEFT_OVER
                or fact in taken
                or len(alike) != 1
                or not _is_one_thing(fitting)
            ):
                continue
            least_shared = 2 if fact.unit in _OF_TIME else 1
            for bound in fitting:
                topic = content(_around(bound, fact)) & content(fact.near)
                if not given[bound] and len(topic) >= least_shared and self._affinity(bound, fact) == 0:
                    matched[bound] = (fact,)
        return matched

    def _affinity(self, bound: PrintedBound, fact: AskerFact) -> int:
        if self.swapped and side_at(self.facts.question, fact.end) is not self.side(bound):
            return -1
        return affinity(bound, fact, self.names)

    def _takes_from(self, rival: PrintedBound, bound: PrintedBound) -> bool:
        """Whether a figure that fits two requirements alike is of the other one."""
        joined = any(rival in r.bounds and bound in r.bounds for r in self.demands.requirements)
        steps = _are_steps(rival, bound)
        return rival.unit == bound.unit and not joined and not steps and self._prefers(rival, bound)

    def _prefers(self, rival: PrintedBound, bound: PrintedBound) -> bool:
        """Whether the question takes up words that tell a rival from a comparison, and none the other way."""
        if rival.allowed == bound.allowed:
            return False
        ours, theirs = content(bound.topic), content(rival.topic)
        asked = content("".join(self.groups.words(self.side(bound))))
        return bool((theirs - ours) & asked) and not (ours - theirs) & asked

    def _is_unsettled_by(self, rival: PrintedBound, bound: PrintedBound) -> bool:
        ours, theirs = content(bound.topic), content(rival.topic)
        apart = ours - theirs and theirs - ours and rival.allowed != bound.allowed
        return (
            bool(apart)
            and not _are_steps(rival, bound)
            and self._are_alike(rival, bound)
            and not self._prefers(bound, rival)
        )

    def _is_rather(self, rival: PrintedBound, bound: PrintedBound) -> bool:
        """Whether the asker speaks of another alternative that measures the same of something else."""
        return self._are_alike(rival, bound) and self._prefers(rival, bound)

    def _are_alike(self, one: PrintedBound, other: PrintedBound) -> bool:
        return one.unit == other.unit and shared_words(one.subject, other.subject, self.names) > 0


def _is_one_thing(bounds: Sequence[PrintedBound]) -> bool:
    """Whether comparisons are of one thing: one of them, or steps that name the same."""
    return bool(bounds) and all(content(one.subject) & content(bounds[0].subject) for one in bounds[1:])


def _around(bound: PrintedBound, fact: AskerFact) -> str:
    """The words around a comparison: of a length of time its whole sentence, else between its commas."""
    if fact.unit in _OF_TIME and fact.unit != DATE:
        return bound.sentence
    before, _, behind = bound.sentence.partition(bound.figures)
    return before.rpartition("，")[2] + behind.partition("，")[0]


def _less(whole: AskerFact, part: AskerFact) -> Interval:
    """What is left of a whole without a part of it."""
    return Interval(whole.interval.low - part.interval.high, whole.interval.high - part.interval.low)


def _are_steps(one: PrintedBound, other: PrintedBound) -> bool:
    """Whether two comparisons are steps of one scale: of one thing, with nothing in common."""
    same = one.subject in other.subject or other.subject in one.subject
    return same and len(one.allowed) == len(other.allowed) == 1 and not _overlap(one, other)


def _overlap(one: PrintedBound, other: PrintedBound) -> bool:
    met = one.interval.met_with(other.interval)
    return met.low < met.high or (met.low == met.high and not met.low_open and not met.high_open)


def _ends_window(bound: PrintedBound, end: int) -> bool:
    return bool(re.match(r"(?:以|之)?内", bound.subject[end:]))


def _in_months(value: float, unit: str) -> float | None:
    """A length of time in months; None where it is of another unit."""
    return {"年": 12 * value, "月": value}.get(unit)


def _heads(requirement: Requirement) -> list[str]:
    """The phrases of the branch in front of a requirement that say whom or what the branch is for."""
    phrases = re.findall(r"[^，]+，", requirement.lead[requirement.lead.rfind("：") + 1 :])
    return [p for p in phrases if p.endswith("的，") or not _NO_HEAD.search(p)]
