"""The proof that no character is lost."""

from dataclasses import replace
from pathlib import Path

from corpus.keeping.intake import read_intake
from corpus.keeping.proof import prove, prove_folder
from corpus.records import PieceKind

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
TEXT = "周村区人民政府办公室\n关于做好公路养护工作的通知\n周政办字〔2024〕91号\n各有关单位：\n请做好养护。\n"


def test_nothing_of_the_bundled_texts_is_lost() -> None:
    """The counts of all kinds together are all characters."""
    proofs = list(prove_folder(DOCUMENTS))
    assert [proof.source[:3] for proof in proofs] == ["000", "001", "002", "003", "004"]
    for proof in proofs:
        text = (DOCUMENTS / proof.source).read_text(encoding="utf-8")
        assert proof.characters == len("".join(text.split()))
        assert (proof.lost, proof.contested, sum(proof.counts.values())) == ((), (), proof.characters)


def test_what_no_piece_holds_is_named(tmp_path: Path) -> None:
    """Take the pieces of the last line away and it is lost: six characters."""
    path = tmp_path / "通知.txt"
    path.write_text(TEXT, encoding="utf-8")
    (draft,) = read_intake(path).drafts
    end = TEXT.index("请做好养护")
    short = replace(draft, pieces=tuple(piece for piece in draft.pieces if piece.end <= end))
    proof = prove("通知.txt", TEXT, [short])
    assert (proof.lost, proof.lost_characters) == (("请做好养护。",), 6)


def test_what_two_kinds_claim_is_named(tmp_path: Path) -> None:
    """One stretch cannot be a measure and furniture."""
    path = tmp_path / "通知.txt"
    path.write_text(TEXT, encoding="utf-8")
    (draft,) = read_intake(path).drafts
    first = draft.pieces[0]
    twice = replace(draft, pieces=(*draft.pieces, replace(first, kind=PieceKind.FURNITURE)))
    assert prove("通知.txt", TEXT, [twice]).contested == (TEXT[first.start : first.end],)
