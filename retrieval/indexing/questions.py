"""Plain-language questions as staff write them in TOML files: of measures, and what no measure answers."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeGuard

from corpus.errors import WenzhengError

Questions = Mapping[str, tuple[str, ...]]
"""Measure id -> its questions."""

Uncovered = Mapping[str, tuple[str, ...]]
"""Kind of a question that no measure answers -> such questions."""

UNCOVERED_FOLDER = "uncovered"
"""Beside the files of the measures' questions; holds a file a kind, named by it."""


class QuestionFileError(WenzhengError):
    """A file of plain-language questions cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        super().__init__(
            f"问题文件“{path}”无法读取：{reason}。"
            '请按 document = "发文字号" 和 [questions] 下 "条目" = ["问题", …] 的写法改正；'
            f'{UNCOVERED_FOLDER} 文件夹里每类一个文件，写 questions = ["问题", …]。'
        )


def load_questions(*folders: Path) -> Questions:
    """The questions of every `.toml` file of folders, in file name order; none where a folder is absent.

    Raises:
        QuestionFileError: a file is no TOML or has another shape.
    """
    found: dict[str, tuple[str, ...]] = {}
    for path in (path for folder in folders for path in sorted(folder.glob("*.toml"))):
        for measure, questions in _read(path).items():
            found[measure] = found.get(measure, ()) + questions
    return found


def load_uncovered(folder: Path) -> Uncovered:
    """The questions that no measure answers, by kind; none where the folder holds no files of them.

    Raises:
        QuestionFileError: a file is no TOML or has another shape.
    """
    return {path.stem: _listed(path) for path in sorted((folder / UNCOVERED_FOLDER).glob("*.toml"))}


def questions_digest(questions: Questions, uncovered: Uncovered) -> str:
    """A digest that changes when any question does."""
    told = json.dumps([dict(questions), dict(uncovered)], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def _listed(path: Path) -> tuple[str, ...]:
    questions = _parsed(path).get("questions")
    if not _is_list_of_texts(questions):
        raise QuestionFileError(path, "questions 不是问题列表")
    return tuple(q for q in questions if q.strip())


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise QuestionFileError(path, str(error)) from error


def _is_list_of_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _read(path: Path) -> dict[str, tuple[str, ...]]:
    raw = _parsed(path)
    document, items = raw.get("document"), raw.get("questions")
    if not isinstance(document, str) or not isinstance(items, dict):
        raise QuestionFileError(path, "缺少 document 或 [questions]")
    found = {}
    for item, questions in items.items():
        if not _is_list_of_texts(questions):
            raise QuestionFileError(path, f"“{item}”之下不是问题列表")
        found[f"{document}#{item}"] = tuple(q for q in questions if q.strip())
    return found
