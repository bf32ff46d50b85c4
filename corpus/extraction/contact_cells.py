"""A 责任单位及联系方式 cell: department, office and phone under each other, several times over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.departments import Names

_PHONE = r"(?:0\d{2,3}[-—]?\d{7,8}|1\d{10}|[48]00-?\d{3}-?\d{4}|\d{7,8})"
_PHONES = re.compile(rf"(?<!\d){_PHONE}(?!\d)(?:\s*[、，,/;；]\s*{_PHONE}(?!\d))*")
_ONE = re.compile(_PHONE)


@dataclass(frozen=True, slots=True)
class Desk:
    """One place to call that a cell prints."""

    department: str
    office: str | None
    phone: str | None


def has_phone(cell: str) -> bool:
    """Whether a cell prints a phone at all."""
    return _PHONES.search(cell) is not None


def phones_of(text: str) -> list[str]:
    """The phones that a text prints, in order, as printed.

    Example: `6195136、400-123-4567` -> ["6195136", "400-123-4567"]
    """
    return [match.group() for found in _PHONES.finditer(text) for match in _ONE.finditer(found.group())]


def read_cell(cell: str, names: Names, region: str) -> Iterator[Desk]:
    r"""The desks of a cell in printed order.

    The department is the longest known name that a stretch before a phone starts with, else its first
    line; what is left is the office. Two offices with two phones pair up in printed order.

    Example: `区文化和旅游局\n周村区旅游事业发展中心6195773`
    -> 区文化和旅游局, 周村区旅游事业发展中心, 6195773
    """
    end = 0
    for match in _PHONES.finditer(cell):
        department, office = _split(cell[end : match.start()], names, region)
        phones = _ONE.findall(match.group())
        for one_office, phone in _pairs([part for part in office.split("、") if part], phones):
            yield Desk(department, one_office, phone)
        end = match.end()
    for line in cell[end:].splitlines():
        if compacted := "".join(line.split()):
            yield Desk(compacted, None, None)


def _split(stretch: str, names: Names, region: str) -> tuple[str, str]:
    """Department and office of the words before a phone; an office may be wrapped over lines."""
    lines = ["".join(line.split()) for line in stretch.strip().splitlines()]
    joined = "".join(lines)
    department = names.prefix(joined, region) or (lines[0] if lines else "")
    return department, joined[len(department) :]


def _pairs(offices: list[str], phones: list[str]) -> Iterator[tuple[str | None, str]]:
    if len(offices) == len(phones):
        yield from zip(offices, phones, strict=True)
    elif len(offices) > 1 and len(phones) == 1:
        yield from ((office, phones[0]) for office in offices)
    else:
        yield from (("、".join(offices) or None, phone) for phone in phones)
