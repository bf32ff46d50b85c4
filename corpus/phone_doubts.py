"""Which printed phones are not to be dialled before somebody has checked them, and why."""

import re
from enum import StrEnum

from corpus.area_codes import all_codes
from corpus.text.phones import HOTLINE, narrow


class PhoneDoubt(StrEnum):
    """Why a phone is not plausible for the region of its document."""

    FOREIGN = "foreign phone"
    """Its area code belongs elsewhere, or to nowhere."""
    SERVICE = "service phone"
    """A number that anybody can rent: 400, 800, 95…, 96…."""
    MOBILE = "mobile phone"
    PREMIUM = "premium phone"
    """A short number that no public body is known by; some cost money."""
    ALIKE = "look-alike digits"
    """Digits that are not 0 to 9, or letters that look like them."""
    MALFORMED = "malformed phone"
    """More or fewer digits than a phone has."""


_EXTENSION = re.compile(r"\s?\(?(?:转分机|转|分机)\s?\d{1,5}\)?$|(?<=\d{7})-\d{1,4}$")
_SEPARATORS = re.compile(r"[\s()-]+")
_DIGITS = re.compile(r"[0-9]+")
_AREA = re.compile(r"(?P<code>010|02\d|0[3-9]\d\d)(?P<local>\d*)")
_LOCAL = re.compile(r"[2-8]\d{6,7}")
_KINDS = (
    (re.compile(r"[48]00\d{7}|9[56]\d{3,4}"), PhoneDoubt.SERVICE),
    (re.compile(r"1[3-9]\d{9}"), PhoneDoubt.MOBILE),
    (re.compile(r"1\d{2,8}"), PhoneDoubt.PREMIUM),
)
_PUBLIC = re.compile(rf"{HOTLINE}|114")
"""Those, and the directory of phones."""


def doubt_of(phone: str, codes: frozenset[str]) -> PhoneDoubt | None:
    """Why a printed phone is not plausible where these area codes are in use; None where it is.

    Without codes, as where nothing is known of a region, any existing area code is plausible.

    Example: `0533-6195136` where 0533 -> None; `0532-6195136` where 0533 -> FOREIGN
    """
    bare = _SEPARATORS.sub("", _EXTENSION.sub("", narrow(phone)))
    if not _DIGITS.fullmatch(bare):
        return PhoneDoubt.ALIKE
    if _PUBLIC.fullmatch(bare) or _LOCAL.fullmatch(bare):
        return None
    area = _AREA.fullmatch(bare)
    if area is None:
        return next((doubt for kind, doubt in _KINDS if kind.fullmatch(bare)), PhoneDoubt.MALFORMED)
    local = area["local"]
    if _PUBLIC.fullmatch(local) or _LOCAL.fullmatch(local):
        return None if area["code"] in (codes or all_codes()) else PhoneDoubt.FOREIGN
    return PhoneDoubt.MALFORMED
