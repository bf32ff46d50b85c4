"""The assistant: a question in, an answer out, whatever the channel."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from bot.answer import Answer, Ask, OfferedDepartment, ShownMeasure, Status
from bot.answering import small_talk
from bot.answering.asking_place import asking_which_place
from bot.answering.calls.calling import Calling
from bot.answering.calls.titled_departments import TitledDepartments
from bot.answering.declining.refusing import Refusing
from bot.answering.declining.unprinted_points import UnprintedPoints, lacks_ticket
from bot.answering.declining.withholding import Withholding
from bot.answering.leading.asked_clause import asked_clause
from bot.answering.leading.compared import comparing_first, titled_hit
from bot.answering.leading.handed_down import standing_once
from bot.answering.leading.lifting import bears_out_circumstances, may_lift
from bot.answering.leading.named_window import NamedWindows
from bot.answering.leading.near_answers import NearAnswers
from bot.answering.leading.nearest_place import NearestPlace
from bot.answering.leading.own_row import OwnRow
from bot.answering.leading.policies_first import holding_then, policies_first
from bot.answering.leading.preferring import Preferring
from bot.answering.leading.several_matters import SeveralMatters
from bot.answering.leading.very_matter import VeryMatter
from bot.answering.quoting.later_standards import raised_later
from bot.answering.showing import ReadQuestion, Showing
from bot.answering.typed_message import Reading, read
from bot.answering.wording.matter_words import NamedMatter, places_of, under_titles
from bot.answering.wording.rare_words import Rarity
from bot.called_places import called_place
from bot.china_time import today_in_china
from bot.helplines import Helplines
from bot.ports import CatalogView, Finding, Search, Understood
from bot.rendering import render_text
from bot.staff_fields import StaffField, StaffFields, no_fields
from bot.ways_on import SHIPPED_WAYS, WaysOn
from corpus.errors import WenzhengError
from corpus.records import Measure
from retrieval.deciding import Verdict
from retrieval.question import Asked, Point

TOP_K = 5
"""Source: the answer's contract, at most five measures."""

_OFF_TOPIC = "明天天气怎么样"
"""What no document answers, so that all is looked up that a refusal takes."""
_LOOKED_UP = 8
"""Regions whose titles are read before anybody asks; those of others with the first question there."""

_SURE = 0.6
"""From this chance on a clause of a question that is refused as a whole is answered."""
MIN_OFFER_SCORE = 0.6
"""Of the rejected hits for 20 short words (老旧小区, 农机, 养老 …), about five in six above this score are on
the word's topic, and fewer than half of those below (2026-11-21)."""


class Assistant:
    """Answers questions; never raises on what people type."""

    def __init__(
        self,
        catalog: CatalogView,
        search: Search,
        *,
        region: str | None = None,
        today: Callable[[], date] = today_in_china,
        ways_on: WaysOn = SHIPPED_WAYS,
        staff_fields: StaffFields = no_fields,
    ) -> None:
        """`ways_on` says whom to call, `staff_fields` gives what the staff filled in, as now."""
        self._ways_on = ways_on
        self._library = catalog
        self._calling = Calling(
            catalog, lambda: self.rarity, lambda asked: ways_on.helplines().matters_of(asked)
        )
        self._showing = Showing(catalog, self._calling, staff_fields)
        self._preferring = Preferring(catalog)
        self._withholding = Withholding(catalog, lambda: self.rarity)
        self._very_matter = VeryMatter(catalog)
        self._near_answers = NearAnswers(catalog)
        self._own_row = OwnRow(catalog)
        self._windows = NamedWindows(catalog)
        self._nearest_place = NearestPlace(catalog, lambda: self.rarity)
        self._several = SeveralMatters(catalog, lambda: self.rarity)
        titled = TitledDepartments(catalog, lambda: self.rarity)
        self._unprinted = UnprintedPoints(catalog)
        self._refusing = Refusing(catalog, ways_on, self._calling, self._withholding, titled)
        self._search = search
        self._region = region
        self._today = today

    @cached_property
    def rarity(self) -> Rarity:
        """How rare words are among the measures it answers from."""
        return Rarity.of(self._library)

    @property
    def home(self) -> str:
        """The region that is meant where somebody names none; empty where none is set."""
        return self._region or ""

    @property
    def catalog(self) -> CatalogView:
        """What it answers from."""
        return self._library

    @property
    def helplines(self) -> Helplines:
        """Whom to call where the documents do not answer, as the tables are now."""
        return self._ways_on.helplines()

    def way_on(self, question: str, region: str | None, said: str = "") -> str:
        """Where to ask what the documents do not answer, for somebody in a region; not what is `said`."""
        return self._ways_on.of(question, region, said)

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
        self.departments_near(_OFF_TOPIC, tuple(self._library.regions)[:_LOOKED_UP])

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
        """An empty answer, with the day, and the region by its name here, filled in."""
        as_of = ask.as_of or self._today()
        asked = called_place(ask.region, self._library.regions).place if ask.region else ""
        region = asked or ask.region or self._region
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
        """`blank` with the place that the question names: the asker wants the rules of that place."""
        named = () if finding.query.alike else finding.query.places
        return replace(blank, region=next(iter(named), blank.region))

    def answered(
        self, blank: Answer, question: str, measure_ids: Sequence[str], *, unprinted: bool = False
    ) -> Answer:
        """The answer that shows these measures, with what they say about a question.

        With `unprinted` under the words that the first of them only comes nearest to what is asked.
        """
        first, *others = self.quoted(blank, question, measure_ids)
        return _composed(blank, (replace(first, unprinted=unprinted), *others))

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
        scored = ((hit.measure_id, hit.score) for hit in hits)
        return self._showing.shown(scored, ReadQuestion.of("", blank.as_of))

    def show(self, measure_id: str, as_of: date | None = None) -> ShownMeasure | None:
        """The measure of that id as an answer shows it, without highlights; None when there is none."""
        asked = ReadQuestion.of("", as_of or self._today())
        try:
            return self._showing.shown([(measure_id, 0.0)], asked)[0]
        except WenzhengError:
            return None

    def decided(self, blank: Answer, reading: Reading, finding: Finding) -> Answer:
        """The answer for the outcome of a search; of several matters each is searched and answered."""
        if finding.query.alike and finding.verdict is not Verdict.NOT_COVERED:
            return asking_which_place(blank, finding.query.alike)

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
        asked = finding.query.respelt or reading.question
        if finding.verdict is Verdict.CLARIFY:
            return self._clarified(blank, asked, finding)
        if named := self._windows.of(asked, finding):
            if named.measures:
                return self._told(blank, asked, finding, [(each, 1.0) for each in named.measures])
            printed = tuple(map(str, named.others))
            return self._refusing.without_window(blank, asked, str(named.window), named.document, printed)
        finding = self._very_matter.found(asked, finding, lambda without: self.find(asked, blank, without))
        if finding.verdict is Verdict.NOT_COVERED or not finding.hits:
            meant = holding_then(self._library, asked, finding) or self._lifted(blank, asked, finding)
            if meant is None:
                return self._refusing.refused(blank, reading, finding)
            return self._told(blank, asked, finding, self._by_row(blank, asked, finding, [(meant, 1.0)]))
        hits = self._withholding.shown(asked, finding)
        if not hits:
            return self._refusing.refused(blank, reading, finding)
        blank = replace(blank, heard=tuple(finding.heard))
        near = self._withholding.bearing(asked, finding, finding.rejected)
        found = self._preferring.ordered(asked, finding.query.wishes, hits, near)
        scored = [(hit.measure_id, hit.score) for hit in near]
        ordered = policies_first(self._library, asked, found, scored)
        if not (finding.query.documents or finding.query.item):
            ordered = self._nearest_place.ordered(asked, blank.region, blank.as_of, ordered, scored)
        return self._told(blank, asked, finding, self._by_row(blank, asked, finding, ordered))

    def _clarified(self, blank: Answer, question: str, finding: Finding) -> Answer:
        """The article that is titled as the question asks, else which of the measures found is meant."""
        if titled := titled_hit(self._library, question, finding.hits):
            return self._told(blank, question, finding, [(titled, finding.hits[0].score)])
        return self._refusing.asking_which(blank, finding.hits)

    def _by_row(
        self, blank: Answer, question: str, finding: Finding, scored: Sequence[tuple[str, float]]
    ) -> Sequence[tuple[str, float]]:
        """What to show, led by the row asked for or what compares what is told; an item by number stays."""
        if finding.query.item:
            return scored
        facts = ReadQuestion.of(question, blank.as_of).facts
        scored = comparing_first(self._library, question, facts, scored, (*finding.hits, *finding.rejected))
        return self._own_row.ordered(question, finding.query.spoken, facts, scored)

    def _lifted(self, blank: Answer, question: str, finding: Finding) -> str | None:
        """What answers a question that the search refused, all the same."""
        near = self._near_answers.measure_for(question, finding, blank.as_of)
        meant = near or self._by_clause(blank, question, finding)
        if meant is None:
            return None
        measure = self._library.measure(meant)
        return meant if may_lift(self._library, question, finding, measure, blank.region) else None

    def _by_clause(self, blank: Answer, question: str, finding: Finding) -> str | None:
        """What surely answers the one clause that asks, has its matter, and is near to the whole."""
        clause = asked_clause(question, finding, places_of(finding.query))
        if clause is None:
            return None
        found = self.find(clause, blank)
        answer = self._decided(blank, read(clause), found)
        best, near = next(iter(answer.measures), None), {hit.measure_id for hit in finding.rejected}
        if best is None or best.id not in near or best.score < _SURE:
            return None
        measure = self._library.measure(best.id)
        held = NamedMatter.of(clause, found.query).is_held(under_titles(measure, self._library))
        told = held and bears_out_circumstances(self._library, question, clause, finding, measure)
        return best.id if told else None

    def _told(
        self, blank: Answer, question: str, finding: Finding, scored: Sequence[tuple[str, float]]
    ) -> Answer:
        """The answer that shows these measures; a refusal where the first prints no point that is asked for.

        For shipped measures their plain-language questions decide, but for what is surely asked. That a
        measure does not apply in its region is told first, whatever it does not print.
        """
        first = self._library.measure(scored[0][0])
        points = () if finding.query.documents else self._unprinted_in(question, first, finding)
        if points and first.applies:
            return self._refusing.without_points(blank, question, first, points)
        shown = standing_once(self._quoted(blank, question, scored))
        later = raised_later(self._library, question, finding, first)
        unprinted = self._is_added(first, finding) and self._is_on_another(question, first, finding)
        return _composed(blank, (replace(shown[0], later=later, unprinted=unprinted), *shown[1:]))

    def _is_on_another(self, question: str, measure: Measure, finding: Finding) -> bool:
        """Whether a measure is on another offence, or another ticket, than the one that is asked about."""
        if Asked.AMOUNT in finding.query.wishes and lacks_ticket(question, measure):
            return True
        return self._unprinted.is_of_other_offence(question, NamedMatter.of(question, finding.query), measure)

    def _unprinted_in(self, question: str, measure: Measure, finding: Finding) -> tuple[Point, ...]:
        """The points that a question asks for and a measure does not print; none where it does not apply."""
        if not measure.applies:
            return ()
        if not self._is_added(measure, finding):
            return self._unprinted.surely(question, measure)
        return self._unprinted.of(question, measure, {field.kind for field in self.fields_of(measure.id)})

    def _is_added(self, measure: Measure, finding: Finding) -> bool:
        """Whether a measure is of a document that an office added, as far as the search found some of it."""
        hits = (*finding.hits, *finding.rejected)
        return any(
            hit.unasked for hit in hits if self._library.measure(hit.measure_id).document == measure.document
        )

    def _quoted(
        self, blank: Answer, question: str, scored: Sequence[tuple[str, float]]
    ) -> tuple[ShownMeasure, ...]:
        asked = ReadQuestion.of(question, blank.as_of, blank.region)
        return self._showing.shown(scored[:TOP_K], asked)

    def departments_near(
        self, question: str, regions: Collection[str], *, titled: bool = True
    ) -> tuple[OfferedDepartment, ...]:
        """Who deals with a question's matter in these regions, as their documents bear it out; mostly none.

        With `titled` also whoever leads what titles call by the words that the question begins with.
        """
        return self._refusing.departments_near(question, regions, titled=titled)

    def fields_of(self, measure_id: str) -> tuple[StaffField, ...]:
        """What the staff filled in for a measure, of each kind one."""
        return self._showing.fields_of(measure_id)

    def department_fields(self, region: str, name: str) -> tuple[StaffField, ...]:
        """What the staff filled in for a department, of each kind one."""
        return self._showing.department_fields(region, name)


def _composed(blank: Answer, measures: tuple[ShownMeasure, ...]) -> Answer:
    answer = replace(blank, status=Status.ANSWERED, measures=measures)
    return replace(answer, text=render_text.render(answer))
