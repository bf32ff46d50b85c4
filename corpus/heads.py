"""Where a document begins: its number on a line of its own, its issuer and its title around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.readers import Block, Paragraph
from corpus.sources import Origin
from corpus.text import compact

_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}[〔\[［(（](?:19|20)\d\d[〕\]］)）]第?\d{1,4}号")
_TITLED = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff（）()、]{2,60}?)(?P<about>关于.{2,200}"
    r"(?:通知|意见|决定|办法|方案|通告|公告|批复|函|规定|细则|措施|报告|通报|命令))"
)
_CHRONICLE = re.compile(r"(?P<issuer>[\u4e00-\u9fff]{2,20})大事记")
_PERIOD = re.compile(r"[（(]\d{4}年(?:\d{1,2}月)?[）)]")
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


def find_heads(blocks: Sequence[Block], origin: Origin) -> list[Head]:
    """The heads of all documents in a source, in order, without overlap.

    A text without any is one document, numbered by its origin or its file.
    """
    found: list[Head] = []
    for position in range(len(blocks)):
        head = _numbered(blocks, position) or _chronicle(blocks, position)
        if head and (not found or head.start >= found[-1].end):
            found.append(head)
    return found or [_unnumbered(blocks, origin)]


def _numbered(blocks: Sequence[Block], position: int) -> Head | None:
    number = _words(blocks, position)
    if not _NUMBER.fullmatch(number):
        return None
    for start in range(position - 1, max(position - 1 - _MAX_LINES, -1), -1):
        match = _titled(blocks, start, position)
        if match:
            return Head(start, position + 1, number, match[0], match["issuer"])
    for end in range(position + 2, min(position + 1 + _MAX_LINES, len(blocks)) + 1):
        match = _titled(blocks, position + 1, end)
        if match:
            start = position - (_words(blocks, position - 1) in (match["issuer"], match["issuer"] + "文件"))
            return Head(start, end, number, match[0], match["issuer"])
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


def _titled(blocks: Sequence[Block], start: int, end: int) -> re.Match[str] | None:
    return _TITLED.fullmatch("".join(_words(blocks, position) for position in range(start, end)))


def _words(blocks: Sequence[Block], position: int) -> str:
    """The words of a paragraph without white space; empty for a table or outside the text."""
    if not 0 <= position < len(blocks):
        return ""
    block = blocks[position]
    return compact(block.text) if isinstance(block, Paragraph) else ""
