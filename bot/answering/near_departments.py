"""The department that deals with the matter of a question which the documents do not answer.

Only what a measure of the place bears out is said: it must contain the word by which the question names the
matter, and name a department of that matter as leading or responsible.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from bot.helplines import Helplines, Matter
from bot.messages import helplines as messages
from bot.ports import CatalogView
from bot.rendering import first_call
from corpus.records import Contact, Role

_DOING = (Role.LEAD, Role.RESPONSIBLE)


def near_departments(
    question: str, helplines: Helplines, catalog: CatalogView, regions: Collection[str]
) -> list[str]:
    """A line for each region whose measures name a department of the question's matter; mostly none.

    The first matter of the table that has any decides. Where several regions may be meant, each is named.
    """
    for matter in helplines.matters_of(question):
        lines = [line for region in regions for line in _of_region(question, matter, catalog, region)]
        if lines:
            return lines
    return []


def _of_region(question: str, matter: Matter, catalog: CatalogView, region: str) -> Iterator[str]:
    for word in matter.words_in(question):
        contacts = list(_departments(word, matter, catalog, region))
        if contacts:
            yield _line(word, max(contacts, key=_reach), region if len(catalog.regions) > 1 else "")
            return


def _departments(word: str, matter: Matter, catalog: CatalogView, region: str) -> Iterator[Contact]:
    """Contacts of the matter's departments in the measures of a region that contain a word."""
    for document in catalog.documents:
        if document.region == region:
            for measure in document.measures:
                if word in measure.text:
                    named = catalog.contacts(measure)
                    leading = {c.canonical for c in named if c.role in _DOING and not c.inferred}
                    ends = matter.departments
                    yield from (c for c in named if c.canonical in leading and c.canonical.endswith(ends))


def _reach(contact: Contact) -> tuple[bool, bool, date]:
    """The better the more surely somebody answers: a phone, printed with the measure, printed of late."""
    return contact.phone is not None, not contact.inferred, contact.as_of or date.min


def _line(word: str, contact: Contact, region: str) -> str:
    # A phone lent from another measure is that of an office that may do other things: the department stands.
    asked = replace(contact, role=Role.LEAD, office=None if contact.inferred else contact.office)
    department, call = contact.department, first_call((asked,))
    if region:
        department = messages.DEPARTMENT_IN.format(department=department, region=region)
    form = messages.DEPARTMENT_CALL if call else messages.DEPARTMENT_ALONE
    return form.format(word=word, department=department, call=call)
