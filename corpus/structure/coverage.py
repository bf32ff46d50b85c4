"""Proof that nothing of a source is lost: every character stands in a piece."""

from collections.abc import Iterable, Sequence

from corpus.records import Piece, PieceKind
from corpus.text.excerpt import Excerpt


def pieces_of(source: str, text: str, kind: PieceKind, name: str, excerpt: Excerpt) -> list[Piece]:
    """The stretches of a source that an excerpt covers; stretches apart by white space only are one."""
    merged: list[tuple[int, int]] = []
    for start, end in excerpt.spans():
        if merged and merged[-1][1] <= start and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return [Piece(source, start, end, kind, name) for start, end in merged]


def uncovered(source_name: str, text: str, pieces: Iterable[Piece]) -> tuple[str, ...]:
    """The stretches of `text`, white space apart, that no piece of this source covers."""
    lost: list[str] = []
    position = 0
    for start, end in sorted((piece.start, piece.end) for piece in pieces if piece.source == source_name):
        if start > position:
            lost.append(text[position:start].strip())
        position = max(position, end)
    lost.append(text[position:].strip())
    return tuple(stretch for stretch in lost if stretch)


def contested(source_name: str, pieces: Sequence[Piece]) -> tuple[tuple[Piece, Piece], ...]:
    """Pairs of pieces of this source that overlap and are not of one kind."""
    own = sorted((piece for piece in pieces if piece.source == source_name), key=lambda p: (p.start, p.end))
    clashes: list[tuple[Piece, Piece]] = []
    for position, piece in enumerate(own):
        for later in own[position + 1 :]:
            if later.start >= piece.end:
                break
            if later.kind is not piece.kind:
                clashes.append((piece, later))
    return tuple(clashes)
