"""Plain words as Markdown that shows the same words: the robot's replies are Markdown alone."""

import re

_WIDE = str.maketrans({"*": "＊", "`": "｀", "~": "～"})
"""Signs that Markdown would take away stand full-width, as Chinese is set."""
_LEADING = re.compile(r"^([ \t]*)([#>+\-])(?=\s|[#>])", re.MULTILINE)
_NUMBERED = re.compile(r"^([ \t]*\d{1,3})\.[ \t]+", re.MULTILINE)
"""A list that begins at 3 would be shown from 1, and the number is what somebody replies."""
_LEADING_WIDE = {"#": "＃", ">": "＞", "+": "＋", "-": "－"}
_ADDRESS = re.compile(r"(https?://\S+)")


def markdown_of(text: str) -> str:
    r"""The text with nothing in it that Markdown reads as its own; each line stays a line.

    Addresses stay as they are. Example: "3~5天\n2. 要一张图片" -> "3～5天  \n2．要一张图片"
    """
    parts = _ADDRESS.split(text)
    plain = "".join(part if number % 2 else part.translate(_WIDE) for number, part in enumerate(parts))
    plain = _LEADING.sub(lambda found: found[1] + _LEADING_WIDE[found[2]], plain)
    plain = _NUMBERED.sub(r"\1．", plain)
    return re.sub(r"(?<=[^\n])\n(?=[^\n])", "  \n", plain)
