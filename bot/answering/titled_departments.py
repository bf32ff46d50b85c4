"""The department of whatever a refused question begins with, as the titles of measures and notices tell it.

Where no row of the table of matters fits, the documents themselves say who does a matter: the measures whose
titles hold the words with which the question names it, if nearly all of them have one and the same lead.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.answering.near_departments import NearDepartment, best_reached
from bot.answering.particulars import without_particulars
from bot.answering.rare_words import Rarity, pairs_of
from bot.ports import CatalogView
from bot.rendering import title
from corpus.records import Contact, Document, Measure, Role
from retrieval.question import without_filler, without_wishes

_RARE = 3.3
"""The least rarity of a word that tells a matter, as among duties: 资金 has 2.0, 物业 4.9."""
_FIXED = 3
"""From so many characters on a word names a matter though one title alone has it: 天然气, 惠农资金."""
_NEARLY_ALL = 2 / 3
"""Share of the measures titled with a word that must have the same lead."""
_SEVERAL = 2
_NOT_HAN = re.compile(r"[^\u4e00-\u9fff]+")
_ANY_BODY = re.compile(r"^(?:各|其他)|有关|部门|单位|街道|乡镇")
"""Names that stand for many bodies: 各镇政府, 区直有关部门."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A title of a region and the contacts of whoever leads what it is about."""

    words: str
    region: str
    leading: tuple[Contact, ...]
    of_notice: bool
    """Whether it is the title of a notice with one desk for the whole, and says what all of it is about."""


class TitledDepartments:
    """Looks words up in the titles of one catalog; they are read at the first question."""

    def __init__(self, catalog: CatalogView, rarity: Callable[[], Rarity]) -> None:
        """`rarity` gives the rarity of words; it is not asked for before it is needed."""
        self._catalog = catalog
        self._rarity = rarity

    def near(self, question: str, regions: Collection[str]) -> tuple[NearDepartment, ...]:
        """The department of the question's matter in each region whose titles tell one; mostly none."""
        asked = without_wishes(without_particulars(question))
        for region in self._catalog.regions:
            asked = re.sub(rf"{region}[区县市]?", "，", asked)
        heads = [chunk for chunk in _NOT_HAN.split(without_filler(asked)) if len(chunk) > 1]
        found = (self._of_region(heads, region) for region in regions)
        return tuple(near for near in found if near)

    def _of_region(self, heads: Sequence[str], region: str) -> NearDepartment | None:
        words: dict[str, list[Titled]] = defaultdict(list)
        for head in heads:
            for titled in self._by_pair.get(head[:2], ()):
                if titled.region == region:
                    words[_shared_start(head, titled.words)].append(titled)
        word = max(words, key=len, default="")
        if not word or max(map(self._rarity(), pairs_of(word))) < _RARE:
            return None
        contact = _leading(words[word], fixed=len(word) >= _FIXED)
        return NearDepartment(word, contact, region) if contact else None

    @cached_property
    def _by_pair(self) -> Mapping[str, tuple[Titled, ...]]:
        """Pair of characters -> the titles that hold it."""
        found = defaultdict[str, list[Titled]](list)
        for document in self._catalog.documents:
            for titled in self._titles(document):
                for pair in pairs_of(titled.words):
                    found[pair].append(titled)
        return {pair: tuple(titles) for pair, titles in found.items()}

    def _titles(self, document: Document) -> Iterator[Titled]:
        for measure in document.measures:
            leading = _leads(self._catalog.contacts(measure))
            if leading:
                yield Titled("".join(title(measure.sections).split()), document.region, leading, False)
        desks = self._desks(document)
        if desks:
            yield Titled("".join(document.title.split()), document.region, desks, True)

    def _desks(self, document: Document) -> tuple[Contact, ...]:
        """The desk for a whole document, if it is one."""
        shown: Sequence[Measure] = document.measures[:1]
        desks = tuple(c for measure in shown for c in self._catalog.contacts(measure) if c.of_document)
        return desks if len({contact.canonical for contact in desks}) == 1 else ()


def _leads(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """The contacts of whoever leads, or is responsible where nobody leads, with their lent phones."""
    own = [c for c in contacts if not c.inferred and not c.of_document]
    doing = [c for c in own if c.role is Role.LEAD] or [c for c in own if c.role is Role.RESPONSIBLE]
    names = {c.canonical for c in doing if not _ANY_BODY.search(c.canonical)}
    return tuple(c for c in contacts if c.canonical in names)


def _shared_start(head: str, titled: str) -> str:
    """The longest beginning of some words that a title holds. Example: 农资店, 构建农资流通网络 -> 农资."""
    return next(head[:end] for end in range(len(head), 1, -1) if head[:end] in titled)


def _leading(titles: Sequence[Titled], *, fixed: bool) -> Contact | None:
    """The best contact of the one department that leads nearly all that is so titled; None without one."""
    names = Counter(name for titled in titles for name in {c.canonical for c in titled.leading})
    (first, count), *others = names.most_common(2)
    tied = any(other == count for _, other in others)
    known = fixed or len(titles) >= _SEVERAL or any(titled.of_notice for titled in titles)
    if tied or not known or count < _NEARLY_ALL * len(titles):
        return None
    return best_reached(c for titled in titles for c in titled.leading if c.canonical == first)
