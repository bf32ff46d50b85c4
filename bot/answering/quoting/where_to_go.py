"""Where the document of a measure says that people go: 【办理地点】望溪路118号6号窗口."""

import re
from collections.abc import Iterator

from bot.answer import NearbyWords
from bot.answering.wording.particulars import Particular, is_titled, speaks_for_others
from corpus.records import Document, Measure, PrintedAt, Site

_ASKS = re.compile(
    r"窗口|地址|地点|在哪(?!天)|哪个?大厅|什么地方|啥地方|[怎咋]么?走|[去上到](?:哪|什么地方).{0,3}(?:办|领|交|报|申)"
)
_LABEL = r"(?:办理|受理|咨询|办公|联系|报名|领取|申领|申请|登记|服务)?(?:地点|地址|窗口|场所)"
_LINE = re.compile(
    rf"(?:【{_LABEL}】|(?<![\u4e00-\u9fff]){_LABEL}[：:])\s*(?P<words>[^\s【】。]{{4,120}}。?)"
)
_MOST = 2


def asks_address(question: str) -> bool:
    """Whether a question asks where to go. Example: `上牌去哪个窗口` -> True."""
    return bool(_ASKS.search(question))


def addresses(question: str, measure: Measure, document: Document) -> tuple[NearbyWords, ...]:
    """The lines of a document that say where to go, where the question asks for it; at most two."""
    return tuple(_lines(measure, document))[:_MOST] if asks_address(question) else ()


def prints_address(measure: Measure) -> bool:
    """Whether a measure has a line that says where to go."""
    return _LINE.search(measure.text) is not None


def _lines(measure: Measure, document: Document) -> Iterator[NearbyWords]:
    """Its own lines, those of articles on the place of all, else those of the others that speak for it."""
    own = [NearbyWords(match.group().strip(), None) for match in _LINE.finditer(measure.text)]
    yield from own
    for other in (other for other in document.measures if other.id != measure.id):
        titled = is_titled(other, Particular.WHERE, Particular.HOURS)
        if titled or (not own and speaks_for_others(other, Particular.WHERE, document)):
            site = PrintedAt(Site.ITEM, other.item)
            yield from (NearbyWords(match.group().strip(), site) for match in _LINE.finditer(other.text))
    yield from (
        NearbyWords(match.group().strip(), PrintedAt(Site.OUTSIDE)) for match in _LINE.finditer(document.lead)
    )
