"""Measures as an answer shows them: what they say about a question, whom to call, whether they hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answer import Answer, RelatedDocument, ShownMeasure, Status
from bot.answering.calls.calling import Calling
from bot.answering.quoting.application_windows import application_windows, dated_windows
from bot.answering.quoting.highlights import highlights
from bot.answering.quoting.quoted_terms import notice_terms, quoted_terms
from bot.answering.quoting.rule_years import earlier_year, former_rule, titled_year
from bot.answering.quoting.where_to_go import addresses
from bot.answering.relating import reference, related_to_measure
from bot.answering.wording.things import other_thing
from bot.eligibility import AskerFacts, checked, facts_of
from bot.judged_terms import term_of
from bot.ports import CatalogView
from bot.rendering import render_text
from bot.staff_fields import FieldSubject, StaffField, StaffFields, chosen_fields
from corpus.records import Document, Measure, Role
from corpus.regions import region_of

TOP_K = 5
"""Source: the answer's contract, at most five measures."""

_DOING = (Role.LEAD, Role.RESPONSIBLE)


@dataclass(frozen=True, slots=True)
class ReadQuestion:
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
    def of(cls, question: str, as_of: date, region: str | None = None) -> "ReadQuestion":
        """The question, read."""
        return cls(question, as_of, facts_of(question, as_of), region or "")


@dataclass(frozen=True, slots=True)
class Showing:
    """Puts the measures of one catalog together with all that an answer says of them."""

    catalog: CatalogView
    calling: Calling
    staff_fields: StaffFields

    def shown(self, scored: Iterable[tuple[str, float]], asked: ReadQuestion) -> tuple[ShownMeasure, ...]:
        """The measures of these ids and scores, in their order, for a question.

        Raises:
            WenzhengError: there is no measure of that id.
        """
        return tuple(self._one(self.catalog.measure(name), score, asked) for name, score in scored)

    def quoted(
        self, blank: Answer, question: str, scored: Sequence[tuple[str, float]]
    ) -> tuple[ShownMeasure, ...]:
        """The first five of these measures, for a question on the day and from the region of `blank`."""
        return self.shown(scored[:TOP_K], ReadQuestion.of(question, blank.as_of, blank.region))

    def fields_of(self, measure_id: str) -> tuple[StaffField, ...]:
        """What the staff filled in for a measure, of each kind one."""
        measure = self.catalog.measure(measure_id)
        return self._fields(measure, self.catalog.document(measure.document))

    def department_fields(self, region: str, name: str) -> tuple[StaffField, ...]:
        """What the staff filled in for a department, of each kind one."""
        return chosen_fields(self.staff_fields([FieldSubject("", region, name)]))

    def _fields(self, measure: Measure, document: Document) -> tuple[StaffField, ...]:
        """A measure's own fields come before those of the departments that do it."""
        doing = (duty.canonical for duty in measure.responsibilities if duty.role in _DOING)
        departments = (FieldSubject("", document.region, name) for name in doing if name)
        return chosen_fields(self.staff_fields([FieldSubject(measure.id), *departments]))

    def _one(self, measure: Measure, score: float, asked: ReadQuestion) -> ShownMeasure:
        document = self.catalog.document(measure.document)
        quoted = highlights(_without_place(asked.question, document.region), measure)
        called = self.calling.contacts(measure, asked.question, asked.words, quoted)
        related = related_to_measure(self.catalog, measure, asked.as_of)
        stated = quoted_terms(quoted, measure, document.issued, asked.as_of)
        return ShownMeasure(
            id=measure.id,
            doc=reference(document),
            item=measure.item,
            heading=measure.heading,
            text=measure.text,
            sections=measure.sections,
            contacts=called.every,
            validity=term_of(self.catalog, measure, asked.as_of),
            applies=measure.applies,
            applies_basis=measure.applies_basis,
            deadline=measure.deadline,
            highlights=quoted,
            conditions=() if _is_changed(related) else checked(measure, asked.facts, document),
            score=score,
            nearby=addresses(asked.question, measure, document),
            terms=(*stated, *notice_terms(measure, document, asked.as_of)),
            windows=(
                *application_windows(quoted, asked.question, asked.as_of),
                *(() if stated else dated_windows(measure.sections, asked.question, asked.as_of)),
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
            earlier=earlier_year(asked.question, document, measure),
            titled_year=titled_year(asked.question, document, measure, asked.as_of),
            former=former_rule(self.catalog, asked.question, document, measure),
        )


def answered(blank: Answer, measures: tuple[ShownMeasure, ...]) -> Answer:
    """The answer that shows these measures, with its text."""
    answer = replace(blank, status=Status.ANSWERED, measures=measures)
    return replace(answer, text=render_text.render(answer))


def _is_changed(related: Iterable[RelatedDocument]) -> bool:
    """Whether a decision in effect puts other words into a measure, whose former ones bind nobody."""
    return any(
        not each.outward and each.in_effect and any(change.item for change in each.changes)
        for each in related
    )


def _without_place(question: str, region: str) -> str:
    """A question without the names of the region whose rules are quoted, which tell nothing apart."""
    for name in region_of(region).own if region else ():
        question = question.replace(name, "")
    return question


def _instead(question: str, document: Document, measure: Measure) -> tuple[str, str] | None:
    """What a question asks about and a measure does not name, and what that, or its notice, is about."""
    other = other_thing(question, f"{document.title}，{measure.text}")
    return (other.asked, "、".join(other.said)) if other else None
