"""Which measures of a document another one changes, and which of its own measures decide so."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from corpus.extraction.days.term_days import months_later
from corpus.records import Document
from corpus.text.excerpt import compact
from corpus.text.markers import find_marker
from corpus.text.numerals import ORDINAL, UP_TO_99, whole_number
from corpus.ties import TERM, ArticleChange, MeasureChange

_NUMERAL = rf"(?:{ORDINAL}|\d{{1,3}})"
_ARTICLE = re.compile(rf"第(?P<article>{_NUMERAL})条(?P<more>之[{UP_TO_99}])?$")
_PART = re.compile(rf"(?:第(?P<part>{_NUMERAL})部分第|(?P<short>[{UP_TO_99}]+))（(?P<point>{_NUMERAL})）项?")
_ITEM = re.compile(rf"第?(?P<item>{_NUMERAL})项?")
_PUT = re.compile(r"[^“”]*(?:修改|修订|修正|调整|变更|更改|改)(?:后)?为[：:]?\n?“(?P<new>.+)”", re.DOTALL)
"""A whole article is put anew; words in place of others are not."""
_LEAST_NEW = 8
"""Characters of new words that tell whether a text has them."""
_OWN_LABEL = re.compile(rf"^第{_NUMERAL}条(?:之[{UP_TO_99}])?")

_Key = tuple[str, int | None, int | str | None]


def measure_changes(
    changes: Iterable[ArticleChange], source: Document, target: Document
) -> tuple[MeasureChange, ...]:
    """The changes with the measures they are about; what the target prints already is left out."""
    keyed = [(_key(measure.item), measure) for measure in target.measures]
    counted = Counter(key for key, _ in keyed)
    named = {key: measure for key, measure in keyed if key is not None and counted[key] == 1}
    own = [(measure.id, compact(measure.text)) for measure in source.measures]
    found = []
    for change in changes:
        key = _key(change.label)
        measure = named.get(key) if key else None
        if measure is not None and _stands(change.words, measure.text):
            continue
        words = _unlabelled(change.words) if change.label == TERM else compact(change.words)
        by = next((name for name, text in own if words in text), "")
        until = _extended(change, target.validity.until)
        found.append(MeasureChange(measure.id if measure else "", by, change.label, change.words, until))
    return tuple(found)


def _extended(change: ArticleChange, printed: date | None) -> date | None:
    """The last day of a term that is extended, counted from the printed one where no day is given."""
    return months_later(printed, change.months) if printed and change.months else change.until


def _unlabelled(words: str) -> str:
    """The words that extend a term as a measure has them: an entry of a list without its number."""
    *above, entry = words.split("\n")
    marker = find_marker(entry) if above else None
    return compact("\n".join((*above, entry[marker.end :] if marker else entry)))


def _key(label: str) -> _Key | None:
    """What an article is counted by, as printed or as an item: 第十二条 and 第12条 are one."""
    article = _ARTICLE.search(label)
    if article:
        return "article", whole_number(article["article"]), article["more"]
    part = _PART.fullmatch(label)
    if part:
        return "part", whole_number(part["part"] or part["short"]), whole_number(part["point"])
    item = _ITEM.fullmatch(label)
    return ("item", whole_number(item["item"]), None) if item else None


def _stands(words: str, text: str) -> bool:
    """Whether the new words of a whole article stand in a text already."""
    put = _PUT.match(words)
    new = _OWN_LABEL.sub("", compact(put["new"])) if put else ""
    return len(new) >= _LEAST_NEW and new in compact(text)
