"""Whom the rest of a document names for a measure that names nobody itself."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.answering.wording.rare_words import Rarity, shared_runs, without_bodies
from bot.ports import CatalogView
from corpus.extraction.naming.assignments import Assignment, chapter_duties, desks, headed
from corpus.records import Contact, Document, Measure, Role
from corpus.text.han_pairs import pairs_of

_RARE = 3.3
"""The least rarity of a word that tells a matter: it stands in at most one of 27 measures. 资金 has 2.0,
设施 2.6, 计划 2.7; 物业 4.9, 路灯 5.8 (2026-11-29)."""
_ANCHORED = 2.0
"""How much more a shared word counts that the question or the title of the measure holds too."""
_ENOUGH = 8.0
"""The least weight of the shared words: one rare word of the question, or two of which one is in the title.
No sentence of 周政办字〔2020〕31号 parts 一 to 三 then goes to a body that does not do it (2026-11-29)."""
_NEAR = 0.8
"""Departments that share at least this much of the best one's weight are named beside it."""
_MOST = 3
_SHORT_TITLE = 16
_FEW = 1 / 3
"""A word in more than this share of a document's measures belongs to none of them alone."""
_INTERPRETS = re.compile(r"负责(?:具体)?解释|解释权")
_KEPT = 32
"""Documents whose assignments are kept; each takes about 20 kB."""


class Neighbours:
    """Looks through the documents of one catalog."""

    def __init__(self, catalog: CatalogView, rarity: Callable[[], Rarity]) -> None:
        """`rarity` gives the rarity of words; it is not asked for before it is needed."""
        self._catalog = catalog
        self._rarity = rarity
        self._duties = lru_cache(maxsize=_KEPT)(self._read_duties)
        self._desks = lru_cache(maxsize=_KEPT)(self._read_desks)

    def contacts(
        self, measure: Measure, asked: str, readings: Sequence[Sequence[str]]
    ) -> tuple[Contact, ...]:
        """Whom a heading, a chapter of duties or another measure names, marked where; often nobody.

        `readings` are the sentences that answer `asked`, the closest before all that are quoted: duties are
        compared with them until some fit.
        """
        document = self._catalog.document(measure.document)
        above = headed(measure, self._catalog.names, document.region)
        if above is not None:
            return self._of((above,))
        matches = (self._matching(measure, asked, sentences) for sentences in readings)
        matching = next((duties for duties in matches if duties), ())
        return self._of(matching or _for_all(measure, self._desks(document.number), document))

    def _read_duties(self, number: str) -> tuple[Assignment, ...]:
        return tuple(chapter_duties(self._catalog.document(number), self._catalog.names))

    def _read_desks(self, number: str) -> tuple[Assignment, ...]:
        return tuple(desks(self._catalog.document(number)))

    def _matching(self, measure: Measure, asked: str, quoted: Sequence[str]) -> tuple[Assignment, ...]:
        """The duties whose words are those of the quoted sentences, best first."""
        document, duties = self._catalog.document(measure.document), self._duties(measure.document)
        said = pairs_of(without_bodies(_without_title("，".join(quoted), document)))
        anchors = pairs_of(asked) | pairs_of(_own_title(measure))
        weighed = [(self._weight(duty.words, said, anchors, document), duty) for duty in duties]
        best = max((weight for weight, _ in weighed), default=0.0)
        if best < _ENOUGH:
            return ()
        near = [pair for pair in weighed if pair[0] >= _NEAR * best]
        ranked = [duty for _, duty in sorted(near, key=lambda pair: -pair[0])]
        return tuple({duty.departments: duty for duty in reversed(ranked)}.values())[::-1][:_MOST]

    def _weight(self, duty: str, said: frozenset[str], anchors: frozenset[str], document: Document) -> float:
        """The rarity of the rare words that a duty shares; 0 where none of them is an anchor."""
        words = without_bodies(_without_title(duty, document))
        runs = {run: max(map(self._rarity(), pairs_of(run))) for run in shared_runs(words, said)}
        rare = {run: rarity for run, rarity in runs.items() if rarity >= _RARE}
        anchored = {run for run in rare if pairs_of(run) & anchors}
        if not anchored:
            return 0.0
        return sum(rarity * (_ANCHORED if run in anchored else 1.0) for run, rarity in rare.items())

    def _of(self, assignments: Iterable[Assignment]) -> tuple[Contact, ...]:
        found = [contact for assignment in assignments for contact in self._called(assignment)]
        return tuple(dict.fromkeys(found))

    def _called(self, assignment: Assignment) -> Iterator[Contact]:
        """The contacts of an assignment, marked where it stands."""
        for contact in self._catalog.contacts(assignment.measure):
            if contact.role is not Role.SUPERIOR:
                elsewhere = contact.inferred or contact.of_document
                yield contact if elsewhere else replace(contact, printed_at=assignment.printed_at)


def same_body(one: Contact, other: Contact) -> bool:
    """Whether two names are of one body, with or without the place before it.

    Example: `青禾县民政局` and `县民政局` -> True
    """
    short, long = sorted((one.canonical, other.canonical), key=len)
    return bool(short) and long.endswith(short)


def _own_title(measure: Measure) -> str:
    """The short sentence or line that opens a measure as its title; empty where it has none.

    Example: `夜间照明。11月底前，…` -> `夜间照明`
    """
    opening, mark, rest = measure.text.partition("。")
    line, _, below = opening.partition("\n")
    short = line if below else opening if mark and rest.strip() else ""
    return short if len(short) <= _SHORT_TITLE else ""


def _for_all(measure: Measure, every: Sequence[Assignment], document: Document) -> tuple[Assignment, ...]:
    """The desk for the whole document; none where several stand side by side."""
    if _INTERPRETS.search(measure.text):
        return ()
    own = [
        desk for desk in every if desk.measure.id != measure.id and not _of_another(desk, measure, document)
    ]
    return tuple(own[:1]) if len({desk.departments for desk in own}) == 1 else ()


def _of_another(desk: Assignment, measure: Measure, document: Document) -> bool:
    """Whether a desk is that of a measure whose title its words name, and which is not the one asked about.

    Example: 专利奖励资金的申报程序, beside a measure called 专利资助与奖励
    """
    words, own = pairs_of(desk.words), pairs_of(measure.text)
    most = len(document.measures) * _FEW
    for other in document.measures:
        for pair in (pairs_of(_own_title(other)) & words) - own:
            if sum(pair in each.text for each in document.measures) <= most:
                return True
    return False


def _without_title(text: str, document: Document) -> str:
    """A text with a comma for what the title of its document says: all its measures speak of that."""
    titled = pairs_of(document.title)
    for run in sorted(dict.fromkeys(shared_runs(text, titled)), key=len, reverse=True):
        text = text.replace(run, "，")
    return text
