"""Arrays in one file, one behind the other, after a line of JSON that says what and where they are.

A file is opened by mapping it: its numbers are read from the disk when they are looked at, and the system may
take their memory back, since it can read them again.
"""

import json
from collections.abc import Mapping, Sequence
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.generic]
Lines = NDArray[np.uint8]
"""Lines of text in UTF-8."""

_ALIGNED = 64
"""Bytes: every array begins at a multiple, as processors like to read them."""


def write_packed(file: BinaryIO, head: object, arrays: Mapping[str, Numbers]) -> None:
    """Writes arrays of one dimension and more under their names, with anything that JSON can say."""
    places, offset = {}, 0
    for name, array in arrays.items():
        places[name] = (array.dtype.str, array.shape, offset)
        offset += array.nbytes + _missing(array.nbytes)
    told = json.dumps({"head": head, "arrays": places}, ensure_ascii=False, separators=(",", ":"))
    line = told.encode("utf-8", "surrogatepass")  # a text may hold half a character
    file.write(line + b" " * _missing(len(line) + 1) + b"\n")
    for array in arrays.values():
        file.write(np.ascontiguousarray(array).data)
        file.write(bytes(_missing(array.nbytes)))


def unpacked(data: bytes | mmap) -> tuple[Any, dict[str, Numbers]]:
    """What `write_packed` wrote: the head, and the arrays, which lie in `data` and cannot be written.

    Raises:
        ValueError, KeyError, TypeError: it is something else, or cut short.
    """
    start = data.find(b"\n") + 1
    told = json.loads(data[:start].decode("utf-8", "surrogatepass"))
    arrays = {
        name: np.frombuffer(data, dtype, int(np.prod(shape)), start + offset).reshape(shape)
        for name, (dtype, shape, offset) in told["arrays"].items()
    }
    return told["head"], arrays


def open_packed(path: Path) -> tuple[Any, dict[str, Numbers]]:
    """What `write_packed` wrote into a file, which stays mapped as long as one of the arrays is used.

    Raises:
        OSError: it cannot be read.
        ValueError, KeyError, TypeError: it is something else, or cut short.
    """
    with path.open("rb") as file:
        return unpacked(mmap(file.fileno(), 0, access=ACCESS_READ))


def narrow(numbers: NDArray[np.integer[Any]]) -> Numbers:
    """The same numbers, none below 0, in as few bytes as the largest takes."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))


def lines_of(texts: Sequence[str]) -> Lines:
    """Texts without line ends, as one array."""
    return np.frombuffer("\n".join(texts).encode("utf-8", "surrogatepass"), dtype=np.uint8)


def lines_in(lines: Numbers) -> Sequence[str]:
    """The texts that `lines_of` put together; one empty text where there were none."""
    return lines.astype(np.uint8, copy=False).tobytes().decode("utf-8", "surrogatepass").split("\n")


def _missing(size: int) -> int:
    """Bytes from there to the next multiple of `_ALIGNED`."""
    return -size % _ALIGNED
