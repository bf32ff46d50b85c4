"""Where a document begins: its number on a line of its own, its issuer and its title around it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.readers import Block, Paragraph
from corpus.structure.sources import Origin
from corpus.text.excerpt import compact

_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}[〔\[［(（](?:19|20)\d\d[〕\]］)）]第?\d{1,4}号")
_TITLED = re.compile(
    r"(?P<issuer>(?!关于)[\u4e00-\u9fff（）()、]{2,60}?)(?P<about>关于.{2,200}"
    r"(?:通知|意见|决定|办法|方案|通告|公告|批复|函|规定|细则|措施|报告|通报|命令))"
)
_NAMELESS = re.compile(
    r"(?P<issuer>)(?P<about>关于.{2,200}"
    r"(?:通知|意见|决定|办法|方案|通告|公告|批复|函|规定|细则|措施|报告|通报|命令))"
)
"""A title whose issuer is not printed with it."""
_ISSUER = re.compile(
    r"[\u4e00-\u9fff]{2,20}(?:部|委|委员会|局|厅|署|办公厅|办公室|总局|银行|总行|集团|总公司|联合会)"
)
"""The name of one of several issuers, on a line of its own."""
_MAX_ISSUERS = 12
_CHRONICLE = re.compile(r"(?P<issuer>[\u4e00-\u9fff]{2,20})大事记")
_PERIOD = re.compile(r"[（(]\d{4}年(?:\d{1,2}月)?[）)]")
_LABELLED = re.compile(
    r"(?P<label>发文字号|发文文号|文件编号|文号|标题|文件名称|发文机关|发布机构|发文单位|成文日期|发文日期|"
    r"发布日期|印发日期|公开日期|索引号|主题分类|公开方式|主题词|有效性|统一编号)[：:](?P<value>.*)"
)
"""A line of the table that government sites print above a document."""
_NUMBER_LABELS = ("发文字号", "发文文号", "文件编号", "文号")
_TITLE_LABELS = ("标题", "文件名称")
_ISSUER_LABELS = ("发文机关", "发布机构", "发文单位")
_DATE_LABELS = ("成文日期", "发文日期", "印发日期", "发布日期")
_DAY = re.compile(r"((?:19|20)\d\d)\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})日?")
_MAX_LINES = 6
"""No title of the bundled texts runs over more than four lines; two more for the issuer's."""


@dataclass(frozen=True, slots=True)
class Head:
    """The first lines of a document, blocks [start, end) of its source, and what they say."""

    start: int
    end: int
    number: str
    title: str
    issuer: str
    chronicle: bool = False
    issued: date | None = None
    """The day that a labelled line prints; a dated signature counts before it."""


def find_heads(blocks: Sequence[Block], origin: Origin) -> list[Head]:
    """The heads of all documents in a source, in order, without overlap.

    A text without any is one document, numbered by its origin or its file.
    """
    found: list[Head] = []
    for position in range(len(blocks)):
        head = _numbered(blocks, position) or _chronicle(blocks, position)
        if head and (not found or head.start >= found[-1].end):
            found.append(head)
    return found or [_labelled(blocks) or _unnumbered(blocks, origin)]


def _numbered(blocks: Sequence[Block], position: int) -> Head | None:
    number = _words(blocks, position)
    if not _NUMBER.fullmatch(number):
        return None
    return (
        _below_title(blocks, position, _TITLED)
        or _above_title(blocks, position)
        or _below_title(blocks, position, _NAMELESS)
    )


def _below_title(blocks: Sequence[Block], position: int, pattern: re.Pattern[str]) -> Head | None:
    """A number under its title."""
    for start in range(position - 1, max(position - 1 - _MAX_LINES, -1), -1):
        match = _titled(blocks, start, position, pattern)
        if match:
            first = _joint_issuers(blocks, start) if match["issuer"] else start
            others = [_words(blocks, line) for line in range(first, start)]
            issuer = "、".join([*others, *filter(None, [match["issuer"]])])
            return Head(first, position + 1, _words(blocks, position), "".join(others) + match[0], issuer)
    return None


def _joint_issuers(blocks: Sequence[Block], start: int) -> int:
    """Where the lines begin that name further issuers above the last one."""
    first = start
    while start - first < _MAX_ISSUERS and _ISSUER.fullmatch(_words(blocks, first - 1)):
        first -= 1
    return first


def _above_title(blocks: Sequence[Block], position: int) -> Head | None:
    """A number over its title, as gazettes print it."""
    for end in range(position + 2, min(position + 1 + _MAX_LINES, len(blocks)) + 1):
        match = _titled(blocks, position + 1, end)
        if match:
            start = position - (_words(blocks, position - 1) in (match["issuer"], match["issuer"] + "文件"))
            return Head(start, end, _words(blocks, position), match[0], match["issuer"])
    return None


def _labelled(blocks: Sequence[Block]) -> Head | None:
    """The head of a document above which a site prints its number, title and date, a line each."""
    end = 0
    said: dict[str, str] = {}
    while match := _LABELLED.fullmatch(_words(blocks, end)):
        said.setdefault(match["label"], match["value"])
        end += 1
    number = _first(said, _NUMBER_LABELS)
    if not _NUMBER.fullmatch(number):
        return None
    titled = next((t for e in range(end + 1, end + 1 + _MAX_LINES) if (t := _titled(blocks, end, e))), None)
    title = titled[0] if titled else _first(said, _TITLE_LABELS)
    if title and _words(blocks, end) and title.startswith(_words(blocks, end)):
        end = next(
            e for e in range(end + 1, len(blocks) + 2) if not title.startswith(_run(blocks, end, e + 1))
        )
    issuer = _first(said, _ISSUER_LABELS) or (titled["issuer"] if titled else "")
    return Head(0, min(end, len(blocks)), number, title, issuer, issued=_day(_first(said, _DATE_LABELS)))


def _first(said: Mapping[str, str], labels: Iterable[str]) -> str:
    return next((said[label] for label in labels if said.get(label)), "")


def _run(blocks: Sequence[Block], start: int, end: int) -> str:
    return "".join(_words(blocks, position) for position in range(start, end)) + "\n" * (end > len(blocks))


def _day(words: str) -> date | None:
    match = _DAY.match(words)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _chronicle(blocks: Sequence[Block], position: int) -> Head | None:
    match = _CHRONICLE.fullmatch(_words(blocks, position))
    period = _words(blocks, position + 1)
    if not match or not _PERIOD.fullmatch(period):
        return None
    number = f"{match[0]}（{period[1:-1]}）"
    return Head(position, position + 2, number, match[0] + period, match["issuer"], chronicle=True)


def _unnumbered(blocks: Sequence[Block], origin: Origin) -> Head:
    number = origin.number or origin.file.rsplit(".", 1)[0]
    for end in range(1, min(_MAX_LINES, len(blocks)) + 1):
        match = _titled(blocks, 0, end)
        if match:
            alone = _words(blocks, 0) == match["issuer"]
            return Head(0, end, number, match["about"] if alone else match[0], match["issuer"])
    return Head(0, 0, number, origin.title, "")


def _titled(
    blocks: Sequence[Block], start: int, end: int, pattern: re.Pattern[str] = _TITLED
) -> re.Match[str] | None:
    return pattern.fullmatch("".join(_words(blocks, position) for position in range(start, end)))


def _words(blocks: Sequence[Block], position: int) -> str:
    """The words of a paragraph without white space; empty for a table or outside the text."""
    if not 0 <= position < len(blocks):
        return ""
    block = blocks[position]
    return compact(block.text) if isinstance(block, Paragraph) else ""
