"""Offices that a row prints with the body they belong to, which need not be the one that the row names."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.departments import Names
from corpus.records import Responsibility
from corpus.text.bodies import body_and_office


def with_body_of_office(duty: Responsibility, names: Names, region: str) -> Iterator[Responsibility]:
    """The duty; of an office that names its own body, the office alone, or a duty of that other body.

    Person and phone go with the office.

    Example: 行使主体 `县人民政府`, 承办机构 `县科技局综合股` -> 县人民政府; 县科技局, 综合股
    """
    within = body_and_office("".join((duty.office or "").split()))
    if within is None:
        yield duty
        return
    body, office = within
    canonical = names.canonical(body, region)
    if canonical == duty.canonical:
        yield replace(duty, office=office)
        return
    yield replace(duty, office=None, person=None, phone=None)
    yield replace(duty, department=body, canonical=canonical, office=office)
