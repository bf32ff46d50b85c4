"""The signs that the fonts Wingdings, Wingdings 2 and Symbol print for their codes.

Source: the mapping tables of the fonts to Unicode, https://www.unicode.org/L2/L2012/12368-n4384.pdf for
Wingdings, https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt for Symbol.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

_PRIVATE = 0xF000
"""Files keep the codes of such fonts in the private area, from here on."""
_CIRCLED = {0x81 + n: chr(0x2460 + n) for n in range(10)} | {0x8C + n: chr(0x2776 + n) for n in range(10)}
_WINGDINGS = _CIRCLED | {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x45: "☜", 0x46: "☞", 0x4A: "☺",
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□",
    0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x80: "⓪", 0x8B: "⓿", 0x9E: "·", 0x9F: "•",
    0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB5: "✪",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x6A + n: chr(0x2460 + n) for n in range(10)} | {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x69: "⓪",
    0x95: "·", 0x96: "•", 0x97: "●", 0x98: "●", 0x99: "○", 0x9A: "○",
    0xA2: "■", 0xA3: "□", 0xA4: "□", 0xA5: "□",
}  # fmt: skip
_GREEK_FROM_A = dict(enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", 0x41)) | dict(
    enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ", 0x61)
)
_PLAIN = {code: chr(code) for code in (*range(0x28, 0x2D), *range(0x2E, 0x40), 0x20, 0x21, 0x23, 0x25, 0x26)}
_SYMBOL = _PLAIN | _GREEK_FROM_A | {
    0x2D: "−", 0x5B: "[", 0x5D: "]", 0x7B: "{", 0x7C: "|", 0x7D: "}", 0x7E: "∼",
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xCE: "∈", 0xD0: "∠", 0xD2: "®", 0xD3: "©",
    0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xD8: "¬",
    0xDE: "⇒", 0xE2: "®", 0xE3: "©", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_CACHED = 256
"""Fonts; a document has a dozen."""
_FONTS: Mapping[str, Mapping[int, str]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings2": _WINGDINGS_2,
    "symbol": _SYMBOL,
    "symbolmt": _SYMBOL,
}


@lru_cache(_CACHED)
def is_symbolic(font: str) -> bool:
    """Whether a font prints signs in the place of letters; `font` may have a subset's prefix, as in PDF."""
    return _bare(font) in _FONTS


def sign(font: str, code: int) -> str:
    """The sign of a code in a font, "" where it is not known. Example: `Wingdings 2`, 0xF052 -> `☑`."""
    return _FONTS.get(_bare(font), {}).get(code - _PRIVATE if code >= _PRIVATE else code, "")


def signs(font: str, words: str) -> str:
    """Words set in such a font, as printed; a character that is not known stays. Example: `þ` -> `☑`."""
    return "".join(_signs(font, words)) if is_symbolic(font) else words


def _signs(font: str, words: str) -> Iterator[str]:
    for character in words:
        code = ord(character)
        known = 0x20 < code < 0x100 or _PRIVATE <= code < _PRIVATE + 0x100
        yield (sign(font, code) or character) if known else character


def _bare(font: str) -> str:
    """Example: `ABCDEF+Wingdings-Regular` -> `wingdings`."""
    name = font.rpartition("+")[2].strip("'\" ").lower()
    return name.removesuffix("-regular").removesuffix("regular")
