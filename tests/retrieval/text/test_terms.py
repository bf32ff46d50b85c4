"""Units of the lexical indexes."""

from retrieval.text.terms import characters, pairs, runs


def test_characters_are_unigrams_and_bigrams() -> None:
    """Chinese falls into characters and pairs, a Latin word or a number stays whole."""
    assert characters("旧家电pue") == ["旧", "旧家", "家", "家电", "电", "pue"]
    assert characters("1.5升") == ["1.5", "升"]


def test_pairs_do_not_cross_punctuation() -> None:
    """电，补 holds no pair 电补."""
    assert characters("家电，补贴") == ["家", "家电", "电", "补", "补贴", "贴"]


def test_white_space_inside_words_does_not_split_them() -> None:
    """A blank that a line end left behind does not hide a pair."""
    assert "家电" in characters("家 电")


def test_runs_and_pairs() -> None:
    """Stretches keep their order; pairs join neighbours."""
    assert runs("qiche 以旧换新!") == ["qiche", "以旧换新"]
    assert list(pairs(["bao", "fei", "che"])) == ["bao'fei", "fei'che"]
    assert list(pairs(["bao"])) == []
