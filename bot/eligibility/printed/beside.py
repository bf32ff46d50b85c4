"""What a sentence asks for beside a condition that is met, so that 符合 of a part is not read as of all."""

import re
from collections.abc import Iterator, Sequence

from bot.eligibility.printed.branches import Branch, branches

_PIECE = re.compile(r"[^，且]+?(?=，|且|并且|同时|并(?![网购非列])|$)")
_CONSEQUENCE = re.compile(
    r"^(?:可以?|均可|按|给予|予以|每|由|享受|优先|择优|一次性|最高|应当|凭|从|分别|均|仍|自)"
    r"|给予|补贴|补助|奖励|贴息|减免|免收|发放|申领|申请|报销|培训期间|计发|期限"
)
"""A piece that says what there is to get or how, no more what is asked for; pieces behind it neither."""
_ASKS = re.compile(
    r"具有|持有|取得|年满|缴纳|签订|符合|属于|从事|需要|实际|连续|累计|不(?:低|少|超|高|大)|未|没有|无(?!偿)|以[上下内]|已|经|[^的]的$|户籍|唯一"
)
"""Words by which a piece asks for something."""
_ALTERNATIVE = re.compile("或")
_OPENING = re.compile(r"^(?:并且?|且|同时|对|其中|以及|和)+")
_EACH_OF_LIST = re.compile(r"下列|以下")
_ANY_OF_LIST = re.compile(r"之一|任[一意]")
_LEAST, _MOST = 4, 40
"""Signs of a piece that is named; a longer one is cut at a mark by its own commas already."""

Span = tuple[int, int]


def asked_beside(words: str, met: Span, told: Sequence[Span]) -> tuple[str, ...]:
    """The pieces of a flat text that are asked for together with a span that is met, and not told.

    Example: `具有本区户籍，年满80周岁的老人，每月…` with 年满80周岁 met -> `具有本区户籍`
    """
    every = tuple(branches(words))
    own = next((one for one in every if one.start <= met[0] < one.end), None)
    if own is None or _ANY_OF_LIST.search(own.lead) or _ANY_OF_LIST.search(words[own.start : own.end]):
        return ()
    siblings = (
        [one for one in every if one.lead and one.lead == own.lead]
        if _EACH_OF_LIST.search(own.lead)
        else [own]
    )
    return tuple(piece for one in siblings for piece in _open_pieces(words, one, told))


def _open_pieces(words: str, branch: Branch, told: Sequence[Span]) -> Iterator[str]:
    for match in _PIECE.finditer(words, branch.start, branch.end):
        piece = match.group()
        opening = _OPENING.match(piece)
        start = match.start() + (opening.end() if opening else 0)
        if _ALTERNATIVE.match(piece) or _ALTERNATIVE.match(words, match.end() + 1):
            continue
        if _CONSEQUENCE.search(words[start : match.end()]):
            return
        judged = any(start < end and first < match.end() for first, end in told)
        named = words[start : match.end()].rstrip("的：）")
        if not judged and _LEAST <= len(named) <= _MOST and _ASKS.search(piece):
            yield named
