"""How much of a file is read before it is refused."""

from dataclasses import dataclass

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds of one source file; reaching one refuses the file as a whole, nothing is cut off."""

    max_bytes: int = 100 * _MB
    max_pages: int = 2_000
    max_pixels: int = 120 * _MB
    """Of one picture, before it is decoded; an A3 page at 600 dpi has 70 million."""
    max_rows: int = 50_000
    """Rows with words in them, over all sheets of a workbook."""
    max_columns: int = 200
    max_unpacked_bytes: int = 300 * _MB
    """All members of a .docx or .xlsx together."""
    max_member_bytes: int = 120 * _MB
    """One member: its whole tree is kept in memory."""
    max_ratio: int = 200
    """Unpacked to packed bytes of one member over 1 MB; real documents stay under 60, zeros reach 1000."""
    max_characters: int = 5_000_000
    """About 6000 pages; each character costs about 40 bytes while its source is parsed."""
    max_seconds: int = 300
    """By the clock, to read and understand one file; a PDF of 2,000 pages with tables takes about 70.

    A page that is read from a picture has more: see `corpus/reading/scans/picture_reading.py`.
    """
    max_memory_bytes: int = 2_000 * _MB
    """Address space of the process that reads a file, its program included, which takes about 40 MB."""


DEFAULT_LIMITS = Limits()
