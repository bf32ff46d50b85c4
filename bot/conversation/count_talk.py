"""Turns that ask how many of a thing there are, or for how long at most, as the current measure prints it."""

import re

from bot.answering import sentences
from bot.conversation import answers
from bot.conversation.counted_things import figure_of
from bot.conversation.nearness import SURE, first, score
from bot.conversation.scene import Reply, Scene
from bot.rendering import leads
from corpus.text.numerals import NINE, TWOS
from retrieval.deciding import Verdict

HOW_LONG = re.compile(
    r"^[^，。？?]{0,4}(?:(?:最多|最长|顶多|至多|一共|总共)[^，。？?]{0,5}|(?:能|可以|让)(?:连着|接着|一直)?[干做领住用租贷补享拿聘])"
    r"(?:(?:几|多少)个?(?:年|月)|多久|多长时间)"
)
LASTING = re.compile(
    rf"(?:不超过|不得超过|最长|最多|至多|为期|期限|连续|累计)[^，。；]{{0,14}}?(?<!\d)(?:\d{{1,2}}|[{NINE}{TWOS}十]{{1,2}})\s*(?:年(?!级|度)|个月)"
)
"""A term in years or months that ends something; a year such as 2022年 is none."""


def counted(scene: Scene) -> Reply | None:
    """桥要改几座, 最多能干几年: the sentences of the current measure with such a figure."""
    topic, figure = scene.topic, _figure(scene)
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


def _figure(scene: Scene) -> re.Pattern[str] | None:
    """What prints the figure that a turn asks for; None where it asks for none."""
    question = scene.reading.question
    return LASTING if HOW_LONG.search(question) else figure_of(question)


def _finds_surely(scene: Scene) -> bool:
    """Whether the turn by itself surely finds another measure."""
    finding, topic = scene.finding, scene.topic
    elsewhere = topic is not None and first(finding) != topic.chosen
    return elsewhere and finding.verdict is Verdict.ANSWER and score(finding) >= SURE
