"""What a later document says of a standard that an answer quotes: raised on top of it since."""

import re
from collections.abc import Sequence
from datetime import date

from bot.answer import LaterRule
from bot.answering.wording.matter_words import NamedMatter
from bot.answering.wording.sentence_spans import sentences
from bot.ports import CatalogView, Understood
from corpus.records import Document, Measure
from corpus.stored_measures import holding
from corpus.text.han_pairs import pairs_of
from retrieval.question import Asked

_RAISES = re.compile(
    r"标准[^。；\n]{0,30}(?:再|提标|上调)(?:提高|上调|增加)?|(?:再|继续|进一步)提高[^。；\n]{0,24}标准"
)
_ALIKE = 4
"""So many pairs of characters the sentence shares with the title of the document that set the standard:
城乡, 特困, 生活 and 保障 tie the rise of 2022 in the bundled texts to the notice of 2020."""


def raised_later(catalog: CatalogView, question: str, query: Understood, lead: Measure) -> LaterRule | None:
    """What a later document of the same place says that raises the standard asked for; mostly None.

    Example: for 农村低保一年给多少, answered from a notice of 2020, a list of 2022 with
    `在2021年年底保障标准基础上再提高8%以上`
    """
    document = catalog.document(lead.document)
    if Asked.AMOUNT not in query.wishes or document.issued is None or "标准" not in lead.text:
        return None
    matter = NamedMatter.of(question, query)
    titled = pairs_of(document.title)
    for issued, other in _issued_later(catalog, document.region, document.issued):
        for measure in holding(other, "标准"):
            for sentence in sentences(measure.sections):
                words = "".join(sentence.text.split())
                tied = len(pairs_of(words) & titled) >= _ALIKE
                if tied and _RAISES.search(words) and matter.is_shared(words):
                    return LaterRule(other.number, measure.item, issued, sentence.text.strip())
    return None


def _issued_later(catalog: CatalogView, region: str, day: date) -> Sequence[tuple[date, Document]]:
    """The documents of a place issued after a day, the newest first."""
    dated = ((one.issued, one) for one in catalog.documents if one.issued and one.region == region)
    return sorted((pair for pair in dated if pair[0] > day), key=lambda pair: pair[0], reverse=True)
