"""Where documents begin: their numbers, issuers and titles, on lines of their own or in a site's table."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.readers import Block
from corpus.structure.finding_heads.book_lists import list_heads
from corpus.structure.finding_heads.document_head import Head, line_at, run_of, words_at
from corpus.structure.finding_heads.lines_above import lines_above
from corpus.structure.finding_heads.openings import opening, publisher_of, tabled
from corpus.structure.finding_heads.orders import find_order, is_cited, with_order_below
from corpus.structure.finding_heads.other_titles import title_in_note
from corpus.structure.finding_heads.passing import with_passing
from corpus.structure.finding_heads.titles import Title, bare_title, is_first_line, issuer_before, read_title
from corpus.structure.issuers import is_organ, issuers_in, joint_issuer, publisher_in
from corpus.structure.site_table import SiteFact, SiteTable, day_of, find_table, table_at
from corpus.structure.sources import Origin
from corpus.text.document_numbers import ANNOUNCED, number_alone
from corpus.text.web_address import is_web_address

_CHRONICLE = re.compile(r"(?P<issuer>[\u4e00-\u9fff]{2,20})大事记")
_PERIOD = re.compile(r"[（(]\d{4}年(?:\d{1,2}月)?[）)]")
_ANNOUNCER = re.compile(r"(?:公告|通告|令).*$")
_DATED = re.compile(r"[（(](?P<day>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)(?:印发|发布|公布)?[）)]")
_DATED_BEHIND = re.compile(rf"{_DATED.pattern}$")
_DAY_LINE = re.compile(
    r"(?P<day>(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2})(?:(?<=\d)\d\d:\d\d(?::\d\d)?)?"
    r"(?:(?:信息|文章)?来源[：:](?P<source>[^：:]{2,40}?))?(?:(?:浏览|点击|阅读|字体|字号)[^。]{0,30})?"
)
"""What pages print below a title without a label: `2025-05-06 10:20 来源：青禾县民政局`."""
_SIGNED_BELOW = re.compile(
    r"(?:(?:发布|制定|发文|印发|编制)(?:单位|机构|部门|机关)[：:])?(?P<who>[\u4e00-\u9fff]{3,30}?)?"
    r"(?:(?:发布|成文|印发)?(?:日期|时间)[：:])?(?P<day>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)?(?:印发|发布|编制)?"
)
"""Who issues a document and when, right below its title. Example: `青禾县住建局 2026年2月10日`."""
_CALLED_NUMBER = re.compile(r"^(?:发文)?(?:文号|字号)[：:]")
_SIGNED_BY = re.compile(r"签发人[：:][\u4e00-\u9fff、]{2,12}$")
_LABELLED = re.compile(r"(?!问答|解读|通知)[\u4e00-\u9fff]{2,6}[：:][^。：]{1,20}(?:[：:][^。]{0,200})?")
"""A label of two to six characters with a value: a day, an address, a name."""
_FRONT_DAY = re.compile(r"date:['\"]?(?P<day>.+)")
_LETTERHEAD = "文件"
_MAX_LINES = 6
"""No title of the bundled texts runs over more than four lines; two more are for the issuers."""
_MAX_ISSUERS = 12
_MAX_SITE_LINES = 12
_FACTS = 2
"""Facts that a line has in common with no line of a text: who, when, number."""
_MAX_PLAIN = 3
"""Lines of a title that names no issuer and does not begin with 关于; its position alone shows what it is."""
_TOP = 8
"""Lines from the start of a source among which such a title can stand."""


def find_heads(blocks: Sequence[Block], origin: Origin) -> list[Head]:
    """The heads of all documents in a source, in order, without overlap.

    A text without any is one document, read by its first lines; without a number it is called by its
    origin, its title or its file.
    """
    front = lines_above(blocks)
    if front:
        return _behind_front(blocks, front, origin)
    heads: list[Head] = []
    for position in range(len(blocks)):
        head = _numbered(blocks, position) or _chronicle(blocks, position)
        if head and (not heads or head.start >= heads[-1].end):
            heads.append(head)
    heads = heads or list_heads(blocks, origin)
    first, *others = heads or [tabled(blocks, origin) or opening(blocks, origin)]
    above = find_table(run_of(blocks, 0, first.start))
    return [
        _bare(with_passing(blocks, _with_lines_below(blocks, with_order_below(blocks, head))))
        for head in (_with_facts(first, above), *others)
    ]


def _behind_front(blocks: Sequence[Block], front: int, origin: Origin) -> list[Head]:
    """The heads below such lines, of which a day of a program counts where the first document prints none."""
    days = (day_of(match["day"]) for line in run_of(blocks, 0, front) if (match := _FRONT_DAY.match(line)))
    below = find_heads(blocks[front:], origin)
    moved = [replace(head, start=head.start + front, end=head.end + front) for head in below]
    first = replace(moved[0], issued=moved[0].issued or next(filter(None, days), None))
    return [first, *moved[1:]]


def _bare(head: Head) -> Head:
    """The head with its title alone; a day in brackets behind it is that of issue where no other is printed.

    Example: `关于发放补贴的通知（2025年3月1日）` -> `关于发放补贴的通知`, 2025-03-01
    """
    dated = _DATED_BEHIND.search(head.title)
    title = bare_title(_DATED_BEHIND.sub("", head.title))
    number = title if head.number == head.title else head.number
    return replace(
        head, number=number, title=title, issued=head.issued or (day_of(dated["day"]) if dated else None)
    )


def _with_lines_below(blocks: Sequence[Block], head: Head) -> Head:
    """The head with the day in brackets, or what a site prints, right below a title.

    The title may stand there once more, below the body that issues the document.

    Example: `（2025年1月15日）`, `发布日期：2025-02-10`, `2025-02-10 来源：青禾县民政局`
    """
    if (
        not head.issuer
        and words_at(blocks, head.end + 1) == head.title
        and is_organ(words_at(blocks, head.end))
    ):
        return replace(head, end=head.end + 2, issuer=words_at(blocks, head.end))
    bracket = _DATED.fullmatch(words_at(blocks, head.end))
    if bracket:
        return replace(head, end=head.end + 1, issued=head.issued or day_of(bracket["day"]))
    signed = _signed_below(head, line_at(blocks, head.end))
    if signed:
        return signed
    line = _DAY_LINE.fullmatch(words_at(blocks, head.end))
    if line:
        source = publisher_in(line["source"] or "")
        day = head.issued or day_of(line["day"])
        return replace(head, end=head.end + 1, issued=day, publisher=head.publisher or source)
    table = table_at(run_of(blocks, head.end, head.end + _MAX_SITE_LINES), 0)
    dated = _with_facts(head, table)
    return replace(dated, end=head.end + table.end) if table and dated is not head else head


def _signed_below(head: Head, line: str) -> Head | None:
    """The head with such a line of two facts at least, one of which may be its number; else None.

    Example: `发布单位：青禾县发展改革局　2026年1月12日　青发改价〔2026〕2号`
    """
    parts = [_CALLED_NUMBER.sub("", part) for part in line.strip("（）() ").split()]
    numbers = [number for part in parts if (number := number_alone(part))]
    signed = _SIGNED_BELOW.fullmatch("".join(part for part in parts if not number_alone(part)))
    facts = [*numbers, *filter(None, signed.groups())] if signed else []
    if (
        not signed
        or (signed["who"] and not is_organ(signed["who"]))
        or len(numbers) > 1
        or len(facts) < _FACTS
    ):
        return None
    return replace(
        head,
        end=head.end + 1,
        number=numbers[0] if numbers and head.number == head.title else head.number,
        issued=head.issued or (day_of(signed["day"]) if signed["day"] else None),
        publisher=head.publisher or signed["who"] or "",
    )


def _with_facts(head: Head, table: SiteTable | None) -> Head:
    """The head with what a table says of day and validity, where it says anything."""
    if table is None:
        return head
    day, publisher = day_of(table.value(SiteFact.ISSUED)), publisher_of(table)
    if not (day or publisher or table.marks()):
        return head
    return replace(
        head,
        issued=head.issued or day,
        marks=head.marks or table.marks(),
        publisher=head.publisher or publisher,
    )


def _numbered(blocks: Sequence[Block], position: int) -> Head | None:
    if not _number(blocks, position):
        return _announced(blocks, position) or find_order(blocks, position)
    return (
        _below_title(blocks, position, named=True)
        or _above_title(blocks, position, named=True)
        or _below_title(blocks, position, named=False)
        or (_at_top(blocks, position) if position < _TOP else None)
    )


def _number(blocks: Sequence[Block], position: int) -> str:
    """The number that a line prints, beside 签发人 or alone; empty where it says anything else."""
    words = _SIGNED_BY.sub("", words_at(blocks, position)).rstrip("．.。")
    return number_alone(words)


def _announced(blocks: Sequence[Block], position: int) -> Head | None:
    """A title over the number of an announcement, whose issuers may stand on lines of their own.

    Example: `关于延长期限的公告`, `财政部`, `税务总局公告2020年第8号` -> issuers `财政部、税务总局`
    """
    if not ANNOUNCED.fullmatch(words_at(blocks, position)):
        return None
    first = _joint_issuers(blocks, position)
    if is_cited(blocks, first, position):
        return None
    head = _below_title(blocks, first, named=True) or _below_title(blocks, first, named=False)
    if head is None:
        return None
    number = "".join(run_of(blocks, first, position + 1))
    last = _ANNOUNCER.sub("", words_at(blocks, position))
    issuer = joint_issuer([*run_of(blocks, first, position), last]) or head.issuer
    return replace(head, end=position + 1, number=number, issuer=issuer)


def _below_title(blocks: Sequence[Block], position: int, *, named: bool) -> Head | None:
    """A number under its title, lines of a site between them or not; `named`: the title names its issuer."""
    between = _site_lines_above(blocks, position)
    last = between - _is_letterhead(words_at(blocks, between - 1))
    for start in range(last - 1, max(last - 1 - _MAX_LINES, -1), -1):
        title = read_title(run_of(blocks, start, last))
        if title is None or bool(title.issuer) is not named or words_at(blocks, start - 1).endswith("、"):
            continue
        head = _under(blocks, start, position, title)
        return _with_facts(head, table_at(run_of(blocks, between, position), 0))
    return None


def _under(blocks: Sequence[Block], start: int, position: int, title: Title) -> Head:
    """The head whose title begins at `start` and whose number stands at `position`."""
    first = _joint_issuers(blocks, start)
    others = run_of(blocks, first, start)
    issuer = joint_issuer([*others, *filter(None, [title.issuer])])
    above = "".join(dict.fromkeys(others))
    text = title.text if title.text.startswith(above) else above + title.text
    return Head(first, position + 1, _number(blocks, position) or words_at(blocks, position), text, issuer)


def _site_lines_above(blocks: Sequence[Block], position: int) -> int:
    """Where the lines begin that a site prints right above a line, such as 发布日期, 原文链接."""
    while position > 0 and (words := words_at(blocks, position - 1)):
        if not (_LABELLED.fullmatch(words) or is_web_address(words) or table_at([words], 0)):
            break
        position -= 1
    return position


def _joint_issuers(blocks: Sequence[Block], start: int) -> int:
    """Where the lines begin that name further issuers above the last one."""
    first = start
    while start - first < _MAX_ISSUERS and issuers_in(line_at(blocks, first - 1)):
        first -= 1
    return first


def _is_letterhead(words: str) -> bool:
    """Example: `天津市财政局文件` between a title and its number."""
    return words.endswith(_LETTERHEAD) and is_organ(words.removesuffix(_LETTERHEAD))


def _above_title(blocks: Sequence[Block], position: int, *, named: bool) -> Head | None:
    """A number over its title, as gazettes print it."""
    for end in range(position + 2, min(position + 1 + _MAX_LINES, len(blocks)) + 1):
        title = read_title(run_of(blocks, position + 1, end))
        if title and bool(title.issuer) is named:
            above = words_at(blocks, position - 1)
            letterhead = (
                above in (title.issuer, title.issuer + _LETTERHEAD) if named else _is_letterhead(above)
            )
            issuer = title.issuer or (joint_issuer([above.removesuffix(_LETTERHEAD)]) if letterhead else "")
            return Head(position - letterhead, end, _number(blocks, position), title.text, issuer)
    return None


def _at_top(blocks: Sequence[Block], position: int) -> Head | None:
    """A number near the start of a source whose title names no issuer, or stands in the note below."""
    return (
        _above_title(blocks, position, named=False)
        or _below_plain_title(blocks, position)
        or _above_plain_title(blocks, position)
    )


def _below_plain_title(blocks: Sequence[Block], position: int) -> Head | None:
    """Example: `青禾县支持小微企业若干措施（试行）`, `青工信〔2025〕8号`."""
    last = _site_lines_above(blocks, position)
    first = last
    while first > 0 and last - first < _MAX_PLAIN and is_first_line(line_at(blocks, first - 1)):
        first -= 1
    lines = run_of(blocks, first, last)
    while lines and (_is_letterhead(lines[0]) or is_organ(lines[0])):
        lines.pop(0)
    if not lines or _is_letterhead(lines[-1]):
        return None
    title = "".join(lines)
    head = Head(first, position + 1, _number(blocks, position), title, issuer_before(title))
    return _with_facts(head, table_at(run_of(blocks, last, position), 0))


def _above_plain_title(blocks: Sequence[Block], position: int) -> Head:
    """A number over a title without 关于, over the note that names one, or over nothing that is one."""
    following, number = words_at(blocks, position + 1), _number(blocks, position)
    above = words_at(blocks, position - 1)
    letterhead = _is_letterhead(above)
    issuer = joint_issuer([above.removesuffix(_LETTERHEAD)]) if letterhead else ""
    if is_first_line(line_at(blocks, position + 1)) and not table_at([following], 0):
        issuer = issuer_before(following) or issuer
        return Head(position - letterhead, position + 2, number, following, issuer)
    return Head(position - letterhead, position + 1, number, title_in_note(blocks, position + 1), issuer)


def _chronicle(blocks: Sequence[Block], position: int) -> Head | None:
    match = _CHRONICLE.fullmatch(words_at(blocks, position))
    if not match:
        return None
    period = words_at(blocks, position + 1)
    if not _PERIOD.fullmatch(period):
        return None
    number = f"{match[0]}（{period[1:-1]}）"
    return Head(position, position + 2, number, match[0] + period, match["issuer"], chronicle=True)
