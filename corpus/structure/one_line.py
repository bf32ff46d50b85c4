"""Texts whose line breaks are lost: the whole document in one line, blanks where the breaks stood."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.text.document_numbers import NUMBER
from corpus.text.excerpt import Excerpt
from corpus.text.numerals import UP_TO_99
from corpus.text.phones import is_phone
from corpus.text.source_text import Block, Paragraph, SourceText

_MIN_CHARS = 120
"""Characters; a shorter text is an ordinary line."""
_BREAK = re.compile(
    r"\s+"
    rf"|(?<=[。；：！？])(?=[{UP_TO_99}]{{1,3}}、|[（(][{UP_TO_99}]{{1,3}}[）)]|\d{{1,2}}[.．、](?:(?!\d)|(?=(?:19|20)\d\d年))|第[{UP_TO_99}]{{1,3}}[章条])"
)
"""A blank, or a label right behind the end of a sentence."""
_TITLE_OVER = re.compile(
    rf"[{UP_TO_99}]{{1,3}}、[^。；：，、！？（(]{{2,24}}(?=[（(]一[）)])"
    rf"|[（(][{UP_TO_99}]{{1,3}}[）)][^。；：，、！？（(]{{2,24}}(?=1[.．、](?!\d))"
)
"""A labelled title right before the first label of the next level.

Example: `二、补贴标准` in `二、补贴标准（一）对象`
"""
_SET_NUMBER = NUMBER.pattern.replace("第?", r"\s?第?")
"""A number with a blank before its last figure."""
_LETTERHEAD = re.compile(
    rf"(?P<letterhead>[\u4e00-\u9fff、]{{3,60}}?(?:文件|局|厅|委员会|政府|办公室))\s*(?!文件)(?P<number>{_SET_NUMBER})\s*"
    r"(?P<title>[^。；]{4,120}?(?:通知|意见|决定|通告|公告|批复|函))(?=\s*各|\s|[\u4e00-\u9fff、，()（）]{2,80}[：:])"
)
"""A letterhead, a number and a title right behind each other, above those who are addressed."""
_LONE_NUMBER = re.compile(r"\d[\d.,]*[%％‰]?(?=\s|$)")
_LAST_WORD = re.compile(r"\S+$")
_NEXT_WORD = re.compile(r"\S{7,22}(?=\s|$)")
_LAST_FIGURES = re.compile(r"[^\s：:\u4e00-\u9fff]+$")
_NEXT_NAME = re.compile(r"[\u4e00-\u9fff](?<![转或和及与])|\d{1,2}[.．、](?!\d)")
"""What begins anew behind a phone: a name, or a label."""
_ENDED = tuple("。；：！？”）)")
_MAX_NUMBER = 22
_UNITS = "年月日"
_WESTERN = re.compile(r"[A-Za-z0-9]")


def unfold(source: SourceText) -> SourceText:
    """The source with every block that is a document in one line cut where its breaks may have stood.

    A cut too many does no harm: lines that belong together are joined again later. Sources of several
    lines stay.
    """
    if len(source.blocks) > 2 or not all(isinstance(block, Paragraph) for block in source.blocks):
        return source
    return replace(source, blocks=tuple(part for block in source.blocks for part in _parts(block)))


def _parts(block: Block) -> Iterator[Block]:
    if not isinstance(block, Paragraph) or len(block.text) < _MIN_CHARS:
        yield block
        return
    start = 0
    head = _LETTERHEAD.match(block.text)
    if head:
        for part in ("letterhead", "number", "title"):
            yield from _paragraph(block.excerpt[head.start(part) : head.end(part)], block.page)
        start = head.end()
    breaks = {m.start(): m.end() for m in _BREAK.finditer(block.text, start) if _breaks(block.text, m)}
    breaks |= {m.end(): m.end() for m in _TITLE_OVER.finditer(block.text, start)}
    for end, following in sorted(breaks.items()):
        if following > start:
            yield from _paragraph(block.excerpt[start:end], block.page)
            start = following
    yield from _paragraph(block.excerpt[start:], block.page)


def _breaks(text: str, match: re.Match[str]) -> bool:
    """A blank beside a lone number, between Western words or figures, or inside a date, is only a blank.

    Example: `再给予 100 万元` -> no break; `1. 申请条件 2. 申请材料` -> one before 2.
    """
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if not match[0] or _stands_behind_phone(text, match):
        return True
    if _stands_in_sentence(text, match):
        return False
    dated = (before.isdigit() and after in _UNITS) or (before in "年月" and after.isdigit())
    return not dated and not (_WESTERN.match(before) and _WESTERN.match(after))


def _stands_behind_phone(text: str, blank: re.Match[str]) -> bool:
    """Whether a phone ends before a blank and a name or label begins behind it: `5550101 清河区医保局`."""
    figures = _LAST_FIGURES.search(text, max(blank.start() - _MAX_NUMBER, 0), blank.start())
    called = figures is not None and is_phone(figures[0])
    return called and bool(_NEXT_NAME.match(text, blank.end()))


def _stands_in_sentence(text: str, blank: re.Match[str]) -> bool:
    """Whether a blank stands before or behind a number that the words around it need.

    A number behind the end of a sentence may be that of a page.
    """
    before = _LAST_WORD.search(text, max(blank.start() - _MAX_NUMBER, 0), blank.start())
    if before and _LONE_NUMBER.fullmatch(before[0]):
        return not text[: before.start()][-_MAX_NUMBER:].rstrip().endswith(_ENDED)
    word = _NEXT_WORD.match(text, blank.end())
    number = _LONE_NUMBER.match(text, blank.end()) is not None or (word is not None and is_phone(word[0]))
    return number and not text.endswith(_ENDED, 0, blank.start())


def _paragraph(excerpt: Excerpt, page: int | None) -> Iterator[Paragraph]:
    stripped = excerpt.strip()
    if stripped.text:
        # A number ends its line: no title or addressee stands on it.
        yield Paragraph(stripped, closed=bool(NUMBER.search(stripped.text[-_MAX_NUMBER:])), page=page)
