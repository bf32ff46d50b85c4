"""Splits a question that asks about several topics."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from retrieval.question.asked import without_wishes

_SAID_ON = r"(?:[再还]?(?:想|要|请|帮我)?(?:打听|问|说|了解|知道|看)(?:问|说|看|一下|一?句|个事?|下)?)"
_ANNOUNCED = re.compile(
    rf"(?:^|[,，。?？!！;；\s])(?:(?:另外|还有(?!没有|补|啥|哪)|以及|再就是|捎带|顺便|对了)(?:[,，]?{_SAID_ON})?"
    r"|(?:还想|再想|再请|再帮我|还要|再)(?:打听|问|了解|看看|查查)(?:一下|一?句|个事?|下)?"
    r"|(?:另|再)?一(?:个|件事?)?(?:是|呢是)|二是)[,，:：\s]*"
)
"""Words that introduce another topic."""
_OPENING = re.compile(
    r"^(?:[您你]们?好|喂)?[,，。！!\s]*(?:[\u4e00-\u9fff]{2,6}问[:：]"
    r"|[我俺]?就?[想要来]?(?:请问|请教|打听|咨询|了解|问)(?:一?[下句]|问|您|你|个事儿?)*)[,，:：\s]*(?=[\u4e00-\u9fff]{4})"
)
"""How somebody begins to ask, and who he is. Example: `想问下`, `单位会计问：`."""
_COUNTED_OUT = re.compile(
    r"^[我俺]?[想要]?(?:问|打听|咨询|了解)(?:一?下|您|你)?[两俩几三](?:个|件)?(?:事儿?|问题|情况)[,，:：。\s]*"
)
"""How somebody says that he has several questions."""
_GENERAL = re.compile(
    r"[^\u3400-\u9fff]|多少|几[天折个家成]?|一共|总共|哪[些个儿里]?|什么|怎[么样]?|部门|单位|[\u3400-\u9fff]{2,4}(?:局|委|[府公政]办)|申请|办理?|要求|条件|材料|年龄|时间|手续|上级|资金|争取"
    r"|政策|扶持|补贴|补助|奖励|谁|负责|牵头|配合|参与|协助|主管|在弄|听说|这[事个]|钱|人家?|[的了吗呢吧啊不是有能给归问管]"
)
"""What any topic may be asked about."""
_LEAST_CHARS = 3
"""A part with fewer signs of its own, wishes left out, continues the topic before: 找谁, 电话多少."""
_LEAST_ASKED = 2
"""Fewer suffice where the asker sets a part apart, or each asks in its own words: 宽带降多少，电费降多少."""
_ENOUGH = 4
"""So many signs, wishes too, name a topic that a wish has words of: 狗证丢了补办多少钱."""
_ASKS = (
    r"多少(?:钱|家|个|天|亩)?|(?<![前好十])几(?:个点|个|天|家|成|折|万|点|年|月|级)?(?![乎十百千])"
    r"|[补奖贴给发领贷罚赔交收]几[十百千]|谁(?![都也])"
    r"|哪[儿里个家天年]?|啥|什么|怎[么样]|咋[样整办]?"
    r"|多[长大高远宽重]|吗|呢|有没有|(?P<said>[\u4e00-\u9fff])不(?P=said)|[能行给补有让中管](?:不|没)(?![\u4e00-\u9fff])|(?:不|没)$"
)
_ASKING = re.compile(_ASKS)
_CLAUSE = re.compile(r"[,，。;；?？!！、\s]+")
_JOINED_ASKS = re.compile(
    rf"(?<=[少钱个点天家成折谁儿里吗不样])(?:还有|以及|再就是|和|跟)(?=[\u4e00-\u9fff]{{3,}}?(?:{_ASKS}))"
)
"""Between two things asked for in one breath: 奖几个点还有驰名商标奖多少."""
_MARK = re.compile(r"[?？]+\s*")
_POINTS_BACK = re.compile(r"这[个事项种些笔]|那[些种笔]|那个(?![\u4e00-\u9fff]{3})|它|其中|该项|上述")
"""The beginning of a part about what was named before; 那个驾驶证 names what it is about."""
_TELLS = re.compile(r"[我俺咱您你]|家里|[了着]|过$")
"""Words of a clause that tells something of the asker, and is no topic by itself."""
_SHARED_ASK = re.compile(
    r"(?P<first>[^,，。、]{3,16}?)(?:和|跟|与|以及|还有|、)(?P<second>[^,，。、]{3,16}?)(?:分别|各自?|都)(?P<ask>.{2,})"
)
"""Two things that share what is asked: 甲跟乙分别找谁."""
_SHARED_BEHIND = re.compile(r"(?:都|分别|各自?)(?P<ask>.{2,})")
"""A last clause of all those before it: 想租房，想贷款，都找谁."""


class Parting(StrEnum):
    """What sets the parts of a question apart, the surest first."""

    ANNOUNCED = "announced"
    """Words like 另外: the asker says himself that another topic follows."""
    MARKED = "marked"
    """A question mark."""
    PARALLEL = "parallel"
    """Each asks in words of its own; whether they are of two topics only a search tells."""


@dataclass(frozen=True, slots=True)
class Topics:
    """The parts of a question that each name a topic, and what sets them apart."""

    parts: tuple[str, ...]
    parting: Parting


def split_topics(text: str) -> Topics | None:
    """The parts of a plain question that may be of several topics; None where fewer than two name one.

    Example: "过闸的钱能不能免?另外船上装岸电省里掏钱不" -> 过闸的钱能不能免, 船上装岸电省里掏钱不
    """
    text = _OPENING.sub("", _COUNTED_OUT.sub("", text))
    announced = _ANNOUNCED.split(text)
    text = "，".join(filter(None, announced))
    parted = (
        (_several(announced, _LEAST_ASKED), Parting.ANNOUNCED),
        (_several(_MARK.split(text), _LEAST_CHARS), Parting.MARKED),
        (_parallel(text), Parting.PARALLEL),
    )
    return next((Topics(parts, parting) for parts, parting in parted if parts), None)


def asks(text: str) -> bool:
    """Whether a part of a plain question asks for something; not where it only tells."""
    return bool(_ASKING.search(text))


def _parallel(text: str) -> tuple[str, ...]:
    """Example: "宽带降多少,电费降多少" -> ("宽带降多少", "电费降多少")."""
    shared = _SHARED_ASK.fullmatch(text.rstrip("?？。"))
    if shared:
        return _several((f"{shared[name]}{shared['ask']}" for name in ("first", "second")), _LEAST_ASKED)
    clauses = [*filter(None, _CLAUSE.split(_JOINED_ASKS.sub("，", text)))]
    behind = _SHARED_BEHIND.fullmatch(clauses[-1]) if clauses else None
    if behind:
        return _several((f"{clause}，{behind['ask']}" for clause in clauses[:-1]), _LEAST_ASKED)
    return _several(_asking(clauses), _LEAST_ASKED) or _bare(text, clauses)


def _asking(clauses: Iterable[str]) -> Iterator[str]:
    """The clauses that ask, each with those in front of it that do not; 棚户区改造呢 opens what follows."""
    before, every = "", [*clauses]
    for ordinal, clause in enumerate(every, 1):
        before += f"，{clause}" if before else clause
        if asks(clause if ordinal == len(every) else clause.removesuffix("呢")):
            yield before
            before = ""


def _bare(text: str, clauses: Sequence[str]) -> tuple[str, ...]:
    """Two topics of which the first is only named: 拖拉机报废，村卫生室翻修; 电池更换补贴、过路费打几折."""
    if len(clauses) != 2 or any(map(_TELLS.search, clauses)) or asks(clauses[0]):
        return ()
    listed = "、" in text or not asks(clauses[1])
    return _several(clauses, _LEAST_CHARS) if listed else ()


def _several(parts: Iterable[str], least: int) -> tuple[str, ...]:
    named = tuple(part for part in parts if part and _names_topic(part, least))
    return named if len(named) > 1 else ()


def _names_topic(part: str, least: int) -> bool:
    own, said = (len(_GENERAL.sub("", words)) for words in (without_wishes(part), part))
    return (own >= least or (own > 0 and said >= _ENOUGH)) and not _POINTS_BACK.match(part)
