"""What segmenting hands to extraction: documents and measures as text, not yet understood."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.records import ItemReason, Piece, Section
from corpus.text.ledger_columns import Cell
from corpus.text.scan_doubts import ScanDoubt


@dataclass(frozen=True, slots=True)
class MeasureDraft:
    """One measure as text.

    `text` is its words as printed, label excluded, hard wraps and page jumps undone, sections
    joined by line breaks; apart from white space it is a substring of the source (stitched
    pieces apart). `assignment` is the 责任单位 cell of a table row, inherited from the nearest
    filled row above where the row's own is blank; empty outside tables.
    """

    item: str
    heading: tuple[str, ...]
    text: str
    sections: tuple[Section, ...]
    assignment: str = ""
    cells: tuple[Cell, ...] = ()
    """The row of a table with real cells, blank ones inherited; empty elsewhere."""
    reason: ItemReason | None = None
    """None in drafts kept before reasons were."""
    rows: tuple[tuple[Cell, ...], ...] = ()
    """The rows of the tables that stand in its text, blank cells inherited."""
    page: int | None = None
    """The page of its source that it begins on, from 1; None where the source has no pages."""


class RegionClue(StrEnum):
    """What told the region of a document, the surest first."""

    NAMED = "named"
    """Whoever brought the file named it."""
    TITLE = "title"
    ISSUER = "issuer"
    """A body that its title names or that signs it."""
    NUMBER = "number"
    PUBLISHER = "publisher"
    """The line 来源, or the field of a guide that says who handles its matter."""
    FILE = "file"
    FOLDER = "folder"
    SITE = "site"
    """The name of the site that a page was saved from."""
    TEXT = "text"
    """The one region that its text names again and again: a guess to be confirmed."""
    COUNTRY = "country"
    """A body of the whole country issues it: it belongs to no region."""
    NONE = ""
    """Nothing told it."""


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """One issued document as text. `text` is all of it in reading order, furniture left out."""

    number: str
    title: str
    issuer: str
    region: str
    issued: date | None
    sources: tuple[str, ...]
    text: str
    measures: tuple[MeasureDraft, ...]
    pieces: tuple[Piece, ...]
    """Covers every character of the document in its sources, white space apart."""
    differences: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    """What the table of a site says of its validity, a label and its value each, as printed."""
    lead: str = ""
    """What stands in its heads and clauses, in reading order; no measure holds it."""
    region_clue: RegionClue = RegionClue.NONE
    region_words: str = ""
    """The words of the clue. Example: `青禾县支持小微企业若干措施`."""
    address: str = ""
    """The address that its source was published at; empty where nothing says."""
    scanned: bool = False
    """Whether any of it was read from a picture."""
    scan_doubts: tuple[ScanDoubt, ...] = ()
    """Its figures that may be misread there."""
