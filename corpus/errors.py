"""What can break, as one tree.

WenzhengError
└── CorpusError
    ├── SourceError: a source text cannot be read
    ├── LibraryError: the store of added documents cannot be used, or holds no such document
    └── RecordsError: stored records or bundled data cannot be understood
"""


class WenzhengError(Exception):
    """Base of every error this project raises on purpose; its message is one line for people."""


class CorpusError(WenzhengError):
    """Something about documents or their data is broken."""


class SourceError(CorpusError):
    """A source text is missing or cannot be read."""


class RecordsError(CorpusError):
    """Stored records or bundled data tables do not have the expected shape."""


class LibraryError(CorpusError):
    """The store of added documents cannot be read or written, or holds no such document."""
