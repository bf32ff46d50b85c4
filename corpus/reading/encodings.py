"""Which encoding a text file is in. The only importer of charset-normalizer."""

import codecs
import re

from charset_normalizer import from_bytes

from corpus.reading.refusals import UnknownFormatError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\ue5e4\ue5e6-\uf8ff\ufffd]")
"""What no text holds; U+E5E5 is what Python makes of the wide blank A3 A0."""
_CHINESE = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]")
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_BEFORE_GB18030 = ("gb2312", "gbk", "gb18030", "gb_2312-80")
_MIN_COMMON = 0.6
"""In official texts over 90% of the Chinese characters are of GB 2312's first level, in bytes of another
encoding read as GB18030 under 45% (measured on the bundled texts in UTF-16, 2026-11-21)."""
_SAMPLE = 200_000


def decode(name: str, data: bytes) -> str:
    """The text of a file: byte order mark first, then the strict candidates, then a statistical guess.

    Raises:
        UnknownFormatError: no encoding gives readable text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding) or _refuse(name)
    text = _strict(data, "utf-8")
    if text is not None and "\x00" not in text:
        return text
    for encoding in ("gb18030", "utf-16-le", "utf-16-be"):
        text = _strict(data, encoding)
        if text is not None and _is_plausible(text):
            return text
    guess = from_bytes(data[:_SAMPLE]).best()
    text = _strict(data, guess.encoding) if guess else None
    return text if text is not None and _is_readable(text) else _refuse(name)


def declared_charset(head: bytes) -> str:
    """The encoding that a header or the head of a page declares, in small letters; empty where none is.

    Example: `<meta charset="GBK">` -> gb18030, which holds all of it
    """
    match = _DECLARED.search(head)
    name = match[1].decode("ascii", "replace").lower() if match else ""
    return "gb18030" if name in _BEFORE_GB18030 else name


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_readable(text: str) -> bool:
    """Whether a text holds Chinese and almost no characters that are never printed."""
    sample = text[:_SAMPLE]
    return bool(_CHINESE.search(sample)) and len(_ODD.findall(sample)) * 200 <= len(sample)


def _is_plausible(text: str) -> bool:
    sample = text[:_SAMPLE]
    if not _is_readable(sample):
        return False
    han = [character for character in sample if "\u4e00" <= character <= "\u9fff"]
    return not han or sum(map(_is_common, han)) >= _MIN_COMMON * len(han)


def _is_common(character: str) -> bool:
    """Whether a character is of GB 2312's first level: its 3755 everyday ones, rows B0 to D7."""
    return "\xb0" <= character.encode("gb2312", "replace").decode("latin-1")[0] <= "\xd7"


def _refuse(name: str) -> str:
    raise UnknownFormatError(
        name, "内容不是可以辨认的文字", "请用记事本打开核对，另存为 UTF-8 编码的文本再添加"
    )
