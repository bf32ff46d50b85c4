"""What can break, as one tree.

WenzhengError
└── CorpusError
    ├── SourceError: a source text cannot be read
    ├── LibraryError: the store of added documents cannot be used
    │   ├── DamagedTextError: a text that it keeps is not as it was written
    │   ├── FolderError: its folder cannot be read or written
    │   └── NoAddedDocumentError: it holds no such document
    └── RecordsError: stored records or bundled data cannot be understood
"""

from pathlib import Path


class WenzhengError(Exception):
    """Base of every error this project raises on purpose; its message is one line for people."""


class CorpusError(WenzhengError):
    """Something about documents or their data is broken."""


class SourceError(CorpusError):
    """A source text is missing or cannot be read."""


class RecordsError(CorpusError):
    """Stored records or bundled data tables do not have the expected shape."""


class LibraryError(CorpusError):
    """The store of added documents cannot be used."""


class FolderError(LibraryError):
    """A folder of added documents cannot be read or written."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder = folder
        super().__init__(f"文件库“{folder}”无法读写（{reason}）。")


class DamagedTextError(LibraryError):
    """The text of an added document is not as it was written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path}：存入的文字已损坏，读不了。请移走这个文件夹，重新添加原文件。")


class NoAddedDocumentError(LibraryError):
    """No added document of a number counts."""

    def __init__(self, number: str) -> None:
        self.number = number
        super().__init__(f"没有添加过文号为“{number}”的现行文件。")
