"""Rows of a list with one for each town: a question that names a town is answered by its own row alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.records import ItemReason, Measure
from retrieval.question import Query
from retrieval.ranking.facts import MeasureFacts
from retrieval.text import plain

_ROW_OF = re.compile(
    r"(?:[\u4e00-\u9fff]{2,4}[市州县区旗])?(?P<name>[\u4e00-\u9fff]{2,4}?)(?:镇|街道|乡)(?![村亲])"
)
"""How the first cell of such a row begins. Example: `城北路街道便民服务中心`."""
_ASKED = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,3})(?:镇|街道|乡)(?![村亲级域容])")
_NO_NAME = re.compile(r"[我你您他她咱俺们哪各全本这那个每到在是去城集小乡去和与]")
"""What stands before 镇 without being its name: 我们镇, 哪个街道."""
_LOOKED_AT = 60
"""Measures in the order of likeness; no more are ever shown."""


@dataclass(frozen=True, slots=True)
class _TownRow:
    document: str
    town: str


def own_rows(query: Query, facts: MeasureFacts, order: Sequence[int]) -> list[int]:
    """The order without rows of other towns than those that the question names.

    Where one of these stood, the row of a town that is named takes its place, if its list has one.

    Example: 南郊镇低保电话, the row of 大街街道 first -> the row of 南郊镇 first
    """
    question = plain(query.original)
    rows = {position: row for position in order[:_LOOKED_AT] if (row := _town_row(facts.measures[position]))}
    named = {row.town for row in rows.values() if row.town in question}
    if not rows or not (named or _names_a_town(question)):
        return list(order)
    own = {
        document: list(_rows_named(facts, document, question))
        for document in {r.document for r in rows.values()}
    }
    kept: dict[int, None] = {}
    for position in order:
        row = rows.get(position)
        if row is None or row.town in named:
            kept.setdefault(position)
        else:
            kept.update(dict.fromkeys(own[row.document]))
    return list(kept)


def is_of_other_town(question: str, measure: Measure) -> bool:
    """Whether a measure is the row of another town than the one that a question names."""
    asked = plain(question)
    row = _town_row(measure)
    return row is not None and row.town not in asked and _names_a_town(asked)


def _rows_named(facts: MeasureFacts, document: str, question: str) -> Iterator[int]:
    """The rows of a list whose town a question names."""
    for position in (facts.documents == document).nonzero()[0].tolist():
        row = _town_row(facts.measures[position])
        if row is not None and row.town in question:
            yield position


def _town_row(measure: Measure) -> _TownRow | None:
    """The town that a row of a table is about; None where it is about none, or no row."""
    match = _ROW_OF.match(_first_cell(measure)) if measure.reason is ItemReason.ROW else None
    return _TownRow(measure.document, match["name"]) if match else None


def _first_cell(measure: Measure) -> str:
    return measure.sections[0].text.strip() if measure.sections else measure.text


def _names_a_town(question: str) -> bool:
    return any(not _NO_NAME.search(match["name"]) for match in _ASKED.finditer(question))
