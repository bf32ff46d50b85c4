"""Turns that name a thing like the one at hand: 那手机呢 after refrigerators, 旋耕机呢 after tractors."""

from collections.abc import Sequence
from dataclasses import replace

from bot import messages as common
from bot.answer import Status
from bot.answering import OtherThing, names_thing, other_thing, without_things
from bot.answering.declining import refusal
from bot.conversation.at_hand import CASE_ASKS, at_hand
from bot.conversation.focus import Topic
from bot.conversation.hearing.followups import read_turn
from bot.conversation.nearness import MOSTLY, SURE, coverage, first, score
from bot.conversation.other_notice import is_on_another_notice
from bot.conversation.scene import Reply, Scene
from bot.messages import talk as messages
from bot.ports import Hit
from bot.rendering import clipped, first_call, tidy, title
from retrieval.deciding import Reason, Verdict

_QUOTED = 400
"""UTF-16 code units that are quoted of a measure that speaks of other things."""
_THING_CHARS = 6
"""A turn with no more characters than these says little beside the thing: 摩托车行吗."""
_NOTHING_ON_IT = (Reason.OFF_TOPIC, Reason.OTHER_SUBSIDY)


def another_thing(scene: Scene) -> Reply | None:
    """那手机呢 after refrigerators: the measure on it that both find, else that this one has nothing."""
    topic, asked = scene.topic, scene.reading.question
    if topic is None or topic.chosen is None or not scene.turn.content or not _is_short(scene):
        return None
    other = other_thing(asked, scene.text_of(topic.chosen))
    if other is None or scene.names_other_place:
        return None
    meant = _finds_thing(scene, topic)
    if meant is None:
        return None if _is_of_its_own(scene) else _without_thing(scene, topic, other)
    answer = scene.assistant.answered(scene.blank, f"{asked}，{CASE_ASKS}", [meant])
    return answer, scene.focus.turned_to(Topic(f"{topic.question}，{asked}").showing([meant]))


def _without_thing(scene: Scene, topic: Topic, other: OtherThing) -> Reply:
    """That the measure at hand speaks of other things than the turn, and whom to ask about it."""
    shown = scene.assistant.quoted(scene.blank, topic.question, [topic.chosen or ""])[0]
    lines = [
        common.LEAD_OTHER_THING.format(asked=other.asked, said="、".join(other.said)),
        *(common.QUOTED.format(words=clipped(tidy(words), _QUOTED)) for words in shown.highlights[:1]),
        *refusal.neighbour_call(shown.calls),
        scene.assistant.way_on(scene.reading.question, scene.blank.region),
    ]
    answer = replace(scene.blank, status=Status.NOT_COVERED, text="\n".join(lines))
    return answer, scene.focus.staying(topic)


def _is_of_its_own(scene: Scene) -> bool:
    """渔船更新补贴找谁 after cars: surely finds a measure with most of its words, and does not lean."""
    near = first(scene.finding)
    if near is None or scene.words.follows or scene.finding.verdict is not Verdict.ANSWER:
        return False
    return score(scene.finding) >= SURE and coverage(scene.turn.content, scene.text_of(near)) >= MOSTLY


def _is_short(scene: Scene) -> bool:
    """Whether a turn says little beside the thing that it names."""
    return scene.words.follows or len("".join(scene.turn.content)) <= _THING_CHARS


def _finds_thing(scene: Scene, topic: Topic) -> str | None:
    """The measure of the region of the talk that names the thing of the turn, and says most of it.

    What the turn surely finds alone; else what shares most words with the question before, the thing of that
    left out: a ship to be scrapped, as the tractor was.
    """
    asked, alone = scene.reading.question, scene.finding
    joined = scene.find(f"{topic.question}，{asked}")
    named = _naming(scene, [*alone.hits, *joined.hits, *joined.rejected])
    if not named or (named[0] == first(alone) and score(alone) >= SURE):
        return next(iter(named), None)
    before = read_turn(without_things(topic.question)).content
    best = max(named, key=lambda name: coverage(before, scene.text_of(name)))
    return best if alone.hits or coverage(before, scene.text_of(best)) > 0 else None


def _naming(scene: Scene, hits: Sequence[Hit]) -> list[str]:
    """Those found in the region of the talk that name the thing of the turn."""
    here = scene.region_of(scene.topic.chosen) if scene.topic and scene.topic.chosen else ""
    found = (hit.measure_id for hit in hits if scene.region_of(hit.measure_id) == here)
    return [name for name in found if names_thing(scene.reading.question, scene.text_of(name))]


def not_named(scene: Scene) -> Reply | None:
    """旋耕机呢 after tractors: nothing on it anywhere; what the current measure speaks of, whom to ask."""
    topic, finding, hand = scene.topic, scene.finding, at_hand(scene)
    if topic is None or hand is None or not scene.words.leans or not _is_short(scene):
        return None
    if finding.verdict is not Verdict.NOT_COVERED or finding.reason not in _NOTHING_ON_IT:
        return None
    if scene.turns_away or not scene.turn.content or hand.names(hand.current):
        return None
    if is_on_another_notice(scene, hand.document):
        return None
    shown = scene.assistant.quoted(scene.blank, topic.question, [hand.current.id])[0]
    call = first_call(shown.calls)
    quoted = clipped(tidy(shown.highlights[0]), _QUOTED) if shown.highlights else ""
    lines = [
        messages.NOT_NAMED.format(words="、".join(scene.words.matter)),
        messages.LAST_SAID.format(title=title(shown.sections), words=quoted),
        *([messages.LAST_CALL.format(call=call)] if call else []),
        scene.assistant.way_on(scene.reading.question, scene.blank.region),
    ]
    answer = replace(scene.blank, status=Status.NOT_COVERED, text="\n".join(lines))
    return answer, replace(scene.focus, pending="")
