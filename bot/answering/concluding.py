"""From what a search found to the answer: what is withheld, what leads, what is refused, what is shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.answer import Answer
from bot.answering.declining.refusing import Refusing
from bot.answering.declining.unprinted_points import UnprintedPoints, lacks_ticket
from bot.answering.declining.withholding import Withholding
from bot.answering.leading.asked_clause import asked_clause
from bot.answering.leading.compared import comparing_first, titled_hit
from bot.answering.leading.handed_down import standing_once
from bot.answering.leading.lifting import bears_out_circumstances, may_lift
from bot.answering.leading.named_window import NamedWindow, NamedWindows
from bot.answering.leading.near_answers import NearAnswers
from bot.answering.leading.nearest_place import NearestPlace
from bot.answering.leading.own_row import OwnRow
from bot.answering.leading.policies_first import holding_then, policies_first
from bot.answering.leading.preferring import Preferring
from bot.answering.leading.ranked_hits import Scored
from bot.answering.leading.still_holding import still_holding
from bot.answering.leading.taken_back import note_first
from bot.answering.leading.very_matter import VeryMatter
from bot.answering.leading.yearly_notices import of_the_year
from bot.answering.quoting.later_standards import raised_later
from bot.answering.showing import ReadQuestion, Showing, answered
from bot.answering.typed_message import Reading, read
from bot.answering.wording.matter_words import NamedMatter, places_of, under_titles
from bot.answering.wording.rare_words import Rarity
from bot.ports import CatalogView, Finding, Hit
from corpus.records import Measure
from retrieval.deciding import Verdict
from retrieval.question import Asked, Point

Find = Callable[[str, Answer, frozenset[str]], Finding]
"""Searches a question, for the region and day of an answer, without the measures of these ids."""

_SURE = 0.6
"""From this chance on a clause of a question that is refused as a whole is answered."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search found for a question, and the answer that is made of it."""

    blank: Answer
    """The answer as far as it is known: day, place, how sure."""
    question: str
    """As it was searched: respelt where it was misspelt."""
    finding: Finding

    @property
    def hits(self) -> Sequence[Hit]:
        """All hits, best first, shown or not."""
        return (*self.finding.hits, *self.finding.rejected)

    @property
    def told_apart(self) -> Answer:
        """The blank answer for the place that the question names around places with documents of their own.

        Example: `淄博市取暖费` in 高青县 -> for 淄博市, of which the rule of 高青县 holds in a part
        """
        around = () if self.finding.query.places else self.finding.query.around
        return replace(self.blank, region=next(iter(around), self.blank.region))

    @property
    def calls_by_name(self) -> bool:
        """Whether the question names documents or an item, which are shown as they are."""
        return bool(self.finding.query.documents or self.finding.query.item)

    @property
    def is_refused(self) -> bool:
        """Whether the search answers with nothing."""
        return self.finding.verdict is Verdict.NOT_COVERED or not self.finding.hits

    def with_heard(self) -> "Searched":
        """The same, telling for which words it was searched where the search itself answers."""
        heard = () if self.is_refused else tuple(self.finding.heard)
        return replace(self, blank=replace(self.blank, heard=heard))


class Concluding:
    """Makes answers of what was found in one catalog."""

    def __init__(
        self,
        catalog: CatalogView,
        find: Find,
        rarity: Callable[[], Rarity],
        *,
        showing: Showing,
        refusing: Refusing,
        withholding: Withholding,
    ) -> None:
        """`find` searches again: for a clause, or without what only mentions the matter."""
        self._library = catalog
        self._find = find
        self._showing = showing
        self._refusing = refusing
        self._withholding = withholding
        self._preferring = Preferring(catalog)
        self._very_matter = VeryMatter(catalog)
        self._near_answers = NearAnswers(catalog)
        self._own_row = OwnRow(catalog)
        self._windows = NamedWindows(catalog)
        self._nearest_place = NearestPlace(catalog, rarity)
        self._unprinted = UnprintedPoints(catalog)

    def concluded(self, blank: Answer, reading: Reading, finding: Finding) -> Answer:
        """The answer to one matter: measures, a refusal with its reason, or which of several is meant."""
        asked = finding.query.respelt or reading.question
        # A hit's score is the chance that it answers.
        best = next(iter((*finding.hits, *finding.rejected)), None)
        searched = Searched(replace(blank, confidence=best.score if best else None), asked, finding)
        if finding.verdict is Verdict.CLARIFY:
            return self._clarified(searched)
        if named := self._windows.of(asked, finding):
            return self._at_window(searched, named)
        searched = replace(searched, finding=self._on_very_matter(searched))
        scored = self._lifted(searched) if searched.is_refused else self._ordered(searched)
        scored = self._of_the_year(searched, scored)
        rows = self._by_row(searched, scored) if scored else ()
        if not rows:
            return self._refusing.refused(searched.blank, reading, searched.finding)
        return self._told(searched.with_heard(), rows)

    def _clarified(self, searched: Searched) -> Answer:
        """The article that is titled as the question asks, else which of the measures found is meant."""
        hits = searched.finding.hits
        if titled := titled_hit(self._library, searched.question, hits):
            return self._told(searched, [(titled, hits[0].score)])
        return self._refusing.asking_which(searched.blank, hits)

    def _at_window(self, searched: Searched, named: NamedWindow) -> Answer:
        """What is printed of the window that is asked about, else which windows are printed."""
        if named.measures:
            return self._told(searched, [(each, 1.0) for each in named.measures])
        others = tuple(map(str, named.others))
        window, document = str(named.window), named.document
        return self._refusing.without_window(searched.blank, searched.question, window, document, others)

    def _on_very_matter(self, searched: Searched) -> Finding:
        """What was found, without what only mentions the matter."""

        def again(without: frozenset[str]) -> Finding:
            return self._find(searched.question, searched.blank, without)

        return self._very_matter.found(searched.question, searched.finding, again)

    def _lifted(self, searched: Searched) -> Sequence[Scored]:
        """The one measure that answers although the search refused; mostly none."""
        asked, finding = searched.question, searched.finding
        then = holding_then(self._library, asked, finding)
        if then := then or still_holding(self._library, asked, finding, searched.blank.as_of):
            return [(then, 1.0)]
        near = self._near_answers.measure_for(asked, finding, searched.blank.as_of)
        meant = near or self._by_clause(searched)
        if meant is None:
            return []
        lifts = may_lift(self._library, asked, finding, self._library.measure(meant), searched.blank.region)
        return [(meant, 1.0)] if lifts else []

    def _by_clause(self, searched: Searched) -> str | None:
        """What surely answers the one clause that asks, has its matter, and is near to the whole."""
        clause = asked_clause(searched.question, searched.finding, places_of(searched.finding.query))
        if clause is None:
            return None
        found = self._find(clause, searched.blank, frozenset())
        answer = self.concluded(searched.blank, read(clause), found)
        best = next(iter(answer.measures), None)
        near = {hit.measure_id for hit in searched.finding.rejected}
        if best is None or best.id not in near or best.score < _SURE:
            return None
        measure = self._library.measure(best.id)
        if not NamedMatter.of(clause, found.query).is_held(under_titles(measure, self._library)):
            return None
        told = bears_out_circumstances(self._library, searched.question, clause, searched.finding, measure)
        return best.id if told else None

    def _ordered(self, searched: Searched) -> Sequence[Scored]:
        """What was found and bears on the question, the measure that leads first; none where nothing does."""
        asked, finding = searched.question, searched.finding
        hits = self._withholding.shown(asked, finding)
        if not hits:
            return []
        near = self._withholding.bearing(asked, finding, finding.rejected)
        found = self._preferring.ordered(asked, finding.query.wishes, hits, near)
        scored = [(hit.measure_id, hit.score) for hit in near]
        ordered = policies_first(self._library, asked, found, scored)
        if searched.calls_by_name:
            return ordered
        blank = searched.blank
        return self._nearest_place.ordered(asked, blank.region, blank.as_of, ordered, scored)

    def _of_the_year(self, searched: Searched, scored: Sequence[Scored]) -> Sequence[Scored]:
        """What to show, led by the notice of the year where one comes out every year; not of one named."""
        if searched.calls_by_name:
            return scored
        near = [(hit.measure_id, hit.score) for hit in searched.hits]
        day = searched.blank.as_of
        return of_the_year(self._library, searched.question, searched.finding, day, scored, near)

    def _by_row(self, searched: Searched, scored: Sequence[Scored]) -> Sequence[Scored]:
        """What to show, led by the row asked for or what compares what is told; an item by number stays."""
        question, query = searched.question, searched.finding.query
        if query.item:
            return scored
        facts = ReadQuestion.of(question, searched.blank.as_of).facts
        scored = comparing_first(self._library, question, facts, scored, searched.hits)
        ordered = self._own_row.ordered(question, query.spoken, facts, scored)
        return note_first(self._library, question, ordered)

    def _told(self, searched: Searched, scored: Sequence[Scored]) -> Answer:
        """The answer that shows these measures; a refusal where the first prints no point that is asked for.

        For shipped measures their plain-language questions decide, but for what is surely asked. That a
        measure does not apply in its region is told first, whatever it does not print.
        """
        question, finding = searched.question, searched.finding
        first = self._library.measure(scored[0][0])
        points = () if finding.query.documents else self._unprinted_in(searched, first)
        if points and first.applies:
            return self._refusing.without_points(searched.blank, question, first, points)
        shown = standing_once(self._showing.quoted(searched.blank, question, scored))
        later = raised_later(self._library, question, finding.query, first)
        unprinted = self._is_added(searched, first) and self._is_on_another(searched, first)
        lead = replace(shown[0], later=later, unprinted=unprinted)
        return answered(searched.told_apart, (lead, *shown[1:]))

    def _is_on_another(self, searched: Searched, measure: Measure) -> bool:
        """Whether a measure is on another offence, or another ticket, than the one that is asked about."""
        question, query = searched.question, searched.finding.query
        if Asked.AMOUNT in query.wishes and lacks_ticket(question, measure):
            return True
        return self._unprinted.is_of_other_offence(question, NamedMatter.of(question, query), measure)

    def _unprinted_in(self, searched: Searched, measure: Measure) -> tuple[Point, ...]:
        """The points that a question asks for and a measure does not print; none where it does not apply."""
        if not measure.applies:
            return ()
        if not self._is_added(searched, measure):
            return self._unprinted.surely(searched.question, measure)
        filled_in = {field.kind for field in self._showing.fields_of(measure.id)}
        return self._unprinted.of(searched.question, measure, filled_in)

    def _is_added(self, searched: Searched, measure: Measure) -> bool:
        """Whether a measure is of a document that an office added, as far as the search found some of it."""
        added = (hit.measure_id for hit in searched.hits if hit.unasked)
        return any(self._library.measure(name).document == measure.document for name in added)
