"""What each measure is called within its document."""

from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.structure.clauses.divisions import CHAPTERS
from corpus.structure.clauses.ranks import DECIMALS
from corpus.structure.clauses.segment import Clause
from corpus.text.excerpt import compact
from corpus.text.markers import Style

_CONTINUOUS = frozenset(
    {Style.ITEM, Style.SUBITEM, Style.ARTICLE, Style.CHAPTER, Style.QUESTION, Style.HEADING, Style.PADDED}
)
"""Looks of labels that no official text numbers anew in the next chapter."""


def item_names(root: Clause, measures: Sequence[Clause]) -> list[str]:
    """The item of each measure: labels numbered throughout stand alone, those that restart carry the path.

    One without a number is called by its title.

    Example: items 1 to 12 under five headings -> `1` … `12`; （一） under 三 -> `三（一）`
    """
    bare = _running_styles(root)
    tasks = _task_list(measures)
    return [
        clause.label
        if tasks is not None and clause.parent is tasks and clause.style is not Style.CARD
        else path_of(clause, bare) or compact(clause.words().text)
        for clause in measures
    ]


def path_of(clause: Clause, bare: frozenset[Style] = _CONTINUOUS) -> str:
    """The labels from the nearest one numbered throughout down to the clause. Example: `五（二）5`."""
    path = clause.label
    if clause.style in bare:
        return path
    for above in clause.ancestors():
        path = path if _names(clause, above) else above.label + path
        if above.style in bare:
            break
    return path


def _names(clause: Clause, above: Clause) -> bool:
    """Whether a label says itself what stands above it. Example: 2.1 below 2., below 二、 -> True."""
    if clause.style not in DECIMALS or above.marker is None:
        return False
    first = clause.label.partition(".")[0]
    return clause.label.startswith(f"{above.label}.") or first == str(above.marker.ordinal)


def unique(names: Iterable[str]) -> list[str]:
    """The names in order, each repeated one with the next free count behind it.

    Example: `一`, `一` -> `一`, `一·2`; `1`, `1·2`, `1` -> `1`, `1·2`, `1·3`
    """
    seen: Counter[str] = Counter()
    distinct: dict[str, None] = {}
    for name in names:
        own = name
        while own in distinct:
            seen[name] += 1
            own = f"{name}·{seen[name] + 1}"
        distinct[own] = None
    return [*distinct]


def _running_styles(root: Clause) -> frozenset[Style]:
    """The looks of labels that are numbered on across more than one parent."""
    running = set(_CONTINUOUS)
    by_style: dict[Style, list[Clause]] = {}
    for clause in root.walk():
        if clause.style:
            by_style.setdefault(clause.style, []).append(clause)
    for style, clauses in by_style.items():
        ordinals = [clause.marker.ordinal for clause in clauses if clause.marker]
        parents = {id(clause.parent) for clause in clauses}
        if len(parents) > 1 and ordinals == list(range(ordinals[0], ordinals[0] + len(ordinals))):
            running.add(style)
    return frozenset(running)


def _task_list(measures: Sequence[Clause]) -> Clause | None:
    """The one chapter whose clauses name who is responsible, while others name nobody."""
    assigning = {id(clause.parent): clause.parent for clause in measures if clause.assigns()}
    others = {id(clause.parent) for clause in measures} - set(assigning)
    if len(assigning) != 1 or not others:
        return None
    (chapter,) = assigning.values()
    return chapter if chapter is not None and chapter.style in CHAPTERS else None
