"""Sentences that let another document hold longer: its term is extended, or it goes on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.extraction.days.term_days import BOUND, last_day_of
from corpus.extraction.document_facts.listed_documents import entry_on
from corpus.text.cited_titles import CITED, CitedTitle, cited_titles
from corpus.text.document_numbers import NUMBER
from corpus.text.numerals import TWOS, UP_TO_99, whole_number
from corpus.ties import TERM, ArticleChange

LONGER = r"(?:延长|顺延|延期|延续|继续(?:施行|执行|实施|有效|沿用))"
"""That something holds longer than was printed, as a pattern without groups."""
_GOES_ON = re.compile(LONGER)
_ENDS_SENTENCE = re.compile("[。；\n]")
_ANNOUNCES = re.compile(r"[：:]$|(?:下列|以下|如下)[^《》，]{0,20}$|(?:目录|清单)(?:[（(][^（）()]*[）)])?$")
"""The end of a sentence that the documents which it is about are listed below."""
_NAMED = re.compile(rf"(?P<named>(?:{CITED}[）)〕\]]?[、和及与]?)+)[^《》]*?{LONGER}")
"""Titles side by side, of all of which it is said; not what stands before as grounds."""
_OPENS_LIST = re.compile(r"[：:](?=[（(]?\d{0,2}[）).．、]{0,2}《)")
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

    A sentence may announce a list of them.

    Example: `《甲办法》（青政发〔2021〕3号）有效期延长至2030年3月31日` -> 甲办法, until 2030-03-31
    """
    stretches = _stretches(text)
    for position, sentence in enumerate(stretches):
        change = _change(sentence) if _GOES_ON.search(sentence) else None
        if change is None or not (change.until or change.months):
            continue
        named = _NAMED.search(sentence)
        cited = list(cited_titles(named["named"])) if named else []
        if not cited and _ANNOUNCES.search(sentence):
            yield from _listed(stretches[position + 1 :], change)
            continue
        yield from (ExtendedTerm(document, change) for document in cited or (None,))


def _stretches(text: str) -> list[str]:
    """The sentences of a text; an entry behind a colon is one of its own.

    Example: `下列文件延长两年：1.《甲办法》；2.《乙办法》。` -> the heading, and two entries
    """
    return [part for part in _ENDS_SENTENCE.split(_OPENS_LIST.sub(r"\g<0>\n", text)) if part]


def _listed(below: Sequence[str], change: ArticleChange) -> Iterator[ExtendedTerm]:
    """The documents of the list that follows a heading, each with the heading and its own line as words."""
    for line, following in zip(below, [*below[1:], ""], strict=True):
        if NUMBER.fullmatch(line):
            continue
        document = entry_on(line, following)
        if document is None:
            return
        yield ExtendedTerm(document, replace(change, words=f"{change.words}\n{line}"))


def _change(sentence: str) -> ArticleChange:
    """The term that a sentence gives, by its last day or counted from the end that was printed."""
    until, counted = _UNTIL.search(sentence), _COUNTED.search(sentence)
    day = last_day_of(until["day"]) if until else None
    if day or not counted:
        return ArticleChange(TERM, sentence, day)
    count = whole_number(counted["count"]) or 0
    months = count * _YEAR_MONTHS if counted["unit"] == "年" else count
    return ArticleChange(TERM, sentence, months=months)
