"""Measures out of a scope of a document, and what each stretch of it turned out to be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.drafts import MeasureDraft
from corpus.records import ItemReason, PieceKind, Section
from corpus.structure.cell_words import cell_words
from corpus.structure.clauses.beside_items import BesideItem, find_beside
from corpus.structure.clauses.divisions import find_measures, reason_of
from corpus.structure.clauses.lead_ins import announcing, heading_of, lead_ins, said_beside, title_of_clause
from corpus.structure.clauses.numbering import item_names, path_of, unique
from corpus.structure.clauses.ruling import around
from corpus.structure.clauses.scope_lines import rows_by_line, text_lines
from corpus.structure.clauses.sections import borrowed, read_measure
from corpus.structure.clauses.segment import Clause
from corpus.structure.scopes import Scope
from corpus.structure.short_guides import is_guide_of_fields
from corpus.structure.table_kinds import (
    TASK_HEADER,
)
from corpus.text.excerpt import Excerpt, compact
from corpus.text.ledger_columns import Cell
from corpus.text.tables import Table, columns

WHOLE = "全文"
_ENTRY_DAY = re.compile(r"(\d{1,2}(?:[—–-]\d{1,2})?日)，")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A stretch of a document: its kind, and the item or clause that it belongs to."""

    kind: PieceKind
    name: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of one scope, and everything in it labelled."""

    measures: tuple[MeasureDraft, ...]
    labelled: tuple[Labelled, ...]


def lay_out_clauses(scope: Scope, root: Clause) -> Layout:
    """Each clause that a person can ask about is a measure; all other text is clauses."""
    measures = find_measures(root)
    beside = find_beside(root, measures)
    names = unique([*item_names(root, measures), *(item.name for item in beside)])
    cells = rows_by_line(scope)
    items = [
        *(_item(clause, name, scope, cells) for clause, name in zip(measures, names, strict=False)),
        *(_beside(item, name, scope) for item, name in zip(beside, names[len(measures) :], strict=True)),
    ]
    items.sort(key=lambda item: item[1][0].offsets[0])
    labelled = [_clause(scope.name, paragraph) for paragraph in _around(scope)]
    for draft, printed in items:
        labelled.extend(Labelled(PieceKind.MEASURE, draft.item, paragraph) for paragraph in printed)
    labelled.extend(_rest(scope, root, measures, [part for item in beside for part in item.parts]))
    return Layout(tuple(draft for draft, _ in items), tuple(labelled))


def _item(
    clause: Clause, name: str, scope: Scope, cells: Mapping[int, tuple[Cell, ...]]
) -> tuple[MeasureDraft, list[Excerpt]]:
    """The measure of a clause, and the paragraphs that it prints, its own first."""
    text, sections = read_measure(clause)
    owned = [paragraph for part in (*borrowed(clause), clause) for paragraph in part.printed()]
    rows = tuple(cells[line.offsets[0]] for line in owned if line.offsets[0] in cells)
    heading = (*_title(scope), *_above(clause))
    draft = MeasureDraft(name, heading, text, sections, reason=reason_of(clause), rows=rows)
    return draft, [*owned, *lead_ins(clause)]


def _beside(item: BesideItem, name: str, scope: Scope) -> tuple[MeasureDraft, list[Excerpt]]:
    """The measure of what stands beside the others, and its words."""
    text = "\n".join(part.text for part in item.parts)
    own = (heading_of(item.clause),) if item.clause.marker else ()
    heading = (*_title(scope), *_above(item.clause), *own)
    draft = MeasureDraft(name, heading, text, (Section("", text),), reason=ItemReason.BESIDE)
    return draft, list(item.parts)


def _title(scope: Scope) -> tuple[str, ...]:
    return tuple(title.text for title in scope.title)


def _above(clause: Clause) -> tuple[str, ...]:
    """The headings of the clauses above, the outermost first."""
    return tuple(heading_of(ancestor) for ancestor in reversed(list(clause.ancestors())))


def lay_out_rows(scope: Scope, table: Table, prefix: str) -> Layout:
    """Each row of a table is a measure; `prefix` stands before the row's number."""
    drafts: list[MeasureDraft] = []
    labelled = [Labelled(PieceKind.CLAUSE, scope.name, cell) for cell in table.header]
    title = tuple(title.text for title in scope.title)
    levels: tuple[str, ...] = ()
    assigned = ""
    for row in table.rows:
        name = prefix + compact(row[0].text)
        printed, cells = columns(table, row)
        if len(table.header) - len(cells) > 1 and _has_levels(table):
            levels = _carry(levels, [cell_words(cell) for cell in printed])
        else:
            cells = (*printed, *cells)
        sections, assignment = _row_sections(table, cells)
        assigned = assignment or assigned
        text = "\n".join(section.text for section in sections)
        drafts.append(MeasureDraft(name, title + levels, text, sections, assigned, reason=ItemReason.ROW))
        labelled.extend(Labelled(PieceKind.MEASURE, name, cell) for cell in row)
    return Layout(tuple(drafts), tuple(labelled))


def is_short_guide(scope: Scope) -> bool:
    """Whether a scope is one guide of fields: a point of it is no measure, and its desk has its phone."""
    return is_guide_of_fields([compact(line.text) for line in text_lines(scope)])


def lay_out_whole(scope: Scope) -> Layout:
    """A notice without any labelled clause is one measure."""
    paragraphs = text_lines(scope) or scope.notes
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    title = tuple(title.text for title in scope.title)
    draft = MeasureDraft(WHOLE, title, text, (Section("", text),), reason=ItemReason.WHOLE)
    own = [Labelled(PieceKind.MEASURE, WHOLE, paragraph) for paragraph in paragraphs]
    owned = {id(paragraph) for paragraph in paragraphs}
    around = [_clause(scope.name, part) for part in _around(scope) if id(part) not in owned]
    return Layout((draft,) if text else (), (*around, *own))


def lay_out_chronicle(scope: Scope) -> Layout:
    """Each entry is a measure, called by its day; further entries of a day are counted: `2日△2`."""
    entries: list[tuple[str, list[Excerpt]]] = []
    day, count = "", 0
    for paragraph in scope.paragraphs:
        match = _ENTRY_DAY.match(paragraph.text)
        if match:
            day, count = match[1], 1
            entries.append((day, [paragraph]))
        elif paragraph.text.startswith("△") or not entries:
            count += 1
            entries.append((f"{day}△{count}", [paragraph]))
        else:
            entries[-1][1].append(paragraph)
    names = unique(name for name, _ in entries)
    entries = [(name, parts) for name, (_, parts) in zip(names, entries, strict=True)]
    drafts = [_entry(name, paragraphs) for name, paragraphs in entries]
    labelled = [Labelled(PieceKind.MEASURE, name, part) for name, parts in entries for part in parts]
    return Layout(tuple(drafts), (*labelled, *(_clause(scope.name, part) for part in _around(scope))))


def lay_out_form(scope: Scope, table: Table) -> Layout:
    """A table without numbered rows, such as a form to fill in, holds no measures."""
    cells = [cell for row in (table.header, *table.rows) for cell in row]
    return Layout((), tuple(_clause(scope.name, cell) for cell in cells))


def _entry(name: str, paragraphs: Sequence[Excerpt]) -> MeasureDraft:
    text = "\n".join(paragraph.text for paragraph in paragraphs).removeprefix("△")
    return MeasureDraft(name, (), text, (Section("", text),), reason=ItemReason.ENTRY)


def _rest(
    scope: Scope, root: Clause, measures: Sequence[Clause], taken: Sequence[Excerpt]
) -> Iterator[Labelled]:
    """Everything in the tree that belongs to no measure, without the parts taken for items beside them."""
    inside = {id(part) for clause in measures for part in clause.walk()}
    lent = {id(part) for clause in measures for section in borrowed(clause) for part in section.walk()}
    owned = inside | lent
    above = {id(ancestor) for clause in measures for ancestor in clause.ancestors()}
    shared = announcing(root) if any(clause in measures for clause in root.children) else []
    for clause in root.walk():
        if id(clause) not in owned:
            name = scope.name + path_of(clause)
            titled = id(clause) in above
            own = (
                [title_of_clause(clause), *said_beside(clause)]
                if titled
                else [*clause.opening, *clause.paragraphs]
            )
            own = [part for part in own if part not in shared]
            printed = (part for one in (*own, *clause.closing) if one.text for part in around(one, taken))
            yield from (_clause(name, part) for part in printed)


def _around(scope: Scope) -> list[Excerpt]:
    return [*scope.lead, *scope.title, *scope.notes, *scope.annexes]


def _clause(name: str, excerpt: Excerpt) -> Labelled:
    return Labelled(PieceKind.CLAUSE, name, excerpt)


def _has_levels(table: Table) -> bool:
    """Whether the second column groups the rows: some row leaves it blank."""
    return any(not cell.text.strip() for row in table.rows for cell in row[1:2])


def _carry(above: tuple[str, ...], printed: Sequence[str]) -> tuple[str, ...]:
    """Fill blank levels from the row above. A new outer level does not inherit inner ones."""
    levels: list[str] = []
    for depth, words in enumerate(printed):
        inherits = not words and depth < len(above) and tuple(levels) == above[:depth]
        levels.append(above[depth] if inherits else words)
    return tuple(level for level in levels if level)


def _row_sections(table: Table, cells: Sequence[Excerpt]) -> tuple[tuple[Section, ...], str]:
    """The filled cells under their headers, and the words of the column that assigns."""
    headers = [compact(cell.text) for cell in table.header[-len(cells) :]] if cells else []
    sections: list[Section] = []
    assignment = ""
    for header, cell in zip(headers, cells, strict=False):
        assigns = bool(TASK_HEADER.search(header))
        text = "\n".join(line.text for line in cell.lines()) if assigns else cell_words(cell)
        assignment = text if assigns else assignment
        if text:
            sections.append(Section(header, text))
    return tuple(sections), assignment
