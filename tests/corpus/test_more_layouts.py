"""Layouts of other offices: labels in sentences, nested lists, annexes, last lines, bodies after brackets."""

from pathlib import Path

import pytest
from docx import Document as WordDocument

from corpus.extraction.duties.sentence_duties import sentence_duties
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.department_lists import department_names
from corpus.keeping.intake import read_intake
from tests.corpus.taken import ARTICLES, LEAD, TITLE, taken, taken_text, term, texts, understood, whose


def test_title_and_number_in_a_small_table_are_lines(tmp_path: Path) -> None:
    word = WordDocument()
    table = word.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 0).text = "关于做好房租补贴工作的通知", "青工信综合〔2025〕3号"
    for line in ("各镇人民政府：", "一、标准", "每户1000元。", "二、申报", "到镇里申报。"):
        word.add_paragraph(line)
    word.save(str(tmp_path / "a.docx"))
    document = taken(tmp_path / "a.docx")
    assert (document.number, document.title) == ("青工信综合〔2025〕3号", "关于做好房租补贴工作的通知")


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "第一条【依据】为规范补贴，制定本办法。\n第二条【对象】小微企业可以申请。第三条【标准】每户1000元。\n"
            "第四条【受理】县工信局受理。\n",
            ["第一条", "第二条", "第三条", "第四条"],
        ),
        (
            "第一条 为规范补贴，制定本办法。\n第二条 小微企业可以申请。第五条规定的除外。\n"
            "第三条 每户1000元。\n",
            ["第一条", "第二条", "第三条"],
        ),
        (
            "一、对象。小微企业可以申请。二、标准。每户1000元。\n三、受理。县工信局受理。\n四、期限。每年6月。\n",
            ["一", "二", "三", "四"],
        ),
    ],
)
def test_a_label_behind_a_sentence_closes_a_gap(tmp_path: Path, text: str, items: list[str]) -> None:
    assert list(texts(taken_text(tmp_path, f"{TITLE}\n\n{text}"))) == items


@pytest.mark.parametrize("line", ["附", "附录", "附件", "附表1"])
def test_an_annex_is_no_part_of_the_last_article(tmp_path: Path, line: str) -> None:
    document = taken_text(tmp_path, f"{TITLE}\n\n{ARTICLES}\n{line}\n\n房租补贴申请表\n\n单位名称\n")
    assert texts(document)["第三条"] == "县工信局负责受理。"


def test_annexes_that_begin_with_a_year_are_listed_too(tmp_path: Path) -> None:
    text = (
        "青禾县教育局关于招生工作的通知\n青教发〔2025〕3号\n\n各学校：\n\n一、报名\n\n到学校报名。\n\n二、细则\n\n细则另行发文。\n\n"
        "附件：1.2025年招生计划\n\n2.2025年招生公示内容\n\n3.2025年招生学校\n\n青禾县教育局\n\n2025年3月15日\n"
    )
    assert texts(taken_text(tmp_path, text))["二"] == "细则\n细则另行发文。"


def test_an_annex_of_names_is_no_list_of_measures(tmp_path: Path) -> None:
    names = "".join(f"{n}.青禾县学生艺术团{name}\n\n" for n, name in enumerate("甲乙丙丁戊己", 1))
    text = f"{TITLE}\n\n{ARTICLES}\n附件\n\n学生艺术团名单\n\n{names}"
    assert list(texts(taken_text(tmp_path, text))) == ["正文第一条", "正文第二条", "正文第三条", "全文"]


@pytest.mark.parametrize(
    "last",
    [
        "更新时间: 2026-01-26 11:25:39",
        "【原文下载】\n\n关于发放补贴的通知.pdf",
        "打印本页 关闭窗口\n\n联系我们|使用帮助\n\n备案证编号：青ICP备00000000号\n\n青禾县民政局主办\n\n"
        "某路5号 邮编:256300业务咨询电话：5550199",
        "相关链接\n\n联系我们|网站地图|\n\n地址：某路5号 邮编：100044 信箱： 电\n\n话：010-55501990\n\n"
        "青禾县民政局版权所有",
    ],
)
def test_last_lines_of_a_page_are_no_item(tmp_path: Path, last: str) -> None:
    document = taken_text(tmp_path, f"{TITLE}\n\n{ARTICLES}\n{last}\n")
    assert texts(document)["第三条"] == "县工信局负责受理。"
    assert not [contact for contact in document.contacts if contact.phone]


def test_copies_and_day_in_a_table_are_no_item(tmp_path: Path) -> None:
    word = WordDocument()
    for line in (TITLE, *ARTICLES.splitlines()):
        word.add_paragraph(line)
    word.add_paragraph("抄送：县政府办公室。")
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "青禾县工业和信息化局办公室", "2025年3月17日印发"
    word.save(str(tmp_path / "a.docx"))
    assert texts(taken(tmp_path / "a.docx"))["第三条"] == "县工信局负责受理。"


@pytest.mark.parametrize(
    ("sentence", "until"),
    [
        ("本办法自2021年3月15日起施行，2023年3月14日废止。", "2023-03-14"),
        ("本办法自2021年3月15日起施行，至2023年3月15日自行失效。", "2023-03-15"),
        ("本办法自2021年3月15日起施行，2023年3月15日起废止。", "2023-03-14"),
        ("本办法自2021年3月15日起施行，原办法同时废止。", ""),
    ],
)
def test_the_day_of_repeal_ends_a_term(tmp_path: Path, sentence: str, until: str) -> None:
    assert term(taken_text(tmp_path, f"{TITLE}\n\n{ARTICLES}第四条 {sentence}\n")) == ("2021-03-15", until)


def test_a_sentence_with_aims_in_it_is_a_measure(tmp_path: Path) -> None:
    text = (
        "一、评审的原则是公开、公平，择优支持。\n二、申报单位到县工信局申报。\n"
        "（一）提交申请表。说明情况。\n（二）提交证明。说明用途。\n"
    )
    assert "一" in texts(taken_text(tmp_path, f"{TITLE}\n\n{text}"))


def test_a_term_that_a_row_quotes_is_not_the_documents(tmp_path: Path) -> None:
    cited = "《青禾省供水条例》（2005年通过，自2006年1月1日起施行。）"
    rows = "".join(f"| {n} | 供水许可{n} | {cited} | 县水利局 |\n" for n in (1, 2))
    table = f"| 序号 | 事项名称 | 设定依据 | 行使主体 |\n|---|---|---|---|\n{rows}"
    assert term(taken_text(tmp_path, f"# 青禾县水利局权责清单\n\n{table}", "a.md")) == ("", "")


def test_upright_letters_of_a_merged_cell_are_a_line(tmp_path: Path) -> None:
    word = WordDocument()
    word.add_paragraph("青禾县居住证积分指标及分值表")
    table = word.add_table(3, 4)
    filled = (
        ("类别", "序号", "指标内容", "负责部门"),
        ("基\n本\n分", "1", "年龄35岁以下", "县公安局"),
        ("", "2", "大专学历", "县教育局"),
    )
    for row, cells in zip(table.rows, filled, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    table.cell(1, 0).merge(table.cell(2, 0))
    word.save(str(tmp_path / "a.docx"))
    assert taken(tmp_path / "a.docx").measures[1].heading == ("基本分",)


def test_desks_behind_asking_have_the_phones_below_them(tmp_path: Path) -> None:
    desks = (
        "政策咨询：县发展改革局场景科、县工信局科技股、县就业服务中心创业部\n\n"
        "联系方式：5550101、5550102、5550103"
    )
    document = taken_text(
        tmp_path,
        f"{TITLE}\n\n一、房租\n\n每户1000元。\n\n{desks}\n\n二、贷款\n\n贴息。\n\n政策咨询：5550104\n",
    )
    assert [(who[0], who[2], who[4]) for who in whose(document)["一"]] == [
        ("县发展改革局", "场景科", "5550101"),
        ("县工信局", "科技股", "5550102"),
        ("县就业服务中心", "创业部", "5550103"),
    ]
    assert [who[4] for who in whose(document)["二"] if who[4]] in ([], ["5550104"])


def test_drafts_keep_their_annexes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"附件1\n\n{TITLE}\n\n（征求意见稿）\n\n{ARTICLES}", encoding="utf-8")
    (draft,) = read_intake(path).drafts
    assert understood(draft).validity.draft
    assert LEAD not in {
        duty.role for measure in understood(draft).measures for duty in measure.responsibilities
    }


def test_lists_within_lists_of_a_page_count_below_them(tmp_path: Path) -> None:
    """A browser prints figures at each depth, set in."""
    inner = "<ol><li>申请表；<ol><li>原件</li><li>复印件</li></ol></li><li>营业执照。</li></ol>"
    first = "申请条件<p>在本县登记满一年、租用厂房或者办公用房的小微企业，可以向县工信局提出申请。</p>"
    items = f"<ol><li>{first}</li><li>申请材料{inner}</li><li>受理单位：县工信局</li></ol>"
    items += "<p>房租补贴按实际面积计算，每平方米每月十元，最高一万元，每年六月底前发放到企业账户。</p>"
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><body><h1>{TITLE}</h1><div class='TRS_Editor'>{items}</div></body></html>", "utf-8"
    )
    (draft,) = read_intake(path).drafts
    assert [measure.item for measure in draft.measures] == ["1", "2", "3"]
    assert draft.measures[1].text == "申请材料\n（1）申请表；\n①原件\n②复印件\n（2）营业执照。"


def test_a_bracket_behind_others_of_a_list_is_no_name() -> None:
    assert department_names(Words.of("县工商局等部门（根据申请验资）")) == ["县工商局"]


def test_whose_place_the_body_is_of_hides_no_body() -> None:
    duties = sentence_duties("由用人单位向其注册地所在区县人事局提出申请。")
    assert [duty.department for duty in duties] == ["区县人事局"]


def test_a_timetable_belongs_to_the_text_that_announces_it(tmp_path: Path) -> None:
    rows = "| 6月20日 | 9:00－11:30 | 语文 |\n| 6月20日 | 14:30－16:30 | 数学 |\n"
    table = f"| 日期 | 时间 | 科目 |\n|---|---|---|\n{rows}"
    chapters = (
        f"一、报名\n\n到学校报名。\n\n二、考试\n\n考试时间安排如下：\n\n{table}\n三、录取\n\n按志愿录取。\n"
    )
    text = f"# {TITLE}\n\n{chapters}"
    document = taken_text(tmp_path, text, "a.md")
    assert list(texts(document)) == ["一", "二", "三"]
    assert "6月20日\t14:30－16:30\t数学" in texts(document)["二"]


def test_a_list_of_steps_with_days_stays_a_list(tmp_path: Path) -> None:
    steps = "".join(
        f"| {n}月1日 | 各学校对辖区内适龄儿童登记造册，并向社会公布招生的范围和计划 |\n" for n in (3, 4, 5)
    )
    table = f"| 时间 | 工作内容 |\n|---|---|\n{steps}"
    text = f"# {TITLE}\n\n一、报名\n\n到学校报名。\n\n二、安排\n\n安排如下：\n\n{table}"
    assert [item for item in texts(taken_text(tmp_path, text, "a.md")) if item.startswith("表")] == [
        "表1",
        "表2",
        "表3",
    ]


def test_a_chapter_on_what_holds_before_and_after_a_day_is_a_measure(tmp_path: Path) -> None:
    text = (
        "一、实施时间节点\n根据国家规定，新办法自2016年1月1日起实施，此前申请的按原规定执行。\n"
        "二、办理\n（一）资格\n住满半年的可以申领。\n（二）材料\n身份证和照片。\n"
    )
    assert list(texts(taken_text(tmp_path, f"{TITLE}\n\n{text}"))) == ["一", "二（一）", "二（二）"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("市、区公安机关负责受理。", ["市、区公安机关"]),
        (
            "市、区财政、民政、卫生和计划生育等部门根据职责分工，负责相关工作。",
            ["市、区财政部门", "市、区民政部门", "市、区卫生和计划生育部门"],
        ),
        (
            "租金标准由市发展改革局会同市住建局、房产管理局确定。",
            ["市发展改革局", "市住建局", "市房产管理局"],
        ),
        ("县住房保障部门实施监督检查。", ["县住房保障部门"]),
    ],
)
def test_levels_that_are_listed_belong_to_each_body(sentence: str, names: list[str]) -> None:
    assert [duty.department for duty in sentence_duties(sentence)] == names


@pytest.mark.parametrize(
    "sentence",
    [
        "县级以上人民政府教育、民政、城市管理等部门应当做好服务工作。",
        "法人设置的为内部职工服务的门诊部、诊所。",
    ],
)
def test_kinds_of_bodies_are_no_departments(tmp_path: Path, sentence: str) -> None:
    document = taken_text(tmp_path, f"{TITLE}\n\n第一条 {sentence}\n第二条 每户1000元。\n第三条 网上申报。\n")
    assert whose(document)["第一条"] == []
