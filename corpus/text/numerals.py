"""Chinese numerals: the signs they are made of, what they are worth, and how they are written.

A new form of a numeral is one entry in the tables at the top. Every pattern and every reader is made of them.
"""

import re
from itertools import pairwise

NINE = "一二三四五六七八九"
"""1 to 9 in order. This and the constants below up to `TWOS` go between the brackets of a pattern."""
ZEROS = "零〇○Ｏ"
"""The circles are what signatures print for 〇 where a font or an input method lacks it."""
TWOS = "两俩"
"""Two of something."""
_MERGED = {"廿": "二十", "卅": "三十"}
_FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟", f"{NINE}十百千", strict=True))
TRADITIONAL = {"萬": "万", "億": "亿", "兩": "两"}

DIGITS = ZEROS + NINE
"""The signs of a number spelled digit by digit: 二〇二四."""
UP_TO_99 = f"{NINE}十{''.join(_MERGED)}"
"""The signs of days, months and short labels: 二十四."""
LARGE = "百千万亿"

ORDINAL = rf"[{UP_TO_99}百]+(?:[{ZEROS}][{NINE}])?"
"""The number in a label, as a pattern: 第八十三条, 第一百零五条, （二十一）."""
ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,6})?"
"""At most twelve digits: without a bound, a long row of digits is read in quadratic time."""
_THOUSAND = r"千(?![瓦克米伏])"
"""千 that is no part of a unit: 160千瓦 is 160, not 160000."""
_MIXED = rf"{ARABIC}(?:[十百]|{_THOUSAND})?[万亿]{{0,2}}"
_CHINESE = (
    rf"[{UP_TO_99}{TWOS}](?:[{ZEROS}{UP_TO_99}{TWOS}百万亿]|{_THOUSAND})*"
    rf"(?:点[{DIGITS}]+[万亿]?)?"
)
_FORMAL_SUM = rf"[{''.join(_FORMAL)}](?=[拾佰仟万亿])[{ZEROS}{''.join(_FORMAL)}万亿]+"
"""As sums are written out. A lone formal sign is mostly a word: 大陆, 退伍."""
NUMERAL = rf"(?:{_MIXED}(?:(?<!\d){_MIXED})*|{_CHINESE}|{_FORMAL_SUM})"
"""One number of a folded text, as a pattern: `12,000,000`, `1亿2000万`, `三千六百万`, `十五六万`, `廿三`."""

_CANONICAL = str.maketrans(
    TRADITIONAL | dict.fromkeys(ZEROS, "零") | dict.fromkeys([*TWOS, "兩"], "二") | _MERGED | _FORMAL
)
_ARABIC_DIGITS = str.maketrans(dict.fromkeys(ZEROS, "0") | {sign: str(n) for n, sign in enumerate(NINE, 1)})
_VALUES = {sign: value for value, sign in enumerate(f"零{NINE}")}
_TENS = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"亿": 100_000_000, "万": 10_000}
_POWERS = _TENS | _GROUPS
_PART = re.compile(rf"({ARABIC})([十百千万亿]*)")
_ADJACENT = re.compile("|".join(map("".join, pairwise(NINE))))
_MOST = 9999


def canonical(numeral: str) -> str:
    """A numeral in the signs 零 to 九, 十, 百, 千, 万 and 亿 alone; what is no numeral stays.

    Example: `两百〇五` -> `二百零五`; `廿三` -> `二十三`; `壹万贰仟` -> `一万二千`
    """
    return numeral.translate(_CANONICAL)


def value_of(numeral: str) -> tuple[float, float] | None:
    """Least and greatest value that a numeral may stand for; None where it is no sure number.

    Example: `三千六百万` -> 36000000 twice, `十五六万` -> 150000 and 160000, `三五十` -> None
    """
    plain = canonical(numeral)
    if plain[0].isdigit():
        return _twice(_mixed(plain))
    adjacent = _ADJACENT.findall(plain)
    if len(adjacent) == 1:
        low, high = (_chinese(plain.replace(adjacent[0], digit)) for digit in adjacent[0])
        return None if low is None or high is None else (low, high)
    return _twice(_chinese(plain))


def whole_number(numeral: str) -> int | None:
    """The number of a label, a day or a count, in figures or in signs; None where it is no sure one.

    Example: `第八十三条` prints `八十三` -> 83; `12` -> 12; `二三` -> None
    """
    value = value_of(numeral)
    if value is None or value[0] != value[1] or not value[0].is_integer():
        return None
    return int(value[0])


def figures(text: str) -> str:
    """A text with each Chinese digit as the figure it is; other characters stay.

    Example: `二〇二四年` -> `2024年`; `八五` -> `85`
    """
    return text.translate(_ARABIC_DIGITS)


def numeral(number: int) -> str:
    """A number from 0 to 9999 as it is counted.

    Example: 4 -> `四`; 12 -> `十二`; 105 -> `一百零五`

    Raises:
        ValueError: the number is below 0 or above 9999.
    """
    return _counted(number, f"零{NINE}", "十百千")


def formal_numeral(number: int) -> str:
    """A number from 0 to 9999 as sums are written out.

    Example: 12 -> `拾贰`; 105 -> `壹佰零伍`

    Raises:
        ValueError: the number is below 0 or above 9999.
    """
    signs = "".join(_FORMAL)
    return _counted(number, f"零{signs[:9]}", signs[9:])


def digit_by_digit(number: int) -> str:
    """A number that is not negative as years are spelled.

    Example: 2024 -> `二〇二四`
    """
    return "".join(f"〇{NINE}"[int(digit)] for digit in str(number))


def _counted(number: int, digits: str, powers: str) -> str:
    """Digits with their powers, one zero for a gap, ten without a leading one."""
    if not 0 <= number <= _MOST:
        raise ValueError(number)
    written = ""
    for power, digit in zip(range(len(str(number)) - 1, -1, -1), map(int, str(number)), strict=True):
        if digit:
            written += digits[digit] + ("", *powers)[power]
        elif not written.endswith(digits[0]):
            written += digits[0]
    written = written.rstrip(digits[0]) or digits[0]
    return written[1:] if written.startswith(digits[1] + powers[0]) else written


def _twice(value: float | None) -> tuple[float, float] | None:
    return None if value is None else (value, value)


def _mixed(numeral: str) -> float | None:
    """Arabic figures with Chinese powers; parts must fall.

    Example: `1亿2000万` -> 120000000; `9万8` -> 98000
    """
    total, least = 0.0, float("inf")
    for digits, powers in _PART.findall(numeral):
        power = 1.0
        for character in powers:
            power *= _POWERS[character]
        if not powers and len(digits) == 1 and 100 <= least < float("inf"):
            power = least / 10
        value = float(digits.replace(",", "")) * power
        if value >= least:
            return None
        total, least = total + value, power
    return round(total, 6)


def _chinese(numeral: str) -> float | None:
    """Example: `一点五亿` -> 150000000; `两万三` -> 23000."""
    if "点" not in numeral:
        value = _whole(numeral)
        return None if value is None else float(value)
    power = _GROUPS.get(numeral[-1], 1)
    before, _, decimals = numeral.rstrip("万亿").partition("点")
    value = _whole(before)
    return None if value is None else round(float(f"{value}.{figures(decimals)}") * power, 6)


def _whole(numeral: str) -> int | None:
    """Groups of 亿 and 万 that fall."""
    for sign, power in _GROUPS.items():
        head, group, tail = numeral.partition(sign)
        if group:
            many, rest = _whole(head), _behind(tail, power)
            return None if many is None or rest is None or rest >= power else many * power + rest
    return _below_10000(numeral)


def _behind(tail: str, power: int) -> int | None:
    """What stands behind 万 or 亿; a digit alone counts in the next power: 两万三 is 23000."""
    if not tail:
        return 0
    return _VALUES[tail] * power // 10 if tail in _VALUES else _whole(tail)


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
        elif digit is not None or character not in _VALUES:
            return None
        elif character == "零":
            least //= 10
        else:
            digit = _VALUES[character]
    return total + _last(digit, least, numeral)


def _last(digit: int | None, least: int, numeral: str) -> int:
    if digit is None:
        return 0
    spoken = least in (100, 1000) and "零" not in numeral
    return digit * least // 10 if spoken else digit
