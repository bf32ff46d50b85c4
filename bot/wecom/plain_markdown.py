"""Plain words as Markdown that shows the same words: the robot's replies are Markdown alone."""

import re

from bot.web_addresses import WEB_ADDRESS

_WIDE = str.maketrans({"*": "＊", "`": "｀", "~": "～"})
"""Signs that Markdown would take away stand full-width, as Chinese is set."""
_LEADING = re.compile(r"^([ \t]*)([#>+\-])(?=\s|[#>])", re.MULTILINE)
_NUMBERED = re.compile(r"^([ \t]*\d{1,3})\.[ \t]+", re.MULTILINE)
"""A list that begins at 3 would be shown from 1, and the number is what somebody replies."""
_LEADING_WIDE = {"#": "＃", ">": "＞", "+": "＋", "-": "－"}


def markdown_of(text: str) -> str:
    r"""The text with nothing in it that Markdown reads as its own; each line stays a line.

    Addresses stay as they are. Example: "3~5天\n2. 要一张图片" -> "3～5天  \n2．要一张图片"
    """
    plain, end = "", 0
    for address in WEB_ADDRESS.finditer(text):
        plain += text[end : address.start()].translate(_WIDE) + address.group()
        end = address.end()
    plain += text[end:].translate(_WIDE)
    plain = _LEADING.sub(lambda found: found[1] + _LEADING_WIDE[found[2]], plain)
    plain = _NUMBERED.sub(r"\1．", plain)
    return re.sub(r"(?<=[^\n])\n(?=[^\n])", "  \n", plain)
