"""Adds plain-language questions one at a time, to one TOML file per document in a separate folder."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from corpus.durable import locked, replacing
from corpus.errors import WenzhengError
from retrieval.indexing.questions import load_questions


class QuestionNotKeptError(WenzhengError):
    """A question cannot be written to the disk."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder = folder
        super().__init__(f"问题存不下来：{folder}（{reason}）。请检查路径、权限和磁盘空间。")


def add_question(folder: Path, measure_id: str, question: str) -> bool:
    """Adds a question of a measure; False where it is already stored. A missing folder is created.

    A reader sees the file as it was before or after, never in between.

    Raises:
        QuestionFileError: a file of the folder cannot be read.
        QuestionNotKeptError: the folder cannot be written.
    """
    number, _, item = measure_id.partition("#")
    words = " ".join("".join(c if c.isprintable() else " " for c in question).split())
    try:
        with locked(folder):
            stored = load_questions(folder)
            if words in stored.get(measure_id, ()):
                return False
            own = {
                key.partition("#")[2]: texts for key, texts in stored.items() if key.startswith(f"{number}#")
            }
            own[item] = (*own.get(item, ()), words)
            with replacing(folder / f"{sha256(number.encode()).hexdigest()[:16]}.toml") as file:
                file.write(_toml(number, own).encode())
    except OSError as error:
        raise QuestionNotKeptError(folder, error.strerror or str(error)) from error
    return True


def _toml(number: str, items: Mapping[str, Sequence[str]]) -> str:
    lines = [f"document = {_string(number)}", "", "[questions]"]
    for item, texts in items.items():
        lines += [f"{_string(item)} = [", *(f"  {_string(text)}," for text in texts), "]"]
    return "\n".join(lines) + "\n"


def _string(text: str) -> str:
    """A basic string. Source: TOML 1.0: it has JSON's escapes, and DEL must be escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
