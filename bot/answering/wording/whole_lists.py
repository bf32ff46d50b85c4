"""Lists that a sentence opens: whoever is told the first of four papers needs the other three."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.answering.wording.sentence_spans import Sentence
from corpus.text.markers import Marker, find_marker

_LABEL = re.compile(r"[^，。；：:\n]{2,14}[：:]\s*")
"""What announces a list or a field, on its line or above its lines."""
_GOES_ON = "；;"
_ASKS = ("？", "?")
_ANSWERS = re.compile(r"答\s*[：:]")


def with_whole_lists(every: Sequence[Sentence], found: Sequence[bool]) -> list[bool]:
    """Which sentences are told where those `found` are: of a list that one of them opens every entry.

    An entry has the next number, on the same line or on one of its own; without numbers a field goes on as
    long as its sentences end in a semicolon. `found` has a value for each sentence.

    Example: `材料：1.申请书；2.身份证。时限：5日` where the first is found -> True, True, False
    """
    told = list(found)
    for position in (number for number, hit in enumerate(found) if hit):
        for following in _rest(every, position):
            told[following] = True
    return told


def lists_of(every: Sequence[Sentence]) -> list[tuple[Sentence, ...]]:
    """The labelled lists and fields, and the questions with their answers, that take several sentences.

    Example: `材料：1.申请书；2.身份证。时限：5日` -> the two papers
    """
    labelled = (
        (position, *_rest(every, position)) for position, one in enumerate(every) if _LABEL.match(one.text)
    )
    answered = (
        (position, position + 1)
        for position, (asking, answer) in enumerate(pairwise(every))
        if asking.text.endswith(_ASKS) and _ANSWERS.match(answer.text)
    )
    groups = (tuple(every[each] for each in group) for group in (*labelled, *answered))
    return [group for group in groups if len(group) > 1]


def labels_of(every: Sequence[Sentence]) -> dict[str, tuple[Sentence, ...]]:
    """Label of a field -> its sentences, for each that a labelled sentence opens."""
    opened = {
        label.group().strip().rstrip("：:"): position
        for position, one in enumerate(every)
        if (label := _LABEL.match(one.text))
    }
    return {
        label: tuple(every[each] for each in (position, *_rest(every, position)))
        for label, position in opened.items()
    }


def _rest(every: Sequence[Sentence], position: int) -> Iterator[int]:
    """The positions of what belongs to the list or field that a sentence opens."""
    label = _LABEL.match(every[position].text)
    entry = find_marker(every[position].text[label.end() if label else 0 :])
    numbered = entry if entry and entry.ordinal == 1 else None
    for following in range(position + 1, len(every)):
        before, here = every[following - 1], every[following]
        if here.section != before.section:
            return
        marker = find_marker(here.text)
        if numbered and marker and _follows(numbered, marker):
            numbered = marker
        elif not (label and before.text[-1] in _GOES_ON) or _is_other(here, marker):
            return
        yield following


def _follows(marker: Marker, other: Marker) -> bool:
    return other.style is marker.style and other.ordinal == marker.ordinal + 1


def _is_other(sentence: Sentence, marker: Marker | None) -> bool:
    """Whether a sentence begins something of its own, by its label or its number."""
    return bool(_LABEL.match(sentence.text) or marker)
