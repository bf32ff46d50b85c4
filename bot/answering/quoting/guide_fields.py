"""The fields of a guide that a question asks for: its papers from the first to the last, and nothing else."""

from collections.abc import Sequence
from itertools import chain

from bot.answering.wording.particulars import is_guide, is_label_on, particulars_asked
from bot.answering.wording.sentence_spans import Sentence
from bot.answering.wording.whole_lists import labels_of
from corpus.records import Measure

_FIELDS = 4
"""Labelled fields from which on a text is read as a guide, whatever its fields are called."""


def asked_fields(question: str, measure: Measure, every: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of the fields of a guide that a question asks for, in reading order.

    Those whose label the question names, else those on the particulars that it asks for; none where one of
    these has no field of its own, or the measure is neither a guide nor has as many fields.

    Example: `要什么材料，收费吗` -> the fields `申请材料：…` and `收费标准：…`
    """
    fields = labels_of(every)
    if not is_guide(measure) and len(fields) < _FIELDS:
        return []
    named = [label for label in fields if label in question]
    asked = particulars_asked(question)
    on = [[label for label in fields if is_label_on(label, each)] for each in asked]
    labels = named or (list(chain.from_iterable(on)) if all(on) else [])
    return [each for label, field in fields.items() if label in labels for each in field]
