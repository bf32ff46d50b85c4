"""What a text sets anew for those of a size: 30人以下的企业，裁员率不高于20%."""

from dataclasses import replace

from bot.eligibility.asker_case import AskerCase
from bot.eligibility.assessment import Assessment, Fulfilment
from bot.eligibility.printed.requirements import Requirement, says_size
from bot.eligibility.shared_words import pairs


def unless_of_size(case: AskerCase, answer: Assessment) -> Assessment:
    """Not failed where the text has a measure of its own for those of a size, which may be the asker's.

    Nor is the size itself, which nobody has to have.

    Example: `裁员率不高于5.5%；30人以下的企业，裁员率不高于20%` is not failed by 10% of one with 25 people
    """
    every, own = case.demands.requirements, answer.requirement
    if answer.fulfilment is Fulfilment.UNKNOWN:
        general = [one for one in every if _is_for_size(case, own, one)]
        return answer.for_others if any(case.holds(one.bounds[0]) for one in general) else answer
    if answer.fulfilment is not Fulfilment.FAILS:
        return answer
    if any(_says_size(case, own, one) for one in every):
        return answer.for_others
    sized = [size for one in every if _is_for_size(case, one, own) for size in one.guards]
    of_size = [case.holds(size) for size in sized]
    if True in of_size:
        return answer.for_others
    return replace(answer, fulfilment=Fulfilment.UNKNOWN) if None in of_size else answer


def _is_for_size(case: AskerCase, sized: Requirement, general: Requirement) -> bool:
    """Whether a requirement measures for those of a size what another one measures for all."""
    first, other = sized.bounds[0], general.bounds[0]
    alike = first.unit == other.unit and pairs(first.subject) & pairs(other.subject)
    of_size = (size for size in sized.guards if says_size(case.demands.text, size, first))
    return bool(alike) and sized is not general and any(of_size) and not _has_size(case, general)


def _has_size(case: AskerCase, requirement: Requirement) -> bool:
    """Whether a requirement is for those of a size."""
    return any(says_size(case.demands.text, one, requirement.bounds[0]) for one in requirement.guards)


def _says_size(case: AskerCase, size: Requirement, one: Requirement) -> bool:
    """Whether a requirement only says for whom another one is, which measures the same for all elsewhere."""
    of_size = says_size(case.demands.text, size.bounds[0], one.bounds[0])
    return of_size and any(_is_for_size(case, one, general) for general in case.demands.requirements)
