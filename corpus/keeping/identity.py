"""Names of documents that print no number, so that none takes the place of another by chance.

Such a document is called by its title. Another of the same title is the same document only if its issuer, its
day and its file are the same too; else it gets a name of its own.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from corpus.drafts import DocumentDraft
from corpus.records import PieceKind
from corpus.text.document_numbers import prints
from corpus.text.excerpt import compact


def told_apart(
    drafts: Sequence[DocumentDraft], known: Sequence[DocumentDraft], taken: Collection[str]
) -> tuple[DocumentDraft, ...]:
    """The drafts, with names of their own where other documents have theirs.

    `known` are the documents at hand that may be the same, `taken` all names at hand.

    Example: 低保标准公告 of 2024 at hand, another of 2025 brought -> 低保标准公告（2025年5月6日）
    """
    named: list[DocumentDraft] = []
    for draft in drafts:
        others = {*taken, *(other.number for other in named)}
        named.append(draft if is_numbered(draft) else _named(draft, known, others))
    return tuple(named)


def is_numbered(draft: DocumentDraft) -> bool:
    """Whether a document prints the number it is kept under."""
    return prints(draft.text, draft.number)


def is_called(number: str, title: str) -> bool:
    """Whether a name may be that of a document so titled. Example: 公告（2025年5月6日）, 公告 -> True."""
    return number == title or (number.startswith(f"{title}（") and number.endswith("）"))


def renumbered(draft: DocumentDraft, number: str) -> DocumentDraft:
    """The draft under another name, its pieces too."""
    if draft.number == number:
        return draft
    old = f"{draft.number}#"
    pieces = (
        replace(piece, name=f"{number}#{piece.name.removeprefix(old)}")
        if piece.kind is PieceKind.MEASURE and piece.name.startswith(old)
        else piece
        for piece in draft.pieces
    )
    return replace(draft, number=number, pieces=tuple(pieces))


def _named(draft: DocumentDraft, known: Sequence[DocumentDraft], taken: Collection[str]) -> DocumentDraft:
    same = next((other for other in known if _is_same(draft, other)), None)
    if same is not None:
        return renumbered(draft, same.number)
    return renumbered(draft, next(name for name in _names(draft) if name not in taken))


def _is_same(draft: DocumentDraft, other: DocumentDraft) -> bool:
    if is_numbered(other) or not is_called(other.number, draft.number):
        return False
    if compact(draft.text) == compact(other.text):
        return True
    marks = (draft.issuer, draft.issued, draft.sources)
    return draft.region == other.region and marks == (other.issuer, other.issued, other.sources)


def _names(draft: DocumentDraft) -> Iterator[str]:
    """What it may be called, the plainest first."""
    title, day = draft.number, draft.issued
    file = draft.sources[0].rsplit(".", 1)[0] if draft.sources else ""
    yield title
    if day is not None:
        yield f"{title}（{day.year}年{day.month}月{day.day}日）"
    yield from (f"{title}（{mark}）" for mark in (draft.issuer, file) if mark and mark != title)
    ordinal = 2
    while True:
        yield f"{title}（{ordinal}）"
        ordinal += 1
