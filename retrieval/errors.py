"""What can go wrong between a question and its measures.

WenzhengError
└── RetrievalError
    └── IndexUnavailableError   the index folder can neither be read nor built
"""

from pathlib import Path

from corpus.errors import WenzhengError


class RetrievalError(WenzhengError):
    """Measures cannot be found."""


class IndexUnavailableError(RetrievalError):
    """The index folder can neither be read nor built."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder = folder
        super().__init__(f"索引目录“{folder}”无法使用：{reason}。")
