"""From when until when a single measure is in force, where it has a term of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.extraction.days.term_days import BOUND, DAY, first_day_of, last_day_of
from corpus.records import Section, Validity
from corpus.text.excerpt import compact_lines

_TERM = re.compile(
    r"(?:政策|优惠|房租)?(?:执行期|执行期限|有效期|有效期限|受理期限|实施期限|房租期限)"
    rf"(?:全部|再)?(?:延长|截止|为)?(?:{DAY})?(?:至|到)(?P<day>{DAY})"
)
_SAYS_TERM = re.compile("[期减]")
"""In every term of a measure, of either kind: a text without any has none."""
_TERM_FIELD = re.compile(
    r"(?:政策|文件|措施|项目)?(?:有效|执行|实施|施行)(?:期限?|时间)(?:截?止?[至到]?|（[^（）]{1,6}）)"
)
"""What a column or a field is called that holds the term of its row."""
_FIELD_DAY = rf"(?:{BOUND}|20\d\d[-./]\d{{1,2}}[-./]\d{{1,2}})"
_FIELD_TERM = re.compile(
    rf"(?:[自从]?(?P<first>{_FIELD_DAY})起?(?:[至到~～]|[—－–-]{{1,2}}))?(?:截?止?[至到])?(?P<day>{_FIELD_DAY})止?。?"
)
_FIGURED_DAY = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_TAX_TERM = re.compile(rf"(?P<day>{DAY})前(?:根据|按照?)国家有关规定减[^，。；]*")


@dataclass(frozen=True, slots=True)
class _Term:
    until: date
    words: str


def measure_validity(text: str, whole: Validity) -> Validity:
    """The measure's own term where it states exactly one end date, else its document's.

    Terms that end on different days are terms of parts of the measure, and none is its own.

    Example: "政策执行期延长至2025年12月31日" in a document in force until 2024 -> until 2025-12-31
    """
    if whole.draft or not _SAYS_TERM.search(text):
        return whole
    bare = compact_lines(text)
    terms = [
        _Term(end, match.group())
        for pattern in (_TERM, _TAX_TERM)
        for match in pattern.finditer(bare)
        if (end := last_day_of(match["day"])) is not None
    ]
    if len({term.until for term in terms}) != 1:
        return whole
    fullest = max(terms, key=lambda term: len(term.words))
    return whole if whole.void else Validity(whole.valid_from, fullest.until, fullest.words)


def row_validity(sections: Sequence[Section], whole: Validity) -> Validity | None:
    """The term that a field of its own gives a measure, in its words; None where no such field names a day.

    Example: 有效期 `2026年1月1日至2026年10月31日` -> 2026-01-01 to 2026-10-31
    """
    fields = [section for section in sections if _TERM_FIELD.fullmatch("".join(section.name.split()))]
    printed = _FIELD_TERM.fullmatch("".join(fields[0].text.split())) if len(fields) == 1 else None
    until = last_day_of(_spelled_day(printed["day"])) if printed else None
    if printed is None or until is None or whole.draft or whole.void:
        return None
    first = first_day_of(_spelled_day(printed["first"])) if printed["first"] else whole.valid_from
    return Validity(first, until, printed.group())


def _spelled_day(printed: str) -> str:
    """A day in figures alone with its signs. Example: `2026-10-31` -> `2026年10月31日`."""
    return _FIGURED_DAY.sub(r"\1年\2月\3日", printed)
