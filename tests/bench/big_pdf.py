"""A PDF of 200 pages, built here: numbered tasks with departments, running heads, page numbers."""

from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

PAGES = 200
_FONT, _SIZE, _PITCH, _LEFT, _TOP = "STSong-Light", 14, 24, 70, 760
_TASK = (
    "{number}.加强第{number}类企业设备更新。对总额不低于{number}万元的设备更新项目，按照",
    "不超过设备购置额10%给予补助，单个项目最高不超过500万元。（责任单位：区工业和",
    "信息化局；联系电话：0533-6195{number:03d}）",
)
_HEAD = ("周村区人民政府办公室关于印发周村区设备更新任务清单的通知", "周政办字〔2025〕99号")


def write(path: Path) -> None:
    """Writes the file."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    canvas = Canvas(str(path))
    for page in range(PAGES):
        canvas.setFont(_FONT, _SIZE)
        canvas.drawString(_LEFT, 800, "周村区设备更新任务清单")
        for row, line in enumerate(_page_lines(page)):
            canvas.drawString(_LEFT, _TOP - row * _PITCH, line)
        canvas.drawCentredString(300, 40, f"- {page + 1} -")
        canvas.showPage()
    canvas.save()


def _page_lines(page: int) -> list[str]:
    numbers = range(page * 8 + 1, page * 8 + 9)
    tasks = [line.format(number=number) for number in numbers for line in _TASK]
    return [*_HEAD, *tasks] if page == 0 else tasks
