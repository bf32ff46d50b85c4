"""Whom a question that the search refuses is told to call after all: by its matter, a row, who does it."""

import re
from dataclasses import dataclass

from bot.answering.calls.printed_calls import calls_of
from bot.answering.leading.near_measures import MATTER_SHARE, OF_SUMS, NearMeasures
from bot.answering.wording.acts import TRACE, acts_asked, asks_who, says_who
from bot.answering.wording.complaining import asks_to_complain
from bot.answering.wording.matter_words import NamedMatter, places_of, under_titles
from bot.answering.wording.particulars import is_of_notice
from bot.ports import CatalogView, Finding
from corpus.records import ItemReason, Measure
from corpus.text.han_pairs import pairs_of
from retrieval.deciding import Reason
from retrieval.question import NEAR_MISSES, Point, points_asked, without_wishes
from retrieval.text import plain

_FIGURE = re.compile(r"\d|电话|咨询|联系|服务中心")
_FEW_ROWS = 5
"""So many of the rows nearest to a question may be the one that it names."""
_LEAST_CELL = 3
"""Characters of what a row is for; a shorter word may be part of another."""


@dataclass(frozen=True)
class NearCalls:
    """Looks for whom to call in what the search found nearest."""

    catalog: CatalogView

    @property
    def near(self) -> NearMeasures:
        """What tells which measure is on the matter."""
        return NearMeasures(self.catalog)

    def by_matter(self, question: str, finding: Finding) -> str | None:
        """The measure whose contact is wanted, or the row of a list of phones that a question names."""
        return self._whose_contact(question, finding) or self._named_row(question, finding)

    def by_act(self, question: str, finding: Finding) -> str | None:
        """The article that names who does it, or whom to ask for money that has not come."""
        return self._doer(question, finding) or self._traced(question, finding)

    def _whose_contact(self, question: str, finding: Finding) -> str | None:
        """The measure whose contact is wanted by a question that names its place and its matter.

        Example: `松源家具店先涨价再打折，往哪举报` -> the item on 门店先涨价后打折
        """
        near, regions = finding.neighbour, finding.query.regions
        if near is None or finding.reason is not Reason.OFF_TOPIC or not asks_who(question):
            return None
        measure = self.catalog.measure(near)
        if asks_to_complain(question) and self._hears_complaints(measure):
            about = NamedMatter.of(question, finding.query).of_complaint()
            return near if about.is_shared(measure.text) else None
        region = self.catalog.document(measure.document).region
        asked = pairs_of(without_wishes(question)) - pairs_of("，".join(places_of(finding.query)))
        shared = asked & pairs_of("".join(measure.text.split()))
        return near if region in regions and len(shared) >= MATTER_SHARE * len(asked) else None

    def _named_row(self, question: str, finding: Finding) -> str | None:
        """The row of a list of phones whose office or matter a question names that asks for a phone alone.

        The name of a body is the directory's to look up.

        Example: `公司招了人要做用工备案，号码是多少` -> 县人社局, 用工备案, 5550101
        """
        if finding.reason is not Reason.OFF_TOPIC or finding.query.elsewhere:
            return None
        if set(points_asked(plain(question))) != {Point.PHONE} or asks_to_complain(question):
            return None
        near = (self.catalog.measure(hit.measure_id) for hit in finding.rejected[:_FEW_ROWS] if hit.unasked)
        named = {one.id: _named_by_cell(one, plain(question)) for one in near}
        best = max(named, key=lambda row: named[row], default=None)
        return best if best and named[best] >= _LEAST_CELL else None

    def _hears_complaints(self, measure: Measure) -> bool:
        """Whether a measure prints a phone for complaints."""
        return any(call.complaint for call in calls_of(measure, self.catalog.document(measure.document)))

    def _doer(self, question: str, finding: Finding) -> str | None:
        """The article that names somebody, of the notice nearest to a question that asks who, on its matter.

        Example: `桐坞区改厕质量谁验收` -> the article `各镇街负责施工质量验收`
        """
        if not asks_who(question) or set(finding.query.wishes) & NEAR_MISSES or not finding.rejected:
            return None
        if finding.reason not in OF_SUMS or not self.near.may_be_lifted(finding):
            return None
        best = self.catalog.measure(finding.rejected[0].measure_id)
        document = self.catalog.document(best.document)
        if not is_of_notice(best, document):
            return None
        matter = NamedMatter.of(question, finding.query)
        naming = (one for one in document.measures if one.responsibilities or one.ownerless)
        return next((one.id for one in naming if self.near.is_of_matter(question, matter, one)), None)

    def _traced(self, question: str, finding: Finding) -> str | None:
        """The article that says whom to ask for money that has not come, of the nearest notice on its matter.

        How far somebody's own case is no document tells, and whom to ask about it some do.

        Example: `助浴补贴没到账问谁` -> the article `补贴发放查询：县财政局社保股，电话5550188`
        """
        acts = [act for act in acts_asked(question) if act.name == TRACE]
        nearest = next((hit for hit in finding.rejected if hit.unasked), None)
        if not acts or nearest is None or finding.query.elsewhere:
            return None
        best = self.catalog.measure(nearest.measure_id)
        document = self.catalog.document(best.document)
        matter = NamedMatter.of(question, finding.query)
        if not is_of_notice(best, document) or not matter.is_shared(under_titles(best, self.catalog)):
            return None
        return next((one.id for one in document.measures if says_who(one, acts[0])), None)


def _named_by_cell(measure: Measure, question: str) -> int:
    """How long the longest cell of a row of phones is that a question names; 0 where it names none.

    A cell with a body, or with words that any row has, counts for nothing.
    """
    called = [duty for duty in measure.responsibilities if duty.phone]
    if measure.reason is not ItemReason.ROW or not called:
        return 0
    cells = {plain(part.text) for part in measure.sections}
    bodies = [duty.department for duty in called]
    named = (cell for cell in cells if cell in question and not _FIGURE.search(cell))
    return max((len(cell) for cell in named if not any(body.endswith(cell) for body in bodies)), default=0)
