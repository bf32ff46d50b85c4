"""A 责任单位及联系方式 cell: department, office and phone under each other, several times over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.departments import Names
from corpus.text.phones import PrintedPhone, find_phones

_JOINT = re.compile(r"\s*[、，,/;；]?\s*")


@dataclass(frozen=True, slots=True)
class PrintedDesk:
    """A department, an office of it and a phone that a cell prints together."""

    department: str
    office: str | None
    phone: str | None


def has_phone(cell: str) -> bool:
    """Whether a cell prints a phone at all."""
    return bool(find_phones(cell))


def read_cell(cell: str, names: Names, region: str) -> Iterator[PrintedDesk]:
    r"""The desks of a cell in printed order.

    The department is the longest known name that a stretch before a phone starts with, else its first
    line; what is left is the office. Two offices with two phones pair up in printed order.

    Example: `区文化和旅游局\n周村区旅游事业发展中心6195773`
    -> 区文化和旅游局, 周村区旅游事业发展中心, 6195773
    """
    end = 0
    for group in _runs(cell):
        department, office = _split(cell[end : group[0].start], names, region)
        phones = [phone.text for phone in group]
        for one_office, phone in _pairs([part for part in office.split("、") if part], phones):
            yield PrintedDesk(department, one_office, phone)
        end = group[-1].end
    for line in cell[end:].splitlines():
        if compacted := "".join(line.split()):
            yield PrintedDesk(compacted, None, None)


def _runs(cell: str) -> list[list[PrintedPhone]]:
    """The phones of a cell in runs; only punctuation stands between the phones of one run."""
    runs: list[list[PrintedPhone]] = []
    for phone in find_phones(cell):
        if runs and _JOINT.fullmatch(cell, runs[-1][-1].end, phone.start):
            runs[-1].append(phone)
        else:
            runs.append([phone])
    return runs


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
