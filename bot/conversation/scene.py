"""One turn with everything known when it is answered."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.answer import Answer
from bot.answering import Assistant, Reading, names_thing, other_thing, particulars_asked
from bot.conversation.focus import Focus, Topic
from bot.conversation.hearing.followups import ASKS_WHY, Move, Turn, read_turn
from bot.conversation.hearing.phrases import Ear, Sense, rephrased, unheard
from bot.conversation.nearness import ELSEWHERE, LIKELY, MOSTLY, SURE, coverage, first, score
from bot.conversation.once import Once
from bot.eligibility import renewed
from bot.ports import Finding, Understood
from corpus.regions import load_regions, region_of
from retrieval.deciding import Verdict
from retrieval.question import NEAR_MISSES, PlaceTree, tree_over

Reply = tuple[Answer, Focus]
"""The answer, and the focus of the conversation after it."""


@dataclass(frozen=True)
class Scene:
    """A turn, the conversation so far, and the assistant to look things up with."""

    assistant: Assistant
    reading: Reading
    blank: Answer
    focus: Focus
    ear: Ear = unheard
    turns_away: bool = False
    """Whether the turn began with words that announce a change of topic."""
    turns_back: bool = False
    """Whether the turn names an earlier topic, which is now the current one."""

    @Once
    def finding(self) -> Finding:
        """What a search for the words of the turn alone finds."""
        return self.find(self.reading.question)

    def find(self, question: str, exclude: frozenset[str] = frozenset()) -> Finding:
        """What a question finds in the asker's region, or else in that of the current measure."""
        return self.assistant.find(question, replace(self.blank, region=self._where()), exclude)

    def _where(self) -> str | None:
        return self.blank.region or self._home()

    def _home(self) -> str | None:
        """The region of the current measure."""
        return self.region_of(self.topic.chosen) if self.topic and self.topic.chosen else None

    def region_of(self, measure_id: str) -> str:
        """The region of the document that contains a measure."""
        catalog = self.assistant.catalog
        return catalog.document(catalog.measure(measure_id).document).region

    def text_of(self, measure_id: str) -> str:
        """The text of a measure."""
        return self.assistant.catalog.measure(measure_id).text

    @Once
    def query(self) -> Understood:
        """What the turn names; searches only if it may be misspelt, or means one of several places."""
        typed = self.assistant.as_typed(self.reading.question, self.blank)
        return self.finding.query if typed is None or typed.alike else typed

    @Once
    def words(self) -> Turn:
        """The turn read by its words alone; names of regions do not count as a topic."""
        return read_turn(self.reading.question, (*self.places, *self.place_words))

    @property
    def places(self) -> tuple[str, ...]:
        """The names of all regions of the documents and of those that they belong to, the longest first."""
        return _names_of(tuple(self.assistant.catalog.regions))

    @property
    def tree(self) -> PlaceTree:
        """The places as seen from the regions of the documents."""
        return tree_over(tuple(self.assistant.catalog.regions))

    @Once
    def place_words(self) -> tuple[str, ...]:
        """The words by which the turn names places, at hand or elsewhere."""
        return tuple(place.words for place in self.tree.named(self.reading.question))

    def placeless(self, question: str) -> str:
        """A question without the places that it names."""
        said = (place.words for place in self.tree.named(question))
        for name in sorted((*said, *self.places), key=len, reverse=True):
            question = question.replace(name, "")
        return question

    @Once
    def turn(self) -> Turn:
        """The turn read as a follow-up: by its words, or by its phrasing where they do not decide."""
        words = self.words
        bare = words.fields or words.move or words.asks_case or self.names_other_place
        is_plain = words.move in _PLAIN_MOVES or (not words.content and bare)
        if is_plain or self.topic is None or self.asks_duties or self._names_thing_of_kind():
            return words
        if ASKS_WHY.search(self.reading.question) or (words.content and self.found_beside):
            return words
        if not self.sense.surely_follows and (self.refused_for_good or self._finds_as_much(words)):
            return words
        if not self.sense.plain and self._coverage_here(words) == 0 and self._finds_surely(words):
            return words
        if not self.sense.plain and self._coverage_here(words) >= MOSTLY:
            return words
        return self._heard(words)

    def _heard(self, words: Turn) -> Turn:
        """The turn as it is phrased; what a notice says of an errand, 带什么去, asks for nothing further."""
        heard = rephrased(words, self.sense)
        return words if heard.move and particulars_asked(self.reading.question) else heard

    def _names_thing_of_kind(self) -> bool:
        """那手机呢 after refrigerators: names a thing of the kind that the current measure speaks of."""
        if self.topic is None or self.topic.chosen is None:
            return False
        text = self.text_of(self.topic.chosen)
        return (
            names_thing(self.reading.question, text) or other_thing(self.reading.question, text) is not None
        )

    @property
    def asks_duties(self) -> bool:
        """财政局负责什么: asks what a department does, not who does something."""
        words = self.reading.question
        return bool(_DUTIES.search(words) and self.assistant.catalog.bodies.find(words))

    @Once
    def sense(self) -> Sense:
        """How the turn is phrased, leaving out the names of regions."""
        words = self.reading.question
        for name in (*self.place_words, *self.places):
            words = words.replace(name, "")
        return self.ear(_HERE.sub("", words).lstrip("的，, ") or self.reading.question)

    @property
    def names_other_place(self) -> bool:
        """Whether the turn names a region other than that of the current measure."""
        query = self.query
        here = self._home()
        return bool(query.elsewhere) or any(place != here for place in query.places)

    def _finds_as_much(self, words: Turn) -> bool:
        """Whether the turn finds a measure with most of its words and no fewer than the current one has."""
        near = first(self.finding)
        if self.finding.verdict is not Verdict.ANSWER or near is None:
            return False
        there = coverage(words.content, self.text_of(near))
        return there >= MOSTLY and there >= self._coverage_here(words)

    def _finds_surely(self, words: Turn) -> bool:
        """活动月定在几月: whether the turn by itself finds most of its words, hardly in doubt."""
        return self._finds_as_much(words) and score(self.finding) >= SURE

    @property
    def found_beside(self) -> str | None:
        """Id of the other article of the notice at hand that a turn finds clearly before the current one.

        Example: 路灯坏了谁修 after who sweeps the yard -> the article on lamps
        """
        finding, chosen = self.finding, self.topic.chosen if self.topic else None
        near, measure = first(finding), self.assistant.catalog.measure
        if finding.verdict is not Verdict.ANSWER or not near or not chosen or near == chosen:
            return None
        hits = (*finding.hits, *finding.rejected)
        here = next((hit.score for hit in hits if hit.measure_id == chosen), 0.0)
        clearly = score(finding) >= LIKELY and here < ELSEWHERE * score(finding)
        return near if clearly and measure(near).document == measure(chosen).document else None

    def _coverage_here(self, words: Turn) -> float:
        """The share of the words that the current measure contains."""
        if self.topic is None or self.topic.chosen is None:
            return 0.0
        return coverage(words.content, self.text_of(self.topic.chosen))

    @property
    def refused_for_good(self) -> bool:
        """Whether it asks for something no measure ever states: somebody's own case, a poem.

        By its words, or by those of a question like it, which say little of a turn that leans: 8层的楼呢.
        """
        finding = self.finding
        if finding.verdict is not Verdict.NOT_COVERED:
            return False
        if set(finding.query.wishes) & NEAR_MISSES:
            return True
        return finding.reason.refusal.own_matter and not self.words.leans

    @property
    def before(self) -> str:
        """The question of the current topic without the figures that the turn tells anew."""
        return self.told_before(self.topic.question) if self.topic else ""

    def told_before(self, words: str) -> str:
        """Words said before without the figures that the turn tells anew."""
        return renewed(words, self.reading.question, self.blank.as_of)

    def in_place(self, focus: Focus) -> Focus:
        """A focus that stays in the place that the turn names, if it names one."""
        return replace(focus, region=next(iter(self.query.places), focus.region))

    @property
    def topic(self) -> Topic | None:
        """The current topic."""
        return self.focus.topic


_CATALOGS = 4
"""Catalogs whose regions are remembered: the one in use, and those before and after it while it changes."""
_PLAIN_MOVES = (Move.NTH, Move.BACK)
"""Moves that their words make certain."""
_DUTIES = re.compile(r"(?:负责|牵头|管|干|做|承担)(?:些|点)?(?:什么|啥|哪)")

_HERE = re.compile(r"(?:咱|我|我们|咱们|俺|本)(?:们)?(?:区|市|县|这边|这里|这儿|当地)|(?:区|市|县)里(?!面)")
"""Expressions for the region where the asker is."""

Step = Callable[[Scene], Reply | None]
"""Answers the turns of one kind; None for all others."""


@lru_cache(maxsize=_CATALOGS)
def _names_of(regions: tuple[str, ...]) -> tuple[str, ...]:
    known = (region_of(name) for name in (*load_regions(), *regions))
    names = {name for region in known for name in (*region.own, *region.above)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))
