"""Phones right behind shops and houses: 鑫源车行（和平路5号）5550101; 东街食堂，电话5550102."""

import re
from collections.abc import Iterator

from corpus.extraction.evened_words import Words
from corpus.extraction.naming.printed_desks import CalledDesk, desk_with_person
from corpus.extraction.whose_phones.desk_rows import run_of
from corpus.text.bodies import without_sending
from corpus.text.phones import find_phones

_WHERE = (
    r"（[^（）：]{0,24}(?:[路街道巷弄村镇乡号楼层院旁边内侧]|对面|附近|隔壁|社区|小区|市场|路口)"
    r"[^（）：]{0,12}）"
)
_HOUSE = (
    r"(?:食堂|餐厅|饭店|饭堂|[药门书商]店|专卖店|体验店|旗舰店|车行|商行|超市|药房|诊所|商场|商城|助餐点)"
)
_LOCATED = re.compile(
    r"(?:^(?:\d{1,2}[.、．]|[（(]?\d{1,2}[）)])?|[；。：])(?P<name>[\u4e00-\u9fff]{2,24}?)"
    rf"(?:{_WHERE}|(?P<house>{_HOUSE}))"
    r"[，：、]?(?:(?:联系|咨询|服务|订餐|预约)?电话)?：?(?=（?\d)"
)
"""A name with an address in a bracket, or one that ends as those of shops do, and the first figure behind."""
_LABEL = re.compile("电话|热线|地址|地点|时间|联系|咨询|举报|投诉|监督|窗口")
"""Words that announce a phone, and are no part of a shop's name."""
_LONGEST_RUN = 80
"""Characters behind a name that its phones may take: five of them."""


def phones_of_located(words: Words) -> Iterator[tuple[CalledDesk, str]]:
    """The phones of a line that stand right behind a shop, or behind a name and its address.

    Example: `宏达车业（曙光街6号）5550102` -> 宏达车业 with that phone
    """
    for match in _LOCATED.finditer(words.norm):
        name = match["name"] + (match["house"] or "")
        if _LABEL.search(name) or without_sending(name) != name:
            continue
        behind = words[match.end() : match.end() + _LONGEST_RUN]
        phones = find_phones(behind.raw, called_so=True)
        if phones and not behind.norm[: phones[0].start].strip("（"):
            desk = desk_with_person(name) or CalledDesk(name)
            yield from ((desk, phone.text) for phone in run_of(behind, phones))
