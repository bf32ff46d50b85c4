"""Where a document begins: its number, issuer and title, on lines of their own or in a site's table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.readers import Block, Paragraph
from corpus.structure.site_table import SiteFact, SiteTable, day_of, find_table, table_at
from corpus.structure.sources import Origin
from corpus.structure.titles import (
    Title,
    is_first_line,
    is_organ,
    joint_issuer,
    read_title,
)
from corpus.text.document_numbers import ANNOUNCED, NUMBER, spelled
from corpus.text.excerpt import compact

_CHRONICLE = re.compile(r"(?P<issuer>[\u4e00-\u9fff]{2,20})大事记")
_PERIOD = re.compile(r"[（(]\d{4}年(?:\d{1,2}月)?[）)]")
_NUMBER_BEFORE = re.compile(rf"(?P<number>{NUMBER.pattern})[-—]?(?P<title>.+)")
_NUMBER_BEHIND = re.compile(
    r"(?P<title>.+?(?:通知|意见|决定|办法|方案|通告|公告|批复|函|规定|细则|措施|》))[（(]?"
    rf"(?P<number>{NUMBER.pattern})[）)]?"
)
_ANNOUNCER = re.compile(r"(?:公告|通告|令).*$")
_DATED = re.compile(r"[（(](?P<day>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)(?:印发|发布|公布)?[）)]")
_SIGNED_BY = re.compile(r"签发人[：:][\u4e00-\u9fff、]{2,12}$")
_LETTERHEAD = "文件"
_MAX_LINES = 6
"""No title of the bundled texts runs over more than four lines; two more are for the issuers."""
_MAX_ISSUERS = 12
_MAX_SITE_LINES = 12
_MAX_NAME = 80
"""Characters of a title that serves as the number of a document without one; a longer title is cut."""


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
    """The day that a labelled line prints; a dated signature overrides it."""
    marks: tuple[str, ...] = ()
    """What the table of a site says of validity, label and value as printed."""


def find_heads(blocks: Sequence[Block], origin: Origin) -> list[Head]:
    """The heads of all documents in a source, in order, without overlap.

    A text without any is one document, read by its first lines; without a number it is called by its
    origin, its title or its file.
    """
    heads: list[Head] = []
    for position in range(len(blocks)):
        head = _numbered(blocks, position) or _chronicle(blocks, position)
        if head and (not heads or head.start >= heads[-1].end):
            heads.append(head)
    first, *others = heads or [_tabled(blocks, origin) or _opening(blocks, origin)]
    above = find_table(_run(blocks, 0, first.start))
    return [_with_lines_below(blocks, head) for head in (_with_facts(first, above), *others)]


def _with_lines_below(blocks: Sequence[Block], head: Head) -> Head:
    """The head with the day in brackets, or what a site prints, right below a title.

    Example: `（2025年1月15日）`, `发布日期：2025-02-10`
    """
    bracket = _DATED.fullmatch(_words(blocks, head.end))
    if bracket:
        return replace(head, end=head.end + 1, issued=head.issued or day_of(bracket["day"]))
    table = table_at(_run(blocks, head.end, head.end + _MAX_SITE_LINES), 0)
    dated = _with_facts(head, table)
    return replace(dated, end=head.end + table.end) if table and dated is not head else head


def _with_facts(head: Head, table: SiteTable | None) -> Head:
    """The head with what a table says of day and validity, where it says anything."""
    day = day_of(table.value(SiteFact.ISSUED)) if table else None
    if table is None or not (day or table.marks()):
        return head
    issuer = table.value(SiteFact.ISSUER)
    return replace(
        head,
        issuer=head.issuer or (issuer if is_organ(issuer) else ""),
        issued=head.issued or day,
        marks=head.marks or table.marks(),
    )


def _numbered(blocks: Sequence[Block], position: int) -> Head | None:
    if not _number(blocks, position):
        return _announced(blocks, position)
    return (
        _below_title(blocks, position, named=True)
        or _above_title(blocks, position)
        or _below_title(blocks, position, named=False)
    )


def _number(blocks: Sequence[Block], position: int) -> str:
    """The number that a line prints, beside 签发人 or alone; empty where it says anything else."""
    words = _SIGNED_BY.sub("", _words(blocks, position))
    return spelled(words) if NUMBER.fullmatch(words) else ""


def _announced(blocks: Sequence[Block], position: int) -> Head | None:
    """A title over the number of an announcement, whose issuers may stand on lines of their own.

    Example: `关于延长期限的公告`, `财政部`, `税务总局公告2020年第8号` -> issuers `财政部、税务总局`
    """
    if not ANNOUNCED.fullmatch(_words(blocks, position)):
        return None
    first = _joint_issuers(blocks, position)
    head = _below_title(blocks, first, named=True) or _below_title(blocks, first, named=False)
    if head is None:
        return None
    number = "".join(_run(blocks, first, position + 1))
    last = _ANNOUNCER.sub("", _words(blocks, position))
    issuer = joint_issuer([*_run(blocks, first, position), last]) or head.issuer
    return replace(head, end=position + 1, number=number, issuer=issuer)


def _below_title(blocks: Sequence[Block], position: int, *, named: bool) -> Head | None:
    """A number under its title; `named`: the title names its issuer."""
    last = position - _is_letterhead(_words(blocks, position - 1))
    for start in range(last - 1, max(last - 1 - _MAX_LINES, -1), -1):
        title = read_title(_run(blocks, start, last))
        if title is None or bool(title.issuer) is not named or _words(blocks, start - 1).endswith("、"):
            continue
        first = _joint_issuers(blocks, start)
        others = [_words(blocks, line) for line in range(first, start)]
        issuer = joint_issuer([*others, *filter(None, [title.issuer])])
        above = "".join(dict.fromkeys(others))
        text = title.text if title.text.startswith(above) else above + title.text
        return Head(first, position + 1, _number(blocks, position) or _words(blocks, position), text, issuer)
    return None


def _joint_issuers(blocks: Sequence[Block], start: int) -> int:
    """Where the lines begin that name further issuers above the last one."""
    first = start
    while start - first < _MAX_ISSUERS and is_organ(_words(blocks, first - 1)):
        first -= 1
    return first


def _is_letterhead(words: str) -> bool:
    """Example: `天津市财政局文件` between a title and its number."""
    return words.endswith(_LETTERHEAD) and is_organ(words.removesuffix(_LETTERHEAD))


def _above_title(blocks: Sequence[Block], position: int) -> Head | None:
    """A number over its title, as gazettes print it."""
    for end in range(position + 2, min(position + 1 + _MAX_LINES, len(blocks)) + 1):
        title = read_title(_run(blocks, position + 1, end))
        if title and title.issuer:
            start = position - (_words(blocks, position - 1) in (title.issuer, title.issuer + _LETTERHEAD))
            return Head(
                start, end, _number(blocks, position) or _words(blocks, position), title.text, title.issuer
            )
    return None


def _tabled(blocks: Sequence[Block], origin: Origin) -> Head | None:
    """The head of a document with which a site prints its number, title and date, a line each."""
    table = find_table([_words(blocks, position) for position in range(len(blocks))])
    if table is None or not (NUMBER.fullmatch(table.value(SiteFact.NUMBER)) or len(table.values) > 1):
        return None
    end, title = _title_beside(blocks, table)
    number = table.value(SiteFact.NUMBER)
    text = title.text if title else table.value(SiteFact.TITLE)
    issuer = table.value(SiteFact.ISSUER) or (title.issuer if title else "")
    number = spelled(number) if NUMBER.fullmatch(number) else _called(text, origin)
    issued = day_of(table.value(SiteFact.ISSUED))
    return Head(0, end, number, text, issuer, issued=issued, marks=table.marks())


def _title_beside(blocks: Sequence[Block], table: SiteTable) -> tuple[int, Title | None]:
    """Where the head ends, and the title below the table, else above it."""
    below = _title_from(blocks, table.end)
    if below:
        return below
    named = table.value(SiteFact.TITLE)
    end = table.end
    while named and end < len(blocks) and named.startswith("".join(_run(blocks, table.end, end + 1))):
        end += 1
    above = _run(blocks, 0, table.start)
    title = read_title(above) if above else None
    if title is None and not named:
        return _plain_title_beside(blocks, table, end)
    return end, title


def _plain_title_beside(blocks: Sequence[Block], table: SiteTable, end: int) -> tuple[int, Title | None]:
    """A first line that names no issuer and does not begin with 关于: above the table, else below it."""
    above, below = _words(blocks, table.start - 1), _words(blocks, end)
    if table.start == 1 and is_first_line(above):
        return end, Title(above, above, "")
    return (end + 1, Title(below, below, "")) if table.start == 0 and is_first_line(below) else (end, None)


def _title_from(blocks: Sequence[Block], start: int) -> tuple[int, Title] | None:
    """The shortest title that the lines from `start` on make up, and where it ends."""
    for end in range(start + 1, min(start + _MAX_LINES, len(blocks)) + 1):
        title = read_title(_run(blocks, start, end))
        if title:
            return end, title
    return None


def _opening(blocks: Sequence[Block], origin: Origin) -> Head:
    """The head of a document whose number stands beside its title, or nowhere."""
    for pattern in (_NUMBER_BEFORE, _NUMBER_BEHIND):
        for end in range(1, min(_MAX_LINES, len(blocks)) + 1):
            match = pattern.fullmatch("".join(_run(blocks, 0, end)))
            title = read_title([match["title"]]) if match else None
            if match and title:
                return Head(0, end, spelled(match["number"]), title.text, title.issuer)
    titled = _title_from(blocks, 0)
    if titled:
        end, title = titled
        alone = _words(blocks, 0) == title.issuer
        text = title.about if alone else title.text
        return Head(0, end, _called(text, origin), text, title.issuer)
    # A page may begin with the name of its site.
    start = 1 if is_organ(_words(blocks, 0)) else 0
    first = _words(blocks, start)
    if not origin.title and len(blocks) > start + 1 and is_first_line(first):
        return Head(0, start + 1, _called(first, origin), first, "")
    return Head(0, 0, _called("", origin), origin.title, "")


def _called(title: str, origin: Origin) -> str:
    """What a document without a printed number is called."""
    return origin.number or title[:_MAX_NAME] or origin.file.rsplit(".", 1)[0]


def _chronicle(blocks: Sequence[Block], position: int) -> Head | None:
    match = _CHRONICLE.fullmatch(_words(blocks, position))
    period = _words(blocks, position + 1)
    if not match or not _PERIOD.fullmatch(period):
        return None
    number = f"{match[0]}（{period[1:-1]}）"
    return Head(position, position + 2, number, match[0] + period, match["issuer"], chronicle=True)


def _run(blocks: Sequence[Block], start: int, end: int) -> list[str]:
    """The words of the lines [start, end)."""
    return [_words(blocks, position) for position in range(start, end)]


def _words(blocks: Sequence[Block], position: int) -> str:
    """The words of a paragraph without white space; empty for a table or outside the text."""
    if not 0 <= position < len(blocks):
        return ""
    block = blocks[position]
    return compact(block.text) if isinstance(block, Paragraph) else ""
