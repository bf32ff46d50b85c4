"""Words of a text that lift or widen a requirement for some: 不受…限制, 放宽到, 已满…仍…."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.eligibility.printed.branches import BRANCH_END
from bot.eligibility.printed.printed_bounds import PrintedBound

_LOOSENS = re.compile(
    r"(?:可以?|适当)?(?:不受|不限(?!于)|不考核|不作要求|不做要求|放宽[到至为]?)|仍(?![没未不无])|即可|可延长"
    r"|(?<=要求|起付|门槛|时间|年限|期限|月数)线?(?:可以?)?(?:降低?|减少?|缩短|提高|延长)[为至到]|(?<=上限)(?:可以?)?(?:提高|调)[为至到]"
)
_LIFTED_NOUN = 3
_BRACKET = re.compile(r"（[^（）]*）")


@dataclass(frozen=True, slots=True)
class Loosening:
    """Words that lift or widen a requirement for some."""

    who: str
    about: str
    bounds: tuple[PrintedBound, ...]
    """Comparisons that tell for whom."""
    start: int
    """Where its phrase begins."""
    end: int
    """Where its branch ends."""
    is_still: bool
    """已满…仍…: the other side of the threshold."""


def may_loosen(text: str) -> bool:
    """Whether the text of a measure has words that lift requirements, as a quick look tells."""
    return bool(_LOOSENS.search(text))


def loosenings_in(branch: str, offset: int, bounds: Sequence[PrintedBound]) -> Iterator[Loosening]:
    """Those of a branch that begins at an offset of the flat text; `bounds` are its comparisons."""
    for match in _LOOSENS.finditer(branch):
        tail = re.match(r"[^，]*", branch[match.end() :])
        behind = tail.group() if tail else ""
        phrase = branch.rfind("，", 0, match.start()) + 1
        aged = any(offset + phrase <= bound.start < offset + match.start() for bound in bounds)
        is_still = match.group() == "仍" and aged
        if match.group() == "仍" and not is_still:
            continue
        earlier = branch.rfind("，", 0, max(phrase - 1, 0)) + 1
        first = earlier if match.start() == phrase or BRANCH_END.search(branch[:phrase]) else phrase
        told = tuple(b for b in bounds if offset + first <= b.start and b.end < offset + phrase)
        yield Loosening(
            who=behind if is_still else branch[first : match.start()],
            about=_BRACKET.sub("", _about(branch[phrase : match.start()], match.group(), behind)),
            bounds=told,
            start=offset + phrase,
            end=offset + len(branch),
            is_still=is_still,
        )


def _about(before: str, words: str, behind: str) -> str:
    """What is loosened; of 博士毕业生年龄不限 only the noun in front of 不限."""
    return f"{before[-_LIFTED_NOUN:] if words.endswith('不限') else before} {behind}"
