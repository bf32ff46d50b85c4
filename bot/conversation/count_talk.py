"""Turns that ask how many of a thing there are, how often or how long, as the current measure prints it."""

import re
from collections.abc import Callable

from bot.answering import sentences
from bot.conversation import answers
from bot.conversation.hearing.counted_things import figure_of
from bot.conversation.nearness import SURE, first, score
from bot.conversation.scene import Reply, Scene
from bot.rendering import leads
from corpus.records import Measure
from retrieval.deciding import Verdict
from retrieval.question import Point, points_asked, prints_point
from retrieval.text import plain

_HOW_OFTEN = frozenset((Point.TIMES, Point.SPAN, Point.AGE))
"""What a turn without a matter of its own asks of an article: 几年一回, 几天内报, 多大岁数."""
_COUNTS = re.compile(r"[一每几多]少?个?[年月天日次回趟岁大]|岁数|年纪|可以|[能给换领享补办弄]")
"""Words of such a turn that name no matter."""


def counted(scene: Scene) -> Reply | None:
    """桥要改几座, 几年一回: the sentences of the current measure with such a figure."""
    topic, figure = scene.topic, figure_of(scene.reading.question)
    if topic is None or topic.chosen is None or scene.turn.move:
        return None
    query = scene.query
    if query.regions or query.elsewhere or query.years or query.documents:
        return None
    measure = scene.assistant.catalog.measure(topic.chosen)
    if figure is not None:
        stated = [] if _finds_surely(scene) else _sentences(measure, figure.search)
    else:
        stated = _how_often(scene, measure)
    if not stated:
        return None
    shown = scene.assistant.quoted(scene.blank, scene.reading.question, [measure.id])[0]
    blocks = [answers.about(shown), leads(shown, scene.blank.region), answers.words_of(stated)]
    blocks.append(answers.brief_source(shown))
    return answers.said(scene.blank, [shown], blocks), scene.focus.staying(topic)


def _how_often(scene: Scene, measure: Measure) -> list[str]:
    """The sentences of an article that print how often, how long or at which age."""
    points = [point for point in points_asked(scene.reading.question) if point in _HOW_OFTEN]
    left = _COUNTS.sub("", "".join(scene.words.content))
    if not points or left or len(measure.sections) != 1 or measure.deadline:
        return []
    return _sentences(measure, lambda text: any(prints_point(point, plain(text)) for point in points))


def _sentences(measure: Measure, prints: Callable[[str], object]) -> list[str]:
    return [s.text for s in sentences(measure.sections) if prints(re.sub(r"\s", "", s.text))]


def _finds_surely(scene: Scene) -> bool:
    """Whether the turn by itself surely finds another measure."""
    finding, topic = scene.finding, scene.topic
    elsewhere = topic is not None and first(finding) != topic.chosen
    return elsewhere and finding.verdict is Verdict.ANSWER and score(finding) >= SURE
