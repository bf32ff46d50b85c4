"""Documents that print who printed them and when above their annexes, as scans with a text layer do."""

from pathlib import Path

from tests.corpus.taken import head, taken, texts

LINES = [
    "青禾县民政局文件",
    "青民发（2024J 7号",
    "关于公布2024年度爱心食堂名单的决定",
    "各镇民政办：",
    "经评定，授予下列单位称号，并给予以下支持。",
    "一、每年补贴运营费用一万元，由县民政局在年底一次性拨付。",
    "二、免费为工作人员办理健康证，体检由县疾控中心安排。",
    "抄送：清河市民政局。",
    "青禾县民政局办公室 2024年4月1日印发",
    "附件：",
    "青禾县2024年度爱心食堂名单",
    "（以下排名不分先后）",
    "青禾县和平食堂有限公司",
    "青禾县北郊餐饮有限公司",
    "青禾县翠宝餐饮有限公司",
]


def written(folder: Path, lines: list[str]) -> Path:
    path = folder / "决定.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def test_who_printed_it_signs_a_document_and_no_line_of_its_annex(tmp_path: Path) -> None:
    """The last line of the list is a company; the second bracket of the number was misread as a letter."""
    assert head(taken(written(tmp_path, LINES))) == (
        "青民发〔2024〕7号",
        "关于公布2024年度爱心食堂名单的决定",
        "青禾县民政局",
        "2024-04-01",
    )


def test_an_annex_may_open_with_a_colon(tmp_path: Path) -> None:
    """Its names are no part of the last measure."""
    found = texts(taken(written(tmp_path, LINES)))
    assert not any("和平食堂" in text and "健康证" in text for text in found.values())


def test_names_of_annexes_below_a_colon_are_no_annex(tmp_path: Path) -> None:
    """What is signed below them is signed by the issuer."""
    lines = [*LINES[2:7], "附件：", "爱心食堂申请表", "青禾县民政局", "2024年4月1日"]
    assert head(taken(written(tmp_path, lines)))[2:] == ("青禾县民政局", "2024-04-01")
