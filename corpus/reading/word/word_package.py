"""The members of a .docx and how they point to each other."""

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

from corpus.limits import Limits
from corpus.reading.archives import open_archive

Element = Any
"""An lxml element."""

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MAIN = "word/document.xml"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(officeDocument|wordprocessingml|drawingml)/")
_USUAL = {
    b"officeDocument": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"wordprocessingml": b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
    b"drawingml": b"http://schemas.openxmlformats.org/drawingml/2006/",
}


class WordPackage:
    """A .docx as its members; what a relationship names and the file lacks is as if it was not named."""

    def __init__(self, name: str, data: bytes, limits: Limits, parse: Callable[[bytes], Element]) -> None:
        self._archive: zipfile.ZipFile = open_archive(name, data, limits)
        self._parse = parse
        self._names = {member.lower(): member for member in self._archive.namelist()}
        roots = [target for _, kind, target in self._relations("") if kind == "officeDocument"]
        self.main = next((target for target in roots if self.has(target)), _MAIN)
        self._related = list(self._relations(self.main))

    def has(self, member: str) -> bool:
        """Whether the file holds a member."""
        return member.lower() in self._names

    def data(self, member: str) -> bytes:
        """The bytes of a member. Raises KeyError where there is none."""
        return self._archive.read(self._names[member.lower()])

    def root(self, member: str) -> Element:
        """The tree of a member; strict files are read like the usual ones.

        What is written for old programs only is taken as the text; else it is a second copy.
        """
        root = self._parse(_STRICT.sub(lambda match: _USUAL[match[1]], self.data(member)))
        for alternative in root.iter(_MC + "AlternateContent"):
            if alternative.find(_MC + "Choice") is None:
                for only in alternative.findall(_MC + "Fallback"):
                    only.tag = _MC + "Choice"
        return root

    def related(self, kind: str) -> list[str]:
        """The members that the main one points to with relationships of a kind, in the file's order."""
        found = [target for _, named, target in self._related if named == kind and self.has(target)]
        return list(dict.fromkeys(found))

    def only(self, kind: str) -> Element | None:
        """The tree of the one member of a kind; None where there is none."""
        return next((self.root(member) for member in self.related(kind)), None)

    def target(self, relation: str) -> str | None:
        """The member that a relationship of the main one points to; None where the file lacks it."""
        named = (target for key, _, target in self._related if key == relation)
        return next((target for target in named if self.has(target)), None)

    def _relations(self, member: str) -> Iterator[tuple[str, str, str]]:
        """The relationships of a member as (id, last word of the kind, target); "" for those of the file."""
        folder, base = posixpath.split(member)
        listed = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(listed):
            return
        for relation in self._parse(self.data(listed)).iter(_RELATION):
            target = unquote(relation.get("Target") or "")
            kind = (relation.get("Type") or "").rpartition("/")[2]
            if target and relation.get("TargetMode") != "External":
                whole = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                yield relation.get("Id") or "", kind, posixpath.normpath(whole)
