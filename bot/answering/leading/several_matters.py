"""A question about several matters: each is answered on its own, and what is not found is said."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from bot.answer import Answer, ShownMeasure, Status, options
from bot.answering.leading.found_with_whole import AS_NEAR, COVERED, FOREIGN, SOME_SHARE, FoundWithWhole
from bot.answering.leading.word_shares import WordShares
from bot.answering.wording.matter_words import NamedMatter, holds_matter, matter_named, under_titles
from bot.answering.wording.particulars import article_on, particulars_asked, says
from bot.answering.wording.rare_words import Rarity
from bot.ports import CatalogView, Finding
from bot.rendering import render_text
from corpus.regions import region_of
from retrieval.deciding import Verdict
from retrieval.question import Parting, Topics, asks, split_topics

MOST_MATTERS = 3
_OWN_SHARE = 0.3
"""The least share of a part's words, by rarity, that its measure holds where its chance is not enough."""
_SURE = 0.6
"""From this chance on everyday words need not stand in the measure."""
_NAMED = re.compile("[\u4e00-\u9fff]{2}")
_HAN = re.compile("[\u4e00-\u9fff]")
_WHICH = re.compile("哪[一个家位些]*|谁|多少")
_WHO = re.compile("外地|本地|农村|城里|城镇|户[口籍]|自己|[老小男女]人|[大小]?孩子?|学生|退休|人员|家[里庭]")
"""Who asks, or for whom: no matter by itself. Example: 外地户口能领吗."""
_OWN_SIGNS = 3
"""So many characters of its own has a clause that is a matter by itself where nobody announces another:
暖气费 of 暖气费一平多少; 利率多少, 座机多少, 怎么鉴定 lean on what stands before."""


@dataclass(frozen=True, slots=True)
class SeveralMatters:
    """Puts the answers to the parts of a question together, where the parts are of different matters."""

    catalog: CatalogView
    shares: WordShares
    with_whole: FoundWithWhole

    @classmethod
    def over(cls, catalog: CatalogView, rarity: Callable[[], Rarity]) -> Self:
        """Those of one catalog, where words are as rare as `rarity` says."""
        shares = WordShares(catalog, rarity)
        return cls(catalog, shares, FoundWithWhole(catalog, shares))

    def answer(
        self,
        blank: Answer,
        question: str,
        found: Finding,
        ask_one: Callable[[str], Answer],
        quote: Callable[[str, str], ShownMeasure],
    ) -> Answer | None:
        """The answer to the parts of a question; None where it is of one matter.

        `found` is what the whole question finds; the place that it names holds for each part. `ask_one`
        answers a part, `quote` shows what the measure of an id says of one.
        """
        topics = split_topics(question)
        if topics is None:
            return None
        if topics.parting is Parting.PARALLEL and not self._may_differ(topics.parts, found):
            return None
        announced = topics.parting is Parting.ANNOUNCED
        answers = self._answers(topics, found, ask_one, quote)
        if announced and not any(answers.values()):
            answers |= self._found_whole(question, topics, found, ask_one)
        told = [(part, shown[0]) for part, shown in answers.items() if shown]
        unmet = [part for part, shown in answers.items() if not shown]
        distinct: dict[str, tuple[str, ShownMeasure]] = {}
        for part, measure in told:
            distinct.setdefault(measure.id, (part, measure))
        if len(distinct) > 1:
            own = all(self._is_own(shown, other) for shown in answers.items() for _, other in told)
            apart = announced or (own and all(self._is_of_none(part, told) for part in unmet))
            return _together(blank, tuple(distinct.values()), list(filter(asks, unmet))) if apart else None
        if not distinct or not (announced or self._is_found_apart(told[0], unmet, topics, found)):
            return None
        lacking = [part for part in unmet if self.shares.of(part, told[0][1]) <= COVERED]
        covered = found.verdict is Verdict.ANSWER
        return self._with_lacking(blank, told[0], list(filter(asks, lacking)) if covered else lacking, quote)

    def _answers(
        self,
        topics: Topics,
        found: Finding,
        ask_one: Callable[[str], Answer],
        quote: Callable[[str, str], ShownMeasure],
    ) -> dict[str, Sequence[ShownMeasure]]:
        """What answers each part; of one that is refused the article next to the one that answers another."""
        parts = topics.parts[:MOST_MATTERS]
        answers = {part: self._shown(part, topics, found, ask_one, quote) for part in parts}
        first, *others = {shown[0].id for shown in answers.values() if shown} or {""}
        if others or not first:
            return answers
        beside = ((part, self.with_whole.next_to(first, part, found)) for part in parts if not answers[part])
        return answers | {part: (quote(part, article),) for part, article in beside if article}

    def _shown(
        self,
        part: str,
        topics: Topics,
        found: Finding,
        ask_one: Callable[[str], Answer],
        quote: Callable[[str, str], ShownMeasure],
    ) -> Sequence[ShownMeasure]:
        """What answers a part: what is found on it alone, else what the whole finds with most of its words.

        Example: for `停公立医院多久免费` the article that `欠停车费会怎么样` leads to, beside its own
        """
        for words in _placed(part, topics, found.query.places):
            alone = ask_one(words)
            if alone.status is Status.ANSWERED and alone.measures:
                return alone.measures
        best = self.with_whole.most_worded(part, found) if _names_matter(part) else None
        return (quote(part, best),) if best else ()

    def _found_whole(
        self, question: str, topics: Topics, found: Finding, ask_one: Callable[[str], Answer]
    ) -> dict[str, Sequence[ShownMeasure]]:
        """What answers the whole question, under the one part that it has words of; mostly none.

        Example: `首台套保险补多少，另外环评收费不` -> the article on the first alone
        """
        whole = ask_one(question) if found.verdict is Verdict.ANSWER else None
        if whole is None or whole.status is not Status.ANSWERED or not whole.measures:
            return {}
        first = whole.measures[0]
        parts = sorted(topics.parts[:MOST_MATTERS], key=lambda part: -self.shares.of(part, first))
        share, *others = (self.shares.of(part, first) for part in parts)
        apart = share >= SOME_SHARE and all(other < FOREIGN for other in others)
        return {parts[0]: (first,)} if apart else {}

    def _is_of_none(self, part: str, told: Sequence[tuple[str, ShownMeasure]]) -> bool:
        """Whether a part asks about a matter of its own, of which what is told has hardly a word."""
        foreign = all(self.shares.of(part, measure) < FOREIGN for _, measure in told)
        return asks(part) and _names_matter(part) and foreign

    def _is_found_apart(
        self, told: tuple[str, ShownMeasure], unmet: Sequence[str], topics: Topics, found: Finding
    ) -> bool:
        """Whether one clause is found and the others are of matters of their own, which nothing is found on.

        Where the whole question is answered these share hardly a word with the measure, nor with another
        that comes as near, or ask for what another article of its notice says.
        """
        part, measure = told
        alone = [each for each in unmet if not self._article(each, measure.id)]
        if not all(map(_names_matter, (part, *alone))):
            return False
        if found.verdict is not Verdict.ANSWER:
            return self._is_likely(part, measure, found) and _stands_alone(part, topics)
        every, least = (*found.hits, *found.rejected), AS_NEAR * found.hits[0].score
        near = [self.catalog.measure(hit.measure_id) for hit in every if hit.score >= least]
        if any(self.shares.of(each, other) >= SOME_SHARE for each in alone for other in near):
            return False
        return all(asks(each) and self.shares.of(each, measure) < FOREIGN for each in alone)

    def _is_likely(self, part: str, measure: ShownMeasure, found: Finding) -> bool:
        """Whether a measure answers a part surely, has some words of it, or under its title all in others."""
        if measure.score >= _SURE or self.shares.of(part, measure) >= SOME_SHARE:
            return True
        printed = under_titles(self.catalog.measure(measure.id), self.catalog)
        return holds_matter(matter_named(part, ()), found.query.spoken, printed)

    def _may_differ(self, parts: Sequence[str], found: Finding) -> bool:
        """Whether clauses may be of several matters, as what the whole question finds tells without a search.

        Of what it finds another measure than the best one has more words of a clause, or another article of
        its notice says what a clause asks for. Clauses that each ask, and each name a matter, are searched.
        """
        if found.verdict is not Verdict.ANSWER or all(map(asks, parts)):
            return True
        best, *others = (self.catalog.measure(hit.measure_id) for hit in (*found.hits, *found.rejected))
        return any(
            self._article(part, best.id) not in (None, best.id)
            or any(
                self.shares.of(part, other) > max(self.shares.of(part, best), SOME_SHARE) for other in others
            )
            for part in parts
        )

    def _with_lacking(
        self,
        blank: Answer,
        told: tuple[str, ShownMeasure],
        lacking: Sequence[str],
        quote: Callable[[str, str], ShownMeasure],
    ) -> Answer | None:
        """The one part that is found, with what its notice says of the others: 几点上班 beside 补多少."""
        articles = {part: self._article(part, told[1].id) for part in lacking}
        beside = [
            (part, quote(part, article))
            for part, article in articles.items()
            if article not in (None, told[1].id)
        ]
        unmet = [part for part, article in articles.items() if article is None]
        return _together(blank, [told, *beside], unmet) if beside or unmet else None

    def _article(self, part: str, measure_id: str) -> str | None:
        """Id of the article of a measure's notice, or of itself, with a particular that a part asks for.

        None where the part names another matter: 高考几号报名 beside a notice on schools.
        """
        measure = self.catalog.measure(measure_id)
        document = self.catalog.document(measure.document)
        matter = NamedMatter(matter_named(part, (document.region,)))
        foreign = self.shares.of(part, measure, titled=True) <= COVERED
        if _NAMED.search(matter.words) and (foreign or matter.is_only_mentioned(measure.text)):
            return None
        for each in particulars_asked(part):
            article = measure if says(measure, each) else article_on(each, measure, document, part)
            if article:
                return article.id
        return None

    def _is_own(self, found: tuple[str, Sequence[ShownMeasure]], other: ShownMeasure) -> bool:
        """Whether what is found on a part has more of its words than the other measure, and enough of them.

        Of one document what the search surely tells apart is; of different ones titles have words as well:
        租房补贴本科 in a notice on 租房补贴 that names 本科.
        """
        part, shown = found
        if not shown or shown[0].id == other.id:
            return True
        measure, sure = shown[0], shown[0].score >= _SURE
        titled = self.catalog.measure(measure.id).document != self.catalog.measure(other.id).document
        if sure and not titled and other.id not in {each.id for each in shown}:
            return True
        share, elsewhere = (self.shares.of(part, each, titled=titled) for each in (measure, other))
        if elsewhere == 0 and sure:
            return True
        return elsewhere < min(share, COVERED) and (share >= _OWN_SHARE or sure)


def _names_matter(part: str) -> bool:
    """Whether a clause says enough to be of a matter of its own: not 利率多少, 怎么鉴定."""
    return len(_HAN.findall(_WHO.sub("", _WHICH.sub("", matter_named(part, ()))))) >= _OWN_SIGNS


def _stands_alone(part: str, topics: Topics) -> bool:
    """Whether the one part that is found may be answered for the whole question.

    A later clause leans on the first (要交什么材料，几天下来), and one that asks nothing is not asked.
    """
    return topics.parting is not Parting.PARALLEL or (part == topics.parts[0] and asks(part))


def _placed(part: str, topics: Topics, places: Sequence[str]) -> Sequence[str]:
    """A part with the place that the whole question names in front of it, and as it is worded.

    The latter only where a later topic, which the asker sets apart, is the one that names the place.
    """
    names = (places[0], *region_of(places[0]).own) if len(places) == 1 else ()
    naming = [each for each in topics.parts if any(name in each for name in names)]
    if part in naming or not names:
        return (part,)
    apart = topics.parting is not Parting.PARALLEL and naming
    before = apart and topics.parts.index(part) < topics.parts.index(naming[0])
    return (f"{places[0]}{part}", part) if before else (f"{places[0]}{part}",)


def _together(blank: Answer, told: Sequence[tuple[str, ShownMeasure]], unmet: Sequence[str]) -> Answer:
    answer = replace(
        blank,
        status=Status.ANSWERED,
        measures=tuple(measure for _, measure in told),
        parts=tuple(part for part, _ in told),
        unmet=tuple(unmet),
        options=options(unmet),
    )
    return replace(answer, text=render_text.render(answer))
