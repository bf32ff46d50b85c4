"""Somebody of whom a question asks and whom a measure does not name: a person, or whoever holds a post."""

import re

from corpus.extraction.naming.printed_desks import SURNAMES

_APPOINTS = re.compile("任免|任命|免去|职务任免")
_ABOUT_POSTS = re.compile(
    r"被?(?:任免|任命|免[去了职]|任职|上任|调[到任走]|提拔|当|担任)(?:成|为|了|过)?|文件|通知|职务|什么|[啥谁的吗呢]|\s"
)
"""What is asked of people: no part of a name."""
_NAME = re.compile("[\u4e00-\u9fff]{2,3}")
_POST = re.compile("(?:第一)?副?(?:书记|[省市州县区旗镇乡街局处科股所院校站村会队]长|主任)")
"""Who leads a body, named without the body."""


def is_of_other_person(matter: str, title: str, text: str) -> bool:
    """Whether a matter names a person, and the appointments of a document do not.

    Example: `陈平任命`, `任命：李东为县教育局局长` -> True; `李东任命` -> False
    """
    if not _APPOINTS.search(title):
        return False
    names = [part for part in _ABOUT_POSTS.sub(" ", matter).split() if _NAME.fullmatch(part)]
    return any(name[0] in SURNAMES and name not in text for name in names)


def is_of_other_post(matter: str, text: str) -> bool:
    """Whether a matter is a post of nobody named, and a text does not have that post.

    Example: `镇长`, `镇民政办负责解释，电话5550101` -> True; `镇长热线：5550102` -> False
    """
    return bool(_POST.fullmatch(matter.strip())) and matter.strip() not in text
