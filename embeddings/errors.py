"""What can go wrong between a text and its vector.

WenzhengError
└── EmbeddingError
    └── ModelUnavailableError   the model named in the settings cannot be loaded
"""

from corpus.errors import WenzhengError


class EmbeddingError(WenzhengError):
    """Vectors cannot be had."""


class ModelUnavailableError(EmbeddingError):
    """A model cannot be loaded: missing folder, name not on this machine, or a damaged file."""

    def __init__(self, model: str, reason: str) -> None:
        self.model = model
        super().__init__(f"向量模型“{model}”无法加载：{reason}。")
