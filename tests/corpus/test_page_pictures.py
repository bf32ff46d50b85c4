"""Pages of originals as pictures: drawn in a process of its own, kept within bounds."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import SourceError
from corpus.keeping.originals import Original
from corpus.keeping.page_pictures import DRAWING_LIMITS, WIDTH, PagePictures
from corpus.keeping.reading_process import ReadingProcess
from tests.corpus.making import FONT, load_font


@pytest.fixture(scope="module")
def process() -> ReadingProcess:
    return ReadingProcess(DRAWING_LIMITS)


def pdf(path: Path, *sizes: tuple[float, float]) -> Original:
    """A file of pages of those sizes in points, black in the upper left quarter."""
    load_font()
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for across, down in sizes:
        canvas.setPageSize((across, down))
        canvas.rect(0, down / 2, across / 2, down / 2, fill=1)
        canvas.setFont(FONT, 12)
        canvas.drawString(across / 2, 20, "青禾县")
        canvas.showPage()
    canvas.save()
    path.write_bytes(buffer.getvalue())
    return Original(path, path.name, f"{path.stem:0>64}")


A4 = (595.0, 842.0)


def test_a_page_is_drawn_as_it_is_printed(tmp_path: Path, process: ReadingProcess) -> None:
    """1240 pixels wide."""
    pictures = PagePictures(tmp_path / "pictures", process)
    original = pdf(tmp_path / "a.pdf", A4, (842.0, 595.0))
    assert pictures.count(original) == 2
    drawn = Image.open(BytesIO(pictures.drawn(original, 1))).convert("L")
    assert drawn.size == (WIDTH, 1755)
    assert drawn.getpixel((300, 300)) < 20
    assert drawn.getpixel((900, 300)) > 235
    assert drawn.getpixel((300, 1500)) > 235
    assert Image.open(BytesIO(pictures.drawn(original, 2))).size == (WIDTH, 877)


def test_a_page_is_drawn_once(tmp_path: Path, process: ReadingProcess) -> None:
    """Then it comes from the disk, also when the file is gone; a damaged picture is drawn anew."""
    pictures = PagePictures(tmp_path / "pictures", process)
    original = pdf(tmp_path / "b.pdf", A4)
    assert pictures.kept(original, 1) is None
    first = pictures.drawn(original, 1)
    (kept,) = (tmp_path / "pictures").iterdir()
    kept.write_bytes(b"x")
    assert pictures.kept(original, 1) is None
    assert pictures.drawn(original, 1) == first
    original.path.unlink()
    assert PagePictures(tmp_path / "pictures", process).drawn(original, 1) == first


def test_the_pictures_take_bounded_room(tmp_path: Path, process: ReadingProcess) -> None:
    """The one that nobody asked for the longest goes first."""
    original = pdf(tmp_path / "c.pdf", *[A4] * 4)
    one = len(PagePictures(tmp_path / "one", process).drawn(original, 1)) + 32
    pictures = PagePictures(tmp_path / "pictures", process, max_bytes=int(3.5 * one))
    for page in (1, 2, 3):
        pictures.drawn(original, page)
    for kept in (tmp_path / "pictures").iterdir():
        os.utime(kept, (1_700_000_000, 1_700_000_000))
    pictures.kept(original, 1)
    pictures.drawn(original, 4)
    assert [page for page in (1, 2, 3, 4) if pictures.kept(original, page)] == [1, 4]


@pytest.mark.parametrize("size", [(14400.0, 14400.0), (100.0, 14400.0), (14400.0, 100.0)])
def test_a_page_of_any_size_becomes_a_picture_of_bounded_size(
    tmp_path: Path, process: ReadingProcess, size: tuple[float, float]
) -> None:
    """A plan or a poster, a strip: never more than 6 million pixels, no side over 8,000."""
    pictures = PagePictures(tmp_path / "pictures", process)
    drawn = Image.open(BytesIO(pictures.drawn(pdf(tmp_path / "d.pdf", size), 1)))
    assert 1240 <= max(drawn.size) <= 8_000
    assert drawn.size[0] * drawn.size[1] <= 6_010_000


@pytest.mark.parametrize("page", [0, 2, -1, 10**9])
def test_a_page_that_is_not_there_is_refused(tmp_path: Path, process: ReadingProcess, page: int) -> None:
    """In one line, and nothing is kept."""
    pictures = PagePictures(tmp_path / "pictures", process)
    with pytest.raises(SourceError, match=rf"^e\.pdf：没有第{page}页，请下载原件查看$"):
        pictures.drawn(pdf(tmp_path / "e.pdf", A4), page)
    assert not (tmp_path / "pictures").exists()


def test_a_broken_file_is_refused(tmp_path: Path, process: ReadingProcess) -> None:
    """In one line, whether its pages are counted or drawn."""
    original = pdf(tmp_path / "f.pdf", A4)
    original.path.write_bytes(b"%PDF-1.4 nothing else")
    pictures = PagePictures(tmp_path / "pictures", process)
    for ask in (lambda: pictures.count(original), lambda: pictures.drawn(original, 1)):
        with pytest.raises(SourceError, match=r"^f\.pdf：PDF 打不开，请下载原件查看$"):
            ask()


def test_a_page_that_could_not_be_drawn_is_not_tried_again_at_once(tmp_path: Path) -> None:
    """For ten minutes it is refused in the same words without another try; other pages are drawn."""
    tried: list[int] = []

    class Failing(ReadingProcess):
        """Draws the second page alone."""

        def do(self, name: str, function: object, *arguments: object, progress: object = None) -> bytes:
            tried.append(arguments[1])
            if arguments[1] != 2:
                raise SourceError("画不出来")
            return b"picture"

    now = [0.0]
    pictures = PagePictures(tmp_path / "pictures", Failing(DRAWING_LIMITS), clock=lambda: now[0])
    original = Original(tmp_path / "g.pdf", "g.pdf", "g" * 64)
    for seconds in (0.0, 599.0, 600.0):
        now[0] = seconds
        with pytest.raises(SourceError, match=r"^画不出来$"):
            pictures.drawn(original, 1)
    assert pictures.drawn(original, 2) == b"picture"
    assert tried == [1, 1, 2]
