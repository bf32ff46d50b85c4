"""Measures out of a scope of a document, and what each stretch of it turned out to be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.drafts import MeasureDraft
from corpus.records import ItemReason, PieceKind, Section
from corpus.structure.cell_words import cell_words
from corpus.structure.clauses.divisions import find_measures, reason_of
from corpus.structure.clauses.filled_rows import cells_of
from corpus.structure.clauses.headings import find_headings
from corpus.structure.clauses.lead_ins import beside_lead_in, heading_of, lead_ins
from corpus.structure.clauses.numbering import item_names, path_of, unique
from corpus.structure.clauses.ranks import POINTS
from corpus.structure.clauses.sections import borrowed, read_measure
from corpus.structure.clauses.segment import Clause, grow
from corpus.structure.scopes import Scope
from corpus.structure.short_guides import is_guide_of_fields
from corpus.structure.table_kinds import (
    TASK_HEADER,
    TableKind,
    is_timetable,
    kind_of,
    lists_calls_in_lines,
    lists_desks,
    lists_names_alone,
)
from corpus.text.excerpt import Excerpt, compact, join
from corpus.text.ledger_columns import Cell
from corpus.text.markers import Style
from corpus.text.tables import CELL_BREAK, Row, Table, columns

WHOLE = "全文"
_ACTS = re.compile(
    r"(?:牵头|责任|配合)(?:部门|单位|人)(?:（单位）)?[：:]|\d[万亿]?元|(?:咨询|联系)电话[：:]|有效期[至\d]|起施行"
)
_MAX_LEADING = 3000
"""Characters; the longest text that only leads up to a table of the bundled texts has 2,493."""
_LEAST_BESIDE = 100
_LEAST_QUESTIONS = 3
_ASIDE = 1.0
"""Of the length of the points: a preamble is shorter than the items that it announces."""
_CALLED = re.compile(r"(?:电话|[，：])\d{7,}")
_LEAST_NAMES = 5
_NAME = re.compile(r"[^，。；：]{2,40}[：；。]?")
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
    names = unique(item_names(root, measures))
    title = tuple(title.text for title in scope.title)
    drafts: list[MeasureDraft] = []
    labelled = [_clause(scope.name, paragraph) for paragraph in _around(scope)]
    cells = _rows_by_line(scope)
    for clause, name in zip(measures, names, strict=True):
        text, sections = read_measure(clause)
        above = tuple(heading_of(ancestor) for ancestor in reversed(list(clause.ancestors())))
        owned = [paragraph for part in (*borrowed(clause), clause) for paragraph in part.printed()]
        rows = tuple(cells[line.offsets[0]] for line in owned if line.offsets[0] in cells)
        drafts.append(MeasureDraft(name, title + above, text, sections, reason=reason_of(clause), rows=rows))
        shared = lead_ins(clause)
        labelled.extend(Labelled(PieceKind.MEASURE, name, paragraph) for paragraph in (*owned, *shared))
    labelled.extend(_rest(scope, root, measures))
    return Layout(tuple(drafts), tuple(labelled))


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


def grow_scope(scope: Scope) -> Clause:
    """The clause tree of a scope's text, with the rows of the tables that belong to its sentences."""
    lines = text_lines(scope)
    rows = {line.offsets[0] for line in _row_lines(scope)}
    headings = find_headings(lines)
    return grow(lines, {p: marker for p, marker in headings.items() if lines[p].offsets[0] not in rows})


def text_lines(scope: Scope) -> list[Excerpt]:
    """The paragraphs of a scope and, a line each, the rows of the tables that are part of its text."""
    lines: list[Excerpt] = []
    for element in scope.body:
        if isinstance(element, Excerpt):
            lines.append(element)
        elif kind_within(scope, element) is TableKind.TEXT:
            lines.extend(_row_line(row) for row in (element.header, *element.rows) if row)
    return [line for line in lines if line.text]


def _row_lines(scope: Scope) -> Iterator[Excerpt]:
    """The rows that are lines of the text."""
    for element in scope.body:
        if not isinstance(element, Excerpt) and kind_within(scope, element) is TableKind.TEXT:
            lines = (_row_line(row) for row in (element.header, *element.rows) if row)
            yield from (line for line in lines if line.text)


def _row_line(row: Row) -> Excerpt:
    return join([cell for cell in row if cell.text], CELL_BREAK)


def kind_within(scope: Scope, table: Table) -> TableKind:
    """How a table is read where it stands.

    In a text of questions it is part of an answer, and a timetable belongs to the text that announces it.
    """
    within = scope.answers or (scope.has_label() and is_timetable(table))
    return TableKind.TEXT if within and table.grid else kind_of(table)


def _rows_by_line(scope: Scope) -> dict[int, tuple[Cell, ...]]:
    """The cells of the rows that are lines of a text, by the offset at which their line begins."""
    texts = [table for table in scope.tables if kind_within(scope, table) is TableKind.TEXT]
    rows = (pair for table in texts for pair in zip(table.rows, cells_of(table), strict=False))
    lines = ((_row_line(row), cells) for row, cells in rows if cells)
    return {line.offsets[0]: cells for line, cells in lines if line.text}


def acts(root: Clause) -> bool:
    """Whether clauses beside a table of tasks say themselves who does or gets what, or until when.

    Those that only lead up to the table are short and print no department, sum, phone or term of their own.
    """
    own = [paragraph for clause in root.walk() if clause.marker for paragraph in clause.paragraphs]
    return sum(map(len, own)) > _MAX_LEADING or any(
        _ACTS.search(compact(paragraph.text)) for paragraph in own
    )


def says_enough(scope: Scope, root: Clause, *, only_desks: bool) -> bool:
    """Whether the text beside tables says something itself, in sentences.

    `only_desks`: all tables of the document only say whom to call, so that its text, wherever it stands, says
    the rest.
    """
    own = "".join(p.text for clause in root.walk() if clause.marker for p in clause.paragraphs)
    tasks = [table for table in scope.tables if kind_of(table) is TableKind.TASKS]
    desks = only_desks or (bool(tasks) and all(map(lists_desks, tasks)))
    return "。" in own and (desks or (bool(scope.tables) and len(own) >= _LEAST_BESIDE))


def answers_questions(root: Clause) -> bool:
    """Whether most measures of a text are questions with their answers."""
    measures = find_measures(root)
    asked = sum(map(Clause.asks, measures))
    return asked >= _LEAST_QUESTIONS and 2 * asked > len(measures)


def lists_names(scope: Scope, root: Clause) -> bool:
    """Whether an annex only counts names, such as those of schools: nobody asks about one of them alone."""
    if scope.tables and not scope.paragraphs and all(map(lists_names_alone, scope.tables)):
        return bool(scope.name)
    printed = [paragraph.text for child in root.children for paragraph in child.printed()]
    points = len(root.children) >= _LEAST_NAMES and all(child.style in POINTS for child in root.children)
    return bool(scope.name and points) and all(map(_NAME.fullmatch, printed))


def lists_phones(scope: Scope, root: Clause) -> bool:
    """Whether an annex without any label only says whom to call, a line or two for each.

    Example: `县医院`, `5550101`, `县中医院 5550102` below 附件1 -> True
    """
    alone = bool(scope.name) and not (root.children or scope.tables)
    return alone and lists_calls_in_lines([paragraph.text for paragraph in scope.paragraphs])


def is_aside(root: Clause) -> bool:
    """Whether all labels of a text are points of a list in it, while most of it stands above them.

    Or headings over lists of windows and phones, which say less in sentences than what stands above them.
    """
    if not root.children:
        return False
    listed = [paragraph for child in root.children for paragraph in child.printed()]
    if all(child.style is Style.HEADING for child in root.children):
        return _said(root.paragraphs) > _ASIDE * _said(listed)
    points = all(child.style in POINTS for child in root.children)
    return points and sum(map(len, root.paragraphs)) > _ASIDE * sum(map(len, listed))


def _said(paragraphs: Sequence[Excerpt]) -> int:
    """Characters of the paragraphs that are sentences, whatever lines of phones run into them."""
    return sum(len(each.text.rpartition("。")[0]) for each in paragraphs if not _CALLED.search(each.text))


def _entry(name: str, paragraphs: Sequence[Excerpt]) -> MeasureDraft:
    text = "\n".join(paragraph.text for paragraph in paragraphs).removeprefix("△")
    return MeasureDraft(name, (), text, (Section("", text),), reason=ItemReason.ENTRY)


def _rest(scope: Scope, root: Clause, measures: Sequence[Clause]) -> Iterator[Labelled]:
    """Everything in the tree that belongs to no measure."""
    inside = {id(part) for clause in measures for part in clause.walk()}
    lent = {id(part) for clause in measures for section in borrowed(clause) for part in section.walk()}
    owned = inside | lent
    above = {id(ancestor) for clause in measures for ancestor in clause.ancestors()}
    for clause in root.walk():
        if id(clause) not in owned:
            name = scope.name + path_of(clause)
            own = beside_lead_in(clause) if id(clause) in above else [*clause.opening, *clause.paragraphs]
            yield from (_clause(name, paragraph) for paragraph in (*own, *clause.closing))


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
