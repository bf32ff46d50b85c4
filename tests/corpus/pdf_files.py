"""PDF files drawn here, page by page."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from corpus.readers import SourceText, read_source
from tests.corpus.making import FONT, drawn

TEXT = [
    "各镇人民政府、街道办事处，县政府各部门：",
    "一、给予稳岗补贴，每人450元，每家最高3万元。",
    "二、给予贷款贴息。",
]
Draw = Callable[[Canvas], None]


def written(canvas: Canvas, x: float, y: float, words: str, size: float = 14) -> float:
    canvas.setFont(FONT, size)
    canvas.drawString(x, y, words)
    return x + stringWidth(words, FONT, size)


def read(tmp_path: Path, *pages: Draw) -> SourceText:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    path = tmp_path / "件.pdf"
    path.write_bytes(buffer.getvalue())
    return read_source(path)


def text(canvas: Canvas) -> None:
    drawn(canvas, TEXT)
