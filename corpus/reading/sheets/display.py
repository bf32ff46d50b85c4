"""Numbers, dates and words of a worksheet as the worksheet shows them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from corpus.reading.sheets.moments import shown_moment, shown_span
from corpus.reading.sheets.number_formats import Mark, NumberForm, Token, form_for, forms_of
from corpus.text.numerals import digit_by_digit, formal_numeral, numeral

_DIGITS = 11
"""How many digits a worksheet shows of a number without a format."""
_SECTIONS = 4
_GROUPS = ("", "万", "亿", "万亿")
_ZERO = "零"
_GROUP = 10_000
_TEN = re.compile("^拾")
_FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"

Value = str | int | float | bool | datetime | date | time | timedelta | None


def shown(value: Value, number_format: str) -> str:
    """A cell as displayed.

    Example: `45127, yyyy"年"m"月"d"日"` -> `2023年7月20日`; `3.0, General` -> `3`;
    `5000000, 0"."0,"万元"` -> `500.0万元`
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return _words(value, number_format)
    if isinstance(value, (datetime, date, time)):
        return shown_moment(value, forms_of(number_format)[0])
    if isinstance(value, timedelta):
        return shown_span(value, forms_of(number_format)[0])
    return _number(value, number_format)


def _words(value: str, number_format: str) -> str:
    """Words in the section for text: the fourth, or the last one where it names their position with @."""
    forms = forms_of(number_format)
    form = forms[-1]
    if not form.has(Mark.TEXT) and len(forms) < _SECTIONS:
        return value
    return "".join(
        value if token.mark is Mark.TEXT else token.text
        for token in form.tokens
        if token.mark in (Mark.TEXT, Mark.WORDS)
    )


def _number(value: float, number_format: str) -> str:
    form, unsigned = form_for(forms_of(number_format), value)
    amount = abs(Decimal(repr(value)))
    sign = "-" if value < 0 and not unsigned else ""
    if form.has(Mark.GENERAL) or form.has(Mark.TEXT):
        return sign + _around(form, _general(amount, form.numerals))
    if not form.has(Mark.DIGIT):
        return "".join(token.text for token in form.tokens if token.mark is not Mark.COMMA)
    if form.has(Mark.EXPONENT):
        return sign + _scientific(amount, form)
    if form.has(Mark.SLASH):
        return sign + _fraction(amount, form)
    text = _placed(amount, form)
    return (sign if any(digit in "123456789" for digit in text) else "") + text


def _around(form: NumberForm, number: str) -> str:
    places = (Mark.GENERAL, Mark.TEXT)
    return "".join(number if token.mark in places else token.text for token in form.tokens)


def _general(amount: Decimal, numerals: int) -> str:
    """At most eleven digits, and no decimals for a whole number."""
    if amount == amount.to_integral_value():
        return _whole(int(amount), numerals)
    text = f"{float(amount):.{_DIGITS}g}"
    if "e" in text:
        return _written(str(float(amount)).upper(), numerals)
    whole, point, fraction = text.partition(".")
    return _whole(int(whole), numerals) + _written(point + fraction, numerals)


def _whole(number: int, numerals: int) -> str:
    """A whole number; counted where a section asks for it. Example: 1205000, 2 -> `壹佰贰拾万伍仟`."""
    if numerals not in (1, 2) or number >= _GROUP ** len(_GROUPS):
        return _written(str(number), numerals)
    count = numeral if numerals == 1 else _formal
    if not number:
        return count(0)
    text = ""
    for power in reversed(range(len(_GROUPS))):
        group = number // _GROUP**power % _GROUP
        gap = text and not text.endswith(_ZERO) and group < _GROUP // 10
        text += _ZERO if gap else ""
        text += count(group) + _GROUPS[power] if group else ""
    return text.rstrip(_ZERO)


def _formal(number: int) -> str:
    """Sums write the one of ten too."""
    return _TEN.sub("壹拾", formal_numeral(number))


def _written(digits: str, numerals: int) -> str:
    """Figures in the signs that a section asks for, one by one."""
    writers = {
        1: lambda figure: digit_by_digit(int(figure)),
        2: lambda figure: _FORMAL_DIGITS[int(figure)],
        3: lambda figure: chr(0xFF10 + int(figure)),
    }
    write = writers.get(numerals)
    return "".join(write(sign) if write and sign.isdecimal() else sign for sign in digits)


def _placed(amount: Decimal, form: NumberForm) -> str:
    """A number with its digits in the places that a section has for them."""
    whole, fraction = _halves(form.tokens)
    scaled = amount.scaleb(2 * sum(token.mark is Mark.PERCENT for token in form.tokens))
    scaled = scaled.scaleb(-3 * (_trailing_commas(whole) + _trailing_commas(fraction)))
    decimals = sum(token.mark is Mark.DIGIT for token in fraction)
    rounded = scaled.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    before, _, after = f"{rounded:f}".partition(".")
    kept = _fraction_digits(fraction, after)
    text = "".join(_whole_digits(whole, before.lstrip("0"))) + kept
    return _written(text, form.numerals)


def _halves(tokens: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """What stands before the decimal point, and from it on."""
    points = [position for position, token in enumerate(tokens) if token.mark is Mark.POINT]
    cut = points[0] if points else len(tokens)
    return tokens[:cut], tokens[cut:]


def _trailing_commas(tokens: Sequence[Token]) -> int:
    """Commas behind the last digit's place, before the point or at the end: each divides by a thousand."""
    count = 0
    for token in reversed(tokens):
        if token.mark is Mark.DIGIT:
            break
        count += token.mark is Mark.COMMA
    return count


def _whole_digits(whole: Sequence[Token], digits: str) -> Iterator[str]:
    """The digits before the point in their places, the first place taking all that are too many."""
    places = [position for position, token in enumerate(whole) if token.mark is Mark.DIGIT]
    grouped = any(token.mark is Mark.COMMA for token in whole[places[0] : places[-1]]) if places else False
    if not places:
        yield from (token.text for token in whole if token.mark is not Mark.COMMA)
        yield digits
        return
    surplus = len(digits) - len(places)
    for position, token in enumerate(whole):
        if token.mark is Mark.DIGIT:
            ordinal = places.index(position)
            left = len(places) - ordinal
            mine = digits[: surplus + 1] if ordinal == 0 and surplus > 0 else _digit(digits, left, token)
            yield _grouped(mine, left, len(digits)) if grouped else mine
        elif token.mark is not Mark.COMMA:
            yield token.text


def _digit(digits: str, left: int, token: Token) -> str:
    """The digit of a place that has `left` places from it on; 0 where a 0 asks for one that is not there."""
    return digits[-left] if left <= len(digits) else ("0" if token.text == "0" else "")


def _grouped(mine: str, left: int, length: int) -> str:
    """Digits with a comma behind each that starts a group of three to its right."""
    text = ""
    for offset, digit in enumerate(mine):
        behind = left - 1 + (len(mine) - 1 - offset)
        text += digit + ("," if behind and behind % 3 == 0 and length > behind else "")
    return text


def _fraction_digits(fraction: Sequence[Token], digits: str) -> str:
    """The point and the decimals; places that need not be filled stay empty where only zeros follow."""
    places = [token for token in fraction if token.mark is Mark.DIGIT]
    needed = max((n for n, token in enumerate(places, 1) if token.text == "0"), default=0)
    kept = digits[:needed] + digits[needed:].rstrip("0")
    remaining = iter(kept)
    text = ""
    for token in fraction:
        if token.mark is Mark.DIGIT:
            text += next(remaining, "")
        elif token.mark is Mark.POINT:
            text += "." if kept else ""
        elif token.mark is not Mark.COMMA:
            text += token.text
    return text


def _scientific(amount: Decimal, form: NumberForm) -> str:
    """Example: 1234567 as 0.00E+00 -> `1.23E+06`."""
    position = next(n for n, token in enumerate(form.tokens) if token.mark is Mark.EXPONENT)
    mantissa = NumberForm(tuple(form.tokens[:position]))
    power = amount.adjusted() if amount else 0
    width = sum(token.mark is Mark.DIGIT for token in form.tokens[position:])
    sign = "-" if power < 0 else form.tokens[position].text[1:].replace("-", "")
    return f"{_placed(amount.scaleb(-power), mantissa)}E{sign}{abs(power):0{width}d}"


def _fraction(amount: Decimal, form: NumberForm) -> str:
    """Example: 0.125 as # ?/? -> `1/8`."""
    position = next(n for n, token in enumerate(form.tokens) if token.mark is Mark.SLASH)
    below = "".join(token.text for token in form.tokens[position + 1 :] if token.mark is not Mark.PERCENT)
    fixed = int(below) if below.isdecimal() and int(below) else 0
    whole = int(amount) if sum(token.text == " " for token in form.tokens[:position]) else 0
    rest = Fraction(amount - whole)
    nearest = rest.limit_denominator(10 ** len(below) - 1)
    above, under = (round(rest * fixed), fixed) if fixed else (nearest.numerator, nearest.denominator)
    if not above:
        return str(whole)
    return f"{whole or ''}{' ' if whole else ''}{above}/{under}"
