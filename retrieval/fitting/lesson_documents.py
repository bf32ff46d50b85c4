"""Makes a folder of judged documents for `fit_unasked` of what the encoder was taught.

`python -m retrieval.fitting.lesson_documents CLONES FOLDER`: the documents of `embeddings/training` with some
of their questions, drawn by lot. Left out are documents that cannot be had or are parts of files other than
plain text. Most were taught to the encoder: fit the chance alone on them (`--chance`).
"""

import json
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from corpus.errors import WenzhengError
from corpus.readers import SUFFIXES
from corpus.reading.encodings import decode
from embeddings.training.lessons import QUESTIONS
from embeddings.training.source_documents import DocumentSource, file_of, read_document_sources, text_of
from retrieval.fitting.folds import SEED

ANSWERED, NEAR = 20, 12
"""The most questions of a document: more of one say little more about others."""
_EVIDENCE = 40
"""Letters behind the first words of a measure by which it is known again."""
_NAME = 60
"""The most characters of a title that make the name of a file."""


def write_lesson_documents(clones: Path, folder: Path) -> int:
    """Writes `docs/` and `gold.jsonl` into a folder; how many documents it holds.

    Raises:
        OSError: the folder cannot be written.
    """
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    lines = []
    for source in read_document_sources():
        own = [row for row in rows if row["document"] == source.document]
        try:
            name, data = _as_published(source, file_of(source, clones))
            text = text_of(PurePosixPath(name), data)
        except (subprocess.CalledProcessError, WenzhengError, ValueError):
            continue
        file = f"{source.document}{PurePosixPath(name).suffix}"
        (folder / "docs" / file).write_bytes(data)
        asked = judged_questions(own, text)
        lines.append({"file": file, "name": name, "place": source.place, "questions": asked})
    written = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
    (folder / "gold.jsonl").write_text(written, encoding="utf-8")
    return len(lines)


def judged_questions(rows: Sequence[Mapping[str, Any]], text: str) -> list[dict[str, Any]]:
    """Questions that the measures of a document answer, and near ones that none does, by lot.

    The evidence of an answered one is what stands behind the first words of its measure, whose label is no
    part of what is read.
    """
    letters, chance = "".join(text.split()), random.Random(SEED)
    drawn: list[dict[str, Any]] = []
    for every, most in ((_answered(rows, letters), ANSWERED), (_near(rows), NEAR)):
        asked = list(every)
        chance.shuffle(asked)
        drawn += asked[:most]
    return [{"id": str(number), **question} for number, question in enumerate(drawn, 1)]


def _answered(rows: Iterable[Mapping[str, Any]], letters: str) -> Iterator[dict[str, Any]]:
    for row in rows:
        at = letters.find(row["begins"])
        begin = at + len(row["begins"])
        evidence = letters[begin : min(at + row["length"], begin + _EVIDENCE)]
        if at >= 0 and evidence:
            yield from ({"q": q, "status": "answered", "evidence": evidence} for q in row["questions"])


def _near(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        alone = (near["q"] for near in row["near"] if near["answered_by"] is None)
        yield from ({"q": q, "status": "not_covered", "evidence": None} for q in alone)


def _as_published(source: DocumentSource, data: bytes) -> tuple[str, bytes]:
    """The name of a document's file at its office, and what stands in it.

    Raises:
        ValueError: it is a part of a file that is no plain text, or of a format that no office publishes.
    """
    suffix = PurePosixPath(source.path).suffix.lower()
    title = "".join(sign for sign in source.title if sign.isalnum() or sign in "《》（）〔〕—-")[:_NAME]
    if source.lines:
        first, last = source.lines
        part = decode(source.path, data).splitlines()[first - 1 : last]
        return f"{title}.txt", "\n".join(part).encode()
    if source.part or suffix not in SUFFIXES:
        raise ValueError(f"{source.path}: {source.part or suffix} is not read alone")
    return f"{title}{suffix}", data


if __name__ == "__main__":
    taken = write_lesson_documents(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write(f"{taken} documents\n")
