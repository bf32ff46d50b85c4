"""How an asker stands to all that a measure asks for, with figures and without."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.eligibility.asker_case import AskerCase
from bot.eligibility.assessment import Assessment, Fulfilment
from bot.eligibility.assessments import assessments
from bot.eligibility.bars import Bar, bars
from bot.eligibility.leaving_open.elsewhere import is_elsewhere
from bot.eligibility.papers import PapersTold, papers_told
from bot.eligibility.place_traits import PlaceTrait
from bot.eligibility.printed.asked_places import Home
from bot.eligibility.printed.loosenings import may_loosen
from bot.eligibility.printed.printed_traits import PrintedTrait
from bot.eligibility.printed.requirements import Demands, demands, flat
from bot.eligibility.quantity_names import QuantityNames
from bot.eligibility.spoken.asker_facts import AskerFacts
from bot.eligibility.timed_bars import timed_bars
from bot.eligibility.trait_assessments import (
    TraitAssessment,
    is_register,
    missed_traits,
    trait_assessments,
)
from bot.eligibility.traits import default_traits
from corpus.records import Document, Measure

_FROM_ELSEWHERE = re.compile(r"外来(?:务工)?人员|外来务工|流动人口|居住证|非本[市区县]?户[籍口]|外地户[籍口]")
_ADDS = re.compile(r"[^，]*，(?:以及|和|及|或者?)(?:[^，]*、)?")


@dataclass(frozen=True, slots=True)
class Standings:
    """What a question says of a measure: of its figures, of what it asks for without any, what bars."""

    figures: tuple[Assessment, ...] = ()
    traits: tuple[TraitAssessment, ...] = ()
    bars: tuple[Bar, ...] = ()
    papers: tuple[PapersTold, ...] = ()


def standings(
    measure: Measure, facts: AskerFacts, known: QuantityNames, document: Document | None
) -> Standings:
    """The requirements that the question says something of, and what shuts the asker out.

    Other measures of `document` may lift a requirement of this one.
    """
    if not facts.question:
        return Standings()
    lifting = partial(_lifting, measure, document)
    case = _case(measure, facts, known, document)
    told_papers = papers_told(flat(measure.text), facts.question)
    papers = tuple(one for one in told_papers if not (one.has_all and _are_elsewhere(case, one)))
    of_papers = [(one.papers.start, one.papers.end) for one in papers]
    traits = tuple(
        one
        for one in trait_assessments(case, default_traits(), lifting)
        if not any(start <= one.requirement.start < end for start, end in of_papers)
        and not _has_own_way(measure.text, one)
    )
    told = (one for one in assessments(case, lifting, measure.item) if one.is_told)
    words = flat(measure.text)
    missed = missed_traits(case, default_traits())
    figures = tuple(_unless_other_half(words, one, traits, missed) for one in told)
    traits = tuple(one for one in traits if not _is_beside_a_miss(one, figures))
    shut = (*bars(words, facts.question), *timed_bars(case))
    return Standings(figures, traits, shut, papers)


def _case(measure: Measure, facts: AskerFacts, known: QuantityNames, document: Document | None) -> AskerCase:
    if document is None:
        return AskerCase.of(demands(measure.text), facts, known)
    home = Home.of(document.region, document.issuer)
    asked = demands(measure.text)
    return AskerCase.of(asked, facts, known, document.issued, home=home, title=document.title)


def _has_own_way(text: str, told: TraitAssessment) -> bool:
    """Whether a place is missed, and the text has a way of their own for people from elsewhere."""
    asked = (one for group in told.requirement.alternatives for one in group)
    placed = any(isinstance(one.trait, PlaceTrait) for one in asked)
    return placed and told.meets is False and bool(_FROM_ELSEWHERE.search(text))


def _is_beside_a_miss(told: TraitAssessment, figures: Sequence[Assessment]) -> bool:
    """Whether a register is met, and a figure of its own piece is missed: 本区户籍80周岁以上老年人."""
    start, end = told.requirement.alternatives[0][0].half
    missed = (bound for one in figures if one.fulfilment is Fulfilment.FAILS for bound in one.bounds)
    return (
        is_register(told.requirement)
        and told.meets is not False
        and any(start <= bound.figure < end for bound in missed)
    )


def _are_elsewhere(case: AskerCase, told: PapersTold) -> bool:
    """Whether papers of the text's own place are asked for, and the question names another one."""
    words = case.demands.text[told.papers.start : told.papers.end]
    return is_elsewhere(words, case.facts.question, case.home.region)


def _lifting(measure: Measure, document: Document | None) -> tuple[Demands, ...]:
    """The demands of the document's other measures that lift something for somebody."""
    others = document.measures if document else ()
    return tuple(demands(o.text) for o in others if o.id != measure.id and may_loosen(o.text))


def _goes_on(words: str, one: Assessment, trait: TraitAssessment) -> bool:
    """Whether a comparison goes on with those whom a trait names: …的失业人员，以及零就业家庭成员."""
    between = words[one.bounds[-1].end : trait.requirement.start]
    same = one.requirement.branch == trait.requirement.branch.number
    return same and bool(_ADDS.fullmatch(between))


def _unless_other_half(
    words: str, one: Assessment, traits: Sequence[TraitAssessment], missed: Sequence[PrintedTrait]
) -> Assessment:
    """A comparison is not met where the other half of its phrase is missed: 15万元以下的小规模纳税人.

    What is missed as another way is no half of it: 未裁员或裁员率不高于5.5%.
    """
    if one.fulfilment is Fulfilment.FAILS and any(t.meets and _goes_on(words, one, t) for t in traits):
        return one.for_others
    halves = (t for t in missed if t.words not in one.requirement.unread)
    joined = any(t.phrase_start <= one.bounds[0].figure < t.phrase_end for t in halves)
    if joined and one.fulfilment is Fulfilment.MEETS and not one.words:
        return one.for_others
    return one
