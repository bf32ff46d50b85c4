"""The words of all text objects of an OFD package, member by member."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import ParseError, iterparse

from corpus.reading.archives import BROKEN_ARCHIVE
from corpus.reading.refusals import DamagedError


def words_of_ofd(name: str, data: bytes) -> Iterator[str]:
    """A stretch for each text object of pages, templates, composite units and annotations.

    Raises:
        DamagedError: a member is no XML.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for member in archive.namelist():
                if member.lower().endswith(".xml"):
                    yield from _words(archive, member)
    except (ParseError, *BROKEN_ARCHIVE) as error:
        raise DamagedError(name, "文件内部有损坏", "请重新下载后再添加") from error


def _words(archive: zipfile.ZipFile, member: str) -> Iterator[str]:
    words = ""
    with archive.open(member) as stream:
        for _, element in iterparse(stream):
            name = element.tag.rpartition("}")[2]
            if name == "TextCode":
                words += element.text or ""
            elif name == "TextObject":
                yield words
                words = ""
                element.clear()
