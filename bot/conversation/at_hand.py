"""Which article of the notice at hand a turn that goes on means, and whether it prints what is asked.

The articles of one notice answer each other's questions: after the rent 押金几个月 is told two articles on. A
table of many matters has no such neighbours: there the current measure is all that a turn goes on from.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from bot.answering import (
    ONE_MATTER,
    holds_matter,
    is_of_notice,
    matter_named,
    particulars_asked,
    prints_amount,
    says,
    sentences,
    shares_matter,
    unit_asked,
)
from bot.conversation.hearing.followups import ASKS_WHY
from bot.conversation.nearness import ELSEWHERE, SURE, first, score
from bot.conversation.scene import Scene
from bot.eligibility import check, facts_of
from corpus.records import Document, ItemReason, Measure
from corpus.text.han_pairs import pairs_of
from corpus.text.numerals import TWOS, UP_TO_99
from retrieval.deciding import Verdict
from retrieval.question import Point, points_asked, prints_point

_FOUND = 1.5
"""What the article that a search of the notice finds best gains: a little more than a pair of characters that
half of the articles hold. Of 72 turns that an article of the notice answers, the current one is right for 30,
the one with most words for 51, the one found best for 53; both together were not measured apart."""
CASE_ASKS = "多少"
"""Asked with a case: cases differ in the amount, which is quoted where the measure states one."""
_CURRENT = 0.5
"""What the current article gains: of several that are as near, the talk stays with it."""
_SURELY_PRINTED = frozenset(
    (
        Point.SUM,
        Point.CHARGE,
        Point.RATE,
        Point.COUNT,
        Point.LENGTH,
        Point.AGE,
        Point.TIMES,
        Point.HOURS,
        Point.PENALTY,
    )
)
"""What stands in the measure itself or nowhere; days, phones and windows may stand elsewhere in a notice."""
_NAMED = re.compile("[\u4e00-\u9fff]{2}")
_SAYS_LITTLE = re.compile(
    rf"行不行|中不中|成不成|可不可以|能不能|不(?:行|中|成)|[行中成][吗不]|[{UP_TO_99}{TWOS}\d]+(?![只台辆条头亩套间])[天年岁个次]?"
    r"|多[长大高远宽重]|哪一?[级种类]?|才[能行中算]?|收不收|用不用|退不退|[退用收交管补算]不?$"
)
"""What a turn asks about any case, and figures, if not of things (两只): no words to find an article by."""
_ONLY_QUALIFIES = re.compile(r"那?[\u4e00-\u9fff]{1,3}的呢?[？?。]?")
"""省级的呢: another case of what was said, whatever else has the word."""
_LISTED_PAPER = re.compile(
    r"[\u4e00-\u9fff]{2,3}[证簿](?:原件|复印件|[、或和及])[^，。；]{0,6}|户口[簿本]|工作日"
)
_TITLE_CHARS = 15
"""A first line that is no longer is the title of its article: what it names holds for all below it."""
_STANDS = 2.0
"""What an article gains that compares what the turn tells: as much as a pair that one of seven holds."""
_SAYS = 1.5
"""What an article gains that prints the points and says the particulars that are asked for."""


@dataclass(frozen=True)
class AtHand:
    """The notice of the current measure, looked through for one turn."""

    scene: Scene
    current: Measure

    @property
    def document(self) -> Document:
        """That of the current measure."""
        return self.scene.assistant.catalog.document(self.current.document)

    @cached_property
    def articles(self) -> Sequence[Measure]:
        """What the turn may mean: each article of a notice, else the current measure alone.

        Of a table among the articles a row is meant only if it is the current one, or has words of the turn.
        """
        if not is_of_notice(self.current, self.document) and len(self.document.measures) > ONE_MATTER:
            return (self.current,)
        asked = pairs_of(self.scene.reading.question)
        is_of_table = is_of_notice(self.current, self.document)
        return tuple(
            one
            for one in self.document.measures
            if len(one.sections) == 1
            or one.id == self.current.id
            or (is_of_table and asked & pairs_of(one.text))
        )

    @cached_property
    def matter(self) -> str:
        """What the turn names, without what it asks for."""
        return matter_named(self.scene.reading.question, self.scene.places)

    @cached_property
    def nearest(self) -> Measure:
        """The article that the turn means; the current one where the turn names nothing."""
        little = not _NAMED.search(_SAYS_LITTLE.sub(" ", self.matter))
        if little and (beside := self._found_beside()):
            return beside
        if len(self.articles) == 1 or little or _ONLY_QUALIFIES.fullmatch(self.scene.reading.question):
            return self.current
        if sure := self._surely_found():
            return sure
        found = self._found()
        shared = {one.id: self._shared(one) for one in self.articles}
        if not any(shared.values()) and found.get(self.current.id, 0.0) >= ELSEWHERE:
            return self.current
        weights = {name: words + _FOUND * found.get(name, 0.0) for name, words in shared.items()}
        weights[self.current.id] += _CURRENT
        return max(self.articles, key=lambda one: weights[one.id] + self._told_by(one))

    def _told_by(self, article: Measure) -> float:
        """What an article gains for comparing what the turn tells and for saying what it asks."""
        asked = particulars_asked(self.scene.reading.question)
        says_it = (
            (asked or self._points) and self._prints_points(article) and all(says(article, p) for p in asked)
        )
        return _STANDS * self.tells_standing(article) + (_SAYS if says_it else 0.0)

    @cached_property
    def told(self) -> Measure:
        """What the talk is about after the turn: the article that answers it, else still the current one."""
        return self.nearest if self.prints(self.nearest) else self.current

    def prints(self, measure: Measure) -> bool:
        """Whether a measure prints what the turn asks: a word that it names, and the points asked for.

        Words of a turn are often others than those of a document (乡下, 农村居民): where they are, the answer
        says that the text does not name it in so many words.
        """
        question = self.scene.reading.question
        if ASKS_WHY.search(question) and not measure.applies_basis:
            return False
        unit = unit_asked(question)
        if not self._prints_points(measure) or (unit and not prints_amount(measure, unit)):
            return False
        named_beside = bool(self._points) and self._is_named_in(measure)
        return named_beside or self.names(measure) or self.tells_standing(measure)

    @cached_property
    def _points(self) -> Sequence[Point]:
        """What the turn asks for that stands in the measure itself or nowhere."""
        question = self.scene.reading.question
        points = [p for p in points_asked(question) if p in _SURELY_PRINTED]
        return [*points, Point.SUM] if unit_asked(question) else points

    def _is_named_in(self, measure: Measure) -> bool:
        """Whether the turn names something, and a measure or the heading above it has a word of that."""
        named = _NAMED.search(self.matter)
        return bool(named) and self._names_matter(printed_words(measure))

    def _prints_points(self, measure: Measure) -> bool:
        """Whether a measure prints each point asked for; an article, beside what the turn names.

        Example: 取暖费一平多少, after `每平方米每月4.8元。租金不含取暖费。` -> False
        """
        naming = [one.text for one in sentences(measure.sections) if self._names_matter(one.text)]
        title = measure.text.strip().partition("\n")[0].strip()
        under_title = len(title) <= _TITLE_CHARS and self._names_matter(title)
        beside = naming if len(self.articles) > 1 and naming and not under_title else [measure.text]
        return all(any(prints_point(point, text) for text in beside) for point in self._points)

    def names(self, measure: Measure) -> bool:
        """Whether a measure has a word that the turn names, an article all of them; True without any."""
        if self.scene.query.respelt or not _NAMED.search(self.matter):
            return True
        printed = printed_words(measure)
        if len(self.articles) == 1:
            return self._names_matter(printed)
        matter = _SAYS_LITTLE.sub(" ", self.matter)
        return not _NAMED.search(matter) or holds_matter(matter, self.scene.query.spoken, printed)

    def _names_matter(self, text: str) -> bool:
        return shares_matter(self.matter, self.scene.query.spoken, text)

    def tells_standing(self, measure: Measure) -> bool:
        """Whether a measure compares a figure or a trait that the turn tells: 国四的行吗."""
        facts = facts_of(self.scene.reading.question, self.scene.blank.as_of)
        return any(one.met is not None and one.said for one in check(measure, facts, document=self.document))

    def _found_beside(self) -> Measure | None:
        """The article that a turn finds which names next to nothing, clearly before the current one."""
        name = self.scene.found_beside
        return next((one for one in self.articles if one.id == name), None)

    def _surely_found(self) -> Measure | None:
        """The article that answers the turn by itself, hardly in doubt; mostly None."""
        finding = self.scene.finding
        if finding.verdict is not Verdict.ANSWER or score(finding) < SURE:
            return None
        sure = next((one for one in self.articles if one.id == first(finding)), None)
        if sure is None or self._shared(sure) > self._shared(self.current):
            return sure
        here = next(
            (hit.score for hit in (*finding.hits, *finding.rejected) if hit.measure_id == self.current.id), 0
        )
        return sure if here < ELSEWHERE * score(finding) else None

    def _found(self) -> dict[str, float]:
        """Id of an article -> its score in a search of the notice, as a share of the best one's."""
        own = {one.id for one in self.articles}
        others = frozenset(self.scene.assistant.catalog.measure_ids) - own
        finding = self.scene.find(self.scene.reading.question, others)
        scores = {hit.measure_id: hit.score for hit in (*finding.hits, *finding.rejected)}
        best = max(scores.values(), default=0.0)
        return {name: score / best for name, score in scores.items()} if best else {}

    def _shared(self, article: Measure) -> float:
        """The weight of the words of the turn that an article holds: the fewer others hold them, the more."""
        texts = [_telling(one) for one in self.articles]
        spread = {pair: sum(pair in text for text in texts) for pair in pairs_of(self.matter)}
        text = _telling(article)
        return sum(log(1 + len(texts) / count) for pair, count in spread.items() if pair in text)


def _telling(article: Measure) -> str:
    """The text of an article without the papers that it lists, and without days that are called after work.

    户口簿 tells nothing of whoever has a 户口 elsewhere, 工作日 nothing of 工作.
    """
    return _LISTED_PAPER.sub("，", "".join(article.text.split()))


def printed_words(measure: Measure) -> str:
    """What is printed of a measure and above it: the headings, the columns of its row, its text."""
    columns = (cell.name for cell in measure.sections if measure.reason is ItemReason.ROW)
    return "，".join((*measure.heading, *columns, measure.text))


def at_hand(scene: Scene) -> AtHand | None:
    """The notice that is talked about; None where no measure is."""
    topic = scene.topic
    if topic is None or topic.chosen is None:
        return None
    return AtHand(scene, scene.assistant.catalog.measure(topic.chosen))
