"""Pages that print their article once more as one line, below the menus that follow it."""

import re
from collections.abc import Sequence

from corpus.reading.composing import Part, TextLine
from corpus.reading.html.chrome import names_document
from corpus.text.excerpt import compact
from corpus.text.losses import Loss, LossKind

_LEAST = 200
"""Characters of a line that can repeat an article."""
_LINE = 15
"""Characters of a line that cannot stand in an article twice by chance."""
_LEAST_LINES = 3
_LEAST_SHARE = 0.5
_MARK = 3
"""Characters of a button or a counter within the article: `听全文`, `-次`."""
_HEADING = re.compile(r"(?:相关|附件)(?:附件|新闻|链接|文件|文档|下载|阅读|推荐)[：:]?")


def leave_out_repeat(parts: Sequence[Part], losses: list[Loss]) -> list[Part]:
    """The parts without an article's repeat and what the site prints between the two, added to `losses`.

    Tables are never left out. A bare heading such as 相关附件 with nothing below it is left out of any page.

    Example: `青禾县…通知`, `一、…。`, `我要查`, `市教育局`, `青禾县…通知一、…。` -> the first two
    """
    last = parts[-1] if parts else None
    end = _end_of_article(parts[:-1], compact(last.text)) if isinstance(last, TextLine) else 0
    if not (end and isinstance(last, TextLine)):
        return _without_headings(list(parts), losses)
    repeat = compact(last.text)
    kept: list[Part] = []
    for position, part in enumerate(parts):
        if isinstance(part, TextLine) and (position >= end or _is_mark(part, repeat)):
            losses.append(Loss(_kind(part.text, repeat), part.text))
        else:
            kept.append(part)
    return _without_headings(kept, losses)


def _end_of_article(parts: Sequence[Part], repeat: str) -> int:
    """Where the article ends that `repeat` says once more; 0 where it repeats none."""
    if len(repeat) < _LEAST:
        return 0
    end = read = said = lines = 0
    for position, part in enumerate(parts):
        words = compact(part.text) if isinstance(part, TextLine) else ""
        start = repeat.find(words, read) if words else -1
        if start == read or (start > read and len(words) >= _LINE):
            end, read = position + 1, start + len(words)
            said, lines = said + len(words), lines + 1
    return end if lines >= _LEAST_LINES and said >= _LEAST_SHARE * len(repeat) else 0


def _is_mark(part: TextLine, repeat: str) -> bool:
    words = compact(part.text)
    return len(words) <= _MARK and words not in repeat and not any(map(str.isdigit, words))


def _kind(text: str, repeat: str) -> LossKind:
    if compact(text) == repeat:
        return LossKind.REPEATED
    return LossKind.ATTACHMENT if names_document(text.strip()) else LossKind.SITE


def _without_headings(parts: list[Part], losses: list[Loss]) -> list[Part]:
    """The parts without the headings at their end that stand over nothing."""
    while parts and isinstance(last := parts[-1], TextLine) and _HEADING.fullmatch(compact(last.text)):
        losses.append(Loss(LossKind.SITE, last.text))
        parts.pop()
    return parts
