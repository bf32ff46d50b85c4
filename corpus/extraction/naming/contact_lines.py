"""The closing line of an item: （区商务局牵头，联系人：马骏，联系电话：6195136）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.extraction.evened_words import Words
from corpus.extraction.naming.department_lists import department_names
from corpus.text.labels import CONTACT_BRACKET

_PHONE_LABEL = re.compile(r"(?:联系)?电话：")
_PERSON_LABEL = re.compile(r"^(?P<department>.*?)联系人：")
_JOINT = re.compile(r"(?:牵头|各司其责|各负其责)$")
_PERSON = re.compile(r"^[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})*$")
_WHERE = re.compile(r"\d+(?:号|楼|层|室|弄|幢)")
"""In an address, which names nobody. Example: `和平路5号`."""
_MAX_CHARS = 200


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One person or number that a contact line prints."""

    department: str
    person: str | None
    phone: str | None


def find_lines(words: Words) -> Iterator[ContactLine]:
    """The contacts of every bracket in a text that prints a phone after 电话."""
    if "（" not in words.norm:
        return
    closings = words.closings()
    for match in _PHONE_LABEL.finditer(words.norm):
        opening = words.norm.rfind("（", max(0, match.start() - _MAX_CHARS), match.start())
        if opening == -1 or CONTACT_BRACKET.match(words.norm, opening):
            continue
        first = _PHONE_LABEL.search(words.norm, opening)
        closing = closings.get(opening)
        if first is not None and first.start() == match.start() and closing is not None:
            yield from read_line(words[opening + 1 : closing])


def read_line(inside: Words) -> Iterator[ContactLine]:
    """The contacts of one line, persons and numbers paired as printed.

    Example: `区市场监管局牵头，联系人：姜楠、戴军，联系电话：6196858、6196068`
    -> 姜楠 6196858, 戴军 6196068, both of 区市场监管局
    """
    departments: list[str] = []
    persons: list[str] = []
    for segment in inside.split("，；"):
        phone = _PHONE_LABEL.match(segment.norm)
        if phone is not None:
            numbers = [part.raw for part in segment[phone.end() :].split("、")]
            for department in departments:
                yield from _paired(department, persons, numbers)
            persons = []
            continue
        label = _PERSON_LABEL.match(segment.norm)
        if label is not None:
            departments = [label["department"]] if label["department"] else departments
            persons = [part.raw for part in segment[label.end() :].split("、")]
        elif departments and _PERSON.match(segment.norm):
            persons = [part.raw for part in segment.split("、")]
        elif not _WHERE.search(segment.norm):
            ended = _JOINT.search(segment.norm)
            departments = department_names(segment[: ended.start()] if ended else segment)


def _paired(department: str, persons: list[str], phones: list[str]) -> Iterator[ContactLine]:
    if len(persons) == len(phones):
        yield from (ContactLine(department, *pair) for pair in zip(persons, phones, strict=True))
    elif len(phones) == 1:
        named: list[str | None] = [*persons] or [None]
        yield from (ContactLine(department, person, phones[0]) for person in named)
    else:
        yield ContactLine(department, "、".join(persons) or None, None)
        yield from (ContactLine(department, None, phone) for phone in phones)
