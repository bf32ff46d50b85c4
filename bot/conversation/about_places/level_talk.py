"""Turns that ask the same of another level of government: 省里呢, 区里有没有自己的规定, 安国镇呢."""

import re
from dataclasses import replace

from bot.answer import Status, place_options
from bot.called_places import places_at_hand
from bot.conversation.about_places.region_talk import asked_of, asked_there
from bot.conversation.focus import Topic
from bot.conversation.scene import Reply, Scene
from bot.messages.level_words import COUNTRY
from bot.messages.talk import WHERE
from corpus.regions import holds_in, region_of

_ASKS_LEVEL = re.compile(
    r"(?:那么?|有没有|我们|咱们?)*(?P<level>全国|国家|省|市|区|县|旗|街道|镇|乡)(?P<of>里|上|级|一级)?(?:这边|那边)?的?"
    r"(?P<own>(?:有没有|有|还有|是不是有)?(?:自己的?|单独的?|另外的?|专门的?|别的)?(?:规定|政策|标准|文件|说法)?)"
    r"(?:是?怎么(?:说|规定|定|写)的?|是?(?:多少|什么|哪些))?(?:钱)?[吗么呢]?[？?。！!]*"
)
_COUNTRY = ("全国", "国家")
_TOWN_TOO = re.compile(
    r"那?(?P<town>(?:(?![这那哪各全本每该市县区])[\u4e00-\u9fff]){2,3}(?:街道|镇|乡))(?:那边|这边)?的?[呢吗][？?]?"
)
_ENDS = {"省": ("省", "自治区"), "市": ("市", "州", "盟", "地区")}
"""How the names of places of a level end, where not by its name alone."""
_FULL = ("省", "市", "区", "县", "州", "盟", "旗")


def other_level(scene: Scene) -> Reply | None:
    """市里呢 in 云龙区: the question before, answered by what that level issued, or that it has nothing."""
    words, topic = scene.reading.question, scene.topic
    match = _ASKS_LEVEL.fullmatch(words)
    if topic is None or match is None or not (match["of"] or match["level"] in _COUNTRY):
        return None
    here = _here(scene)
    if topic.chosen and _is_case_of(match, scene.text_of(topic.chosen)):
        return None
    if match["level"] in _COUNTRY:
        return asked_of(scene, topic, COUNTRY, ("",), home=here)
    place = next(iter(_of_level(here, match["level"])), "")
    if not place:
        return _asking_which(scene, topic, here)
    issuing = [name for name in scene.tree.holding(place) if holds_in(place, name)]
    return asked_of(scene, topic, place, issuing, home=here)


def _is_case_of(match: re.Match[str], text: str) -> bool:
    """Whether a level is one of the cases that the text at hand tells apart.

    Example: 全国的呢 after 全国首店补30万，山东首店15万; 省级呢 after 国家级、省级的企业奖50万元、20万元
    """
    level = match["level"]
    return level in text if level in _COUNTRY else match["of"] in ("级", "一级") and f"{level}级" in text


def other_town(scene: Scene) -> Reply | None:
    """安国镇呢 in 沛县, of whose towns one has documents: the question before, asked about that town."""
    match, topic, here = _TOWN_TOO.fullmatch(scene.reading.question), scene.topic, _here(scene)
    if topic is None or match is None or not here or scene.query.places:
        return None
    district = next((place for place in _chain(here) if scene.tree.has_towns(place)), "")
    return asked_there(scene, topic, f"{district}{match['town']}") if district else None


def _asking_which(scene: Scene, topic: Topic, here: str) -> Reply | None:
    """区里呢 in a city: which of its districts is meant, of those that have documents; None without any."""
    held = places_at_hand(scene.assistant.catalog.regions)
    parts = [name for name in held if name != here and holds_in(here, name)]
    if not here or not parts:
        return None
    asked = replace(scene.blank, status=Status.CLARIFY, text=WHERE, options=place_options(parts))
    return asked, replace(scene.focus, pending=topic.question)


def _here(scene: Scene) -> str:
    """The place that is talked about; empty where none is."""
    chosen = scene.topic.chosen if scene.topic else None
    return scene.blank.region or (scene.region_of(chosen) if chosen else "")


def _of_level(here: str, level: str) -> list[str]:
    ends = _ENDS.get(level, (level,))
    return [place for place in _chain(here) if place.endswith(ends)]


def _chain(here: str) -> list[str]:
    """A place and what it belongs to, by full names, the nearest first."""
    known = region_of(here)
    return [known.own[0], *(name for name in known.above if name.endswith(_FULL))] if here else []
