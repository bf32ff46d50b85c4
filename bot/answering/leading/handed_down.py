"""The same rule handed down through levels of government: it stands once, with what another level adds."""

import re
from collections.abc import Iterator, Sequence

from bot.answer import HandedDown, ShownMeasure
from bot.answering.quoting.highlights import telling
from corpus.records import Section
from corpus.regions import holds_in
from corpus.text.han_pairs import pairs_of
from corpus.text.numerals import UP_TO_99

_SAME_TEXT = 0.75
"""The least share of the shorter text that the longer one holds, in pairs of characters."""
_FIGURE = re.compile(
    rf"\d+(?:\.\d+)?\s*(?:[%％‰]|[\u4e00-\u9fff]{{1,2}})|[{UP_TO_99}百千万]+[元倍折岁年月天日]"
)
_CLAUSE_ENDS = re.compile(r"[，。；：！？\s]+")


def standing_once(measures: Sequence[ShownMeasure]) -> tuple[ShownMeasure, ...]:
    """The measures without those that say the same as one before them, of a level above or below it.

    That one names them, with the sentences that they add. Two are the same where nearly all words of the
    shorter are in the longer and its figures follow one another there too: another sum, age or rate makes
    another measure, and so does it that one has ended or does not apply.
    """
    kept: list[ShownMeasure] = []
    for measure in measures:
        same = next((i for i, other in enumerate(kept) if _is_same(measure, other)), None)
        if same is None:
            kept.append(measure)
        else:
            kept[same] = kept[same].handed(_echo(measure, kept[same]))
    return tuple(kept)


def _is_same(measure: ShownMeasure, other: ShownMeasure) -> bool:
    place, known = measure.doc.region, other.doc.region
    if place == known or not _one_above_another(place, known):
        return False
    if (measure.applies, measure.validity.state) != (other.applies, other.validity.state):
        return False
    short, long = sorted((_said(measure.sections), _said(other.sections)), key=len)
    words = pairs_of(short)
    shared = len(words & pairs_of(long))
    return bool(words) and shared >= _SAME_TEXT * len(words) and _in_order(_figures(short), _figures(long))


def _one_above_another(one: str, other: str) -> bool:
    """Whether rules of one of the places hold in the other; no place is the whole country."""
    return not (one and other) or holds_in(one, other) or holds_in(other, one)


def _echo(measure: ShownMeasure, shown: ShownMeasure) -> HandedDown:
    known = set(_clauses(_said(shown.sections)))
    said = (sentence.text for sentence in telling(measure.sections))
    adds = tuple(words for words in said if any(clause not in known for clause in _clauses(words)))
    return HandedDown(measure.id, measure.doc, measure.item, adds)


def _said(sections: tuple[Section, ...]) -> str:
    """What a measure says beside who does it."""
    return "\n".join(sentence.text for sentence in telling(sections))


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSE_ENDS.split(text) if clause]


def _figures(text: str) -> list[str]:
    return ["".join(figure.split()) for figure in _FIGURE.findall(text)]


def _in_order(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether figures stand among others in the same order."""
    left: Iterator[str] = iter(many)
    return all(figure in left for figure in few)
