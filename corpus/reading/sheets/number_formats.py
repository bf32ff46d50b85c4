"""The number formats of worksheets, taken apart: sections, conditions, literal words, places for digits.

Source: ECMA-376 part 1, 18.8.30 and 18.8.31 (numFmts, numFmt).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne


class Mark(StrEnum):
    """What a piece of a format stands for."""

    WORDS = "words"
    DIGIT = "digit"
    POINT = "point"
    COMMA = "comma"
    PERCENT = "percent"
    EXPONENT = "exponent"
    SLASH = "slash"
    GENERAL = "general"
    TEXT = "text"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a format; `text` is what it prints for WORDS, as written for the others."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class NumberForm:
    """One section of a format."""

    tokens: tuple[Token, ...]
    numerals: int = 0
    """1: 一二三, 2: 壹贰叁, 3: wide figures; 0: as usual. [DBNum1] to [DBNum3]."""
    condition: tuple[str, float] | None = None
    locale: str = ""
    """Such as `$-804`, `$-F800`."""

    def has(self, mark: Mark) -> bool:
        """Whether a token of a kind stands in it."""
        return any(token.mark is mark for token in self.tokens)


_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|[\\!](?P<escaped>.)"
    r"|_.|\*."
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<general>General|G/通用格式)"
    r"|(?P<exponent>E[+-])"
    r"|(?P<moment>y+|m+|d+|h+|s+(?:\.0+)?|e+|aaaa?|AM/PM|A/P|上午/下午)"
    r"|(?P<single>.)",
    re.IGNORECASE | re.DOTALL,
)
_SINGLES = {
    ".": Mark.POINT,
    ",": Mark.COMMA,
    "%": Mark.PERCENT,
    "/": Mark.SLASH,
    "@": Mark.TEXT,
} | dict.fromkeys("#0?", Mark.DIGIT)
_SECTION = re.compile(r'(?:"[^"]*"?|[\\!].|\[[^\]]*\]|[^;])*', re.DOTALL)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    "<=": le,
    ">=": ge,
    "<>": ne,
    "<": lt,
    ">": gt,
    "=": eq,
}
_ELAPSED = re.compile(r"[hms]+", re.IGNORECASE)
_DB_NUM = re.compile(r"DBNum([123])", re.IGNORECASE)
_CACHED = 512
"""Formats; a workbook has a few dozen."""


@lru_cache(_CACHED)
def forms_of(number_format: str) -> tuple[NumberForm, ...]:
    """The sections of a format in order, at least one."""
    sections: list[str] = []
    position = 0
    while True:
        match = _SECTION.match(number_format, position)
        sections.append(match[0] if match else "")
        position += len(sections[-1]) + 1
        if position > len(number_format):
            return tuple(map(_form, sections))


def form_for(forms: Sequence[NumberForm], value: float) -> tuple[NumberForm, bool]:
    """The section that shows a number, and whether it shows the number without its sign.

    Sections without conditions are for positive numbers, negative ones, and zero.
    """
    numeric = forms[:3] if not forms[-1].has(Mark.TEXT) or len(forms) == 1 else forms[:-1]
    if any(form.condition for form in numeric):
        for form in numeric:
            if form.condition is None or _COMPARE[form.condition[0]](value, form.condition[1]):
                return form, False
        return numeric[-1], False
    if value < 0 and len(numeric) > 1:
        return numeric[1], True
    return (numeric[2], False) if value == 0 and len(numeric) > 2 else (numeric[0], False)


def is_moment(number_format: str) -> bool:
    """Whether a format shows a number as a date or time."""
    form = forms_of(number_format)[0]
    return form.has(Mark.MOMENT) and not form.has(Mark.DIGIT) and not form.has(Mark.GENERAL)


def _form(section: str) -> NumberForm:
    tokens: list[Token] = []
    numerals, condition, locale = 0, None, ""
    for match in _TOKEN.finditer(section):
        bracket = match["bracket"]
        if bracket is None:
            tokens.extend(_tokens(match))
            continue
        compared, counted = _CONDITION.fullmatch(bracket), _DB_NUM.fullmatch(bracket)
        if compared:
            condition = compared[1], float(compared[2])
        elif counted:
            numerals = int(counted[1])
        elif bracket.startswith("$"):
            currency, _, named = bracket[1:].partition("-")
            locale = f"$-{named}"
            tokens.extend([Token(Mark.WORDS, currency)] if currency else [])
        elif _ELAPSED.fullmatch(bracket):
            tokens.append(Token(Mark.MOMENT, f"[{bracket}]"))
    return NumberForm(tuple(tokens), numerals, condition, locale)


def _tokens(match: re.Match[str]) -> list[Token]:
    for name, mark in (("general", Mark.GENERAL), ("exponent", Mark.EXPONENT), ("moment", Mark.MOMENT)):
        if match[name] is not None:
            return [Token(mark, match[name])]
    single = match["single"]
    if single is not None:
        return [Token(_SINGLES.get(single, Mark.WORDS), single)]
    words = match["quoted"] if match["quoted"] is not None else match["escaped"]
    return [Token(Mark.WORDS, words)] if words else []
