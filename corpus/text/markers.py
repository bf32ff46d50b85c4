"""How Chinese official texts label their clauses: 一、 （一） 1. （1） ① 第一条 第1项 and their kin.

Some labels show what they are wherever they stand. Others are labels only in their order: 第四条规定 may
open an article or cite one, 1.2025年 be a question or a figure.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from corpus.text.numerals import ORDINAL, UP_TO_99, whole_number
from corpus.text.phones import narrow


class Style(StrEnum):
    """The look of a label; labels of one look stand on one level of their document."""

    CHAPTER = "chapter"
    SECTION = "section"
    """第一节, below a chapter and above its articles."""
    ARTICLE = "article"
    ITEM = "item"
    SUBITEM = "subitem"
    HAN = "han"
    HAN_BRACKET = "han_bracket"
    NUMBER = "number"
    NUMBER_BRACKET = "number_bracket"
    HALF_BRACKET = "half_bracket"
    CIRCLE = "circle"
    DECIMAL = "decimal"
    """1.1, below 1."""
    SUBDECIMAL = "subdecimal"
    """1.1.1, below 1.1."""
    PADDED = "padded"
    """01 02 03, without a point behind."""
    QUESTION = "question"
    HEADING = "heading"
    """A heading without a number, on the level of the items."""
    CARD = "card"
    """An item of a handbook, above the same fields as the others; nothing divides it."""
    GROUP = "group"
    """A heading without a number above numbered items, which may start anew below it."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A label at the start of a paragraph; `end` is where the words after it begin."""

    style: Style
    label: str
    """The one spelling of the label in paths: `一`, `（一）`, `5`, `第四条`, `19-1`."""
    ordinal: int
    end: int


_DECIMAL = r"(?![0０])\d{1,2}[.．](?![0０])\d{1,2}"
_SPACED = r"\d(?: ?\d){0,2}"
"""A number whose digits are set apart, as recognised scans print it. Example: `1 2`."""
_WORD = r"\u4e00-\u9fff“《"
_UNITS = r"[万亿元个人户项亩公吨米平千百年月日天倍度折立]|小时"
"""What follows a figure: `1.5 万元` is no label."""
_PATTERNS = (
    (
        "第",
        Style.CHAPTER,
        re.compile(rf"第\s*({ORDINAL})\s*(?:[章编篇]|部分)(?=[\s：:]|$)[：:]?\s*"),
        "第{}章",
    ),
    ("第", Style.SECTION, re.compile(rf"第\s*({ORDINAL})\s*节(?=\s|$)\s*"), "第{}节"),
    ("第", Style.ARTICLE, re.compile(rf"第\s*({ORDINAL}|{_SPACED})\s*条(?=\s|$)\s*"), "第{}条"),
    (
        "第0",
        Style.SUBITEM,
        re.compile(r"(?:第\s*\d+\s*项\s*政策\s*)?(\d{1,3}\s*[—–-]\s*\d{1,2})(?=\s|$)\s*"),
        "{}",
    ),
    ("第", Style.ITEM, re.compile(r"第\s*(\d{1,3})\s*项(?=\s|$)\s*"), "{}"),
    ("一", Style.HAN, re.compile(rf"({ORDINAL})(?:、|[．.](?!\d))\s*"), "{}"),
    ("（", Style.HAN_BRACKET, re.compile(rf"[（(]\s*({ORDINAL})\s*[）)]\s*"), "（{}）"),
    ("0", Style.NUMBER, re.compile(r"(\d{1,3})\s*[．.、](?!\d)\s*"), "{}"),
    (
        "0",
        Style.SUBDECIMAL,
        re.compile(rf"({_DECIMAL}[.．]\d{{1,2}})(?![.．\d])[．.、]?\s*(?=[{_WORD}])"),
        "{}",
    ),
    ("0", Style.DECIMAL, re.compile(rf"({_DECIMAL})(?:[．.、]\s*|\s+)(?=[{_WORD}])(?!{_UNITS})"), "{}"),
    ("（", Style.NUMBER_BRACKET, re.compile(r"[（(]\s*(\d{1,3})\s*[）)]\s*"), "（{}）"),
    ("①", Style.HAN_BRACKET, re.compile(r"([㈠-㈩])\s*"), "（{}）"),
    ("①", Style.NUMBER_BRACKET, re.compile(r"([⑴-⒇])\s*"), "（{}）"),
    ("①", Style.NUMBER, re.compile(r"([⒈-⒛])\s*"), "{}"),
    ("0", Style.HALF_BRACKET, re.compile(r"(\d{1,2})\s*[）)]\s+"), "{}）"),
    ("①", Style.CIRCLE, re.compile(r"([①-⑳])\s*"), "{}"),
    ("0", Style.PADDED, re.compile(r"(0[1-9])\s+(?=[\u4e00-\u9fff“《])"), "{}"),
)
"""Kinds of signs that a label of the look may start with, see `_kind_of`, its look, pattern and spelling."""
_BY_KIND = {kind: tuple(look[1:] for look in _PATTERNS if kind in look[0]) for kind in "第（0一①"}
_GLUED = (
    (Style.CHAPTER, re.compile(rf"第({ORDINAL})(?:章|部分)(?=[^\s，。；：、）)》])"), "第{}章"),
    (Style.SECTION, re.compile(rf"第({ORDINAL})节(?=[^\s，。；：、）)》])"), "第{}节"),
    (Style.ARTICLE, re.compile(rf"第\s?({ORDINAL}|{_SPACED})\s?条(?=[^\s，。；：、）)》])"), "第{}条"),
    (
        Style.NUMBER,
        re.compile(r"(\d{1,3})[．.、](?=(?:19|20)\d\d\s*[年-]|\d{1,2}[人户周岁名类日月](?!元))"),
        "{}",
    ),
    (Style.HALF_BRACKET, re.compile(r"(\d{1,2})[）)](?=[\u4e00-\u9fff“《]|(?:19|20)\d\d年)"), "{}）"),
    (Style.PADDED, re.compile(r"(0[1-9])(?=[\u4e00-\u9fff“《])"), "{}"),
    (Style.DECIMAL, re.compile(rf"({_DECIMAL})(?=[{_WORD}])(?!{_UNITS})"), "{}"),
)
"""Labels with no blank behind; `1.2025年` is one, `2.65亿元` a figure."""
_NUMERALS = frozenset(f"{UP_TO_99}百")
_OPENING = re.compile(rf"[第（(\d{UP_TO_99}百①-⑳㈠-㈩⑴-⒛问QＱ]")
"""The first sign of every label: most lines start with none and need no further look."""
_QUESTION = re.compile(
    rf"(?:问\s*\d{{0,3}}|[QＱ]\s*\d{{0,3}}|问题\s*(?:{ORDINAL}|\d{{1,3}}))\s*[：:．.、]\s*|问题\s*(?:{ORDINAL}|\d{{1,3}})\s+"
)
_ENCLOSED = {sign: unicodedata.normalize("NFKC", sign).strip("().") for sign in "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"} | {
    chr(code): unicodedata.normalize("NFKC", chr(code)).strip("().") for code in range(ord("⑴"), ord("⒛") + 1)
}
"""What a sign with its brackets or its point stands for: ㈠ is （一）, ⑴ is （1）, ⒈ is 1."""
_SHORT = 200
"""Characters of a line whose marker is remembered."""
_SAFE = str.maketrans({"#": None, "/": "／", "?": "？", "%": "％", "&": "＆"})
_DASH = re.compile(r"\s*[—–-]\s*")


def find_marker(text: str) -> Marker | None:
    """The label that a paragraph starts with, if any. 问： has no ordinal of its own: `grow` counts them.

    Example: `（三）推进“异地通办”。` -> Marker(HAN_BRACKET, "（三）", 3, 3)
    """
    if not _OPENING.match(text):
        return None
    return _known_marker(text) if len(text) <= _SHORT else _marker(text)


def _marker(text: str) -> Marker | None:
    for style, pattern, spelling in _BY_KIND[_kind_of(text[0])]:
        match = pattern.match(text)
        if match:
            printed = _plain(_DASH.sub("-", _ENCLOSED.get(match[1], match[1])))
            return Marker(style, spelling.format(printed), _ordinal(printed), match.end())
    question = _QUESTION.match(text)
    return Marker(Style.QUESTION, "问", 0, question.end()) if question else None


_known_marker = lru_cache(maxsize=4096)(_marker)
"""A line is looked at again and again while its document is taken apart."""


def addressable(label: str) -> str:
    """A label in signs that an address of a page may hold. Example: `什么是补贴?` -> `什么是补贴？`."""
    return label.translate(_SAFE)


def find_glued(text: str) -> Marker | None:
    """The label that a paragraph may start with, to be told from a sentence by its place in the order.

    Example: `第四条为规范…` -> Marker(ARTICLE, "第四条", 4, 3)
    """
    for style, pattern, spelling in _GLUED:
        match = pattern.match(text)
        if match:
            printed = _plain(match[1])
            return Marker(style, spelling.format(printed), _ordinal(printed), match.end())
    return None


def _kind_of(sign: str) -> str:
    """The first sign of a label by its kind: 第, a bracket, a figure, a numeral, or any other."""
    if sign.isdecimal():
        return "0"
    if sign in _NUMERALS:
        return "一"
    return {"第": "第", "(": "（", "（": "（"}.get(sign, "①")


def _plain(printed: str) -> str:
    """A label in ASCII digits and points, not set apart. Example: `１．２` -> `1.2`, `1 2` -> `12`."""
    return narrow(printed).replace("．", ".").replace(" ", "")


@lru_cache(maxsize=1024)
def _ordinal(printed: str) -> int:
    """Example: `二十一` -> 21; `19-2` -> 2; `1.3` -> 3; `③` -> 3."""
    last = re.split("[-.]", printed)[-1]
    if "①" <= last <= "⑳":
        return ord(last) - ord("①") + 1
    return whole_number(last) or 0
