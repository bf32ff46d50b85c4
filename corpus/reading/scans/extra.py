"""Whether the extra `ocr` is installed."""

from importlib.util import find_spec


def is_installed() -> bool:
    """Whether pictures can be read here."""
    return find_spec("faster_paddle") is not None
