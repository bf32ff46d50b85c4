"""The article that says the one thing asked for: it compares what is told, or is titled so."""

import re
from collections.abc import Sequence

from bot.answering.leading.ranked_hits import Scored
from bot.answering.wording.matter_words import matter_named
from bot.answering.wording.particulars import is_titled, particulars_asked, says
from bot.eligibility import AskerFacts, Fulfilment, check
from bot.ports import CatalogView, Hit
from corpus.records import Measure
from corpus.regions import region_of
from corpus.text.han_pairs import pairs_of

_NEAR = 0.6
"""A measure that scores at least this share of the best one may compare what that one does not."""
_MAY = re.compile("能不能|可不可以|能[^，。]{0,12}[吗么不]|可以|符合|够不够|够[吗条]|行[吗不]|有份|有资格")
_COMPARED: frozenset[Fulfilment] = frozenset((Fulfilment.MEETS, Fulfilment.FAILS, Fulfilment.FITS))

_FULFILLED = frozenset((Fulfilment.MEETS, Fulfilment.FITS))


def comparing_first(
    catalog: CatalogView, question: str, facts: AskerFacts, shown: Sequence[Scored], found: Sequence[Hit]
) -> list[Scored]:
    """What to show, led by the article that compares a figure of the asker where the first compares none.

    It is of the same document and `found` hardly behind; nothing but whether he may have it is asked. Where
    what is told fails the first, one that it fulfils leads whatever is asked.

    Example: `补贴能领吗，我70岁`, `每月80元` first -> `年满65周岁的老年人可以申请`, then the sum
    """
    best, score = catalog.measure(shown[0][0]), shown[0][1]
    least = _NEAR * next((hit.score for hit in found if hit.measure_id == best.id), score)
    asks = _MAY.search(question) and not particulars_asked(question)
    if not facts.figures:
        return list(shown)
    failed = standings(catalog, best, facts) == {Fulfilment.FAILS}
    if not failed and (not asks or compares(catalog, best, facts)):
        return list(shown)
    for hit in found:
        other = catalog.measure(hit.measure_id)
        is_near = other.document == best.document and hit.score >= least
        if is_near and (
            _fits_instead(catalog, question, best, other, facts)
            if failed
            else compares(catalog, other, facts)
        ):
            return [(other.id, score), *(pair for pair in shown if pair[0] != other.id)]
    return list(shown)


def _fits_instead(
    catalog: CatalogView, question: str, best: Measure, other: Measure, facts: AskerFacts
) -> bool:
    """Whether what is told fulfils another article that has as many words of the matter as the best one.

    And says what is asked if the best one does: not who may apply for `四层的楼补多少`.
    """
    particulars = particulars_asked(question)
    if any(says(best, each) and not says(other, each) for each in particulars):
        return False
    if _FULFILLED.isdisjoint(standings(catalog, other, facts)):
        return False
    asked = pairs_of(matter_named(question, region_of(catalog.document(best.document).region).own))
    return len(asked & pairs_of(other.text)) >= len(asked & pairs_of(best.text))


def titled_hit(catalog: CatalogView, question: str, found: Sequence[Hit]) -> str | None:
    """The best of several measures of one document, where its title is on the particular asked for, alone.

    Example: `医保什么时候交` and `缴费时间`, beside rows with the days of villages -> `缴费时间`
    """
    measures = [catalog.measure(hit.measure_id) for hit in found]
    asked = particulars_asked(question)
    if len(asked) != 1 or len({one.document for one in measures}) != 1:
        return None
    titled = [one.id for one in measures if is_titled(one, *asked)]
    return titled[0] if titled == [measures[0].id] else None


def compares(catalog: CatalogView, measure: Measure, facts: AskerFacts) -> bool:
    """Whether something that the asker tells is compared with what a measure asks for."""
    return not _COMPARED.isdisjoint(standings(catalog, measure, facts))


def standings(catalog: CatalogView, measure: Measure, facts: AskerFacts) -> frozenset[Fulfilment]:
    """How what the asker tells stands to what a measure asks for, as far as it is compared."""
    compared = check(measure, facts, document=catalog.document(measure.document))
    return frozenset(one.standing for one in compared if one.said) & _COMPARED
