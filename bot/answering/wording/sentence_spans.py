"""Sentences of a measure, as stretches of its sections."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.extraction.duties.blocks import is_block
from corpus.records import Section

_ENDS = "。；！？!?;"
_FULL_STOPS = "。！？"
_OPENERS = "（(《〈“‘【「『〔["
_CLOSERS = "）)》〉”’】」』〕]"
_BRACKETS = "（([〔【"
_MARK = re.compile(f"[{re.escape(_ENDS + _OPENERS + _CLOSERS)}\n]")
"""The only characters at which a sentence can end: looking at every one takes seven times as long."""


REMEMBERED = 256
"""How many measures keep their sentences: shown ones are asked about again. Each takes about 3 kB."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A half-open stretch [start, end) of section number `section`."""

    section: int
    start: int
    end: int
    text: str


@lru_cache(maxsize=REMEMBERED)
def sentences(sections: tuple[Section, ...]) -> tuple[Sentence, ...]:
    """All sentences in reading order; text that ends in a colon is joined to what follows."""
    return tuple(
        Sentence(number, start, end, section.text[start:end])
        for number, section in enumerate(sections)
        for start, end in split(section.text)
    )


def split(text: str) -> list[tuple[int, int]]:
    """Stretches [start, end) of the sentences of a text, white space at their ends left out.

    Cuts after 。；！？ and at line breaks, not inside brackets or quotation marks, but after a closing
    mark that follows a full stop. A line break closes whatever is open. A bracket that says who is
    responsible for the sentence before it stands alone.

    Example: "补贴1万元；凭证（含发票；收据）交区局。" -> "补贴1万元；" and "凭证（含发票；收据）交区局。"
    """
    stretches: list[tuple[int, int]] = []
    start = depth = 0
    for mark in _MARK.finditer(text):
        offset = mark.start()
        depth = _depth(depth, mark.group())
        if depth == 0 and (_ends_here(text, offset) or _says_who(text, start, offset)):
            stretches.append((start, offset + 1))
            start = offset + 1
    stretches.append((start, len(text)))
    return _with_lead_ins(text, [_trimmed(text, *stretch) for stretch in stretches])


def _depth(depth: int, character: str) -> int:
    if character == "\n":
        return 0
    if character in _OPENERS:
        return depth + 1
    return max(depth - 1, 0) if character in _CLOSERS else depth


def _ends_here(text: str, offset: int) -> bool:
    character = text[offset]
    if character in _CLOSERS:
        return offset > 0 and text[offset - 1] in _FULL_STOPS
    return character == "\n" or character in _ENDS


def _says_who(text: str, start: int, offset: int) -> bool:
    """Whether [start, offset] is a bracket that names departments and is followed by more text."""
    closed = text[offset] in _CLOSERS and text[offset + 1 : offset + 2] not in _ENDS
    words = text[start : offset + 1].lstrip()
    return closed and words[:1] in _BRACKETS and is_block(words)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _with_lead_ins(text: str, stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if start >= end:
            continue
        if joined and text[joined[-1][1] - 1] in "：:":
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
