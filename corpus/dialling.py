"""How a printed phone is dialled from anywhere."""

import re

from corpus.area_codes import code_of
from corpus.regions import Region
from corpus.text.phones import narrow

_EXTENSION = re.compile(r"(?:-|(?P<called>\(?\s?(?:转分机|转|分机)\s?))(?P<number>\d{1,5})\)?$")
_SEPARATORS = re.compile(r"[\s()-]+")
_SERVICES = ("400", "800")
_LOCAL_LENGTHS = (7, 8)
_THREE_DIGIT_CODES = ("010", "02")
"""Beijing and the codes 020 to 029 have three digits, all other area codes four. Source: GB area codes."""


def dial(phone: str | None, region: Region | None) -> str | None:
    """A printed phone as dialled from anywhere; as printed when its area is unknown.

    An extension is asked for after 转 where the document prints 转, else dialled after a dash.

    Example: "6195136" in 周村 -> "0533-6195136"; "（0533）6195136转801" -> "0533-6195136转801"
    """
    if not phone:
        return None
    bare, extension = _without_extension(narrow(phone))
    digits = _SEPARATORS.sub("", bare)
    if not digits.isdigit():
        return phone
    return _dialled(digits, region) + extension


def _without_extension(phone: str) -> tuple[str, str]:
    """A number and what is asked for or dialled after it. Example: `6195136转801` -> `6195136`, `转801`."""
    match = _EXTENSION.search(phone)
    if match is None or sum(map(str.isdigit, phone[: match.start()])) < min(_LOCAL_LENGTHS):
        return phone, ""
    if phone.startswith((*_SERVICES, "1")) and match["called"] is None:
        return phone, ""
    return phone[: match.start()], ("转" if match["called"] else "-") + match["number"]


def _dialled(digits: str, region: Region | None) -> str:
    if digits.startswith(_SERVICES) and len(digits) == 10:
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    if digits.startswith("0"):
        cut = 3 if digits.startswith(_THREE_DIGIT_CODES) else 4
        return f"{digits[:cut]}-{digits[cut:]}"
    code = code_of(region.name) if region is not None and len(digits) in _LOCAL_LENGTHS else ""
    return f"{code}-{digits}" if code else digits
