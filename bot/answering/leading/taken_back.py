"""A note beside a table that takes back what one of its rows says of the matter asked about."""

import re
from collections.abc import Iterator, Sequence

from bot.answering.leading.ranked_hits import Scored
from bot.answering.wording.sentence_spans import sentences
from bot.ports import CatalogView
from corpus.records import ItemReason, Measure
from corpus.text.han_pairs import pairs_of

_TAKES_BACK = re.compile(r"不再|停止|暂停|停办|取消|改[到由在至为]|[移迁转]至|划转|调整[到由至为]")
_ENTRY_ENDS = re.compile(r"[、，；。\n]")


def note_first(library: CatalogView, question: str, scored: Sequence[Scored]) -> list[Scored]:
    """(id, score) of what to show, led by the note beside a table that takes back what the best row says.

    The row has, in a cell of several things, one that the question names and the note speaks of.

    Example: for `老年卡在东门社区能办吧` not the row with `老年卡办理`, but `老年卡自10月起改到镇民政办办理`
    """
    row = library.measure(scored[0][0]) if scored else None
    if row is None or row.reason is not ItemReason.ROW:
        return list(scored)
    beside = [one for one in library.document(row.document).measures if one.reason is ItemReason.BESIDE]
    note = next((one for one in beside if _takes_back(one, row, question)), None)
    if note is None:
        return list(scored)
    return [(note.id, scored[0][1]), *(pair for pair in scored if pair[0] != note.id)]


def _takes_back(note: Measure, row: Measure, question: str) -> bool:
    """Whether a sentence of a note takes back an entry of a row that a question names."""
    asked = pairs_of(question)
    taken = [pairs_of(words) for words in _taken_back(note)]
    entries = (pairs_of(entry) for cell in row.sections[1:] for entry in _ENTRY_ENDS.split(cell.text))
    return any(len(entry & asked & words) >= min(2, len(entry)) > 0 for entry in entries for words in taken)


def _taken_back(note: Measure) -> Iterator[str]:
    """What stands in front of the words that take back, a sentence each."""
    for sentence in sentences(note.sections):
        if found := _TAKES_BACK.search(sentence.text):
            yield sentence.text[: found.start()]
