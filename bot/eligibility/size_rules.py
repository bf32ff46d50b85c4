"""What a text sets anew for those of a size: 30人以下的企业，裁员率不高于20%."""

import re
from dataclasses import replace

from bot.eligibility.asker_case import AskerCase
from bot.eligibility.assessment import Assessment, Fulfilment
from bot.eligibility.printed.requirements import Requirement
from bot.eligibility.shared_words import pairs

_OF_SIZE = re.compile(r"的[^，。；\d]{0,6}(?:企业|单位|机构|合作社|项目|园区|主体)，")
"""Behind a figure that only says of what size those are for whom the words behind it are."""


def unless_of_size(case: AskerCase, answer: Assessment) -> Assessment:
    """Not failed where the text has a measure of its own for those of a size, which may be the asker's.

    Nor is the size itself, which nobody has to have.

    Example: `裁员率不高于5.5%；30人以下的企业，裁员率不高于20%` is not failed by 10% of one with 25 people
    """
    if answer.fulfilment is not Fulfilment.FAILS:
        return answer
    every, own = case.demands.requirements, answer.requirement
    if any(_is_for_size(case, own, one) for one in every):
        return answer.for_others
    sized = [one for one in every if _is_for_size(case, one, own)]
    of_size = [case.holds(one.bounds[0], one.lead) for one in sized]
    if True in of_size:
        return answer.for_others
    return replace(answer, fulfilment=Fulfilment.UNKNOWN) if None in of_size else answer


def _is_for_size(case: AskerCase, sized: Requirement, general: Requirement) -> bool:
    """Whether a requirement only says of what size those are for whom its branch measures the same anew."""
    behind = _OF_SIZE.match(case.demands.text, sized.bounds[-1].end)
    if behind is None or sized.branch == general.branch or sized.bounds[0].unit == general.bounds[0].unit:
        return False
    rest = case.demands.text[behind.end() : sized.bounds[-1].end + len(sized.bounds[-1].tail + sized.rest)]
    return bool(re.search(r"\d", rest) and pairs(general.bounds[0].subject) & pairs(rest))
