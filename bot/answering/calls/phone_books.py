"""The phones that the documents print, chosen for a question about one of their measures."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial

from bot.answering.calls.choosing_calls import (
    first_that_chooses,
    general,
    of_body_beside,
    of_closest,
    of_kind,
    of_matter,
    of_name,
    of_owners,
    of_place,
)
from bot.answering.calls.firms import several_firms, tells_apart
from bot.answering.calls.outlets import without_outlets
from bot.answering.calls.printed_calls import PrintedCall, printed_calls
from bot.answering.wording.complaining import heard_by
from bot.ports import CatalogView
from corpus.records import Contact, Document, ItemReason, Measure, Role

_LIKELY = 2
_SURELY = 3
"""Shared pairs of characters from which the words of a phone are those of the question: 摄像头 has two."""
_KEPT = 32
"""Documents whose phones are kept; each takes about 5 kB."""


class PhoneBooks:
    """Reads the phones of each document of one catalog once."""

    def __init__(self, catalog: CatalogView) -> None:
        self._catalog = catalog
        self._calls = lru_cache(maxsize=_KEPT)(self._read)

    def complaints(self, measure: Measure, question: str, close: Sequence[str]) -> tuple[Contact, ...]:
        """Where a document says that people complain about what is asked; often nowhere."""
        document = self._catalog.document(measure.document)
        calls = [call for call in self._calls(document.number) if call.complaint]
        own = [call for call in calls if call.measure == measure.id]
        heard = heard_by(measure, self._catalog.names, document.region)
        if heard and not own:
            owners = {(duty.department, duty.office) for duty in heard}
            reached = self._contacts(measure, of_owners(self._calls(document.number), owners))
            return reached or self._catalog.contacts(replace(measure, responsibilities=heard))
        chosen = first_that_chooses(
            (
                lambda: of_closest(own, measure.id, close),
                lambda: of_matter(own or calls, question, document.title),
            )
        )
        return self._contacts(measure, chosen or own or calls)

    def completed(
        self, measure: Measure, question: str, close: Sequence[str], own: tuple[Contact, ...]
    ) -> tuple[Contact, ...]:
        """Contacts with the phones that the document prints for them elsewhere.

        Where nobody is named: whom the phones of the document belong to, the one for the matter asked about.
        """
        document = self._catalog.document(measure.document)
        calls = self._asked(document, question)
        if not calls:
            return own
        named = [c for c in own if not c.of_document and not c.inferred and c.role is not Role.SUPERIOR]
        if not named:
            chosen = self._contacts(measure, self._chosen(measure, question, close))
            called = any(contact.phone for contact in own)
            return chosen or (own if called else self._issuers(measure) or own)
        if any(contact.phone for contact in named):
            return self._narrowed(measure, question, close, own)
        if reached := self._reached(measure, named):
            return reached
        plain = [call for call in calls if not call.complaint]
        here = [call for call in plain if call.measure == measure.id and call.department]
        if len({(call.department, call.office) for call in here}) == 1:
            return (*named, *self._contacts(measure, here))
        if for_matter := of_matter(plain, question, document.title, _LIKELY):
            return (*self._contacts(measure, for_matter), *named)
        return tuple(named) if _is_list(calls) else own

    def _asked(self, document: Document, question: str) -> list[PrintedCall]:
        """The phones of a document for those who ask about what it says; of listed shops the one named."""
        return without_outlets(self._calls(document.number), document, question)

    def outlets(self, measure: Measure, question: str) -> frozenset[str]:
        """The phones of the shops that the document of a measure lists, but for one that is named."""
        document = self._catalog.document(measure.document)
        asked = self._asked(document, question)
        return frozenset(call.phone for call in self._calls(document.number) if call not in asked)

    def _chosen(self, measure: Measure, question: str, close: Sequence[str]) -> list[PrintedCall]:
        """The phone of the document for what is asked, whoever has it."""
        title = self._catalog.document(measure.document).title
        calls = self._asked(self._catalog.document(measure.document), question)
        plain = [call for call in calls if not call.complaint]
        return first_that_chooses(
            (
                lambda: of_place(plain, question),
                lambda: of_kind(plain, question),
                lambda: of_closest(calls, measure.id, close),
                lambda: of_matter(plain, "".join(measure.heading), "", _LIKELY),
                lambda: of_matter(plain, question, title, _LIKELY),
                lambda: general(plain),
                lambda: of_matter(plain, question + "".join(close), title, _LIKELY),
            )
        )

    def _issuers(self, measure: Measure) -> tuple[Contact, ...]:
        """The one desk of the document, where it is of the body that issued it and this one names nobody."""
        document = self._catalog.document(measure.document)
        plain = [c for c in self._calls(document.number) if c.department and not c.complaint]
        owners = {(call.department, call.office) for call in plain}
        only = len(owners) == 1 and of_owners(plain, [(document.issuer, None)]) == plain
        return self._contacts(measure, plain) if only else ()

    def _reached(self, measure: Measure, named: Sequence[Contact]) -> tuple[Contact, ...]:
        """Those named, with the phones that the document prints for them; none where it prints none."""
        calls = self._calls(measure.document)
        plain = [call for call in calls if not call.complaint]
        owners = {(contact.department, contact.office) for contact in named}
        offices = {(department, office) for department, office in owners if office}
        reached = self._contacts(measure, of_owners(plain, owners) or of_owners(calls, offices))
        rest = (c for c in named if (c.office or c.department) not in _names_of(reached))
        return (*reached, *rest) if reached else ()

    def _narrowed(
        self, measure: Measure, question: str, close: Sequence[str], own: tuple[Contact, ...]
    ) -> tuple[Contact, ...]:
        """Of the phones of a measure those for what is asked; none that is for complaints."""
        title = self._catalog.document(measure.document).title
        here = [call for call in self._calls(measure.document) if call.measure == measure.id]
        plain = [call for call in here if not call.complaint]
        if len(plain) > 1 and (called := of_name(plain, question, title)):
            return self._contacts(measure, called)
        own = tuple(map(partial(_with_office, calls=here), own))
        said = "".join("".join(words.split()) for words in close)
        acting = tuple(c for c in own if c.office and c.department + c.office in said)
        same = several_firms(call.department for call in plain)
        apart = not same or tells_apart(question, close, measure, title)
        nearest = of_closest(plain, measure.id, close) if apart else []
        if nearest and not {call.phone for call in nearest} & {c.printed_phone for c in own}:
            return self._contacts(measure, nearest)
        if measure.reason is ItemReason.ROW and (beside := of_body_beside(plain, question)):
            return self._contacts(measure, beside)
        if len(plain) > 1:
            near = of_place(plain, question) or nearest
            if acting and not near:
                return acting
            chosen = first_that_chooses(
                (
                    lambda: of_matter(plain, question, title, _SURELY),
                    lambda: of_kind(plain, question),
                    lambda: of_matter(plain, question, title),
                    lambda: near,
                )
            )
            if chosen and len(chosen) < len(plain):
                return self._contacts(measure, chosen)
        for_complaints = {call.phone for call in here if call.complaint}
        return tuple(c for c in own if c.printed_phone not in for_complaints) or own

    def _read(self, number: str) -> tuple[PrintedCall, ...]:
        return tuple(printed_calls(self._catalog.document(number)))

    def _contacts(self, measure: Measure, calls: Sequence[PrintedCall]) -> tuple[Contact, ...]:
        """The contacts of phones, marked where they stand if not in the measure."""
        found: list[Contact] = []
        for call in calls:
            duty = call.duty(self._catalog.names, self._catalog.document(measure.document).region)
            printed = self._catalog.contacts(replace(measure, responsibilities=(duty,), ownerless=()))
            mine = [c for c in printed if c.printed_phone == call.phone and not c.inferred]
            at = None if call.measure == measure.id else call.printed_at
            found += [replace(contact, of_document=False, printed_at=at) for contact in mine[:1]]
        return tuple(dict.fromkeys(found))


def _with_office(contact: Contact, calls: Sequence[PrintedCall]) -> Contact:
    """A contact with the office that stands beside its phone."""
    offices = (call.office for call in calls if call.phone == contact.printed_phone and not contact.office)
    return replace(contact, office=next(offices, None) or contact.office)


def _names_of(contacts: Sequence[Contact]) -> set[str | None]:
    return {name for contact in contacts for name in (contact.department, contact.office)}


def _is_list(calls: Sequence[PrintedCall]) -> bool:
    """Whether a document prints phones of several bodies, each for its own matter."""
    return len({call.department for call in calls if not call.complaint}) > 1
