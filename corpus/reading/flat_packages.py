"""Word documents written as one XML file, as systems of offices fill templates, packed as a .docx.

Source: ECMA-376 transitional "Flat OPC": a `pkg:package` of parts, each a member of the package.
"""

import zipfile
from io import BytesIO
from xml.etree.ElementTree import ParseError, XMLParser, fromstring, tostring

from corpus.reading.archives import DECLARES
from corpus.reading.refusals import DamagedError, UnsafeError

_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_PROLOGUE = 4096


def packed(name: str, data: bytes) -> bytes:
    """The file as an archive with the same members; pictures are empty.

    Raises:
        UnsafeError: it declares entities, which can grow without end.
        DamagedError: it is no XML.
    """
    if DECLARES.search(data[:_PROLOGUE]):
        raise UnsafeError(name, "内部含有实体声明，可能是恶意文件", "请向来源核实文件，打开后另存一份再添加")
    try:
        root = fromstring(data, XMLParser())
    except (ParseError, ValueError, LookupError) as error:
        raise DamagedError(
            name, "文件不完整或已损坏", "请重新下载，或用 WPS 打开后另存为 .docx 再添加"
        ) from error
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for part in root.iter(f"{_PACKAGE}part"):
            tree = next(iter(part.iterfind(f"{_PACKAGE}xmlData/*")), None)
            member = (part.get(f"{_PACKAGE}name") or "").lstrip("/")
            if member and member not in archive.namelist():
                archive.writestr(member, b"" if tree is None else tostring(tree, "utf-8"))
    return file.getvalue()
