"""Plain-language questions of measures, as staff write them in TOML files."""

import hashlib
import json
import logging
import tomllib
from collections.abc import Mapping
from pathlib import Path

from corpus.errors import WenzhengError

_log = logging.getLogger(__name__)

Questions = Mapping[str, tuple[str, ...]]
"""Measure id -> its questions."""


class QuestionFileError(WenzhengError):
    """A file of plain-language questions cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        super().__init__(
            f"问题文件“{path}”无法读取：{reason}。"
            '请按 document = "发文字号" 和 [questions] 下 "条目" = ["问题", …] 的写法改正。'
        )


def load_questions(folder: Path) -> Questions:
    """The questions of every `.toml` file of a folder, in file name order; none where it is absent.

    Raises:
        QuestionFileError: a file is no TOML or has another shape.
    """
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name == "uncovered.toml":
            continue
        for measure, questions in _read(path).items():
            found[measure] = found.get(measure, ()) + questions
    return found


def questions_digest(questions: Questions) -> str:
    """A digest that changes when any question does."""
    return hashlib.sha256(json.dumps(dict(questions), ensure_ascii=False).encode()).hexdigest()


def _read(path: Path) -> dict[str, tuple[str, ...]]:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise QuestionFileError(path, str(error)) from error
    document, items = raw.get("document"), raw.get("questions")
    if not isinstance(document, str) or not isinstance(items, dict):
        raise QuestionFileError(path, "缺少 document 或 [questions]")
    found = {}
    for item, questions in items.items():
        if not isinstance(questions, list) or not all(isinstance(q, str) for q in questions):
            raise QuestionFileError(path, f"“{item}”之下不是问题列表")
        found[f"{document}#{item}"] = tuple(q for q in questions if q.strip())
    return found
