"""Whether the words of a turn are those of another document than the notice at hand."""

from bot.answering import matter_named, under_titles
from bot.conversation.nearness import MOSTLY, first
from bot.conversation.scene import Scene
from corpus.records import Document
from corpus.text.han_pairs import pairs_of

_OWN_PAIRS = 2
"""So many pairs of characters that no article at hand has name a matter: 拖拉机. A word of two may be another
word for what is printed here."""


def is_on_another_notice(scene: Scene, document: Document) -> bool:
    """Whether what a turn finds elsewhere has most of its words, and no article at hand has others of them.

    However much a turn leans on what was said, and however unsure the search: its words name that matter.

    Example: 那拖拉机换新补多少 after a notice on building houses -> True; 乡下的呢 -> False
    """
    near, catalog = first(scene.finding), scene.assistant.catalog
    if near is None or catalog.measure(near).document == document.number:
        return False
    named = pairs_of(matter_named(scene.reading.question, (*scene.places, *scene.place_words)))
    there = named & pairs_of(under_titles(catalog.measure(near), catalog))
    here = named & pairs_of("，".join((document.title, *(one.text for one in document.measures))))
    return len(there - here) >= _OWN_PAIRS and here <= there and len(there) >= MOSTLY * len(named)
