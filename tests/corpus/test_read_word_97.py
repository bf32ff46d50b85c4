"""Old Word files: each layout of an office reads as its .docx does."""

import re
import struct
import zipfile
from pathlib import Path

import pytest

from corpus.limits import Limits
from corpus.readers import read_source
from corpus.reading.compound_files import BrokenContainerError, CompoundFile
from corpus.reading.refusals import (
    DamagedError,
    LockedError,
    NoArticleError,
    OverrunError,
    SourceError,
    UnknownFormatError,
    UnsafeError,
)
from corpus.text.losses import Loss, LossKind
from corpus.witness.shortfall import Shortfall, shortfall_of
from tests.corpus.office_layouts import CHECKED, LAYOUTS, printed_by, write_layout

FILES = Path(__file__).parent / "office_files"
WORD_97, WORD_95 = b"\xec\xa5\x01\x01", b"\xdc\xa5\x01\x01"
"""How the text of a file begins."""
_UNDECLARED = re.compile(r"^\s*<\?xml[^>]*>")
FLAGS = 0x0A
"""Where the flags stand in a Word 97 file."""


PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"


def flat(path: Path) -> bytes:
    """A .docx as one XML file."""
    with zipfile.ZipFile(path) as archive:
        parts = "".join(
            f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{_UNDECLARED.sub("", archive.read(name).decode())}'
            "</pkg:xmlData></pkg:part>"
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        )
    head = '<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?>'
    return f'{head}<pkg:package xmlns:pkg="{PACKAGE}">{parts}</pkg:package>'.encode()


def changed(name: str, tmp_path: Path, old: bytes, new: bytes) -> Path:
    """A copy of a file with some bytes changed."""
    data = (FILES / name).read_bytes()
    assert old in data
    path = tmp_path / name
    path.write_bytes(data.replace(old, new, 1))
    return path


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts_as_docx(name: str, tmp_path: Path) -> None:
    """The layouts print what is written beside them: the files made of them are judged by it."""
    source = read_source(write_layout(name, tmp_path))
    assert printed_by(source) == list(LAYOUTS[name].printed)


@pytest.mark.parametrize("suffix", [".doc", ".wps", ".docx"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_old_word_file_prints_what_its_layout_says(name: str, suffix: str, tmp_path: Path) -> None:
    """Lines, numbers, rows, phones and sums, in their order; WPS writes the same kind of file."""
    path = tmp_path / f"{name}{suffix}"
    path.write_bytes((FILES / f"{name}.doc").read_bytes())
    source = read_source(path)
    assert printed_by(source) == list(LAYOUTS[name].printed)
    losses = {loss.kind: loss.words for loss in source.dropped}
    assert losses == dict(LAYOUTS[name].left_out or {})


def test_boxes_to_tick_of_a_form_are_named() -> None:
    """The converter leaves them out; the words beside them are read."""
    source = read_source(FILES / "checked.doc")
    assert printed_by(source) == [words.replace("□", "") for words in CHECKED.printed]
    assert source.dropped == (Loss(LossKind.OBJECT, "FORMCHECKBOX", 2),)


def test_file_of_word_95_needs_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where LibreOffice is missing, the line names it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    old = changed("table.doc", tmp_path, WORD_97, WORD_95)
    with pytest.raises(UnknownFormatError, match=r"LibreOffice.*没有安装.*另存为 \.docx"):
        read_source(old)


def test_libre_office_converts_where_it_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it makes is read as a .docx; its profile forbids macros and stands in a folder of its own."""
    made = write_layout("red_head", tmp_path)
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(
        "#!/bin/sh\nprofile=${1#-env:UserInstallation=file://}\n"
        'grep -q DisableMacrosExecution "$profile/user/registrymodifications.xcu" || exit 1\n'
        'while [ "$1" != --outdir ]; do shift; done\nmkdir -p "$2"\n'
        f'cp "{made}" "$2/document.docx"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    old = changed("table.doc", tmp_path, WORD_97, WORD_95)
    assert printed_by(read_source(old)) == list(LAYOUTS["red_head"].printed)


def test_file_that_asks_for_a_password_is_refused(tmp_path: Path) -> None:
    """A flag of the file says so."""
    data = bytearray((FILES / "table.doc").read_bytes())
    start = data.index(WORD_97)
    data[start + FLAGS + 1] |= 1
    path = tmp_path / "a.doc"
    path.write_bytes(data)
    with pytest.raises(LockedError, match="去掉密码"):
        read_source(path)


@pytest.mark.parametrize("length", [700, 3000, 9000, 15000])
def test_file_that_ends_early_is_refused(
    length: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line, wherever it is cut."""
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "a.doc"
    path.write_bytes((FILES / "table.doc").read_bytes()[:length])
    with pytest.raises(SourceError) as refusal:
        read_source(path)
    assert "\n" not in str(refusal.value)


def test_chain_of_sectors_that_bites_its_tail_is_broken() -> None:
    """A hostile file ends the reading, it does not keep it."""
    data = bytearray((FILES / "table.doc").read_bytes())
    (first,) = struct.unpack_from("<I", data, 48)
    (table,) = struct.unpack_from("<I", data, 76)
    struct.pack_into("<I", data, (table + 1) * 512 + 4 * first, first)
    with pytest.raises(BrokenContainerError):
        CompoundFile(bytes(data))


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.dot", "a.xls", "a.et"])
def test_docx_under_an_old_name_is_read_as_what_it_is(name: str, tmp_path: Path) -> None:
    """Offices rename files."""
    path = write_layout("table", tmp_path).rename(tmp_path / name)
    assert printed_by(read_source(path)) == list(LAYOUTS["table"].printed)


@pytest.mark.parametrize("name", ["a.doc", "a.xls"])
def test_page_under_an_old_name_is_read_as_what_it_is(name: str, tmp_path: Path) -> None:
    """What business systems export as Word or Excel; all of it is the document."""
    path = tmp_path / name
    row = "<tr><td>{}</td><td>{}</td></tr>"
    rows = row.format("事项", "联系电话") + row.format("低保申请", "0533-3180011")
    path.write_text(f"<html><body><p>清河区服务电话</p><table>{rows}</table></body></html>", "utf-8")
    printed = ["清河区服务电话", ("事项", "联系电话"), ("低保申请", "0533-3180011")]
    assert printed_by(read_source(path)) == printed


def test_macros_of_a_docm_are_left_alone(tmp_path: Path) -> None:
    """It is read as a .docx."""
    path = write_layout("changed", tmp_path).rename(tmp_path / "a.docm")
    source = read_source(path)
    assert printed_by(source) == list(LAYOUTS["changed"].printed)
    assert source.dropped == (Loss(LossKind.DELETED, "300"),)


@pytest.mark.parametrize("name", LAYOUTS)
def test_nothing_of_an_old_word_file_is_missing(name: str) -> None:
    """By its bare text, which shares nothing with the converter."""
    path = FILES / f"{name}.doc"
    source = read_source(path)
    assert shortfall_of(path.name, path.read_bytes(), source.text, source.dropped) == Shortfall(0, ())


@pytest.mark.parametrize("name", ["numbered", "merged", "boxed", "noted"])
def test_document_written_as_one_xml_file(name: str, tmp_path: Path) -> None:
    """Systems of offices fill such templates and call them .doc; numbers, notes and boxes are read."""
    path = tmp_path / "a.doc"
    path.write_bytes(flat(write_layout(name, tmp_path)))
    source = read_source(path)
    assert printed_by(source) == list(LAYOUTS[name].printed)
    assert shortfall_of(path.name, path.read_bytes(), source.text, source.dropped) == Shortfall(0, ())


@pytest.mark.parametrize(("program", "target"), [("Word.Document", "docx"), ("Excel.Sheet", "xlsx")])
def test_xml_of_office_2003_needs_another_program(
    program: str, target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where LibreOffice is missing, the line names it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "a.doc"
    path.write_bytes(f'<?xml version="1.0"?><?mso-application progid="{program}"?><a/>'.encode())
    with pytest.raises(UnknownFormatError, match=rf"LibreOffice.*另存为 \.{target}"):
        read_source(path)


@pytest.mark.parametrize(
    ("content", "error"),
    [("<pkg:package", DamagedError), ("<!DOCTYPE a [<!ENTITY b 'c'>]>", UnsafeError)],
)
def test_broken_and_hostile_xml_is_refused(content: str, error: type[Exception], tmp_path: Path) -> None:
    """One line each."""
    head = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    path = tmp_path / "a.doc"
    path.write_bytes(f"{head}{content}<!-- {PACKAGE} -->".encode())
    with pytest.raises(error):
        read_source(path)


def test_page_of_a_site_under_an_old_name_is_read_by_its_article(tmp_path: Path) -> None:
    """What a site answers in place of a file, such as a page that asks to sign in, is no document."""
    menu = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in ("首页", "登录", "注册", "帮助"))
    path = tmp_path / "a.doc"
    path.write_text(f"<html><body><script>x()</script><ul class='nav'>{menu}</ul></body></html>", "utf-8")
    with pytest.raises(NoArticleError, match="没有正文"):
        read_source(path)


def test_conversion_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After half of the time that reading may take."""
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nexec /bin/sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    with pytest.raises(OverrunError, match="1秒还没有完成"):
        read_source(changed("table.doc", tmp_path, WORD_97, WORD_95), Limits(max_seconds=2))
