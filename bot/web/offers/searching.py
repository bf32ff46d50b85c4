"""Looking words up: measures that hold every word, with facets to narrow them and how many each leaves."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from bot.answer import Term
from bot.conversation import asker_kinds
from bot.judged_terms import term_of
from bot.ports import CatalogView
from bot.rendering import tidy, title
from bot.web.offers.completing import OfferedWords
from corpus.records import Document, Measure, Role

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
    """One measure as it is looked up."""

    measure: Measure
    document: Document
    title: str
    text: str
    """All sections, tidied."""
    head: str
    """Title, headings, the document's title and number: casefolded."""
    body: str
    """The text, casefolded."""
    fixed: Mapping[Facet, tuple[str, ...]]
    """Values of all facets but the state, which depends on the day."""
    term_on: Callable[[date], Term]
    """Its term on a day."""

    def values(self, facet: Facet, as_of: date) -> tuple[str, ...]:
        """The values of this entry for a facet on a day."""
        if facet is Facet.STATE:
            return (self.term_on(as_of).state.value,)
        return self.fixed[facet]


@dataclass(frozen=True, slots=True)
class Found:
    """The result of a look-up."""

    entries: tuple[SearchEntry, ...]
    """Best first."""
    counts: Mapping[Facet, tuple[tuple[str, int], ...]]
    """For each facet its values with how many would be left, most first; other facets' choices applied."""


def entries_of(catalog: CatalogView) -> tuple[SearchEntry, ...]:
    """Every measure ready to be looked up, in the order of the documents."""
    return tuple(_entry(catalog, document, m) for document in catalog.documents for m in document.measures)


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
    return any(folded in entry.head or folded in entry.body for entry in entries)


def look_up(
    entries: Sequence[SearchEntry], words: Sequence[str], chosen: Mapping[Facet, str], as_of: date
) -> Found:
    """The measures that hold every word and fit what was chosen."""
    folded = [word.casefold() for word in words]
    holding = [entry for entry in entries if all(word in entry.head or word in entry.body for word in folded)]
    counts = {facet: _counts(holding, facet, chosen, as_of) for facet in Facet}
    fitting = [entry for entry in holding if _fits(entry, chosen, as_of)]
    return Found(tuple(sorted(fitting, key=lambda entry: -_weight(entry, folded))), counts)


def kinds_of_help(text: str) -> tuple[str, ...]:
    """The kinds of help that a text speaks of.

    Example: "给予一次性定额补助" -> ("资金补助",); "不予奖补" -> ()
    """
    given = _DENIED.sub("", text)
    return tuple(name for name, pattern in _KINDS if pattern.search(given))


def _entry(catalog: CatalogView, document: Document, measure: Measure) -> SearchEntry:
    name = title(measure.sections)
    text = "\n".join(tidy(section.text) for section in measure.sections)
    head = " ".join((name, *measure.heading, tidy(document.title), document.number))
    departments = dict.fromkeys(d.canonical for d in measure.responsibilities if d.role is not Role.SUPERIOR)
    fixed = {
        Facet.REGION: (document.region,),
        Facet.DOCUMENT: (document.number,),
        Facet.YEAR: (str(document.issued.year),) if document.issued else (),
        Facet.DEPARTMENT: tuple(departments),
        Facet.SUPPORT: kinds_of_help(text),
        Facet.ASKER: asker_kinds(f"{tidy(document.title)}\n{text}"),
    }
    term_on = partial(term_of, catalog, measure)
    return SearchEntry(measure, document, name, text, head.casefold(), text.casefold(), fixed, term_on)


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
    return sum(_IN_TITLE * entry.head.count(word) + entry.body.count(word) for word in folded)
