"""What a workbook holds outside its cells: remarks, drawings, pictures."""

import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from corpus.text.losses import Loss, LossKind

_REMARKS = re.compile(r"xl/(?:comments\d*|comments/comment\d*)\.xml", re.IGNORECASE)
_DRAWINGS = re.compile(r"xl/drawings/drawing\d*\.xml", re.IGNORECASE)


def losses_beside_cells(archive: zipfile.ZipFile) -> Iterator[Loss]:
    """Each remark, text box, chart and picture of a workbook.

    Raises:
        xml.etree.ElementTree.ParseError: a member is no XML.
    """
    for member in archive.namelist():
        if _REMARKS.fullmatch(member):
            for remark in _named(fromstring(archive.read(member)), "comment"):
                yield Loss(LossKind.COMMENT, _words(remark))
        elif _DRAWINGS.fullmatch(member):
            yield from _drawn(fromstring(archive.read(member)))


def _drawn(root: Element) -> Iterator[Loss]:
    for picture in _named(root, "pic"):
        named = next(_named(picture, "cNvPr"), None)
        yield Loss(LossKind.PICTURE, "" if named is None else named.get("descr") or "")
    for shape in _named(root, "sp"):
        if words := _words(shape):
            yield Loss(LossKind.OBJECT, words)
    for _ in _named(root, "graphicFrame"):
        yield Loss(LossKind.OBJECT)


def _named(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if element.tag.rpartition("}")[2] == name)


def _words(element: Element) -> str:
    return "".join(part.text or "" for part in _named(element, "t"))
