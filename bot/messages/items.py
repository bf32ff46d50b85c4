"""How the label of an item is read out."""

import re

from corpus.records import ItemReason
from corpus.text.numerals import UP_TO_99

WHY_ITEM = "单列为一条：{why}"
AIMS_ALONE = "只讲目的、原则或目标，不是具体的政策措施"
REASONS = {
    ItemReason.ARTICLE: "以“第几条”编号的条文",
    ItemReason.ITEM: "以“第几项”编号的一项",
    ItemReason.QUESTION: "一个问题和它的回答",
    ItemReason.HEADING: "没有编号的标题和它下面的文字",
    ItemReason.CHAPTER: "没有再分条目的一部分",
    ItemReason.LIST: "各点是同一个清单，与引出它的话一起读",
    ItemReason.PART: "有编号的一段",
    ItemReason.ASSIGNED: "写明了责任单位的一段",
    ItemReason.ROW: "表格的一行",
    ItemReason.ENTRY: "按日期记的一则",
    ItemReason.WHOLE: "全文没有分条目",
    ItemReason.BESIDE: "写在各条之外的规定",
}

_FORMS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"全文", ""),
        (r"表(\d+)", r"附表第\1行"),
        (r"问(\d+)", r"第\1问"),
        (r"附则（(.+)）", r"附则第（\1）项"),
        (r"(第.+条.*)", r"\1"),
        (rf"([{UP_TO_99}]+)（(.+)）", r"第\1部分第（\2）项"),
        (rf"([{UP_TO_99}]+)（(.+)）(\d+)", r"第\1部分第（\2）项第\3点"),
        (rf"([{UP_TO_99}]+)(\d+)", r"第\1部分第\2点"),
        (r"(.+日)(?:△(\d+))", r"\1第\2条"),
        (r"(.+日)", r"\1"),
    )
)
_MAIN = "正文"
_ANNEX = re.compile(r"(?P<annex>附件\d*)-?(?P<item>.+)")
_COUNTED = re.compile(rf"[{UP_TO_99}百\d（）()①-⑳—–-]+")
"""What is not made of these signs is called by its heading, such as 申请条件."""
_AGAIN = re.compile(r"(?P<item>.+)·(?P<count>\d+)")


def item_name(item: str) -> str:
    """The item as one would say it.

    Example: "19" -> "第19项"; "表13" -> "附表第13行"; "五（二）5" -> "第五部分第（二）项第5点"; "全文" -> "";
    "正文三" -> "正文第三项"; "附件2-1" -> "附件2第1项"; "申请条件" -> "“申请条件”"
    """
    again = _AGAIN.fullmatch(item)
    if again:
        return f"{item_name(again['item'])}（其{again['count']}）"
    if item.startswith(_MAIN):
        return _MAIN + item_name(item.removeprefix(_MAIN))
    annexed = _ANNEX.fullmatch(item)
    if annexed:
        return annexed["annex"] + item_name(annexed["item"])
    matches = ((pattern.fullmatch(item), words) for pattern, words in _FORMS)
    usual = f"第{item}项" if _COUNTED.fullmatch(item) else f"“{item}”"
    return next((match.expand(words) for match, words in matches if match), usual)
