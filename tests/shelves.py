"""A shelf of mixed files such as an office has, of invented notices; it knows what is to come of it."""

import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from docx import Document
from reportlab.pdfgen.canvas import Canvas

from tests.corpus.making import FONT, LEFT, PITCH, SIZE, TOP, cut, escaped, load_font
from tests.corpus.ofd_files import LEFT as MARGIN
from tests.corpus.ofd_files import MEASURE, Packed, Paper, ofd_file
from tests.corpus.ofd_files import PITCH as LINE
from tests.corpus.ofd_files import TOP as UPPER
from tests.corpus.workbook_files import GivenSheet, as_old_workbook

NOTICE = """清河区人民政府办公室
关于{matter}的通知
清政办发〔{year}〕{ordinal}号

各镇人民政府、街道办事处，区政府各部门：
一、补助标准。每户每年补助{amount}元。（责任单位：区民政局，电话：0533-{phone}）
二、办理时间。每年{month}月底前向所在镇、街道申请。（责任单位：区民政局）

清河区人民政府办公室
{year}年{month}月{day}日
"""
_MATTERS = ("发放取暖补助", "发放高龄津贴", "改造老旧房屋", "补助秸秆还田", "资助困难学生", "奖励技能培训")


@dataclass
class Shelf:
    """A folder, and which text must be kept under which number."""

    folder: Path
    numbers: dict[str, str] = field(default_factory=dict)
    """Number -> the amount that must count."""
    texts: int = 0
    """Different texts of documents: each is to be kept once."""
    refused: int = 0
    files: int = 0
    """Also those in archives."""


def notice(ordinal: int, amount: int = 0, day: int = 5) -> str:
    """The text of one invented notice."""
    return NOTICE.format(
        matter=f"{_MATTERS[ordinal % len(_MATTERS)]}（第{ordinal}批）",
        year=2000 + ordinal % 25,
        ordinal=ordinal,
        amount=amount or 100 + ordinal,
        phone=6100000 + ordinal,
        month=1 + ordinal % 9,
        day=day,
    )


def number_of(ordinal: int) -> str:
    return f"清政办发〔{2000 + ordinal % 25}〕{ordinal}号"


def as_text(text: str) -> bytes:
    return text.encode()


def as_old_text(text: str) -> bytes:
    return text.encode("gb18030")


def as_page(text: str) -> bytes:
    title = text.splitlines()[1]
    body = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="ArticleTitle" content="{title}"></head>'
        f'<body><div class="TRS_Editor">{body}</div></body></html>'
    ).encode()


def as_word(text: str) -> bytes:
    document, file = Document(), BytesIO()
    for line in text.splitlines():
        if line:
            document.add_paragraph(line)
    document.save(file)
    return file.getvalue()


def as_pdf(text: str) -> bytes:
    load_font()
    file = BytesIO()
    canvas = Canvas(file)
    canvas.setFont(FONT, SIZE)
    height = TOP
    for paragraph in text.splitlines():
        for line in cut(paragraph, 32):
            canvas.drawString(LEFT, height, line)
            height -= PITCH
    canvas.save()
    return file.getvalue()


def as_rich_text(text: str) -> bytes:
    head = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}}"
    return (
        head + "".join(rf"\pard {escaped(line)}\par" for line in text.splitlines() if line) + "}"
    ).encode()


def as_open_text(text: str) -> bytes:
    """An .odt."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text")
    )
    lines = "".join(f"<text:p>{line}</text:p>" for line in text.splitlines() if line)
    body = f"<office:body><office:text>{lines}</office:text></office:body>"
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<office:document-content {spaces}>{body}</office:document-content>")
    return file.getvalue()


def as_ofd(text: str) -> bytes:
    file, paper, height = BytesIO(), Paper(), UPPER
    for paragraph in text.splitlines():
        for line in cut(paragraph, MEASURE):
            if line:
                paper.write(MARGIN, height, line)
            height += LINE
    ofd_file(file, Packed([paper]))
    return file.getvalue()


def as_sheet(text: str) -> bytes:
    """An .xls with a line of the text in each row, as offices type up what is to be printed."""
    return as_old_workbook([GivenSheet([(line,) for line in text.splitlines()])])


_FORMS: tuple[tuple[str, Callable[[str], bytes]], ...] = (
    (".txt", as_text),
    (".txt", as_old_text),
    (".html", as_page),
    (".docx", as_word),
    (".pdf", as_pdf),
    (".rtf", as_rich_text),
    (".odt", as_open_text),
    (".ofd", as_ofd),
    (".xls", as_sheet),
)


class _PlainName(zipfile.ZipInfo):
    """A member whose name stands in GB18030 and no flag tells, as Chinese Windows writes it."""

    def _encodeFilenameFlags(self):  # noqa: N802 - its name in zipfile
        return self.filename.encode("gb18030"), self.flag_bits & ~0x800


def zipped(files: dict[str, bytes], *, flagged: bool = False) -> bytes:
    """A zip archive, its names in GB18030 or flagged as UTF-8."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            info = (zipfile.ZipInfo if flagged else _PlainName)(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return data.getvalue()


def mailed(files: dict[str, bytes], words: str = "请查收附件。") -> bytes:
    """An e-mail with files attached."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "转发文件", "a@example.org", "b@example.org"
    message.set_content(words)
    for name, content in files.items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def make_shelf(folder: Path, count: int, seed: int = 1) -> Shelf:
    """About so many files of all forms, some in archives and mails, twice, broken, or in two versions."""
    chance, shelf, ordinal = random.Random(seed), Shelf(folder), 0
    while shelf.files < count:
        ordinal += 1
        kind = chance.choices(("one", "twice", "versions", "zip", "mail", "broken"), (60, 10, 6, 8, 6, 4))[0]
        _KINDS[kind](shelf, ordinal * 4, folder / f"第{ordinal % 37}柜", chance)
    return shelf


def _put(shelf: Shelf, folder: Path, name: str, data: bytes, files: int = 1) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    shelf.files += files


def _noted(shelf: Shelf, ordinal: int, amount: int = 0) -> str:
    """The text of a notice that is to be kept."""
    shelf.numbers[number_of(ordinal)] = f"{amount or 100 + ordinal}元"
    shelf.texts += 1
    return notice(ordinal, amount)


def _one(shelf: Shelf, ordinal: int, folder: Path, chance: random.Random) -> None:
    suffix, form = chance.choice(_FORMS)
    _put(shelf, folder, f"通知{ordinal}{suffix}", form(_noted(shelf, ordinal)))


def _twice(shelf: Shelf, ordinal: int, folder: Path, chance: random.Random) -> None:
    """The same words as a Word file, as the PDF made of it, and the Word file again elsewhere."""
    text = _noted(shelf, ordinal)
    _put(shelf, folder, f"正文{ordinal}.docx", as_word(text))
    _put(shelf, folder, f"正文{ordinal}.pdf", as_pdf(text))
    _put(shelf, folder / "备份", f"正文{ordinal}.txt", as_text(text))


def _versions(shelf: Shelf, ordinal: int, folder: Path, chance: random.Random) -> None:
    """A number twice: the later day counts, whichever is read first."""
    later = notice(ordinal, 999, 25)
    _put(shelf, folder, f"{chance.choice('ab')}新{ordinal}.txt", as_text(later))
    _put(shelf, folder, f"{chance.choice('ab')}旧{ordinal}.txt", as_text(_noted(shelf, ordinal)))
    shelf.numbers[number_of(ordinal)], shelf.texts = "999元", shelf.texts + 1


def _zip(shelf: Shelf, ordinal: int, folder: Path, chance: random.Random) -> None:
    files = {f"内{ordinal}/通知{n}.txt": as_text(_noted(shelf, ordinal + n)) for n in range(3)}
    inner = zipped({f"通知{ordinal + 3}.html": as_page(_noted(shelf, ordinal + 3))})
    data = zipped({**files, f"附件{ordinal}.zip": inner}, flagged=chance.random() < 0.5)
    _put(shelf, folder, f"打包{ordinal}.zip", data, files=4)


def _mail(shelf: Shelf, ordinal: int, folder: Path, chance: random.Random) -> None:
    files = {f"附件{ordinal + n}.docx": as_word(_noted(shelf, ordinal + n)) for n in range(2)}
    _put(shelf, folder, f"来信{ordinal}.eml", mailed(files), files=2)


def _broken(shelf: Shelf, ordinal: int, folder: Path, chance: random.Random) -> None:
    data = chance.choice((b"", as_word("甲")[:300], zipped({"a.txt": b"x"})[:40], b"%PDF-1.4 broken"))
    suffix = {b"": ".txt", b"P": ".docx", b"%": ".pdf"}[data[:1]]
    _put(shelf, folder, f"坏{ordinal}{suffix}", data)
    shelf.refused += 1


_KINDS = {
    "one": _one,
    "twice": _twice,
    "versions": _versions,
    "zip": _zip,
    "mail": _mail,
    "broken": _broken,
}
