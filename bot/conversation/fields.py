"""Turns that ask for a field of the current measure: 那电话呢, 到什么时候为止, 全文."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import messages as common
from bot.answer import Answer, ShownMeasure, Status
from bot.answering import says_what_to_bring
from bot.conversation import answers
from bot.conversation.focus import Topic
from bot.conversation.followups import OWN_YEAR
from bot.conversation.nearness import SURE, score
from bot.conversation.scene import Reply, Scene
from bot.layout import Block, plain, strong
from bot.messages import talk as messages
from bot.rendering import quotes, source
from corpus.records import Document, Measure
from retrieval.deciding import Verdict
from retrieval.question import NEAR_MISSES, ROWS, Asked

_APPLYING = re.compile(r"申报|申请|截止|报送|提交")
_FIXED_BY = {
    Asked.DEADLINE: re.compile(r"\d+\s*月\s*\d+\s*日|\d+\s*个?(?:工作)?日内|年底前|截止"),
    Asked.PROCEDURE: re.compile(r"填写|申请表|自主申报"),
}
"""Fields that one measure may state for its whole document, and the pattern by which it is recognised."""
_ASKS_SPAN = re.compile(r"(?:几|多少)个?(?:天|日|工作日)")
_SPAN = re.compile(r"\d+\s*个?(?:工作)?[日天](?:之内|以内|内)")
_BESIDE = 2
"""So many measures away a neighbour may say within how many days something follows."""


def field(scene: Scene) -> Reply | None:
    """A turn that names fields and no topic of its own."""
    turn, topic = scene.turn, scene.topic
    if not turn.fields or turn.content or turn.move:
        return None
    if topic is None or topic.chosen is None:
        return _no_subject(scene)
    return about_chosen(scene, topic)


def nothing_new(scene: Scene) -> Reply | None:
    """要带什么材料, 我能领吗: a turn that names neither field nor topic is about the current measure."""
    turn, topic, query = scene.turn, scene.topic, scene.query
    if topic is None or topic.chosen is None or turn.fields or turn.move or turn.content:
        return None
    if query.regions or query.elsewhere or query.years or query.documents:
        return None
    if scene.finding.verdict is Verdict.NOT_COVERED and scene.finding.reason.refusal.knows:
        return None
    question = f"{topic.question}，{scene.reading.question}"
    if set(query.wishes) & NEAR_MISSES:
        measure = scene.assistant.quoted(scene.blank, question, [topic.chosen])[0]
        sibling = _materials_for(scene, measure)
        if sibling:
            return _with_sibling(scene, measure, sibling, Asked.MATERIALS), scene.focus.staying(topic)
        joined = scene.find(question)
        if joined.verdict is Verdict.NOT_COVERED:
            return scene.assistant.decided(scene.blank, scene.reading, joined), scene.focus
    return scene.assistant.answered(scene.blank, question, [topic.chosen]), scene.focus.staying(topic)


def counts(scene: Scene) -> Reply | None:
    """摩托车算吗: what the measure covers, in its own words, where no document covers the case."""
    topic = scene.topic
    if topic is None or topic.chosen is None or not scene.turn.asks_case or scene.turn.move:
        return None
    own = OWN_YEAR.search(scene.reading.question)
    if scene.query.elsewhere or (scene.query.years and not own):
        return None
    if score(scene.finding) >= SURE and not scene.turn.also:
        return None
    fields = (Asked.CONDITIONS,)
    question = f"{topic.question}，{scene.reading.question}"
    measures = scene.assistant.quoted(scene.blank, question, [topic.chosen])
    blocks = answers.field_blocks(measures[0], fields, scene.blank.region)
    return answers.said(scene.blank, measures, blocks), scene.focus.staying(topic)


def _materials_for(scene: Scene, measure: ShownMeasure) -> Measure | None:
    """Where materials are asked for and the measure names none: the one of its document that does."""
    if Asked.MATERIALS not in scene.query.wishes or says_what_to_bring(measure.text):
        return None
    document = scene.assistant.catalog.document(measure.doc.number)
    stating = (other for other in document.measures if says_what_to_bring(other.text))
    return next(filter(_is_general, stating), None)


def about_chosen(scene: Scene, topic: Topic, fields: Sequence[Asked] = ()) -> Reply:
    """What the chosen measure says about the given fields, or else about those of the turn."""
    if topic.chosen is None:
        return _no_subject(scene)
    fields = fields or scene.turn.fields
    # The turn comes first: of several counts asked for, 几年 and 多少个, the first is looked for.
    question = "，".join(filter(None, (scene.reading.question, topic.case, topic.question)))
    measures = scene.assistant.quoted(scene.blank, question, [topic.chosen])
    measure = measures[0]
    moved = replace(topic, asked=tuple(fields))
    staying = scene.focus.staying(moved) if topic is scene.topic else scene.focus.turned_to(moved)
    if Asked.FULL in fields:
        return answers.said(scene.blank, measures, answers.whole(measure, scene.blank.region)), staying
    if materials := _materials_for(scene, measure):
        return _with_sibling(scene, measure, materials, Asked.MATERIALS), staying
    for field in fields:
        sibling = _sibling(scene, measure, field)
        if sibling:
            return _with_sibling(scene, measure, sibling, field), staying
    blocks = answers.field_blocks(measure, fields, scene.blank.region)
    return answers.said(scene.blank, measures, blocks), staying


def unclear(scene: Scene, text: str, pending: str = "") -> Reply:
    """A short question back to the asker."""
    answer = replace(scene.blank, status=Status.CLARIFY, text=text)
    return answer, replace(scene.focus, pending=pending or scene.focus.pending)


def _no_subject(scene: Scene) -> Reply:
    name = ROWS[scene.turn.fields[0]].label
    text = common.with_examples(messages.NO_SUBJECT.format(field=name))
    return unclear(scene, text, pending=scene.reading.question)


def _sibling(scene: Scene, measure: ShownMeasure, field: Asked) -> Measure | None:
    """Where the measure does not state it itself: the one of its document on when or how to apply."""
    document = scene.assistant.catalog.document(measure.doc.number)
    asks_span = field is Asked.DEADLINE and _ASKS_SPAN.search(scene.reading.question)
    if asks_span and not _SPAN.search(measure.text):
        beside = _beside(document, measure)
        return next((m for m in beside if _SPAN.search(m.text)), None)
    if field not in _FIXED_BY or answers.states(measure, field):
        return None
    sign = _FIXED_BY[field]
    stating = [m for m in document.measures if _APPLYING.search(m.text) and sign.search(m.text)]
    fitting = list(filter(_is_general, stating)) or (stating if len(stating) == 1 else [])
    return min(fitting, key=lambda m: len(m.text)) if fitting else None


def _is_general(measure: Measure) -> bool:
    """Whether what a measure states may hold for others: whoever is named in it does a matter of its own."""
    return not measure.responsibilities


def _beside(document: Document, measure: ShownMeasure) -> list[Measure]:
    """The measures next to one in its document, nearest first, the later one before the earlier."""
    ids = [other.id for other in document.measures]
    here = ids.index(measure.id)
    steps = (step for far in range(1, _BESIDE + 1) for step in (far, -far))
    return [document.measures[here + step] for step in steps if 0 <= here + step < len(ids)]


def _with_sibling(scene: Scene, measure: ShownMeasure, sibling: Measure, field: Asked) -> Answer:
    both = scene.assistant.quoted(scene.blank, scene.reading.question, [sibling.id, measure.id])
    stated = both[0]
    blocks: list[Block] = [
        answers.about(measure),
        () if answers.states(measure, field) else (plain(ROWS[field].unstated),),
        (strong(messages.SAME_DOCUMENT[field]),),
        quotes(stated, answers.QUOTE_UNITS),
        source(stated),
    ]
    return answers.said(scene.blank, both, blocks)
