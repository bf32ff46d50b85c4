"""When several measures may be meant: lists them and asks which one."""

import re
from dataclasses import replace

from bot.answer import Answer, Option, OptionKind, ShownMeasure, Status, options
from bot.answering import Particular, is_titled
from bot.conversation.fields import about_chosen, unclear
from bot.conversation.focus import Focus, Topic
from bot.conversation.hearing.followups import read_turn
from bot.conversation.nearness import MOSTLY, coverage
from bot.conversation.scene import Reply, Scene
from bot.messages import talk as messages
from bot.rendering import render_text, title
from corpus.text.genres import GENRES

_ALIKE = 0.9
"""A measure that scores at least this share of the best score may be meant as well."""
_SHORT_CHARS = 4
"""Topic words of at most this many characters, like 养老 or 就业创业, do not say which measure is meant."""
_MOST = 3
_OF_WHOLE = re.compile(rf"本(?:{GENRES})(?:适用|自|由|所称)|[^，。；]{{2,24}}负责解释")
"""How an article begins that is about its document and no matter of its own."""


def asking_which(scene: Scene, answer: Answer, focus: Focus) -> Reply:
    """Asks which one, below the list, after one word that several measures share.

    Of several matters each is answered; which one a next turn means is asked then.
    """
    if focus.topic is None or answer.asks or len(answer.measures) < 2 or not _is_open(scene, answer):
        return answer, focus
    open_topic = replace(focus.topic, open=True)
    if answer.parts:
        return answer, replace(focus, topic=open_topic)
    titles = tuple(title(measure.sections) for measure in answer.measures[:_MOST])
    numbered = tuple(Option(OptionKind.ORDINAL, str(number), name) for number, name in enumerate(titles, 1))
    asked = replace(answer, asks=messages.WHICH_ONE, options=numbered)
    return replace(asked, text=render_text.render(asked)), replace(focus, topic=open_topic)


def unsettled(scene: Scene) -> Reply | None:
    """电话呢 while it is open which of several measures is meant: asks which one."""
    turn, topic = scene.turn, scene.topic
    if topic is None or not topic.open or not turn.fields or turn.content or turn.move:
        return None
    names = _titles(scene, topic)
    lines = [messages.CHOICE.format(ordinal=ordinal, title=name) for ordinal, name in enumerate(names, 1)]
    answer, focus = unclear(scene, "\n".join([messages.WHICH_ONE, *lines]), scene.reading.question)
    return replace(answer, options=options(names, OptionKind.MEASURE)), focus


def settled(scene: Scene) -> Reply | None:
    """The name of one of the listed measures: chooses it and answers what was asked about it."""
    topic, words = scene.topic, scene.reading.question
    if topic is None or not topic.open or scene.turn.fields:
        return None
    shares = [coverage(scene.turn.content or (words,), name) for name in _titles(scene, topic)]
    best = max(shares, default=0.0)
    if best < MOSTLY or shares.count(best) > 1:
        return None
    return choose(scene, topic, topic.shown[shares.index(best)])


def choose(scene: Scene, topic: Topic, measure_id: str) -> Reply:
    """Answers from the chosen measure, with the fields that were asked for before it was chosen."""
    chosen = replace(topic, chosen=measure_id, open=False)
    fields = scene.turn.fields or read_turn(scene.focus.pending).fields
    if fields:
        return about_chosen(scene, chosen, fields)
    answer = scene.assistant.answered(scene.blank, topic.question, [measure_id])
    return answer, scene.focus.staying(chosen)


def _is_open(scene: Scene, answer: Answer) -> bool:
    if answer.status is not Status.ANSWERED:
        return False
    first, second = answer.measures[:2]
    vague = 0 < len("".join(scene.turn.content)) <= _SHORT_CHARS and not scene.turn.fields
    alike = second.score >= _ALIKE * first.score and not _is_one_matter(scene, first, second)
    return bool(answer.parts) or (vague and alike)


def _is_one_matter(scene: Scene, first: ShownMeasure, second: ShownMeasure) -> bool:
    """Whether two measures are parts of one notice on one matter, and no alternatives.

    Example: 补贴对象 and 补贴标准 -> True; an article with the sum and 本办法适用于… -> True
    """
    measures = [scene.assistant.catalog.measure(one.id) for one in (first, second)]
    of_whole = (_OF_WHOLE.match(one.text) or is_titled(one, *Particular) for one in measures)
    return first.doc.number == second.doc.number and any(of_whole)


def _titles(scene: Scene, topic: Topic) -> tuple[str, ...]:
    catalog = scene.assistant.catalog
    return tuple(title(catalog.measure(name).sections) for name in topic.shown[:_MOST])
