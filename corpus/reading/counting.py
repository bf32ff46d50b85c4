"""Numbers as Word's automatic numbering prints them."""

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_PLACES = ("", "拾", "佰", "仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_MOST = 9999
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def count_as(number: int, style: str) -> str:
    """A number in one of Word's formats; an unknown format counts in digits.

    Source: ECMA-376 part 1, 17.18.59 ST_NumberFormat.
    Example: `12, chineseCountingThousand` -> `十二`
    """
    write = _STYLES.get(style)
    return write(number) if write and 0 < number <= _MOST else str(number)


def chinese(number: int) -> str:
    """Example: `23` -> `二十三`."""
    return _counted(number, _DIGITS, _PLACES)


def _formal(number: int) -> str:
    return _counted(number, _FORMAL, _FORMAL_PLACES)


def _counted(number: int, digits: str, places: tuple[str, ...]) -> str:
    """Digits with their places, one zero for a gap, ten without a leading one. Up to 9999."""
    written = ""
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            written += digits[digit] + places[place]
        elif not written.endswith(digits[0]):
            written += digits[0]
    written = written.rstrip(digits[0])
    return written[1:] if written.startswith(digits[1] + places[1]) else written


def _by_digit(number: int) -> str:
    """Example: `12` -> `一二`; zero is a circle in this format."""
    return "".join("〇" if digit == "0" else _DIGITS[int(digit)] for digit in str(number))


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if number <= 20 else str(number)


def _bracketed(number: int) -> str:
    return chr(0x2474 + number - 1) if number <= 20 else f"({number})"


def _letters(number: int) -> str:
    """Letters a … z, aa, bb …, as Word goes on after z."""
    times, position = divmod(number - 1, 26)
    return chr(ord("a") + position) * (times + 1)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _wide(number: int) -> str:
    return "".join(chr(0xFF10 + int(digit)) for digit in str(number))


_STYLES: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "koreanDigital2": chinese,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal,
    "ideographDigital": _by_digit,
    "japaneseDigitalTenThousand": _by_digit,
    "taiwaneseDigital": _by_digit,
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: _BRANCHES[(number - 1) % 12],
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _bracketed,
    "decimalEnclosedFullstop": lambda number: chr(0x2488 + number - 1) if number <= 20 else f"{number}.",
    "ideographEnclosedCircle": lambda number: chr(0x3220 + number - 1) if number <= 10 else chinese(number),
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
