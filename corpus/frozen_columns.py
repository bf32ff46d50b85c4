"""Rows of parsed tables as what frozen records take."""

from collections.abc import Mapping
from typing import Any


def frozen_columns(row: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a row, lists as tuples.

    Example: {"words": ["补贴"], "strict": True} -> {"words": ("补贴",), "strict": True}
    """
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
