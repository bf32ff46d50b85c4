"""The assistant: a question in, an answer out, whatever the channel."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from functools import cached_property

from bot import messages
from bot.answer import Answer, Ask, OfferedDepartment, OptionKind, ShownMeasure, Status, options
from bot.answering import refusal, small_talk
from bot.answering.calling import Calling
from bot.answering.handed_down import standing_once
from bot.answering.highlights import highlights
from bot.answering.near_answers import NearAnswers
from bot.answering.near_departments import near_departments
from bot.answering.nearest_place import NearestPlace
from bot.answering.policies_first import policies_first
from bot.answering.preferring import Preferring
from bot.answering.quoted_terms import notice_terms, quoted_terms
from bot.answering.rare_words import Rarity
from bot.answering.relating import reference, related_to_measure
from bot.answering.several_matters import SeveralMatters
from bot.answering.things import other_thing
from bot.answering.titled_departments import TitledDepartments
from bot.answering.typed_message import Reading, read
from bot.answering.where_to_go import addresses
from bot.answering.withholding import Withholding
from bot.eligibility import AskerFacts, check, facts_of
from bot.helplines import Helplines, shipped_helplines
from bot.judged_terms import term_of
from bot.ports import CatalogView, Finding, Hit, Search, Understood
from bot.rendering import render_text, title
from bot.staff_fields import FieldSubject, StaffField, StaffFields, chosen_fields, no_fields
from corpus.errors import WenzhengError
from corpus.records import Document, Measure, Role
from retrieval.deciding import Reason, Verdict

CHINA = timezone(timedelta(hours=8))
"""China keeps one time all year; validity is judged by its calendar."""

TOP_K = 5
"""Source: the answer's contract, at most five measures."""

_OFF_TOPIC = "明天天气怎么样"
"""What no document answers, so that all is looked up that a refusal takes."""

_DOING = (Role.LEAD, Role.RESPONSIBLE)

MAX_TOPICS = 3
MIN_TOPIC_SCORE = 0.1
"""A hit below this score has nothing to do with the question: for 20 questions off every topic (weather,
verse, leave, customs) the best hits score up to 0.08, except for near misses, from 0.1 (2026-11-21)."""

MIN_OFFER_SCORE = 0.6
"""Of the rejected hits for 20 short words (老旧小区, 农机, 养老 …), about five in six above this score are on
the word's topic, and fewer than half of those below (2026-11-21)."""


def today_in_china() -> date:
    """Today's date where the documents are in force."""
    return datetime.now(CHINA).date()


class Assistant:
    """Answers questions; never raises on what people type."""

    def __init__(
        self,
        catalog: CatalogView,
        search: Search,
        *,
        region: str | None = None,
        today: Callable[[], date] = today_in_china,
        helplines: Callable[[], Helplines] = shipped_helplines,
        staff_fields: StaffFields = no_fields,
    ) -> None:
        """`helplines` gives the tables of whom to call, `staff_fields` what the staff filled in, as now."""
        self._staff_fields = staff_fields
        self._helplines = helplines
        self._library = catalog
        self._calling = Calling(catalog, lambda: self.rarity, lambda asked: helplines().matters_of(asked))
        self._preferring = Preferring(catalog)
        self._withholding = Withholding(catalog, lambda: self.rarity)
        self._near_answers = NearAnswers(catalog)
        self._nearest_place = NearestPlace(catalog, lambda: self.rarity)
        self._several = SeveralMatters(catalog, lambda: self.rarity)
        self._titled = TitledDepartments(catalog, lambda: self.rarity)
        self._search = search
        self._region = region
        self._today = today

    @cached_property
    def rarity(self) -> Rarity:
        """How rare words are among the measures it answers from."""
        return Rarity.of(self._library)

    @property
    def catalog(self) -> CatalogView:
        """What it answers from."""
        return self._library

    @property
    def helplines(self) -> Helplines:
        """Whom to call where the documents do not answer, as the tables are now."""
        return self._helplines()

    def syllables(self) -> Mapping[str, str]:
        """The usual syllable of each character, as the search reads pinyin."""
        return self._search.syllables()

    def prepare(self) -> None:
        """Does once what the first answers would have to do: reads tables, titles, desks, runs the encoder.

        At 15,000 measures that takes .9 s of processor time, at 600 .5 (2026-11-30).
        """
        for measure in self._library.measures[:1]:
            self._library.contacts(measure)
        self.find(_OFF_TOPIC, self.blank(Ask(_OFF_TOPIC), read(_OFF_TOPIC)))
        self.departments_near(_OFF_TOPIC, self._library.regions)

    def ask(self, ask: Ask) -> Answer:
        """The answer to one question; anything typed gets at least a friendly sentence.

        `session` is carried through; every question is answered on its own.
        """
        reading = read(ask.question)
        blank = self.blank(ask, reading)
        said = self.without_search(blank, reading)
        if said:
            return said
        finding = self.find(reading.question, blank)
        return self.decided(self.meant(blank, finding), reading, finding)

    def blank(self, ask: Ask, reading: Reading) -> Answer:
        """An empty answer, with day and region filled in."""
        as_of = ask.as_of or self._today()
        region = ask.region or self._region
        return Answer(
            reading.shown,
            as_of,
            Status.CHAT,
            "",
            id=ask.id,
            session=ask.session,
            region=region,
            several_places=len(self._library.regions) > 1,
        )

    def without_search(self, blank: Answer, reading: Reading) -> Answer | None:
        """The answer to what cannot be read and to small talk; None to everything else."""
        # 行 and 好 are too short to look up, and say something all the same.
        said = small_talk.reply(reading.question)
        if said:
            return replace(blank, text=said)
        return replace(blank, status=Status.CLARIFY, text=reading.unreadable) if reading.unreadable else None

    def find(self, question: str, blank: Answer, exclude: frozenset[str] = frozenset()) -> Finding:
        """The measures for a question, for the region and day of `blank`."""
        return self._search.search(
            question, region=blank.region, as_of=blank.as_of, top_k=TOP_K, exclude=exclude
        )

    def as_typed(self, question: str, blank: Answer) -> Understood | None:
        """What a question says on the day of `blank`, without a search; None where that takes a search."""
        return self._search.as_typed(question, blank.as_of)

    def meant(self, blank: Answer, finding: Finding) -> Answer:
        """`blank` with the region that the question names: the asker wants the rules of that region."""
        return replace(blank, region=next(iter(finding.query.regions), blank.region))

    def answered(self, blank: Answer, question: str, measure_ids: Sequence[str]) -> Answer:
        """The answer that shows these measures, with what they say about a question."""
        return _composed(blank, self.quoted(blank, question, measure_ids))

    def quoted(self, blank: Answer, question: str, measure_ids: Sequence[str]) -> tuple[ShownMeasure, ...]:
        """These measures, with what they say about a question, for a reply worded elsewhere; at most 5."""
        return self._quoted(blank, question, [(name, 1.0) for name in measure_ids])

    def offered(self, words: str, most: int) -> tuple[ShownMeasure, ...]:
        """The measures related to the words, including some too weak to be shown as an answer."""
        reading = read(words)
        blank = self.blank(Ask(words), reading)
        if self.without_search(blank, reading):
            return ()
        finding = self.find(reading.question, blank)
        near = [hit for hit in finding.rejected if hit.score >= MIN_OFFER_SCORE]
        hits = () if finding.verdict is Verdict.NOT_COVERED else (*finding.hits, *near)[:most]
        asked = _ReadQuestion.of("", blank.as_of)
        return tuple(self._shown(self._library.measure(hit.measure_id), hit.score, asked) for hit in hits)

    def show(self, measure_id: str, as_of: date | None = None) -> ShownMeasure | None:
        """The measure of that id as an answer shows it, without highlights; None when there is none."""
        try:
            measure = self._library.measure(measure_id)
        except WenzhengError:
            return None
        return self._shown(measure, 0.0, _ReadQuestion.of("", as_of or self._today()))

    def decided(self, blank: Answer, reading: Reading, finding: Finding) -> Answer:
        """The answer for the outcome of a search; of several matters each is searched and answered."""

        def alone(part: str) -> Answer:
            found = self.find(part, blank)
            return self._decided(self.meant(blank, found), replace(reading, question=part), found)

        asked = finding.query.respelt or reading.question
        several = self._several.answer(
            blank, asked, finding, alone, lambda part, name: self.quoted(blank, part, [name])[0]
        )
        return several or self._decided(blank, reading, finding)

    def _decided(self, blank: Answer, reading: Reading, finding: Finding) -> Answer:
        # Best first, shown or not; a hit's score is the chance that it answers.
        best = next(iter((*finding.hits, *finding.rejected)), None)
        blank = replace(blank, confidence=best.score if best else None)
        if finding.verdict is Verdict.CLARIFY:
            topics = self._topics(finding.hits)
            listed = options(topics, OptionKind.MEASURE)
            return replace(blank, status=Status.CLARIFY, text=refusal.unclear(topics), options=listed)
        asked = finding.query.respelt or reading.question
        if finding.verdict is Verdict.NOT_COVERED or not finding.hits:
            meant = self._near_answers.measure_for(asked, finding)
            return self.answered(blank, asked, [meant]) if meant else self._refused(blank, reading, finding)
        hits = self._withholding.shown(asked, finding)
        if not hits:
            return self._refused(blank, reading, finding)
        blank = replace(blank, heard=tuple(finding.heard))
        near = self._withholding.bearing(asked, finding, finding.rejected)
        found = self._preferring.ordered(asked, finding.query.wishes, hits, near)
        scored = [(hit.measure_id, hit.score) for hit in near]
        ordered = policies_first(self._library, asked, found, scored)
        if not (finding.query.documents or finding.query.item):
            ordered = self._nearest_place.ordered(asked, blank.region, blank.as_of, ordered, scored)
        return _composed(blank, standing_once(self._quoted(blank, asked, ordered)))

    def _quoted(
        self, blank: Answer, question: str, scored: Sequence[tuple[str, float]]
    ) -> tuple[ShownMeasure, ...]:
        asked = _ReadQuestion.of(question, blank.as_of, blank.region)
        return tuple(self._shown(self._library.measure(name), score, asked) for name, score in scored[:TOP_K])

    def _refused(self, blank: Answer, reading: Reading, finding: Finding) -> Answer:
        if not (reading.chinese or finding.query.respelt):
            return replace(blank, status=Status.NOT_COVERED, text=refusal.refused_foreign())
        topics, asked = self._topics(finding.rejected), finding.query.respelt or reading.question
        departments = self._departments(asked, finding, blank.region)
        lines = [department.line for department in departments]
        offered = self._neighbour(asked, finding, lines) or lines or refusal.close_topics(topics)
        text = refusal.refused(asked, self._why(finding), offered, self.helplines)
        return replace(
            blank, status=Status.NOT_COVERED, text=text, options=options(topics), departments=departments
        )

    def _departments(
        self, question: str, finding: Finding, region: str | None
    ) -> tuple[OfferedDepartment, ...]:
        """Who deals with the matter of a question, where measures of the place bear it out."""
        if not finding.reason.refusal.neighbour:
            return ()
        regions = finding.query.regions or ((region,) if region else self._library.regions)
        return self.departments_near(question, regions, titled=finding.neighbour is None)

    def departments_near(
        self, question: str, regions: Collection[str], *, titled: bool = True
    ) -> tuple[OfferedDepartment, ...]:
        """Who deals with a question's matter in these regions, as their documents bear it out; mostly none.

        With `titled` also whoever leads what titles call by the words that the question begins with.
        """
        near = near_departments(question, self.helplines, self._library, regions)
        near = near or (self._titled.near(question, regions) if titled else ())
        several = len(self._library.regions) > 1
        return tuple(department.offered(several=several) for department in near)

    def _neighbour(self, question: str, finding: Finding, departments: list[str]) -> list[str]:
        """The measure on the topic that does not say what was asked, and whom to call about it.

        Departments that deal with the very matter are named before those of that measure.
        """
        if finding.reason is Reason.OTHER_YEAR:
            return self._of_another_year(finding.rejected)
        if finding.neighbour is None:
            return []
        measure = self._library.measure(finding.neighbour)
        if finding.reason is Reason.OTHER_REGION:
            return refusal.of_another_region(self._library.document(measure.document).region, measure)
        if not self._withholding.is_near(question, finding, measure):
            return []
        called = self._calling.contacts(measure, question, question, ())
        calls = departments or refusal.neighbour_call(called.nearest or called.every)
        return [refusal.neighbour(measure), *calls]

    def _of_another_year(self, hits: Sequence[Hit]) -> list[str]:
        """The measure nearest to a question about a year that nothing speaks of, and when it was issued."""
        if not hits or hits[0].score < MIN_TOPIC_SCORE:
            return []
        measure = self._library.measure(hits[0].measure_id)
        return refusal.of_another_year(self._library.document(measure.document), measure)

    def _why(self, finding: Finding) -> str:
        query = finding.query
        return refusal.because(
            finding.reason, query.wishes, self._library.regions, query.regions or query.cities
        )

    def _topics(self, hits: Sequence[Hit]) -> tuple[str, ...]:
        """What the nearest hits are about, in a few words each, with the region where there are several."""
        near = [self._library.measure(hit.measure_id) for hit in hits if hit.score >= MIN_TOPIC_SCORE]
        return tuple(dict.fromkeys(map(self._topic, near)))[:MAX_TOPICS]

    def _topic(self, measure: Measure) -> str:
        words = title(measure.sections)
        if len(self._library.regions) == 1:
            return words
        return messages.TOPIC.format(region=self._library.document(measure.document).region, title=words)

    def fields_of(self, measure_id: str) -> tuple[StaffField, ...]:
        """What the staff filled in for a measure, of each kind one."""
        measure = self._library.measure(measure_id)
        return self._fields(measure, self._library.document(measure.document))

    def department_fields(self, region: str, name: str) -> tuple[StaffField, ...]:
        """What the staff filled in for a department, of each kind one."""
        return chosen_fields(self._staff_fields([FieldSubject("", region, name)]))

    def _fields(self, measure: Measure, document: Document) -> tuple[StaffField, ...]:
        """A measure's own fields come before those of the departments that do it."""
        doing = (duty.canonical for duty in measure.responsibilities if duty.role in _DOING)
        departments = (FieldSubject("", document.region, name) for name in doing if name)
        return chosen_fields(self._staff_fields([FieldSubject(measure.id), *departments]))

    def _shown(self, measure: Measure, score: float, asked: "_ReadQuestion") -> ShownMeasure:
        document = self._library.document(measure.document)
        quoted = highlights(asked.question, measure)
        called = self._calling.contacts(measure, asked.question, asked.words, quoted)
        related = related_to_measure(self._library, measure, asked.as_of)
        return ShownMeasure(
            id=measure.id,
            doc=reference(document),
            item=measure.item,
            heading=measure.heading,
            text=measure.text,
            sections=measure.sections,
            contacts=called.every,
            validity=term_of(self._library, measure, asked.as_of),
            applies=measure.applies,
            applies_basis=measure.applies_basis,
            deadline=measure.deadline,
            highlights=quoted,
            conditions=check(measure, asked.facts, document=document),
            score=score,
            nearby=addresses(asked.question, measure, document),
            terms=(
                *quoted_terms(quoted, measure, document.issued, asked.as_of),
                *notice_terms(measure, document, asked.as_of),
            ),
            nearest=called.nearest,
            kind=document.kind,
            related=related,
            source_file=document.sources[0] if document.sources else "",
            page=measure.page,
            url=document.address,
            scanned=document.scanned,
            staff_fields=self._fields(measure, document),
            instead=_instead(asked.question, document, measure),
        )


def _composed(blank: Answer, measures: tuple[ShownMeasure, ...]) -> Answer:
    answer = replace(blank, status=Status.ANSWERED, measures=measures)
    return replace(answer, text=render_text.render(answer))


def _instead(question: str, document: Document, measure: Measure) -> tuple[str, str] | None:
    """What a question asks about and a measure does not name, and what that, or its notice, is about."""
    other = other_thing(question, f"{document.title}，{measure.text}")
    return (other.asked, "、".join(other.said)) if other else None


@dataclass(frozen=True, slots=True)
class _ReadQuestion:
    """A question, its day and what it says about the asker, read once for all measures."""

    question: str
    as_of: date
    facts: AskerFacts
    region: str = ""
    """Where the asker is."""

    @property
    def words(self) -> str:
        """The words that may tell where the asker lives."""
        return self.question + self.region

    @classmethod
    def of(cls, question: str, as_of: date, region: str | None = None) -> "_ReadQuestion":
        """The question, read."""
        return cls(question, as_of, facts_of(question, as_of), region or "")
