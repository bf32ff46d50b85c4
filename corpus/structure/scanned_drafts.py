"""Documents that were read from pictures, marked so, with the figures in them that may be misread."""

from dataclasses import replace

from corpus.drafts import DocumentDraft
from corpus.text.excerpt import compact
from corpus.text.source_text import SourceText


def marked_as_scanned(draft: DocumentDraft, source: SourceText) -> DocumentDraft:
    """The document, marked if a page that it stands on was read from a picture."""
    if not source.scanned or not draft.pieces:
        return draft
    first = source.page_at(min(piece.start for piece in draft.pieces)) or 0
    last = source.page_at(max(piece.end for piece in draft.pieces) - 1) or max(source.scanned)
    if not any(first <= page <= last for page in source.scanned):
        return draft
    text = compact(draft.text)
    doubts = (doubt for doubt in source.scan_doubts if first <= doubt.page <= last)
    own = tuple(doubt for doubt in doubts if compact(doubt.words) in text)
    return replace(draft, scanned=True, scan_doubts=own)
