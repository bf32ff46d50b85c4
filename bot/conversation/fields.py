"""Turns that ask for a field of the current measure: 那电话呢, 到什么时候为止, 全文."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import messages as common
from bot.answer import Answer, ShownMeasure, Status
from bot.answering import (
    Particular,
    article_on,
    is_of_notice,
    particulars_asked,
    says,
)
from bot.conversation import answers
from bot.conversation.at_hand import at_hand
from bot.conversation.focus import Topic
from bot.conversation.hearing.followups import OWN_YEAR
from bot.conversation.nearness import SURE, score
from bot.conversation.scene import Reply, Scene
from bot.layout import Block, plain, strong
from bot.messages import talk as messages
from bot.rendering import contact_blocks, leads, quotes, source
from corpus.records import Document, Measure
from corpus.text.phones import find_phones
from retrieval.deciding import Verdict
from retrieval.question import NEAR_MISSES, ROWS, Asked

_ASKS_SPAN = re.compile(r"(?:几|多少)个?(?:天|日|工作日)|(?:多久|多长时间)(?:之内|以内|内)")
_ASKS_STILL = re.compile(r"还(?:能|可以|让|接|收|来得|赶[得趟上])|来得?及|赶[得趟上]|晚了?[没吗不]")
"""Whether one may still apply, which is told by the days on which one may, beside the term."""
_SPAN = re.compile(r"\d+\s*个?(?:工作)?[日天](?:之内|以内|内)")
_BESIDE = 2
"""So many measures away a neighbour may say within how many days something follows."""
_WHO = frozenset((Asked.PHONE, Asked.OWNER))
_NAMED_SIBLINGS = {
    Asked.PROCEDURE: Particular.HOW.label,
    Asked.PHONE: messages.SAID_WHO,
    Asked.OWNER: messages.SAID_WHO,
    Asked.VALIDITY: Particular.WHEN.label,
}
_PARTICULARS = {Asked.DEADLINE: Particular.WHEN, Asked.PROCEDURE: Particular.HOW}
"""The particular of a notice by which a field is told that a measure does not state."""


def field(scene: Scene) -> Reply | None:
    """A turn that names fields and no topic of its own."""
    turn, topic = scene.turn, scene.topic
    if not turn.fields or turn.content or turn.move:
        return None
    if topic is None or topic.chosen is None:
        return _no_subject(scene)
    return about_chosen(scene, _with_named_sum(scene, topic))


def _with_named_sum(scene: Scene, topic: Topic) -> Topic:
    """租金多少 after how to apply: the topic at the article with the sum, where the current has none."""
    hand = at_hand(scene)
    if hand is None or Asked.AMOUNT not in scene.turn.fields or not scene.words.content:
        return topic
    beside = not hand.prints(hand.current) and hand.prints(hand.nearest)
    return replace(topic, chosen=hand.nearest.id) if beside else topic


def nothing_new(scene: Scene) -> Reply | None:
    """要交什么, 我能领吗: a turn that names neither field nor topic is about the current measure."""
    turn, topic, query = scene.turn, scene.topic, scene.query
    if topic is None or topic.chosen is None or turn.fields or turn.move or turn.content:
        return None
    if query.regions or query.elsewhere or query.years or query.documents:
        return None
    if scene.finding.verdict is Verdict.NOT_COVERED and scene.finding.reason.refusal.knows:
        return None
    question = f"{scene.before}，{scene.reading.question}"
    if set(query.wishes) & NEAR_MISSES:
        joined = scene.find(question)
        if joined.verdict is Verdict.NOT_COVERED:
            return scene.assistant.decided(scene.blank, scene.reading, joined), scene.focus
    hand = at_hand(scene)
    unprinted = hand is not None and not hand.prints(hand.current)
    answer = scene.assistant.answered(scene.blank, question, [topic.chosen], unprinted=unprinted)
    return answer, scene.focus.staying(topic)


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
    hand = at_hand(scene)
    if hand is None:
        return None
    question, article = f"{scene.before}，{scene.reading.question}", hand.nearest
    shown = scene.assistant.quoted(scene.blank, question, [article.id])[0]
    measure = replace(shown, unprinted=not hand.prints(article))
    blocks = answers.field_blocks(measure, (Asked.CONDITIONS,), scene.blank.region)
    return answers.said(scene.blank, [measure], blocks), scene.focus.staying(
        replace(topic, chosen=hand.told.id)
    )


def about_chosen(scene: Scene, topic: Topic, fields: Sequence[Asked] = ()) -> Reply:
    """What the chosen measure says about the given fields, or else about those of the turn."""
    if topic.chosen is None:
        return _no_subject(scene)
    fields = fields or scene.turn.fields
    # The turn comes first: of several counts asked for, 几年 and 多少个, the first is looked for.
    before = (scene.told_before(words) for words in (topic.case, topic.question))
    question = "，".join(filter(None, (scene.reading.question, *before)))
    measures = scene.assistant.quoted(scene.blank, question, [topic.chosen])
    measure = measures[0]
    fields = [_told_by(scene, measure, each) for each in fields]
    moved = replace(topic, asked=tuple(fields))
    staying = scene.focus.staying(moved) if topic is scene.topic else scene.focus.turned_to(moved)
    if Asked.FULL in fields:
        return answers.said(scene.blank, measures, answers.whole(measure, scene.blank.region)), staying
    for field in fields:
        sibling = _sibling(scene, measure, field)
        if sibling:
            return _with_sibling(scene, measure, sibling, field), staying
    hand = at_hand(scene)
    if Asked.AMOUNT in fields and hand is not None and hand.current.id == measure.id:
        measure = replace(measure, unprinted=not hand.prints(hand.current))
    blocks = answers.field_blocks(measure, fields, scene.blank.region)
    if measure.unprinted and not {Asked.PHONE, Asked.OWNER} & {*fields}:
        blocks = [*blocks[:-1], *contact_blocks(measure.calls), blocks[-1]]
    return answers.said(scene.blank, [measure], blocks), staying


def unclear(scene: Scene, text: str, pending: str = "") -> Reply:
    """A short question back to the asker."""
    answer = replace(scene.blank, status=Status.CLARIFY, text=text)
    return answer, replace(scene.focus, pending=pending or scene.focus.pending)


def _no_subject(scene: Scene) -> Reply:
    name = ROWS[scene.turn.fields[0]].label
    text = common.with_examples(messages.NO_SUBJECT.format(field=name))
    return unclear(scene, text, pending=scene.reading.question)


def _sibling(scene: Scene, measure: ShownMeasure, field: Asked) -> Measure | None:
    """Where the measure does not state it itself: the article of its notice on when or how to apply."""
    catalog = scene.assistant.catalog
    own, document = catalog.measure(measure.id), catalog.document(measure.doc.number)
    asks_span = field is Asked.DEADLINE and _ASKS_SPAN.search(scene.reading.question)
    if asks_span and not _SPAN.search(measure.text):
        return next((other for other in _beside(document, own) if _SPAN.search(other.text)), None)
    if field in _WHO and not measure.contacts and not measure.calls:
        calling = [other for other in document.measures if find_phones(other.text)]
        return calling[0] if len(calling) == 1 and is_of_notice(own, document) else None
    if field is Asked.VALIDITY and _asks_window(scene.reading.question):
        return article_on(Particular.WHEN, own, document, scene.reading.question)
    if field not in _PARTICULARS or answers.states(measure, field):
        return None
    return article_on(_PARTICULARS[field], own, document, scene.reading.question)


def _told_by(scene: Scene, measure: ShownMeasure, field: Asked) -> Asked:
    """现在能报吗: the days on which one may apply, where the measure has them, and not the term."""
    asks = field is Asked.VALIDITY and _asks_window(scene.reading.question)
    own = scene.assistant.catalog.measure(measure.id)
    return Asked.DEADLINE if asks and says(own, Particular.WHEN) else field


def _asks_window(question: str) -> bool:
    return bool(_ASKS_STILL.search(question)) or Particular.WHEN in particulars_asked(question)


def _beside(document: Document, measure: Measure) -> list[Measure]:
    """The measures next to one in its document, nearest first, the later one before the earlier."""
    here = document.measures.index(measure)
    steps = (step for far in range(1, _BESIDE + 1) for step in (far, -far))
    return [document.measures[here + step] for step in steps if 0 <= here + step < len(document.measures)]


def _with_sibling(scene: Scene, measure: ShownMeasure, sibling: Measure, field: Asked) -> Answer:
    both = scene.assistant.quoted(scene.blank, scene.reading.question, [sibling.id, measure.id])
    stated = both[0]
    named = _NAMED_SIBLINGS.get(field, messages.DEADLINE_SAID)
    blocks: list[Block] = [
        answers.about(measure),
        leads(measure, scene.blank.region),
        () if field in _WHO or answers.states(measure, field) else (plain(ROWS[field].unstated),),
        (strong(messages.SAME_DOCUMENT.format(named=named)),),
        quotes(stated, answers.QUOTE_UNITS),
        source(stated),
    ]
    return answers.said(scene.blank, both, blocks)
