"""Drafts put out for opinions: 征求意见稿, 草案, 送审稿. They are in force on no day."""

import re

from corpus.text.excerpt import compact

_DRAFT = re.compile(
    r"(?:征求意见|公开征求意见|征集意见|送审|审议|讨论)稿|[（(](?:修订|修正|修改)?草案(?:[^（）()]{0,8})[）)]|草案(?:[（(][^（）()]*[）)])?$|"
    r"(?:公开)?(?:征求|征集|听取)[^，。]{0,60}?(?:意见|建议)(?!(?:采纳|反馈|情况|汇总|结果|稿))"
)
_FEEDBACK = re.compile(r"采纳|反馈|情况|汇总|结果|吸收|答复")
_NO_DRAFT = re.compile(r"(?:预算|决算|计划|报告)草案")
_SENTENCE = re.compile(r"(?:公开)?(?:征求|征集)意见(?:的?(?:时间|期限|截止(?:时间|日期)?))(?:为|：)")
_OPEN_DAY = re.compile(r"自20\d\d年[XxＸ×＊*]{1,4}月[XxＸ×＊*]{1,4}日起?")
_MARK = re.compile(r"[（(]?(?P<mark>(?:公开)?征求意见稿|送审稿|讨论稿|草案)[）)]?")
_TITLED = re.compile(r"[^，。；：]{4,60}[（(](?P<mark>(?:公开)?征求意见稿|送审稿|讨论稿|草案)[）)]")
_TOP_LINES = 8


def draft_words(title: str, text: str) -> str:
    """The words that call a document a draft; empty where none do.

    Example: titled 青禾县人才公寓管理办法（征求意见稿） -> `征求意见稿`; a report on opinions received -> ``
    """
    called = _DRAFT.search(title)
    if called and not _NO_DRAFT.search(title) and not _FEEDBACK.search(title[called.start() :]):
        return called[0]
    for line in map(compact, text.split("\n")[:_TOP_LINES]):
        top = _MARK.fullmatch(line) or _TITLED.fullmatch(line)
        if top:
            return top["mark"]
    said = _SENTENCE.search(text) or _OPEN_DAY.search(compact(text))
    return said[0] if said else ""
