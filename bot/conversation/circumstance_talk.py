"""Turns that tell of somebody and name no matter: 我妈是低保户, 收入3000行吗, 户口在桓台."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.answering import ONE_MATTER, matter_named, names_grades, particulars_asked, sentences
from bot.conversation.about_places.region_talk import names_only_a_year
from bot.conversation.at_hand import AtHand, at_hand, printed_words
from bot.conversation.hearing.followups import read_turn
from bot.conversation.nearness import SURE, coverage, first, score
from bot.conversation.scene import Reply, Scene
from bot.eligibility import Fulfilment, ToldCircumstances, check, circumstances_of, facts_of, kind_restated
from corpus.records import ItemReason, Measure
from corpus.text.han_pairs import pairs_of
from retrieval.deciding import Verdict
from retrieval.question import Asked

_OF_A_CASE = frozenset((Asked.AMOUNT, Asked.CONDITIONS, Asked.PROCEDURE))
"""What may be asked of a case of the matter at hand: 低保户能补多少, 五保户咋办."""
_GIVES = re.compile(r"\d\s*[万亿]?元|全额|免[收费除交缴]|减[免半]|半价|百分之|[%％]|不补|不得|不能")
"""What a case is given, or not."""
_FULFILLED = frozenset((Fulfilment.MEETS, Fulfilment.FITS))
_COMPARED = _FULFILLED | {Fulfilment.FAILS}
_SUBSIDY = re.compile("补贴|补助|津贴|救助|待遇|政策|[什么啥哪]+(?:优惠|照顾)")
"""With a kind of people it names a matter: 残疾人补贴."""


@dataclass(frozen=True)
class _Told:
    """What a turn tells, looked for in the notice of the current measure."""

    scene: Scene
    hand: AtHand
    circumstances: ToldCircumstances

    @cached_property
    def articles(self) -> Sequence[Measure]:
        """The current measure, then the others of its notice; of a table rows on the same and articles."""
        current, document = self.hand.current, self.hand.document
        if len(document.measures) > ONE_MATTER:
            return (current,)
        others = (one for one in document.measures if one.id != current.id)
        return (current, *(one for one in others if len(one.sections) == 1 or _is_on_the_same(one, current)))

    @cached_property
    def meant(self) -> Measure | None:
        """The article that compares what is told, else one that names it; the current one before others.

        Of several that do the one that says what is given in such a case.
        """
        compared = [article for article in self.articles if self._compares(article)]
        named = [article for article in self.articles if self._names(article)]
        met = [article for article in compared if self.fulfils(article)]
        every = [*compared, *named] if self.circumstances.is_kind else met or compared or named
        return next(filter(self._gives, every), every[0] if every else None)

    def _compares(self, article: Measure) -> bool:
        """Whether an article compares what the turn tells, by itself or beside the question before."""
        return bool(self._standings(article))

    def fulfils(self, article: Measure) -> bool:
        """Whether what the turn tells fulfils something that an article asks for."""
        return not _FULFILLED.isdisjoint(self._standings(article))

    def _standings(self, article: Measure) -> set[Fulfilment]:
        topic, told = self.scene.topic, self.circumstances.message
        return {
            one.standing
            for words in (told, f"{told}，{topic.question if topic else ''}")
            for one in check(article, facts_of(words, self.scene.blank.as_of), document=self.hand.document)
            if one.standing in _COMPARED and not one.leaves_out and one.said and one.said in told
        }

    def _gives(self, article: Measure) -> bool:
        """Whether a sentence of an article names what is told and says what such a case is given."""
        each = (one.text for one in sentences(article.sections))
        return any(_GIVES.search(text) and self.circumstances.are_named_in(text) for text in each)

    def _names(self, article: Measure) -> bool:
        text = printed_words(article)
        return self.circumstances.are_named_in(text) or names_grades(self.circumstances.message, text)


def told(scene: Scene) -> Reply | None:
    """我妈是低保户: the article of the notice at hand on such a case, else that none is."""
    topic, hand = scene.topic, at_hand(scene)
    if topic is None or hand is None or scene.turns_away or scene.query.documents:
        return None
    circumstances = circumstances_of(scene.reading.question, scene.blank.as_of)
    if not _only_tells(scene, circumstances):
        return None
    article = _Told(scene, hand, circumstances).meant
    asks_of_year = scene.query.years and names_only_a_year(scene)
    if article is None and (asks_of_year or _asks_of_another(scene)):
        return None
    shown = article or hand.current
    topic = replace(topic, question=kind_restated(topic.question, circumstances.message))
    question = f"{circumstances.message}，{topic.question}"
    answer = scene.assistant.answered(scene.blank, question, [shown.id], unprinted=article is None)
    return answer, scene.focus.staying(replace(topic, chosen=shown.id, case=scene.reading.question))


def fits_beside(scene: Scene) -> bool:
    """我姑66 after those of 75: whether what is told fulfils another article, with as many words asked for.

    Whoever fails the current article then gets that one.
    """
    topic, hand = scene.topic, at_hand(scene)
    if topic is None or hand is None:
        return False
    circumstances = circumstances_of(scene.reading.question, scene.blank.as_of)
    told = _Told(scene, hand, circumstances)
    asked = pairs_of(matter_named(topic.question, (*scene.places, *scene.place_words)))
    held = len(asked & pairs_of(hand.current.text))
    others = (one for one in told.articles[1:] if len(asked & pairs_of(one.text)) >= held)
    return _only_tells(scene, circumstances) and any(told.fulfils(one) for one in others)


def _is_on_the_same(row: Measure, other: Measure) -> bool:
    """Whether two rows of a table are on one matter, which their first cells name."""
    rows = row.reason is other.reason is ItemReason.ROW
    return rows and row.sections[0].text == other.sections[0].text


def _only_tells(scene: Scene, circumstances: ToldCircumstances) -> bool:
    """Whether a turn tells of somebody, and asks no more than whether that counts, how much it makes."""
    if not circumstances.told or _SUBSIDY.search(circumstances.rest):
        return False
    left = read_turn(circumstances.rest, (*scene.places, *scene.place_words))
    asked = particulars_asked(circumstances.rest)
    named = left.content and not (circumstances.figures and _is_done_here(scene, left.matter))
    return not named and left.move is None and not asked and _OF_A_CASE.issuperset(left.fields)


def _is_done_here(scene: Scene, matter: Sequence[str]) -> bool:
    """20岁能登记吗: whether the current measure has all that a turn names, and what is found has not."""
    chosen, near = scene.topic.chosen if scene.topic else None, first(scene.finding)
    if chosen is None or coverage(matter, scene.text_of(chosen)) < 1:
        return False
    return near is None or coverage(matter, scene.text_of(near)) < 1


def _asks_of_another(scene: Scene) -> bool:
    """五保户多少钱 after school buses: asks for a sum that surely stands elsewhere."""
    found = scene.finding.verdict is Verdict.ANSWER and score(scene.finding) >= SURE
    return found and Asked.AMOUNT in scene.words.fields
