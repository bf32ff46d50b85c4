"""Long messages in parts that a channel accepts."""

import re
from collections.abc import Callable, Sequence

from corpus.text.typesetting import utf16_length
from corpus.text.unprinted import visible

MESSAGE_LIMIT = 4096
"""Source: core.telegram.org/bots/api, sendMessage: 1-4096 characters, counted in UTF-16 code units."""

_ATOM = re.compile(
    r"<tg-time [^<>]*>[^<>]*</tg-time>|</?(?:b|i|blockquote)(?: expandable)?>|&(?:amp|lt|gt|quot|#\d+);|.",
    re.DOTALL,
)
"""What is never cut: a day that can be tapped, a tag, an entity, a character."""
_TAG = re.compile(r"</?(?:b|i|blockquote)(?: expandable)?>")
_OPENED = re.compile("<([a-z]+)")
_BORDERS = ("\n", "。！？", "；;", "，,、：")
"""What a part may end with, best first."""

_ROOMS = {"blockquote": len("<blockquote expandable></blockquote>"), "": len("<b><i></i></b>")}
"""Room for what a part must reopen and close, nested at most once: a folded text, and what is in any."""


def split_message(text: str, limit: int = MESSAGE_LIMIT) -> list[str]:
    """The text in parts of at most `limit` UTF-16 code units, cut at clause borders where there are any.

    Never cuts inside a tag or an entity; a tag left open by a cut is closed and opened again. Joined,
    the parts give the text again except for white space at the cuts and for characters that nothing prints.
    No part is blank.

    Raises:
        ValueError: `limit` leaves no room beside the tags.
    """
    text = visible(text)
    reserve = sum(room for tag, room in _ROOMS.items() if tag in text)
    if limit <= reserve + 2:
        raise ValueError(f"limit {limit} is too small")
    if utf16_length(text) <= limit:
        return [text] if text.strip() else []
    atoms: list[str] = _ATOM.findall(text)
    room = limit - (reserve if _TAG.search(text) else 0)
    parts, start, opened = [], 0, ""
    while start < len(atoms):
        end = _cut(atoms, start, room)
        body = "".join(atoms[start:end])
        start, body = end, opened + body.strip()
        opened = _still_open(body)
        parts.append(body.rstrip() + _closing(opened))
    return [part for part in parts if _TAG.sub("", part).strip()]


def split_plain(text: str, room: int, length: Callable[[str], int]) -> list[str]:
    """Words without markup in parts of at most `room` by `length`, cut at clause borders where there are any.

    Joined, the parts give the text again except for white space at the cuts and for characters that nothing
    prints. No part is blank.
    """
    characters, start, parts = visible(text), 0, []
    while start < len(characters):
        end = max(start + 1, _cut(characters, start, room, length))
        parts.append(characters[start:end].strip())
        start = end
    return [part for part in parts if part]


def _cut(atoms: Sequence[str], start: int, room: int, length: Callable[[str], int] = utf16_length) -> int:
    """Where the part that begins at `start` ends: after the last good border in its second half."""
    end = start
    while end < len(atoms) and (room := room - length(atoms[end])) >= 0:
        end += 1
    if end == len(atoms):
        return end
    middle = (start + end) // 2
    for border in _BORDERS:
        for position in range(end - 1, middle, -1):
            if atoms[position] in border:
                return position + 1
    return end


def _still_open(body: str) -> str:
    opened: list[str] = []
    for tag in _TAG.findall(body):
        if tag.startswith("</"):
            opened = opened[:-1]
        else:
            opened.append(tag)
    return "".join(opened)


def _closing(opened: str) -> str:
    return "".join(f"</{tag}>" for tag in reversed(_OPENED.findall(opened)))
