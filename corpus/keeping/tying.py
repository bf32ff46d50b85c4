"""Which documents at hand are tied: what each says of others, looked up among all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from corpus.keeping.changed_measures import measure_changes
from corpus.keeping.cited_documents import CitedDocuments
from corpus.keeping.document_record import DocumentRecord
from corpus.regions import is_same
from corpus.ties import Citation, Tie, TieKind

_Found = tuple[Citation, DocumentRecord]
"""What a document says of another, and which one is meant."""


def ties_among(current: Sequence[DocumentRecord], former: Iterable[DocumentRecord] = ()) -> tuple[Tie, ...]:
    """The ties of the documents that count, among each other and to those that count no more.

    Each pair of documents has at most one tie of a kind. The cost grows with the citations, not with the
    pairs of documents.
    """
    at_hand = CitedDocuments.of([*current, *former])
    ties = tuple(tie for record in current if record.citations for tie in _ties_of(record, at_hand))
    incorporated = {(tie.source, tie.target) for tie in ties if tie.kind is TieKind.INCORPORATES}
    return tuple(tie for tie in ties if not _is_settled(tie, incorporated))


def _is_settled(tie: Tie, incorporated: set[tuple[str, str]]) -> bool:
    """Whether a tie says again, from the other side, that a text contains a change."""
    return tie.kind is TieKind.AMENDS and (tie.target, tie.source) in incorporated


def _ties_of(record: DocumentRecord, at_hand: CitedDocuments) -> Iterator[Tie]:
    by_kind: dict[TieKind, list[_Found]] = defaultdict(list)
    for citation in record.citations:
        target = at_hand.meant(citation, record)
        if target is not None:
            by_kind[citation.kind].append((citation, target))
    for kind, every in by_kind.items():
        for citation, target in _merged(_sure(every, record.document.region)):
            yield Tie(
                kind,
                record.number,
                target.number,
                citation.words,
                record.begins or record.document.issued,
                measure_changes(citation.changes, record.document, target.document),
            )


def _sure(every: Sequence[_Found], region: str) -> list[_Found]:
    """Those that are sure, else the one document that the unsure ones lead to, first in the same region."""
    sure = [found for found in every if not found[0].unsure]
    if sure:
        return sure
    near = [found for found in every if is_same(found[1].document.region, region)] or list(every)
    return near if len({target.number for _, target in near}) == 1 else []


def _merged(every: Iterable[_Found]) -> Iterator[_Found]:
    """Each target once, with all that is changed in it."""
    by_target: dict[str, list[_Found]] = defaultdict(list)
    for found in every:
        by_target[found[1].number].append(found)
    for alike in by_target.values():
        (first, target), changes = alike[0], [change for said, _ in alike for change in said.changes]
        yield (
            Citation(first.kind, first.title, first.number, first.words, tuple(dict.fromkeys(changes))),
            target,
        )
