"""Which document at hand a citation means; none where that is open, since a wrong tie is worse than none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.keeping.document_record import DocumentRecord
from corpus.keeping.title_keys import is_titled_draft, local_keys, title_keys
from corpus.records import State
from corpus.regions import holds_in, is_same
from corpus.text.document_numbers import spelled
from corpus.ties import EXPLAINING, Citation, TieKind

_AHEAD = timedelta(days=31)
"""An interpretation may be published that long before the policy that it explains."""


@dataclass(frozen=True)
class CitedDocuments:
    """The documents at hand by number and by title."""

    by_number: Mapping[str, DocumentRecord]
    by_title: Mapping[str, Sequence[DocumentRecord]]
    """The titles as printed, with their region or without where they print none."""
    by_local_title: Mapping[str, Sequence[DocumentRecord]]
    """The titles without the region that begins them."""

    @classmethod
    def of(cls, records: Iterable[DocumentRecord]) -> "CitedDocuments":
        """Those documents; of two with one number the first counts."""
        by_number: dict[str, DocumentRecord] = {}
        for record in records:
            by_number.setdefault(spelled(record.number), record)
        titles: dict[str, list[DocumentRecord]] = defaultdict(list)
        local: dict[str, list[DocumentRecord]] = defaultdict(list)
        for record in by_number.values():
            if record.document.kind not in EXPLAINING:
                for key in record.called.whole:
                    titles[key].append(record)
                for key in record.called.local:
                    local[key].append(record)
        return cls(by_number, titles, local)

    def meant(self, citation: Citation, citing: DocumentRecord) -> DocumentRecord | None:
        """The document that a citation means; None where none at hand is meant for sure.

        One of that number, and of the region or of the title; without a number, of the editions of the title
        in the nearest region the newest that was in force when the citing document was issued.
        """
        named = self.by_number.get(citation.number.removeprefix("原")) if citation.number else None
        if named is not None:
            fits = holds_for(named, citing) or named in self._titled(citation.title)
            return named if fits and named.number != citing.number else None
        titled = [
            record
            for record in self._of_title(citation.title, citing)
            if record.number != citing.number
            and not (citation.number and record.prints_number)
            and record.document.draft == is_titled_draft(citation.title)
        ]
        return _edition(_nearest(titled, citing), citation.kind, citing.document.issued)

    def _titled(self, title: str) -> Sequence[DocumentRecord]:
        return next((self.by_title[key] for key in title_keys(title) if key in self.by_title), ())

    def _of_title(self, title: str, citing: DocumentRecord) -> list[DocumentRecord]:
        """Those of a title that hold where the citing document does; if it has no region, that it names."""
        whole = [r for r in self._titled(title) if holds_for(r, citing) or _names_region(title, r, citing)]
        if whole:
            return whole
        keys = (key for key in title_keys(title) if key in self.by_local_title)
        return [record for record in self.by_local_title.get(next(keys, ""), ()) if holds_for(record, citing)]


def holds_for(record: DocumentRecord, citing: DocumentRecord) -> bool:
    """Whether a document holds in the region of another: both are of it, or it is of one above or of none."""
    own, region = record.document.region, citing.document.region
    return not own or bool(region and holds_in(own, region))


def _names_region(title: str, record: DocumentRecord, citing: DocumentRecord) -> bool:
    """Whether a document of no region says by the title which region's document it cites."""
    return not citing.document.region and bool(local_keys(title, record.document.region))


def _nearest(records: Sequence[DocumentRecord], citing: DocumentRecord) -> Sequence[DocumentRecord]:
    """Those of the same region, else all of them, if they are of one region."""
    region = citing.document.region
    own = [record for record in records if is_same(record.document.region, region)]
    regions = {record.document.region for record in records}
    return own or (records if len(regions) == 1 else ())


def _edition(records: Sequence[DocumentRecord], kind: TieKind, day: date | None) -> DocumentRecord | None:
    """The newest of several editions in force on a day, expired ones last; without days the only one."""
    if day is None or any(record.document.issued is None for record in records):
        return records[0] if len(records) == 1 else None
    if kind is TieKind.INCORPORATES:
        day = date.max
    latest = day + (_AHEAD if kind is TieKind.INTERPRETS else timedelta())
    until = [record for record in records if _issued(record) <= day]
    pool = until or [record for record in records if _issued(record) <= latest]
    valid = [r for r in pool if r.document.validity.state(day) is not State.EXPIRED]
    ordered = sorted(valid or pool, key=_issued)
    if not ordered or (len(ordered) > 1 and _issued(ordered[-1]) == _issued(ordered[-2])):
        return None
    return ordered[-1]


def _issued(record: DocumentRecord) -> date:
    return record.document.issued or date.min
