"""Whether a figure is of a thing with another name than the one that a condition measures."""

import re

from bot.eligibility.printed_bounds import PrintedBound

_HAN = r"\u4e00-\u9fff"
_HEADS = re.compile("活动|锅炉|面积|医保|保险|学生|毕业生|作物|培训|课程|专利|车辆")
"""Nouns that mean little without the word in front of them."""
_RATE = re.compile(rf"[{_HAN}]{{2}}率")
_VAGUE = re.compile(
    rf"[^{_HAN}]|[的了着过是有在和与及或我俺咱你他她这那哪每各该本其共总均全等都也就还才只又再已曾被把给让向从对由上下前后内外中个台套件家户人次年月日天万千百亿两几数多少些一笔办]"
    "|公司|企业|单位|工厂|厂里|村里|家里|自己|我们|去年|今年|前年|实际|累计|合计|一共|年度|季度|相关|有关|各类|普通|主要|新建|新增|新购|购置|购买|符合|开展|举办|参加|取得|获得|持有|拥有|完成|从事"
)
"""Words that tell no kind."""
_COUNTED = re.compile(
    rf"的?(?P<noun>[{_HAN}]{{2,6}}?)(?=$|[，。；！？,;!? ]|能|可以|够|想|要|都|也|的|了|吗|呢|不|没|有)"
)
_THINGS = frozenset(
    ["个", "家", "台", "头", "只", "间", "户", "项", "件", "条", "艘", "株", "辆", "套", "场", "所", "座"]
)
"""Units behind which the thing is named that they count."""
_MODIFIER = 2


def is_of_other_noun(bound: PrintedBound, ahead: str, behind: str) -> bool:
    """Whether the words beside a figure name another thing than those of a comparison.

    `ahead` and `behind` are the words of the clause of the question around the figure.

    Example: `公益活动12场以上`, `商业活动一年` + 20场 -> True; `充电口20个以上`, 24个 + `停车位` -> True
    """
    if _is_other_kind(bound.printed, bound.sentence, f"{ahead}，{behind}"):
        return True
    return bound.unit in _THINGS and _is_counted_else(bound.sentence, behind)


def _is_other_kind(printed: str, sentence: str, said: str) -> bool:
    """Whether both name a noun, each with another word in front of it: 商业活动, 公益活动."""
    for head in {match.group() for match in _HEADS.finditer(printed)}:
        asked, told = _kinds(printed, head), _kinds(said, head)
        if (
            asked
            and told
            and not any(kind in sentence for kind in told)
            and not any(k in said for k in asked)
        ):
            return True
    rates, named = set(_RATE.findall(printed)), set(_RATE.findall(said))
    return bool(rates and named) and not named & set(_RATE.findall(sentence))


def _kinds(text: str, head: str) -> set[str]:
    """The words of one or two signs in front of a noun, those left out that tell no kind."""
    found = (text[max(match.start() - _MODIFIER, 0) : match.start()] for match in re.finditer(head, text))
    return {kind for words in found if (kind := re.split(_VAGUE, words)[-1])}


def _is_counted_else(sentence: str, behind: str) -> bool:
    """Whether a noun stands behind the figure of which the printed words have no sign: 24个停车位."""
    counted = _COUNTED.match(behind)
    if counted is None or _VAGUE.search(counted["noun"]):
        return False
    noun = counted["noun"]
    pairs = {noun[i : i + 2] for i in range(len(noun) - 1)}
    return not any(pair in sentence for pair in pairs) and not {noun[0], noun[-1]} & set(sentence)
