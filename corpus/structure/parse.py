"""Source texts in, documents and measures as text out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile
from pathlib import Path

from corpus.drafts import DocumentDraft, MeasureDraft
from corpus.readers import Block, Paragraph, SourceText, read_source
from corpus.records import ItemReason, Piece, PieceKind, Section
from corpus.structure.captions import caption_of
from corpus.structure.clauses.item_numbers import combined, distinct_rows, numbered_in_document
from corpus.structure.clauses.label_search import set_off_labels
from corpus.structure.clauses.layouts import (
    Labelled,
    Layout,
    is_short_guide,
    lay_out_chronicle,
    lay_out_clauses,
    lay_out_form,
    lay_out_rows,
    lay_out_whole,
)
from corpus.structure.clauses.ruling import around, ruling_parts
from corpus.structure.clauses.run_in_labels import (
    set_first_labels_apart,
    set_listed_labels_apart,
    set_missing_labels_apart,
)
from corpus.structure.clauses.scope_contents import (
    acts,
    answers_questions,
    is_aside,
    lists_names,
    lists_phones,
    says_enough,
)
from corpus.structure.clauses.scope_lines import grow_scope, kind_within
from corpus.structure.clauses.segment import Clause
from corpus.structure.clauses.table_notes import with_notes
from corpus.structure.coverage import pieces_of
from corpus.structure.editions import merge_editions
from corpus.structure.finding_heads.document_head import Head
from corpus.structure.frame import Frame, take_apart
from corpus.structure.furniture import Furniture
from corpus.structure.gazette import Issue, split_issues
from corpus.structure.issuers import issuer_of
from corpus.structure.ledger_rows import lay_out_ledger
from corpus.structure.scanned_drafts import marked_as_scanned
from corpus.structure.scopes import Element, Scope
from corpus.structure.sources import Origin, load_origins
from corpus.structure.strips import with_strips_stacked
from corpus.structure.table_kinds import TableKind, lists_desks
from corpus.text.document_numbers import number_before
from corpus.text.excerpt import Excerpt, compact
from corpus.text.markers import Style, find_marker
from corpus.text.numerals import UP_TO_99
from corpus.text.tables import Table, table_cells

_TABLE = "表"
_COVERING = "印发通知"
"""What the rules of a covering note are called."""
_OF_SEVERAL = re.compile(rf"等(?:\d{{1,2}}|[{UP_TO_99}]{{1,3}})?个?(?:部门|单位)(?:关于|印发|转发)")
_LEADING = (PieceKind.HEAD, PieceKind.CLAUSE)


def parse_sources(folder: Path) -> tuple[DocumentDraft, ...]:
    """All documents of the texts in a folder, each number once, in the order of its sources."""
    return merge_editions(
        draft
        for origin in load_origins(folder)
        for draft in parse_source(read_source(folder / origin.file), origin)
    )


def parse_source(source: SourceText, origin: Origin) -> tuple[DocumentDraft, ...]:
    """The documents that one source prints. Never raises and never loses a character, whatever the text."""
    stacked = replace(source, blocks=tuple(map(with_strips_stacked, source.blocks)))
    drafts = (_draft(issue, source, origin) for issue in split_issues(stacked, origin))
    return tuple(marked_as_scanned(draft, source) for draft in drafts)


def _draft(issue: Issue, source: SourceText, origin: Origin) -> DocumentDraft:
    body = set_missing_labels_apart(set_listed_labels_apart(issue.body))
    body = set_first_labels_apart(set_off_labels(body))
    frame = take_apart(body, issue.head)
    number = _number_of(issue.head, frame)
    # Points of a note say how to carry out what it stands above.
    noted = ruling_parts([] if any(find_marker(line.text) for line in frame.head) else frame.head)
    layouts = _with_note(_lay_out(frame, chronicle=issue.head.chronicle), noted)
    measures, labelled = numbered_in_document(layouts, frame.scopes)
    repeats = [cell for block in issue.body if isinstance(block, Table) for cell in block.repeats]
    above = (part for paragraph in frame.head for part in around(paragraph, noted))
    labelled.extend(Labelled(PieceKind.HEAD, "", part) for part in (*_cells(issue.head_blocks), *above))
    labelled.extend(Labelled(PieceKind.TAIL, "", part) for part in frame.tail)
    labelled.extend(Labelled(PieceKind.FURNITURE, _kind(*lost), lost[1]) for lost in issue.discarded)
    labelled.extend(Labelled(PieceKind.FURNITURE, Furniture.TABLE_HEAD, cell) for cell in repeats)
    pieces = _pieces(source, number, labelled)
    return DocumentDraft(
        number=number,
        title=issue.head.title,
        issuer=_issuer(issue.head, frame.signed_by),
        region=origin.region,
        issued=frame.issued or issue.head.issued,
        sources=(source.name,),
        text=_text(issue, frame.elements),
        measures=tuple(_with_pages(measures, labelled, source)),
        pieces=pieces,
        marks=issue.head.marks,
        lead=" ".join(source.text[p.start : p.end] for p in pieces if p.kind in _LEADING),
        address=source.address,
    )


def _number_of(head: Head, frame: Frame) -> str:
    """The number of its head; where this has none, the one that the name of its own file tells at its end."""
    if head.number != head.title:
        return head.number
    files = (number_before(compact(part.text), compact(head.title)) for part in frame.tail)
    return next(filter(None, files), head.number)


def _issuer(head: Head, signed_by: str) -> str:
    """The bodies that issue a document; a title that names one of several leaves it to those who sign."""
    several = _OF_SEVERAL.search(head.title) and "、" in signed_by
    return signed_by if several else issuer_of(head.issuer, signed_by) or _publisher(head)


def _publisher(head: Head) -> str:
    """Who published a document that names no issuer; a law of the whole state is nobody's who posts it."""
    return "" if head.title.startswith("中华人民共和国") else head.publisher


def _with_pages(
    measures: Sequence[MeasureDraft], labelled: Iterable[Labelled], source: SourceText
) -> Iterator[MeasureDraft]:
    """The measures with the pages that they begin on."""
    starts: dict[str, int] = {}
    for part in labelled:
        if part.kind is PieceKind.MEASURE and part.excerpt.text:
            starts.setdefault(part.name, part.excerpt.offsets[0])
    for measure in measures:
        page = source.page_at(starts[measure.item]) if measure.item in starts else None
        yield replace(measure, page=page) if page else measure


def _kind(furniture: Furniture, part: Excerpt) -> str:
    """The kind of furniture; a loose jump also says where it points to."""
    return f"{furniture} {compact(part.text)}" if furniture is Furniture.LOOSE_JUMP else furniture


def _lay_out(frame: Frame, *, chronicle: bool) -> list[Layout]:
    """One layout a scope. A table of tasks holds all measures of its document, unless clauses act too."""
    if chronicle:
        return [_with_tables(scope, lay_out_chronicle(scope)) for scope in frame.scopes]
    if any(scope.body for scope in frame.scopes) and all(map(is_short_guide, frame.scopes)):
        return [_with_forms(scope, lay_out_whole(scope)) for scope in frame.scopes]
    trees = [_grow_with_tables(scope) for scope in frame.scopes]
    tables = [table for scope in frame.scopes for table in _tables(scope, TableKind.TASKS)]
    if tables:
        prefix = _TABLE if any(tree.children for tree in trees) else ""
        only_desks = all(map(lists_desks, tables))
        pairs = zip(frame.scopes, trees, strict=True)
        return [_lay_out_table_scope(scope, tree, prefix, only_desks=only_desks) for scope, tree in pairs]
    if not any(tree.children and not is_aside(tree) for tree in trees):
        return [_with_forms(scope, lay_out_whole(scope)) for scope in frame.scopes]
    pairs = zip(frame.scopes, trees, strict=True)
    return [_with_forms(scope, _lay_out_text(scope, tree)) for scope, tree in pairs]


def _lay_out_text(scope: Scope, tree: Clause) -> Layout:
    whole = lists_names(scope, tree) or lists_phones(scope, tree)
    return lay_out_whole(scope) if whole else lay_out_clauses(scope, tree)


def _with_note(layouts: Sequence[Layout], noted: Sequence[Excerpt]) -> list[Layout]:
    """The layouts, the first with what the covering note rules itself as an item."""
    if not noted or not layouts:
        return list(layouts)
    text = "\n".join(part.text for part in noted)
    draft = MeasureDraft(_COVERING, (), text, (Section("", text),), reason=ItemReason.BESIDE)
    note = Layout((draft,), tuple(Labelled(PieceKind.MEASURE, _COVERING, part) for part in noted))
    return [combined([note, layouts[0]]), *layouts[1:]]


def _with_tables(scope: Scope, layout: Layout) -> Layout:
    """The layout of a chronicle, whose tables hold no measures."""
    return combined([layout, *(lay_out_form(scope, table) for table in scope.tables)])


def _grow_with_tables(scope: Scope) -> Clause:
    """The tree of a scope, once it is known whether its tables are parts of answers."""
    tree = grow_scope(scope)
    scope.answers = bool(scope.tables) and answers_questions(tree)
    return grow_scope(scope) if scope.answers else tree


def _lay_out_table_scope(scope: Scope, tree: Clause, prefix: str, *, only_desks: bool) -> Layout:
    """The rows of the tables of tasks are measures, and the clauses of the scope where these act."""
    text = _lay_out_text(scope, tree)
    says = acts(tree) or says_enough(scope, tree, only_desks=only_desks)
    if not (says or _goes_on(scope) or _is_annexed_text(scope)):
        text = Layout((), tuple(replace(part, kind=PieceKind.CLAUSE) for part in text.labelled))
    own = _TABLE if text.measures else ""
    rows = [_lay_out_table(scope, table, own, prefix) for table in _tables(scope, TableKind.TASKS)]
    layout = combined([text, *distinct_rows(rows)])
    return _with_forms(scope, layout if text.measures else with_notes(scope, layout))


def _lay_out_table(scope: Scope, table: Table, own: str, prefix: str) -> Layout:
    """The rows of a table of tasks, below what stands above it; that of real cells is called by `own`."""
    if not table.grid:
        return lay_out_rows(scope, table, prefix)
    layout = lay_out_ledger(scope, table, own)
    caption, titles = caption_of(scope, table), len(scope.title)
    if not caption:
        return layout
    measures = (
        replace(m, heading=(*m.heading[:titles], *caption, *m.heading[titles:])) for m in layout.measures
    )
    return replace(layout, measures=tuple(measures))


def _is_annexed_text(scope: Scope) -> bool:
    """Whether an annex has no table of tasks: it leads up to none, whatever stands in other annexes."""
    return bool(scope.name) and not _tables(scope, TableKind.TASKS)


def _goes_on(scope: Scope) -> bool:
    """Whether chapters or articles follow a table of tasks: the table is a part of the text, not its end."""
    after = dropwhile(
        lambda part: not isinstance(part, Table) or kind_within(scope, part) is not TableKind.TASKS,
        scope.body,
    )
    markers = (find_marker(part.text) for part in after if isinstance(part, Excerpt))
    return any(marker is not None and marker.style in (Style.HAN, Style.ARTICLE) for marker in markers)


def _tables(scope: Scope, kind: TableKind) -> list[Table]:
    return [table for table in scope.tables if kind_within(scope, table) is kind]


def _with_forms(scope: Scope, layout: Layout) -> Layout:
    return combined([layout, *(lay_out_form(scope, table) for table in _tables(scope, TableKind.FORM))])


def _pieces(source: SourceText, number: str, labelled: Iterable[Labelled]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    names: dict[str, str] = {}
    for part in labelled:
        measure = part.kind is PieceKind.MEASURE
        name = names.setdefault(part.name, f"{number}#{part.name}") if measure else part.name
        pieces.extend(pieces_of(source.name, source.text, part.kind, name, part.excerpt))
    return tuple(sorted(pieces, key=lambda piece: (piece.start, piece.end, piece.name)))


def _text(issue: Issue, elements: Sequence[Element]) -> str:
    parts = [*_cells(issue.head_blocks), *(cell for element in elements for cell in _excerpts(element))]
    return "\n".join(part.text for part in parts)


def _excerpts(element: Element) -> list[Excerpt]:
    return table_cells(element) if isinstance(element, Table) else [element]


def _cells(blocks: Sequence[Block]) -> list[Excerpt]:
    return [
        cell
        for block in blocks
        for cell in ([block.excerpt] if isinstance(block, Paragraph) else table_cells(block))
    ]
