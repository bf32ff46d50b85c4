"""Hostile files: odd words in every format, and files broken in every way, read as a clerk adds them."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from docx import Document
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import IllegalCharacterError
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from bot.adding.preview import DocumentPreview, preview, understand
from bot.commands.exporting import exported
from bot.messages.unread_parts import left_out
from corpus.catalog import Catalog
from corpus.errors import WenzhengError
from corpus.held_terms import held_term
from corpus.keeping.additions import Addition
from corpus.keeping.document_record import DocumentRecord, understood
from corpus.keeping.intake import Intake, read_intake
from corpus.limits import Limits
from tests.chaos.grammar import Grammar
from tests.chaos.toll_of_inputs import InputToll

_TODAY = date(2026, 11, 21)
_LIMITS = Limits(max_bytes=3_000_000, max_pages=30, max_rows=2_000, max_unpacked_bytes=20_000_000)
_RUN, _FIGURE = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]"), re.compile(r"[+-]?\d[\d,.]*%?")
_FONT = "STSong-Light"
_HEAD = "周村区民政局关于发放补贴的通知\n周民字〔2026〕9号\n\n各镇：\n"


def attack(inputs: int, seed: int, folder: Path) -> InputToll:
    """Reads so many hostile files and shows what was understood of them."""
    toll = InputToll("files")
    with toll.watching_logs():
        for number in range(inputs):
            grammar = Grammar(seed + number)
            name, data = made_file(grammar)
            path = folder / name
            path.write_bytes(data)
            example = f"file {seed + number}{path.suffix}"
            with toll.watched(example, WenzhengError):
                _read(path, toll, example)
            path.unlink()
    return toll


def made_file(grammar: Grammar) -> tuple[str, bytes]:
    """The name and the bytes of a hostile file of any format, most of them broken."""
    suffix = grammar.among(sorted(_MAKERS))
    name = f"{_file_name(grammar)}{suffix}"
    data = _MAKERS[suffix](_lines(grammar))
    return name, grammar.broken(data) if grammar.chance.random() < 0.6 else data


def _read(path: Path, toll: InputToll, example: str) -> None:
    try:
        intake = read_intake(path, limits=_LIMITS)
    except WenzhengError as error:
        toll.check_shown(str(error), example)
        return
    _check(intake, toll, example)


def _check(intake: Intake, toll: InputToll, example: str) -> None:
    """What a clerk is shown, what citizens would be, and what is exported."""
    toll.check_shown(intake.file, example)
    toll.check_shown(intake.text, example)
    records = tuple(map(understood, intake.drafts))
    catalog = Catalog(tuple(record.document for record in records), "")
    shown = [line for record in records for line in preview(_read_as_new(record, catalog))]
    toll.check_shown("\n".join([*left_out(intake.losses), *shown]), example)
    toll.check_shown(exported(catalog, "jsonl").decode(), example)
    book = exported(catalog, "xlsx")
    cells = [cell for row in load_workbook(io.BytesIO(book)).active.iter_rows() for cell in row]
    if any(cell.data_type == "f" for cell in cells):
        toll.note("formulas", example)
    rows = csv.reader(io.StringIO(exported(catalog, "csv").decode("utf-8-sig"), newline=""))
    for cell in (cell for row in rows for cell in row):
        if _RUN.match(cell) and not _FIGURE.fullmatch(cell):
            toll.note("formulas", f"{example} {cell[:40]!r}")


def _read_as_new(record: DocumentRecord, catalog: Catalog) -> DocumentPreview:
    return understand(record, Addition.NEW, (), {}, held_term(catalog, record.document, _TODAY))


def _file_name(grammar: Grammar) -> str:
    name = grammar.whole_words().replace("/", "_").replace("\x00", "")
    return name.encode()[:60].decode("utf-8", "ignore") or "件"


def _lines(grammar: Grammar) -> list[str]:
    """Numbered items of a document with hostile words inside; long ones rarely."""
    count = grammar.among((1, 2, 3, 6))
    return [
        f"{label}、{grammar.whole_words()}补贴每户300元{grammar.whole_words()}。（责任单位：区民政局，"
        f"联系电话：{grammar.whole_words()}6433450）"
        for label in "一二三四五六"[:count]
    ]


def _text(lines: list[str]) -> bytes:
    return (_HEAD + "\n".join(lines) + "\n\n周村区民政局\n2026年3月1日\n").encode()


def _separated(lines: list[str]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([("序号", "事项"), *enumerate(lines, 1)])
    return file.getvalue().encode()


def _page(lines: list[str]) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in lines)
    head = "<html><head><meta charset='utf-8'><title>周村区民政局关于发放补贴的通知</title></head>"
    inner = f"<h1>通知</h1><div id='zoom'>{body}<table><tr><td>{body}</table></div>"
    return f"{head}<body>{inner}</body></html>".encode()


def _xml_words(words: str) -> str:
    return "".join(sign for sign in words if sign in "\t\n" or sign >= " ").translate(
        {0xFFFE: None, 0xFFFF: None}
    )


def _word(lines: list[str]) -> bytes:
    document = Document()
    for line in [*_HEAD.splitlines(), *lines]:
        document.add_paragraph(_xml_words(line))
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "序号", _xml_words(lines[0])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _sheet(lines: list[str]) -> bytes:
    book = Workbook()
    book.active.append(["序号", "事项"])
    for number, line in enumerate(lines, 1):
        try:
            book.active.append([number, _xml_words(line)[:32_000]])
        except IllegalCharacterError:
            continue
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _print(lines: list[str]) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    file = io.BytesIO()
    canvas = Canvas(file)
    for page in (_HEAD.splitlines(), lines):
        canvas.setFont(_FONT, 12)
        for row, line in enumerate(page):
            canvas.drawString(40, 780 - 20 * row, line[:200])
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _nested(lines: list[str]) -> bytes:
    """An archive of an archive under the name of a Word file, with names that lead outside."""
    inner = _word(lines)
    for _ in range(3):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("../[Content_Types].xml", inner)
            archive.writestr("word/document.xml", inner)
        inner = file.getvalue()
    return inner


_MAKERS: dict[str, Callable[[list[str]], bytes]] = {
    ".txt": _text,
    ".md": _text,
    ".csv": _separated,
    ".tsv": _separated,
    ".html": _page,
    ".docx": _word,
    ".xlsx": _sheet,
    ".pdf": _print,
    ".DOCX": _nested,
}
