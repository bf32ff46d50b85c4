"""Looking words up: measures that hold every word, with facets to narrow them and how many each leaves."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.answer import Term
from bot.conversation import asker_kinds
from bot.judged_terms import term_by
from bot.ports import CatalogView
from bot.rendering import tidy, title
from bot.web.offers.completing import OfferedWords
from bot.web.offers.texts_aside import TextsAside
from corpus.records import Document, Measure, Role, Validity

_IN_TITLE = 5
"""A word in the title, heading or document's title counts as much as so many in the text."""

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("资金补助", r"补贴|补助|奖补|奖励|资助|贴息|救助金|专项资金"),
        ("税费减免", r"减免|减税|免征|退税|缓缴|降费|减按|抵扣"),
        ("融资贷款", r"贷款|融资|担保|信贷|授信|基金"),
        ("用地保障", r"用地|土地供应|建设用地"),
        ("人才就业", r"人才|就业|创业|招聘|职业技能"),
        ("审批服务", r"审批|一网通办|办理时限|并联|告知承诺|证照"),
        ("民生保障", r"低保|救助|养老|医保|住房保障|老旧小区|特困"),
    )
)
"""Kinds of help and the words that tell them, for sorting a search, never shown as policy."""
_DENIED = re.compile(r"(?:不再?(?:予以?|给予|享受|得享受|能享受|享有)|取消其?)[^，。；\n]{0,12}")
"""What somebody does not get. Example: 不予奖补."""
_DIVIDED = "\0"
_Values = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


class Facet(StrEnum):
    """What a search may be narrowed by; the value is the name in an address."""

    REGION = "region"
    DOCUMENT = "document"
    YEAR = "year"
    DEPARTMENT = "department"
    STATE = "state"
    SUPPORT = "support"
    ASKER = "asker"


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One measure as it is looked up; its record and its words are read when they are wanted."""

    catalog: CatalogView
    measure_id: str
    document: Document
    title: str
    validity: Validity
    departments: tuple[str, ...]
    support: tuple[str, ...]
    """The kinds of help that its text speaks of."""
    askers: tuple[str, ...]
    """The kinds of askers that it mentions."""
    texts: TextsAside
    place: int
    """Where its words stand among them: head and body, divided by `_DIVIDED`."""

    @property
    def measure(self) -> Measure:
        """The record."""
        return self.catalog.measure(self.measure_id)

    @property
    def text(self) -> str:
        """All sections, tidied."""
        return _text_of(self.measure)

    @property
    def words(self) -> tuple[str, str]:
        """Its head (title, headings, the document's title and number) and its text, both casefolded."""
        head, _, body = self.texts[self.place].partition(_DIVIDED)
        return head, body

    def term_on(self, as_of: date) -> Term:
        """Its term on a day."""
        return term_by(self.catalog, self.validity, self.document.number, self.measure_id, as_of)

    def values(self, facet: Facet, as_of: date) -> tuple[str, ...]:
        """The values of this entry for a facet on a day."""
        match facet:
            case Facet.STATE:
                return (self.term_on(as_of).state.value,)
            case Facet.REGION:
                return (self.document.region,)
            case Facet.DOCUMENT:
                return (self.document.number,)
            case Facet.YEAR:
                return (str(self.document.issued.year),) if self.document.issued else ()
            case Facet.DEPARTMENT:
                return self.departments
            case Facet.SUPPORT:
                return self.support
            case Facet.ASKER:
                return self.askers


@dataclass(frozen=True, slots=True)
class Found:
    """The result of a look-up."""

    entries: tuple[SearchEntry, ...]
    """Best first."""
    counts: Mapping[Facet, tuple[tuple[str, int], ...]]
    """For each facet its values with how many would be left, most first; other facets' choices applied."""


def entries_of(catalog: CatalogView) -> tuple[SearchEntry, ...]:
    """Every measure ready to be looked up, in the order of the documents."""
    every = ((document, measure) for document in catalog.documents for measure in document.measures)
    return _entries(catalog, every)


def entry_of(catalog: CatalogView, measure: Measure) -> SearchEntry:
    """One measure ready to be looked up."""
    return _entries(catalog, [(catalog.document(measure.document), measure)])[0]


def words_of(typed: str) -> tuple[str, ...]:
    """What was typed as words, each once.

    Example: "冰箱　补贴 冰箱" -> ("冰箱", "补贴")
    """
    return tuple(dict.fromkeys(typed.split()))


def as_written(entries: Sequence[SearchEntry], words: Sequence[str], heard: OfferedWords) -> tuple[str, ...]:
    """The words with pinyin read as the commonest word of that sound; what the documents print stays.

    Pinyin with spaces is read as one word where there is one.

    Example: ("butie",) -> ("补贴",); ("lao", "jiu") -> ("老旧",); ("ETC",) -> ("ETC",)
    """
    if all(_is_printed(entries, word) for word in words):
        return tuple(words)
    together = heard.sounding("".join(words))
    if together:
        return (together,)
    return tuple(word if _is_printed(entries, word) else heard.sounding(word) or word for word in words)


def _is_printed(entries: Sequence[SearchEntry], word: str) -> bool:
    folded = word.casefold()
    return any(_holds(entry.words, (folded,)) for entry in entries)


def look_up(
    entries: Sequence[SearchEntry], words: Sequence[str], chosen: Mapping[Facet, str], as_of: date
) -> Found:
    """The measures that hold every word and fit what was chosen."""
    folded = [word.casefold() for word in words]
    holding = [entry for entry in entries if not folded or _holds(entry.words, folded)]
    counts = {facet: _counts(holding, facet, chosen, as_of) for facet in Facet}
    fitting = [entry for entry in holding if _fits(entry, chosen, as_of)]
    return Found(tuple(sorted(fitting, key=lambda entry: -_weight(entry, folded))), counts)


def kinds_of_help(text: str) -> tuple[str, ...]:
    """The kinds of help that a text speaks of.

    Example: "给予一次性定额补助" -> ("资金补助",); "不予奖补" -> ()
    """
    given = _DENIED.sub("", text)
    return tuple(name for name, pattern in _KINDS if pattern.search(given))


def _entries(catalog: CatalogView, every: Iterable[tuple[Document, Measure]]) -> tuple[SearchEntry, ...]:
    """Entries whose words are put together; equal values are one object."""
    rows: list[tuple[Document, str, str, Validity, _Values]] = []
    alike: dict[_Values, _Values] = {}

    def read() -> Iterator[str]:
        for document, measure in every:
            text = _text_of(measure)
            values = _values_of(document, measure, text)
            name = title(measure.sections)
            rows.append((document, measure.id, name, measure.validity, alike.setdefault(values, values)))
            heads = (name, *measure.heading, tidy(document.title), document.number)
            yield f"{' '.join(heads)}{_DIVIDED}{text}".casefold()

    texts = TextsAside(read())
    return tuple(
        SearchEntry(catalog, measure_id, document, name, validity, *values, texts, place)
        for place, (document, measure_id, name, validity, values) in enumerate(rows)
    )


def _text_of(measure: Measure) -> str:
    return "\n".join(tidy(section.text) for section in measure.sections)


def _values_of(document: Document, measure: Measure, text: str) -> _Values:
    """Departments, kinds of help and kinds of askers."""
    named = dict.fromkeys(d.canonical for d in measure.responsibilities if d.role is not Role.SUPERIOR)
    return tuple(named), kinds_of_help(text), asker_kinds(f"{tidy(document.title)}\n{text}")


def _holds(words: tuple[str, str], folded: Sequence[str]) -> bool:
    head, body = words
    return all(word in head or word in body for word in folded)


def _counts(
    holding: Sequence[SearchEntry], facet: Facet, chosen: Mapping[Facet, str], as_of: date
) -> tuple[tuple[str, int], ...]:
    others = {other: value for other, value in chosen.items() if other is not facet}
    counted = Counter(
        value
        for entry in holding
        if _fits(entry, others, as_of)
        for value in entry.values(facet, as_of)
        if value
    )
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _fits(entry: SearchEntry, chosen: Mapping[Facet, str], as_of: date) -> bool:
    return all(value in entry.values(facet, as_of) for facet, value in chosen.items())


def _weight(entry: SearchEntry, folded: Sequence[str]) -> int:
    if not folded:
        return 0
    head, body = entry.words
    return sum(_IN_TITLE * head.count(word) + body.count(word) for word in folded)
