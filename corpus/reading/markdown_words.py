"""The words of Markdown without its markup, and what it marks as not to be read."""

import html
import re
from collections.abc import Iterator

from corpus.reading.raised import on_the_line
from corpus.text.losses import Loss, LossKind

BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_STRUCK = re.compile(
    r"(?<![~\\])~~(?=[^\s~])(?P<waves>[^~\n]+?)(?<=[^\s~])~~(?!~)|<(?P<tag>s|del|strike)>(?P<tagged>.*?)</(?P=tag)>"
    r"|<(?P<styled>\w+)\s[^<>]*line-through[^<>]*>(?P<words>.*?)</(?P=styled)>",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"<(\w+)\s[^<>]*(?:display\s*:\s*none|visibility\s*:\s*hidden)[^<>]*>(.*?)</\1>", re.IGNORECASE
)
_IMAGE = re.compile(r"!\[(?P<said>[^\]]*)\]\([^)]*\)|<img\b(?P<tagged>[^<>]*)>", re.IGNORECASE)
_SAYS = re.compile(r"\balt\s*=\s*[\"']([^\"']*)", re.IGNORECASE)
_RAISED = re.compile(r"<sup>(.*?)</sup>|\[\^([^\]\s]+)\](?!:)", re.IGNORECASE)
_BULLET = re.compile(r"\s*[-*+]\s+(?:\[(?P<box>[ xX])\]\s+)?")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+")
_ADDRESSES = {"(": ")", "[": "]"}
"""What opens the address behind the words of a link -> what closes it."""
_ADDRESS = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]+)>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])(\*|_)(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"`([^`]+)`")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_HARD_BREAK = re.compile(r"\\$")
_TICKED, _BLANK = "☑", "□"


def without_unread(text: str, losses: list[Loss]) -> str:
    """The text without remarks, struck and hidden words and pictures, which are added to `losses`."""
    losses.extend(
        Loss(LossKind.COMMENT, said) for match in _COMMENT.finditer(text) if (said := match[1].strip())
    )
    bare = _COMMENT.sub("", text)
    losses.extend(
        Loss(LossKind.STRUCK, said)
        for match in _STRUCK.finditer(bare)
        if (said := plain_words(_struck(match)))
    )
    bare = _STRUCK.sub("", bare)
    losses.extend(
        Loss(LossKind.HIDDEN, said) for match in _HIDDEN.finditer(bare) if (said := plain_words(match[2]))
    )
    bare = _HIDDEN.sub("", bare)
    losses.extend(Loss(LossKind.PICTURE, _shown(match)) for match in _IMAGE.finditer(bare))
    return _IMAGE.sub("", bare)


def lowered(line: str, losses: list[Loss]) -> str:
    """A line with its raised figures written on it; marks of notes are added to `losses`."""
    text = ""
    end = 0
    for match in _RAISED.finditer(line):
        text += line[end : match.start()]
        figure = match[1] or match[2] or ""
        raised = on_the_line(text, figure)
        if match[2] is not None or raised.note:
            losses.append(Loss(LossKind.NOTE_MARK, figure))
        else:
            text += raised.written
        end = match.end()
    return text + line[end:]


def plain_words(line: str) -> str:
    """A line without markup. Example: `- **牵头单位**：区商务局` -> `牵头单位：区商务局`."""
    quoted = _QUOTE.match(line)
    unquoted = line[quoted.end() :] if quoted else line
    bullet = _BULLET.match(unquoted)
    bare = unquoted[bullet.end() :] if bullet else unquoted
    bare = _unlinked(_TAG.sub("", _ADDRESS.sub(r"\1", bare)))
    for pattern, kept in (
        (_STRONG, r"\2"),
        (_EMPHASIS, r"\2"),
        (_CODE, r"\1"),
        (_HARD_BREAK, ""),
    ):
        bare = pattern.sub(kept, bare)
    return "".join(_box(bullet)) + html.unescape(_ESCAPE.sub(r"\1", bare)).strip()


def _unlinked(line: str) -> str:
    """The line with the words of its links without their addresses."""
    words: list[str] = []
    done, start = 0, line.find("[")
    last = {closing: line.rfind(closing) for closing in _ADDRESSES.values()}
    while start >= 0 and (close := line.find("]", start)) >= 0:
        closing = _ADDRESSES.get(line[close + 1 : close + 2], "")
        if close > start + 1 and last.get(closing, 0) > close + 1:
            words += (line[done:start], line[start + 1 : close])
            done = line.find(closing, close + 2) + 1
        start = line.find("[", max(done, close + 1))
    return "".join((*words, line[done:]))


def _box(bullet: re.Match[str] | None) -> Iterator[str]:
    """The box of an item of a list of boxes, ticked or not."""
    if bullet and bullet["box"]:
        yield _BLANK if bullet["box"] == " " else _TICKED


def _struck(match: re.Match[str]) -> str:
    """The words of a struck stretch, whichever way it is written."""
    return match["waves"] or match["tagged"] or match["words"] or ""


def _shown(match: re.Match[str]) -> str:
    """What a picture is said to show."""
    said = _SAYS.search(match["tagged"] or "")
    return said[1] if said else match["said"] or ""
