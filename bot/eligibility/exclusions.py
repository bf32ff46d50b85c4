"""Whom or what a text leaves out, and whether the asker tells that he is one of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.eligibility.asker_traits import is_of_asker_now
from bot.eligibility.printed.branches import EXCLUDING_LIST, Branch, branches
from bot.eligibility.spoken.whose_figures import is_told_of_applicant
from bot.eligibility.told_words import denies, tells
from corpus.text.numerals import TWOS, UP_TO_99

_REMEMBERED = 256
_NOT = "(?:原则上|一律|均|都)?(?:不再|不予|不得|不能|不可|不给|不)(?:再|重复)?"
_GIVEN = (
    "享受|发放|补贴|补助|报(?!销|告|送|批)|给予|申[请报领]|领取|应聘|参[保加]|适用|受理|纳入|列入|办理|入葬|免除|减免|资助|奖励|登记|租借|借用"
    "|支持|赔[偿付]"
)
_NOT_GIVEN = rf"(?:{_NOT}(?:{_GIVEN})|(?:不在|不属于?)[^，。；]{{0,8}}范围)"
_EXCLUSION = re.compile(
    rf"(?P<what>[^。；\n]{{2,60}}?)(?P<mark>的?，|的)?{_NOT_GIVEN}[^，。；\n]{{0,14}}(?=[，。；\n]|$)"
)
_LIFTED = re.compile("除外|但")
_ITEM = re.compile(
    r"，以及|，或者?|、|以及|或者?|和(?=[^，。；、]{1,8}(?:名下|所有))|(?<=[房户人者车地])和(?=[对出未已])"
)
_LEAST = 3
"""Signs of an item that tell by themselves what is left out."""
_WHOLE = re.compile(
    rf"\d|[{UP_TO_99}{TWOS}][岁年月天人户亩次倍成级]|逾期|过期|超过|材料|不符|同一|重复|同时|其他|条件"
)
"""What other rules tell, or nobody in a sentence: figures, lateness, papers, two claims."""
_OF_ITEM = re.compile(rf"{_WHOLE.pattern}|[不未没无非]|除外|但")
_DENIES = re.compile("[不未没无非]")
"""An item that is a denial is told by nobody."""
_NONE_OF = re.compile(
    r"[^。；，\n]{0,10}不属于(?P<list>[\u4e00-\u9fff]{2,10}(?:、[\u4e00-\u9fff]{2,10})+)(?=的?[，。；\n]|的?$)"
)
_OUTSIDE_OF = re.compile(
    r"(?<!现)在(?P<list>[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,8})*)(?:以外|之外)(?=的?[，。；\n]|的?$)"
)
_MEANS_TO = re.compile("想要?|打算|准备|计划")
_CLAUSE = re.compile(r"[^，。；！？,;!?\n]+")
_ASKS = re.compile(
    r"(?:能不能|可不可以|还?能|可以|还给|给不给|补不补|行不行|够不够|有没有|还有(?![套处])|能否|是否|算不算)[^，]*$"
)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Words at [start, end) of a text by which it leaves out whoever one of its `items` is true of."""

    items: tuple[str, ...]
    start: int
    end: int
    is_asked: bool = False
    """Whether the text asks that none of them is so: 拟生产的食品不属于罐头、白酒."""
    is_place: bool = False
    """Whether they are places out of which something has to be: 地块在行洪道以外."""

    def shuts_out(self, clause: str) -> bool:
        """Whether a clause tells that one of its items is true."""
        return any(self._tells(item, clause) and not denies(item, clause) for item in self.items)

    def _tells(self, item: str, clause: str) -> bool:
        within = not self.is_place or re.search(
            rf"[在占][^，]{{0,4}}{re.escape(item)}(?!以?外|旁|边|附近)", clause
        )
        return bool(within) and tells(item, clause)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exclusion that is true of the asker, and the words of the question that tell."""

    exclusion: Exclusion
    said: str


@lru_cache(maxsize=_REMEMBERED)
def exclusions(words: str) -> tuple[Exclusion, ...]:
    """What a flat text leaves out, left to right.

    Example: `撂荒的耕地、已改种果树的耕地不予补贴` -> one with two items
    """
    return tuple(one for branch in branches(words) for one in _of_branch(words, branch))


def left_out(words: str, question: str) -> Iterator[LeftOut]:
    """The exclusions of a text that the question tells to be true of who asks, in order."""
    every = exclusions(words)
    told_now = tuple(_told(question)) if every else ()
    planned = tuple(_told(question, or_meant=True)) if any(one.is_asked for one in every) else ()
    for one in every:
        clauses = planned if one.is_asked else told_now
        said = next((clause for clause in clauses if one.shuts_out(clause)), "")
        if said:
            yield LeftOut(one, said)


def _of_branch(words: str, branch: Branch) -> Iterator[Exclusion]:
    start, end = branch.start, branch.end
    item = words[start:end].strip("的；。")
    if EXCLUDING_LIST.search(branch.lead) and len(item) >= _LEAST and not _OF_ITEM.search(item):
        yield Exclusion((item,), start, end)
    for match in _EXCLUSION.finditer(words, start, end):
        what = match["what"] if match["mark"] in ("的，", "，") else match["what"].rpartition("，")[2]
        if _WHOLE.search(what) or _LIFTED.search(words[match.end() : end]):
            continue
        items = _items(what)
        if items:
            yield Exclusion(items, match.start("what") + match["what"].index(what), match.end())
    for match in _OUTSIDE_OF.finditer(words, start, end):
        yield Exclusion(tuple(match["list"].split("、")), *match.span(), is_asked=True, is_place=True)
    for match in _NONE_OF.finditer(words, start, end):
        yield Exclusion(tuple(match["list"].split("、")), *match.span(), is_asked=True)


def _items(what: str) -> tuple[str, ...]:
    """The alternatives of a list; those in front take the noun behind the last one's 的.

    Example: `河滩、堤坝内侧的小麦` -> `河滩的小麦`, `堤坝内侧的小麦`
    """
    items = [item for part in _ITEM.split(what) if (item := part.strip("，的"))]
    _, shared, noun = items[-1].partition("的") if items else ("", "", "")
    whole = (item if "的" in item or not shared else f"{item}的{noun}" for item in items)
    return tuple(item for item in whole if len(item) >= _LEAST and not _DENIES.search(item))


def _told(question: str, *, or_meant: bool = False) -> Iterator[str]:
    """The clauses that say something of who asks as it is, or as he means it to be, without what they ask."""
    for match in _CLAUSE.finditer(question):
        clause = _ASKS.sub("", match.group())
        whole = _MEANS_TO.sub("", match.group()) if or_meant else match.group()
        if clause and is_of_asker_now(whole) and is_told_of_applicant(question, match.start(), match.end()):
            yield clause
