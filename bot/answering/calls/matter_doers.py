"""Who of those that a measure lists does the matter of a question, where the list begins with somebody else.

A measure on the land for scrap yards and on their taxes lists the bureau for land and then that for taxes;
whoever asks about the tax half needs the second.
"""

from collections.abc import Iterable
from dataclasses import replace

from bot.helplines import Matter
from corpus.records import Contact, Role


def of_matters(
    question: str, matters: Iterable[Matter], text: str, contacts: tuple[Contact, ...]
) -> tuple[Contact, ...]:
    """The contacts of a measure, led by those that support and alone do what a question names of its text.

    Mostly as they are; also where whoever leads does a matter that the question names too.

    Example: a question on taxes, 区自然资源局 leading and 税务局 supporting -> 税务局 first, as responsible
    """
    named = [matter for matter in matters if any(word in text for word in matter.words_in(question))]
    ends = tuple(end for matter in named for end in matter.departments)
    doing = [c for c in contacts if c.canonical.endswith(ends) and not c.inferred and not c.of_document]
    if not doing or any(contact.role is not Role.SUPPORT for contact in doing):
        return contacts
    return (
        *(replace(contact, role=Role.RESPONSIBLE) for contact in doing),
        *(contact for contact in contacts if contact not in doing),
    )
