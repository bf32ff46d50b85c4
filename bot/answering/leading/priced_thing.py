"""The rows of a tariff on the very thing whose price is asked: a row for another thing is no answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.answering.wording.matter_words import NamedMatter, held_in
from corpus.records import Measure
from corpus.text.han_pairs import pairs_of
from corpus.text.numerals import NINE
from retrieval.question import is_price

_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_ENDING = re.compile(rf"(?:[{NINE}十百千半]+[\u4e00-\u9fff]{{1,2}}|收?费用?|价[格钱]?|\s)+$")
"""For how many it is asked, and what is paid, at the end of a matter: 寄存十年, 校车费."""
_FREE = re.compile("免|减|优惠")


@dataclass(frozen=True, slots=True)
class PricedThing:
    """What a question asks the price of, under the title of a tariff."""

    matter: NamedMatter
    title: str

    def row(self, question: str, best: Measure, rows: Sequence[Measure]) -> Measure | None:
        """The row that leads: the best one, or the one called by the thing; None where none is on it.

        A row that only mentions the thing behind its price, as one on exemptions does, stays behind the row
        that is called by it, unless it is asked what is free.

        Example: `火化多少钱`, `减免，0，火化免费` first -> `遗体火化，380`; `骨灰盒`, `骨灰寄存，50` -> None
        """
        own, head = self._own_pairs(), self._head()
        mentions = bool(own & pairs_of(_cells(best)))
        if not own or (head and head[-2:] in self.title) or (_FREE.search(question) and mentions):
            return best
        named = own & pairs_of(_name(best))
        if named and _is_on(head, best):
            return best
        as_much = (row for row in rows if named <= (held := own & pairs_of(_name(row))) and held)
        called = [row for row in as_much if _is_on(head, row)]
        own_row = max(called, key=lambda row: len(own & pairs_of(_name(row))), default=None)
        return own_row or (best if not head or (mentions and _is_on(head, best)) else None)

    def _own_pairs(self) -> frozenset[str]:
        """The pairs of the thing, in everyday words and in those of documents, that the title lacks."""
        written = (word for everyday, words in self.matter.spoken for word in (everyday, *words))
        meant = "，".join((self.matter.words, *written))
        return pairs_of(meant) - pairs_of(self.title)

    def _head(self) -> str:
        """The words at the end of a matter, which say what the thing is; empty where documents say others."""
        runs = _HAN_RUN.findall(_ENDING.sub("", self.matter.words))
        head = runs[-1] if runs else ""
        return "" if any(head.endswith(everyday) for everyday, _ in self.matter.spoken) else head


def _is_on(head: str, row: Measure) -> bool:
    """Whether a row has the end of the words for a thing, or is called by its beginning and a like end.

    Example: `骨灰存放` and `骨灰寄存` -> True; `骨灰盒` and `骨灰寄存` -> False
    """
    held = held_in(head, _cells(row))
    if len(head) < 2 or held[-1]:
        return head[-1:] in _cells(row)
    known = max((at + 1 for at, one in enumerate(held) if one), default=0)
    return known > 0 and any(character in _name(row) for character in head[known:])


def _name(row: Measure) -> str:
    """The cells before the price."""
    return "，".join(cell.text for cell in takewhile(lambda cell: not is_price(cell), row.sections))


def _cells(row: Measure) -> str:
    return "，".join(cell.text for cell in row.sections)
