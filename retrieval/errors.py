"""The errors that can occur while measures are searched for a question.

WenzhengError
└── RetrievalError
    ├── IndexUnavailableError     the index folder can neither be read nor built
    └── FittingUnavailableError   a library that fits models is not installed
"""

from pathlib import Path

from corpus.errors import WenzhengError


class RetrievalError(WenzhengError):
    """The search for measures failed."""


class IndexUnavailableError(RetrievalError):
    """The index folder can neither be read nor built."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder = folder
        super().__init__(f"索引目录“{folder}”无法使用：{reason}。")


class FittingUnavailableError(RetrievalError):
    """A library that fits models is not installed."""

    def __init__(self, library: str) -> None:
        self.library = library
        super().__init__(f"拟合要用的 {library} 没有安装。请在仓库目录运行 pip install -e '.[fit]'。")
