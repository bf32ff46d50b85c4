"""Why a file is not read, each with what to do about it, in the words that a clerk reads.

SourceError
└── Refusal
    ├── Unreadable: it is not there, or may not be opened
    ├── EmptySource: it holds no words
    ├── TooLarge: it exceeds a limit
    ├── UnknownFormat: no reader for it, or its content is not what its name says
    ├── Damaged: it ends early or breaks the rules of its format
    ├── Locked: it asks for a password
    ├── Unsafe: an archive made to overwhelm or to escape
    ├── NoTextLayer: a scan
    └── NoArticle: a web page without one
"""

from corpus.errors import SourceError

SCAN = "这是扫描件，没有文字层，请先用 OCR 软件转成可复制文字的 PDF 再添加"


class Refusal(SourceError):
    """A file that is not read. The message is one line: what, why, what to do."""

    def __init__(self, name: str, why: str, remedy: str = "") -> None:
        self.name = name
        self.why = why
        self.remedy = remedy
        super().__init__(f"{name}：{why}，{remedy}" if remedy else f"{name}：{why}")


class Unreadable(Refusal):
    """The file is not there, is a folder, or its permissions forbid reading."""


class EmptySource(Refusal):
    """The file holds no words."""


class TooLarge(Refusal):
    """The file exceeds one of the limits."""


class UnknownFormat(Refusal):
    """No reader knows the format, or the content is not what the name says."""


class Damaged(Refusal):
    """The file ends early or breaks the rules of its format."""


class Locked(Refusal):
    """The file asks for a password."""


class Unsafe(Refusal):
    """An archive that unpacks without end, or whose members point outside of it."""


class NoTextLayer(Refusal):
    """A PDF of pictures only."""


class NoArticle(Refusal):
    """A web page that holds menus and links but no text of its own."""
