"""Files in, blocks of text out: the name and the content of a file decide who reads it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from stat import S_ISREG

from corpus.limits import DEFAULT_LIMITS, Limits
from corpus.reading.content_kinds import Content, content_of
from corpus.reading.content_readers import CONTENT_READERS, Progress
from corpus.reading.encodings import decode
from corpus.reading.markdown import read_markdown
from corpus.reading.plain import read_plain
from corpus.reading.refusals import (
    EmptySourceError,
    LockedError,
    TooLargeError,
    UnknownFormatError,
    UnreadableError,
)
from corpus.reading.separated_values import read_separated
from corpus.text.losses import summed, unprinted_in
from corpus.text.radicals import plain_characters
from corpus.text.source_text import Block, Paragraph, SourceText

__all__ = [
    "PICTURES",
    "SUFFIXES",
    "Block",
    "Paragraph",
    "Progress",
    "SourceText",
    "read_plain",
    "read_source",
]

_TEXTS: Mapping[str, Callable[[str, str], SourceText]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
}
_SEPARATED = (".csv", ".tsv")
_PAGES = (".html", ".htm", ".shtml", ".xhtml")
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
SUFFIXES = (*_TEXTS, *_SEPARATED, *_PAGES, *_BINARIES)
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


def read_source(path: Path, limits: Limits = DEFAULT_LIMITS, progress: Progress | None = None) -> SourceText:
    """Read one file of any format in `SUFFIXES`. `progress` hears of pages and rows.

    Raises:
        SourceError: the file is not read; the message says why and what to do, in one line.
    """
    suffix = path.suffix.lower()
    if suffix in _REFUSED_SUFFIXES:
        raise UnknownFormatError(path.name, f"暂不支持 {suffix} 格式", _REFUSED_SUFFIXES[suffix])
    if suffix not in (*SUFFIXES, *PICTURES):
        raise UnknownFormatError(path.name, f"不认识{suffix or '没有扩展名的文件'}", _OFFERED)
    data = _load(path, limits)
    content = content_of(data)
    _check_content(path.name, suffix, content)
    if suffix in (*_TEXTS, *_SEPARATED):
        source = _read_text(path.name, suffix, decode(path.name, data), limits)
    elif suffix in _PAGES:
        source = _read_page(path.name, data)
    else:
        source = CONTENT_READERS[content](path.name, data, limits, progress)
    if not source.text.strip():
        raise EmptySourceError(path.name, "文件里没有文字", "请打开核对内容后再添加")
    _check_length(path.name, source.text, limits)
    return source


def _load(path: Path, limits: Limits) -> bytes:
    """The bytes of a file whose size is within the limit."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise UnreadableError(path.name, "不是普通文件", "请指定一个文件")
        size = status.st_size
        if size > limits.max_bytes:
            bound = limits.max_bytes / 1_000_000
            why = f"文件有 {size / 1_000_000:.1f} MB，超过 {bound:g} MB 的上限"
            raise TooLargeError(path.name, why, "请拆成几个较小的文件，或在设置里调高上限")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(path.name, "找不到这个文件", "请核对文件名和所在文件夹") from error
    except PermissionError as error:
        raise UnreadableError(
            path.name, "没有读取权限", "请用 chmod +r 放开读取权限，或换一个有权限的用户"
        ) from error
    except OSError as error:
        raise UnreadableError(
            path.name, f"读不出来（{error.strerror}）", "请核对它是不是一个完好的文件"
        ) from error
    if not data.strip(b"\x00\t\n\r\x0b\x0c "):
        raise EmptySourceError(path.name, "文件是空的", "请核对文件后再添加")
    return data


def _check_length(name: str, text: str, limits: Limits) -> None:
    if len(text) > limits.max_characters:
        why = f"文字超过 {limits.max_characters} 个的上限"
        raise TooLargeError(name, why, "请拆成几个较小的文件再添加")


def _check_content(name: str, suffix: str, content: Content) -> None:
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
    if proper and not (content is Content.PAGE and suffix in _PAGES):
        raise UnknownFormatError(
            name, f"内容其实是{content}，不是 {suffix}", f"请把扩展名改成 {proper} 再添加"
        )
    if read:
        raise UnknownFormatError(name, f"内容不是{read[0]}", "请核对扩展名，或重新下载后再添加")


def _read_text(name: str, suffix: str, given: str, limits: Limits) -> SourceText:
    """What needs no library. Characters that nothing prints are gone before anything is read, and counted."""
    text = plain_characters(given)
    _check_length(name, text, limits)
    source = read_separated(name, text, limits) if suffix in _SEPARATED else _TEXTS[suffix](name, text)
    return replace(source, dropped=summed([*source.dropped, *unprinted_in(given)]))


def _read_page(name: str, data: bytes) -> SourceText:
    """Loads the reader of pages when a file needs it: a bot that only answers needs none."""
    from corpus.reading.html.web_pages import read_page

    return read_page(name, data)
