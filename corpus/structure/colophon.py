"""The labelled lines below a text that say who explains or publishes it, such as 解读单位."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.structure.site_table import day_of
from corpus.structure.titles import is_organ
from corpus.text.excerpt import Excerpt, compact
from corpus.text.labels import opens_with_label, published_label

_ISSUER = ("解读单位", "解读机关", "解读机构", "解读部门", "发布单位", "发布机构")
_DAY = ("发布日期", "发布时间")


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
