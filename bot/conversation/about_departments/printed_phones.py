"""Phones as the texts print them, also where no directory gives them to anybody: before one is denied."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bot.conversation import answers
from bot.conversation.focus import Topic
from bot.conversation.scene import Reply, Scene
from bot.layout import Block, plain, strong
from bot.messages import talk as messages
from bot.messages.items import item_name
from bot.ports import CatalogView
from bot.rendering import clipped, tidy
from corpus.records import Document, ItemReason, Measure
from corpus.regions import holds_in
from corpus.stored_measures import recording
from corpus.text.phones import find_phones, local_digits, same_phone

_SHOWN = 3
"""Sentences that a reply shows."""
_LINE_UNITS = 160
"""UTF-16 code units of a sentence around a phone."""
_SENTENCE = re.compile(r"[^。；;\n]+[。；;]?")
_OUTSIDE = re.compile(r"[^。；;\s]+[。；;]?")
"""The text beside the measures is joined with blanks."""
_OUTSIDE_ROW = re.compile(r"(?<!\S)(?:[\u4e00-\u9fff]+ ){1,2}(?=[^\u4e00-\u9fff\s]*\d{5})[^\u4e00-\u9fff\s]+")
"""A row of a table beside the measures. Example: `财务科 马超 0635-5550103`."""
_DIGITS = re.compile(r"\d{5}")
_ASIDE = re.compile(r"[（(][^（）()]*\d{5}[^（）()]*[）)]")
"""A bracket with a phone, which is of the body before it."""


@dataclass(frozen=True, slots=True)
class PrintedPhones:
    """A sentence that prints phones, and where it stands."""

    words: str
    document: Document
    measure: Measure | None = None
    """None outside all measures."""
    by: str = ""
    """Number of the document that has taken the place of this one; empty where it counts."""

    @property
    def line(self) -> str:
        """The sentence with its source, as replies print it."""
        where = self.document.number + (item_name(self.measure.item) if self.measure else "")
        if self.by == self.document.number:
            where = messages.PRINTED_EDITION.format(where=where)
        elif self.by:
            where = messages.PRINTED_BEFORE.format(where=where, by=self.by)
        return messages.PHONE_SENTENCE.format(where=where, words=clipped(tidy(self.words), _LINE_UNITS))


def printing(catalog: CatalogView, phone: str) -> list[PrintedPhones]:
    """The first sentences that print a phone, those of documents that count before those of replaced ones."""
    local = local_digits(phone)[1]

    def fits(words: str) -> bool:
        return local in words and any(same_phone(each.text, phone) for each in find_phones(words))

    return list(islice(_sentences(catalog, local, fits), _SHOWN))


def said_of(
    catalog: CatalogView, departments: Collection[tuple[str, str]], office: str | None = None
) -> list[PrintedPhones]:
    """The first sentences with a phone that name these bodies alone, and the office that is asked for.

    Of a document of another place a body of the same name is another one: 区商务局.

    Example: `县公安局负责核验（户政科，5550101）` for 县公安局
    """
    called = catalog.bodies.called(departments)

    def fits(words: str) -> bool:
        if (office and office not in words) or not find_phones(words):
            return False
        mentions = catalog.bodies.find(_ASIDE.sub("", words)) or catalog.bodies.find(words)
        named = {(mention.region, mention.canonical) for mention in mentions}
        return bool(named & {*departments}) and {name for _, name in named} <= {
            name for _, name in departments
        }

    regions = {region for region, _ in departments}
    return list(islice(_sentences(catalog, [office] if office else called, fits, regions), _SHOWN))


def phone_lines(document: Document) -> Iterator[PrintedPhones]:
    """Every sentence or row of a document with a phone, those beside the measures last."""
    for measure in document.measures:
        row = measure.reason is ItemReason.ROW
        for words in [measure.text] if row else _SENTENCE.findall(measure.text):
            if _DIGITS.search(words):
                yield PrintedPhones(words, document, measure)
    rows = _OUTSIDE_ROW.findall(document.lead)
    for words in (*rows, *_OUTSIDE.findall(_OUTSIDE_ROW.sub(" ", document.lead))):
        if _DIGITS.search(words):
            yield PrintedPhones(words, document)


def naming(catalog: CatalogView, body: str) -> list[PrintedPhones]:
    """The first sentences with a phone that have the name of a body."""

    def fits(words: str) -> bool:
        return body in words and bool(find_phones(words))

    found = islice(_sentences(catalog, [body], fits), _SHOWN)
    return [replace(each, words=_from(each.words, body)) for each in found]


def _from(words: str, body: str) -> str:
    """A sentence that is too long to be shown from the name of a body on, if a phone follows that."""
    cut = words[words.index(body) :] if len(words) > _LINE_UNITS else words
    return cut if find_phones(cut[:_LINE_UNITS]) else words


def sentences_shown(
    scene: Scene, head: str, found: Sequence[PrintedPhones], department: tuple[str, str] | None = None
) -> Reply:
    """The sentences below a heading; what prints them is then talked about, and the department if given."""
    lines = [strong(head), *(plain(each.line) for each in found)]
    shown = tuple(dict.fromkeys(each.measure.id for each in found if each.measure and not each.by))
    blocks: list[Block] = [tuple(lines), (plain(messages.PHONES_DATED),)]
    measures = scene.assistant.quoted(scene.blank, scene.reading.question, shown) if shown else ()
    topic = Topic(scene.reading.question, department=department).showing(shown)
    return answers.said(scene.blank, measures, blocks), scene.in_place(scene.focus.turned_to(topic))


def _sentences(
    catalog: CatalogView,
    having: Collection[str],
    fits: Callable[[str], bool],
    regions: Collection[str] = (),
) -> Iterator[PrintedPhones]:
    """Every sentence of the library with a phone that fits; each has one of the words `having`.

    With `regions` only of documents of these, of what is around them or within.
    """
    for document in catalog.documents:
        if _is_near(document, regions):
            yield from _of_document(document, "", having, fits)
    for kept in catalog.replaced:
        if _is_near(kept.document, regions):
            yield from _of_document(kept.document, kept.by, having, fits)


def _is_near(document: Document, regions: Collection[str]) -> bool:
    place = document.region
    near = (holds_in(place, region) or holds_in(region, place) for region in regions if region)
    return not (place and regions) or any(near)


def _of_document(
    document: Document, by: str, having: Collection[str], fits: Callable[[str], bool]
) -> Iterator[PrintedPhones]:
    for measure in recording(document, having):
        row = measure.reason is ItemReason.ROW
        for words in [measure.text] if row else _SENTENCE.findall(measure.text):
            if _DIGITS.search(words) and any(each in words for each in having) and fits(words):
                yield PrintedPhones(words, document, measure, by)
    for words in _OUTSIDE.findall(document.lead):
        if _DIGITS.search(words) and fits(words):
            yield PrintedPhones(words, document, None, by)
