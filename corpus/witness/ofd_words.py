"""The words of all text objects of an OFD package, member by member."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from math import dist
from xml.etree.ElementTree import ParseError, iterparse

from corpus.reading.archives import BROKEN_ARCHIVE
from corpus.reading.refusals import DamagedError

_DOUBLED_MM = 0.5


def words_of_ofd(name: str, data: bytes) -> Iterator[str]:
    """A stretch for each text object of pages, templates, composite units and annotations.

    Raises:
        DamagedError: a member is no XML.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for member in archive.namelist():
                data = archive.read(member) if member.lower().endswith(".xml") else b""
                if b"TextCode" in data:
                    yield from _words(data)
    except (ParseError, *BROKEN_ARCHIVE) as error:
        raise DamagedError(name, "文件内部有损坏", "请重新下载后再添加") from error


def _words(data: bytes) -> Iterator[str]:
    """Each text object once; bold is often printed by the same one twice, a little shifted."""
    words = ""
    printed: dict[str, list[tuple[float, ...]]] = {}
    for _, element in iterparse(BytesIO(data)):
        name = element.tag.rpartition("}")[2]
        if name == "TextCode":
            words += element.text or ""
        elif name == "TextObject":
            spot = tuple(float(edge) for edge in (element.get("Boundary") or "0 0").split()[:2])
            spots = printed.setdefault(words, [])
            if not any(dist(spot, other) < _DOUBLED_MM for other in spots):
                yield words
            spots.append(spot)
            words = ""
            element.clear()
