"""Whom an answer names: those of the sentences that answer, else those named elsewhere in the document."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.answering.calls.acting import acting
from bot.answering.calls.firms import several_firms, tells_apart
from bot.answering.calls.governing import governed, of_district, with_offices, with_rest
from bot.answering.calls.matter_doers import of_matters
from bot.answering.calls.neighbours import Neighbours, same_body
from bot.answering.calls.phone_books import PhoneBooks
from bot.answering.calls.receivers import asks_receiver, received
from bot.answering.quoting.highlights import closest
from bot.answering.wording.acts import acts_asked, asks_who, sentences_saying
from bot.answering.wording.complaining import asks_to_complain
from bot.answering.wording.loose_bodies import loose_bodies
from bot.answering.wording.rare_words import Rarity
from bot.helplines import Matter
from bot.ports import CatalogView
from corpus.records import Contact, Measure, Responsibility, Role


@dataclass(frozen=True, slots=True)
class Called:
    """The contacts of a measure as an answer shows them."""

    every: tuple[Contact, ...]
    """Those nearest to the question first."""
    nearest: tuple[Contact, ...]
    """The first of them, if the question singles them out; else empty."""


class Calling:
    """Finds whom to call about a measure, in the documents of one catalog."""

    def __init__(
        self, catalog: CatalogView, rarity: Callable[[], Rarity], matters: Callable[[str], Iterable[Matter]]
    ) -> None:
        """`matters` gives the matters of the table of helplines that a question names."""
        self._catalog = catalog
        self._matters = matters
        self._neighbours = Neighbours(catalog, rarity)
        self._phones = PhoneBooks(catalog)

    def contacts(self, measure: Measure, question: str, place: str, quoted: Sequence[str]) -> Called:
        """Whom to call; `place` are words that may tell where the asker lives, `quoted` what is shown."""
        outlets = self._phones.outlets(measure, question)
        every = tuple(c for c in self._catalog.contacts(measure) if c.printed_phone not in outlets)
        close = _closest(question, measure)
        if asks_to_complain(question):
            complaints = self._phones.complaints(measure, question, close)
            if complaints:
                return Called(with_rest(complaints, every), complaints)
        own = self._own(measure, question, quoted, every)
        own = tuple(c for c in own if c.printed_phone not in outlets)
        if not _names_somebody(own) and asks_who(question):
            own = self._loosely_named(measure, close) or self._loosely_named(measure, quoted) or own
        if not _names_somebody(own):
            around = self._neighbours.contacts(measure, question, (close, quoted))
            own = _joined(around, own) if around else own or every
        settled = _settled(own)
        nearest = of_district(settled, place)
        if nearest == settled:
            nearest = self._phones.completed(measure, question, close, settled)
        nearest = of_matters(question, self._matters(question), measure.text, nearest)
        return Called(with_rest(nearest, every), () if nearest == every else nearest)

    def _loosely_named(self, measure: Measure, close: Sequence[str]) -> tuple[Contact, ...]:
        """Those whom the sentences closest to the question have act, whatever they are called."""
        region = self._catalog.document(measure.document).region
        names = self._catalog.names
        duties = tuple(
            Responsibility(body.name, names.canonical(body.name, region), Role.RESPONSIBLE, body.office)
            for sentence in close
            for body in loose_bodies(sentence)
        )
        return self._catalog.contacts(replace(measure, responsibilities=duties)) if duties else ()

    def _own(
        self, measure: Measure, question: str, quoted: Sequence[str], every: tuple[Contact, ...]
    ) -> tuple[Contact, ...]:
        """The contacts of the departments that the sentences closest to the question name, or all."""
        close = closest(question, measure) if question else ()
        document = self._catalog.document(measure.document)
        region = document.region
        same = several_firms(contact.department for contact in every)
        if same and not tells_apart(question, close, measure, document.title):
            return every
        to = (
            received(measure, close or quoted, self._catalog.names, region)
            if asks_receiver(question)
            else None
        )
        if to is not None:
            return self._catalog.contacts(to)
        narrowed = governed(measure, close or quoted)
        if narrowed is measure:
            narrowed = governed(measure, quoted)
        if narrowed is measure:
            narrowed = acting(measure, close)
        return every if narrowed is measure else with_offices(self._catalog.contacts(narrowed), every)


def _closest(question: str, measure: Measure) -> tuple[str, ...]:
    """The sentences closest to a question; where it asks who does something, those that have it done."""
    close = closest(question, measure) if question else ()
    doing = sentences_saying(measure, acts_asked(question))
    return tuple(words for words in close if words in doing) or doing or close


def _names_somebody(contacts: Sequence[Contact]) -> bool:
    return any(not c.inferred and not c.of_document and c.role is not Role.SUPERIOR for c in contacts)


def _joined(around: tuple[Contact, ...], own: Sequence[Contact]) -> tuple[Contact, ...]:
    """Those named elsewhere, and the phones of the whole document where none of them has one."""
    if any(contact.phone and not contact.inferred for contact in around):
        return around
    return (*around, *(contact for contact in own if contact.of_document and contact.phone))


def _settled(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """Contacts with the phones that the whole document prints for them, without those of other bodies."""
    general = [contact for contact in contacts if contact.of_document and contact.phone]
    own = [c for c in contacts if not c.of_document and not c.inferred]
    matched = {
        index: [call for call in general if same_body(call, contact)]
        for index, contact in enumerate(own)
        if contact.phone is None
    }
    if not any(matched.values()):
        return contacts
    settled: list[Contact] = []
    for index, contact in enumerate(own):
        calls = matched.get(index) or []
        settled += [replace(call, of_document=False, role=contact.role) for call in calls] or [contact]
    return (*settled, *(c for c in contacts if c.inferred))
