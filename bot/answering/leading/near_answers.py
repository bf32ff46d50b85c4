"""What a question that the search refuses is answered with after all: a contact, a particular of a notice."""

import re
from dataclasses import dataclass
from datetime import date

from bot.answering.calls.printed_calls import calls_of
from bot.answering.declining.asked_papers import only_handed_in
from bot.answering.declining.called_rows import gives_no_call, is_call
from bot.answering.leading.compared import compares
from bot.answering.wording.acts import TRACE, acts_asked, asks_who, says_who
from bot.answering.wording.complaining import asks_to_complain
from bot.answering.wording.grades import other_grade
from bot.answering.wording.matter_words import NamedMatter, places_of, under_titles
from bot.answering.wording.particulars import (
    ERRANDS,
    Particular,
    article_on,
    is_general,
    is_guide,
    is_of_notice,
    particulars_asked,
    says,
    title_of,
    titled_article,
    without_particulars,
)
from bot.answering.wording.points_said import says_point
from bot.answering.wording.things import other_thing
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
    what_is_priced,
    without_wishes,
)
from retrieval.text import plain

_FIGURE = re.compile(r"\d|电话|咨询|联系|服务中心")
_JOINED = re.compile("[和与及、]")
_MATTER_SHARE = 0.4
"""Share of the words of a question from which a measure, or a document, is on its matter."""
_NAME = 2
"""Characters of the shortest name of a matter or an errand: 继承."""
_FEW_ROWS = 5
"""So many of the rows nearest to a question may be the one that it names."""
_LEAST_CELL = 3
"""Characters of what a row is for; a shorter word may be part of another."""
_FEW_NEAR = 2
"""So many of the measures nearest to a question may be on its very matter."""
_ROWS_NEAR = 4
"""So many of the nearest measures may be the row that a question names, or compare what it tells."""
_OF_ARTICLES = frozenset(
    (Reason.NEAR_MISS, Reason.OFF_TOPIC, Reason.MATERIALS, Reason.OPENING, Reason.PROGRESS)
)
"""Refusals of one article that another article of its notice may lift."""
_OF_SUMS = frozenset((Reason.OFF_TOPIC, Reason.OTHER_SUBSIDY))
"""Refusals that a measure lifts also by what it gives, to whom, and who does it."""
_BORNE_OUT = frozenset((Reason.OFF_TOPIC, Reason.OPENING, Reason.PRICES))
"""Refusals by the chance alone, which print may lift. Of 600 questions over 72 documents of offices and
over 21 invented notices 13 are lifted rightly by it, and one that nothing answers (2026-11-30)."""
_TRADED = re.compile("[买卖]|成交|均价|市价|房价")
"""Signs that a price of the market is asked for, not what a notice charges."""


@dataclass(frozen=True)
class NearAnswers:
    """Looks at what the search found nearest to a question that it refused."""

    catalog: CatalogView

    def measure_for(self, question: str, finding: Finding, as_of: date) -> str | None:
        """Id of the measure that answers on a day; mostly None."""
        meant = (
            self._whose_contact(question, finding)
            or self._named_row(question, finding)
            or self._particular(question, finding)
            or self._doer(question, finding)
            or self._traced(question, finding)
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
        return near if region in regions and len(shared) >= _MATTER_SHARE * len(asked) else None

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

    def _particular(self, question: str, finding: Finding) -> str | None:
        """The measure with the particular asked for, or the article of its notice that says it.

        What is given, and to whom, is told only of the very matter of the question, and of no other thing;
        of shipped measures, whose plain-language questions have decided, any point is, and of the matter in
        the asker's own words: 新能源汽车 and 登记 are not yet 电动车上牌.
        """
        never = set(finding.query.wishes) & NEAR_MISSES - {Asked.MATERIALS}
        if never or not finding.rejected or not self._may_be_lifted(finding):
            return None
        best, very = self._nearest(question, finding)
        added = any(hit.unasked for hit in finding.rejected if hit.measure_id == best.id)
        if very and not added:
            very = NamedMatter.of(question, finding.query).in_own_words().is_held(self._printed(best))
        given = very and finding.reason in _OF_SUMS
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

    def _may_be_lifted(self, finding: Finding) -> bool:
        """Whether an article may lift a refusal.

        That a subsidy is in no document is known of those that are shipped, not of a notice that an office
        has added, nor of that of a place that the question names.
        """
        if finding.reason is not Reason.OTHER_SUBSIDY:
            return finding.reason in _OF_ARTICLES
        nearest = finding.rejected[0]
        best = self.catalog.measure(nearest.measure_id)
        named = bool(finding.query.regions) or nearest.unasked
        return named and is_of_notice(best, self.catalog.document(best.document))

    def _doer(self, question: str, finding: Finding) -> str | None:
        """The article that names somebody, of the notice nearest to a question that asks who, on its matter.

        Example: `桐坞区改厕质量谁验收` -> the article `各镇街负责施工质量验收`
        """
        if not asks_who(question) or set(finding.query.wishes) & NEAR_MISSES or not finding.rejected:
            return None
        if finding.reason not in _OF_SUMS or not self._may_be_lifted(finding):
            return None
        best = self.catalog.measure(finding.rejected[0].measure_id)
        document = self.catalog.document(best.document)
        if not is_of_notice(best, document):
            return None
        matter = NamedMatter.of(question, finding.query)
        naming = (one for one in document.measures if one.responsibilities or one.ownerless)
        return next((one.id for one in naming if self._is_of_matter(question, matter, one)), None)

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
        best = self._with_unit(question, matter, unit, finding) or self._row_held(matter, finding)
        if best.reason is ItemReason.ENTRY:
            return None  # A chronicle rules nothing.
        priced = says(best, Particular.FEE) or is_tariff(best)
        unmeasured = unit and not prints_amount(best, unit) and not priced
        if unmeasured or not self._is_of_matter(question, matter, best) or self._is_of_other(matter, best):
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
        if finding.reason not in _OF_SUMS or set(finding.query.wishes) & NEAR_MISSES or not finding.rejected:
            return None
        told = circumstances_of(question, as_of)
        matter = NamedMatter.of(told.bare, finding.query)
        if not told.figures or len(matter.words.strip()) < _NAME or finding.query.elsewhere:
            return None
        near = [hit for hit in finding.rejected[:_ROWS_NEAR] if hit.unasked]
        every = [self.catalog.measure(hit.measure_id) for hit in near]
        facts = facts_of(question, as_of)
        for one in every[:1] + [other for other in every[1:] if other.document == every[0].document]:
            if compares(self.catalog, one, facts) and self._is_of_matter(told.bare, matter, one):
                return one.id
        return None

    def _with_unit(
        self, question: str, matter: NamedMatter, unit: str | None, finding: Finding
    ) -> Measure | None:
        """The nearest of the notice found that prints an amount for the unit asked for, on the matter.

        Example: `公租房多少钱一平`, found who may apply -> the article `租金：每平方米每月6.5元`
        """
        near = [self.catalog.measure(hit.measure_id) for hit in finding.rejected] if unit else []
        own = (one for one in near if one.document == near[0].document and unit)
        fits = (one for one in own if prints_amount(one, unit or ""))
        return next((one for one in fits if self._is_of_matter(question, matter, one)), None)

    def _row_held(self, matter: NamedMatter, finding: Finding) -> Measure:
        """The nearest measure, or the row behind it whose name has the whole matter: 游泳馆 for 游泳.

        Of rows of one tariff any of their cells may have it.
        """
        near = [self.catalog.measure(hit.measure_id) for hit in finding.rejected]
        own = [one for one in near if one.document == near[0].document]
        rows = (row for row in own[:_ROWS_NEAR] if len(row.sections) > 1)
        priced = (row for row in own if is_tariff(near[0]) and is_tariff(row))
        named = next((row for row in rows if matter.is_held(row.sections[0].text)), None)
        held = (row for row in priced if matter.is_held(self._printed(row)))
        return named or next(held, near[0])

    def _is_of_other(self, matter: NamedMatter, measure: Measure) -> bool:
        """Whether a measure is on another of the matters that its document's title joins.

        Example: `公租房` of 购房补贴和公租房有关问题, an answer on 购房补贴 alone -> True
        """
        titled = [pairs_of(part) for part in _JOINED.split(self.catalog.document(measure.document).title)]
        asked, own = pairs_of(matter.words), pairs_of("".join((*measure.heading, measure.text)))
        meant = max(titled, key=lambda part: len(part & asked))
        others = frozenset[str]().union(*(part for part in titled if part is not meant))
        return bool(meant & asked) and not own & meant & asked and bool(own & others - meant)

    def _nearest(self, question: str, finding: Finding) -> tuple[Measure, bool]:
        """The nearest measure on the very matter of a question, and True; without one the nearest, and False.

        It has an amount for the unit asked for, if any.
        """
        unit, matter = unit_asked(question), NamedMatter.of(question, finding.query)
        every = [self.catalog.measure(hit.measure_id) for hit in finding.rejected]
        titled = [one for one in every if matter.is_held(self.catalog.document(one.document).title)]
        near = every[:_FEW_NEAR]
        for measure in (self._row_held(matter, finding), *titled, *near):
            if self._is_of_matter(question, matter, measure) and (not unit or prints_amount(measure, unit)):
                return measure, True
        return near[0], False

    def _is_of_matter(self, question: str, matter: NamedMatter, measure: Measure) -> bool:
        """Whether a measure, under its titles, has all words of the matter, and no other thing or grade."""
        printed = self._printed(measure)
        other = other_thing(question, printed) or other_grade(question, measure.text)
        return not other and matter.is_held(printed)

    def _printed(self, measure: Measure) -> str:
        """A measure under its titles; of a row of a tariff what is paid for, without whom to call."""
        if not is_tariff(measure):
            return under_titles(measure, self.catalog)
        title = self.catalog.document(measure.document).title
        return "，".join((title, *measure.heading, what_is_priced(measure)))

    def _on_matter(self, question: str, measure: Measure) -> bool:
        """Whether a document's title has the matter of a question, and with a measure most of its words."""
        document = self.catalog.document(measure.document)
        asked = pairs_of(without_wishes(without_particulars(question))) - pairs_of(document.region)
        titled = asked & pairs_of(document.title)
        shared = titled | (asked & pairs_of(measure.text))
        return bool(titled) and len(shared) >= _MATTER_SHARE * len(asked)


def _is_guide_to(question: str, measure: Measure) -> bool:
    """Whether a measure is the guide of an errand that a question calls by the name in its title.

    Example: `房子继承要什么材料`, 继承、受遗赠登记 with its papers, window and days -> True
    """
    names = _JOINED.split(title_of(measure.text))
    return is_guide(measure) and any(len(name) >= _NAME and name in question for name in names)


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
