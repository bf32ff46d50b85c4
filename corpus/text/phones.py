"""Telephone numbers as documents print them: local, with area code or extension, mobile, 400, short."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

EMERGENCIES = frozenset({"110", "119", "120", "122"})
"""Numbers of the whole country, which no office answers."""
HOTLINE = rf"{'|'.join(sorted(EMERGENCIES))}|123\d\d|96110|95598"
"""Short numbers that public bodies are known by, as a pattern without groups: dialled wherever they stand.

123xx are public bodies, 96110 is fraud, 95598 power. Whatever the table of helplines names is among them.
Source: 电信网编号计划 (2017).
"""
_BROAD = "０１２３４５６７８９（）—－–‐‑―／　"
_NARROW = str.maketrans(_BROAD, "0123456789()------/ ")
"""Character for character, so that offsets stay."""
_ANY_BROAD = re.compile(f"[{_BROAD}]")
_AREA = r"(?:\(0\d{2,3}\)|0\d{2,3})\s?-{0,2}\s?"
_DATE = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
_EXTENSION = r"(?:\s?(?:转|转分机|分机)\s?\d{1,5}|\s?\((?:转|转分机|分机)\s?\d{1,5}\)|-\d{3,4}(?!\d))"
_FIXED = rf"(?:{_AREA})?(?!{_DATE})[2-8]\d{{6,7}}(?!\d)(?:{_EXTENSION})?"
_SERVICE = r"[48]00(?:[- ]?\d{3}[- ]?\d{4}|\d[- ]?\d{3}[- ]?\d{3}|[- ]?\d{4}[- ]?\d{3})(?!\d)"
_MOBILE = r"1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"
_UNITS = r"[万亿元%‰吨户个亩]|人(?![社力大民])|平方|公[里斤顷]|千[瓦克米]"
_LETTERS = "A-Za-z\u0370-\u03ff\u0400-\u052f"
"""Latin, Greek and Cyrillic: right beside a number they stand in place of a digit, or make it a code."""
_BEFORE = rf"(?=[(\d])(?<![{_LETTERS}\d])(?<!\d\.)"
_TOO_LONG = r"(?:\(0\d{2,3}\)|0\d{2,3})-[2-8]\d{8}"
"""A number with a digit too many, kept as printed where the words around say that it is a phone."""
_SERVED = r"(?:\(0\d{2,3}\)\s?|0\d{2,3}(?:\s?-{1,2}\s?|\s))(?:96\d{3,4}|12\d{3})(?!\d)"
"""A short number of a district, with its area code. Example: `0311-966008`."""
_FAX = r"\s?\(传真\)"
"""Behind a number that is for letters alone; 兼传真 is called too."""
_LONG = rf"{_BEFORE}(?:{_SERVICE}|{_MOBILE}|{_FIXED}|{_SERVED})(?![{_LETTERS}\d]|\.\d|{_UNITS}|{_FAX})"
_SHORT = (
    rf"{_BEFORE}(?:(?:12\d{{3}}|96\d{{6}}|9[56]\d{{3,4}})(?!\d|-\d|[年.]|{_UNITS})"
    r"|1(?:10|1[49]|2[02])(?=$|[)、，；。/\s]|[或和转]|热线))"
)
"""Hotlines. Those of three digits, such as 110, count only at the end or before a mark, 或, 和, 转, 热线."""
_BLANK = re.compile(r"(?<=\d{7})\s+(?=[\d(（])|(?<=\d{5})\s+(?=\d{7})")
_SPACE = re.compile(r"\s")
_PHONE = re.compile(_LONG)
_CALLED_SO = re.compile(rf"{_LONG}|{_SHORT}|{_BEFORE}{_TOO_LONG}(?!\d)")


_WITH_AREA = re.compile(r"(?P<area>\(0\d{2,3}\)|0\d{2,3})\s?(?P<dash>-{0,2})\s?(?=[2-8]\d{6,7}(?!\d))")
_LOCAL = re.compile(r"[2-8]\d{6,7}(?!\d)")
_ASKED_FOR = re.compile(rf"(?<=[2-8]\d{{6}}){_EXTENSION}$|(?<=[2-8]\d{{7}}){_EXTENSION}$")
_NO_DIGIT = re.compile(r"\D")
_FIGURES = re.compile(r"\d{3}")
"""What every phone holds, 110 too."""
_SHORT_TEXT = 500
"""Characters of a text whose phones are remembered."""
_NEXT = re.compile(r"\s*[/、，,;；或]\s*")


@dataclass(frozen=True, slots=True)
class PrintedPhone:
    """A number at [start, end) of a text, as printed."""

    text: str
    start: int
    end: int
    area: str = ""
    """The area code that is printed once, before the first number of a list that this one stands in."""

    @property
    def number(self) -> str:
        """The number with its area code. Example: the second of `0311-5550203/5550204` -> `0311-5550204`."""
        return self.area + self.text


def find_phones(text: str, *, called_so: bool = False) -> tuple[PrintedPhone, ...]:
    """The numbers that a text prints, in order.

    `called_so`: the words around say that these are phones, so that short ones such as 12345 count.
    Neither a day such as 20240501 nor a sum is a phone.

    Example: `（0533）6195136转801、400-658-1234` -> both, as printed
    """
    if not _FIGURES.search(text):
        return ()
    return _known_phones(text, called_so) if len(text) <= _SHORT_TEXT else _phones(text, called_so)


def _phones(text: str, called_so: bool) -> tuple[PrintedPhone, ...]:
    pattern = _CALLED_SO if called_so else _PHONE
    phones: list[PrintedPhone] = []
    for match in pattern.finditer(narrow(text)):
        printed = text[match.start() : match.end()]
        phones.append(PrintedPhone(printed, *match.span(), _area(text, phones, match.start(), printed)))
    return tuple(phones)


_known_phones = lru_cache(maxsize=1024)(_phones)
"""A line is looked through for phones by one reader after the other."""


def local_digits(phone: str) -> tuple[str, str]:
    """The area code of a printed phone, "" without one, and its digits as dialled within the area.

    Example: `（0533）6190201转3` -> 0533, 6190201; `6190201` -> "", 6190201
    """
    bare = _ASKED_FOR.sub("", narrow(phone).strip())
    own = _WITH_AREA.match(bare)
    area, local = (own["area"], bare[own.end() :]) if own else ("", bare)
    return _NO_DIGIT.sub("", area), _NO_DIGIT.sub("", local)


def same_phone(one: str, other: str) -> bool:
    """Whether two printed phones are one number; where either has no area code, these are not compared."""
    (area, local), (other_area, other_local) = local_digits(one), local_digits(other)
    return local == other_local and (not area or not other_area or area == other_area)


def is_phone(text: str) -> bool:
    """Whether a text is one phone and nothing else."""
    phones = find_phones(text, called_so=True)
    return len(phones) == 1 and phones[0].text == text


def _area(text: str, before: Sequence[PrintedPhone], start: int, printed: str) -> str:
    """The area code that a local number shares with the number right before it; else nothing."""
    if not before or not _LOCAL.match(narrow(printed)) or not _NEXT.fullmatch(text, before[-1].end, start):
        return ""
    own = _WITH_AREA.match(narrow(before[-1].text))
    return before[-1].text[: own.end()] if own else before[-1].area


def set_apart(text: str) -> str:
    """The text with 、 for the blank between two numbers, which stay apart when white space is removed.

    Example: `010-64521235 010-64521233` -> `010-64521235、010-64521233`
    """
    return _BLANK.sub("、", text) if _SPACE.search(text) else text


def narrow(text: str) -> str:
    """Full-width digits, round brackets and dashes as ASCII, character for character."""
    return text.translate(_NARROW) if _ANY_BROAD.search(text) else text
