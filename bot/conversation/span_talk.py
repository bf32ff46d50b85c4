"""Turns that ask how long something takes or lasts: 几天回信, 多久来人, 有效期几年, wherever it is said."""

import re
from collections.abc import Mapping, Sequence

from bot.answering import sentences, shares_matter
from bot.conversation import answers
from bot.conversation.at_hand import AtHand, at_hand
from bot.conversation.hearing.asked_spans import AskedSpan, asked_span, named_beside
from bot.conversation.scene import Reply, Scene
from bot.layout import Block, strong
from bot.messages import talk as messages
from bot.rendering import leads, source
from corpus.records import Measure

_CLAUSE = re.compile("[，。；：\n]")
_NAMES = 2
"""A turn that names so many characters beside a time names a matter."""


def within(scene: Scene) -> Reply | None:
    """多长时间能来人: the sentences of the notice that print such a time, of the current measure first."""
    topic, hand, query = scene.topic, at_hand(scene), scene.query
    span = asked_span(scene.reading.question)
    if topic is None or hand is None or span is None or scene.turn.move:
        return None
    if query.regions or query.elsewhere or query.years or query.documents:
        return None
    printed = _printed(scene, hand, span)
    article = _meant(hand, span, printed)
    if article is None:
        return None
    names = dict.fromkeys((article.id, hand.current.id))
    shown = scene.assistant.quoted(scene.blank, scene.reading.question, list(names))
    blocks: list[Block] = [answers.about(shown[-1]), leads(shown[-1], scene.blank.region)]
    if len(shown) > 1:
        blocks.append((strong(messages.SAME_DOCUMENT.format(named=messages.DEADLINE_SAID)),))
    blocks += [answers.words_of(printed[article.id]), source(shown[0])]
    return answers.said(scene.blank, shown, blocks), scene.focus.staying(topic)


def _printed(scene: Scene, hand: AtHand, span: AskedSpan) -> Mapping[str, Sequence[str]]:
    """Id of an article -> its sentences that print the time asked for."""
    named = named_beside(scene.reading.question)
    printed: dict[str, Sequence[str]] = {}
    for article in hand.articles:
        stated = [one.text for one in sentences(article.sections) if span.is_printed_in(one.text)]
        beside = len(named) < _NAMES or shares_matter(named, scene.query.spoken, article.text)
        if stated and beside:
            printed[article.id] = stated
    return printed


def _meant(hand: AtHand, span: AskedSpan, printed: Mapping[str, Sequence[str]]) -> Measure | None:
    """The current article if it prints the time, else the only one that does.

    Of several the only one with the time and what takes it in one clause: 60日内提出申请.
    """
    if hand.current.id in printed:
        return hand.current
    others = [article for article in hand.articles if article.id in printed]
    clauses = {name: _CLAUSE.split("，".join(stated)) for name, stated in printed.items()}
    closely = [one for one in others if any(map(span.is_printed_in, clauses[one.id]))]
    return next((each[0] for each in (others, closely) if len(each) == 1), None)
