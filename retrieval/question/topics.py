"""Splits a question that asks about several topics."""

import re

from retrieval.question.asked import without_wishes

_BOUNDARY = re.compile(
    r"(?:^|[,，。?？!！;；\s])(?:另外|还有(?!没有|补|啥|哪)|再问|顺便|对了)(?:再?(?:打听|问)?(?:一下|一?句|个事|下))?[,，:：\s]*"
    r"|[?？]+\s*"
)
"""Words that introduce another topic, or the end of a question."""
_SAYING = re.compile(r"[^\u3400-\u9fff]|[的了吗呢吧啊不是有能给归]")
_LEAST_CHARS = 4
"""A part with fewer meaningful characters, not counting wishes, continues the topic before: 找谁,
电话多少."""


def split_topics(text: str) -> tuple[str, ...]:
    """The parts of a plain question that each name a topic; empty where fewer than two do.

    Example: "过闸的钱能不能免?另外船上装岸电省里掏钱不" -> ("过闸的钱能不能免", "船上装岸电省里掏钱不")
    """
    parts = tuple(part for part in _BOUNDARY.split(text) if _names_topic(part))
    return parts if len(parts) > 1 else ()


def _names_topic(part: str) -> bool:
    return len(_SAYING.sub("", without_wishes(part))) >= _LEAST_CHARS
