"""A question that the search refused though one document, and no other, is about it and says what is asked.

Of a document without stored questions, as one added today, the search is less sure than it could be. Where
the question names the place or the title of the document, holds a rare word of it, and one of its measures
states the amount, the date or the doer that is asked for, that measure answers.
"""

import re
from collections.abc import Callable, Collection, Sequence

from bot.answering.acts import Act, acts_asked, asks_who
from bot.answering.highlights import states
from bot.answering.preferring import Preferring
from bot.answering.shared_words import Rarity, pairs_of, shared_runs
from bot.ports import CatalogView, Finding, Hit
from corpus.records import Document, Measure
from retrieval.deciding import Reason
from retrieval.question import Asked

_LEAST_SCORE = 0.3
"""Of 30 questions on other matters that name the place of an added notice and were refused, two score more;
neither holds a rare word of the notice (2026-11-29)."""
_LEAST_BY_NAME = 0.05
"""The same where the question names both the place and the title."""
_NEAR = 0.6
"""Measures that score at least this share of the best one may answer."""
_LEAST_HITS = 3
"""How many of the five best hits stand in one document, where it has so many measures."""
_RARE = 5.0
"""The rarity of a word in at most one of 150 measures: 果园, 小饭桌, 步道."""
_ASKING = re.compile(r"多少|什么|怎么|哪[里个天家儿]|一个月|每[月年天人]|电话|号码|申请|领取|咨询|联系")
"""Words of asking tell no matter."""
_TITLE_RUN = 4
"""Characters of a title that a question holds where it names the document by them: 高龄津贴."""
_STATED = (Asked.AMOUNT, Asked.DEADLINE)


class Rescuing:
    """Looks for the answer among the measures that a search rejected."""

    def __init__(self, catalog: CatalogView, rarity: Callable[[], Rarity], preferring: Preferring) -> None:
        self._catalog = catalog
        self._rarity = rarity
        self._preferring = preferring

    def answering(self, question: str, finding: Finding) -> list[tuple[str, float]]:
        """(id, score) of the measure that answers after all; none where the refusal stands."""
        hits = finding.rejected
        if finding.reason is not Reason.OFF_TOPIC or not hits or hits[0].score < _LEAST_BY_NAME:
            return []
        document = self._catalog.document(self._measure(hits[0]).document)
        words = _matter(question, finding.query.regions)
        placed, titled = document.region in finding.query.regions, _is_titled(words, document)
        least = _LEAST_BY_NAME if placed and titled else _LEAST_SCORE
        named = hits[0].score >= least and (placed or titled)
        if not (named and self._is_alone(document, hits) and self._is_meant(words, document)):
            return []
        saying = self._saying(question, finding.query.wishes, document, hits)
        best = max(saying, key=lambda pair: (pair[0], self._weight(words, pair[1], document), pair[1].score))
        return [(best[1].measure_id, best[1].score)] if best[0] else []

    def _is_alone(self, document: Document, hits: Sequence[Hit]) -> bool:
        own = [hit for hit in hits if self._catalog.measure(hit.measure_id).document == document.number]
        return len(own) >= min(_LEAST_HITS, len(document.measures))

    def _is_meant(self, words: str, document: Document) -> bool:
        """Whether the question holds a rare word of a document."""
        text = "，".join((document.title, document.lead, *(measure.text for measure in document.measures)))
        runs = shared_runs(words, pairs_of(text))
        return any(self._rarity()(pair) >= _RARE for run in runs for pair in pairs_of(run))

    def _saying(
        self, question: str, wishes: Collection[Asked], document: Document, hits: Sequence[Hit]
    ) -> list[tuple[int, Hit]]:
        """How much of what is asked each near hit in a document says; 0 where it says nothing of it."""
        near = [hit for hit in hits if hit.score >= _NEAR * hits[0].score]
        near = [hit for hit in near if self._measure(hit).document == document.number]
        stated, acts = [wish for wish in _STATED if wish in wishes], acts_asked(question)
        said = [
            (sum(states(self._text(hit), wish) for wish in stated) + self._does(hit, acts), hit)
            for hit in near
        ]
        whom = Asked.PHONE in wishes or Asked.OWNER in wishes or (asks_who(question) and not acts)
        if whom and not stated and not any(count for count, _ in said):
            return [(1, hit) for _, hit in said]
        return said

    def _does(self, hit: Hit, acts: Sequence[Act]) -> bool:
        return self._preferring.says_who(self._measure(hit), acts)

    def _weight(self, words: str, hit: Hit, document: Document) -> float:
        """The rarity of the words that a measure shares with a question, without those of the title."""
        pairs = pairs_of(self._text(hit)) - pairs_of(document.title)
        return sum(max(map(self._rarity(), pairs_of(run))) for run in shared_runs(words, pairs))

    def _measure(self, hit: Hit) -> Measure:
        return self._catalog.measure(hit.measure_id)

    def _text(self, hit: Hit) -> str:
        return self._measure(hit).text


def _is_titled(words: str, document: Document) -> bool:
    """Whether the question names a document by words of its title."""
    runs = shared_runs(words, pairs_of(document.title))
    return any(len(run) >= _TITLE_RUN and run in document.title for run in runs)


def _matter(question: str, regions: Collection[str]) -> str:
    """The words of a question without places and words of asking."""
    for region in regions:
        question = question.replace(region, "，").replace(region[:-1] if len(region) > 2 else region, "，")
    return _ASKING.sub("，", question)
