"""What may be shown as the address of a page on the web."""

import re

_ADDRESS = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?/[^\s\"'<>\\]+", re.IGNORECASE | re.ASCII)
"""A page below the first one of a site; that of the site itself is stated by mistake."""
_MAX_CHARS = 1000


def is_web_address(words: str) -> bool:
    """Whether words are the address of a page on the web. Example: `file:///C:/a.html` -> False."""
    return len(words) <= _MAX_CHARS and bool(_ADDRESS.fullmatch(words))
