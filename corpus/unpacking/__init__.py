"""Archives and e-mails: the files in them, unpacked into a folder, within limits."""

from corpus.unpacking.inner_names import inner_path, is_left_by_systems
from corpus.unpacking.taking_apart import PACKED_SUFFIXES, Unpacked, UnpackedFile, unpack
from corpus.unpacking.unpacking_limits import UnpackingLimits

__all__ = [
    "PACKED_SUFFIXES",
    "Unpacked",
    "UnpackedFile",
    "UnpackingLimits",
    "inner_path",
    "is_left_by_systems",
    "unpack",
]
