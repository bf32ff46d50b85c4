"""Sentences that let another document hold longer: its term is extended, or it goes on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.extraction.days.term_days import BOUND, last_day_of
from corpus.text.cited_titles import CITED, CitedTitle, cited_titles
from corpus.text.numerals import TWOS, UP_TO_99, whole_number
from corpus.ties import TERM, ArticleChange

LONGER = r"(?:延长|顺延|延期|延续|继续(?:施行|执行|实施|有效|沿用))"
"""That something holds longer than was printed, as a pattern without groups."""
_GOES_ON = re.compile(LONGER)
_SENTENCE = re.compile(r"[^。；\n]*")
_NAMED = re.compile(rf"(?P<named>(?:{CITED}[）)〕\]]?[、和及与]?)+)[^《》]*?{LONGER}")
"""Titles side by side, of all of which it is said; not what stands before as grounds."""
_TERM = "有效期|期限|施行|执行|实施|有效|沿用|延长|顺延|延期|延续"
_UNTIL = re.compile(rf"(?:{_TERM})[^。；，]{{0,8}}?[至到](?P<day>{BOUND})")
_COUNTED = re.compile(
    rf"(?:延长|顺延|延期|延续)(?P<count>\d{{1,2}}|[{UP_TO_99}{TWOS}]{{1,3}})(?P<unit>年|个月)"
)
_YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class ExtendedTerm:
    """That a document goes on; `document` is None where the sentence names none."""

    document: CitedTitle | None
    change: ArticleChange


def extended_terms(text: str) -> Iterator[ExtendedTerm]:
    """The sentences of a text that say until when a document goes on, in its order.

    `text` has no white space within its lines.

    Example: `《甲办法》（青政发〔2021〕3号）有效期延长至2030年3月31日` -> 甲办法, until 2030-03-31
    """
    for sentence in filter(_GOES_ON.search, _SENTENCE.findall(text)):
        change = _change(sentence)
        if not (change.until or change.months):
            continue
        named = _NAMED.search(sentence)
        for document in cited_titles(named["named"]) if named else (None,):
            yield ExtendedTerm(document, change)


def _change(sentence: str) -> ArticleChange:
    """The term that a sentence gives, by its last day or counted from the end that was printed."""
    until, counted = _UNTIL.search(sentence), _COUNTED.search(sentence)
    day = last_day_of(until["day"]) if until else None
    if day or not counted:
        return ArticleChange(TERM, sentence, day)
    count = whole_number(counted["count"]) or 0
    months = count * _YEAR_MONTHS if counted["unit"] == "年" else count
    return ArticleChange(TERM, sentence, months=months)
