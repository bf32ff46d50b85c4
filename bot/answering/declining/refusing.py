"""The answer to a question that the documents do not cover: why, who may know, and what is near."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot import messages
from bot.answer import Answer, OfferedDepartment, OptionKind, Status, options
from bot.answering.calls.calling import Calling
from bot.answering.calls.near_departments import near_departments
from bot.answering.calls.titled_departments import TitledDepartments
from bot.answering.declining import refusal
from bot.answering.declining.called_rows import is_called_about
from bot.answering.declining.denials import prints_denied
from bot.answering.declining.withholding import Withholding
from bot.answering.typed_message import Reading
from bot.messages.point_words import NO_WINDOW, WINDOWS, unprinted
from bot.ports import CatalogView, Finding, Hit
from bot.rendering import title
from bot.ways_on import WaysOn
from corpus.records import Measure
from corpus.regions import holds_in
from retrieval.deciding import Reason
from retrieval.question import Point, tree_over

MAX_TOPICS = 3
_NEAR_HITS = 3
"""So many of the measures nearest to a question may be of the document that it is about."""
MIN_TOPIC_SCORE = 0.1
"""A hit below this score has nothing to do with the question: for 20 questions off every topic (weather,
verse, leave, customs) the best hits score up to 0.08, except for near misses, from 0.1 (2026-11-21)."""


@dataclass(frozen=True, slots=True)
class Refusing:
    """Puts refusals together."""

    catalog: CatalogView
    ways_on: WaysOn
    calling: Calling
    withholding: Withholding
    titled: TitledDepartments

    def refused(self, blank: Answer, reading: Reading, finding: Finding) -> Answer:
        """The refusal of a question, for what its search came to."""
        if not (reading.chinese or finding.query.respelt):
            return replace(blank, status=Status.NOT_COVERED, text=refusal.refused_foreign())
        topics, asked = self.topics(finding.rejected), finding.query.respelt or reading.question
        departments = self._departments(asked, finding, blank.region)
        lines = [department.line for department in departments]
        near = self._neighbour(asked, finding, blank.region, lines)
        if not (near or lines) and finding.reason.refusal.neighbour:
            departments = self._above(asked, finding.query.regions)
            lines = [department.line for department in departments]
        offered = near or lines or refusal.close_topics(topics)
        why = self._why(asked, finding)
        text = refusal.refused(why, offered, self.ways_on.of(asked, blank.region, why))
        return replace(
            blank, status=Status.NOT_COVERED, text=text, options=options(topics), departments=departments
        )

    def asking_which(self, blank: Answer, hits: Sequence[Hit]) -> Answer:
        """The question back where several measures may be meant."""
        topics = self.topics(hits)
        listed = options(topics, OptionKind.MEASURE)
        return replace(blank, status=Status.CLARIFY, text=refusal.unclear(topics), options=listed)

    def without_points(
        self, blank: Answer, question: str, measure: Measure, points: Sequence[Point]
    ) -> Answer:
        """The reply where a measure is on the matter and prints none of the points that are asked for."""
        called = self.calling.contacts(measure, question, question, ())
        general = [contact for contact in called.every if contact.of_document]
        calls = refusal.neighbour_call(called.nearest or called.every) or refusal.neighbour_call(general)
        lines, why = [refusal.on_the_matter(measure), *calls], unprinted(points)
        text = refusal.refused(why, lines, self.ways_on.of(question, blank.region, why))
        offered = options([self._topic(measure)])
        return replace(blank, status=Status.NOT_COVERED, text=text, options=offered)

    def without_window(
        self, blank: Answer, question: str, window: str, document: str, printed: Sequence[str]
    ) -> Answer:
        """The reply where a document prints other windows than the one that is asked about."""
        why = NO_WINDOW.format(window=window)
        lines = [WINDOWS.format(title=self.catalog.document(document).title, windows="、".join(printed))]
        text = refusal.refused(why, lines, self.ways_on.of(question, blank.region, why))
        return replace(blank, status=Status.NOT_COVERED, text=text)

    def topics(self, hits: Sequence[Hit]) -> tuple[str, ...]:
        """What the nearest hits are about, in a few words each, with the region where there are several."""
        near = [self.catalog.measure(hit.measure_id) for hit in hits if hit.score >= MIN_TOPIC_SCORE]
        return tuple(dict.fromkeys(map(self._topic, near)))[:MAX_TOPICS]

    def departments_near(
        self, question: str, regions: Collection[str], *, titled: bool = True
    ) -> tuple[OfferedDepartment, ...]:
        """Who deals with a question's matter in these regions, as `Assistant.departments_near` says."""
        near = near_departments(question, self.ways_on.helplines(), self.catalog, regions)
        near = near or (self.titled.near(question, regions) if titled else ())
        several = len(self.catalog.regions) > 1
        return tuple(department.offered(several=several) for department in near)

    def _departments(
        self, question: str, finding: Finding, region: str | None
    ) -> tuple[OfferedDepartment, ...]:
        """Who deals with the matter of a question, where measures of the place bear it out."""
        if not finding.reason.refusal.neighbour:
            return ()
        regions = self._regions_meant(finding, region)
        return self.departments_near(question, regions, titled=finding.neighbour is None)

    def _regions_meant(self, finding: Finding, region: str | None) -> Collection[str]:
        """The regions whose bodies may answer for the place of a question; all where it is about none.

        None for a place of which nothing is at hand, and in a city those within it: bodies of others do not
        answer for them. A place that is not known is likely that of the nearest measure.
        """
        query, regions = finding.query, self.catalog.regions
        here = tree_over(tuple(regions)).holding(region)[:1] if region else ()
        if query.regions or here or query.elsewhere:
            return query.regions or here
        within = [one for one in regions if any(holds_in(city, one) for city in query.around)]
        if within or finding.neighbour is None:
            return within or regions
        return (self.catalog.document(self.catalog.measure(finding.neighbour).document).region,)

    def _above(self, question: str, places: Collection[str]) -> tuple[OfferedDepartment, ...]:
        """Who deals with the matter in the nearest region around some places; of a town mostly its county."""
        tree = tree_over(tuple(self.catalog.regions))
        around = (region for place in places for region in tree.holding(place) if region not in places)
        near = (self.departments_near(question, (region,), titled=False) for region in dict.fromkeys(around))
        return next(filter(None, near), ())

    def _neighbour(
        self, question: str, finding: Finding, region: str | None, departments: list[str]
    ) -> list[str]:
        """The measure on the topic that does not say what was asked, and whom to call about it.

        Departments that deal with the very matter are named before those of that measure, unless it
        is the row of a body for the matter. Of a measure that does not hold in the region nobody is named.
        """
        if finding.reason is Reason.OTHER_YEAR:
            return self._of_another_year(finding.rejected)
        if finding.neighbour is None:
            return []
        measure = self.catalog.measure(finding.neighbour)
        issued = self.catalog.document(measure.document).region
        if finding.reason is Reason.OTHER_REGION:
            return refusal.of_another_region(issued, measure)
        matters = self.ways_on.helplines().matters_of(question)
        on_call = is_called_about(measure, matters, finding.query.regions)
        if not (on_call or self.withholding.is_near(question, finding, measure)):
            return []
        if region and issued and not (holds_in(issued, region) or holds_in(region, issued)):
            return refusal.of_another_region(issued, measure)
        called = self.calling.contacts(measure, question, question, ())
        own = refusal.neighbour_call(called.nearest or called.every)
        calls = (own or departments) if on_call else (departments or own)
        return [refusal.neighbour(measure), *calls]

    def _of_another_year(self, hits: Sequence[Hit]) -> list[str]:
        """The measure nearest to a question about a year that nothing speaks of, and when it was issued."""
        if not hits or hits[0].score < MIN_TOPIC_SCORE:
            return []
        measure = self.catalog.measure(hits[0].measure_id)
        return refusal.of_another_year(self.catalog.document(measure.document), measure)

    def _why(self, question: str, finding: Finding) -> str:
        query = finding.query
        asked = query.regions or query.cities
        if self._prints_what_is_denied(question, finding):
            return refusal.because(Reason.OFF_TOPIC, (), self.catalog.regions, asked)
        return refusal.because(finding.reason, query.wishes, self.catalog.regions, asked)

    def _prints_what_is_denied(self, question: str, finding: Finding) -> bool:
        """Whether a document that an office added, near to a question, prints what the refusal would deny."""
        near = [hit.measure_id for hit in finding.rejected[:_NEAR_HITS] if hit.unasked]
        numbers = dict.fromkeys(self.catalog.measure(name).document for name in near)
        denied = refusal.denied(finding.reason, finding.query.wishes)
        return any(prints_denied(denied, question, self.catalog.document(number)) for number in numbers)

    def _topic(self, measure: Measure) -> str:
        words = title(measure.sections)
        if len(self.catalog.regions) == 1:
            return words
        return messages.TOPIC.format(region=self.catalog.document(measure.document).region, title=words)
