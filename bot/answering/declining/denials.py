"""Whether a document prints what the sentence of a refusal would say that no document does."""

from collections.abc import Callable, Mapping

from bot.answering.quoting.where_to_go import prints_address
from bot.answering.wording.particulars import Particular, particulars_asked, says
from corpus.records import Document, Measure
from retrieval.deciding import Reason
from retrieval.question import is_tariff

_Printing = Callable[[Measure], bool]


def _papers(measure: Measure) -> bool:
    return says(measure, Particular.PAPERS)


def _place_or_hours(measure: Measure) -> bool:
    return says(measure, Particular.HOURS) or prints_address(measure)


def _price(measure: Measure) -> bool:
    return is_tariff(measure) or says(measure, Particular.FEE)


_DENIED: Mapping[Reason, _Printing] = {
    Reason.MATERIALS: _papers,
    Reason.OPENING: _place_or_hours,
    Reason.PRICES: _price,
}


def prints_denied(reason: Reason, question: str, document: Document) -> bool:
    """Whether a document prints what a refusal for a reason denies of all.

    That somebody's own case is in no document is not said of a question for papers, sums or days.
    """
    if reason is Reason.PERSONAL_CASE:
        return any(says(one, each) for each in particulars_asked(question) for one in document.measures)
    prints = _DENIED.get(reason)
    return prints is not None and any(map(prints, document.measures))
