"""Turns that move among the shown measures: the second, the previous, more, details, back, not that one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, Status
from bot.answering import TOP_K
from bot.conversation import answers, particular_talk
from bot.conversation.asked_by_number import item_of_document
from bot.conversation.choosing import choose
from bot.conversation.fields import about_chosen, unclear
from bot.conversation.focus import Topic
from bot.conversation.hearing.followups import Move, name_recalled, read_turn, without_returning
from bot.conversation.nearness import MOSTLY, coverage, first
from bot.conversation.relation import knows_why
from bot.conversation.scene import Reply, Scene
from bot.messages import talk as messages
from bot.ports import Finding
from retrieval.deciding import Reason, Verdict
from retrieval.question import Asked, item_named
from retrieval.text import plain

_IN_FULL = re.compile(r"细|详|展开|全部|具体")
_ITEM = re.compile(r"第[^个]{1,3}[项条]")
_BARE_NUMBER = re.compile(r"[1-9]")
_MORE_SCORE = 0.1
"""A further hit below this score has nothing to do with the question; as with the topics in refusals."""
_MARKERS = re.compile(
    r"^[，,。；;\s]*(?:我|俺|咱)?(?:要)?(?:是|想)?(?:说|问|指|查|想问|想说|要问)(?:的)?(?:是)?|^[，,。；;\s]+"
)


def nth(scene: Scene) -> Reply | None:
    """第二个说细点; after a list a bare number too."""
    turn, topic = scene.turn, scene.topic
    bare = _BARE_NUMBER.fullmatch(scene.reading.question.strip())
    if turn.move is not Move.NTH and not (bare and topic and len(topic.shown) > 1):
        return None
    if turn.content and not bare:
        return None
    if topic is None or not topic.shown:
        return unclear(scene, messages.NO_REFERENCE)
    listed_ids = topic.seen if topic.listed else topic.shown
    ordinal = int(bare.group()) if bare else turn.ordinal
    one_item = _one_item(scene, topic)
    in_document = ordinal > max(len(listed_ids), TOP_K) or topic.documents or one_item
    item = _item(scene, topic) if in_document else None
    if item:
        return _chosen(scene, topic, item)
    if one_item and _ITEM.search(scene.reading.question):
        return unclear(scene, messages.NO_ITEM_HERE)
    if ordinal > len(listed_ids):
        return unclear(scene, messages.ONLY_SO_MANY.format(count=len(listed_ids), ordinal=ordinal))
    return _chosen(scene, topic, listed_ids[ordinal - 1 if ordinal > 0 else -1])


def _one_item(scene: Scene, topic: Topic) -> bool:
    """Whether one item was shown, or asked for by number: 第五条 is then another of its document."""
    return len(topic.shown) == 1 or item_named(plain(topic.question)) is not None


def _item(scene: Scene, topic: Topic) -> str | None:
    """The item of that number in the current document: 第19项 where fewer were listed."""
    if not _ITEM.search(scene.reading.question):
        return None
    catalog = scene.assistant.catalog
    found = item_of_document(scene, catalog.document(catalog.measure(topic.shown[0]).document))
    return found.id if found else None


def previous(scene: Scene) -> Reply | None:
    """上一个: the previous measure in the list, else the previous topic."""
    topic = scene.topic
    if scene.turn.move is not Move.PREVIOUS or scene.turn.content:
        return None
    if topic and topic.chosen in topic.shown and topic.shown.index(topic.chosen) > 0:
        return _chosen(scene, topic, topic.shown[topic.shown.index(topic.chosen) - 1])
    return (
        _back_to(scene, scene.focus.earlier[0])
        if scene.focus.earlier
        else unclear(scene, messages.NO_PREVIOUS)
    )


def closer(scene: Scene) -> Reply | None:
    """详细点: the full text; 换个说法: the key points as printed."""
    if scene.turn.move not in (Move.DETAILS, Move.REPHRASE) or scene.turn.content:
        return None
    topic = scene.topic
    if topic is None or topic.chosen is None:
        return unclear(scene, messages.NO_REFERENCE)
    measures = scene.assistant.quoted(scene.blank, topic.question, [topic.chosen])
    compose = answers.whole if scene.turn.move is Move.DETAILS else answers.key_points
    blocks = compose(measures[0], scene.blank.region)
    return answers.said(scene.blank, measures, blocks), scene.focus.staying(topic)


def more(scene: Scene) -> Reply | None:
    """还有别的吗: further results of the same question that were not shown yet."""
    topic = scene.topic
    if scene.turn.move is not Move.MORE or scene.turn.content:
        return None
    if topic is None or not topic.seen:
        return unclear(scene, messages.NO_REFERENCE)
    return _others(scene, topic, messages.NO_MORE)


def rejected(scene: Scene) -> Reply | None:
    """不是这个，我问的是房租: what was shown is not shown again."""
    topic = scene.topic
    if scene.turn.move is not Move.REJECT or topic is None or not topic.shown:
        return None
    if not scene.turn.content:
        return _others(scene, topic, messages.NOT_THIS)
    wanted = _without_markers(scene.reading.question)
    shown = frozenset(() if _insists(scene, topic, wanted) else (topic.chosen or topic.shown[0],))
    return (
        _answering(scene, wanted, wanted, shown)
        or _neighbour(scene, wanted, shown)
        or _answering(scene, wanted, f"{topic.question}，{wanted}", shown)
    )


def _answering(scene: Scene, wanted: str, question: str, shown: frozenset[str]) -> Reply | None:
    """The answer to a question; None where the search finds none."""
    finding = scene.find(question, shown)
    return _answered(scene, Topic(wanted), question, finding) if finding.verdict is Verdict.ANSWER else None


def _insists(scene: Scene, topic: Topic, wanted: str) -> bool:
    """Whether the rejected measure itself contains everything that the asker says they want."""
    return coverage(read_turn(wanted).content, _text(scene, topic)) >= 1


def _neighbour(scene: Scene, wanted: str, shown: frozenset[str]) -> Reply | None:
    """The measure on the topic that the asker insists on, though it may not answer everything."""
    finding = scene.find(wanted, shown)
    near, content = finding.neighbour or first(finding), read_turn(wanted).content
    if near is None or knows_why(finding):
        return None
    if coverage(content, scene.text_of(near)) < MOSTLY:
        return None
    answer = scene.assistant.answered(scene.blank, wanted, [near])
    return answer, scene.focus.turned_to(Topic(wanted).showing([near]))


def back(scene: Scene) -> Reply | None:
    """回到刚才的贷款，找哪个部门: the earlier topic that fits the words best, and the field asked for."""
    topics = [topic for topic in (scene.topic, *scene.focus.earlier) if topic and topic.chosen]
    content = scene.turn.content
    if scene.turn.move is not Move.BACK or not topics:
        return None
    if not content:
        return _told_of(scene, topics[0] if scene.turn.fields else topics[-1])
    meant = _meant(scene, topics)
    return _told_of(scene, meant) if meant else _not_talked_of(scene)


def _told_of(scene: Scene, topic: Topic) -> Reply:
    """What a turn asks of an earlier topic: a field, a particular of its notice, else what it showed."""
    if scene.turn.fields:
        return about_chosen(scene, topic)
    returned = replace(scene, focus=scene.focus.turned_to(topic), turns_back=True)
    return particular_talk.particular(returned) or _back_to(scene, topic)


def recalled(scene: Scene) -> Reply | None:
    """修路那个呢, 租房的呢 after 卫生室，找谁: asks of an earlier topic what was asked of the last one."""
    content, now = scene.words.content, scene.topic
    if now is None or not content or not scene.words.follows:
        return None
    earlier = [topic for topic in scene.focus.earlier if topic.chosen and topic.chosen != now.chosen]
    meant = next((topic for topic in earlier if _is_recalled(scene, topic, now)), None)
    if meant is None:
        return None
    fields = scene.turn.fields or tuple(map(Asked, now.asked))
    return about_chosen(scene, meant, fields) if fields else _back_to(scene, meant)


def _is_recalled(scene: Scene, topic: Topic, now: Topic) -> bool:
    """Whether a turn finds or names an earlier topic; 谁定的 is as much in the notice at hand, and stays."""
    there, here = (coverage(scene.words.content, _text(scene, one)) for one in (topic, now))
    found = first(scene.finding) == topic.chosen and not here >= there > 0
    return found or _names(scene, topic, now)


def _names(scene: Scene, topic: Topic, now: Topic) -> bool:
    """Whether a topic's question or measure contains the recalled name more than the current topic's do."""
    named = [recalled for chunk in scene.words.content if (recalled := name_recalled(chunk))]
    by_question = coverage(named, topic.question), coverage(named, now.question)
    by_text = coverage(named, _text(scene, topic)), coverage(named, _text(scene, now))
    return any(there > here for there, here in (by_question, by_text))


def _meant(scene: Scene, topics: Sequence[Topic]) -> Topic | None:
    """The topic that fits the words best; None where none fits, or a search for the words fits better."""
    content = scene.turn.content
    scored = [
        (
            coverage(content, _text(scene, topic)),
            coverage(content, topic.question),
            topic is not scene.topic,
            -ordinal,
        )
        for ordinal, topic in enumerate(topics)
    ]
    in_text, in_question, _, ordinal = max(scored)
    best = max(in_text, in_question)
    alone = first(scene.finding) if scene.finding.verdict is Verdict.ANSWER or not in_text else None
    if best <= 0 or (alone and coverage(content, scene.text_of(alone)) > best):
        return None
    return topics[-ordinal]


def _not_talked_of(scene: Scene) -> Reply | None:
    """回到低保，多少钱 where 低保 was never a topic: a question of its own."""
    wanted = without_returning(scene.reading.question)
    return _answering(scene, wanted, wanted, frozenset())


def _text(scene: Scene, topic: Topic) -> str:
    return scene.text_of(topic.chosen) if topic.chosen else ""


def _chosen(scene: Scene, topic: Topic, measure_id: str) -> Reply:
    if scene.turn.fields or (topic.open and scene.focus.pending):
        return choose(scene, topic, measure_id)
    moved = replace(topic, chosen=measure_id, open=False)
    answer = scene.assistant.answered(scene.blank, topic.question, [measure_id])
    if _IN_FULL.search(scene.reading.question):
        blocks = answers.whole(answer.measures[0], scene.blank.region)
        answer = answers.said(scene.blank, answer.measures, blocks)
    return answer, scene.focus.staying(moved)


def _back_to(scene: Scene, topic: Topic) -> Reply:
    if topic.chosen is None:
        return unclear(scene, messages.NO_PREVIOUS)
    return scene.assistant.answered(scene.blank, topic.question, [topic.chosen]), scene.focus.turned_to(topic)


def _others(scene: Scene, topic: Topic, nothing: str) -> Reply:
    finding = scene.find(topic.question, frozenset(topic.seen))
    if finding.verdict is Verdict.ANSWER:
        return _answered(scene, topic, topic.question, finding)
    near = [hit.measure_id for hit in (*finding.hits, *finding.rejected) if hit.score >= _MORE_SCORE]
    if finding.reason in (Reason.NONE, Reason.OFF_TOPIC) and near:
        answer = scene.assistant.answered(scene.blank, topic.question, near[:3])
        return answer, scene.focus.staying(topic.showing(near[:3], near[0]))
    text = "\n".join([nothing, scene.assistant.way_on(topic.question, scene.blank.region)])
    return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus


def _answered(scene: Scene, topic: Topic, question: str, finding: Finding) -> Reply:
    shown = [hit.measure_id for hit in finding.hits]
    answer: Answer = scene.assistant.answered(scene.blank, question, shown)
    moved = topic.showing(shown, shown[0])
    same = scene.topic is topic
    return answer, scene.focus.staying(moved) if same else scene.focus.turned_to(moved)


def _without_markers(question: str) -> str:
    """Example: "不是这个，我问的是房租" -> "房租"."""
    said = re.split(r"[，,。；;！!\s]+", question, maxsplit=1)
    rest = said[1] if len(said) > 1 else question
    return _MARKERS.sub("", rest) or rest
