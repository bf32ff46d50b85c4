"""Lists of shops, canteens and pharmacies: their phones are for buyers, nobody's to ask about the rules."""

import re
from collections.abc import Sequence

from bot.answering.calls.choosing_calls import of_name
from bot.answering.calls.printed_calls import PrintedCall
from corpus.records import Document, ItemReason, Measure

_OUTLETS = re.compile(
    r"(?![^：。]{0,12}(?:咨询|办理|受理|申报|申请))[^，。：；\d]{0,12}"
    r"(?:[门药书商]店|店铺|商户|商家|药房|食堂|餐厅|饭店|超市|商场"
    r"|(?:助餐|就餐|用餐|销售|零售|售卖|经销|代售|回收)(?:服务)?(?:网?点|单位|企业))"
    r"(?:名单|名录|一览表|信息|地址|电话|及|和|与|、|的|联系)*(?:[：\n]|$)"
)
"""A title of such a list. Example: `定点药店名单及电话`."""
_FOR_ALL = re.compile("咨询|联系人|政策")
"""Words of a phone in such a list that is for questions all the same."""


def without_outlets(calls: Sequence[PrintedCall], document: Document, question: str) -> list[PrintedCall]:
    """The phones of a document but for those of listed shops, unless a question names the shop.

    Example: `顺达车行（和平路5号）5550101` below 销售门店, for `补多少钱` -> left out
    """
    lists = {measure.id for measure in document.measures if _lists_outlets(measure)}
    listed = [call for call in calls if call.measure in lists and not _for_all(call)] if lists else []
    named = of_name(listed, question, document.title)
    return [call for call in calls if call not in listed or call in named]


def _lists_outlets(measure: Measure) -> bool:
    """Whether a measure, by its first words or its heading, is a list of shops; a row of a table is none."""
    titles = (measure.text, *measure.heading[-1:])
    return measure.reason is not ItemReason.ROW and any(map(_OUTLETS.match, titles))


def _for_all(call: PrintedCall) -> bool:
    return call.complaint or bool(_FOR_ALL.search(call.words))
