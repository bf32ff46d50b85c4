"""Things that a text asks somebody to have or not to have, whatever they are: 持有健康证, 没有重大投诉."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.eligibility.traits import Trait, TraitValue

HAS, HAS_NOT = "有", "没有"
_REMEMBERED = 256
_HAN = r"[\u4e00-\u9fff]"
_ENDS = r"(?=的|，|。|；|、|且|并|或|\n|$)"
_ASKED_FOR = re.compile(
    rf"(?:持有|配备|建有|设有)(?:效|有效的?)?(?P<has>{_HAN}{{2,8}}?){_ENDS}"
    rf"|取得(?P<paper>{_HAN}{{0,6}}证书?){_ENDS}"
    rf"|没有(?:发生|出现|受到|受过|存在)?(?P<not>{_HAN}{{2,8}}?){_ENDS}"
    rf"|(?:(?<=[，、；：。且])|(?<={_HAN}))(?:(?<![尚还从])未|无(?![需法关论力偿]))(?P<without>{_HAN}{{2,6}})(?=的，)"
)
_TOO_COMMON = re.compile(
    r"(?:企业|单位|人员|项目|条件|资格|情形|情况|以上|部门|标准|要求|规定|能力|作用|效果|限制|明确|关系|服务|问题|记录|材料|设备|需求"
    r"|潜力|意愿|申请|办理|进行|使用|完成|成年)$"
)
_HEAD = 2
"""Signs at the end of a noun that name it by themselves: 投诉 of 重大投诉."""


def named_things(words: str) -> Iterator[tuple[Trait, str, int, int]]:
    """What a text asks for by its noun: the trait, the value that is asked for, and where the words stand.

    Example: `没有消防喷淋的` -> 喷淋, 没有
    """
    for match in _ASKED_FOR.finditer(words):
        owned = match["has"] or match["paper"]
        noun = owned or match["not"] or match["without"]
        if len(noun) >= _HEAD and not _TOO_COMMON.search(noun):
            yield _trait(_head(noun)), HAS if owned else HAS_NOT, *match.span()


def _head(noun: str) -> str:
    """The end of a noun that names it. Example: `重大投诉` -> 投诉; `健康证明` -> 健康证."""
    noun = noun.removesuffix("明") if noun.endswith("证明") else noun
    return (
        noun[-_HEAD - 1 :] if noun.endswith("证") else noun[-_HEAD - 2 :] if "证书" in noun else noun[-_HEAD:]
    )


@lru_cache(maxsize=_REMEMBERED)
def _trait(head: str) -> Trait:
    """Whether somebody has what a noun names, as people say it."""
    has = (
        rf"(?:(?<!没)有|办了|装了|拿了|取得了?|考了|持|出过|发生过|被)[^，。没未]{{0,4}}{head}"
        rf"|{head}(?:都|也)?(?:有|[办装过拿](?:了|着|好|过|的))"
    )
    has_not = (
        rf"(?:没|没有|未|无|从没)[^，。]{{0,4}}{head}|{head}[^，。]{{0,2}}(?:没|未)[有办装过拿]?(?!问题)"
        rf"|{head}(?:都|也|早|已经?)*过期"
    )
    values = (TraitValue(HAS, re.compile(has)), TraitValue(HAS_NOT, re.compile(has_not)))
    return Trait(head, values, (), is_history=True)
