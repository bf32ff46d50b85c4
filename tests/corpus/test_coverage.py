from corpus.records import Piece, PieceKind
from corpus.structure.coverage import contested, pieces_of, uncovered
from corpus.text.excerpt import join, whole

TEXT = "一、减税\n\n（一）免征 房产税。"


def test_stretches_apart_by_white_space_only_are_one_piece() -> None:
    """A wrap or a page break does not divide a piece; other words between do."""
    source = whole(TEXT)
    both = join([source[:4], source[6:9]])
    assert [(piece.start, piece.end) for piece in pieces_of("t", TEXT, PieceKind.CLAUSE, "一", both)] == [
        (0, 9)
    ]
    apart = join([source[:2], source[6:9]])
    spans = [(piece.start, piece.end) for piece in pieces_of("t", TEXT, PieceKind.CLAUSE, "一", apart)]
    assert spans == [(0, 2), (6, 9)]


def test_uncovered_names_what_no_piece_of_the_source_holds() -> None:
    """White space needs no piece; pieces of another source prove nothing."""
    pieces = [
        Piece("t", 0, 4, PieceKind.CLAUSE, "一"),
        Piece("t", 9, 11, PieceKind.MEASURE, "t#一（一）"),
        Piece("other", 0, len(TEXT), PieceKind.HEAD, ""),
    ]
    assert uncovered("t", TEXT, pieces) == ("（一）", "房产税。")


def test_stretch_claimed_by_two_kinds_is_contested() -> None:
    """Two measures may share a section; a measure and furniture may not."""
    measure = Piece("t", 0, 4, PieceKind.MEASURE, "t#1")
    twin = Piece("t", 2, 4, PieceKind.MEASURE, "t#2")
    cover = Piece("t", 3, 6, PieceKind.FURNITURE, "cover")
    assert contested("t", [measure, twin]) == ()
    assert contested("t", [measure, cover]) == ((measure, cover),)
