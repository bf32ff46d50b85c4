"""Turns that say no more than a day of the week: 周六呢 after where and how something is done."""

import re
from collections.abc import Sequence

from bot.conversation.at_hand import AtHand, at_hand
from bot.conversation.scene import Reply, Scene
from corpus.records import Measure

_WEEK = "(?:周|星期|礼拜)"
_TURN = re.compile(
    rf"(?:那|要是|如果|我想?)*{_WEEK}(?P<day>[一二三四五六日天末])(?:[上下]午)?(?:去|来|办|的话?)*"
    "(?:呢|[行中成][吗不]|可以[吗不]|能[行去办]?[吗不]|有人[吗不]|开门?[吗不]|上班[吗不])*[？?。]*"
)
_ANY_DAY = re.compile(rf"{_WEEK}[一二三四五六日天]|(?<![个\d])工作日|双休日|周末")
_ALIKE = {"日": "日天末", "天": "日天末", "末": "六日天末"}
"""A day as asked -> how documents may call it; every other day is called by its own name."""


def weekday(scene: Scene) -> Reply | None:
    """周六呢: the measure at hand if it prints days of the week, else the article of its notice that does."""
    said, topic, hand = _TURN.fullmatch(scene.reading.question), scene.topic, at_hand(scene)
    if said is None or topic is None or hand is None or scene.turns_away:
        return None
    article = _printing(hand, said["day"])
    if article is None:
        return None
    question = f"{scene.reading.question}，{scene.before}"
    return scene.assistant.answered(scene.blank, question, [article.id]), scene.focus.staying(topic)


def _printing(hand: AtHand, day: str) -> Measure | None:
    """The current measure, else the article that prints this day, else the only one that prints any."""
    if _ANY_DAY.search(hand.current.text):
        return hand.current
    named = re.compile(f"{_WEEK}[{_ALIKE.get(day, day)}]")
    articles: Sequence[Measure] = [one for one in hand.articles if _ANY_DAY.search(one.text)]
    naming = [one for one in articles if named.search(one.text)]
    meant = naming or articles
    return meant[0] if len(meant) == 1 else None
