"""The vector cache."""

import logging
from pathlib import Path

import numpy as np
import pytest

from embeddings import VectorCache
from embeddings.cache import file_name


def test_encodes_each_text_once_and_only_what_is_missing(encoder, tmp_path: Path) -> None:
    """A second cache over the same folder encodes nothing that the first one wrote."""
    VectorCache(encoder, bundled=None, writable=tmp_path).passages(["补贴", "贷款", "补贴"])
    VectorCache(encoder, bundled=None, writable=tmp_path).passages(["贷款", "低保"])
    assert encoder.encoded == ["补贴", "贷款", "低保"]


def test_cached_and_fresh_vectors_are_equal(encoder, tmp_path: Path) -> None:
    """A vector does not depend on whether it came from the disk."""
    fresh = VectorCache(encoder, bundled=None, writable=tmp_path).passages(["补贴", "贷款"])
    stored = VectorCache(encoder, bundled=None, writable=tmp_path).passages(["补贴", "贷款"])
    assert np.array_equal(fresh, stored)
    assert np.allclose(np.linalg.norm(stored, axis=1), 1, atol=1e-6)


def test_bundled_layer_is_read_and_never_written(encoder, tmp_path: Path) -> None:
    """Texts of the bundled file are not encoded; new ones go to the writable layer alone."""
    bundled, own = tmp_path / "bundled", tmp_path / "own"
    path = VectorCache(encoder, bundled=None).write_bundle(bundled, ["补贴"])
    before = path.read_bytes()
    VectorCache(encoder, bundled=bundled, writable=own).passages(["补贴", "贷款"])
    assert encoder.encoded == ["补贴", "贷款"]
    assert path.read_bytes() == before
    assert VectorCache(encoder, bundled=None, writable=own).missing(["补贴", "贷款"]) == ("补贴",)


def test_bundle_holds_exactly_the_texts_given(encoder, tmp_path: Path) -> None:
    """Vectors of texts that are no longer used drop out, and equal content gives equal bytes."""
    cache = VectorCache(encoder, bundled=None)
    path = cache.write_bundle(tmp_path, ["补贴", "贷款"])
    first = path.read_bytes()
    cache.write_bundle(tmp_path, ["贷款", "补贴", "贷款"])
    assert path.read_bytes() == first
    cache.write_bundle(tmp_path, ["低保"])
    assert VectorCache(encoder, bundled=tmp_path).missing(["补贴", "低保"]) == ("补贴",)


@pytest.mark.parametrize("content", [b"", b"not an array", b"\x93NUMPY\x01\x00garbage"])
def test_damaged_file_is_encoded_again(encoder, tmp_path: Path, caplog, content: bytes) -> None:
    """A damaged file costs time, never a crash, and is replaced by a sound one."""
    (tmp_path / file_name(encoder.name)).write_bytes(content)
    with caplog.at_level(logging.WARNING):
        VectorCache(encoder, bundled=None, writable=tmp_path).passages(["补贴"])
    assert "vectors_unreadable" in caplog.text
    assert VectorCache(encoder, bundled=None, writable=tmp_path).missing(["补贴"]) == ()


def test_encoders_do_not_share_vectors(encoder, tmp_path: Path) -> None:
    """Another name is another file."""
    VectorCache(encoder, bundled=None, writable=tmp_path).passages(["补贴"])
    other = type(encoder)("other")
    assert VectorCache(other, bundled=None, writable=tmp_path).missing(["补贴"]) == ("补贴",)


def test_progress_ends_at_the_total(encoder) -> None:
    """Progress is reported per batch of 32 and ends when all are done."""
    reported: list[tuple[int, int]] = []
    texts = [f"第{number}条" for number in range(40)]
    VectorCache(encoder, bundled=None).passages(texts, lambda done, total: reported.append((done, total)))
    assert reported == [(32, 40), (40, 40)]


def test_no_text_gives_no_rows(encoder) -> None:
    """Nothing in, an empty array of the right width out."""
    assert VectorCache(encoder, bundled=None).passages([]).shape == (0, 4)


def test_what_is_not_wanted_any_more_is_forgotten(encoder, tmp_path: Path) -> None:
    """The file shrinks with it; what is kept is not encoded again, nor is a bundled text touched."""
    cache = VectorCache(encoder, bundled=None, writable=tmp_path)
    cache.passages(["补贴", "贷款", "低保"])
    before = (tmp_path / file_name(encoder.name)).stat().st_size
    cache.keep_only(["贷款", "养老"])
    assert (tmp_path / file_name(encoder.name)).stat().st_size < before
    later = VectorCache(encoder, bundled=None, writable=tmp_path)
    assert later.missing(["补贴", "贷款", "低保"]) == ("补贴", "低保")


def test_new_vectors_go_to_a_file_of_their_own(encoder, tmp_path: Path) -> None:
    """The first file stays as it is, up to eight files; then, and when some are forgotten, they are one."""
    counts = []
    for number in range(10):
        VectorCache(encoder, bundled=None, writable=tmp_path).passages([f"第{number}条"])
        counts.append(len(list(tmp_path.iterdir())))
    assert counts == [1, 2, 3, 4, 5, 6, 7, 8, 1, 2]
    cache = VectorCache(encoder, bundled=None, writable=tmp_path)
    assert cache.missing([f"第{number}条" for number in range(10)]) == ()
    cache.keep_only(["第0条", "第9条"])
    (path,) = tmp_path.iterdir()
    assert path.name == file_name(encoder.name)
    assert VectorCache(encoder, bundled=None, writable=tmp_path).missing(["第0条", "第1条"]) == ("第1条",)


def test_what_a_killed_process_encoded_is_not_encoded_again(encoder, tmp_path: Path) -> None:
    """2,048 texts at a time are kept while more are encoded."""
    texts = [f"第{number}条" for number in range(5000)]

    def killed(done: int, _: int) -> None:
        if done > 4500:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        VectorCache(encoder, bundled=None, writable=tmp_path).passages(texts, killed)
    assert VectorCache(encoder, bundled=None, writable=tmp_path).missing(texts) == tuple(texts[4096:])


def test_a_vector_that_is_no_numbers_is_encoded_again(encoder, tmp_path: Path) -> None:
    """One row of a file spoilt: the others stay."""
    VectorCache(encoder, bundled=None, writable=tmp_path).passages(["补贴", "贷款"])
    path = tmp_path / file_name(encoder.name)
    rows = np.load(path)
    rows["vector"][0] = np.nan
    np.save(path, rows)
    assert len(VectorCache(encoder, bundled=None, writable=tmp_path).missing(["补贴", "贷款"])) == 1
