"""What regulates the very matter of a question, behind what only mentions it."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.answering.calls.printed_calls import calls_of
from bot.answering.wording.acts import asks_who
from bot.answering.wording.matter_words import NamedMatter, under_titles
from bot.answering.wording.particulars import Particular, particulars_asked
from bot.ports import CatalogView, Finding, Hit
from corpus.records import Measure
from retrieval.deciding import Verdict
from retrieval.question import TABLE_ROW, is_tariff

_ROUNDS = 3
"""So often it is searched again; each leaves out what the search before found, ten measures at most."""
_ON_THE_SPOT = frozenset((Particular.WHERE, Particular.HOURS))

SearchWithout = Callable[[frozenset[str]], Finding]
"""Finds what a question finds where the measures of these ids are left out."""


@dataclass(frozen=True)
class VeryMatter:
    """Looks at the hits of one catalog."""

    catalog: CatalogView

    def found(self, question: str, finding: Finding, search: SearchWithout) -> Finding:
        """What a question finds, without what only mentions its matter where that came first.

        The same finding where nothing under a title on the matter stands behind: then the words of the
        mention are the nearest there are.

        Example: for `低保多少` the notice on the standard of 低保, not `低保户每户补助600元` on heating
        """
        query = finding.query
        if finding.verdict is Verdict.CLARIFY or query.documents or query.item:
            return finding
        matter = NamedMatter.of(question, query)
        again, left_out = finding, frozenset[str]()
        for _ in range(_ROUNDS):
            passing = self._passing(question, matter, again) or self._foreign(matter, again, left_out)
            if not passing:
                break
            left_out |= passing
            again = search(left_out)
        best = next(iter(again.hits), None) if left_out and again.verdict is Verdict.ANSWER else None
        return again if best and self._regulates(matter, best) else finding

    def _passing(self, question: str, matter: NamedMatter, finding: Finding) -> frozenset[str]:
        """The measures found that only mention the matter; none where the first is not one of them."""
        hits = (*finding.hits, *finding.rejected)
        if not hits or not self._mentions(question, matter, hits[0]):
            return frozenset()
        return frozenset(hit.measure_id for hit in hits if self._mentions(question, matter, hit))

    def _foreign(self, matter: NamedMatter, finding: Finding, left_out: frozenset[str]) -> frozenset[str]:
        """What comes first once mentions are left out, if it has no word of the matter."""
        first = next(iter(finding.hits), None)
        measure = self.catalog.measure(first.measure_id) if first and left_out else None
        has_none = measure is not None and not matter.is_shared(under_titles(measure, self.catalog))
        return frozenset({measure.id}) if measure and has_none else frozenset()

    def _mentions(self, question: str, matter: NamedMatter, hit: Hit) -> bool:
        """Whether a measure only mentions the matter, or is a row with a phone and nobody is asked for."""
        measure = self.catalog.measure(hit.measure_id)
        if matter.is_only_mentioned(under_titles(measure, self.catalog)):
            return True
        called = asks_who(question) or not _ON_THE_SPOT.isdisjoint(particulars_asked(question))
        return not called and self._is_called(measure)

    def _is_called(self, measure: Measure) -> bool:
        """Whether a measure is a row of a table with the phone of a body, and says nothing to be paid."""
        calls = calls_of(measure, self.catalog.document(measure.document))
        return measure.item.startswith(TABLE_ROW) and not is_tariff(measure) and any(calls)

    def _regulates(self, matter: NamedMatter, hit: Hit) -> bool:
        """Whether a measure is under a title on the matter, and with it holds all of its words."""
        measure = self.catalog.measure(hit.measure_id)
        titles = "，".join((self.catalog.document(measure.document).title, *measure.heading))
        return matter.is_shared(titles) and matter.is_held(under_titles(measure, self.catalog))
