"""Numerals and dates as people and offices write them, read as values.

Works on folded text (`folded`): one width, simplified numerals, no change of length.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_FOLD = str.maketrans("０１２３４５６７８９．％—–－～~萬億兩〇():;", "0123456789.%-----万亿两零（）：；")

ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,6})?"
"""At most twelve digits: without a bound, a long row of digits is read in quadratic time."""
_THOUSAND = r"千(?![瓦克米伏])"
"""千 that is no part of a unit: 160千瓦 is 160, not 160000."""
_MIXED = rf"{ARABIC}(?:[十百]|{_THOUSAND})?[万亿]{{0,2}}"
_CHINESE = (
    rf"[一二两三四五六七八九十](?:[零一二两三四五六七八九十百万亿]|{_THOUSAND})*"
    r"(?:点[零一二三四五六七八九]+[万亿]?)?"
)
NUMERAL = rf"(?:{_MIXED}(?:{_MIXED})*|{_CHINESE})"
"""One number: `12,000,000`, `1亿2000万`, `三千六百万`, `十五六万`."""

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10_000, "亿": 100_000_000}
_POWERS = _TENS | _GROUPS
_PART = re.compile(rf"({ARABIC})([十百千万亿]*)")
_ADJACENT = re.compile(r"(?:一二|[二两]三|三四|四五|五六|六七|七八|八九)")
_NUMBER_OF_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:(?:19|20)\d\d|[一二][零九][零一二三四五六七八九]{2})"
_PERIOD = re.compile(
    rf"(?<![\d〔])(?P<year>{_YEAR})(?:年(?:(?P<month>{_NUMBER_OF_DAY})月(?:(?P<day>{_NUMBER_OF_DAY})[日号])?)?"
    r"|(?P<mark>[-/.])(?P<month2>\d{1,2})(?P=mark)(?P<day2>\d{1,2})(?!\d))"
)


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar day, month or year named at [start, end) of a text, from its first to its last day."""

    first: date
    last: date
    start: int
    end: int


def folded(text: str) -> str:
    """Equal length: half-width digits, `%` and `-`, full-width brackets and `；`.

    Example: `１０％—30%(含)` -> `10%-30%（含）`
    """
    return text.translate(_FOLD)


def value_of(numeral: str) -> tuple[float, float] | None:
    """Least and greatest value that a folded numeral may stand for; None where it is no sure number.

    Example: `三千六百万` -> 36000000 twice, `十五六万` -> 150000 and 160000, `三五十` -> None
    """
    if numeral[0].isdigit():
        value = _mixed(numeral)
        return None if value is None else (value, value)
    adjacent = _ADJACENT.findall(numeral)
    if len(adjacent) == 1:
        low, high = (_chinese(numeral.replace(adjacent[0], digit)) for digit in adjacent[0])
        return None if low is None or high is None else (low, high)
    value = _chinese(numeral)
    return None if value is None else (value, value)


def periods(text: str) -> Iterator[Period]:
    """Days, months and years of the calendar in a text, left to right.

    Example: `2018年4月上牌` -> 2018-04-01 to 2018-04-30
    """
    for match in _PERIOD.finditer(folded(text)):
        year = _year(match["year"])
        month = _small(match["month"] or match["month2"])
        day = _small(match["day"] or match["day2"])
        try:
            first = date(year, month or 1, day or 1)
            last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
        except (ValueError, calendar.IllegalMonthError):
            continue
        yield Period(first, last, match.start(), match.end())


def _mixed(numeral: str) -> float | None:
    """Arabic figures with Chinese powers; parts must fall. Example: `1亿2000万` -> 120000000."""
    total, least = 0.0, float("inf")
    for digits, powers in _PART.findall(numeral):
        power = 1
        for character in powers:
            power *= _POWERS[character]
        value = float(digits.replace(",", "")) * power
        if value >= least:
            return None
        total, least = total + value, power
    return round(total, 6)


def _chinese(numeral: str) -> float | None:
    if "点" in numeral:
        return _with_point(numeral)
    total = 0
    rest = numeral
    for character, power in (("亿", _GROUPS["亿"]), ("万", _GROUPS["万"])):
        head, found, tail = rest.rpartition(character)
        if found:
            value = _below_10000(head)
            if value is None:
                return None
            total, rest = total + value * power, tail
            if len(rest) == 1 and rest in _DIGITS:
                return total + _DIGITS[rest] * power / 10
    value = _below_10000(rest) if rest else 0
    return None if value is None else float(total + value)


def _with_point(numeral: str) -> float | None:
    """Example: `一点五亿` -> 150000000."""
    power = _GROUPS.get(numeral[-1], 1)
    whole, _, decimals = numeral.rstrip("万亿").partition("点")
    value = _chinese(whole)
    if value is None:
        return None
    return float(f"{value:.0f}." + "".join(str(_DIGITS[digit]) for digit in decimals)) * power


def _below_10000(numeral: str) -> int | None:
    """Digits and powers that alternate and fall; a last bare digit is of the next power: 两百五 is 250."""
    if not numeral:
        return None
    total, digit, least = 0, None, 10_000
    for position, character in enumerate(numeral):
        if character in _TENS:
            power = _TENS[character]
            if power >= least or (digit is None and not (power == 10 and position == 0)):
                return None
            total, digit, least = total + (1 if digit is None else digit) * power, None, power
        elif character == "零":
            least //= 10
        elif digit is not None or character not in _DIGITS:
            return None
        else:
            digit = _DIGITS[character]
    return total + _last(digit, least, numeral)


def _last(digit: int | None, least: int, numeral: str) -> int:
    if digit is None:
        return 0
    spoken = least in (100, 1000) and "零" not in numeral
    return digit * least // 10 if spoken else digit


def _year(numeral: str) -> int:
    return (
        int(numeral)
        if numeral.isdigit() and numeral.isascii()
        else int("".join(str(_DIGITS[c]) for c in numeral))
    )


def _small(numeral: str | None) -> int:
    if not numeral:
        return 0
    value = value_of(numeral)
    return int(value[0]) if value is not None else 0
