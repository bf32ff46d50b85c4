"""How much of an archive is unpacked before it is refused, counted over all archives that it nests."""

from dataclasses import dataclass

from corpus.limits import DEFAULT_LIMITS
from corpus.reading.refusals import TooLargeError, UnsafeError

_MB = 1_000_000
_DOUBTED = _MB
"""Bytes; a smaller file cannot exhaust disk or memory, whatever its compression ratio."""
_SPLIT = "请拆成几个较小的压缩包再添加"
_ORIGIN = "可能是恶意文件，请向来源核实"


@dataclass(frozen=True, slots=True)
class UnpackingLimits:
    """Upper bounds of one archive with all that it nests."""

    max_files: int = 20_000
    max_bytes: int = 4_000 * _MB
    """All files together."""
    max_file_bytes: int = DEFAULT_LIMITS.max_bytes
    """A larger file is left out: nobody would read it."""
    max_ratio: int = DEFAULT_LIMITS.max_ratio
    """Unpacked to packed bytes of one file; see `corpus.limits`."""
    max_depth: int = 3
    """An archive, one in it, and one in that."""
    max_seconds: int = DEFAULT_LIMITS.max_seconds


class UnpackingBudget:
    """What is left of the limits while one archive is unpacked."""

    def __init__(self, name: str, limits: UnpackingLimits) -> None:
        self.name = name
        self.limits = limits
        self._files = self._bytes = 0

    @property
    def is_spent(self) -> bool:
        """Whether one of the limits is exceeded."""
        return self._files > self.limits.max_files or self._bytes > self.limits.max_bytes

    def take_file(self) -> None:
        """Counts one file.

        Raises:
            TooLargeError: it is one too many.
        """
        self._files += 1
        if self._files > self.limits.max_files:
            raise TooLargeError(self.name, f"里面的文件超过 {self.limits.max_files} 个的上限", _SPLIT)

    def take_bytes(self, count: int) -> None:
        """Counts bytes that are written.

        Raises:
            TooLargeError: they are too many.
        """
        self._bytes += count
        if self._bytes > self.limits.max_bytes:
            most = self.limits.max_bytes // _MB
            raise TooLargeError(self.name, f"解压后超过 {most} MB 的上限", _SPLIT)

    def check(self, name: str, sizes: "list[tuple[int, int | None]]") -> None:
        """Checks what an archive declares of its files, (unpacked, packed) bytes each, before any is written.

        Raises:
            TooLargeError: they are too many, or too much together.
            UnsafeError: one of them would unfold without end.
        """
        if len(sizes) + self._files > self.limits.max_files:
            raise TooLargeError(name, f"里面的文件超过 {self.limits.max_files} 个的上限", _SPLIT)
        for unpacked, packed in sizes:
            if packed is not None and unpacked > max(_DOUBTED, self.limits.max_ratio * max(packed, 1)):
                raise UnsafeError(name, "内部数据压缩比异常（疑似压缩炸弹）", _ORIGIN)
        if sum(unpacked for unpacked, _ in sizes) + self._bytes > self.limits.max_bytes:
            raise TooLargeError(name, f"解压后超过 {self.limits.max_bytes // _MB} MB 的上限", _SPLIT)
