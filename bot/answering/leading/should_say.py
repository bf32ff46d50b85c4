"""What the measure that leads should say of what is asked: a particular, an amount, who does it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from bot.answering.calls.printed_calls import calls_of
from bot.answering.leading.ranked_hits import NEAR, VERY_NEAR, Saying
from bot.answering.quoting.highlights import states
from bot.answering.wording.acts import Act, acts_asked, asks_who, says_who
from bot.answering.wording.complaining import asks_to_complain
from bot.answering.wording.matter_words import matter_named
from bot.answering.wording.particulars import ERRANDS, Particular, particulars_asked, says
from bot.answering.wording.points_said import asks_until, says_point
from bot.ports import CatalogView
from corpus.extraction.naming.assignments import desks, headed
from corpus.records import Measure
from corpus.text.han_pairs import pairs_of
from corpus.text.numerals import UP_TO_99
from retrieval.question import Asked, Point, without_wishes

_HOW_GIVEN = r"(?:怎么|咋|如何)(?:补[贴助]?|奖)(?:[的呢，。？?]|$)"
"""Asks for what is given too: 助听器怎么补."""
_MONEY_ASKED = re.compile(rf"[补奖贴给](?:多少|好多|几多)|(?:多少|好多)钱|几个钱|几块|几万|几千|{_HOW_GIVEN}")
_GIVEN_ASKED = re.compile(rf"[补奖贴][^，。？?]{{0,3}}(?:多少|好多|几多|几)|{_HOW_GIVEN}")
_TAKEN = re.compile(rf"(?:押金|保证金|罚款|工本费)[^，。；\d]{{0,4}}[\d{UP_TO_99}百千万.]+元")
"""A sum that is left with somebody or paid, and that nobody is given."""
_MONEY = re.compile(rf"[\d{UP_TO_99}]+\s*[万亿]?\s*元|单位[：:][^，。；）)]{{0,6}}元")
"""A sum, or what the figures of a table are counted in."""
_NOTHING = re.compile(r"(?!)")
_PURPOSE = re.compile(r"为了?[^。]{2,200}(?:制定|出台)(?:本|以下|如下|了?《)")
"""How the article on the purpose of a document begins, which answers nothing that people ask."""
_SCOPE = re.compile(r"[^。；]{2,80}适用(?:于)?本[\u4e00-\u9fff]{2,4}。?")
"""An article that only says where a document applies: `本区内燃放烟花爆竹，适用本规定。`"""
_MOSTLY = 0.5
"""Share of a question's words from which the title of a document is all that it names."""


def regulates_nothing(measure: Measure) -> bool:
    """Whether a measure only says what its document is for, or where it applies."""
    return bool(_PURPOSE.match(measure.text) or _SCOPE.fullmatch(measure.text.strip()))


def errands_asked(question: str) -> Iterator[tuple[Saying, float]]:
    """Whether a measure says the particulars asked for, each with its share of the best score."""
    for particular in filter(ERRANDS.__contains__, particulars_asked(question)):
        yield partial(says, particular=particular), NEAR


@dataclass(frozen=True)
class ShouldSay:
    """Reads off a question what measures of one catalog should say."""

    catalog: CatalogView

    def wanted(
        self, question: str, wishes: Collection[Asked], *, alone: bool
    ) -> Iterator[tuple[Saying, float]]:
        """What it should say, in this order: no purpose, the amount, else who, but for dates.

        Each with the share of the best score from which another measure may say it instead. Who does it is
        not asked of other measures where the best one stands `alone`.
        """
        acts = () if alone else acts_asked(question)
        yield (lambda measure: not regulates_nothing(measure)), NEAR
        if asks_until(question):
            yield partial(says_point, point=Point.IN_FORCE), NEAR
        if asks_who(question) and not asks_to_complain(question):
            yield (lambda measure: not self._only_hears_complaints(measure)), NEAR
            if not acts:
                yield partial(self._names_or_places, question=question), VERY_NEAR
                yield (lambda measure: self._is_meant(measure, question)), VERY_NEAR
        if Asked.AMOUNT in wishes:
            if _MONEY_ASKED.search(question):
                taken = _TAKEN if _GIVEN_ASKED.search(question) else _NOTHING
                yield (lambda measure: bool(_MONEY.search(taken.sub("，", measure.text)))), NEAR
            yield (lambda measure: states(measure.text, Asked.AMOUNT)), VERY_NEAR
        elif acts and Asked.DEADLINE not in wishes:
            yield (lambda measure: self._says_who(measure, acts)), NEAR

    def _says_who(self, measure: Measure, acts: Sequence[Act]) -> bool:
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
