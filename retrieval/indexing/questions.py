"""Reads the TOML files in which staff write plain-language questions: of measures, and unanswered ones."""

import hashlib
import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

from corpus.errors import WenzhengError

Questions = Mapping[str, tuple[str, ...]]
"""Measure id -> its questions."""

Uncovered = Mapping[str, tuple[str, ...]]
"""Kind of a question that no measure answers -> such questions."""

UNCOVERED_FOLDER = "uncovered"
"""Folder beside the files of the measures' questions, with one file for each kind, named after it."""


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """The stored questions, read when needed; `digest` identifies their state without reading them."""

    digest: str
    load: Callable[[], tuple[Questions, Uncovered]]

    @classmethod
    def of(cls, questions: Questions, uncovered: Uncovered | None = None) -> "AskedBefore":
        """The given questions."""
        content = json.dumps([dict(questions), dict(uncovered or {})], ensure_ascii=False)
        digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(digest, lambda: (questions, uncovered or {}))

    @classmethod
    def within(cls, *folders: Path) -> "AskedBefore":
        """The questions in the files of folders; the first also contains the unanswered ones.

        Loading them raises QuestionFileError where a file is not TOML or has another shape.
        """
        digest = hashlib.sha256()
        for path in (*_files(*folders), *_files(folders[0] / UNCOVERED_FOLDER)):
            digest.update(f"{path.name}\0{path.parent.name}\0".encode("utf-8", "surrogateescape"))
            digest.update(hashlib.sha256(_bytes(path)).digest())
        return cls(digest.hexdigest(), lambda: (load_questions(*folders), load_uncovered(folders[0])))


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
        QuestionFileError: a file is not TOML or has another shape.
    """
    by_measure: dict[str, tuple[str, ...]] = {}
    for path in _files(*folders):
        for measure, questions in _read(path).items():
            by_measure[measure] = by_measure.get(measure, ()) + questions
    return by_measure


def load_uncovered(folder: Path) -> Uncovered:
    """The questions that no measure answers, by kind; none where the folder holds no files of them.

    Raises:
        QuestionFileError: a file is not TOML or has another shape.
    """
    return {path.stem: _listed(path) for path in _files(folder / UNCOVERED_FOLDER)}


def _files(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.glob("*.toml"))]


def _listed(path: Path) -> tuple[str, ...]:
    questions = _parsed(path).get("questions")
    if not _is_list_of_texts(questions):
        raise QuestionFileError(path, "questions 不是问题列表")
    return tuple(q for q in questions if q.strip())


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_bytes(path).decode("utf-8"))
    except ValueError as error:
        raise QuestionFileError(path, str(error)) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise QuestionFileError(path, str(error)) from error


def _is_list_of_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _read(path: Path) -> dict[str, tuple[str, ...]]:
    raw = _parsed(path)
    document, items = raw.get("document"), raw.get("questions")
    if not isinstance(document, str) or not isinstance(items, dict):
        raise QuestionFileError(path, "缺少 document 或 [questions]")
    by_measure = {}
    for item, questions in items.items():
        if not _is_list_of_texts(questions):
            raise QuestionFileError(path, f"“{item}”之下不是问题列表")
        by_measure[f"{document}#{item}"] = tuple(q for q in questions if q.strip())
    return by_measure
