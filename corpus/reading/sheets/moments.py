"""Dates and times of a worksheet as the worksheet shows them in China."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import dropwhile

from corpus.reading.sheets.number_formats import Mark, NumberForm, Token, forms_of
from corpus.text.numerals import digit_by_digit, numeral

Moment = datetime | date | time

_BY_COUNTRY = {"mm-dd-yy": "yyyy/m/d", "m/d/yy h:mm": "yyyy/m/d h:mm", "m-d-yy": "yyyy/m/d"}
"""Built-in formats that are shown in the form of the country."""
_LONG_DATE, _LONG_TIME = "$-F800", "$-F400"
_BY_SYSTEM = {_LONG_DATE: 'yyyy"年"m"月"d"日"', _LONG_TIME: "h:mm:ss"}
_CLOCK = re.compile(r"[hs]", re.IGNORECASE)
_WEEKDAYS = "一二三四五六日"
_FIELDS = {"y": "year", "e": "year", "m": "month", "d": "day", "h": "hour", "n": "minute", "s": "second"}
_HALVES = re.compile(r"AM/PM|A/P|上午/下午", re.IGNORECASE)
_HOUR, _MINUTE = 3600, 60


def shown_moment(value: Moment, form: NumberForm) -> str:
    """A date or time in a section of a format.

    Example: 2025-12-31, `[$-804]aaaa` -> `星期三`; `[DBNum1]yyyy"年"m"月"` -> `二〇二五年十二月`
    """
    form = _of_country(form)
    tokens = _without_clock(form.tokens) if _is_midnight(value) else list(form.tokens)
    if not any(token.mark is Mark.MOMENT for token in tokens):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    half = any(_HALVES.fullmatch(token.text) for token in tokens if token.mark is Mark.MOMENT)
    return "".join(
        _part(value, code, form.numerals, half=half) if code else token.text
        for token, code in zip(tokens, _codes(tokens), strict=True)
    )


def shown_span(value: timedelta, form: NumberForm) -> str:
    """A span of time. Example: 36 hours, `[h]:mm` -> `36:00`."""
    left = round(value.total_seconds())
    text = ""
    for token, code in zip(form.tokens, _codes(form.tokens), strict=True):
        unit = {"h": _HOUR, "n": _MINUTE, "s": 1}.get(code.strip("[")[:1])
        if unit is None:
            text += token.text
            continue
        amount, left = divmod(left, unit)
        text += f"{amount:0{min(len(code.strip('[]')), 2)}d}"
    return text


def _of_country(form: NumberForm) -> NumberForm:
    written = "".join(token.text for token in form.tokens)
    if form.locale in _BY_SYSTEM:
        return forms_of(_BY_SYSTEM[form.locale])[0]
    return forms_of(_BY_COUNTRY[written])[0] if written in _BY_COUNTRY else form


def _is_midnight(value: Moment) -> bool:
    return isinstance(value, datetime) and value.time() == time.min


def _without_clock(tokens: Sequence[Token]) -> list[Token]:
    """The date alone: sheets keep a day as its midnight, and programs that write them add the clock.

    Only a clock behind a date goes; a format of a clock alone shows one.
    """
    clock = [n for n, token in enumerate(tokens) if token.mark is Mark.MOMENT and _CLOCK.match(token.text)]
    if not clock or not any(token.mark is Mark.MOMENT for token in tokens[: clock[0]]):
        return list(tokens)
    behind = any(token.mark is Mark.MOMENT and token.text[:1].lower() in "yd" for token in tokens[clock[0] :])
    if behind or any(token.mark is Mark.WORDS and token.text.strip(" :") for token in tokens[clock[0] :]):
        return list(tokens)
    rest = dropwhile(
        lambda token: token.mark is Mark.WORDS and not token.text.strip(), reversed(tokens[: clock[0]])
    )
    return list(rest)[::-1]


def _codes(tokens: Sequence[Token]) -> list[str]:
    """The code of each token, "" for words; `n` stands for minutes, which are written like months."""
    codes = [token.text.lower() if token.mark is Mark.MOMENT else "" for token in tokens]
    known = [position for position, code in enumerate(codes) if code]
    for ordinal, position in enumerate(known):
        before = codes[known[ordinal - 1]].strip("[") if ordinal else ""
        after = codes[known[ordinal + 1]] if ordinal + 1 < len(known) else ""
        if codes[position].strip("[").startswith("m") and (before.startswith("h") or after.startswith("s")):
            codes[position] = codes[position].replace("m", "n")
    return codes


def _part(value: Moment, code: str, numerals: int, *, half: bool) -> str:
    """One piece of a date or time. Empty where the value has no such piece."""
    if _HALVES.fullmatch(code):
        return ("下午" if getattr(value, "hour", 0) >= 12 else "上午") if "上" in code else _western(value)
    if code.startswith("a") or code in ("ddd", "dddd"):
        return _weekday(value, code)
    number = getattr(value, _FIELDS.get(code.strip("[")[:1], ""), None)
    if number is None:
        return ""
    if code[0] == "h" and half:
        number = (number - 1) % 12 + 1
    if numerals == 1:
        return digit_by_digit(number) if code[0] in "ye" else numeral(number)
    if code[0] == "y":
        return f"{number:04d}" if len(code) > 2 else f"{number % 100:02d}"
    if code.startswith("mmm"):
        return f"{numeral(number)}月" if len(code) > 3 else f"{number}月"
    return f"{number:02d}" if len(code) == 2 else str(number)


def _western(value: Moment) -> str:
    return "PM" if getattr(value, "hour", 0) >= 12 else "AM"


def _weekday(value: Moment, code: str) -> str:
    """Example: `aaaa` -> `星期三`; `ddd` -> `周三`; `aaa` -> `三`."""
    if not isinstance(value, date):
        return ""
    return {"aaaa": "星期", "dddd": "星期", "ddd": "周"}.get(code, "") + _WEEKDAYS[value.weekday()]
