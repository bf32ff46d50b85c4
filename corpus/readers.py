"""Files in, blocks of text out: the name and the content of a file decide who reads it."""

from dataclasses import replace
from pathlib import Path
from stat import S_ISREG

from corpus.limits import DEFAULT_LIMITS, Limits
from corpus.reading.content_kinds import content_of
from corpus.reading.content_readers import CONTENT_READERS
from corpus.reading.encodings import decode
from corpus.reading.file_endings import (
    MARKDOWN,
    PAGES,
    PICTURES,
    SEPARATED,
    SUFFIXES,
    TEXTS,
    check_content,
    check_ending,
)
from corpus.reading.markdown import read_markdown
from corpus.reading.plain import read_plain
from corpus.reading.progress import Progress
from corpus.reading.refusals import (
    EmptySourceError,
    TooLargeError,
    UnreadableError,
)
from corpus.reading.separated_values import read_separated
from corpus.text.losses import summed, unprinted_in
from corpus.text.radicals import plain_characters
from corpus.text.source_text import Block, Paragraph, SourceText

__all__ = [
    "PAGES",
    "PICTURES",
    "SUFFIXES",
    "TEXTS",
    "Block",
    "Paragraph",
    "Progress",
    "SourceText",
    "read_plain",
    "read_source",
]


def read_source(path: Path, limits: Limits = DEFAULT_LIMITS, progress: Progress | None = None) -> SourceText:
    """Read one file of any format in `SUFFIXES`. `progress` hears of pages and rows.

    Raises:
        SourceError: the file is not read; the message says why and what to do, in one line.
    """
    suffix = path.suffix.lower()
    check_ending(path.name, suffix)
    data = _load(path, limits)
    content = content_of(data)
    check_content(path.name, suffix, content)
    if suffix in (*TEXTS, *SEPARATED):
        source = _read_text(path.name, suffix, decode(path.name, data), limits)
    elif suffix in PAGES:
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


def _read_text(name: str, suffix: str, given: str, limits: Limits) -> SourceText:
    """What needs no library. Characters that nothing prints are gone before anything is read, and counted."""
    text = plain_characters(given)
    _check_length(name, text, limits)
    if suffix in SEPARATED:
        source = read_separated(name, text, limits)
    else:
        source = read_markdown(name, text) if suffix in MARKDOWN else read_plain(name, text)
    return replace(source, dropped=summed([*source.dropped, *unprinted_in(given)]))


def _read_page(name: str, data: bytes) -> SourceText:
    """Loads the reader of pages when a file needs it: a bot that only answers needs none."""
    from corpus.reading.html.web_pages import read_page

    return read_page(name, data)
