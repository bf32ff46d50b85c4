"""Which clauses are measures, and what each is called within its document."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.structure.segment import Clause
from corpus.text.markers import Style

_CONTINUOUS = frozenset({Style.ITEM, Style.SUBITEM, Style.ARTICLE, Style.CHAPTER, Style.QUESTION})
"""Looks of labels that no official text numbers anew in the next chapter."""
_POINTS = frozenset({Style.NUMBER, Style.NUMBER_BRACKET, Style.CIRCLE})
_AIMS = re.compile("总体|指导思想|目标|原则|思路|背景|依据")
_MAX_HEADING = 40
_CHAPTERS = frozenset({Style.HAN, Style.CHAPTER})


def find_measures(root: Clause) -> list[Clause]:
    """The clauses that a person can ask about, in reading order.

    A chapter is a measure only if it has no clauses below it and states more than aims.
    """
    divided = any(_measures_of(child) for child in root.children)
    if divided:
        return [clause for child in root.children for clause in (_measures_of(child) or _undivided(child))]
    return [child for child in root.children if not child.children]


def item_names(root: Clause, measures: Sequence[Clause]) -> list[str]:
    """The item of each measure: labels numbered throughout stand alone, those that restart carry the path.

    Example: items 1 to 12 under five headings -> `1` … `12`; （一） under 三 -> `三（一）`
    """
    bare = _running_styles(root)
    tasks = _task_list(measures)
    return [
        clause.label if tasks is not None and clause.parent is tasks else path_of(clause, bare)
        for clause in measures
    ]


def path_of(clause: Clause, bare: frozenset[Style] = _CONTINUOUS) -> str:
    """The labels from the nearest one numbered throughout down to the clause. Example: `五（二）5`."""
    path = clause.label
    if clause.style in bare:
        return path
    for above in clause.ancestors():
        path = above.label + path
        if above.style in bare:
            break
    return path


def unique(names: Iterable[str]) -> list[str]:
    """The names in order, each repeated one with a count behind it. Example: `一`, `一` -> `一`, `一·2`."""
    seen: Counter[str] = Counter()
    distinct: list[str] = []
    for name in names:
        seen[name] += 1
        distinct.append(name if seen[name] == 1 else f"{name}·{seen[name]}")
    return distinct


def _undivided(chapter: Clause) -> list[Clause]:
    """The chapter itself if it has words of its own, other chapters are divided, and it states no aims."""
    words = "".join(paragraph.text for paragraph in chapter.paragraphs)
    title = chapter.words().text.partition("。")[0]
    aims = len(title) <= _MAX_HEADING and _AIMS.search(title)
    silent = aims or (len(words) <= _MAX_HEADING and "。" not in words)
    return [] if chapter.children or silent else [chapter]


def _holds_list(chapter: Clause) -> bool:
    """Whether a chapter says something itself and what stands below are the points of a list."""
    points = all(child.style in _POINTS for child in chapter.children)
    return chapter.style is Style.HAN and points and "。" in chapter.paragraphs[0].text


def _measures_of(clause: Clause) -> list[Clause]:
    if clause.style in (Style.ITEM, Style.SUBITEM):
        parts = [child for child in clause.children if child.style is Style.SUBITEM]
        return parts or [clause]
    if clause.children and _holds_list(clause) and not _is_divided(clause):
        return [clause]
    if clause.style in _CHAPTERS or _is_divided(clause):
        return [measure for child in clause.children for measure in _measures_of(child)]
    return [clause]


def _is_divided(clause: Clause) -> bool:
    """Whether the clauses below are asked about one by one: those of articles, or each with its offices.

    Points that end in ； form one sentence with the words that introduce them.
    """
    if not clause.children:
        return False
    if clause.style is Style.ARTICLE:
        return not all(child.printed()[-1].text.endswith("；") for child in clause.children[:-1])
    assigned = sum(child.assigns() for child in clause.children)
    return not clause.assigns() and 2 * assigned >= len(clause.children)


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
    return chapter if chapter is not None and chapter.style in _CHAPTERS else None
