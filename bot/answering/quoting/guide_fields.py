"""The fields of a guide that a question asks for: its papers from the first to the last, and nothing else."""

import re
from collections.abc import Sequence
from itertools import chain

from bot.answering.wording.particulars import is_guide, is_label_on, particulars_asked
from bot.answering.wording.sentence_spans import Sentence
from bot.answering.wording.whole_lists import labels_of
from corpus.records import Measure
from retrieval.question import asks

_CLAUSE = re.compile(r"[，。；？！,;?!\s]+")
_FIELDS = 4
"""Labelled fields from which on a text is read as a guide, whatever its fields are called."""


def asked_fields(question: str, measure: Measure, every: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of the fields of a guide that a question asks for, in reading order.

    Those whose label the question names, else those on the particulars that it asks for; none where one of
    these has no field of its own, a clause asks for something else, or the measure is no guide and has few.

    Example: `要什么材料，收费吗` -> the fields `申请材料：…` and `收费标准：…`
    """
    fields = labels_of(every)
    if not is_guide(measure) and len(fields) < _FIELDS:
        return []
    named = [label for label in fields if label in question]
    asked = particulars_asked(question)
    clauses = [clause for clause in _CLAUSE.split(question) if not any(label in clause for label in fields)]
    if any(asks(clause) and not particulars_asked(clause) for clause in clauses):
        return []
    on = [[label for label in fields if is_label_on(label, each)] for each in asked]
    labels = named or (list(chain.from_iterable(on)) if all(on) else [])
    return [each for label, field in fields.items() if label in labels for each in field]
