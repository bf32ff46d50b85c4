"""The errors that can occur while measures are searched for a question.

WenzhengError
└── RetrievalError
    ├── EngineError               the engine that keeps the index cannot be used
    │   ├── EngineUnavailableError    it is gone, too slow, or refuses
    │   ├── EngineUnfitError          it is of another version, lacks something, or holds something else
    │   └── EngineExtraMissingError   the library that speaks with it is not installed
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


class EngineError(RetrievalError):
    """The engine that keeps the index cannot be used."""


class EngineUnavailableError(EngineError):
    """The engine is gone, too slow, or refuses."""

    def __init__(self, address: str, reason: str) -> None:
        self.address, self.reason = address, reason
        super().__init__(f"索引引擎 {address} 用不了：{reason}。")


class EngineUnfitError(EngineError):
    """The engine is of another version, lacks something, or holds something else."""

    def __init__(self, address: str, reason: str) -> None:
        self.address, self.reason = address, reason
        super().__init__(f"索引引擎 {address} 不合用：{reason}。")


class EngineExtraMissingError(EngineError):
    """The library that speaks with an engine is not installed."""

    def __init__(self) -> None:
        super().__init__("索引引擎的客户端没有安装。请运行 pip install 'wenzheng[engine]'。")


class FittingUnavailableError(RetrievalError):
    """A library that fits models is not installed."""

    def __init__(self, library: str) -> None:
        self.library = library
        super().__init__(f"拟合要用的 {library} 没有安装。请在仓库目录运行 pip install -e '.[fit]'。")
