"""A file against its own plain reading."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from reportlab.pdfgen.canvas import Canvas

from corpus.readers import read_source
from corpus.text.losses import Loss, LossKind
from corpus.witness.shortfall import Shortfall, shortfall_of
from tests.corpus.making import drawn, load_font
from tests.corpus.word_files import paragraph, relation, run, word_file

TEXT = ["一、给予稳岗补贴，每人450元。", "二、给予贷款贴息不超过3万元。"]


def _txt(path: Path) -> Path:
    path.write_text("\n".join(TEXT), "utf-8")
    return path


def _md(path: Path) -> Path:
    path.write_text(f"# 通知\n\n- **{TEXT[0]}**\n- [{TEXT[1]}](http://x.cn/a.doc)\n\n<!-- 注 -->\n", "utf-8")
    return path


def _csv(path: Path) -> Path:
    path.write_text(f'序号,事项\n1,"{TEXT[0]}"\n2,{TEXT[1]}\n', "utf-8")
    return path


def _html(path: Path) -> Path:
    body = "".join(f"<p>{line}<s>旧</s></p>" for line in TEXT * 2)
    path.write_text(
        f"<html><head><title>通知</title><style>p{{}}</style></head><body><ul class='nav'><li>首页</li></ul>"
        f"<h1>通知</h1><div id='zoom'>{body}</div><p>主办：某局</p><script>var a='字'</script></body></html>",
        "utf-8",
    )
    return path


def _docx(path: Path) -> Path:
    header = (
        '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"{paragraph(run('某县公报'))}</w:hdr>"
    )
    struck = paragraph(run("三、", "<w:strike/>"), run("暗", "<w:vanish/>"), run("补贴"))
    return word_file(
        path,
        *(paragraph(run(line)) for line in TEXT),
        struck,
        members={"word/header7.xml": header.encode()},
        relations=relation("header", "header7.xml"),
    )


def _xlsx(path: Path) -> Path:
    book = Workbook()
    book.active.append(["序号", "事项"])
    for number, line in enumerate(TEXT, 1):
        book.active.append([number, line])
    book.active.row_dimensions[3].hidden = True
    book.active["C2"] = "R"
    book.active["C2"].font = Font(name="Wingdings 2")
    book.create_sheet("内部").append(["不公开"])
    book["内部"].sheet_state = "hidden"
    book.save(path)
    return path


def _pdf(path: Path) -> Path:
    load_font()
    canvas = Canvas(str(path))
    for number in range(1, 5):
        drawn(canvas, [*TEXT, f"第{number}页。"])
        canvas.drawString(280, 20, f"- {number} -")
        canvas.showPage()
    canvas.save()
    return path


MAKERS = {
    ".txt": _txt,
    ".md": _md,
    ".csv": _csv,
    ".html": _html,
    ".docx": _docx,
    ".xlsx": _xlsx,
    ".pdf": _pdf,
}


@pytest.mark.parametrize("suffix", MAKERS)
def test_every_character_is_read_or_named(tmp_path: Path, suffix: str) -> None:
    """In each format, with something left out wherever the format can hold it."""
    path = MAKERS[suffix](tmp_path / f"件{suffix}")
    source = read_source(path)
    assert shortfall_of(path.name, path.read_bytes(), source.text, source.dropped) == Shortfall(0, ())


@pytest.mark.parametrize("suffix", MAKERS)
def test_line_that_was_not_read_is_missing(tmp_path: Path, suffix: str) -> None:
    """The second item is taken out of the text."""
    path = MAKERS[suffix](tmp_path / f"件{suffix}")
    source = read_source(path)
    without = source.text.replace(TEXT[1], "")
    losses = [loss for loss in source.dropped if loss.kind is not LossKind.HIDDEN_ROW]
    shortfall = shortfall_of(path.name, path.read_bytes(), without, losses)
    times = {".html": 2, ".pdf": 4}.get(suffix, 1)
    assert shortfall.missing == times * len(TEXT[1])
    assert any(TEXT[1] in stretch for stretch in shortfall.stretches)


def test_loss_that_was_not_named_is_missing(tmp_path: Path) -> None:
    """A struck stretch of two characters."""
    path = _docx(tmp_path / "件.docx")
    source = read_source(path)
    losses = [loss for loss in source.dropped if loss.kind is not LossKind.STRUCK]
    shortfall = shortfall_of(path.name, path.read_bytes(), source.text, losses)
    assert shortfall.missing == 2
    assert shortfall.stretches == ("三、暗补贴",)


def test_loss_named_once_for_many_pages_counts_for_each(tmp_path: Path) -> None:
    """Its count says how often the file prints it."""
    path = tmp_path / "a.txt"
    path.write_text("公报\n公报\n正文", "utf-8")
    data = path.read_bytes()
    assert shortfall_of("a.txt", data, "正文", [Loss(LossKind.RUNNING, "公报", 2)]).missing == 0
    assert shortfall_of("a.txt", data, "正文", [Loss(LossKind.RUNNING, "公报")]).missing == 2


def test_other_forms_of_a_character_are_the_same(tmp_path: Path) -> None:
    """Width, radicals, blanks and signs that nothing prints."""
    path = tmp_path / "a.txt"
    path.write_text("⼀ ５％\u200b 户\u00ad", "utf-8")
    assert shortfall_of("a.txt", path.read_bytes(), "一5%户", ()).missing == 0


DRAWN = "收费公告\n\n项目 | 收费\n--- | ---\n自习室 | 免费\n复印 | 每页0.2元\n"


def test_what_draws_a_table_in_a_plain_text_is_no_word_of_it(tmp_path: Path) -> None:
    """Bars and rulers are not read; a cell that is not is missed all the same."""
    path = tmp_path / "收费.txt"
    path.write_text(DRAWN, "utf-8")
    read = read_source(path)
    assert shortfall_of(path.name, path.read_bytes(), read.text, read.dropped) == Shortfall(0, ())
    without = read.text.replace("免费", "")
    assert shortfall_of(path.name, path.read_bytes(), without, ()).missing == len("免费")
