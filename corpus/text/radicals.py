"""Characters that are not what they look like: radicals and compatibility forms.

Fonts with both often make programs write the radical: a PDF printed by Chromium holds U+2F00 for 一.
"""

import re
import unicodedata

from corpus.text.unprinted import STRAY, visible

_SUPPLEMENT = (
    "⺁厂⺄乙⺅亻⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺙攵⺛旡⺝月⺞歹⺟母⺠民⺦丬⺩王⺫目⺬示⺮竹⺴网⺶羊⺷羊⺹老⺺聿⺻聿⺼月"
    "⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻡首⻢马⻣骨"
    "⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜⻲亀⻳龟"
)
"""Radical and character in turn. Source: Unicode, EquivalentUnifiedIdeograph.txt."""
_SIMPLIFIED = "⼾户⾭青⿈黄"
"""Radicals that simplified fonts print like these; Unicode gives older forms of them."""
_BLOCKS = (range(0x2F00, 0x2FD6), range(0xF900, 0xFADA))
"""Kangxi radicals and compatibility ideographs, which Unicode itself maps."""

_BLANK = {0xE5E5: "\u3000"}
"""The private character that Python makes of A3 A0, the wide blank of older Chinese programs."""


def _mapped() -> dict[int, str]:
    folded = {
        code: unicodedata.normalize("NFKC", chr(code))
        for block in _BLOCKS
        for code in block
        if not unicodedata.is_normalized("NFKC", chr(code))
    }
    pairs = _SUPPLEMENT + _SIMPLIFIED
    stood_for = {ord(a): b for a, b in zip(pairs[::2], pairs[1::2], strict=True)}
    return folded | stood_for | _BLANK


_MAPPED = _mapped()
_ANY = re.compile(f"[{''.join(map(chr, _MAPPED))}]")


def plain_characters(text: str) -> str:
    """The text with each such character as the one it stands for, without those that mean nothing to readers.

    Example: `（⼀）县⼯信局，⺠⽣` -> `（一）县工信局，民生`
    """
    seen = STRAY.sub("", visible(text))
    return seen.translate(_MAPPED) if _ANY.search(seen) else seen
