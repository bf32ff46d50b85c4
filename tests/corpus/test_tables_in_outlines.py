"""Tables inside a text: what they divide, what they are read with, and which hold no measures."""

from pathlib import Path

import pytest

from corpus.structure.table_kinds import TableKind, kind_of
from corpus.text.excerpt import Excerpt, whole
from corpus.text.tables import Table
from tests.corpus.taken import taken, texts


def test_a_text_goes_on_below_its_table(tmp_path: Path) -> None:
    """A ledger in mid-text; the chapters below it are chapters still."""
    body = (
        "一、参保范围\n本区户籍居民。\n二、办理渠道\n按下表办理：\n"
        "| 序号 | 人员类别 | 办理渠道 |\n| --- | --- | --- |\n"
        "| 1 | 学生 | 由学校办理 |\n| 2 | 居民 | 到镇办理 |\n"
        "三、缴费方式\n通过微信缴费。\n四、注意事项\n（一）先停保再参保。\n（二）逾期不予补缴。"
    )
    path = tmp_path / "措施.md"
    path.write_text(
        "# 关于开展2026年度清河区居民医保缴费工作的通告\n\n"
        + body.replace("\n", "\n\n").replace("|\n\n|", "|\n|"),
        encoding="utf-8",
    )
    found = texts(taken(path, "清河区"))
    assert list(found) == ["一", "二", "三", "四（一）", "四（二）", "表1", "表2"]
    assert found["三"] == "缴费方式\n通过微信缴费。"


def test_a_table_without_names_of_columns_is_read_with_its_chapter(tmp_path: Path) -> None:
    """Its rows say who may apply; what follows it belongs to the same chapter."""
    page = (
        "<html><body><div class='TRS_Editor'><h1>清河区人才落户指南</h1>"
        "<p>一、学历条件</p><p>满足以下任一条件即可：</p>"
        "<table><tr><td>博士</td><td>50周岁以下</td></tr><tr><td>硕士</td><td>45周岁以下</td></tr></table>"
        "<p>均须在本区就业并缴纳社会保险。</p><p>二、申报渠道</p><p>到政务大厅申报。</p></div></body></html>"
    )
    path = tmp_path / "指南.html"
    path.write_text(page, encoding="utf-8")
    found = texts(taken(path, "清河区"))
    assert list(found) == ["一", "二"]
    assert found["一"].endswith("博士\t50周岁以下\n硕士\t45周岁以下\n均须在本区就业并缴纳社会保险。")


def test_rows_of_several_tables_have_names_of_their_own(tmp_path: Path) -> None:
    """Two sheets count from 1 each; what stands above the second names it."""
    path = tmp_path / "清单.md"
    table = "| 序号 | 政策措施 | 责任单位 |\n| --- | --- | --- |\n| 1 | {} | 区人社局 |\n"
    first, second = table.format("稳岗补贴每人500元"), table.format("高龄津贴每月100元")
    path.write_text(f"# 清河区政策清单\n\n惠企清单\n\n{first}\n惠民清单\n\n{second}", encoding="utf-8")
    document = taken(path, "清河区")
    rows = [(measure.item, measure.heading, measure.text.split("\n")[0]) for measure in document.measures]
    assert rows == [
        ("1", ("惠企清单",), "稳岗补贴每人500元"),
        ("1·2", ("惠民清单",), "高龄津贴每月100元"),
    ]


@pytest.mark.parametrize(
    ("header", "rows", "kind"),
    [
        ("序号 事项 责任单位", ["1 改造老旧小区 区住建局"], TableKind.TASKS),
        ("项目 对象 标准", ["低保 低收入家庭 每月800元", "特困 无劳动能力者 每月1200元"], TableKind.TASKS),
        ("序号 姓名 单位 联系电话", ["1 - - -", "2 - - -"], TableKind.FORM),
        ("姓名 - 性别 -", ["住址 - 电话 -"], TableKind.FORM),
        (
            "序号 指标名称 2025年目标值 属性",
            ["1 森林覆盖率 40% 约束性", "2 处理率 100% 约束性"],
            TableKind.FORM,
        ),
        ("一级指标 二级指标 评价标准", ["数量 覆盖率 逐年增加", "质量 满意率 达到95%"], TableKind.FORM),
        ("序号 指标内容 分值", ["1 学历 60", "2 年龄 30"], TableKind.TASKS),
        ("", ["博士 50周岁以下", "硕士 45周岁以下"], TableKind.TEXT),
        (
            "内容 序号 项目 分值 备注",
            ["学历 1 大专 60分 -", "- - 本科 80分 -", "- - 硕士 90分 -"],
            TableKind.TEXT,
        ),
        ("类别 档次 金额 说明", ["低保 一档 800元 -", "- 二档 600元 -", "- 三档 400元 -"], TableKind.TEXT),
        ("项目 得分 自评 复核", ["学历 - - -", "年龄 - - -", "合计 100分 - -"], TableKind.FORM),
    ],
)
def test_kinds_of_tables(header: str, rows: list[str], kind: TableKind) -> None:
    """Blank forms and figures to reach are nothing to ask about; a hyphen stands for a blank cell."""

    def cells(line: str) -> tuple[Excerpt, ...]:
        return tuple(whole(word.strip("-")) for word in line.split())

    assert kind_of(Table(cells(header), tuple(map(cells, rows)), grid=True)) is kind


def test_rows_of_a_second_annex_carry_its_name_apart_from_their_number(tmp_path: Path) -> None:
    """附件2 and 1 are 附件2-1, not 附件21."""
    table = "| 序号 | 事项 | 责任单位 |\n| --- | --- | --- |\n| 1 | {} | 区人社局 |\n\n"
    path = tmp_path / "通知.md"
    text = "# 清河区政策清单\n\n一、稳岗补贴\n\n每人补贴500元。\n\n附件1\n\n{}附件2\n\n{}"
    path.write_text(text.format(table.format("培训"), table.format("就业")), encoding="utf-8")
    assert list(texts(taken(path, "清河区"))) == ["正文一", "1", "附件2-1"]


def test_a_table_of_points_is_read_with_the_chapter_that_it_alone_fills(tmp_path: Path) -> None:
    """Cells merged over several rows leave the others blank; nothing of it is lost."""
    row = "<tr>{}<td>{}</td><td>{}</td>{}</tr>"
    note = "<td rowspan='3'>按最高的计，不累加</td>"
    rows = "".join(
        row.format(first, words, points, note if first else "")
        for first, words, points in (
            ("<td rowspan='3'>学历</td>", "大专", "60分"),
            ("", "本科", "80分"),
            ("", "硕士", "90分"),
            ("<td rowspan='3'>技能</td>", "初级工", "20分"),
            ("", "中级工", "40分"),
            ("", "高级工", "70分"),
        )
    )
    page = (
        "<html><body><div class='TRS_Editor'><h1>清河区积分入学指南</h1>"
        "<p>一、适用对象</p><p>在本区居住满半年的随迁子女，可以申请积分入学。</p>"
        f"<p>二、积分指标及分值</p><table><tr><td>项目</td><td>内容</td><td>分值</td><td>备注</td></tr>{rows}</table>"
        "<p>三、申请时间</p><p>每年4月到区政务大厅申请，逾期不再受理。</p></div></body></html>"
    )
    (tmp_path / "指南.html").write_text(page, encoding="utf-8")
    items = texts(taken(tmp_path / "指南.html", "清河区"))
    assert list(items) == ["一", "二", "三"]
    assert all(words in items["二"] for words in ("本科\t80分", "高级工\t70分"))


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (["河东镇", "青禾良种公司"], [["河东镇", "青禾农机厂"], ["河西镇", "丰收合作社"]]),
        (["2025年守信", "企业名单"], [["河东镇", "青禾良种公司"], ["河西镇", "丰收合作社"]]),
    ],
)
def test_a_list_of_names_without_heads_of_columns_has_no_measures(
    header: list[str], rows: list[list[str]]
) -> None:
    """Its first row is a row like the others, from the page before, or its title."""
    cells = tuple(tuple(whole(cell) for cell in row) for row in rows)
    assert kind_of(Table(tuple(map(whole, header)), cells, grid=True)) is TableKind.TEXT
