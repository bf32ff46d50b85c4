"""Where a document says that people complain: `【监督投诉】5553119（县公安局警务督察大队，24小时接听）`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.departments import Names
from corpus.extraction.assignments import Assignment
from corpus.records import Document, Measure, PrintedAt, Responsibility, Role, Site
from corpus.text.bodies import is_body
from corpus.text.body_mentions import find_bodies
from corpus.text.phones import PrintedPhone, find_phones

_ASKS = re.compile(
    r"投诉|举报|检举|(?:往|上|去|到|找|跟)?(?:哪[里儿]?|谁)告|告(?:到|给)?(?:哪|谁)|告(?:他|它|她|状|发)"
)
_COMPLAINT = re.compile(r"监督|投诉|举报")
_TO = re.compile(r"(?:向|到|找)$")
_COMPLAINS = re.compile(r"(?:提出)?(?:投诉|举报|反映)")
_SENTENCE = re.compile(r"[^。；\n]+[。；]?")
_BEHIND = re.compile(r"[（(](?P<who>[\u4e00-\u9fff]{4,24})[，,）)]")


def asks_to_complain(question: str) -> bool:
    """Whether a question asks where to complain. Example: `强卖头盔往哪告` -> True."""
    return bool(_ASKS.search(question))


def complaint_desks(measure: Measure, document: Document, names: Names) -> Iterator[Assignment]:
    """Those whom the sentences of a document on complaints send people to, those of the measure first.

    A phone without an owner has the department "".
    """
    own = [*_of_text(measure.text, measure, names, document.region)]
    own = own or [*_heard_by(measure, names, document.region)]
    others = (other for other in document.measures if other.id != measure.id)
    yield from (Assignment(found, None) for found in own)
    if own:
        return
    for printed in others:
        for found in _of_text(printed.text, printed, names, document.region):
            yield Assignment(found, PrintedAt(Site.ITEM, printed.item))
    for found in _of_text(document.lead, measure, names, document.region):
        yield Assignment(found, PrintedAt(Site.OUTSIDE))


def _of_text(text: str, measure: Measure, names: Names, region: str) -> Iterator[Measure]:
    """The measure with one owner of a phone for complaints after the other."""
    for sentence in _SENTENCE.findall(text):
        if _COMPLAINT.search(sentence):
            for phone in find_phones(sentence):
                yield replace(measure, responsibilities=(_owner(sentence, phone, measure, names, region),))


def _heard_by(measure: Measure, names: Names, region: str) -> Iterator[Measure]:
    """The measure with those whom it has people complain to without a phone: `向县消费者协会投诉`."""
    words = "".join(measure.text.split())
    for body in find_bodies(words):
        if _TO.search(words, 0, body.start) and _COMPLAINS.match(words, body.end):
            canonical = names.canonical(body.name, region)
            duty = Responsibility(body.name, canonical, Role.RESPONSIBLE, body.office)
            yield replace(measure, responsibilities=(duty,))


def _owner(sentence: str, phone: PrintedPhone, measure: Measure, names: Names, region: str) -> Responsibility:
    """Whose a phone is: as the measure says, as the bracket behind it says, or of the one body beside it."""
    known = next((duty for duty in measure.responsibilities if duty.phone == phone.text), None)
    if known is not None:
        return known
    behind = _BEHIND.match(sentence, phone.end)
    who = behind["who"] if behind and is_body(behind["who"]) else ""
    return Responsibility(who, names.canonical(who, region), Role.RESPONSIBLE, phone=phone.text)
