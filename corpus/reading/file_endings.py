"""What the ending of a file's name says of it: which contents are read under it, and what else to do.

A further ending is a name more in one of these tables; the check of what was read, the page that takes
uploads and the followed sites go by them.
"""

from collections.abc import Mapping

from corpus.reading.content_kinds import Content
from corpus.reading.refusals import LockedError, UnknownFormatError

PLAIN = (".txt",)
MARKDOWN = (".md", ".markdown")
TEXTS = (*PLAIN, *MARKDOWN)
"""Texts as they stand, whatever is in them."""
SEPARATED = (".csv", ".tsv")
PAGES = (".html", ".htm", ".shtml", ".xhtml")
_IN_LEGACY = (
    *(Content.OLD_WORD, Content.OLD_SHEET, Content.WORD, Content.SHEET, Content.RICH_TEXT, Content.PAGE),
    *(Content.FLAT_WORD, Content.XML_WORD, Content.XML_SHEET),
)
"""What programs save under the old names, whichever of them; it is read as what it is."""
_LEGACY = (".doc", ".dot", ".wps", ".xls", ".et")
_BINARIES: Mapping[str, tuple[Content, ...]] = {
    ".pdf": (Content.PDF,),
    ".ofd": (Content.OFD,),
    **dict.fromkeys((".docx", ".docm"), (Content.WORD, Content.OLD_WORD, Content.RICH_TEXT)),
    **dict.fromkeys((".xlsx", ".xlsm"), (Content.SHEET, Content.OLD_SHEET)),
    **dict.fromkeys((".doc", ".dot", ".wps"), _IN_LEGACY),
    **dict.fromkeys((".xls", ".et"), (Content.OLD_SHEET, *_IN_LEGACY)),
    ".rtf": (Content.RICH_TEXT,),
    ".odt": (Content.OPEN_TEXT,),
    ".ods": (Content.OPEN_SHEET,),
}
"""By the ending of the name, the contents that are read under it, the usual one first."""
PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp")
"""The endings of pictures, which are read where the extra `ocr` is installed; no bundled source is one."""
SUFFIXES = (*TEXTS, *SEPARATED, *PAGES, *_BINARIES)
"""The endings of file names that are read, in lower case."""

_OFFERED = "请转成 .txt .md .html .docx .doc .wps .pdf .ofd .xlsx .xls .et .csv .rtf .odt .ods 之一再添加"
_PICTURE_STEP = "请另存为 .png 或 .jpg 再添加"
_REFUSED_SUFFIXES = {
    **dict.fromkeys((".gif", ".heic"), _PICTURE_STEP),
    ".mht": "请在浏览器里打开，另存为“网页，仅 HTML”（.html）再添加",
    ".mhtml": "请在浏览器里打开，另存为“网页，仅 HTML”（.html）再添加",
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz"), "请先解压，再添加其中的文件"),
}
_REFUSED_CONTENTS = {
    Content.OLD_OFFICE: "请用 Office 或 WPS 打开，另存为 .docx 或 .xlsx 再添加",
    Content.ZIP: _REFUSED_SUFFIXES[".zip"],
    Content.PAGE_ARCHIVE: _REFUSED_SUFFIXES[".mht"],
    Content.BINARY: _OFFERED,
}
_PROPER = {
    Content.PDF: ".pdf",
    Content.OFD: ".ofd",
    Content.IMAGE: ".png 或 .jpg",
    Content.WORD: ".docx",
    Content.SHEET: ".xlsx",
    Content.PAGE: ".html",
    **dict.fromkeys((Content.OLD_WORD, Content.FLAT_WORD, Content.XML_WORD), ".doc"),
    **dict.fromkeys((Content.OLD_SHEET, Content.XML_SHEET), ".xls"),
    Content.RICH_TEXT: ".rtf",
    Content.OPEN_TEXT: ".odt",
    Content.OPEN_SHEET: ".ods",
}


def check_ending(name: str, suffix: str) -> None:
    """Checks that files with an ending, in lower case, are read at all.

    Raises:
        UnknownFormatError: they are not.
    """
    if suffix in _REFUSED_SUFFIXES:
        raise UnknownFormatError(name, f"暂不支持 {suffix} 格式", _REFUSED_SUFFIXES[suffix])
    if suffix not in (*SUFFIXES, *PICTURES):
        raise UnknownFormatError(name, f"不认识{suffix or '没有扩展名的文件'}", _OFFERED)


def check_content(name: str, suffix: str, content: Content) -> None:
    """Checks that the content is what the name says.

    Raises:
        LockedError: an Office file that asks for a password.
        UnknownFormatError: anything else that does not match.
    """
    if content is Content.LOCKED_OFFICE:
        raise LockedError(name, "文件加了密码", "请打开后去掉密码，另存一份再添加")
    read = (Content.IMAGE,) if suffix in PICTURES else _BINARIES.get(suffix, ())
    if content in read:
        return
    if (content is Content.OLD_OFFICE and suffix in _LEGACY) or (content is Content.ZIP and read):
        why = f"里面没有 {suffix} 的内容（是别的{content}，或不完整、已损坏）"
        remedy = "请重新下载，或用 Office、WPS 打开另存后再添加"
        packed = "；如果是打包的文件，请解压后添加里面的文件" if content is Content.ZIP else ""
        raise UnknownFormatError(name, why, remedy + packed)
    if content in _REFUSED_CONTENTS:
        raise UnknownFormatError(name, f"内容其实是{content}，不是 {suffix}", _REFUSED_CONTENTS[content])
    proper = _PROPER.get(content)
    if proper and not (content is Content.PAGE and suffix in PAGES):
        raise UnknownFormatError(
            name, f"内容其实是{content}，不是 {suffix}", f"请把扩展名改成 {proper} 再添加"
        )
    if read:
        raise UnknownFormatError(name, f"内容不是{read[0]}", "请核对扩展名，或重新下载后再添加")
