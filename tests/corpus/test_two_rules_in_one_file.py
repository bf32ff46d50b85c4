"""Two texts in articles in one file: each counts its own, whatever parts them."""

from pathlib import Path

import pytest

from tests.corpus.taken import taken, texts

FIRST = ["第一条 为规范服务，制定本办法。", "第二条 补贴每月300元。", "第三条 补贴按季度发放。"]
SECOND = ["第一条 根据办法制定本细则。", "第二条 申请人到镇政府申请。", "第三条 镇政府在五日内初审。"]


def read(folder: Path, between: list[str]) -> dict[str, str]:
    path = folder / "办法.txt"
    lines = ["青禾县养老服务补贴办法", *FIRST, *between, *SECOND]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return texts(taken(path, "青禾县"))


@pytest.mark.parametrize(
    "between",
    [
        ["青禾县养老服务补贴实施细则"],
        ["青禾县养老服务补贴实施细则（试行）"],
        ["青禾县养老服务补贴实施细则", "第一章 总则"],
    ],
)
def test_a_title_above_the_first_article_begins_a_text_of_its_own(tmp_path: Path, between: list[str]) -> None:
    """It is no last line of the article above it, and 第二条 is told apart from 第二条."""
    found = read(tmp_path, between)
    assert found["正文第三条"] == "补贴按季度发放。"
    assert found["正文第二条"] == "补贴每月300元。"
    assert found["第二条"] == "申请人到镇政府申请。"


def test_a_line_that_names_rules_without_articles_of_its_own_begins_nothing(tmp_path: Path) -> None:
    """What follows goes on counting."""
    path = tmp_path / "办法.txt"
    lines = [
        "青禾县养老服务补贴办法",
        *FIRST,
        "青禾县养老服务补贴实施细则",
        "第四条 另行公布的细则从其规定。",
    ]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    assert list(texts(taken(path, "青禾县"))) == ["第一条", "第二条", "第三条", "第四条"]
