"""Which measure of a document comes first where the best match does not say what is asked, and another does.

Articles of one document share its words: a search that finds the right document may well put the article on
its purpose before the one on the amount, or the amount before who pays it.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import inf

from bot.answering.calls.printed_calls import calls_of
from bot.answering.quoting.highlights import states
from bot.answering.wording.acts import Act, acts_asked, asks_who, says_who
from bot.answering.wording.complaining import asks_to_complain
from bot.answering.wording.grades import other_grade
from bot.answering.wording.matter_words import matter_named
from bot.answering.wording.particulars import (
    ERRANDS,
    ONE_MATTER,
    Particular,
    article_on,
    is_of_notice,
    particulars_asked,
    says,
    titled_article,
)
from bot.answering.wording.points_said import asks_until, says_point
from bot.answering.wording.rare_words import shared_runs
from bot.answering.wording.row_names import first_cell, is_called
from bot.answering.wording.things import names_thing, other_thing
from bot.answering.wording.unit_amounts import article_per_unit, prints_amount, prints_amount_for, unit_asked
from bot.ports import CatalogView, Hit
from corpus.extraction.naming.assignments import desks, headed
from corpus.records import Measure, Role
from corpus.text.han_pairs import pairs_of
from corpus.text.numerals import UP_TO_99
from retrieval.question import TABLE_ROW, Asked, Point, without_wishes

Saying = Callable[[Measure], bool]
"""Whether a measure says something."""

_MONEY_ASKED = re.compile(r"[补奖贴给]多少|多少钱|几个钱|几块|几万|几千")
_MONEY = re.compile(rf"[\d{UP_TO_99}]+\s*[万亿]?\s*元")
_PURPOSE = re.compile(r"为了?[^。]{2,200}(?:制定|出台)(?:本|以下|如下|了?《)")
"""How the article on the purpose of a document begins, which answers nothing that people ask."""
_SCOPE = re.compile(r"[^。；]{2,80}适用(?:于)?本[\u4e00-\u9fff]{2,4}。?")
"""An article that only says where a document applies: `本区内燃放烟花爆竹，适用本规定。`"""
_NEAR = 0.6
"""A measure that scores at least this share of the best one may say who does what that one leaves out."""
_NEAR_ELSEWHERE = 0.75
"""The same for a measure of another document of the region."""
_MOSTLY = 0.5
"""Share of a question's words from which the title of a document is all that it names."""
_TOLD_APART = 3
"""Characters of the name of a row from which a question means it and no row that shares fewer."""
_LONGEST_NAME = 12
"""Characters of a first cell that is a name; longer ones say something."""
_CHARGE = re.compile("[\u4e00-\u9fff]{2}费(?!用)")
"""A charge by its own name: 冷藏费, 取暖费."""
_OWN_WORD = 2
"""So many pairs of characters that no other measure of the document has are a word of its own: 南郊镇."""
_VERY_NEAR = 0.85
"""The same for an amount: most measures state one, of whatever."""


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
    ) -> list[tuple[str, float]]:
        """(id, score) of what to show: the hits shown, led by the one of these and those near that says it.

        Another measure takes the lead only where the best hit lacks what it says: one of the same document,
        or of another where the document of the best hit names nobody, or has the matter asked about only in
        the name of whom it serves.
        """
        scored = [(hit.measure_id, hit.score) for hit in shown]
        hits = [*shown, *near]
        wanted = self._wanted(question, wishes, alone=self._stands_alone(hits[0], wishes))
        better = (
            self._of_thing(question, hits)
            or self._of_name(question, hits)
            or self._of_grade(question, hits)
            or self._of_charge(question, hits)
            or self._per_unit(question, hits)
            or self._beside(question, hits[0])
            or self._better(wanted, hits[:1] + self._on_the_matter(question, hits, wishes))
            or (None if wishes else self._with_own_word(question, hits))
        )
        if better is None:
            return scored
        return [better, *(pair for pair in scored if pair[0] != better[0])]

    def _of_thing(self, question: str, hits: Sequence[Hit]) -> tuple[str, float] | None:
        """The best hit on the thing asked about, where the very best speaks of another of its kind."""
        best = self.catalog.measure(hits[0].measure_id)
        if other_thing(question, best.text) is None or _is_called_row(question, best):
            return None
        for hit in hits[1:]:
            other = self.catalog.measure(hit.measure_id)
            near = hit.score >= _NEAR * hits[0].score and self._same_region(other, best)
            if near and names_thing(question, other.text):
                return hit.measure_id, hits[0].score
        return None

    def _of_name(self, question: str, hits: Sequence[Hit]) -> tuple[str, float] | None:
        """The row whose name the question has more of, where the very best is another row of its table.

        Example: for `体育馆羽毛球场咋收费` the row of 羽毛球馆, not of 篮球场
        """
        best = self.catalog.measure(hits[0].measure_id)
        least = max(_shared_name(question, best), _TOLD_APART - 1)
        for hit in hits[1:] if best.item.startswith(TABLE_ROW) else ():
            other = self.catalog.measure(hit.measure_id)
            row = other.document == best.document and other.item.startswith(TABLE_ROW)
            if row and _shared_name(question, other) > least:
                return hit.measure_id, hits[0].score
        return None

    def _of_grade(self, question: str, hits: Sequence[Hit]) -> tuple[str, float] | None:
        """The best hit of the document with the grade asked about, where the very best names others alone."""
        best = self.catalog.measure(hits[0].measure_id)
        if not other_grade(question, best.text):
            return None
        for hit in hits[1:]:
            other = self.catalog.measure(hit.measure_id)
            near = hit.score >= _NEAR * hits[0].score and other.document == best.document
            if near and not other_grade(question, other.text) and not _loses(question, best, other):
                return hit.measure_id, hits[0].score
        return None

    def _of_charge(self, question: str, hits: Sequence[Hit]) -> tuple[str, float] | None:
        """The hit of the document that prints the charge a question names, where the very best does not.

        Example: `冷藏费能免吗`, `免除基本服务费` first -> `冷藏费，每天30元`
        """
        best = self.catalog.measure(hits[0].measure_id)
        named = _CHARGE.search(matter_named(question, ()))
        if named is None or named.group() in best.text:
            return None
        for hit in hits[1:]:
            other = self.catalog.measure(hit.measure_id)
            near = hit.score >= _NEAR * hits[0].score and other.document == best.document
            if near and named.group() in other.text:
                return hit.measure_id, hits[0].score
        return None

    def _with_own_word(self, question: str, hits: Sequence[Hit]) -> tuple[str, float] | None:
        """A hit hardly behind the best one with a word of the question that the rest of its notice lacks.

        Example: `南郊镇5号能上牌吗` -> `南郊镇便民登记点，每月逢5、逢10的日子上牌`
        """
        best = self.catalog.measure(hits[0].measure_id)
        document = self.catalog.document(best.document)
        if particulars_asked(question) or asks_who(question) or len(document.measures) > ONE_MATTER:
            return None
        asked = pairs_of(matter_named(question, ()))
        held = {one.id: asked & pairs_of(one.text) for one in document.measures}
        often = Counter(pair for pairs in held.values() for pair in pairs)
        alone = {name: sum(often[pair] == 1 for pair in pairs) for name, pairs in held.items()}
        for hit in hits[1:]:
            near = hit.score >= _VERY_NEAR * hits[0].score
            rules = not _regulates_nothing(self.catalog.measure(hit.measure_id))
            if near and rules and alone.get(hit.measure_id, 0) >= alone[best.id] + _OWN_WORD:
                return hit.measure_id, hits[0].score
        return None

    def _per_unit(self, question: str, hits: Sequence[Hit]) -> tuple[str, float] | None:
        """The hit with an amount for the unit asked for, where the very best prints none: 一张床补多少."""
        unit, best = unit_asked(question), self.catalog.measure(hits[0].measure_id)
        if unit is None:
            return self._for_each(question, hits)
        if prints_amount(best, unit):
            return None
        for hit in hits[1:]:
            other = self.catalog.measure(hit.measure_id)
            near = hit.score >= _VERY_NEAR * hits[0].score and self._same_region(other, best)
            if near and prints_amount(other, unit) and not _is_other_row(question, best, other):
                return hit.measure_id, hits[0].score
        return None

    def _for_each(self, question: str, hits: Sequence[Hit]) -> tuple[str, float] | None:
        """The hit of the document with an amount for each of the thing asked about: 养老床位补多少."""
        best, matter = self.catalog.measure(hits[0].measure_id), without_wishes(question)
        if Particular.AMOUNT not in particulars_asked(question) or prints_amount_for(best, matter):
            return None
        for hit in hits[1:]:
            other = self.catalog.measure(hit.measure_id)
            near = hit.score >= _NEAR_ELSEWHERE * hits[0].score and other.document == best.document
            if near and prints_amount_for(other, matter) and not _is_other_row(question, best, other):
                return hit.measure_id, hits[0].score
        return None

    def _beside(self, question: str, best: Hit) -> tuple[str, float] | None:
        """The article of the notice of the best hit that says the particular asked for, found or not.

        Where the question names no more than the title of the document, the one whose title says so.
        Never one without what the question names beside the title: not the day of enrolment for 转学啥时候办.
        """
        measure = self.catalog.measure(best.measure_id)
        document = self.catalog.document(measure.document)
        if article := article_per_unit(measure, document, question):
            return article.id, best.score
        own = pairs_of(matter_named(question, (document.region,))) - pairs_of(document.title)
        named = own & pairs_of(measure.text)
        for particular in particulars_asked(question):
            titled = None if own else titled_article(particular, measure, document)
            if titled and particular in ERRANDS:
                return titled.id, best.score
            article = article_on(particular, measure, document, question)
            if article and named <= pairs_of(article.text):
                return article.id, best.score
        return None

    def _better(
        self, wanted: Iterable[tuple[Saying, float]], hits: Sequence[Hit]
    ) -> tuple[str, float] | None:
        best = self.catalog.measure(hits[0].measure_id)
        for wish, near in wanted:
            if wish(best):
                continue
            for hit in hits[1:]:
                other = self.catalog.measure(hit.measure_id)
                least = near if other.document == best.document else self._of_another(best)
                if hit.score >= least * hits[0].score and wish(other) and self._same_region(other, best):
                    return hit.measure_id, hits[0].score
        return None

    def _on_the_matter(self, question: str, hits: Sequence[Hit], wishes: Collection[Asked]) -> list[Hit]:
        """The hits behind the best one that may state its amount.

        Where the best one is a matter of its own, with departments of its own, no other is about a thing that
        the question names and the best one alone prints: not the car where the fridge is asked for.
        """
        best = self.catalog.measure(hits[0].measure_id)
        if Asked.AMOUNT not in wishes or not best.responsibilities:
            return list(hits[1:])
        title = pairs_of(self.catalog.document(best.document).title)
        named = (pairs_of(without_wishes(question)) & pairs_of(best.text)) - title
        others = ((hit, self.catalog.measure(hit.measure_id).text) for hit in hits[1:])
        return [hit for hit, text in others if named <= pairs_of(text) and not other_thing(question, text)]

    def _of_another(self, best: Measure) -> float:
        """The share of the best score from which a measure of another document may lead.

        Only where the best measure names nobody, nor its document anybody to call.
        """
        named = any(duty.role is not Role.SUPERIOR for duty in best.responsibilities)
        return inf if named or self.catalog.document(best.document).contacts else _NEAR_ELSEWHERE

    def _same_region(self, one: Measure, other: Measure) -> bool:
        document = self.catalog.document
        return document(one.document).region == document(other.document).region

    def _stands_alone(self, best: Hit, wishes: Collection[Asked]) -> bool:
        """Whether no other measure says for the best hit how to apply or who does it.

        It is a row of a table: of a directory, with the phone asked for, or of matters with departments each.
        """
        measure = self.catalog.measure(best.measure_id)
        document = self.catalog.document(measure.document)
        row = measure.item.startswith(TABLE_ROW)
        duties = (duty for duty in measure.responsibilities if duty.role is not Role.SUPERIOR)
        named = any(not (row and measure.text.startswith(duty.department)) for duty in duties)
        listed = Asked.PHONE in wishes and row
        called = listed and any(calls_of(measure, document))
        return called or (named and not is_of_notice(measure, document))

    def _wanted(
        self, question: str, wishes: Collection[Asked], *, alone: bool
    ) -> Iterator[tuple[Saying, float]]:
        """What it should say, in this order: particulars, no purpose, the amount, else who, but for dates.

        How to apply and who does it are not asked of other measures where the best one stands `alone`.
        """
        acts = () if alone else acts_asked(question)
        for particular in () if alone else filter(ERRANDS.__contains__, particulars_asked(question)):
            yield partial(says, particular=particular), _NEAR
        yield (lambda measure: not _regulates_nothing(measure)), _NEAR
        if asks_until(question):
            yield partial(says_point, point=Point.IN_FORCE), _NEAR
        if asks_who(question) and not asks_to_complain(question):
            yield (lambda measure: not self._only_hears_complaints(measure)), _NEAR
            if not acts:
                yield partial(self._names_or_places, question=question), _VERY_NEAR
                yield (lambda measure: self._is_meant(measure, question)), _VERY_NEAR
        if Asked.AMOUNT in wishes:
            if _MONEY_ASKED.search(question):
                yield (lambda measure: bool(_MONEY.search(measure.text))), _NEAR
            yield (lambda measure: states(measure.text, Asked.AMOUNT)), _VERY_NEAR
        elif acts and Asked.DEADLINE not in wishes:
            yield (lambda measure: self.says_who(measure, acts)), _NEAR

    def says_who(self, measure: Measure, acts: Sequence[Act]) -> bool:
        """Whether a measure, or the heading above it, says who does one of the acts."""
        region = self.catalog.document(measure.document).region
        above = headed(measure, self.catalog.names, region) is not None
        return any(says_who(measure, act, headed=above) for act in acts)

    def _only_hears_complaints(self, measure: Measure) -> bool:
        """Whether all phones that a measure prints are for complaints."""
        document = self.catalog.document(measure.document)
        complaints = {call.complaint for call in calls_of(measure, document)}
        return complaints == {True}

    def _is_meant(self, measure: Measure, question: str) -> bool:
        """Whether a measure is the desk of its document, or a question names more than the title of that."""
        if self._is_named(measure, question):
            return True
        document = self.catalog.document(measure.document)
        return any(desk.printed_at.item == measure.item for desk in desks(document) if desk.printed_at)

    def _is_named(self, measure: Measure, question: str) -> bool:
        """Whether a measure has a word of a question that names little beside the title of the document."""
        asked = pairs_of(without_wishes(question))
        titled = self._titled(measure)
        return bool(self._own_words(measure, question)) or len(asked & titled) < _MOSTLY * len(asked)

    def _own_words(self, measure: Measure, question: str) -> frozenset[str]:
        """The pairs of a question that a measure has, beside those of the title of the document."""
        return (pairs_of(matter_named(question, ())) - self._titled(measure)) & pairs_of(measure.text)

    def _names_or_places(self, measure: Measure, question: str) -> bool:
        """Whether a measure has own words of a question, or says where to go if that is what it asks."""
        placed = Particular.WHERE in particulars_asked(question) and says(measure, Particular.WHERE)
        return placed or bool(self._own_words(measure, question))

    def _titled(self, measure: Measure) -> frozenset[str]:
        document = self.catalog.document(measure.document)
        return pairs_of(f"{document.title}，{document.issuer}，{document.region}")


def _regulates_nothing(measure: Measure) -> bool:
    """Whether a measure only says what its document is for, or where it applies."""
    return bool(_PURPOSE.match(measure.text) or _SCOPE.fullmatch(measure.text.strip()))


def _loses(question: str, best: Measure, other: Measure) -> bool:
    """Whether a measure lacks words of the question that the best one has: 护理 of 护理补贴."""
    asked = pairs_of(question)
    held, left = (pairs_of("".join((*each.heading, each.text))) for each in (best, other))
    return bool(asked & held - left)


def _shared_name(question: str, measure: Measure) -> int:
    """How many characters side by side of the name of a row a question has; 0 for what is no row."""
    name = first_cell(measure) if len(measure.sections) > 1 else ""
    if len(name) > _LONGEST_NAME:
        return 0
    return max(map(len, shared_runs(question, pairs_of(name))), default=0)


def _is_other_row(question: str, best: Measure, other: Measure) -> bool:
    """Whether a question names the best row of a table, and another row of it less: 足球场, not 羽毛球馆."""
    named, rows = _shared_name(question, best), len(other.sections) > 1
    return (
        rows
        and best.document == other.document
        and named >= _TOLD_APART
        and _shared_name(question, other) < named
    )


def _is_called_row(question: str, measure: Measure) -> bool:
    """Whether a measure is a row of a table that a question names by its own name."""
    return len(measure.sections) > 1 and is_called(measure, question)
