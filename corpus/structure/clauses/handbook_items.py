"""The items of handbooks and guides: titles that stand above the same fields again and again."""

import re
from collections import Counter

from corpus.structure.clauses.heading_lines import (
    TITLE,
    HeadingLines,
    groups_above,
    numbered,
)
from corpus.text.excerpt import compact
from corpus.text.markers import Marker, Style

_FIELD = re.compile(r"【?(?P<name>[\u4e00-\u9fff]{2,8})(?:】[：:]?|[：:])(?P<value>.*)")
USUAL = re.compile(
    r"条件|对象|范围|材料|流程|程序|标准|依据|内容|方式|渠道|途径|地点|时间|时限|期限|收费|费用|咨询|电话|指南|优惠|补贴|政策|服务|办理|申请|申报|申领|受理|提示|须知|指引|事项"
)
"""What headings of guides usually say."""
_OF_MATTER = re.compile(rf"{USUAL.pattern}|资料|手续")
"""Fields of one matter of a guide."""
CHAPTERS = frozenset(
    {Style.HAN, Style.CHAPTER, Style.ARTICLE, Style.ITEM, Style.SUBITEM, Style.PADDED, Style.QUESTION}
)
"""Labels that divide a text."""
RESTARTING = frozenset({Style.HAN, Style.ITEM, Style.PADDED})
"""Labels that may count from 1 again below each title."""
_ITEMS = frozenset({Style.NUMBER, Style.NUMBER_BRACKET})
LEAST = 3
"""Headings that bear each other out; two do where both say what headings of guides usually say."""


def matters_of_guide(lines: HeadingLines, top: Style) -> dict[int, Marker | None]:
    """The matters of a guide, each above the same fields, whose points count from 1 again below each field.

    These points divide nothing: a matter is read with all of its fields.

    Example: `居住证办理`, `办理条件`, `一、…`, `所需材料`, `一、…`, `居住证换领`, … -> both matters
    """
    starts = [i for i, m in enumerate(lines.markers) if m and m.style is top and m.ordinal == 1]
    fields = frozenset(name for name in repeated_fields(lines) if _OF_MATTER.search(name))
    if top not in RESTARTING or len(fields) < 2 or len(starts) < LEAST:
        return {}
    items = {i: marker for i, marker in items_above(lines, fields).items() if marker.style is Style.HEADING}
    above = [lines.text(i - 1) for i in starts]
    below_fields = all(TITLE.fullmatch(text) and _OF_MATTER.search(text) for text in above)
    if len(items) < 2 or min(items) > starts[0] or not below_fields:
        return {}
    inside = (i for i, marker in enumerate(lines.markers) if marker and i > min(items))
    return {**items, **dict.fromkeys(inside)}


def repeated_fields(lines: HeadingLines) -> frozenset[str]:
    """The names that open or fill lines again and again, as in a handbook.

    Example: 政策内容, 申报条件, 咨询电话
    """
    names = Counter(name for position in range(len(lines.texts)) if (name := _field(lines, position)))
    return frozenset(name for name, count in names.items() if count > 1)


def _field(lines: HeadingLines, position: int) -> str:
    """The name that a line gives to what it or the next one says; empty where it gives none."""
    if lines.marker(position) is not None:
        return ""
    field = _FIELD.fullmatch(lines.texts[position])
    if field:
        return field["name"]
    return compact(lines.texts[position]) if lines.is_title(position) else ""


def items_above(lines: HeadingLines, fields: frozenset[str]) -> dict[int, Marker]:
    """The titles right above the first field of each item, and the titles right above these."""
    items = [
        i
        for i in range(len(lines.texts) - 1)
        if lines.is_title(i) and _field(lines, i) not in fields and _field(lines, i + 1) in fields
    ]
    # What stands below the bare name of a field is its value.
    items = [i for i in items if not (i and compact(lines.text(i - 1)).strip("【】：:") in fields)]
    if len(items) < 2:
        return {}
    groups = groups_above(lines, items)
    return {**{i: m for i, m in groups.items() if _field(lines, i) not in fields}, **numbered(lines, items)}


def items_of_chapters(lines: HeadingLines) -> dict[int, Marker]:
    """The items of a handbook whose chapters alone are numbered, each above the same fields as the others.

    Example: `一、金融支持`, `创业贷款`, `政策内容`, …, `咨询电话`, … -> `创业贷款`
    """
    fields = repeated_fields(lines)
    usual = [name for name in fields if USUAL.search(name)]
    items = items_above(lines, fields) if len(usual) > 1 else {}
    first = min(items, default=0)
    return items if any(m and m.style in CHAPTERS for m in lines.markers[:first]) else {}


def points_in_fields(lines: HeadingLines) -> dict[int, Marker]:
    """The points below a field that are labelled as the items themselves are: they stand a level lower.

    Example: `1. 首贷补贴`, `政策内容`, …, `办理流程`, `1. 申请`, `2. 公示`, `2. 外贸奖励` -> 1. 申请, 2. 公示
    """
    fields = repeated_fields(lines)
    labelled = [(i, marker) for i, marker in enumerate(lines.markers[:-1]) if marker]
    above = [(i, m.style, _field(lines, i + 1)) for i, m in labelled if m.style in _ITEMS]
    first = next(((style, field) for _, style, field in above if field in fields), None)
    items = {i for i, *of in above if tuple(of) == first}
    if first is None or len(items) < 2 or len(fields) < 2:
        return {}
    return {
        i: Marker(Style.CIRCLE, marker.label, marker.ordinal, marker.end)
        for i, marker in labelled
        if i > min(items) and marker.style is first[0] and i not in items
    }
