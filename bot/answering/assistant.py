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
from bot.answering.concluding import Concluding
from bot.answering.declining.refusing import Refusing
from bot.answering.declining.withholding import Withholding
from bot.answering.leading.several_matters import SeveralMatters
from bot.answering.private_rows import elsewhere, private_rows
from bot.answering.quoting.later_standards import raised_later
from bot.answering.showing import TOP_K, ReadQuestion, Showing, answered
from bot.answering.typed_message import Reading, read
from bot.answering.unlisted_villages import rows_of_others
from bot.answering.wording.rare_words import Rarity
from bot.called_places import called_place
from bot.china_time import today_in_china
from bot.helplines import Helplines
from bot.ports import CatalogView, Finding, Search, Understood
from bot.staff_fields import StaffField, StaffFields, no_fields
from bot.ways_on import SHIPPED_WAYS, WaysOn
from corpus.errors import WenzhengError
from retrieval.deciding import Verdict

_OFF_TOPIC = "明天天气怎么样"
"""What no document answers, so that all is looked up that a refusal takes."""
_LOOKED_UP = 8
"""Regions whose titles are read before anybody asks; those of others with the first question there."""

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
        self._search = search
        self._region = region
        self._today = today
        calling = Calling(catalog, lambda: self.rarity, lambda asked: ways_on.helplines().matters_of(asked))
        titled = TitledDepartments(catalog, lambda: self.rarity)
        withholding = Withholding(catalog, lambda: self.rarity)
        self._showing = Showing(catalog, calling, staff_fields)
        self._refusing = Refusing(catalog, ways_on, calling, withholding, titled)
        self._several = SeveralMatters.over(catalog, lambda: self.rarity)
        self._concluding = Concluding(
            catalog,
            self.find,
            lambda: self.rarity,
            showing=self._showing,
            refusing=self._refusing,
            withholding=withholding,
        )

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
        """The measures for a question, where and when `blank` is; no row of other people or villages."""

        def searched(without: frozenset[str]) -> Finding:
            return self._search.search(
                question, region=blank.region, as_of=blank.as_of, top_k=TOP_K, exclude=without
            )

        finding = searched(exclude)
        found = (*finding.hits, *finding.rejected)
        private = private_rows(self._library, found) - exclude
        others = elsewhere(self._library, question, private) | rows_of_others(self._library, question, found)
        left_out = (private | others) - exclude
        return searched(exclude | left_out) if left_out else finding

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
        query = self.as_typed(question, blank)
        later = raised_later(self.catalog, question, query, self.catalog.measure(first.id)) if query else None
        return answered(blank, (replace(first, unprinted=unprinted, later=later), *others))

    def quoted(self, blank: Answer, question: str, measure_ids: Sequence[str]) -> tuple[ShownMeasure, ...]:
        """These measures, with what they say about a question, for a reply worded elsewhere; at most 5."""
        return self._showing.quoted(blank, question, [(name, 1.0) for name in measure_ids])

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
            return self._concluding.concluded(
                self.meant(blank, found), replace(reading, question=part), found
            )

        several = self._several.answer(
            blank, reading.question, finding, alone, lambda part, name: self.quoted(blank, part, [name])[0]
        )
        return several or self._concluding.concluded(blank, reading, finding)

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
