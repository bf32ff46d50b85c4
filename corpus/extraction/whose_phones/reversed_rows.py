"""Rows that print each phone before whose it is: 5550101 就业科 5550102 社保科."""

from collections.abc import Iterator

from corpus.extraction.evened_words import Words
from corpus.extraction.naming.printed_desks import CalledDesk, desk_with_person
from corpus.text.phones import find_phones

_MARKS = "，、；：。（）() "


def reversed_row(words: Words) -> Iterator[tuple[CalledDesk, str]]:
    """The phones of a line that opens with one and prints a desk behind each; none of other lines.

    Example: `5550101就业科5550102社保科` -> both
    """
    phones = find_phones(words.raw, called_so=True)
    if not phones or phones[0].start > 0:
        return
    ends = [*(phone.start for phone in phones[1:]), len(words)]
    behind = [words.norm[phone.end : end].strip(_MARKS) for phone, end in zip(phones, ends, strict=True)]
    desks = [desk_with_person(name) if name else None for name in behind]
    if all(desks):
        yield from ((desk, phone.text) for desk, phone in zip(desks, phones, strict=True) if desk)
