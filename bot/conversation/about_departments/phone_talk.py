"""Whose a phone number is: the desks that it belongs to, or the sentences that print it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from bot.answer import Status
from bot.conversation import answers
from bot.conversation.about_departments.desk_talk import desks_listed
from bot.conversation.focus import Topic
from bot.conversation.hearing.followups import read_turn
from bot.conversation.scene import Reply, Scene
from bot.layout import plain, strong
from bot.messages import talk as messages
from bot.messages.items import item_name
from bot.ports import CatalogView
from bot.rendering import clipped, tidy
from corpus.records import Document, Measure
from corpus.stored_measures import holding
from corpus.text.phones import find_phones, local_digits, same_phone

_PRINTED_IN = 3
"""Measures that print a phone, of which a reply shows the sentence."""
_LINE_UNITS = 160
"""UTF-16 code units of a sentence around a phone."""
_SENTENCE = re.compile(r"[^。；;\n]+")
_WHOSE = re.compile(
    r"(?:(?:帮|给)[我俺咱])?(?:查查?|看看?)?(?:一下)?(?:这|那)?个?(?:号码?|电话|座机)?(?:打过?来的?)?是?(?:哪|什么|啥|谁)(?:一?[个家])?"
    r"(?:科室|处室|股室|部门|单位|机构|办公室|窗口|地方|中心|人家|[科股局处办委人家])?[里儿边]?"
    r"(?:的|打来)?(?:号码?|电话|座机)?"
)


def phone_owner(scene: Scene) -> Reply | None:
    """6195896是哪里的电话, or the number alone: the desks that a phone number belongs to.

    Where the documents give it to nobody by name, the sentences that print it.
    """
    question = scene.reading.question
    phones = find_phones(question)
    if not phones:
        return None
    asked = phones[0]
    beside = f"{question[: asked.start]} {question[asked.end :]}".strip("？?。 ")
    if read_turn(_WHOSE.sub(" ", beside)).content:
        return None
    catalog = scene.assistant.catalog
    shown = local_digits(asked.text)[1]
    desks = catalog.directory.of_phone(asked.text)
    if desks:
        listed = [(contact, (contact.source,)) for contact in desks]
        return desks_listed(scene, messages.PHONE_OF.format(phone=shown), listed, None)
    printing = list(islice(_printing(catalog, asked.text), _PRINTED_IN))
    if printing:
        return _sentences(scene, shown, printing)
    if not beside or shown.startswith("1"):
        return None  # A bare number may be anything, and a mobile one somebody's own.
    text = messages.NO_SUCH_PHONE.format(phone=shown)
    return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus


def _printing(catalog: CatalogView, phone: str) -> Iterator[tuple[Document, Measure, str]]:
    """The measures whose text prints a phone, each with the sentence around it."""
    local = local_digits(phone)[1]
    for document in catalog.documents:
        for measure in holding(document, local):
            for match in _SENTENCE.finditer(measure.text):
                if any(same_phone(each.text, phone) for each in find_phones(match.group())):
                    yield document, measure, match.group()
                    break


def _sentences(scene: Scene, phone: str, printing: list[tuple[Document, Measure, str]]) -> Reply:
    lines = [strong(messages.PHONE_PRINTED.format(phone=phone))]
    for document, measure, sentence in printing:
        where = f"{document.number}{item_name(measure.item)}"
        lines.append(
            plain(messages.PHONE_SENTENCE.format(where=where, words=clipped(tidy(sentence), _LINE_UNITS)))
        )
    shown = tuple(measure.id for _, measure, _ in printing)
    measures = scene.assistant.quoted(scene.blank, scene.reading.question, shown)
    blocks = [tuple(lines), (plain(messages.PHONES_DATED),)]
    topic = Topic(scene.reading.question).showing(shown)
    return answers.said(scene.blank, measures, blocks), scene.focus.turned_to(topic)
