"""The policies that an interpretation or a page of questions explains: by its title, else by its opening."""

import re
from collections.abc import Iterator

from corpus.text.cited_titles import CITED, CitedTitle, cited_titles, number_of
from corpus.text.genres import GENRES
from corpus.text.numerals import UP_TO_99
from corpus.ties import Citation, TieKind

_KINDS = rf"(?:{GENRES}|条例|制度|规则|标准|政策|清单|规划|计划|公告|通告|目录|要点)"
_BEFORE = re.compile(
    r"^(?:[【\[]?(?:政策|文件|图文|专家|权威|最新)*(?:解读|图解|问答|解答)[】\]]?|一(?:图|文|张图|分钟|表)(?:读懂|看懂|了解|弄懂|速览))[：:丨|｜—-]*|^关于"
)
_BEHIND = re.compile(
    rf"(?P<name>.{{4,100}}?{_KINDS}(?:[（(][^（）()]{{1,12}}[）)]){{0,2}})(?:的)?(?:政策|文件|图文|图片|文字|专家|部门|负责人|媒体|相关|有关|常见|热点|内容|[\d{UP_TO_99}百]+问)*"
    r"(?:解读|图解|起草说明|编制说明|制定说明|修订说明|政策说明|问答|答问|问题解答|问题答疑|问题|答记者问|$)"
)
_OPENS = re.compile(
    rf"(?:(?:现将|现就|现对)(?P<now>(?:{CITED}[）)〕\]]?[、和及]?)+)[^。；《》]{{0,30}}(?:解读|说明|解答)|"
    rf"(?:印发|出台|公布|发布|制定|修订|下发|颁布)了?(?P<issued>{CITED})|"
    rf"(?:为什么要?|为何)?(?:出台|制定|起草|修订)(?P<why>{CITED})|"
    rf"(?P<asked>{CITED})(?:[（(][^（）()]*[）)])?的?(?:出台|制定|起草|修订|编制)的?(?:背景|依据|目的|必要性|过程|意义))"
)
_GROUNDS = re.compile(
    rf"(?:根据|按照|依据|参照|依照|贯彻落实|贯彻|落实|按)(?:{CITED}[）)〕\]]?[、和及]?|[^，。；《》]{{0,20}}(?={CITED}))+"
)
"""What a policy rests on is not what is explained, whoever issued it."""
_OPENING_CHARS = 1200


def explained_documents(title: str, text: str) -> Iterator[Citation]:
    """The policies that a text explains; those of its opening, unsure, only where its title has no 《》.

    Example: titled 青禾县人才公寓管理办法政策问答 -> 青禾县人才公寓管理办法
    """
    named = list(cited_titles(_plain(title)))
    for cited in named or _bare(title):
        number = cited.number or number_of(text, cited.title)
        yield Citation(TieKind.INTERPRETS, cited.title, number, title)
    opening = "" if named else _GROUNDS.sub("", text[:_OPENING_CHARS])
    for match in _OPENS.finditer(opening):
        for cited in cited_titles(match[0]):
            number = cited.number or number_of(text, cited.title)
            yield Citation(TieKind.INTERPRETS, cited.title, number, match[0], unsure=True)


def _plain(title: str) -> str:
    """A title whose only brackets are 〈〉 names documents by them."""
    return title if "《" in title else title.replace("〈", "《").replace("〉", "》")


def _bare(title: str) -> list[CitedTitle]:
    """The policy that a title names without 《》: what is left without the words that say it is explained."""
    behind = _BEHIND.match(_BEFORE.sub("", title))
    return [CitedTitle(behind["name"], "", 0, behind.end())] if behind else []
