"""Which article answers somebody who asks whether he may have it: the one that compares what he tells."""

import re
from collections.abc import Sequence

from bot.answering.wording.particulars import particulars_asked
from bot.eligibility import AskerFacts, Fulfilment, check
from bot.ports import CatalogView, Hit
from corpus.records import Measure

_NEAR = 0.6
"""A measure that scores at least this share of the best one may compare what that one does not."""
_MAY = re.compile("能不能|可不可以|能[^，。]{0,12}[吗么不]|可以|符合|够不够|够[吗条]|行[吗不]|有份|有资格")
_COMPARED = frozenset((Fulfilment.MEETS, Fulfilment.FAILS, Fulfilment.FITS))

Scored = tuple[str, float]
"""Id of a measure, and the chance that it answers."""


def comparing_first(
    catalog: CatalogView, question: str, facts: AskerFacts, shown: Sequence[Scored], found: Sequence[Hit]
) -> list[Scored]:
    """What to show, led by the article that compares a figure of the asker where the first compares none.

    It is of the same document and `found` hardly behind; nothing but whether he may have it is asked.

    Example: `补贴能领吗，我70岁`, `每月80元` first -> `年满65周岁的老年人可以申请`, then the sum
    """
    best, score = catalog.measure(shown[0][0]), shown[0][1]
    least = _NEAR * next((hit.score for hit in found if hit.measure_id == best.id), score)
    asks = _MAY.search(question) and not particulars_asked(question)
    if not asks or not facts.figures or _compares(catalog, best, facts):
        return list(shown)
    for hit in found:
        other = catalog.measure(hit.measure_id)
        is_near = other.document == best.document and hit.score >= least
        if is_near and _compares(catalog, other, facts):
            return [(other.id, score), *(pair for pair in shown if pair[0] != other.id)]
    return list(shown)


def _compares(catalog: CatalogView, measure: Measure, facts: AskerFacts) -> bool:
    """Whether a figure of the asker is compared with what a measure asks for."""
    compared = check(measure, facts, document=catalog.document(measure.document))
    return any(one.said and one.standing in _COMPARED for one in compared)
