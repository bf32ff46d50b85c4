"""Whom a guide names in its fields, 【承办机构】 and 【咨询电话】, and whom a line 联系人 above a phone."""

import re
from collections.abc import Iterator

from corpus.departments import Names
from corpus.extraction.naming.named_bodies import desk_and_person
from corpus.records import Responsibility, Role
from corpus.text.bodies import is_body, is_office
from corpus.text.labels import LABEL, LabelTopic, topic_of
from corpus.text.phones import find_phones

_FIELD = re.compile(r"\s*【(?P<label>[^【】]{2,12})】(?P<value>.+)")
_ASKING = re.compile(r"(?:业务|政策|办事|服务)?咨询")
"""A field for those who ask, which as a label before a colon may announce a desk."""
_PERSON = re.compile(
    r"联系人(?:员)?\s*[：:]\s*(?P<desk>[\u4e00-\u9fff]{4,34}(?:[ \t\u3000]+[\u4e00-\u9fff]{2,4})?)"
    r"[，,；;\s]+[\u4e00-\u9fff]{0,4}电话\s*[：:](?P<phones>[^\u4e00-\u9fff]+)"
)


def field_contacts(text: str, names: Names, region: str) -> Iterator[Responsibility]:
    """The phones of a guide with the one desk that its fields name, and the one window.

    A field may be a row of a table, or a term with its words, whose value is the next line.

    Example: `【承办机构】县车管所` and `【咨询电话】5553107（工作日接听）` -> 县车管所 with that phone
    """
    told = [(_topic(label), value.strip()) for label, value in _fields(text)]
    desks = [value for topic, value in told if topic is LabelTopic.DUTY and not find_phones(value)]
    if len(desks) != 1 or not is_body(desks[0]):
        return
    canonical = names.canonical(desks[0], region)
    called = [value for topic, value in told if topic in (LabelTopic.PHONE, LabelTopic.DUTY)]
    phones: list[str | None] = [phone.text for value in called for phone in find_phones(value)]
    windows = [value for topic, value in told if topic is LabelTopic.OFFICE and is_office(value)]
    window = windows[0] if len(windows) == 1 else None
    for phone in phones or [None]:
        yield Responsibility(desks[0], canonical, Role.RESPONSIBLE, window, phone=phone)


def _fields(text: str) -> Iterator[tuple[str, str]]:
    """The labels of a guide with their values, on one line or on two."""
    lines = text.splitlines()
    for line, below, after in zip(lines, [*lines[1:], ""], [*lines[2:], "", ""], strict=False):
        boxed = _FIELD.match(line)
        if boxed:
            yield boxed["label"], boxed["value"]
        elif _topic(line.strip()) and not (_topic(below.strip()) or _alike(below, after)):
            yield line.strip(), below


def _alike(value: str, after: str) -> bool:
    """Whether two lines are both of bodies, or of phones: the cells of a row with several columns."""
    return (is_body(value) and is_body(after)) or bool(find_phones(value) and find_phones(after))


def person_contacts(text: str, names: Names, region: str) -> Iterator[Responsibility]:
    """The desk and the name behind 联系人, with the phone behind them.

    Example: `联系人：县农业农村局种植业股 程立秋` above `联系电话：5550246` -> 种植业股, 程立秋, 5550246
    """
    for match in _PERSON.finditer(text):
        desk = desk_and_person(match["desk"])
        phones = find_phones(match["phones"])
        if desk and len(phones) == 1:
            body, office, person = desk
            canonical = names.canonical(body, region)
            yield Responsibility(body, canonical, Role.RESPONSIBLE, office, person or None, phones[0].text)


def _topic(label: str) -> LabelTopic | None:
    if _ASKING.fullmatch(label):
        return LabelTopic.PHONE
    return topic_of(label) if LABEL.fullmatch(f"{label}：") else None
