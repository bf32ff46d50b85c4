"""The department that deals with the matter of a question which the documents do not answer.

Only what a measure of the place bears out is said: it must contain the word by which the question names the
matter, and name a department of that matter as leading or responsible.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.answer import OfferedDepartment
from bot.helplines import Helplines, Matter
from bot.messages import helplines as messages
from bot.ports import CatalogView
from bot.rendering import first_call
from corpus.records import Contact, Document, Role
from corpus.regions import region_of
from corpus.stored_measures import holding

_DOING = (Role.LEAD, Role.RESPONSIBLE)


@dataclass(frozen=True, slots=True)
class NearDepartment:
    """Who deals with the matter of a question that the documents do not answer."""

    word: str
    """By which the question names the matter."""
    contact: Contact
    region: str
    has_phones: bool
    """Whether the documents print phones of it, for whatever its offices do."""

    def offered(self, *, several: bool) -> OfferedDepartment:
        """As a refusal names it; with its region where the documents are of several."""
        line = self._line(several=several)
        return OfferedDepartment(self.region, self.contact.canonical, self.contact.source, line)

    def _line(self, *, several: bool) -> str:
        # A phone lent from another measure is of an office that may do other things: it is left out.
        office = None if self.contact.inferred else self.contact.office
        asked = replace(self.contact, role=Role.LEAD, office=office)
        department, call = self.contact.department, first_call((asked,))
        if several:
            department = messages.DEPARTMENT_IN.format(department=department, region=self.region)
        alone = messages.DEPARTMENT_LISTED if self.has_phones else messages.DEPARTMENT_ALONE
        reached = messages.DEPARTMENT_CALL if self.contact.department else messages.DEPARTMENT_UNNAMED
        form = reached if call else alone
        name = self.contact.department
        return form.format(word=self.word, department=department, name=name, call=call)


def near_departments(
    question: str, helplines: Helplines, catalog: CatalogView, regions: Collection[str]
) -> tuple[NearDepartment, ...]:
    """For each region whose measures name a department of the question's matter that one; mostly none.

    The first matter of the table that has any decides. Where several regions may be meant, each is named.
    """
    for matter in helplines.matters_of(question):
        found = [near for region in regions for near in _of_region(question, matter, catalog, region)]
        if found:
            return tuple(found)
    return ()


def near_department(word: str, contact: Contact, region: str, catalog: CatalogView) -> NearDepartment:
    """A department that deals with what a word names, with what the directory knows of its phones."""
    has_phones = bool(catalog.directory.of_department(contact.canonical, region))
    return NearDepartment(word, contact, region, has_phones)


def best_reached(contacts: Iterable[Contact]) -> Contact:
    """The one of several contacts by which somebody most surely answers."""
    return max(contacts, key=_reach)


def _of_region(question: str, matter: Matter, catalog: CatalogView, region: str) -> Iterator[NearDepartment]:
    """At most one; the name of the region is no matter: 清河 of 清河区 has nothing to do with rivers."""
    for name in sorted(region_of(region).own, key=len, reverse=True):
        question = question.replace(name, "，")
    for word in matter.words_in(question):
        named = list(_departments(word, matter, catalog, region))
        if named:
            best = best_reached(contact for _, contact in named)
            own = () if best.phone else _own_phones(named, catalog)
            yield near_department(word, best_reached((best, *own)), region, catalog)
            return


def _departments(
    word: str, matter: Matter, catalog: CatalogView, region: str
) -> Iterator[tuple[Document, Contact]]:
    """Contacts of the matter's departments in the measures of a region that contain a word."""
    for document in catalog.documents:
        if document.region == region:
            for measure in holding(document, word):
                named = catalog.contacts(measure)
                leading = {c.canonical for c in named if c.role in _DOING and not c.inferred}
                ends = matter.departments
                doing = (c for c in named if c.canonical in leading and c.canonical.endswith(ends))
                yield from ((document, contact) for contact in doing)


def _own_phones(named: Iterable[tuple[Document, Contact]], catalog: CatalogView) -> Iterator[Contact]:
    """The phones of whole departments, wherever the documents that name them print these.

    That of an office stands elsewhere for other things.
    """
    naming = {(document.number, contact.canonical): document for document, contact in named}
    for (_, department), document in naming.items():
        printed = (contact for measure in document.measures for contact in catalog.contacts(measure))
        yield from (c for c in printed if c.canonical == department and c.phone and not c.office)


def _reach(contact: Contact) -> tuple[bool, bool, date]:
    """The better the more surely somebody answers: a phone, printed with the measure, printed of late."""
    return contact.phone is not None, not contact.inferred, contact.as_of or date.min
