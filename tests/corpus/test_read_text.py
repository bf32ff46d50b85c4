"""Plain text and Markdown, and files that are not what their name says."""

import os
from pathlib import Path

import pytest

from corpus.errors import SourceError
from corpus.limits import Limits
from corpus.readers import SUFFIXES, read_source
from corpus.reading.refusals import (
    EmptySourceError,
    LockedError,
    TooLargeError,
    UnknownFormatError,
    UnreadableError,
)
from corpus.text.tables import Table
from tests.corpus.read_blocks import paragraphs

TEXT = "周村区人民政府关于促进家电消费的通知\r\n各镇人民政府：\r\n　　给予15％补贴。\r\n"


def write(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5"]
)
def test_text_is_the_same_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    """A byte order mark is no text; without one the encoding is detected. Line ends stay as they are."""
    text = (
        TEXT
        if encoding != "big5"
        else "臺北市政府關於促進家電消費的通知，請依照規定辦理，並於期限內完成各項工作。\r\n"
    )
    source = read_source(write(tmp_path, "a.txt", text.encode(encoding)))
    assert source.text == text
    assert paragraphs(source) == [line.strip() for line in text.splitlines()]


def test_rare_characters_of_names_are_detected_too(tmp_path: Path) -> None:
    """GB18030 holds the characters of names that GB 2312 lacks."""
    text = "经研究，任命王喆、李赟、张玥为区政府办公室副主任，请遵照执行。"
    assert read_source(write(tmp_path, "a.txt", text.encode("gb18030"))).text == text


MARKDOWN = """# 关于促进家电消费的通知

各镇人民政府：

## 一、补贴标准
- **牵头单位**：[区商务局](http://example.cn)
1. 给予`15%`补贴。<!-- 校对 -->

> 联系电话：6195136

| 序号 | 任务 | 责任单位 |
|:---|---|---:|
| 1 | 以旧换新 | 区商务局 |
| 2 | 设备\\|更新<br>改造 | |

```
附件
```
"""


def test_markdown_is_read_without_its_markup(tmp_path: Path) -> None:
    """Headings, lists, quotations and tables; a numbered item keeps its number."""
    source = read_source(write(tmp_path, "a.md", MARKDOWN.encode()))
    assert paragraphs(source) == [
        "关于促进家电消费的通知",
        "各镇人民政府：",
        "一、补贴标准",
        "牵头单位：区商务局",
        "1. 给予15%补贴。",
        "联系电话：6195136",
        "附件",
    ]
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row] for row in (table.header, *table.rows)] == [
        ["序号", "任务", "责任单位"],
        ["1", "以旧换新", "区商务局"],
        ["2", "设备|更新\n改造", ""],
    ]


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(40)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_renamed_picture_is_refused_under_every_name(tmp_path: Path, suffix: str) -> None:
    """What a file is, its content decides."""
    with pytest.raises(UnknownFormatError, match=r"图片.*扩展名改成 \.png 或 \.jpg"):
        read_source(write(tmp_path, f"a{suffix}", PNG))


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("data", [b"", b" \r\n\t\n"])
def test_empty_file_is_refused_under_every_name(tmp_path: Path, suffix: str, data: bytes) -> None:
    """No bytes, or white space only."""
    with pytest.raises(EmptySourceError, match="空的"):
        read_source(write(tmp_path, f"a{suffix}", data))


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("a.doc", "核对扩展名"),
        ("a.wps", "核对扩展名"),
        ("a.xls", "核对扩展名"),
        ("a.et", "核对扩展名"),
        ("a.rtf", "核对扩展名"),
        ("a.odt", "核对扩展名"),
        ("a.heic", "另存为 .png 或 .jpg"),
        ("a.mht", "仅 HTML"),
        ("a.zip", "先解压"),
        ("a.exe", ".txt .md .html"),
        ("a", ".txt .md .html"),
    ],
)
def test_other_formats_are_refused_with_what_to_do(tmp_path: Path, name: str, step: str) -> None:
    """One line: what, why, what to do."""
    with pytest.raises(UnknownFormatError) as refusal:
        read_source(write(tmp_path, name, b"x"))
    assert step in str(refusal.value)
    assert str(refusal.value).startswith(f"{name}：")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "data", "step"),
    [
        ("a.txt", b"%PDF-1.4\n%%EOF", "扩展名改成 .pdf"),
        ("a.txt", b"<!DOCTYPE html><html><body></body></html>", "扩展名改成 .html"),
        ("a.docx", b"%PDF-1.4\n%%EOF", "扩展名改成 .pdf"),
        ("a.docx", OLE, "另存为 .docx"),
        ("a.pdf", "只是文字。".encode(), "核对扩展名"),
        ("a.xlsx", "部门,电话".encode(), "核对扩展名"),
        ("a.html", b"MIME-Version: 1.0\nContent-Type: multipart/related;", "仅 HTML"),
        ("a.txt", b"{\\rtf1\\ansi", "扩展名改成 .rtf"),
        ("a.txt", bytes(range(256)) * 10, "另存为 UTF-8"),
    ],
)
def test_content_that_belies_its_name_is_refused(tmp_path: Path, name: str, data: bytes, step: str) -> None:
    """The message says what the file really is, or what to check."""
    with pytest.raises(UnknownFormatError, match=step):
        read_source(write(tmp_path, name, data))


def test_encrypted_office_file_is_refused(tmp_path: Path) -> None:
    """Office wraps what it encrypts in its old container."""
    with pytest.raises(LockedError, match="去掉密码"):
        read_source(write(tmp_path, "a.docx", OLE + "EncryptedPackage".encode("utf-16-le")))


def test_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    """The message names its size and the limit."""
    with pytest.raises(TooLargeError, match=r"2\.0 MB，超过 1 MB"):
        read_source(write(tmp_path, "a.txt", b"a" * 2_000_000), Limits(max_bytes=1_000_000))


def test_text_with_more_characters_than_the_limit_is_refused(tmp_path: Path) -> None:
    """Packed formats may hold more words than bytes."""
    with pytest.raises(TooLargeError, match="超过 3 个"):
        read_source(write(tmp_path, "a.txt", "四个汉字".encode()), Limits(max_characters=3))


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    """A name that is wrong, and one that is a folder."""
    (tmp_path / "夹.txt").mkdir()
    with pytest.raises(UnreadableError, match="找不到"):
        read_source(tmp_path / "gone.txt")
    with pytest.raises(UnreadableError, match="夹"):
        read_source(tmp_path / "夹.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission_is_refused(tmp_path: Path) -> None:
    """The message says how to allow reading."""
    path = write(tmp_path, "a.txt", b"a")
    path.chmod(0)
    with pytest.raises(UnreadableError, match="权限"):
        read_source(path)


def test_every_refusal_is_a_source_error(tmp_path: Path) -> None:
    """One class to catch for whoever adds a folder of files."""
    with pytest.raises(SourceError):
        read_source(write(tmp_path, "a.doc", OLE))
