"""Turns that ask how many of a thing there are, as the current measure prints it."""

import re

from bot.answering import sentences
from bot.conversation import answers
from bot.conversation.hearing.counted_things import figure_of
from bot.conversation.nearness import SURE, first, score
from bot.conversation.scene import Reply, Scene
from bot.rendering import leads
from retrieval.deciding import Verdict


def counted(scene: Scene) -> Reply | None:
    """桥要改几座: the sentences of the current measure with such a figure."""
    topic, figure = scene.topic, figure_of(scene.reading.question)
    if topic is None or topic.chosen is None or figure is None or scene.turn.move:
        return None
    query = scene.query
    if query.regions or query.elsewhere or query.years or query.documents or _finds_surely(scene):
        return None
    measure = scene.assistant.quoted(scene.blank, scene.reading.question, [topic.chosen])[0]
    stated = [s.text for s in sentences(measure.sections) if figure.search(re.sub(r"\s", "", s.text))]
    if not stated:
        return None
    blocks = [answers.about(measure), leads(measure, scene.blank.region), answers.words_of(stated)]
    blocks.append(answers.brief_source(measure))
    return answers.said(scene.blank, [measure], blocks), scene.focus.staying(topic)


def _finds_surely(scene: Scene) -> bool:
    """Whether the turn by itself surely finds another measure."""
    finding, topic = scene.finding, scene.topic
    elsewhere = topic is not None and first(finding) != topic.chosen
    return elsewhere and finding.verdict is Verdict.ANSWER and score(finding) >= SURE
