"""The tables at the head of rich text: its fonts with their code pages, and its lists.

Source: Rich Text Format (RTF) Specification, version 1.9.1, "Font Table" and "List Tables"; the numbers of
formats from MS-OSHARED, section 2.2.1.3 (MSONFC).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.reading.legacy_office.rich_text_characters import RichTextCharacters
from corpus.reading.legacy_office.rich_text_tokens import RichTextToken, TokenKind
from corpus.reading.word.word_making import ListLevel

CODE_PAGES = {
    936: "gb18030",
    950: "big5hkscs",
    932: "cp932",
    949: "cp949",
    65001: "utf-8",
    10000: "mac_roman",
    **{number: f"cp{number}" for number in (437, 850, 852, 866, 874, *range(1250, 1259))},
}
"""By the number after `ansicpg`."""
_CHARSETS = {
    134: 936,
    136: 950,
    128: 932,
    129: 949,
    204: 1251,
    238: 1250,
    161: 1253,
    162: 1254,
    177: 1255,
    178: 1256,
    186: 1257,
    163: 1258,
    222: 874,
}
"""The code page of a font's charset."""
_STYLES = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth",
    17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle", 19: "decimalFullWidth2",
    22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional",
    31: "ideographZodiac", 33: "taiwaneseCounting", 34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand", 36: "taiwaneseDigital", 37: "chineseCounting",
    38: "chineseLegalSimplified", 39: "chineseCountingThousand",
}  # fmt: skip
_CHANNELS = ("red", "green", "blue")
_NO_NUMBER = 255
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class RichTextFont:
    """A font: its name, and the encoding of its bytes, "" where its charset does not say."""

    name: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class ListUse:
    """The id of a list, and whether its count begins anew."""

    listed: int
    begins_anew: bool


def fonts_of(tokens: Sequence[RichTextToken]) -> Mapping[int, RichTextFont]:
    """The fonts of a font table by their numbers."""
    fonts: dict[int, RichTextFont] = {}
    number, charset, name = 0, -1, b""
    for token in tokens:
        if token.word == "f":
            number, charset, name = token.number or 0, -1, b""
        elif token.word == "fcharset":
            charset = token.number or 0
        elif token.kind is TokenKind.BYTES:
            name += token.data
        if token.kind is TokenKind.CLOSE or name.endswith(b";"):
            encoding = CODE_PAGES.get(_CHARSETS.get(charset, -1), "")
            words = name.decode(encoding or "cp1252", "replace").split(";")[0].strip()
            fonts[number] = RichTextFont(words or fonts.get(number, RichTextFont()).name, encoding)
            name = b""
    return fonts


def colours_of(tokens: Sequence[RichTextToken]) -> tuple[str, ...]:
    r"""The colours of a colour table in six hexadecimal figures; "" for one that the program chooses.

    Example: `;\red255\green0\blue0;` -> "", "ff0000"
    """
    colours: list[str] = []
    said: dict[str, int] = {}
    for token in tokens:
        if token.word in _CHANNELS:
            said[token.word] = min(max(token.number or 0, 0), 255)
        for _ in range(token.data.count(b";") if token.kind is TokenKind.BYTES else 0):
            colours.append("".join(f"{said.get(channel, 0):02x}" for channel in _CHANNELS) if said else "")
            said = {}
    return tuple(colours)


def lists_of(tokens: Sequence[RichTextToken], encoding: str) -> Mapping[int, Sequence[ListLevel]]:
    """The lists of a list table by their ids."""
    lists: dict[int, Sequence[ListLevel]] = {}
    for group in _groups(tokens, "list"):
        number = next((token.number or 0 for token in group if token.word == "listid"), 0)
        levels = [_level(level, encoding) for level in _groups(group, "listlevel")]
        lists[number] = levels[:_LEVELS]
    return lists


def overrides_of(tokens: Sequence[RichTextToken]) -> Mapping[int, ListUse]:
    """What each number of a paragraph's list stands for."""
    found: dict[int, ListUse] = {}
    for group in _groups(tokens, "listoverride"):
        numbers = {token.word: token.number or 0 for token in group if token.kind is TokenKind.WORD}
        found[numbers.get("ls", 0)] = ListUse(numbers.get("listid", 0), "listoverridestartat" in numbers)
    return found


def _level(tokens: Sequence[RichTextToken], encoding: str) -> ListLevel:
    numbers = {token.word: token.number or 0 for token in tokens if token.kind is TokenKind.WORD}
    kind = numbers.get("levelnfc", numbers.get("levelnfcn", 0))
    style = "none" if kind == _NO_NUMBER else _STYLES.get(kind, _STYLES[0])
    text = next(iter(_groups(tokens, "leveltext")), ())
    return ListLevel(style, _pattern(text, encoding), max(numbers.get("levelstartat", 1), 0))


def _pattern(tokens: Sequence[RichTextToken], encoding: str) -> str:
    """How a level is printed: a length, then words, in which small codes stand for the numbers of levels."""
    characters = RichTextCharacters()
    for token in tokens:
        if token.kind is TokenKind.BYTES:
            characters.take(token.data, encoding)
        elif token.word == "u":
            characters.number(token.number or 0, 1)
    words = characters.end()
    shown = words.rstrip(";")[1:]
    return "".join(f"%{ord(sign) + 1}" if ord(sign) < _LEVELS else sign for sign in shown)


def _groups(tokens: Sequence[RichTextToken], word: str) -> Iterator[Sequence[RichTextToken]]:
    """The tokens of each group that begins with a word."""
    position = 0
    while position < len(tokens):
        if tokens[position].word == word and tokens[position - 1].kind is not TokenKind.WORD:
            end = _end(tokens, position)
            yield tokens[position + 1 : end]
            position = end
        position += 1


def _end(tokens: Sequence[RichTextToken], start: int) -> int:
    """Where the group ends that a token stands in."""
    depth = 0
    for position in range(start, len(tokens)):
        if tokens[position].kind is TokenKind.OPEN:
            depth += 1
        elif tokens[position].kind is TokenKind.CLOSE:
            depth -= 1
            if depth < 0:
                return position
    return len(tokens)
