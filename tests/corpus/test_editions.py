from corpus.drafts import DocumentDraft, MeasureDraft
from corpus.records import Piece, PieceKind, Section
from corpus.structure.editions import merge_editions


def draft(source: str, *texts: str, number: str = "甲政发〔2020〕1号") -> DocumentDraft:
    measures = tuple(
        MeasureDraft(str(item), (), text, (Section("", text),)) for item, text in enumerate(texts, start=1)
    )
    pieces = (Piece(source, 0, 1, PieceKind.HEAD, ""),)
    return DocumentDraft(number, "通知", "甲市", "甲", None, (source,), "", measures, pieces)


def test_first_print_is_quoted_and_all_pieces_are_kept() -> None:
    """One document, two sources."""
    (merged,) = merge_editions([draft("a", "区财政局牵头"), draft("b", "区财政局 牵头")])
    assert merged.sources == ("a", "b")
    assert [piece.source for piece in merged.pieces] == ["a", "b"]
    assert merged.measures == draft("a", "区财政局牵头").measures


def test_a_title_printed_twice_takes_no_measures_away() -> None:
    """Between the two titles of a saved page stands a document of the same number without measures."""
    (merged,) = merge_editions([draft("a"), draft("a", "区财政局牵头")])
    assert merged.measures == draft("a", "区财政局牵头").measures
    assert merged.differences == ()


def test_width_spacing_and_punctuation_are_no_difference() -> None:
    """003 sets in ASCII what 002 sets in full width."""
    (merged,) = merge_editions([draft("a", "缴费１６％，按月。"), draft("b", "缴费 16%, 按月。")])
    assert merged.differences == ()


def test_other_words_are_reported_with_the_word_around_them() -> None:
    """Items 23 and 26 of 周政发〔2020〕27号."""
    (merged,) = merge_editions(
        [
            draft("a", "牵头，区发展改革局、区财政局", "牵头，区供销联社配合"),
            draft("b", "牵头，区发展改革委、区财政局", "牵头，区供销社配合"),
        ]
    )
    assert merged.differences == ("1: 区发展改革局 / 区发展改革委", "2: 区供销联社 / 区供销社")


def test_documents_of_other_numbers_stay_apart() -> None:
    """聊政办字〔2021〕11号 and 聊政任〔2021〕11号 share a number only in part."""
    apart = merge_editions(
        [draft("a", number="聊政办字〔2021〕11号"), draft("a", number="聊政任〔2021〕11号")]
    )
    assert len(apart) == 2
