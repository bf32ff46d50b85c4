"""What words two texts share, small words left out."""

import re
from functools import lru_cache

from bot.eligibility.quantity_names import QuantityNames

_REMEMBERED = 1024
_SYNONYM = 2
"""What a shared synonym counts; a shared pair of characters counts one."""
_SMALL_WORDS = re.compile(
    r"以上|以下|不低|不少|不超|企业|公司|我们|年度|单位|人员|项目|补贴|奖励|可以|申请|应当|条件|符合|下列|要求|限制|对于"
    r"|的|了|是|在|和|与|有|不|一|，|、"
)
_SMALL_SIGNS = re.compile(r"报废|购买|淘汰|拥有|取得|[上下中个给能年月日及或者其市区县为已满达到人]")
_HAN = re.compile(r"[\u4e00-\u9fff]+")


@lru_cache(maxsize=_REMEMBERED)
def content(text: str) -> frozenset[str]:
    """The characters of a text that are part of no small word."""
    return frozenset("".join(_HAN.findall(_SMALL_SIGNS.sub("，", _SMALL_WORDS.sub("，", text)))))


@lru_cache(maxsize=_REMEMBERED)
def pairs(text: str) -> frozenset[str]:
    """The pairs of characters that stand side by side in a text, small words left out."""
    runs = _HAN.findall(_SMALL_WORDS.sub("，", text))
    return frozenset(run[i : i + 2] for run in runs for i in range(len(run) - 1))


def shared_words(printed: str, said: str, names: QuantityNames) -> int:
    """How much of what one text is about the other is about too: pairs of characters, and synonyms."""
    synonyms = sum(
        _SYNONYM for one in names.synonyms if _holds(printed, one.every) and _holds(said, one.every)
    )
    return len(pairs(printed) & pairs(said)) + synonyms


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
