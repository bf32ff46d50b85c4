"""Heads without a number on a line of its own: in a site's table, beside the title, or without any."""

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.readers import Block
from corpus.region_names import toponym_at
from corpus.structure.finding_heads.document_head import Head, line_at, run_of, words_at
from corpus.structure.finding_heads.other_titles import title_of_file, title_put_in_force
from corpus.structure.finding_heads.titles import (
    Title,
    is_first_line,
    is_link,
    is_trail,
    issuer_before,
    read_title,
)
from corpus.structure.issuers import is_organ, issuers_in, joint_issuer, publisher_in
from corpus.structure.paragraphs import is_title
from corpus.structure.short_guides import matter_of
from corpus.structure.site_table import SiteFact, SiteTable, day_of, find_table
from corpus.structure.sources import Origin
from corpus.text.document_numbers import NUMBER, number_alone, spelled
from corpus.text.excerpt import compact
from corpus.text.genres import GENRES
from corpus.text.markers import find_marker
from corpus.text.numerals import DIGITS, UP_TO_99

_NUMBER_BEFORE = re.compile(rf"(?P<number>{NUMBER.pattern})[-—]?(?P<title>.+)")
_NUMBER_BEHIND = re.compile(
    rf"(?P<title>.+?(?:{GENRES}|决定|通告|公告|批复|函|》))[（(]?"
    rf"(?P<number>{NUMBER.pattern})[）)]?"
)
_EDITION = re.compile(r"[（(](?!\d{4}年\d{1,2}月)[^（）()。]{2,16}[）)]")
_MONTH = re.compile(rf"(?:\d{{4}}|[{DIGITS}]{{4}})年(?:(?:\d{{1,2}}|[{UP_TO_99}]{{1,2}})月|$)")
_KIND = re.compile(r"通告|公告|通知|公示|令")
_ANNEX = re.compile(rf"附件[\d{UP_TO_99}]{{0,2}}[：:]?")
_COVERED = re.compile(
    r"[^，。；：！？]{2,50}(?:手册|汇编|选编|指南|指引|导引|攻略|政策库|政策包|工具包|清单|目录|问答|百问|解读|读本|一本通|口袋书|明白[纸卡]|须知|政策)"
)
"""What a title on the cover of a compilation ends in."""
_SITE = re.compile(r"网|平台|专栏|公开|公报|政策库|列表|目录|栏目|门户|频道|首页|信息|汇编|选编|文件$")
_COLUMN = re.compile(
    r"(?:最新|政策|通知|公告|公示|信息|政务|文件|法规|规范性|重要|热点){1,3}(?:文件|公告|公示|公开|动态|法规|政策|通知|发布|要闻)"
)
"""The name of a column of a site. Example: `最新文件`."""
_LAST_LINES = 8
"""Lines at the end of a page among which a site may print its table once more."""
_MAX_LETTERS = 6
"""Letters of a title that stand one below another."""
_MAX_LINES = 6
"""No title of the bundled texts runs over more than four lines; two more are for the issuers."""
_MAX_NAME = 80
"""Characters of a title that serves as the number of a document without one; a longer title is cut."""
_MAX_ABOVE = 3
"""Lines over a title that say nothing of it: the name of a site, of a list, of an annex."""


def tabled(blocks: Sequence[Block], origin: Origin) -> Head | None:
    """The head of a document with which a site prints its number, title and date, a line each."""
    table = find_table(run_of(blocks, 0, len(blocks)))
    if table is None or not (number_alone(table.value(SiteFact.NUMBER)) or len(table.values) > 1):
        return _tabled_below(blocks, origin)
    if any(find_marker(line_at(blocks, position)) for position in range(table.start)):
        return _tabled_below(blocks, origin)
    end, title = _title_beside(blocks, table)
    text = title.text if title else table.value(SiteFact.TITLE) or title_of_file(origin.file)
    return _from_table(table, end, text, title.issuer if title else "", origin)


def opening(blocks: Sequence[Block], origin: Origin) -> Head:
    """The head of a document whose number stands beside its title, or nowhere."""
    return _numbered_beside(blocks) or _titled(blocks, origin) or _plain(blocks, origin)


def _from_table(table: SiteTable, end: int, text: str, issuer: str, origin: Origin) -> Head:
    """The head that a table tells; a line of it may name several bodies or none."""
    number = number_alone(table.value(SiteFact.NUMBER)) or called(text, origin)
    issued = day_of(table.value(SiteFact.ISSUED))
    return Head(0, end, number, text, issuer, False, issued, table.marks(), publisher_of(table))


def publisher_of(table: SiteTable) -> str:
    """The bodies that the table of a site gives: those that publish, else its source."""
    return joint_issuer([table.value(SiteFact.ISSUER)]) or publisher_in(table.value(SiteFact.PUBLISHER))


def _tabled_below(blocks: Sequence[Block], origin: Origin) -> Head | None:
    """The head of a page that prints its table, number and title included, at its end."""
    first = max(len(blocks) - _LAST_LINES, 0)
    table = find_table(run_of(blocks, first, len(blocks)))
    if table is None or not (number_alone(table.value(SiteFact.NUMBER)) and table.value(SiteFact.TITLE)):
        return None
    title = read_title([table.value(SiteFact.TITLE)])
    return _from_table(table, 0, table.value(SiteFact.TITLE), title.issuer if title else "", origin)


def _title_beside(blocks: Sequence[Block], table: SiteTable) -> tuple[int, Title | None]:
    """Where the head ends, and the title below the table, else above it."""
    below = _title_from(blocks, table.end)
    if below:
        return below
    named = table.value(SiteFact.TITLE)
    end = table.end
    while named and end < len(blocks) and named.startswith("".join(run_of(blocks, table.end, end + 1))):
        end += 1
    above = run_of(blocks, 0, table.start)
    title = read_title(above) if above else None
    if title is None and not named:
        return _plain_title_beside(blocks, table, end)
    return end, title


def _plain_title_beside(blocks: Sequence[Block], table: SiteTable, end: int) -> tuple[int, Title | None]:
    """A first line that names no issuer and does not begin with 关于: above the table, else below it."""
    end += is_trail(words_at(blocks, end))
    above, below = words_at(blocks, table.start - 1), words_at(blocks, end)
    if table.start == 1 and is_first_line(line_at(blocks, 0)):
        return end, Title(above, above, issuer_before(above))
    if table.start == 0 and is_first_line(line_at(blocks, end)):
        return end + 1, Title(below, below, issuer_before(below))
    return end, None


def _title_from(blocks: Sequence[Block], start: int) -> tuple[int, Title] | None:
    """The shortest title that the lines from `start` on make up, and where it ends.

    A page may call it otherwise on the line above: that line is left out.

    Example: `产业政策意见`, `青禾县人民政府`, `关于支持产业的意见` -> the last two
    """
    found = _shortest_title(blocks, start)
    below = _shortest_title(blocks, start + 1) if found and is_title(words_at(blocks, start)) else None
    return below if found and below and below[0] == found[0] and below[1].issuer else found


def _shortest_title(blocks: Sequence[Block], start: int) -> tuple[int, Title] | None:
    for end in range(start + 1, min(start + _MAX_LINES, len(blocks)) + 1):
        title = read_title(run_of(blocks, start, end))
        if title:
            return end, title
    return None


def _numbered_beside(blocks: Sequence[Block]) -> Head | None:
    """A number on one line with the title, before or behind it."""
    for pattern in (_NUMBER_BEFORE, _NUMBER_BEHIND):
        for end in range(1, min(_MAX_LINES, len(blocks)) + 1):
            match = pattern.fullmatch("".join(run_of(blocks, 0, end)))
            title = read_title([match["title"]]) if match else None
            if match and title:
                return Head(0, end, spelled(match["number"]), title.text, title.issuer)
    return None


def _titled(blocks: Sequence[Block], origin: Origin) -> Head | None:
    """A title that begins with 关于 or names its issuer before it, on the first lines."""
    for start in range(_MAX_ABOVE if origin.title == "" else 1):
        found = _title_from(blocks, start)
        if found:
            end, title = found
            alone = start == 0 and words_at(blocks, 0) == title.issuer
            text = title.about if alone else title.text
            return Head(0, end, called(text, origin), text, title.issuer)
        if not _says_nothing(blocks, start):
            return None
    return None


def _plain(blocks: Sequence[Block], origin: Origin) -> Head:
    """A first line that can be a title; without one the file names the document."""
    if origin.title:
        return Head(0, 0, called("", origin), origin.title, "")
    start = 0
    while start < _MAX_ABOVE and _says_nothing(blocks, start):
        if is_organ(words_at(blocks, start)) and _KIND.fullmatch(words_at(blocks, start + 1)):
            title = "".join(run_of(blocks, start, start + 2))
            return Head(0, start + 2, called(title, origin), title, words_at(blocks, start))
        start += 1
    matter = matter_of([words_at(blocks, 0)])
    if len(blocks) > start + 1 and is_first_line(line_at(blocks, start)) and not matter:
        return _on_two_lines(blocks, start, origin) or _covered(blocks, start, origin)
    noted = title_put_in_force(blocks) or matter
    return Head(0, 0, called(noted, origin), noted, issuer_before(noted)) if noted else _filed(origin)


def _filed(origin: Origin) -> Head:
    """The head that the name of a file tells. Example: `青禾县租房补贴规定（青政发〔2025〕8号）.docx`."""
    name = title_of_file(origin.file)
    numbered = _NUMBER_BEHIND.fullmatch(name)
    title = numbered["title"] if numbered else name
    number = spelled(numbered["number"]) if numbered else called(title, origin)
    return Head(0, 0, number, title, issuer_before(title))


def _on_two_lines(blocks: Sequence[Block], start: int, origin: Origin) -> Head | None:
    """A plain title whose first line names the place. Example: `青岛市建筑施工企业`, `农民工参保办法`."""
    first, second = words_at(blocks, start), words_at(blocks, start + 1)
    if is_title(first) or not (_begins_title(first) and is_title(second)):
        return None
    if not is_first_line(line_at(blocks, start + 1)):
        return None
    title = first + second
    return Head(0, start + 2, called(title, origin), title, issuer_before(title))


def _covered(blocks: Sequence[Block], start: int, origin: Origin) -> Head:
    """A plain title, with the edition and the body that a cover prints below it.

    The end of the title may stand there one letter a line.

    Example: `青禾县惠企政策汇编`, `（2025年版）`, `青禾县工业和信息化局`, `2025年6月`
    """
    title, end = words_at(blocks, start), start + 1
    letters = list(takewhile(lambda word: len(word) == 1, run_of(blocks, end, end + _MAX_LETTERS)))
    if len(letters) > 1 and _COVERED.fullmatch(title + "".join(letters)):
        title, end = title + "".join(letters), end + len(letters)
    if _EDITION.fullmatch(words_at(blocks, end)):
        title, end = title + words_at(blocks, end), end + 1
    body = issuers_in(line_at(blocks, end))
    if body and _MONTH.fullmatch(words_at(blocks, end + 1)):
        return Head(0, end + 2, called(title, origin), title, body)
    return Head(0, end, called(title, origin), title, issuer_before(title))


def cover_head(lines: Sequence[str], origin: Origin) -> Head | None:
    """The title that a cover prints, with its edition and body; None without one.

    The document begins below the cover and the contents; a title may stand there one letter a line.

    Example: `青禾县办事`, `问`, `答` -> `青禾县办事问答`
    """
    table = find_table([compact(line) for line in lines])
    lines = [*lines[: table.start], *lines[table.end :]] if table else lines
    words = [compact(line) for line in lines]
    parts = list(takewhile(lambda line: not (_EDITION.fullmatch(line) or _ends_title(line)), words))
    title = "".join(parts)
    if not _COVERED.fullmatch(title):
        return None
    edition = next((line for line in words[len(parts) :] if _EDITION.fullmatch(line)), "")
    body = next(filter(None, map(issuers_in, lines[len(parts) :])), "") or issuer_before(title)
    day = day_of(table.value(SiteFact.ISSUED)) if table else None
    return Head(0, 0, called(title + edition, origin), title + edition, body, issued=day)


def _ends_title(line: str) -> bool:
    return is_organ(line) or bool(_MONTH.match(line))


def _says_nothing(blocks: Sequence[Block], position: int) -> bool:
    """Whether a line over a title is none: the name of a body, of an annex, of a link, or of a whole site."""
    words = words_at(blocks, position)
    if is_organ(words) or _ANNEX.fullmatch(words):
        return True
    if _begins_title(words):
        return False
    if not is_first_line(line_at(blocks, position)):
        return bool(words) and is_link(words)
    following = words_at(blocks, position + 1)
    above = bool(_COLUMN.fullmatch(words)) or (position == 0 and not is_title(words))
    return above and is_title(following) and is_first_line(following)


def _begins_title(words: str) -> bool:
    """Whether a line over a title is its first part: it names a place and is no site's, list's or section's.

    Example: `青岛市建筑施工企业` above `农民工参保办法` -> True; `青岛政务网` -> False
    """
    named = toponym_at(words, 0, known_only=True)
    return named is not None and named.end < len(words) and not _SITE.search(words)


def called(title: str, origin: Origin) -> str:
    """What a document without a printed number is called."""
    return origin.number or title[:_MAX_NAME] or origin.file.rsplit(".", 1)[0]
