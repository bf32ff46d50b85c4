"""Items that are unique in a document, whose parts each count from one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.drafts import MeasureDraft
from corpus.records import PieceKind
from corpus.structure.clauses.layouts import Labelled, Layout
from corpus.structure.clauses.numbering import unique
from corpus.structure.scopes import Scope

_MAIN = "正文"


def distinct_rows(layouts: Sequence[Layout]) -> list[Layout]:
    """The tables of one scope, no two rows with one item. Example: 1, 2; 1 -> 1, 2; 1·2."""
    if len(layouts) < 2:
        return list(layouts)
    names = iter(unique(measure.item for layout in layouts for measure in layout.measures))
    distinct: list[Layout] = []
    for layout in layouts:
        own = {measure.item: next(names) for measure in layout.measures}
        measures = tuple(replace(measure, item=own[measure.item]) for measure in layout.measures)
        distinct.append(Layout(measures, tuple(_renamed(part, own) for part in layout.labelled)))
    return distinct


def combined(layouts: Sequence[Layout]) -> Layout:
    """Several layouts as one, in their order."""
    measures = tuple(measure for layout in layouts for measure in layout.measures)
    return Layout(measures, tuple(part for layout in layouts for part in layout.labelled))


def numbered_in_document(
    layouts: Sequence[Layout], scopes: Sequence[Scope]
) -> tuple[list[MeasureDraft], list[Labelled]]:
    """Measures and labelled text with items that are unique in the document.

    Where both the main text and an annex have measures, the items of the main text begin with 正文, those
    of a second annex with its name.
    """
    holding = [position for position, layout in enumerate(layouts) if layout.measures]
    prefixes = [_prefix(position, holding, scope.name) for position, scope in enumerate(scopes)]
    local = [[measure.item for measure in layout.measures] for layout in layouts]
    items = unique(_joined(prefix, item) for prefix, own in zip(prefixes, local, strict=True) for item in own)
    measures: list[MeasureDraft] = []
    labelled: list[Labelled] = []
    for layout, own in zip(layouts, local, strict=True):
        names = dict(zip(own, items[len(measures) :], strict=False))
        measures.extend(replace(measure, item=names[measure.item]) for measure in layout.measures)
        labelled.extend(_renamed(part, names) for part in layout.labelled)
    return measures, labelled


def _joined(prefix: str, item: str) -> str:
    """Example: 附件2 and 1 -> `附件2-1`; 附件2 and 一（一） -> `附件2一（一）`."""
    return f"{prefix}-{item}" if prefix[-1:].isdigit() and item[:1].isdigit() else prefix + item


def _renamed(part: Labelled, names: Mapping[str, str]) -> Labelled:
    new = names[part.name] if part.kind is PieceKind.MEASURE else part.name
    return part if new == part.name else replace(part, name=new)


def _prefix(position: int, holding: Sequence[int], name: str) -> str:
    if len(holding) < 2 or position not in holding:
        return ""
    if position == 0:
        return _MAIN
    first_annex = next(position for position in holding if position > 0)
    return "" if position == first_annex else name
