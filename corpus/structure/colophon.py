"""The lines below a text that say who explains or publishes it: 解读单位：…, or a sentence with the day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.structure.issuers import is_organ, joint_issuer
from corpus.structure.site_table import day_of
from corpus.text.excerpt import Excerpt, compact
from corpus.text.labels import opens_with_label, published_label

_ISSUER = ("解读单位", "解读机关", "解读机构", "解读部门", "发布单位", "发布机构", "信息来源", "来源")
_DAY = ("发布日期", "发布时间")
_SENTENCE = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff、（）]{4,120}?)?(?P<day>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)(?:在[^。]{2,60})?"
    r"(?:发布|公布|印发)(?:[，；][^。]{2,80})?。?"
)
"""Example: `青禾县民政局2025年3月4日发布，征求意见时间为2025年3月4日至3月20日。`"""


@dataclass(frozen=True, slots=True)
class Colophon:
    """How many of the last paragraphs it takes, and what they say."""

    length: int = 0
    issuer: str = ""
    day: date | None = None


def find_colophon(elements: Sequence[object]) -> Colophon:
    """The labelled lines at the end of a text; none unless one of them is about its publication.

    Example: …, `解读单位：区住房城乡建设局`, `联系电话：6195381` -> 2 paragraphs, 区住房城乡建设局
    """
    sentence = _published(elements)
    if sentence is not None:
        return sentence
    lines: list[str] = []
    for element in reversed(elements):
        if not isinstance(element, Excerpt) or not opens_with_label(element.text):
            break
        lines.append(compact(element.text))
    said = dict(label for line in lines if (label := published_label(line)))
    while lines and not published_label(lines[-1]):
        lines.pop()
    issuer = next((said[name] for name in _ISSUER if is_organ(said.get(name, "。"))), "")
    day = next((day_of(said[name]) for name in _DAY if name in said), None)
    return Colophon(len(lines), issuer, day)


def _published(elements: Sequence[object]) -> Colophon | None:
    """A last paragraph that only says who published the text and when."""
    last = elements[-1] if elements else None
    match = _SENTENCE.fullmatch(compact(last.text)) if isinstance(last, Excerpt) else None
    issuer = joint_issuer([match["issuer"]]) if match and match["issuer"] else ""
    if match is None or (match["issuer"] and not issuer):
        return None
    return Colophon(1, issuer, day_of(match["day"]))
