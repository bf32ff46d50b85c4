"""Whether two documents say the same: told by a digest of their words, without the words."""

import re
from dataclasses import dataclass
from hashlib import sha256
from unicodedata import normalize

from corpus.drafts import DocumentDraft
from corpus.text.excerpt import compact

_QUOTES = re.compile(r"[\"'“”‘’〝〞]")
_DASHES = re.compile(r"[‐‑‒–—―−]")
"""Signs that programs change as one types: a Word file and the PDF made of it differ in them."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What tells the words of one document from those of another."""

    number: str
    region: str
    measures: int
    """How many it holds."""
    words: str
    """SHA-256 of its text without white space and quotation marks, in one width."""

    @classmethod
    def of(cls, draft: DocumentDraft) -> "Wording":
        """That of a document as it was read."""
        plain = _DASHES.sub("-", _QUOTES.sub("", normalize("NFKC", compact(draft.text))))
        words = plain.encode("utf-8", "surrogatepass")
        return cls(draft.number, draft.region, len(draft.measures), sha256(words).hexdigest())

    def says_the_same(self, other: "Wording") -> bool:
        """Whether both hold the same words for the same region; their numbers may differ."""
        ours = (self.region, self.measures, self.words)
        return ours == (other.region, other.measures, other.words)
