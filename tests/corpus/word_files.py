"""Word files out of the XML of their paragraphs, as tests make them."""

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml

from corpus.readers import SourceText, read_source

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_TAG = re.compile(r"^<([\w:]+)")
_RELATIONS = "word/_rels/document.xml.rels"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(words: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def word_file(
    path: Path,
    *blocks: str,
    members: Mapping[str, bytes] | None = None,
    relations: str = "",
    styles: str = "",
    lacks: str = "",
) -> Path:
    """A file with these blocks as its body, further members, relationships and styles, without one member."""
    document = Document()
    body = document.element.body
    for block in blocks:
        body.insert(len(body) - 1, parse_xml(_TAG.sub(rf"<\1 {_NAMES}", block)))
    document.save(path)
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    held[_RELATIONS] = held[_RELATIONS].replace(b"</Relationships>", f"{relations}</Relationships>".encode())
    held["word/styles.xml"] = held["word/styles.xml"].replace(b"</w:styles>", f"{styles}</w:styles>".encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**held, **(members or {})}.items():
            if name != lacks:
                archive.writestr(name, data)
    return path


def relation(kind: str, target: str, key: str = "rId500") -> str:
    return f'<Relationship Id="{key}" Type="{KINDS}/{kind}" Target="{target}"/>'


def read(tmp_path: Path, *blocks: str, **options: object) -> SourceText:
    """What is read of a file with these blocks."""
    return read_source(word_file(tmp_path / "件.docx", *blocks, **options))
