"""Files of the formats that offices use, as tests make them."""

from collections.abc import Iterator

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
SIZE, PITCH, LEFT, TOP = 14, 22, 70, 760


def load_font() -> None:
    """A Chinese font that every reader of PDF brings itself."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def numbered(document: object) -> None:
    """A list 一、（一） in numbering.xml, as Word keeps it."""
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, text in enumerate(("%1、", "（%2）"))
    )
    names = nsdecls("w")
    numbering.insert(0, parse_xml(f'<w:abstractNum {names} w:abstractNumId="70">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {names} w:numId="70"><w:abstractNumId w:val="70"/></w:num>'))


def add(document: object, words: str, depth: int | None = None) -> None:
    paragraph = document.add_paragraph(words)
    if depth is not None:
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="70"/></w:numPr>')
        )


def tabled(document: object, rows: list[list[str]]) -> object:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    return table


def cut(text: str, width: int) -> Iterator[str]:
    """The lines of a paragraph filled to the margin; two figures take the room of one character."""
    line, room = "", float(width)
    for sign in text:
        room -= 0.5 if sign.isascii() else 1
        if room < 0:
            yield line
            line, room = "", width - (0.5 if sign.isascii() else 1)
        line += sign
    yield line


def drawn(canvas: Canvas, lines: list[str], x: float = LEFT, y: float = TOP) -> float:
    for line in lines:
        canvas.setFont(FONT, SIZE)
        canvas.drawString(x, y, line)
        y -= PITCH
    return y


def escaped(words: str) -> str:
    """Words in an .rtf as the bytes of GBK, as Chinese programs write them."""
    return "".join(
        sign if sign.isascii() else "".join(f"\\'{byte:02x}" for byte in sign.encode("gbk")) for sign in words
    )
