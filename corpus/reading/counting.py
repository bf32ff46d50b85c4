"""Numbers as Word's automatic numbering prints them."""

from collections.abc import Callable

from corpus.text.numerals import digit_by_digit, formal_numeral, numeral

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
    "chineseCounting": numeral,
    "chineseCountingThousand": numeral,
    "japaneseCounting": numeral,
    "taiwaneseCounting": numeral,
    "taiwaneseCountingThousand": numeral,
    "koreanDigital2": numeral,
    "chineseLegalSimplified": formal_numeral,
    "ideographLegalTraditional": formal_numeral,
    "ideographDigital": digit_by_digit,
    "japaneseDigitalTenThousand": digit_by_digit,
    "taiwaneseDigital": digit_by_digit,
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: _BRANCHES[(number - 1) % 12],
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _bracketed,
    "decimalEnclosedFullstop": lambda number: chr(0x2488 + number - 1) if number <= 20 else f"{number}.",
    "ideographEnclosedCircle": lambda number: chr(0x3220 + number - 1) if number <= 10 else numeral(number),
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
