"""How Chinese official texts label their clauses: 一、 （一） 1. （1） ① 第一条 第1项 and their kin."""

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.text.numerals import ORDINAL, whole_number
from corpus.text.phones import narrow


class Style(StrEnum):
    """The look of a label; labels of one look stand on one level of their document."""

    CHAPTER = "chapter"
    ARTICLE = "article"
    ITEM = "item"
    SUBITEM = "subitem"
    HAN = "han"
    HAN_BRACKET = "han_bracket"
    NUMBER = "number"
    NUMBER_BRACKET = "number_bracket"
    CIRCLE = "circle"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Marker:
    """A label at the start of a paragraph; `end` is where the words after it begin."""

    style: Style
    label: str
    """The one spelling of the label in paths: `一`, `（一）`, `5`, `第四条`, `19-1`."""
    ordinal: int
    end: int


_PATTERNS = (
    (Style.CHAPTER, re.compile(rf"第\s*({ORDINAL})\s*[章编篇](?=\s|$)\s*"), "第{}章"),
    (Style.ARTICLE, re.compile(rf"第\s*({ORDINAL})\s*条(?=\s|$)\s*"), "第{}条"),
    (
        Style.SUBITEM,
        re.compile(r"(?:第\s*\d+\s*项\s*政策\s*)?(\d{1,3}\s*[—–-]\s*\d{1,2})(?=\s|$)\s*"),
        "{}",
    ),
    (Style.ITEM, re.compile(r"第\s*(\d{1,3})\s*项(?=\s|$)\s*"), "{}"),
    (Style.HAN, re.compile(rf"({ORDINAL})、\s*"), "{}"),
    (Style.HAN_BRACKET, re.compile(rf"[（(]\s*({ORDINAL})\s*[）)]\s*"), "（{}）"),
    (Style.NUMBER, re.compile(r"(\d{1,2})\s*[．.、](?!\d)\s*"), "{}"),
    (Style.NUMBER_BRACKET, re.compile(r"[（(]\s*(\d{1,2})\s*[）)]\s*"), "（{}）"),
    (Style.CIRCLE, re.compile(r"([①-⑳])\s*"), "{}"),
)
_QUESTION = re.compile(r"问\s*\d{0,2}\s*[：:]\s*")
_DASH = re.compile(r"\s*[—–-]\s*")


def find_marker(text: str) -> Marker | None:
    """The label that a paragraph starts with, if any. 问： has no ordinal of its own: `grow` counts them.

    Example: `（三）推进“异地通办”。` -> Marker(HAN_BRACKET, "（三）", 3, 3)
    """
    for style, pattern, spelling in _PATTERNS:
        match = pattern.match(text)
        if match:
            printed = narrow(_DASH.sub("-", match[1]))
            return Marker(style, spelling.format(printed), _ordinal(printed), match.end())
    question = _QUESTION.match(text)
    return Marker(Style.QUESTION, "问", 0, question.end()) if question else None


def _ordinal(printed: str) -> int:
    """Example: `二十一` -> 21; `19-2` -> 2; `③` -> 3."""
    last = printed.rsplit("-", 1)[-1]
    if "①" <= last <= "⑳":
        return ord(last) - ord("①") + 1
    return whole_number(last) or 0
