"""Whose a phone number is: the desks that it belongs to, or the sentences that print it."""

import re
from dataclasses import replace

from bot.answer import Status
from bot.conversation.about_departments.desk_talk import desks_listed
from bot.conversation.about_departments.printed_phones import printing, sentences_shown
from bot.conversation.hearing.followups import read_turn
from bot.conversation.scene import Reply, Scene
from bot.messages import talk as messages
from corpus.text.phones import find_phones, local_digits

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
    printed = printing(catalog, asked.text)
    if printed:
        return sentences_shown(scene, messages.PHONE_PRINTED.format(phone=shown), printed)
    if not beside or shown.startswith("1"):
        return None  # A bare number may be anything, and a mobile one somebody's own.
    text = messages.NO_SUCH_PHONE.format(phone=shown)
    return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus
