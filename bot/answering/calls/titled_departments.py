"""The department of whatever a refused question begins with, as the titles of measures and notices tell it.

Where no row of the table of matters fits, the documents themselves say who does a matter: the measures whose
titles hold the words with which the question names it, if nearly all of them have one and the same lead.
"""

import re
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from bot.answering.calls.near_departments import NearDepartment, best_reached, near_department
from bot.answering.wording.particulars import without_particulars
from bot.answering.wording.rare_words import Rarity
from bot.ports import CatalogView
from corpus.records import Contact, Document, Role
from corpus.regions import region_of
from corpus.stored_measures import ids_of, titles_of
from corpus.text.han_pairs import pairs_of
from retrieval.question import without_filler, without_wishes

_RARE = 3.3
"""The least rarity of a word that tells a matter, as among duties: 资金 has 2.0, 物业 4.9."""
_FIXED = 3
"""From so many characters on a word names a matter though one title alone has it: 天然气, 惠农资金."""
_NEARLY_ALL = 2 / 3
"""Share of the measures titled with a word that must have the same lead."""
_SEVERAL = 2
_REGIONS = 256
"""Of so many regions asked about the titles are kept: those of 400 measures take 25 kB."""
_NOT_HAN = re.compile(r"[^\u4e00-\u9fff]+")
_TIME = re.compile(
    r"[今去明前后本当每全这]几?年|年[底初末]|[本这上下当每]个?月|[今明昨]天|现在|目前|最近|以前|今后|将来"
)
"""When something is, which names no matter though titles have it too."""
_ANY_BODY = re.compile(r"^(?:各|其他)|有关|部门|单位|街道|乡镇")
"""Names that stand for many bodies: 各镇政府, 区直有关部门."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A title with the measure that tells who leads what it is about."""

    words: str
    measure: str
    """Its id; of the title of a notice that of its first measure."""
    of_notice: bool
    """Whether it is the title of a notice with one desk for the whole, and says what all of it is about."""


@dataclass(frozen=True, slots=True)
class _Titles:
    """The titles of some documents, one a line: those of the measures of each, then its own."""

    documents: Sequence[Document]
    """Those with measures."""
    ends: Sequence[int]
    """For each document how many lines there are up to its last one."""
    lines: str
    begins: "array[int]"
    """Where each line begins in `lines`."""

    @classmethod
    def of(cls, documents: Iterable[Document]) -> "_Titles":
        """Reads no record of documents on the disk, whose titles are kept beside them."""
        kept = [document for document in documents if document.measures]
        titles = [
            "".join(words.split()) for document in kept for words in (*titles_of(document), document.title)
        ]
        begins = array("q", accumulate((len(words) + 1 for words in titles[:-1]), initial=0))
        ends = tuple(accumulate(len(document.measures) + 1 for document in kept))
        return cls(kept, ends, "\n".join(titles), begins)

    def holding(self, words: str) -> Iterator[Titled]:
        """The titles that have some words, in order."""
        place = self.lines.find(words)
        while place >= 0:
            line = bisect_right(self.begins, place) - 1
            yield self._at(line)
            end = self.lines.find("\n", place)
            place = self.lines.find(words, end) if end >= 0 else -1

    def _at(self, line: int) -> Titled:
        number = bisect_right(self.ends, line)
        document, position = self.documents[number], line - (self.ends[number - 1] if number else 0)
        of_notice = position == len(document.measures)
        words = self.lines[self.begins[line] : self._end(line)]
        return Titled(words, ids_of(document)[0 if of_notice else position], of_notice)

    def _end(self, line: int) -> int:
        return self.begins[line + 1] - 1 if line + 1 < len(self.begins) else len(self.lines)


@dataclass(frozen=True, slots=True)
class _Led:
    """A title with the contacts of whoever leads what it is about."""

    titled: Titled
    leading: tuple[Contact, ...]


class TitledDepartments:
    """Looks words up in the titles of one catalog; those of a region are read when it is first asked about.

    Who leads is looked up only for the titles that share most with a question: for all titles of 15,000
    measures that took 1.6 s (2026-11-30).
    """

    def __init__(self, catalog: CatalogView, rarity: Callable[[], Rarity]) -> None:
        """`rarity` gives the rarity of words; it is not asked for before it is needed."""
        self._catalog = catalog
        self._rarity = rarity
        self._titles = lru_cache(_REGIONS)(self._titles_in)

    def near(self, question: str, regions: Collection[str]) -> tuple[NearDepartment, ...]:
        """The department of the question's matter in each region whose titles tell one; mostly none."""
        asked = without_wishes(without_particulars(question))
        asked = _naming(tuple(self._catalog.regions)).sub("，", asked)
        asked = _TIME.sub("，", asked)
        heads = [chunk for chunk in _NOT_HAN.split(without_filler(asked)) if len(chunk) > 1]
        found = (self._of_region(heads, region) for region in regions)
        return tuple(near for near in found if near)

    def _of_region(self, heads: Sequence[str], region: str) -> NearDepartment | None:
        word, titles = self._longest_led(self._titled(heads, region))
        if not word or max(map(self._rarity(), pairs_of(word))) < _RARE:
            return None
        contact = _leading(titles, fixed=len(word) >= _FIXED)
        return near_department(word, contact, region, self._catalog) if contact else None

    def _titled(self, heads: Sequence[str], region: str) -> Mapping[str, Sequence[Titled]]:
        """Beginning of a head -> the titles that hold it and no longer one; at least two characters."""
        found = defaultdict[str, list[Titled]](list)
        for head in heads:
            for titled in self._titles(region).holding(head[:2]):
                found[_shared_start(head, titled.words)].append(titled)
        return found

    def _longest_led(self, titled: Mapping[str, Sequence[Titled]]) -> tuple[str, list[_Led]]:
        """The longest word whose titles tell who leads, the first of several, with these titles."""
        for word in sorted(titled, key=len, reverse=True):
            led = [_Led(each, leading) for each in titled[word] if (leading := self._led_by(each))]
            if led:
                return word, led
        return "", []

    def _led_by(self, titled: Titled) -> tuple[Contact, ...]:
        contacts = self._catalog.contacts(self._catalog.measure(titled.measure))
        return _desks(contacts) if titled.of_notice else _leads(contacts)

    def _titles_in(self, region: str) -> _Titles:
        return _Titles.of(document for document in self._catalog.documents if document.region == region)


@lru_cache(maxsize=4)
def _naming(regions: Sequence[str]) -> re.Pattern[str]:
    """What regions are called, the longest name first: 松源县, 松源."""
    names = {name for region in regions for name in (region, *region_of(region).own) if name}
    longest = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest))})[区县市]?" if longest else "(?!)")


def _desks(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """The desk for a whole document, if it is one."""
    desks = tuple(contact for contact in contacts if contact.of_document)
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


def _leading(titles: Sequence[_Led], *, fixed: bool) -> Contact | None:
    """The best contact of the one department that leads nearly all that is so titled; None without one."""
    names = Counter(name for led in titles for name in {c.canonical for c in led.leading})
    (first, count), *others = names.most_common(2)
    tied = any(other == count for _, other in others)
    known = fixed or len(titles) >= _SEVERAL or any(led.titled.of_notice for led in titles)
    if tied or not known or count < _NEARLY_ALL * len(titles):
        return None
    return best_reached(c for led in titles for c in led.leading if c.canonical == first)
