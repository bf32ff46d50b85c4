"""Tables of what is assessed: chapters in rows of their own, points, and the bodies that assess."""

from pathlib import Path

from tests.corpus.taken import DUTY, taken, texts, whose

ROWS = [
    ("", "总分", "100", "", ""),
    ("一、", "工作机制", "40", "", ""),
    ("1", "建立台账", "25", "每季度更新一次渠道台账。", "县水利局"),
    ("2", "组织巡查", "15", "每月巡查两次，发现问题当日上报。", "县水利局\n县城管局"),
    ("二、", "信息报送", "20", "每月报送信息一篇，少一篇扣2分。", "县政府办"),
    ("3", "报送总结", "10", "年底前报送总结。", "县政府办"),
]


def page(folder: Path) -> Path:
    head = ("序号", "考核项目", "分值", "考核指标", "负责考核部门")
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (head, *ROWS))
    path = folder / "考核.html"
    title = "青禾县2025年渠道管护工作考核细则"
    path.write_text(
        f"<html><head><title>{title}</title></head><body><table border='1'><caption>{title}</caption>{rows}"
        "</table></body></html>",
        encoding="utf-8",
    )
    return path


def test_a_column_of_who_assesses_names_who_is_responsible(tmp_path: Path) -> None:
    """负责考核部门 says whose a row is; 考核指标 beside it makes no table of figures to reach."""
    found = whose(taken(page(tmp_path), "青禾县"))
    assert [(who[0], who[1]) for who in found["2"]] == [("县水利局", DUTY), ("县城管局", DUTY)]


def test_a_row_with_a_title_alone_is_the_heading_of_the_rows_below(tmp_path: Path) -> None:
    """一、工作机制 says nothing else; 二、 says what to do, and is asked about; 总分 only counts."""
    document = taken(page(tmp_path), "青禾县")
    assert list(texts(document)) == ["1", "2", "二", "3"]
    assert [measure.heading for measure in document.measures] == [
        ("一、工作机制",),
        ("一、工作机制",),
        (),
        ("二、信息报送",),
    ]
