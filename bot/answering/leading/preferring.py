"""Which measure of a document comes first where the best match does not say what is asked, and another does.

Articles of one document share its words: a search that finds the right document may well put the article on
its purpose before the one on the amount, or the amount before who pays it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import inf

from bot.answering.calls.printed_calls import calls_of
from bot.answering.leading.own_kind import of_charge, of_grade, of_name, of_own_word, of_thing
from bot.answering.leading.ranked_hits import NEAR_ELSEWHERE, RankedHits, Saying, Scored
from bot.answering.leading.should_say import ShouldSay, errands_asked
from bot.answering.leading.unit_sums import with_sum
from bot.answering.wording.empty_measures import is_sample
from bot.answering.wording.matter_words import matter_named
from bot.answering.wording.particulars import (
    ERRANDS,
    article_on,
    is_of_notice,
    particulars_asked,
    titled_article,
)
from bot.answering.wording.things import other_thing
from bot.answering.wording.unit_amounts import article_per_unit
from bot.ports import CatalogView, Hit
from corpus.records import Document, Measure, Role
from corpus.text.han_pairs import pairs_of
from retrieval.question import TABLE_ROW, Asked, without_wishes


@dataclass(frozen=True)
class Preferring:
    """Orders what a search found, by the fields of the measures."""

    catalog: CatalogView

    def ordered(
        self,
        question: str,
        wishes: Collection[Asked],
        shown: Sequence[Hit],
        near: Sequence[Hit],
    ) -> list[Scored]:
        """(id, score) of what to show: the hits shown, led by the one of these and those near that says it.

        Another measure takes the lead only where the best hit lacks what it says: one of the same document,
        or of another where the document of the best hit names nobody, or has the matter asked about only in
        the name of whom it serves.
        """
        scored = [(hit.measure_id, hit.score) for hit in shown]
        found = RankedHits(self.catalog, [*shown, *near])
        alone = _stands_alone(found, wishes)
        errands = () if alone else errands_asked(question)
        wanted = ShouldSay(self.catalog).wanted(question, wishes, alone=alone)
        better = (
            of_thing(question, found)
            or of_name(question, found)
            or of_grade(question, found)
            or of_charge(question, found)
            or with_sum(question, found)
            or _beside(question, found)
            or _better(errands, RankedHits(self.catalog, _with_its_words(question, found)))
            or _better(wanted, RankedHits(self.catalog, _on_the_matter(question, found, wishes)))
            or (None if wishes else of_own_word(question, found))
        )
        if better is None or is_sample(self.catalog.measure(better[0]).text):
            return scored
        return [better, *(pair for pair in scored if pair[0] != better[0])]


def _beside(question: str, found: RankedHits) -> Scored | None:
    """The article of the notice of the best hit that says the particular asked for, found or not.

    Where the question names no more than the title of the document, the one whose title says so.
    Never one without what the question names beside the title: not the day of enrolment for 转学啥时候办.
    """
    measure, document, score = found.best, found.document, found.hits[0].score
    if article := article_per_unit(measure, document, question):
        return article.id, score
    own = _beside_title(question, document)
    named = own & pairs_of(measure.text)
    for particular in particulars_asked(question):
        titled = None if own else titled_article(particular, measure, document)
        if titled and particular in ERRANDS:
            return titled.id, score
        article = article_on(particular, measure, document, question)
        if article and named <= pairs_of(article.text):
            return article.id, score
    return None


def _better(wanted: Iterable[tuple[Saying, float]], found: RankedHits) -> Scored | None:
    """The first hit that says what the best one should and does not; of another document only a near one."""
    best, elsewhere = found.best, _share_elsewhere(found)
    for wish, near in wanted:
        if wish(best):
            continue
        for hit in found.hits[1:]:
            other = found.catalog.measure(hit.measure_id)
            least = near if found.in_document(other) else elsewhere
            if hit.score >= least * found.hits[0].score and wish(other) and found.in_region(other):
                return hit.measure_id, found.hits[0].score
    return None


def _share_elsewhere(found: RankedHits) -> float:
    """The share of the best score from which a measure of another document may lead.

    Only where the best measure names nobody, nor its document anybody to call.
    """
    named = any(duty.role is not Role.SUPERIOR for duty in found.best.responsibilities)
    return inf if named or found.document.contacts else NEAR_ELSEWHERE


def _with_its_words(question: str, found: RankedHits) -> Sequence[Hit]:
    """The best hit, and those behind it with all that a question names beside the title and the best one has.

    Example: for `摊位证被收回了怎么重新办` not the article on how one applies, which has no 收回
    """
    first, *behind = found.hits
    named = _beside_title(question, found.document) & pairs_of(found.best.text)
    texts = ((hit, found.catalog.measure(hit.measure_id).text) for hit in behind)
    return [first, *(hit for hit, text in texts if named <= pairs_of(text))]


def _beside_title(question: str, document: Document) -> frozenset[str]:
    """The pairs of a question's matter that the title of a document lacks."""
    return pairs_of(matter_named(question, (document.region,))) - pairs_of(document.title)


def _on_the_matter(question: str, found: RankedHits, wishes: Collection[Asked]) -> Sequence[Hit]:
    """The best hit, and those behind it that may state its amount.

    Where the best one is a matter of its own, with departments of its own, no other is about a thing that
    the question names and the best one alone prints: not the car where the fridge is asked for.
    """
    best, (first, *behind) = found.best, found.hits
    if Asked.AMOUNT not in wishes or not best.responsibilities:
        return found.hits
    named = (pairs_of(without_wishes(question)) & pairs_of(best.text)) - pairs_of(found.document.title)
    texts = ((hit, found.catalog.measure(hit.measure_id).text) for hit in behind)
    near = (hit for hit, text in texts if named <= pairs_of(text) and not other_thing(question, text))
    return [first, *near]


def _stands_alone(found: RankedHits, wishes: Collection[Asked]) -> bool:
    """Whether no other measure says for the best hit how to apply or who does it.

    It is a row of a table: of a directory, with the phone asked for, or of matters with departments each.
    """
    measure, document = found.best, found.document
    row = measure.item.startswith(TABLE_ROW)
    called = row and Asked.PHONE in wishes and any(calls_of(measure, document))
    return called or (_names_its_own(measure, row=row) and not is_of_notice(measure, document))


def _names_its_own(measure: Measure, *, row: bool) -> bool:
    """Whether a measure names departments, but for the one that the row of a directory is about."""
    duties = (duty for duty in measure.responsibilities if duty.role is not Role.SUPERIOR)
    return any(not (row and measure.text.startswith(duty.department)) for duty in duties)
