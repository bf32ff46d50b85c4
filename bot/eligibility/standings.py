"""How an asker stands to all that a measure asks for, with figures and without."""

import re
from collections.abc import Sequence
from functools import partial

from bot.eligibility.asker_case import AskerCase
from bot.eligibility.assessments import Assessment, Fulfilment, assessments
from bot.eligibility.printed.loosenings import may_loosen
from bot.eligibility.printed.printed_traits import PrintedTrait
from bot.eligibility.printed.requirements import Demands, demands, flat
from bot.eligibility.quantity_names import QuantityNames
from bot.eligibility.spoken.asker_facts import AskerFacts
from bot.eligibility.trait_assessments import TraitAssessment, missed_traits, trait_assessments
from bot.eligibility.traits import default_traits
from corpus.records import Document, Measure

_ADDS = re.compile(r"[^，]*，(?:以及|和|及|或者?)(?:[^，]*、)?")


def standings(
    measure: Measure, facts: AskerFacts, known: QuantityNames, document: Document | None
) -> tuple[tuple[Assessment, ...], tuple[TraitAssessment, ...]]:
    """The requirements with figures and those without that the question says something of.

    Other measures of `document` may lift a requirement of this one.
    """
    if not facts.question:
        return (), ()
    lifting = partial(_lifting, measure, document)
    dated = (document.issued, document.region) if document else ()
    case = AskerCase.of(demands(measure.text), facts, known, *dated)
    traits = trait_assessments(case, default_traits(), lifting)
    told = (one for one in assessments(case, lifting, measure.item) if one.is_told)
    words = flat(measure.text)
    missed = missed_traits(case, default_traits())
    return tuple(_unless_other_half(words, one, traits, missed) for one in told), traits


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
    """A comparison is not met where the other half of its phrase is missed: 15万元以下的小规模纳税人."""
    if one.fulfilment is Fulfilment.FAILS and any(t.meets and _goes_on(words, one, t) for t in traits):
        return one.for_others
    joined = any(t.phrase_start <= one.bounds[0].figure < t.phrase_end for t in missed)
    if joined and one.fulfilment is Fulfilment.MEETS and not one.words:
        return one.for_others
    return one
