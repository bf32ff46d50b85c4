"""The lines of the table that government sites print with a document: 发文字号, 发布机构 and the like."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from corpus.text.site_labels import LABELS

_LINE = re.compile(rf"(?:[【\[［](?P<boxed>{LABELS})[】\]］][：:]?|(?P<label>{LABELS})[：:])(?P<value>.*)")
_INNER = re.compile(rf"(?P<label>{LABELS}|(?:浏览|点击|阅读|访问)(?:次数|量|数)|字号|字体)[：:]")
_OTHER_LABEL = re.compile(rf"(?:[【\[［](?:{LABELS})[】\]］]|[\u4e00-\u9fff]{{2,6}}[：:])|(?:{LABELS})[：:]")
_DAY = re.compile(r"((?:19|20)\d\d)\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})日?")
_MAX_SEARCHED = 12
"""Lines; the table stands above the text, or right below the title."""


class SiteFact(Enum):
    """What a label announces, with all the labels that sites use for it, the most reliable first."""

    NUMBER = ("发文字号", "发文文号", "发布文号", "发文号", "文件编号", "文件号", "文号")
    TITLE = ("标题", "文件名称", "信息名称", "名称")
    ISSUER = (
        "发文机关",
        "发文机构",
        "发布机构",
        "发布机关",
        "发文单位",
        "发布单位",
        "制发机关",
        "公开机构",
        "发布部门",
        "发文部门",
        "颁布部门",
        "颁布单位",
        "制定机关",
        "颁布机关",
    )
    PUBLISHER = ("信息来源", "来源")
    ISSUED = (
        "成文日期",
        "成文时间",
        "发文日期",
        "发文时间",
        "印发日期",
        "生成日期",
        "发布日期",
        "发布时间",
        "发表日期",
        "发表时间",
        "颁布日期",
        "颁布时间",
        "公开日期",
        "公开时间",
    )


_VALIDITY = (
    *(
        "有效性",
        "时效性",
        "文件状态",
        "效力状态",
        "是否有效",
        "有效期",
        "有效期限",
        "施行日期",
        "实施日期",
        "生效日期",
    ),
    *("失效日期", "失效时间", "废止日期", "废止时间", "截止日期"),
)


@dataclass(frozen=True, slots=True)
class SiteTable:
    """Lines [start, end) and what they say, by label."""

    start: int
    end: int
    values: Mapping[str, str]

    def marks(self) -> tuple[str, ...]:
        """What it says of validity. Example: `有效性：失效`."""
        return tuple(
            f"{label}：{value}" for label, value in self.values.items() if label in _VALIDITY and value
        )

    def value(self, fact: SiteFact) -> str:
        """The value of a fact; empty where no label gives it."""
        return next((self.values[label] for label in fact.value if self.values.get(label)), "")


def find_table(lines: Sequence[str]) -> SiteTable | None:
    """The first run of labelled lines near the top; a label without a value takes the next line.

    Example: `发文字号：周政发〔2023〕6号`, `【成文日期】`, `2023-05-18` -> both facts
    """
    tables = (table_at(lines, start) for start in range(min(_MAX_SEARCHED, len(lines))))
    return next((table for table in tables if table), None)


def table_at(lines: Sequence[str], start: int) -> SiteTable | None:
    """The run of labelled lines that begins at a line; None where it has no label."""
    end, values = _read(lines, start)
    return SiteTable(start, end, values) if values else None


def day_of(words: str) -> date | None:
    """Example: `2023-05-18` -> 2023-05-18; a day that no calendar has -> None."""
    match = _DAY.match(words)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _read(lines: Sequence[str], start: int) -> tuple[int, dict[str, str]]:
    values: dict[str, str] = {}
    position = start
    while position < len(lines) and (match := _LINE.fullmatch(lines[position])):
        value = match["value"]
        position += 1
        if not value and position < len(lines) and not _OTHER_LABEL.match(lines[position]):
            value = lines[position]
            position += 1
        for label, words in _pairs(match["boxed"] or match["label"], value):
            values.setdefault(label, words)
    return position, values


def _pairs(label: str, value: str) -> Iterator[tuple[str, str]]:
    """A label with its value, and those printed behind it in the same line.

    Example: 发布日期, `2025-02-10来源：区民政局` -> 发布日期 and 来源
    """
    inner = _INNER.search(value)
    yield label, value[: inner.start() if inner else None].strip("-—|")
    if inner:
        yield from _pairs(inner["label"], value[inner.end() :])
