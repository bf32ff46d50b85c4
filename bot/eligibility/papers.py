"""Papers that a text asks to be brought or held, several of them, and which of them the asker has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.eligibility.asker_traits import is_of_asker_now
from bot.eligibility.spoken.kin import RELATIVE
from bot.eligibility.spoken.whose_figures import is_told_of_applicant

_REMEMBERED = 256
_HAN = r"[\u4e00-\u9fff]"
_ENDS = "证明书?|证书?|执照|合同|协议|户口[簿本]|社保卡|备案卡|银行卡|批准书|委托书|登记表|报告"
_PAPER = rf"{_HAN}{{0,10}}?(?:{_ENDS})(?!件|明|书)"
_LIST = re.compile(
    r"(?:须|需|应当|应|必须|还须)(?:同时)?(?:提供|提交|携带|持有|出示|具备|取得)"
    rf"(?P<papers>{_PAPER}(?:(?:、|和|及|以及|或者?)(?:有效期内的)?{_PAPER})+)"
)
_ONE_PAPER = re.compile(rf"(?P<join>、|以及|和|及|或者?)?(?:有效期内的)?(?P<paper>{_PAPER})")
_HEADS = re.compile(
    r"(?:居住|身份|健康|务工|工作|残疾人?|结婚|毕业|学历|学位|房产|不动产权?|土地|许可|营业|劳动|租赁|失业|退役"
    r"|出生|死亡|低保|社保|备案|银行|委托|户口|评估)?"
    r"(?:证明书?|证书?|执照|合同|协议|[簿本]|卡|书|表|报告)$"
)
_SHORT = {
    "户口簿": "户口[本簿]",
    "身份证明": "身份证",
    "营业执照": "执照",
    "不动产权证书": "房产?证|房本|不动产证",
    "劳动合同": "合同",
}
"""How people call a paper, where they do not say what is printed."""
_LACKS = (
    "(?:没有?|未|缺|丢了?|少)[^，]{0,4}(?:NAME)"
    "|(?:NAME)(?:也|都|还|又|是|正|早)*(?:没|未|在办|过期|丢|缺|不在)"
)
_HAS = (
    "(?:有|带了?|办了|办好了?|拿着?|持|考了)[^没未缺]{0,12}?(?:NAME)"
    "|(?:NAME)[^没未不缺]{0,12}?(?:有|带|办了|办好|下来了|齐|在手)"
)
_OF_ANOTHER = re.compile(rf"(?:{RELATIVE})(?!都)|[他她]|借|过期|到期")
"""A paper of somebody else, or one that may be valid no more, is not told to be had."""
_OF_COUPLE = re.compile("父母|一方|夫妻|家庭")
_CLAUSE = re.compile(r"[^，。；！？,;!?\n]+")


@dataclass(frozen=True, slots=True)
class PaperList:
    """Papers at [start, end) of a text: one of each of its groups is asked for."""

    groups: tuple[tuple[str, ...], ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PapersTold:
    """A list of papers of which the asker has one of each group, or lacks a group whole, and what he says."""

    papers: PaperList
    has_all: bool
    said: str


@lru_cache(maxsize=_REMEMBERED)
def paper_lists(words: str) -> tuple[PaperList, ...]:
    """The lists of papers that a flat text asks for, left to right.

    Example: `须提供居住证和务工证明或者营业执照` -> 居住证 and one of 务工证明, 营业执照
    """
    return tuple(PaperList(_groups(match["papers"]), *match.span()) for match in _LIST.finditer(words))


def papers_told(words: str, question: str) -> Iterator[PapersTold]:
    """The lists of which the question tells that who asks has all, or that he lacks what is needed."""
    clauses = [
        match.group() for match in _CLAUSE.finditer(question) if is_told_of_applicant(question, *match.span())
    ]
    for one in paper_lists(words):
        held = [[_held(paper, clauses) for paper in group] for group in one.groups]
        lacking = any(all(has is False for has, _ in group) for group in held)
        couple = _OF_COUPLE.search(words[one.start : one.end])
        complete = all(any(has for has, _ in group) for group in held)
        others = {bool(_OF_ANOTHER.search(said)) for group in held for has, said in group if has}
        complete = complete and (others == {False} or (couple is not None and others == {True}))
        if lacking or complete:
            told = (said for group in held for has, said in group if has is complete)
            yield PapersTold(one, complete, "、".join(dict.fromkeys(told)))


def _groups(papers: str) -> tuple[tuple[str, ...], ...]:
    groups: list[list[str]] = []
    for match in _ONE_PAPER.finditer(papers):
        head = _HEADS.search(match["paper"])
        name = head.group() if head else match["paper"]
        if groups and (match["join"] or "").startswith("或"):
            groups[-1].append(name)
        else:
            groups.append([name])
    return tuple(tuple(group) for group in groups)


def _held(paper: str, clauses: list[str]) -> tuple[bool | None, str]:
    """Whether somebody has a paper, and the clause that tells; None where none does or they differ."""
    name = _SHORT.get(paper, re.escape(paper))
    told = [(_says_to_hold(name, clause), clause) for clause in clauses]
    sure = [(answer, clause) for answer, clause in told if answer is not None]
    return sure[0] if len({answer for answer, _ in sure}) == 1 else (None, "")


def _says_to_hold(name: str, clause: str) -> bool | None:
    """Whether a clause says that the asker has a paper, or lacks it; None where it says neither."""
    for pattern, answer in ((_LACKS, False), (_HAS, True)):
        match = re.search(pattern.replace("NAME", name), clause)
        if match:
            return answer if is_of_asker_now(clause.replace(match.group(), "")) else None
    return None
