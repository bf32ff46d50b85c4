"""Whether the best measure answers the question, and if not, why not.

`RULES` are read in order; the first that gives a reason decides. A case that passes them all is judged by
the model over `features`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from corpus.regions import region_of
from corpus.text.han_pairs import pairs_of
from retrieval.deciding.case_features import Case, probability, states
from retrieval.deciding.reasons import REASONS, Reason
from retrieval.question import Asked, Query, in_a_span, stated_by
from retrieval.ranking import Weights
from retrieval.text import plain


class Verdict(StrEnum):
    """What to do with a question."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    NOT_COVERED = "not_covered"


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do, why, and how likely the first measure is to answer, 0 to 1."""

    verdict: Verdict
    reason: Reason
    probability: float


_VAGUE_CHARS = 4
"""A question whose content has more characters names its topic."""
_COMMON_RARITY = 3.2
"""The idf below which a pair of characters occurs in more than 4 % of all measures, by the idf formula. 补贴
has 3.1, 申请 2.6, 政策 1.1, but 供销 3.5 (2026-11-21)."""
_KNOWN_LEAST = 0.12
"""A question of which the corpus knows a smaller share (by rarity) is not meaningful text on its topics."""


def empty(case: Case) -> Reason:
    """EMPTY where the question has nothing to look up."""
    return Reason.EMPTY if case.likeness.evidence.units == 0 else Reason.NONE


_TOGETHER = {"香港": "港澳", "澳门": "港澳", "台湾": "港澳台"}
"""What documents write for several places at once."""


def other_place(case: Case) -> Reason:
    """OTHER_PLACE where only places outside the corpus are named, not those of the best measure or title.

    A measure that names the place and has nothing else of the question is of another matter: 学习博山区 for
    博山区低保多少.
    """
    text = plain(f"{case.facts.titles[case.best]}\n{case.facts.measures[case.best].text}")
    foreign = [n for n in case.query.elsewhere if n not in text and _TOGETHER.get(n, n) not in text]
    alone = bool(case.query.elsewhere) and not _has_more(case.query, text)
    return Reason.OTHER_PLACE if (foreign or alone) and not case.query.places else Reason.NONE


def _has_more(query: Query, text: str) -> bool:
    """Whether a text has a word of a question beside the places outside the corpus that it names."""
    content = query.content
    for place in query.elsewhere:
        content = content.replace(place, " ")
    words = pairs_of(content)
    return not words or any(pair in text for pair in words)


def other_region(case: Case) -> Reason:
    """OTHER_REGION where places of the corpus are named and the best measure applies in none of them."""
    facts = case.facts
    if case.query.cities:
        own = str(facts.regions[case.best])
        inside = not own or not set(region_of(own).above).isdisjoint(case.query.cities)
        return Reason.NONE if inside else Reason.OTHER_REGION
    places, region = case.query.places, str(facts.regions[case.best])
    holds = {name for place in places for name in facts.holding_in(place)}
    return (
        Reason.OTHER_REGION
        if places and region and region not in holds and region not in facts.within(places)
        else Reason.NONE
    )


def near_miss(case: Case) -> Reason:
    """NEAR_MISS where the best measure does not state the kind of thing that is asked for."""
    text = plain(case.facts.measures[case.best].text)
    stated = all(stated_by(wish, text) for wish in case.query.wishes)
    return Reason.NONE if stated else Reason.NEAR_MISS


def other_year(case: Case) -> Reason:
    """OTHER_YEAR where a year after the best measure's issue is named that the measure does not mention.

    Of a document without a day, a year after its printed term.
    """
    until = case.facts.measures[case.best].validity.until
    issued = int(case.facts.years[case.best]) or (until.year if until else 0)
    later = [year for year in case.query.years if issued and year > issued]
    text = case.facts.measures[case.best].text
    told = (year in case.facts.mentioned[case.best] or in_a_span(year, text) for year in later)
    silent = not any(told)
    return Reason.OTHER_YEAR if later and silent else Reason.NONE


RULES: tuple[Callable[[Case], Reason], ...] = (empty, other_place, other_region, near_miss, other_year)


def reason_of(case: Case) -> Reason:
    """The first reason that a rule gives; NONE where all pass."""
    return next((reason for rule in RULES if (reason := rule(case)) is not Reason.NONE), Reason.NONE)


def decide(case: Case, rarity: Callable[[str], float], weights: Weights) -> Decision:
    """Answer, clarify or not covered. `rarity` gives the idf of a unit."""
    chance = probability(case, weights)
    reason = reason_of(case)
    if reason is not Reason.NONE:
        return Decision(Verdict.NOT_COVERED, reason, chance)
    if not case.named and _vague(case.query, rarity):
        return Decision(Verdict.CLARIFY, Reason.TOO_VAGUE, chance)
    if not case.named and _strange(case):
        return Decision(Verdict.NOT_COVERED, _unanswered(case), chance)
    if case.named or _states_it_alone(case) or chance >= threshold_of(case, weights):
        return Decision(Verdict.ANSWER, Reason.NONE, chance)
    return Decision(Verdict.NOT_COVERED, _unanswered(case), chance)


def threshold_of(case: Case, weights: Weights) -> float:
    """The least chance at which a case is answered."""
    return weights.choice[threshold_name(case)]


def threshold_name(case: Case) -> str:
    """The threshold's name in the weights; measures without stored questions have their own."""
    return "answer_unasked" if case.unasked else "answer"


_STRANGE_KNOWN, _STRANGE_COVERED, _TYPED = 0.15, 0.1, 0.3
"""Of 3,800 stored questions judged as if they were new, none has so little in common with the corpus and the
best measure; of 2,400 that no measure answers, 79 have (2026-11-21). Pinyin has no words to recognise."""


def _strange(case: Case) -> bool:
    """Whether the corpus and the best measure contain next to none of the question's words."""
    evidence = case.likeness.evidence
    little = evidence.known < _STRANGE_KNOWN and case.likeness.covered[case.best] < _STRANGE_COVERED
    return bool(little) and evidence.pinyin < _TYPED


_LONE_GAP, _LONE_COVERED = 0.3, 0.3
"""A best measure this far above the second that contains this much of the question is the right one for 97.9
% of the stored questions judged as if they were new. Of the questions that no measure answers 26 % have such
a measure (2026-11-21)."""


def has_neighbour(case: Case, reason: Reason) -> bool:
    """Whether the best measure is on the topic of a refused question, so that it is worth naming."""
    stands_alone = case.ranking.gap(case.best) >= _LONE_GAP
    return stands_alone and case.likeness.covered[case.best] >= _LONE_COVERED and reason.refusal.neighbour


_ALONE_GAP, _ALONE_COVERED = 0.6, 0.45
"""Of 3,336 stored questions judged as if they were new, 251 have a measure this far above all others that
contains this much of the question and states the amount or the term asked for; it is right for all 251. Of
2,919 questions that no measure answers, 40 have one (2026-11-21)."""


def _states_it_alone(case: Case) -> bool:
    """Whether one measure alone is on the topic and states the amount or the term asked for.

    Never of a measure without plain-language questions: the model for these reads the same.
    """
    if case.unasked:
        return False
    amount = states(case, Asked.AMOUNT, case.facts.amounts)
    term = states(case, Asked.DEADLINE, case.facts.terms)
    alone = case.ranking.gap(case.best) >= _ALONE_GAP
    return bool(max(amount, term) > 0 and alone and case.likeness.covered[case.best] >= _ALONE_COVERED)


def _unanswered(case: Case) -> Reason:
    """The reason to refuse a question that nothing answers, taken from the nearest stored one."""
    evidence = case.likeness.evidence
    if evidence.known < _KNOWN_LEAST:
        return Reason.GIBBERISH
    nearness = case.likeness.nearness
    near = nearness.kind and nearness.margins["m_vector"] <= 0
    reason = REASONS.get(nearness.kind, Reason.OFF_TOPIC) if near else Reason.OFF_TOPIC
    return Reason.OFF_TOPIC if _is_misread(reason, case) else reason


def _is_misread(reason: Reason, case: Case) -> bool:
    """Whether the stored question near by names another year or place and this one names none.

    Example: `三胎有奖励吗`, near a question about a place that is not covered
    """
    if reason is Reason.OTHER_PLACE:
        return not case.query.elsewhere
    mentioned = case.facts.mentioned[case.best]
    return reason is Reason.OTHER_YEAR and all(year in mentioned for year in case.query.years)


def _vague(query: Query, rarity: Callable[[str], float]) -> bool:
    words = query.content.split()
    if not 0 < sum(map(len, words)) <= _VAGUE_CHARS:
        return False
    pairs = [pair for word in words for pair in ([word[i : i + 2] for i in range(len(word) - 1)] or [word])]
    return max(map(rarity, pairs)) < _COMMON_RARITY
