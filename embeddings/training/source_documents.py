"""The documents that the questions are about, out of the repositories that publish them."""

import csv
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from corpus.errors import WenzhengError
from corpus.readers import SUFFIXES, read_source
from corpus.reading.encodings import decode

SOURCES = Path(__file__).parent / "sources.tsv"

_TAG = re.compile(r"<[^<>]*>|\\n")


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """Where a document stands: a repository, its commit and a path in it."""

    document: str
    repository: str
    """As "owner/name"."""
    commit: str
    path: str


def read_document_sources(path: Path = SOURCES) -> list[DocumentSource]:
    """The sources of all documents, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        DocumentSource(row["document"], repository, commit, row["path"].partition("#")[0])
        for row in rows
        for repository, commit in [row["repository@commit"].split("@")]
    ]


def document_texts(clones: Path) -> Iterator[tuple[str, str]]:
    """(document, text) of all that can be had; repositories are cloned into `clones` where they lack.

    A part of a collection comes as the whole collection.
    """
    for source in read_document_sources():
        try:
            data = _file_of(source, clones)
            yield source.document, _text_of(PurePosixPath(source.path), data)
        except (subprocess.CalledProcessError, WenzhengError):
            continue


def _file_of(source: DocumentSource, clones: Path) -> bytes:
    clone = clones / source.repository.replace("/", "+")
    if not clone.exists():
        address = f"https://github.com/{source.repository}"
        _git("clone", "--quiet", "--bare", "--filter=blob:none", address, str(clone))
    return _git("-C", str(clone), "show", f"{source.commit}:{source.path}")


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], check=True, capture_output=True).stdout


def _text_of(path: PurePosixPath, data: bytes) -> str:
    """The text of a file; of a page template or a dump of a database, what stands outside its tags."""
    if path.suffix.lower() not in SUFFIXES:
        return _TAG.sub("\n", decode(path.name, data))
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"document{path.suffix}"
        file.write_bytes(data)
        return read_source(file).text
