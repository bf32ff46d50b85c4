"""Turns about where somebody is, and what is asked back of it: 我在张店区, 您在哪里."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, Status, place_options
from bot.answering import asking_which_place, read
from bot.called_places import called_place, places_at_hand
from bot.conversation.about_places.region_talk import asked_there
from bot.conversation.focus import Focus, Topic
from bot.conversation.scene import Reply, Scene
from bot.messages import talk as messages
from bot.rendering import render_text
from corpus.regions import holds_in

_AT_HOME = re.compile(
    r"(?P<said>/region(?:@\w+)?\s+)?(?P<me>(?:我|俺|咱|我们|我家)(?:就)?(?:是|在|住在?|家在)|在)?"
    r"(?P<place>[\u4e00-\u9fff]{2,24}?)(?:这边|本地)?(?:的|人|的人)?"
)
_ANYWHERE = re.compile(r"/region(?:@\w+)?\s*(?:不限|取消|清除)")
_REGION = re.compile(r"/region(?:@\w+)?")
_TELLING_CHARS = 4
"""A shorter question, like 补贴 or 申请, stays vague even with a region."""
_AS_NEAR = 0.8
"""From this share of the best score on, a measure of another region answers about as well."""


def at_home(scene: Scene) -> Reply | None:
    """我在张店区, /region 周村: where the asker is; what was answered before is answered for there."""
    typed, regions = scene.reading.shown.strip("。！!，, "), places_at_hand(scene.assistant.catalog.regions)
    if _REGION.fullmatch(typed):
        return _asked(scene, messages.WHERE, regions)
    if _ANYWHERE.fullmatch(typed):
        answer = replace(scene.blank, status=Status.CHAT, text=messages.ANYWHERE)
        return answer, replace(scene.focus, region=None)
    match = _AT_HOME.fullmatch(typed)
    if not regions or match is None:
        return None
    called = called_place(match["place"], regions)
    if called.choices:
        return asking_which_place(scene.blank, called.choices), scene.focus
    if called.place:
        return _settled(scene, called.place)
    return _asked(scene, called.why_not, regions) if match["said"] else None


def _asked(scene: Scene, words: str, places: Sequence[str]) -> Reply:
    """Asks where somebody is; what waits to be completed goes on waiting."""
    asked = replace(scene.blank, status=Status.CLARIFY, text=words, options=place_options(places))
    return asked, scene.focus


def _settled(scene: Scene, place: str) -> Reply:
    if len(scene.focus.pending) >= _TELLING_CHARS:
        return _completed_there(scene, place)
    known = place in places_at_hand(scene.assistant.catalog.regions)
    said = (messages.AT_HOME if known else messages.AT_HOME_BELOW).format(region=place)
    topic = scene.topic
    if topic and topic.chosen and scene.region_of(topic.chosen) != place:
        answer, focus = asked_there(scene, topic, place)
        told = replace(answer, settled=said, text=f"{said}\n\n{answer.text}")
        return told, replace(focus, asked_region=True)
    focus = replace(scene.focus, region=place, asked_region=True)
    return replace(scene.blank, status=Status.CHAT, text=said), focus


def _completed_there(scene: Scene, place: str) -> Reply:
    """Answers a question that was too short, or of a name that several share, for that place."""
    question, blank = f"{place}{scene.placeless(scene.focus.pending)}", replace(scene.blank, region=place)
    finding = scene.assistant.find(question, blank)
    answer = scene.assistant.decided(blank, read(question), finding)
    topic = Topic(question).showing([hit.measure_id for hit in finding.hits])
    focus = replace(scene.focus, region=place, asked_region=True)
    if answer.status is Status.ANSWERED:
        return answer, focus.turned_to(topic)
    listed = replace(topic, chosen=None, open=True)
    return answer, replace(focus.turned_to(listed), pending=scene.focus.pending) if finding.hits else focus


def asking_where(scene: Scene, answer: Answer, focus: Focus) -> Reply:
    """Asks once where the asker is, if several regions answer about equally well."""
    known = scene.blank.region or focus.region or focus.asked_region
    if known or scene.blank.session is None or not answer.measures:
        return answer, focus
    regions = _regions_near(scene)
    if len(regions) < 2:
        return answer, focus
    asks = messages.ASK_WHERE.format(regions="、".join(regions))
    asked = replace(answer, asks=asks, options=place_options(regions))
    return replace(asked, text=render_text.render(asked)), replace(focus, asked_region=True)


def _regions_near(scene: Scene) -> tuple[str, ...]:
    """The regions whose measures answer the turn about as well as the best one, shown or not, best first.

    Of a city and its districts the districts are left: in each of them the rule of the city holds too.
    """
    hits = (*scene.finding.hits, *scene.finding.rejected)
    near = [scene.region_of(hit.measure_id) for hit in hits if hit.score >= _AS_NEAR * hits[0].score]
    regions = places_at_hand(filter(None, near))
    return tuple(one for one in regions if not any(holds_in(one, other) for other in regions if other != one))
