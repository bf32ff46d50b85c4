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


_LINES = re.compile(r"lines (\d+)-(\d+)")
_NATIONAL = frozenset(("国家", "全国", "全国各地"))


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """Where a document stands: a repository, its commit and a path in it."""

    document: str
    title: str
    place: str | None
    """None where it holds in the whole country."""
    repository: str
    """As "owner/name"."""
    commit: str
    path: str
    part: str
    """What part of a collection it is; empty where the file is the document."""

    @property
    def lines(self) -> tuple[int, int] | None:
        """Its first and last line in a collection in plain text, from 1; None where it is no such part."""
        found = _LINES.fullmatch(self.part)
        return (int(found[1]), int(found[2])) if found else None


def read_document_sources(path: Path = SOURCES) -> list[DocumentSource]:
    """The sources of all documents, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        DocumentSource(row["document"], row["title"], _place(row["place"]), repository, commit, file, part)
        for row in rows
        for repository, commit in [row["repository@commit"].split("@")]
        for file, _, part in [row["path"].partition("#")]
    ]


def _place(named: str) -> str | None:
    return None if named in _NATIONAL else named


def document_texts(clones: Path) -> Iterator[tuple[str, str]]:
    """(document, text) of all that can be had; repositories are cloned into `clones` where they lack.

    A part of a collection comes as the whole collection.
    """
    for source in read_document_sources():
        try:
            data = file_of(source, clones)
            yield source.document, text_of(PurePosixPath(source.path), data)
        except (subprocess.CalledProcessError, WenzhengError):
            continue


def file_of(source: DocumentSource, clones: Path) -> bytes:
    """The file that a document stands in; its repository is cloned into `clones` where it lacks.

    Raises:
        subprocess.CalledProcessError: git does not find it.
    """
    clone = clones / source.repository.replace("/", "+")
    if not clone.exists():
        address = f"https://github.com/{source.repository}"
        _git("clone", "--quiet", "--bare", "--filter=blob:none", address, str(clone))
    return _git("-C", str(clone), "show", f"{source.commit}:{source.path}")


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], check=True, capture_output=True).stdout


def text_of(path: PurePosixPath, data: bytes) -> str:
    """The text of a file; of a page template or a dump of a database, what stands outside its tags.

    Raises:
        WenzhengError: the file cannot be read.
    """
    if path.suffix.lower() not in SUFFIXES:
        return _TAG.sub("\n", decode(path.name, data))
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"document{path.suffix}"
        file.write_bytes(data)
        return read_source(file).text
