"""Whether a document prints what is given at all, where it is asked how much that is."""

import re

from bot.answering.wording.sentence_spans import sentences
from corpus.records import Document, Measure
from retrieval.question import Point, is_tariff, points_asked, prints_point
from retrieval.text import plain

_ASKED = re.compile("[奖补贴]|津贴|资助|扶持")
"""What is asked for is given, and not charged."""
_GIVES = re.compile(
    "[奖补助贴津减免]|给[予与]|发[放给]|资金|资助|扶持|支持|标准|优惠|待遇|[申发]领|领取|报销|支付|不超过|最高"
)
_TITLED = re.compile("[奖补贴]|津贴|资助|救助|扶持|优惠|待遇|资金")
"""A title under which every sum is one that is given."""


def lacks_gift(question: str, document: Document) -> bool:
    """Whether it is asked how much is given, and no sentence of a document that gives prints a sum.

    The sums that it prints then are conditions, or what is charged.

    Example: `评上数字车间奖多少钱` and a call that only asks for `上年度营业收入2000万元以上` -> True
    """
    words = plain(question)
    if Point.SUM not in points_asked(words) or not _ASKED.search(words):
        return False
    return not any(_gives_sum(measure, document.title) for measure in document.measures)


def _gives_sum(measure: Measure, title: str) -> bool:
    if is_tariff(measure):
        return True
    titled = bool(_TITLED.search("，".join((title, *measure.heading))))
    named = [(measure.sections[one.section].name or "", one.text) for one in sentences(measure.sections)]
    texts = ("".join(plain(f"{name} {text}").split()) for name, text in named)
    return any(prints_point(Point.SUM, text) and (titled or _GIVES.search(text)) for text in texts)
