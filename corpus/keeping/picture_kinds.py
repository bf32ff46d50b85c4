"""As what the pages of an original are shown: the one place that tells a kind of picture from another."""

from enum import StrEnum
from pathlib import Path

from corpus.readers import PICTURES


class PictureKind(StrEnum):
    """The kinds of pictures, by the ending of their addresses."""

    PIXELS = "webp"
    """Of a PDF or a scan."""
    OUTLINES = "svg"
    """Of an OFD package: words, lines and the pictures on it, drawn by the browser."""

    @property
    def media_type(self) -> str:
        """What a browser is told that it is."""
        return "image/svg+xml" if self.is_redrawn else "image/webp"

    @property
    def is_redrawn(self) -> bool:
        """Whether it is drawn anew from what the original says, without its seals and annotations."""
        return self is PictureKind.OUTLINES


_KINDS = {
    ".pdf": PictureKind.PIXELS,
    **dict.fromkeys(PICTURES, PictureKind.PIXELS),
    ".ofd": PictureKind.OUTLINES,
}


def picture_kind(path: Path) -> PictureKind | None:
    """As what the pages of a file are shown; None where they are not shown as pictures."""
    return _KINDS.get(path.suffix.lower())
