"""What only a whole document tells of its clauses: which points are measures, which parts are fields."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import mean

from corpus.structure.clauses.segment import Clause
from corpus.text.markers import Style

POINTS = frozenset({Style.NUMBER, Style.NUMBER_BRACKET, Style.HALF_BRACKET, Style.CIRCLE})
DECIMALS = frozenset({Style.DECIMAL, Style.SUBDECIMAL})
_MAX_HEADING = 40
_MAX_TITLE = 30
_MAX_JOINT = 500
"""Characters; the longest such group that the bundled texts print as one measure has 479."""
_LEAST_RUNNING = 5
"""Points; fewer may count on by chance, where each of two lists has one or two."""
_FIELDS = 0.6
"""Least share of the parts of an item whose titles another item has too."""
_MAX_FIELD = 10
_RUN_IN = re.compile(r"[^。：；，]{2,25}[。：](?=.{10})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ranks:
    """Ids of clauses, as `id` gives them."""

    divided: frozenset[int]
    """Clauses （一） whose points are measures, and any whose points count on through the document."""
    items: frozenset[int]
    """Clauses whose parts are the fields of one item."""
    asking: frozenset[tuple[int, Style | None]]
    """Clauses with the looks of those below them that have parts and, most of them, ask."""


def rank(root: Clause) -> Ranks:
    """The ranks of the clauses below a root."""
    return Ranks(_ranked(root), _itemised(root), _asking(root))


def _ranked(root: Clause) -> frozenset[int]:
    """The ids of the clauses （一） whose numbered points are measures: equal labels, equal rank.

    They are where points open titles above bodies of their own, count on from one （一） to the next, or open
    titled paragraphs too long to be read as one, below a title and at most a short introduction. Points that
    count on through the document are measures anywhere.
    """
    parents = [clause for clause in root.walk() if _has_points(clause)]
    bare = [clause for clause in parents if len(clause.children) > 1 and _has_title_alone(clause)]
    titled = [clause.children[0].style for clause in bare if all(map(_is_titled, clause.children))]
    ranked = {id(clause) for clause in bare if titled.count(clause.children[0].style) > 1}
    for siblings in _by_parent(parents):
        if _counts_on(siblings):
            ranked.update(map(id, siblings))
    running = _running(root)
    ranked.update(id(clause.parent) for clause in root.walk() if clause.style in running)
    titles = {id(clause) for clause in bare}
    for siblings in _by_parent([one for one in parents if id(one) in titles or _is_introduced(one)]):
        runs_in = [clause for clause in siblings if all(map(_is_run_in, clause.children))]
        if runs_in and mean(map(Clause.length, runs_in)) > _MAX_JOINT:
            ranked.update(map(id, siblings))
    return frozenset(ranked)


def _itemised(root: Clause) -> frozenset[int]:
    """The ids of the clauses with the same titles below them, such as 申请条件 and 申请材料: their fields."""
    parents = [clause for clause in root.walk() if clause.parent and len(clause.children) > 1]
    titles = {id(clause): [_field_title(child) for child in clause.children] for clause in parents}
    counts = Counter(title for own in titles.values() for title in set(own) if title)
    shared = {key: sum(counts[title] > 1 for title in own if title) for key, own in titles.items()}
    return frozenset(
        key for key, own in titles.items() if shared[key] > 1 and shared[key] >= _FIELDS * len(own)
    )


def _asking(root: Clause) -> frozenset[tuple[int, Style | None]]:
    divided = [((id(c.parent), c.style), c.asks()) for c in root.walk() if c.parent and c.children]
    alike = Counter(key for key, _ in divided)
    asked = Counter(key for key, asks in divided if asks)
    return frozenset(key for key, count in asked.items() if 2 * count > alike[key])


def _field_title(clause: Clause) -> str:
    """The title that a part opens with; empty where it has none, or says all in one short sentence."""
    words = clause.words().text
    title = re.split("[：:。]", words)[0]
    whole = words == f"{title}。" and not clause.has_body()
    return title if len(title) <= _MAX_FIELD and not whole else ""


def _has_points(clause: Clause) -> bool:
    """Whether points of one look stand below （一）, not in an article."""
    if clause.style is not Style.HAN_BRACKET or clause.parent is None or clause.parent.style is Style.ARTICLE:
        return False
    styles = {child.style for child in clause.children}
    return len(styles) == 1 and styles <= POINTS


def _has_title_alone(clause: Clause) -> bool:
    return len(clause.paragraphs) == 1 and len(clause.words()) <= _MAX_HEADING and not _runs_on(clause)


def _is_introduced(clause: Clause) -> bool:
    """Whether one paragraph, shorter than the points below on average, stands below the title of several."""
    if len(clause.paragraphs) != 2 or len(clause.children) < 2 or len(clause.words()) > _MAX_HEADING:
        return False
    return not _runs_on(clause) and len(clause.paragraphs[1]) < mean(map(Clause.length, clause.children))


def _runs_on(clause: Clause) -> bool:
    """Whether more than one sentence stands behind a label. Example: `加强保障。` -> False."""
    return bool(re.search("[。：:；]", clause.words().text.rstrip("。：:")))


def _by_parent(clauses: Sequence[Clause]) -> Iterator[list[Clause]]:
    for _, siblings in groupby(clauses, key=lambda clause: id(clause.parent)):
        yield list(siblings)


def _counts_on(siblings: Sequence[Clause]) -> bool:
    """Whether the points of several clauses count on without a break. Example: 1 2 3, 4 5 -> True."""
    ordinals = [child.marker.ordinal for clause in siblings for child in clause.children if child.marker]
    return len(siblings) > 1 and ordinals == list(range(1, len(ordinals) + 1))


def _running(root: Clause) -> frozenset[Style | None]:
    """The looks of points that count on from 1 without a break through chapters of a document.

    Example: `一、原则` with 1 and 2, `（一）县级职责` with 3 and 4 -> their look
    """
    points: dict[Style | None, list[Clause]] = {}
    for clause in root.walk():
        if clause.style in POINTS:
            points.setdefault(clause.style, []).append(clause)
    return frozenset(
        style
        for style, alike in points.items()
        if len(alike) >= _LEAST_RUNNING
        and len({id(clause.parent) for clause in alike}) > 1
        and [clause.marker.ordinal for clause in alike if clause.marker] == [*range(1, len(alike) + 1)]
    )


def _is_run_in(clause: Clause) -> bool:
    """Whether a point opens with a title on the line of its body. Example: `提升能力。各区要…` -> True."""
    return bool(_RUN_IN.match(clause.words().text))


def _is_titled(clause: Clause) -> bool:
    title = clause.words().text
    return clause.has_body() and len(title) <= _MAX_TITLE and not re.search("[。；：？]", title)
