"""Why a file is not read, each with what to do about it, in the words that a clerk reads.

SourceError
└── RefusedError
    ├── UnreadableError: it is not there, or may not be opened
    ├── EmptySourceError: it holds no words
    ├── TooLargeError: it exceeds a limit
    ├── UnknownFormatError: no reader for it, or its content is not what its name says
    ├── DamagedError: it ends early or breaks the rules of its format
    ├── LockedError: it asks for a password
    ├── UnsafeError: an archive made to exhaust the memory or to write outside
    ├── NoTextLayerError: a scan
    ├── NoArticleError: a web page without an article
    └── OverrunError: reading it takes too long or too much memory, or ends the process that reads it
"""

from corpus.errors import SourceError
from corpus.text.unprinted import visible_line

READ_PICTURES = "请先在项目文件夹里运行 make ocr 装好离线文字识别（约 60 MB），再添加"
"""What to do where pictures cannot be read yet."""
RESCAN = "请用 200 到 300 dpi 重新扫描，或核对它是不是文件的页面"
"""What to do where a picture shows nothing that can be read."""
SCAN = f"这是扫描件，没有文字层，{READ_PICTURES}"


class RefusedError(SourceError):
    """A file that is not read. The message is one line: what, why, what to do."""

    def __init__(self, name: str, why: str, remedy: str = "") -> None:
        self.name = visible_line(name)
        self.why = why
        self.remedy = remedy
        super().__init__(f"{self.name}：{why}，{remedy}" if remedy else f"{self.name}：{why}")

    def __reduce__(self) -> tuple[type["RefusedError"], tuple[str, str, str]]:
        """What makes it anew in another process."""
        return type(self), (self.name, self.why, self.remedy)


class UnreadableError(RefusedError):
    """The file is not there, is a folder, or its permissions forbid reading."""


class EmptySourceError(RefusedError):
    """The file holds no words."""


class TooLargeError(RefusedError):
    """The file exceeds one of the limits."""


class UnknownFormatError(RefusedError):
    """No reader knows the format, or the content is not what the name says."""


class DamagedError(RefusedError):
    """The file ends early or breaks the rules of its format."""


class LockedError(RefusedError):
    """The file asks for a password."""


class UnsafeError(RefusedError):
    """An archive that unpacks without end, or whose members point outside of it."""


class NoTextLayerError(RefusedError):
    """A PDF of pictures only."""


class NoArticleError(RefusedError):
    """A web page that holds menus and links but no text of its own."""


class OverrunError(RefusedError):
    """Reading the file takes more time or memory than it may, or ends the process that reads it."""
