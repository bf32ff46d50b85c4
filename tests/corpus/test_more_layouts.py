"""Layouts of other offices: heads of saved and printed pages, labels in sentences, annexes, last lines."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document as WordDocument
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.table import Table as SheetTable
from openpyxl.worksheet.worksheet import Worksheet

from corpus.extraction.duties.sentence_duties import sentence_duties
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.department_lists import department_names
from corpus.keeping.intake import read_intake
from corpus.readers import read_source
from corpus.records import Document
from corpus.text.losses import Loss, LossKind
from tests.corpus.taken import LEAD, taken, term, texts, understood, whose

TITLE = "青禾县小微企业房租补贴办法"
ARTICLES = "第一条 对小微企业给予房租补贴。\n第二条 每户每年补贴1000元。\n第三条 县工信局负责受理。\n"


def read(folder: Path, text: str, name: str = "a.txt") -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return taken(path)


@pytest.mark.parametrize(
    ("head", "number", "title"),
    [
        (
            "青禾县民政局关于发放高龄津贴的通知\nhttp://www.example.invalid/news/n1.html\n青民发〔2025〕8号\n",
            "青民发〔2025〕8号",
            "青禾县民政局关于发放高龄津贴的通知",
        ),
        (
            "加入收藏|网站导航\n首页 信息公开 办事\n当前位置：首页>政策\n"
            "关于发放高龄津贴的通知\n发布日期：2025-05-20\n",
            "关于发放高龄津贴的通知",
            "关于发放高龄津贴的通知",
        ),
    ],
)
def test_lines_of_a_site_are_no_part_of_a_title(tmp_path: Path, head: str, number: str, title: str) -> None:
    document = read(tmp_path, head + "\n一、标准\n每人每月100元。\n\n二、申报\n到村里申报。\n")
    assert (document.number, document.title) == (number, title)


def test_lines_for_a_program_above_a_text_tell_its_day_alone(tmp_path: Path) -> None:
    text = (
        f'---\ntitle: "{TITLE}解读"\nauthor: 某某\ndate: 2025-03-15\ntags: ["青禾", "房租"]\n---\n\n'
        f"{TITLE}\n\n一、标准\n\n每户1000元。\n\n二、申报\n\n网上申报。\n"
    )
    document = read(tmp_path, text, "a.md")
    assert (document.title, document.issued) == (TITLE, date(2025, 3, 15))


def test_a_law_of_the_state_belongs_to_nobody_who_posts_it(tmp_path: Path) -> None:
    document = read(tmp_path, f"《中华人民共和国房租条例》\n信息来源：青禾县公安局\n\n{ARTICLES}")
    assert (document.title, document.issuer, document.region) == ("中华人民共和国房租条例", "", "")


def test_a_rule_of_a_county_is_published_by_its_source(tmp_path: Path) -> None:
    document = read(tmp_path, f"{TITLE}\n信息来源：青禾县公安局\n\n{ARTICLES}")
    assert document.issuer == "青禾县公安局"


def test_signs_before_the_words_of_a_file_name_hide_no_place(tmp_path: Path) -> None:
    document = read(tmp_path, f"小微企业房租补贴办法\n\n{ARTICLES}", "03_sz-深圳市房租补贴.txt")
    assert document.region == "深圳市"


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
    assert list(texts(read(tmp_path, f"{TITLE}\n\n{text}"))) == items


@pytest.mark.parametrize("line", ["附", "附录", "附件", "附表1"])
def test_an_annex_is_no_part_of_the_last_article(tmp_path: Path, line: str) -> None:
    document = read(tmp_path, f"{TITLE}\n\n{ARTICLES}\n{line}\n\n房租补贴申请表\n\n单位名称\n")
    assert texts(document)["第三条"] == "县工信局负责受理。"


def test_annexes_that_begin_with_a_year_are_listed_too(tmp_path: Path) -> None:
    text = (
        "青禾县教育局关于招生工作的通知\n青教发〔2025〕3号\n\n各学校：\n\n一、报名\n\n到学校报名。\n\n二、细则\n\n细则另行发文。\n\n"
        "附件：1.2025年招生计划\n\n2.2025年招生公示内容\n\n3.2025年招生学校\n\n青禾县教育局\n\n2025年3月15日\n"
    )
    assert texts(read(tmp_path, text))["二"] == "细则\n细则另行发文。"


def test_an_annex_of_names_is_no_list_of_measures(tmp_path: Path) -> None:
    names = "".join(f"{n}.青禾县学生艺术团{name}\n\n" for n, name in enumerate("甲乙丙丁戊己", 1))
    text = f"{TITLE}\n\n{ARTICLES}\n附件\n\n学生艺术团名单\n\n{names}"
    assert list(texts(read(tmp_path, text))) == ["正文第一条", "正文第二条", "正文第三条", "全文"]


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
    document = read(tmp_path, f"{TITLE}\n\n{ARTICLES}\n{last}\n")
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
    assert term(read(tmp_path, f"{TITLE}\n\n{ARTICLES}第四条 {sentence}\n")) == ("2021-03-15", until)


def test_a_sentence_with_aims_in_it_is_a_measure(tmp_path: Path) -> None:
    text = (
        "一、评审的原则是公开、公平，择优支持。\n二、申报单位到县工信局申报。\n"
        "（一）提交申请表。说明情况。\n（二）提交证明。说明用途。\n"
    )
    assert "一" in texts(read(tmp_path, f"{TITLE}\n\n{text}"))


def test_a_term_that_a_row_quotes_is_not_the_documents(tmp_path: Path) -> None:
    cited = "《青禾省供水条例》（2005年通过，自2006年1月1日起施行。）"
    rows = "".join(f"| {n} | 供水许可{n} | {cited} | 县水利局 |\n" for n in (1, 2))
    table = f"| 序号 | 事项名称 | 设定依据 | 行使主体 |\n|---|---|---|---|\n{rows}"
    assert term(read(tmp_path, f"# 青禾县水利局权责清单\n\n{table}", "a.md")) == ("", "")


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
    document = read(
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


MENU = (
    "English|信息公开|政务大厅|在线服务\n业务频道\n精神文明|离退管理|纪检监察|\n您当前的位置：首页>>条例\n"
    "字体大小：\n打印页面我要分享\n关闭\n"
)


def test_menus_above_a_printed_page_are_no_title(tmp_path: Path) -> None:
    assert read(tmp_path, f"{MENU}\n{TITLE}\n\n{ARTICLES}").title == TITLE


@pytest.mark.parametrize("column", ["-青禾县文件", "_政策法规", "－信息公开"])
def test_the_column_of_a_site_is_no_part_of_a_title(tmp_path: Path, column: str) -> None:
    assert read(tmp_path, f"{TITLE}{column}\n\n{ARTICLES}").title == TITLE


def test_a_timetable_belongs_to_the_text_that_announces_it(tmp_path: Path) -> None:
    rows = "| 6月20日 | 9:00－11:30 | 语文 |\n| 6月20日 | 14:30－16:30 | 数学 |\n"
    table = f"| 日期 | 时间 | 科目 |\n|---|---|---|\n{rows}"
    chapters = (
        f"一、报名\n\n到学校报名。\n\n二、考试\n\n考试时间安排如下：\n\n{table}\n三、录取\n\n按志愿录取。\n"
    )
    text = f"# {TITLE}\n\n{chapters}"
    document = read(tmp_path, text, "a.md")
    assert list(texts(document)) == ["一", "二", "三"]
    assert "6月20日\t14:30－16:30\t数学" in texts(document)["二"]


def test_a_list_of_steps_with_days_stays_a_list(tmp_path: Path) -> None:
    steps = "".join(
        f"| {n}月1日 | 各学校对辖区内适龄儿童登记造册，并向社会公布招生的范围和计划 |\n" for n in (3, 4, 5)
    )
    table = f"| 时间 | 工作内容 |\n|---|---|\n{steps}"
    text = f"# {TITLE}\n\n一、报名\n\n到学校报名。\n\n二、安排\n\n安排如下：\n\n{table}"
    assert [item for item in texts(read(tmp_path, text, "a.md")) if item.startswith("表")] == [
        "表1",
        "表2",
        "表3",
    ]


def test_a_chapter_on_what_holds_before_and_after_a_day_is_a_measure(tmp_path: Path) -> None:
    text = (
        "一、实施时间节点\n根据国家规定，新办法自2016年1月1日起实施，此前申请的按原规定执行。\n"
        "二、办理\n（一）资格\n住满半年的可以申领。\n（二）材料\n身份证和照片。\n"
    )
    assert list(texts(read(tmp_path, f"{TITLE}\n\n{text}"))) == ["一", "二（一）", "二（二）"]


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
    ("bracket", "issuer", "issued"),
    [
        (
            "(2014年10月30日深圳市第五届人民代表大会\n\n常务委员会第三十二次会议通过)",
            "深圳市人民代表大会常务委员会",
            date(2014, 10, 30),
        ),
        (
            "（1980年2月2日广东省第五届人民代表大会常务委员会第二次会议通过，2008年11月28日广东省第十一届"
            "人民代表大会常务委员会第七次会议第四次修订）",
            "广东省人民代表大会常务委员会",
            date(2008, 11, 28),
        ),
        ("（2005年3月1日县政府第5次常务会议讨论通过）", "", date(2005, 3, 1)),
        ("(1994年8月29日青禾省人民政府令第35号发布)", "青禾省人民政府", date(1994, 8, 29)),
    ],
)
def test_who_passed_a_law_and_when(tmp_path: Path, bracket: str, issuer: str, issued: date) -> None:
    document = read(tmp_path, f"房租补贴条例\n\n{bracket}\n\n第一章 总则\n\n{ARTICLES}")
    assert (document.issuer, document.issued) == (issuer, issued)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("1994年8月29日青禾省人民政府令第35号发布", "青禾省人民政府令第35号"),
        ("1994年8月29日青禾省人民政府令第35号发布，2002年9月6日修订", "房租补贴规定"),
        ("1999年4月9日市人民政府第58号令发布", "房租补贴规定"),
    ],
)
def test_a_decree_in_a_bracket_is_a_number(tmp_path: Path, said: str, number: str) -> None:
    assert read(tmp_path, f"房租补贴规定\n\n（{said}）\n\n{ARTICLES}").number == number


@pytest.mark.parametrize(
    ("who", "issuer"), [("佛山市流管办", "佛山市流管办"), ("青禾县民政局办公室", "青禾县民政局"), ("", "")]
)
def test_the_last_line_tells_who_printed_and_when(tmp_path: Path, who: str, issuer: str) -> None:
    document = read(tmp_path, f"居住证办理工作指引（试行）\n\n{ARTICLES}\n{who}　2015年12月31日印发\n")
    assert (document.issuer, document.issued) == (issuer, date(2015, 12, 31))


def test_a_title_with_one_of_several_issuers_leaves_it_to_those_who_sign(tmp_path: Path) -> None:
    text = (
        "青禾园管委会（县科信局）等四部门关于印发《青禾县支持创业措施》的通知\n\n各镇人民政府：\n\n现印发给你们。\n\n"
        "青禾科技园区管理委员会\n\n青禾县科学技术和信息化局\n\n2025年5月14日\n\n青禾县支持创业措施\n\n"
    )
    document = read(tmp_path, text + ARTICLES)
    assert document.issuer == "青禾科技园区管理委员会、青禾县科学技术和信息化局"


def test_a_notice_of_an_examination_authority_has_an_issuer(tmp_path: Path) -> None:
    text = "青禾市教育考试院关于做好考试招生工作的通知\n\n一、报名\n\n网上报名。\n\n二、考试\n\n统一考试。\n"
    assert read(tmp_path, text).issuer == "青禾市教育考试院"


@pytest.mark.parametrize(
    "sentence",
    [
        "县级以上人民政府教育、民政、城市管理等部门应当做好服务工作。",
        "法人设置的为内部职工服务的门诊部、诊所。",
    ],
)
def test_kinds_of_bodies_are_no_departments(tmp_path: Path, sentence: str) -> None:
    document = read(tmp_path, f"{TITLE}\n\n第一条 {sentence}\n第二条 每户1000元。\n第三条 网上申报。\n")
    assert whose(document)["第一条"] == []


def white_book(path: Path) -> Worksheet:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    rows = (
        ("序号", "政策措施", "责任单位"),
        (1, "购置设备补助8%", "县工信局"),
        (2, "房租补贴每户1000元", "县财政局"),
    )
    for row in rows:
        sheet.append(row)
    sheet.append(("", "内部掌握：暂不公开", ""))
    for cell in (sheet["A1"], sheet["B1"], sheet["C1"], sheet["B4"]):
        cell.font = Font(color="FFFFFFFF")
    return sheet


def test_white_words_of_a_sheet_are_hidden_words(tmp_path: Path) -> None:
    """Those of a first row stand on a banner."""
    sheet = white_book(tmp_path)
    sheet.parent.save(tmp_path / "a.xlsx")
    source = read_source(tmp_path / "a.xlsx")
    assert "序号" in source.text
    assert "内部掌握" not in source.text
    assert Loss(LossKind.HIDDEN, "内部掌握：暂不公开") in source.dropped


@pytest.mark.parametrize("ground", ["cell", "table"])
def test_white_words_on_a_colour_are_read(tmp_path: Path, ground: str) -> None:
    sheet = white_book(tmp_path)
    if ground == "cell":
        sheet["B4"].fill = PatternFill("solid", fgColor="FF1F4E78")
    else:
        sheet.add_table(SheetTable(displayName="清单", ref="A1:C4"))
    sheet.parent.save(tmp_path / "a.xlsx")
    assert "内部掌握" in read_source(tmp_path / "a.xlsx").text
