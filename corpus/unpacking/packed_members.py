"""A file in an archive or an e-mail, before it is written anywhere."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class PackedMember:
    """One file as its archive declares it."""

    name: str
    """With its folders, decoded; it may lead anywhere."""
    size: int
    """In bytes, unpacked."""
    packed: int | None
    """In bytes, packed; None where the format does not say."""
    open: Callable[[], AbstractContextManager[BinaryIO]]
    skipped: str = ""
    """Why it is not written although nothing is wrong with it; "" where it is."""
