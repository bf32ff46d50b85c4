"""A question that the search refused though one document, and no other, is about it and says what is asked.

Of a document without stored questions, as one added today, the search is less sure than it could be. Where
the question names the place or the title of the document, holds a rare word of it, and one of its measures
states the amount, the date or the doer that is asked for, that measure answers.
"""

import re
from collections.abc import Callable, Collection, Sequence

from bot.answering.acts import acts_asked, asks_who
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
        if finding.reason is not Reason.OFF_TOPIC or not hits or hits[0].score < _LEAST_SCORE:
            return []
        document = self._catalog.document(self._catalog.measure(hits[0].measure_id).document)
        words = _matter(question, finding.query.regions)
        if not (self._is_alone(document, hits) and self._is_meant(words, document, finding.query.regions)):
            return []
        saying = self._saying(question, finding.query.wishes, document, hits)
        best = max(saying, key=lambda hit: (self._weight(words, hit, document), hit.score), default=None)
        return [(best.measure_id, best.score)] if best else []

    def _is_alone(self, document: Document, hits: Sequence[Hit]) -> bool:
        own = [hit for hit in hits if self._catalog.measure(hit.measure_id).document == document.number]
        return len(own) >= min(_LEAST_HITS, len(document.measures))

    def _is_meant(self, words: str, document: Document, regions: Collection[str]) -> bool:
        """Whether the question names the place or the title of a document, and holds a rare word of it."""
        titled = (run for run in shared_runs(words, pairs_of(document.title)) if len(run) >= _TITLE_RUN)
        if document.region not in regions and not any(run in document.title for run in titled):
            return False
        text = "，".join((document.title, document.lead, *(measure.text for measure in document.measures)))
        runs = shared_runs(words, pairs_of(text))
        return any(self._rarity()(pair) >= _RARE for run in runs for pair in pairs_of(run))

    def _saying(
        self, question: str, wishes: Collection[Asked], document: Document, hits: Sequence[Hit]
    ) -> list[Hit]:
        """The hits in a document that say what is asked; none where nothing is asked that they could say."""
        near = [hit for hit in hits if hit.score >= _NEAR * hits[0].score]
        near = [hit for hit in near if self._catalog.measure(hit.measure_id).document == document.number]
        stated = [wish for wish in _STATED if wish in wishes]
        acts = acts_asked(question)
        if stated:
            return [hit for hit in near if all(states(self._text(hit), wish) for wish in stated)]
        doing = [hit for hit in near if self._preferring.says_who(self._measure(hit), acts)]
        whom = Asked.PHONE in wishes or Asked.OWNER in wishes or (asks_who(question) and not acts)
        return doing or (near if whom else [])

    def _weight(self, words: str, hit: Hit, document: Document) -> float:
        """The rarity of the words that a measure shares with a question, without those of the title."""
        pairs = pairs_of(self._text(hit)) - pairs_of(document.title)
        return sum(max(map(self._rarity(), pairs_of(run))) for run in shared_runs(words, pairs))

    def _measure(self, hit: Hit) -> Measure:
        return self._catalog.measure(hit.measure_id)

    def _text(self, hit: Hit) -> str:
        return self._measure(hit).text


def _matter(question: str, regions: Collection[str]) -> str:
    """The words of a question without places and words of asking."""
    for region in regions:
        question = question.replace(region, "，").replace(region[:-1] if len(region) > 2 else region, "，")
    return _ASKING.sub("，", question)
