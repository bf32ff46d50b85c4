"""Arrays that lie in a file."""

from pathlib import Path

import numpy as np
import pytest

from retrieval.indexing.packed_arrays import narrow, open_packed, unpacked, write_packed

ARRAYS = {
    "bytes": np.array([1, 2, 3], dtype=np.uint8),
    "none": np.zeros((0, 4), dtype=np.float16),
    "table": np.array([[1.5, -2.0], [0.25, 8.0]], dtype=np.float32),
    "flags": np.array([True, False]),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "packed"
    with path.open("wb") as file:
        write_packed(file, {"名": "半\ud800"}, ARRAYS)
    return path


def test_what_was_written_is_opened(path: Path) -> None:
    """Names, shapes, types and numbers; the head too, though it holds half a character."""
    head, arrays = open_packed(path)
    assert head == {"名": "半\ud800"}
    assert list(arrays) == list(ARRAYS)
    for name, array in ARRAYS.items():
        assert (arrays[name].dtype, arrays[name].shape) == (array.dtype, array.shape)
        assert arrays[name].tolist() == array.tolist()


def test_arrays_stay_readable_after_their_file_is_gone(path: Path) -> None:
    """A bot answers on from an index that a newer one has replaced; nobody can write into it."""
    _, arrays = open_packed(path)
    path.unlink()
    assert arrays["table"].sum() == 7.75
    with pytest.raises(ValueError, match="read-only"):
        arrays["table"][0, 0] = 1


@pytest.mark.parametrize("cut", [0, 30, 200, -64])
def test_a_file_that_is_cut_short_is_refused(path: Path, cut: int) -> None:
    """Empty, in the head, behind it, and by its last block."""
    data = path.read_bytes()
    path.write_bytes(data[:cut])
    with pytest.raises(ValueError):  # noqa: PT011 - of mapping, of JSON or of NumPy, each with words of its own
        open_packed(path)


def test_packed_bytes_need_no_file(path: Path) -> None:
    """The same from memory."""
    assert unpacked(path.read_bytes())[1]["bytes"].tolist() == [1, 2, 3]


@pytest.mark.parametrize(("most", "size"), [(0, 1), (255, 1), (256, 2), (65_536, 4)])
def test_numbers_take_as_few_bytes_as_the_largest(most: int, size: int) -> None:
    """255 fits into one byte, 256 into two, 65,536 into four."""
    narrowed = narrow(np.array([0, most], dtype=np.int32))
    assert narrowed.itemsize == size
    assert narrowed.tolist() == [0, most]
