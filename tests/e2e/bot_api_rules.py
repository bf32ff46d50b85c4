"""What Telegram documents about messages and keyboards, as checks that refuse.

Stricter than Telegram in two points, so that nothing rests on leniency: a bare & or < is an error, and the
limit of a message counts its tags. Source of every rule: core.telegram.org/bots/api.
"""

import re
from typing import Any

MESSAGE_UNITS = 4096
MOST_BUTTONS = 100
"""Source: limits.tginfo.me, inline buttons of one message."""
_STYLES = {"primary", "success", "danger"}
Params = dict[str, Any]

_TAGS = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre"}
_TAGS |= {"a", "blockquote", "tg-time"}
_ATTRIBUTES = {
    "a": ".*",
    "blockquote": "(?: expandable)?",
    "tg-time": r' unix="\d+"(?: format="(?:r|w?[dD]?[tT]?)")?',
}
"""What may stand behind the name of a tag; nothing behind the others."""
_TOKEN_RE = re.compile(
    r"<(/?)([a-zA-Z][\w-]*)((?:\s[^<>]*)?)>|&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);|[<>&]"
)


class ApiError(Exception):
    """What Telegram answers instead of a result."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.retry_after = retry_after
        self.code = code
        self.description = description


def utf16(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def check_html(text: str, unknown: frozenset[str] = frozenset()) -> None:
    """Refuses what is not Telegram's HTML: unknown, unclosed or crossed tags, a bare &, < or >.

    A server of earlier days does not know some tags, which are `unknown`.
    """
    opened: list[str] = []
    for match in _TOKEN_RE.finditer(text):
        token, closes, tag = match[0], match[1], (match[2] or "").lower()
        if token in "<>&":
            raise ApiError(400, f"Bad Request: can't parse entities: bare {token!r} at {match.start()}")
        if not tag:
            continue
        if tag not in _TAGS - unknown:
            raise ApiError(400, f'Bad Request: can\'t parse entities: Unsupported start tag "{tag}"')
        if not closes:
            _check_opening(tag, match[3], opened)
            opened.append(tag)
        elif not opened or opened.pop() != tag:
            raise ApiError(400, f'Bad Request: can\'t parse entities: Unexpected end tag "{tag}"')
    if opened:
        raise ApiError(400, f"Bad Request: can't parse entities: Can't find end tag for {opened[-1]!r}")


def _check_opening(tag: str, attributes: str, opened: list[str]) -> None:
    """Refuses attributes that a tag does not have, and a quotation within one."""
    if not re.fullmatch(_ATTRIBUTES.get(tag, ""), attributes):
        raise ApiError(400, f"Bad Request: can't parse entities: attributes of {tag!r}")
    if tag == "blockquote" and tag in opened:
        raise ApiError(400, "Bad Request: can't parse entities: nested blockquote")


def check_text(params: Params, unknown: frozenset[str] = frozenset()) -> None:
    """Refuses a text that is blank, too long, or not in its markup."""
    text = params.get("text", "")
    if not text.strip():
        raise ApiError(400, "Bad Request: message text is empty")
    if utf16(text) > MESSAGE_UNITS:
        raise ApiError(400, "Bad Request: message is too long")
    mode = params.get("parse_mode")
    if mode not in (None, "HTML"):
        raise ApiError(400, "Bad Request: unsupported parse_mode")
    if mode == "HTML":
        check_html(text, unknown)


def check_keyboard(markup: object) -> None:
    """Refuses a keyboard that is not rows of buttons, 100 at most, with a text and one act each.

    The act is data of 1 to 64 bytes, or 1 to 256 characters to copy.
    """
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, list) and row for row in rows):
        raise ApiError(400, "Bad Request: object expected as reply markup")
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise ApiError(400, "Bad Request: REPLY_MARKUP_TOO_LONG")
    for button in (button for row in rows for button in row):
        if not isinstance(button, dict) or not str(button.get("text", "")).strip():
            raise ApiError(400, "Bad Request: inline keyboard button text is empty")
        if button.get("style", "primary") not in _STYLES:
            raise ApiError(400, "Bad Request: BUTTON_STYLE_INVALID")
        _check_act({name: value for name, value in button.items() if name not in ("text", "style")})


def _check_act(act: Params) -> None:
    """Refuses a button that does not do one thing: send data, copy a text, or open an address."""
    match act:
        case {"callback_data": str(data)} if len(act) == 1:
            if not 1 <= len(data.encode()) <= 64:
                raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
        case {"copy_text": {"text": str(copied)}} if len(act) == 1:
            if not 1 <= len(copied) <= 256:
                raise ApiError(400, "Bad Request: BUTTON_COPY_TEXT_INVALID")
        case {"url": str(address)} if len(act) == 1:
            if not re.fullmatch(r"https?://\S+", address):
                raise ApiError(400, "Bad Request: BUTTON_URL_INVALID")
        case _:
            raise ApiError(400, "Bad Request: text buttons are unallowed in the inline keyboard")
