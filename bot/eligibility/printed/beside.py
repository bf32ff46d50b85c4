"""What a sentence asks for beside a condition that is met, so that 符合 of a part is not read as of all."""

import re
from collections.abc import Iterator, Sequence

from bot.eligibility.printed.branches import Branch, branches
from bot.eligibility.told_words import tells

_VERBS = "具有|持有|取得|年满|已[^，、]|未|无(?!偿)|没有|缴纳|签订|属于|从事|需要"
_ASKS = re.compile(_VERBS)
"""A piece that 、 joins to another one is asked for too only where both begin with such a word."""
_PIECE = re.compile(rf"[^，且]+?(?=，|且|并且|同时|并(?![网购非列])|、(?:{_VERBS})|$)")
_CONSEQUENCE = re.compile(
    r"^(?:可以?|均可|按|给予|予以|每|由|享受|优先|择优|一次性|最高|应当|凭|从|分别|均|仍|自)"
    r"|[补奖]\d|救助\d|最[多高][补奖可]|每[餐人户月年次张台][^，。]{0,4}[补奖]"
    r"|给予|补贴|补助|奖励|贴息|减免|免收|发放|申领|申请|报销|返还|退还|免费|培训期间|计发|期限|赔[偿付]|免除|收取|负责|纳入|列入"
    r"|(?:电话|热线|手机)[:：]?\d"
)
"""A piece that says what there is to get or how, no more what is asked for; pieces behind it neither."""
_ASKS_NOTHING = re.compile(
    r"^(?:为|根据|按照|依据|鼓励|支持|落实|推动|结合|通过|围绕|加大|全面|进一步|统筹|将)|报名$"
)
"""A piece that only says what the text is for, or on what occasion."""
_ALTERNATIVE = re.compile("或")
_OPENING = re.compile(r"(?:[^：]{1,10}：)?(?:并且?|且|同时|对|其中|以及|和|、)*")
_EACH_OF_LIST = re.compile(r"下列|以下")
_ANY_OF_LIST = re.compile(r"之一|任[一意]")
_QUALITY = re.compile(r"的?(?:唯一|首套|首次|自有|新增|全日制|全职|非营运)")
"""What is asked of a thing behind what is compared."""
_BRACKET = re.compile(r"（[^（）]*）")
_CUT_BRACKET = re.compile(r"（|）(?!的?$)")
"""What is left of a bracket that a comma within it cuts; the last piece of one stands for itself."""
_KIND = re.compile(
    r"(?:、[^，。；的\d]{0,8}\d[^，。；的]{0,8})?的"
    r"(?P<kind>[\u4e00-\u9fff]{2,14}?(?:人员|家庭|对象|成员|家属|职工|户)"
    r"|[\u4e00-\u9fff]{0,10}?(?:军人|残疾人|毕业生|农民工))"
    r"(?!籍|口|主)"
)
"""Whom a comparison is of, also one that shares this noun with the next: 女年满45周岁、男…的就业困难人员."""
_ANYBODY = re.compile(
    r"(?:城乡|城镇|农村|常住|本[区县市镇]|当地|相关|有关|其他|全体|[一-龥]{0,2}(?:户籍|户口)的?)*(?:老年|参保|从业|在职)?"
    r"(?:人员|家庭|对象|成员|家属|职工|住?户|农户)"
)
"""Nouns that say no more than that people are meant."""
_HALF_TOLD = 0.6
_LEAST = 4
"""Signs of a piece that asks for something."""

Span = tuple[int, int]


def asked_beside(words: str, met: Span, told: Sequence[Span]) -> tuple[str, ...]:
    """The pieces of a flat text that are asked for together with a span that is met, and not told.

    Example: `具有本区户籍，年满80周岁的老人，每月…` with 年满80周岁 met -> `具有本区户籍`
    """
    every = tuple(branches(words))
    own = next((one for one in every if one.start <= met[0] < one.end), None)
    if own is None or _ANY_OF_LIST.search(own.lead) or _ANY_OF_LIST.search(words[own.start : own.end]):
        return ()
    listed = _EACH_OF_LIST.search(own.lead)
    parts = [one for one in every if one is own or (listed and one.lead == own.lead)]
    spans = (_untold(words, *span, told) for one in parts for span in _asking(words, one, met[0]))
    return tuple(words[start:end].strip("的：）") for start, end in spans if start < end)


def kind_beside(words: str, met: Span, question: str) -> tuple[str, ...]:
    """The kind of people whose figure it is that is met at a span, where a question does not tell of it.

    Example: `女性年满45周岁的就业困难人员` with 年满45周岁 met by 女的47岁 -> `就业困难人员`
    """
    whose = _KIND.match(words, met[1])
    if whose is None or _ANYBODY.fullmatch(whose["kind"]) or tells(whose["kind"], question, _HALF_TOLD):
        return ()
    return (whose["kind"],)


def _untold(words: str, start: int, end: int, told: Sequence[Span]) -> Span:
    """What of a piece nothing is told of: all, none, or a quality behind what is: …的唯一住房."""
    over = [last for first, last in told if first < end and start < last]
    if not over:
        return start, end
    rest = max(over)
    return (rest, end) if _QUALITY.match(words, min(rest, end), end) else (end, end)


def _asking(words: str, branch: Branch, met: int) -> Iterator[Span]:
    """The pieces of a branch that ask for something, up to what follows from what is met at an offset."""
    before = ""
    for match in _PIECE.finditer(words, branch.start, branch.end):
        opening = _OPENING.match(words, match.start(), match.end())
        start, end = opening.end() if opening else match.start(), match.end()
        is_listed = match.group().startswith("、") and not _ASKS.match(before)
        before = words[start:end]
        if _CONSEQUENCE.search(before):
            if end > met:
                return
        elif not is_listed and _is_asked(words, match.start(), end, before):
            yield start, end


def _is_asked(words: str, start: int, end: int, piece: str) -> bool:
    """Whether a piece asks for something, and is no alternative of the one beside it."""
    alternative = _ALTERNATIVE.match(words, start) or _ALTERNATIVE.match(words, end + 1)
    whole = not alternative and not _CUT_BRACKET.search(_BRACKET.sub("", piece))
    return whole and len(piece) >= _LEAST and not _ASKS_NOTHING.search(piece)
