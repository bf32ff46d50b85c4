"""Files, pictures and objects inside a Word file."""

from base64 import encodebytes
from pathlib import Path

import pytest

from corpus.text.losses import Loss, LossKind
from tests.corpus.read_blocks import paragraphs
from tests.corpus.word_files import paragraph, read, relation, run, word_file


@pytest.mark.parametrize(
    ("relations", "lacks"),
    [
        (relation("image", "../NULL"), ""),
        (relation("image", "NULL"), ""),
        (relation("image", "media/image9.png"), ""),
        (relation("hyperlink", "#_top"), ""),
        ("", "word/settings.xml"),
        ("", "docProps/core.xml"),
    ],
)
def test_relationship_to_nothing_does_no_harm(tmp_path: Path, relations: str, lacks: str) -> None:
    """Only the members that carry text need be there."""
    source = read(tmp_path, paragraph(run("一、给予补助。")), relations=relations, lacks=lacks)
    assert paragraphs(source) == ["一、给予补助。"]


_CHUNK = '<w:altChunk r:id="rId500"/>'
_MHT = (
    b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="=b"\n\n--=b\n'
    b'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: base64\n\n'
)


def _archived(page: str) -> bytes:
    return _MHT + encodebytes(page.encode()) + b"\n--=b--\n"


_PAGE = '<html><head><meta charset="utf-8"></head><body><p>一、补助90元。</p><p>二、贴息。</p></body></html>'


@pytest.mark.parametrize(
    ("member", "data"),
    [
        ("afchunk.htm", _PAGE.encode()),
        ("afchunk.mht", _archived(_PAGE)),
        ("afchunk.txt", "一、补助90元。\n二、贴息。".encode("gb18030")),
    ],
)
def test_inserted_file_is_part_of_the_text(tmp_path: Path, member: str, data: bytes) -> None:
    """Mergers of documents insert them as they are; Word shows them."""
    source = read(
        tmp_path,
        paragraph(run("现印发给你们。")),
        _CHUNK,
        members={f"word/{member}": data},
        relations=relation("aFChunk", member),
    )
    assert paragraphs(source) == ["现印发给你们。", "一、补助90元。", "二、贴息。"]


def test_inserted_word_file_is_part_of_the_text(tmp_path: Path) -> None:
    """Its body stands where it is inserted."""
    inner = word_file(tmp_path / "内.docx", paragraph(run("二、贴息。"))).read_bytes()
    source = read(
        tmp_path,
        paragraph(run("一、补助。")),
        _CHUNK,
        paragraph(run("三、附则。")),
        members={"word/inner.docx": inner},
        relations=relation("aFChunk", "inner.docx"),
    )
    assert paragraphs(source) == ["一、补助。", "二、贴息。", "三、附则。"]


def test_inserted_file_of_another_format_is_named(tmp_path: Path) -> None:
    """RTF is not read, and not passed over in silence."""
    source = read(
        tmp_path,
        paragraph(run("一、补助。")),
        _CHUNK,
        members={"word/a.rtf": b"{\\rtf1 x}"},
        relations=relation("aFChunk", "a.rtf"),
    )
    assert source.dropped == (Loss(LossKind.OBJECT, "word/a.rtf"),)


def test_pictures_objects_and_remarks_are_named(tmp_path: Path) -> None:
    """An equation of the old editor is an object that holds no words."""
    drawn = (
        '<w:r><w:object><v:shape><v:imagedata r:id="x"/></v:shape>'
        '<o:OLEObject ProgID="Equation.3"/></w:object></w:r>'
        '<w:r><w:pict><v:shape><v:imagedata r:id="y" o:title="办事流程图"/></v:shape></w:pict></w:r>'
    )
    remarks = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:comment>{paragraph(run('此处待定'))}</w:comment></w:comments>"
    )
    source = read(
        tmp_path,
        paragraph(run("见图"), drawn),
        members={"word/comments.xml": remarks.encode()},
        relations=relation("comments", "comments.xml"),
    )
    assert source.dropped == (
        Loss(LossKind.FORMULA, "Equation.3"),
        Loss(LossKind.PICTURE, "办事流程图"),
        Loss(LossKind.COMMENT, "此处待定"),
    )
