"""What a question that the search refuses is answered with after all: a contact, a particular of a notice."""

import re
from dataclasses import dataclass
from datetime import date

from bot.answering.declining.asked_papers import only_handed_in
from bot.answering.declining.called_rows import gives_no_call, is_call
from bot.answering.leading.compared import compares
from bot.answering.leading.near_calls import NearCalls
from bot.answering.leading.near_measures import MATTER_SHARE, OF_SUMS, ROWS_NEAR, NearMeasures
from bot.answering.wording.matter_words import NamedMatter, under_titles
from bot.answering.wording.particulars import (
    ERRANDS,
    Particular,
    article_on,
    is_general,
    is_guide,
    particulars_asked,
    says,
    title_of,
    titled_article,
    without_particulars,
)
from bot.answering.wording.points_said import says_point
from bot.answering.wording.unit_amounts import prints_amount, unit_asked
from bot.eligibility import circumstances_of, facts_of
from bot.ports import CatalogView, Finding
from corpus.records import ItemReason, Measure
from corpus.text.han_pairs import pairs_of
from retrieval.deciding import Reason
from retrieval.question import (
    NEAR_MISSES,
    Asked,
    Point,
    is_tariff,
    points_asked,
    without_wishes,
)
from retrieval.text import plain

_JOINED = re.compile("[和与及、]")
_NAME = 2
"""Characters of the shortest name of a matter or an errand: 继承."""
_BORNE_OUT = frozenset((Reason.OFF_TOPIC, Reason.OPENING, Reason.PRICES))
"""Refusals by the chance alone, which print may lift. Of 600 questions over 72 documents of offices and
over 21 invented notices 13 are lifted rightly by it, and one that nothing answers (2026-11-30)."""
_TRADED = re.compile("[买卖]|成交|均价|市价|房价")
"""Signs that a price of the market is asked for, not what a notice charges."""


@dataclass(frozen=True)
class NearAnswers:
    """Looks at what the search found nearest to a question that it refused."""

    catalog: CatalogView

    @property
    def near(self) -> NearMeasures:
        """What tells which measure is on the matter."""
        return NearMeasures(self.catalog)

    @property
    def calls(self) -> NearCalls:
        """What looks for whom to call."""
        return NearCalls(self.catalog)

    def measure_for(self, question: str, finding: Finding, as_of: date) -> str | None:
        """Id of the measure that answers on a day; mostly None."""
        meant = (
            self.calls.by_matter(question, finding)
            or self._particular(question, finding)
            or self.calls.by_act(question, finding)
            or self._borne_out(question, finding)
            or self._comparing(question, finding, as_of)
        )
        measure, matter = (
            self.catalog.measure(meant) if meant else None,
            NamedMatter.of(question, finding.query),
        )
        if measure is None or only_handed_in(question, matter.words, measure, self.catalog):
            return None
        if self._is_undated(measure) and any(year < as_of.year for year in finding.query.years):
            return None
        return None if is_call(measure) and gives_no_call(question, measure) else meant

    def _is_undated(self, measure: Measure) -> bool:
        """Whether nothing says since when a measure holds, so that it tells nothing of a year gone by."""
        document = self.catalog.document(measure.document)
        return document.issued is None and measure.validity.valid_from is None

    def _particular(self, question: str, finding: Finding) -> str | None:
        """The measure with the particular asked for, or the article of its notice that says it.

        What is given, and to whom, is told only of the very matter of the question, and of no other thing;
        of shipped measures, whose plain-language questions have decided, any point is, and of the matter in
        the asker's own words: 新能源汽车 and 登记 are not yet 电动车上牌.
        """
        never = set(finding.query.wishes) & NEAR_MISSES - {Asked.MATERIALS}
        if never or not finding.rejected or not self.near.may_be_lifted(finding):
            return None
        best, very = self.near.nearest(question, finding)
        added = any(hit.unasked for hit in finding.rejected if hit.measure_id == best.id)
        if very and not added:
            very = NamedMatter.of(question, finding.query).in_own_words().is_held(self.near.printed(best))
        given = very and finding.reason in OF_SUMS
        asked = [each for each in particulars_asked(question) if given or each in ERRANDS]
        near = added and (self._on_matter(question, best) or _is_guide_to(question, best))
        if not asked or not (very or near):
            return None
        document = self.catalog.document(best.document)
        for particular in asked:
            alone = [other.id for other in document.measures if says(other, particular)] == [best.id]
            guides = very or alone or is_general(best, document) or _is_guide_to(question, best)
            own = says(best, particular) and guides
            article = best if own and is_guide(best) else titled_article(particular, best, document)
            article = article or (best if own else article_on(particular, best, document, question))
            if article and (article.id == best.id or self._is_article_on(question, finding, article)):
                return article.id
        return None

    def _is_article_on(self, question: str, finding: Finding, article: Measure) -> bool:
        """Whether an article of a notice is on the matter of a question, which the best one may only mention.

        Example: how one applies for a stall is no answer to `残疾证咋办`, though its holders come first
        """
        return NamedMatter.of(question, finding.query).is_shared(under_titles(article, self.catalog))

    def _borne_out(self, question: str, finding: Finding) -> str | None:
        """The best measure of an added document, if it has the whole matter and prints each point asked for.

        Its chance was learnt from long questions; a short one is borne out by what is printed.

        Example: `小饭桌怎么备案` -> the article `举办小饭桌的，应当……备案`
        """
        matter, unit = NamedMatter.of(question, finding.query), unit_asked(question)
        misses = set(finding.query.wishes) & NEAR_MISSES
        by_unit = unit and finding.reason is Reason.NEAR_MISS and misses == {Asked.PRICES}
        by_unit = by_unit and not _TRADED.search(question)
        if (finding.reason not in _BORNE_OUT and not by_unit) or misses - {Asked.PRICES}:
            return None
        if not finding.rejected or not finding.rejected[0].unasked or finding.query.elsewhere:
            return None
        best = self.near.with_unit(question, matter, unit, finding) or self.near.row_held(matter, finding)
        if best.reason is ItemReason.ENTRY:
            return None  # A chronicle rules nothing.
        priced = says(best, Particular.FEE) or is_tariff(best)
        unmeasured = unit and not prints_amount(best, unit) and not priced
        if (
            unmeasured
            or not self.near.is_of_matter(question, matter, best)
            or self.near.is_of_other(matter, best)
        ):
            return None
        if not all(says(best, each) for each in particulars_asked(question) if each in ERRANDS):
            return None
        points = set(points_asked(plain(question)))
        points |= {Point.SUM} if Asked.AMOUNT in finding.query.wishes and not points else set()
        return best.id if all(says_point(best, point) for point in points) else None

    def _comparing(self, question: str, finding: Finding, as_of: date) -> str | None:
        """The measure of an added document that compares what the asker tells, under titles on the matter.

        Example: `我妈85能领高龄津贴吗` -> the article `年满80周岁的老年人，可以申领高龄津贴`
        """
        if finding.reason not in OF_SUMS or set(finding.query.wishes) & NEAR_MISSES or not finding.rejected:
            return None
        told = circumstances_of(question, as_of)
        matter = NamedMatter.of(told.bare, finding.query)
        if not told.figures or len(matter.words.strip()) < _NAME or finding.query.elsewhere:
            return None
        near = [hit for hit in finding.rejected[:ROWS_NEAR] if hit.unasked]
        every = [self.catalog.measure(hit.measure_id) for hit in near]
        facts = facts_of(question, as_of)
        for one in every[:1] + [other for other in every[1:] if other.document == every[0].document]:
            if compares(self.catalog, one, facts) and self.near.is_of_matter(told.bare, matter, one):
                return one.id
        return None

    def _on_matter(self, question: str, measure: Measure) -> bool:
        """Whether a document's title has the matter of a question, and with a measure most of its words."""
        document = self.catalog.document(measure.document)
        asked = pairs_of(without_wishes(without_particulars(question))) - pairs_of(document.region)
        titled = asked & pairs_of(document.title)
        shared = titled | (asked & pairs_of(measure.text))
        return bool(titled) and len(shared) >= MATTER_SHARE * len(asked)


def _is_guide_to(question: str, measure: Measure) -> bool:
    """Whether a measure is the guide of an errand that a question calls by the name in its title.

    Example: `房子继承要什么材料`, 继承、受遗赠登记 with its papers, window and days -> True
    """
    names = _JOINED.split(title_of(measure.text))
    return is_guide(measure) and any(len(name) >= _NAME and name in question for name in names)
