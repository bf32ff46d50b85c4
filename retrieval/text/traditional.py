"""Traditional characters to simplified ones.

OpenCC takes about 0.1 s to load its tables (2026-11-21), so it is loaded only for a text that needs it.
"""

import re
from functools import lru_cache
from importlib import import_module
from typing import Protocol

_OF_A_PLACE = re.compile(r"乾(?=[\u4e00-\u9fff]{1,2}(?:[縣县鎮镇鄉乡]|街道))")
"""In the name of a place the character stays, which OpenCC reads as 干: 乾安縣 would be no place at all."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


class _Converter(Protocol):
    def convert(self, text: str) -> str:
        """The text in simplified characters."""


def simplified(text: str) -> str:
    """The text in simplified characters; unchanged where all its Chinese characters are in GB 2312.

    Example: "舊冰箱換新有補貼嗎" -> "旧冰箱换新有补贴吗"
    """
    if all(map(_is_common, _CHINESE.findall(text))):
        return text
    read = _converter().convert(text)
    for place in _OF_A_PLACE.finditer(text) if len(read) == len(text) else ():
        read = f"{read[: place.start()]}{place.group()}{read[place.end() :]}"
    return read


def _is_common(character: str) -> bool:
    """Whether GB 2312 contains it; its only traditional characters are those still in use."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=1)
def _converter() -> _Converter:
    converter: _Converter = import_module("opencc").OpenCC("t2s")
    return converter
