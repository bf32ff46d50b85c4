"""Labels （一）, （二） of a list of sentences that one paragraph prints, and chapters of aims."""

from pathlib import Path

import pytest
from docx import Document

from corpus.keeping.intake import read_intake


def _items(tmp_path: Path, *lines: str) -> dict[str, str]:
    path = tmp_path / "a.txt"
    path.write_text("\n".join(("青禾县护林补助办法", "青某发〔2026〕3号", *lines)), encoding="utf-8")
    (draft,) = read_intake(path).drafts
    return {measure.item: measure.text for measure in draft.measures}


def test_sentences_with_labels_in_one_paragraph_are_items_of_their_own(tmp_path: Path) -> None:
    """As they are where each has its own."""
    items = _items(
        tmp_path,
        "一、对象",
        "全县护林员。",
        "二、标准",
        "（一）专职护林员每人每年6000元。（二）兼职护林员每人每年2400元。（三）村级林长不领补助。",
    )
    assert items["二（一）"] == "专职护林员每人每年6000元。"
    assert items["二（二）"] == "兼职护林员每人每年2400元。"
    assert items["二（三）"] == "村级林长不领补助。"


def test_a_heading_may_stand_before_them(tmp_path: Path) -> None:
    """二、任务。（一）…。（二）…。 in one paragraph."""
    items = _items(
        tmp_path,
        "一、时间。防火期为11月1日至次年5月31日。",
        "二、任务。（一）清理林缘。12月底前由县林业局牵头。（二）检修水泵。1月底前由县应急局负责。",
        "三、值班。防火期内每日值班。",
    )
    assert list(items) == ["一", "二（一）", "二（二）", "三"]
    assert items["二（二）"] == "检修水泵。1月底前由县应急局负责。"


@pytest.mark.parametrize(
    "conditions",
    [
        "（一）本县户籍；（二）年满18周岁。外县户籍的不享受。",
        "（一）本县户籍，见本条（三）的除外。（三）年满18周岁。",
        "按（一）执行。（二）另有规定的除外。",
    ],
)
def test_what_is_one_sentence_or_does_not_count_on_stays_one_item(tmp_path: Path, conditions: str) -> None:
    """Parts that a semicolon joins share what follows them."""
    items = _items(tmp_path, f"一、条件。{conditions}", "二、时间。全年受理。")
    assert list(items) == ["一", "二"]
    assert conditions in items["一"]


def test_aims_in_figures_may_be_asked_for(tmp_path: Path) -> None:
    """In whose spirit a plan is may not."""
    tasks = ("二、任务", "（一）造林。县林业局牵头。", "（二）护林。县林业局牵头。")
    figures = _items(tmp_path, "一、总体目标", "到2027年，全县森林覆盖率达到32%。", *tasks)
    assert figures["一"] == "总体目标\n到2027年，全县森林覆盖率达到32%。"
    spirit = _items(tmp_path, "一、总体要求", "坚持绿色发展，到2027年覆盖率达到32%。", *tasks)
    assert list(spirit) == ["二（一）", "二（二）"]


def _windows(tmp_path: Path, *below: str) -> dict[str, str]:
    book = Document()
    book.add_paragraph("青禾县公证处办事指南")
    table = book.add_table(rows=0, cols=3)
    for row in (
        ("事项", "窗口", "电话"),
        ("继承公证", "1号窗口", "5550101"),
        ("房产公证", "2号窗口", "5550102"),
    ):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    for words in below:
        book.add_paragraph(words)
    path = tmp_path / "a.docx"
    book.save(str(path))
    (draft,) = read_intake(path).drafts
    return {measure.item: measure.text for measure in draft.measures}


def test_what_the_rows_of_a_table_share_stands_below_it(tmp_path: Path) -> None:
    """Hours, address and where to complain; the rows keep their names."""
    below = ("办公时间：周一至周五8:30至17:00。地址：和平路1号。", "投诉电话：5550109（县司法局办公室）。")
    items = _windows(tmp_path, *below)
    assert list(items) == ["表1", "表2", "说明"]
    assert items["说明"] == "\n".join(below)


def test_a_remark_on_a_table_is_no_item(tmp_path: Path) -> None:
    """It says nothing that somebody asks for."""
    assert list(_windows(tmp_path, "注：以上窗口均可代办。")) == ["表1", "表2"]
