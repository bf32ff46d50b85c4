"""Files as offices keep them, built here, from the file to the records."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from docx import Document as WordDocument
from reportlab.pdfgen.canvas import Canvas

from tests.corpus.making import FONT, PITCH, add, cut, drawn, load_font, numbered
from tests.corpus.taken import DUTY, HELP, LEAD, dialled, head, taken, term, texts, whose


@pytest.fixture(autouse=True, scope="module")
def font() -> None:
    load_font()


def test_a_word_plan_with_automatic_numbers_and_its_task_table(tmp_path: Path) -> None:
    """The numbers stand in numbering.xml only; the annex is a table with merged cells."""
    document = WordDocument()
    numbered(document)
    for words in (
        "周村区人民政府办公室",
        "关于印发周村区促进养老服务发展若干措施的通知",
        "周政办字〔2025〕17号",
        "各镇政府、街道办事处，区政府有关部门，有关单位：",
        "现将《周村区促进养老服务发展若干措施》印发给你们，请结合实际认真贯彻落实。",
        "周村区人民政府办公室",
        "2025年4月11日",
        "周村区促进养老服务发展若干措施",
    ):
        add(document, words)
    add(document, "完善服务设施", 0)
    add(
        document,
        "支持社区建设老年食堂，验收合格的每处补助10万元。（牵头单位：区民政局；配合单位：区财政局）",
        1,
    )
    add(document, "对养老机构购买的责任保险给予补贴。（责任单位：区民政局，联系电话：0533—6433459）", 1)
    add(document, "附则", 0)
    add(document, "本措施自印发之日起施行，有效期至2027年12月31日。", 1)
    add(document, "附件")
    add(document, "重点任务分工表")
    table = document.add_table(rows=3, cols=5)
    rows = (
        ("序号", "重点任务", "责任单位", "联系电话", "完成时限"),
        ("1", "新建社区食堂8处", "区民政局", "6433459", "2025年12月底"),
        ("2", "改造养老机构3家", "", "", "2026年6月底"),
    )
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    for column in (2, 3):
        table.cell(1, column).merge(table.cell(2, column))
    document.save(tmp_path / "措施.docx")
    found = taken(tmp_path / "措施.docx")
    assert head(found) == (
        "周政办字〔2025〕17号",
        "周村区人民政府办公室关于印发周村区促进养老服务发展若干措施的通知",
        "周村区人民政府办公室",
        "2025-04-11",
    )
    assert (found.region, term(found)) == ("周村", ("2025-04-11", "2027-12-31"))
    assert whose(found) == {
        "正文（一）": [
            ("区民政局", LEAD, None, None, None, None),
            ("区财政局", HELP, None, None, None, None),
        ],
        "正文（二）": [("区民政局", DUTY, None, None, "0533—6433459", None)],
        "正文二（一）": [],
        "1": [("区民政局", DUTY, None, None, "6433459", "2025年12月底")],
        "2": [("区民政局", DUTY, None, None, "6433459", "2026年6月底")],
    }
    assert dialled(found)["正文（二）"] == ["0533-6433459"]
    assert texts(found)["正文（一）"] == (
        "支持社区建设老年食堂，验收合格的每处补助10万元。（牵头单位：区民政局；配合单位：区财政局）"
    )
    assert "改造养老机构3家" in texts(found)["2"]


COLUMN_TITLE = ("聊城市人民政府办公室", "关于支持村级养老互助点建设的通知", "聊政办字〔2023〕22号")
COLUMN_TEXT = (
    "各县（市、区）人民政府：",
    "一、建设标准。每个行政村可建设一处养老互助点，建筑面积不低于100平方米，设置休息床位不少于4张。"
    "（责任单位：市民政局）",
    "二、资金补助。对验收合格的养老互助点，市级财政给予一次性建设补助3万元，每年给予运营补助5000元。"
    "（牵头单位：市民政局，责任单位：市财政局）",
    "三、申报程序。村民委员会于每年9月30日前向乡镇政府提出申请。咨询电话：市民政局8288111。",
)


def test_a_pdf_in_two_columns(tmp_path: Path) -> None:
    """A sentence goes on from the foot of the left column to the right one; the title spans both."""
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for place, line in enumerate(COLUMN_TITLE):
        canvas.setFont(FONT, 16)
        canvas.drawCentredString(297, 800 - place * 26, line)
    lines: list[str] = []
    for paragraph in COLUMN_TEXT:
        indented = paragraph if paragraph is COLUMN_TEXT[0] else "　　" + paragraph
        lines.extend(cut(indented, 15))
    half = (len(lines) + 1) // 2
    drawn(canvas, lines[:half], 60, 710)
    y = drawn(canvas, lines[half:], 320, 710)
    drawn(canvas, ["聊城市人民政府办公室", "2023年6月9日"], 390, y - PITCH)
    canvas.save()
    (tmp_path / "公报.pdf").write_bytes(buffer.getvalue())
    found = taken(tmp_path / "公报.pdf")
    assert head(found) == (
        "聊政办字〔2023〕22号",
        "聊城市人民政府办公室关于支持村级养老互助点建设的通知",
        "聊城市人民政府办公室",
        "2023-06-09",
    )
    assert list(texts(found)) == ["一", "二", "三"]
    assert texts(found)["二"] == COLUMN_TEXT[2].removeprefix("二、")
    assert whose(found) == {
        "一": [("市民政局", DUTY, None, None, None, None)],
        "二": [
            ("市民政局", LEAD, None, None, None, None),
            ("市财政局", HELP, None, None, None, None),
        ],
        "三": [("市民政局", DUTY, None, None, "8288111", None)],
    }
    assert dialled(found)["三"] == ["0635-8288111"]


def test_a_pdf_of_twenty_pages_with_running_heads(tmp_path: Path) -> None:
    """Head and foot of each page go; sixty items stay whole, those torn by a page break too."""
    canvas = Canvas(str(tmp_path / "规划.pdf"))
    items = [
        f"第{number}项任务由区农业农村局会同有关镇办组织实施，年度投资{number}万元，建成后由所在村集体负责管护，"
        "并纳入区级资产台账统一管理，每年十二月底前完成核查。"
        for number in range(1, 61)
    ]
    lines = ["周村区农业农村局关于印发农田建设任务的通知", "周农字〔2025〕7号"]
    for number, item in enumerate(items, 1):
        lines.extend(cut(f"　　{number}.{item}", 32))
    lines += ["周村区农业农村局", "2025年3月3日"]
    pages = [lines[start : start + 10] for start in range(0, len(lines), 10)]
    assert len(pages) >= 19
    for number, page in enumerate(pages, 1):
        canvas.setFont(FONT, 10)
        canvas.drawString(220, 805, "周村区农业农村局文件汇编")
        canvas.drawString(280, 40, f"— {number} —")
        drawn(canvas, page)
        canvas.showPage()
    canvas.save()
    read = taken(tmp_path / "规划.pdf")
    assert head(read) == (
        "周农字〔2025〕7号",
        "周村区农业农村局关于印发农田建设任务的通知",
        "周村区农业农村局",
        "2025-03-03",
    )
    assert list(texts(read).items()) == [(str(number), item) for number, item in enumerate(items, 1)]


MENU = "".join(f'<li><a href="/c{n}">栏目{n}</a></li>' for n in range(25))
PAGE = f"""<!DOCTYPE html><html><head><meta charset="gb2312"><title>区卫生健康局-政府信息公开</title></head>
<body><div class="top"><ul>{MENU}</ul></div><div class="location">您的位置：<a>首页</a> &gt; 正文</div>
<table class="head"><tr><td>索引号：</td><td>11370306MB2/2022-512</td><td>发文字号：</td>
<td>周卫发〔2022〕18号</td></tr><tr><td>发布机构：</td><td>周村区卫生健康局</td><td>成文日期：</td>
<td>2022年7月4日</td></tr><tr><td>有效性：</td><td>失效</td><td>主题分类：</td><td>卫生</td></tr></table>
<h1>周村区卫生健康局关于做好计划生育家庭奖励扶助工作的通知</h1>
<div class="content" id="zoom"><p>各镇卫生院、社区卫生服务中心：</p>
<p>　　一、奖励对象。年满60周岁、只生育一个子女的农村居民。</p>
<p>　　二、奖励标准。每人每年960元，通过社会保障卡发放。</p>
<p>　　三、申报时间。每年3月1日至5月31日，向户籍所在村（居）委会申请。咨询电话：0533-6195611、6195612。</p>
<p style="text-align:right">周村区卫生健康局</p><p style="text-align:right">2022年7月4日</p>
<p>（此件公开发布）</p></div>
<div class="foot">主办：周村区人民政府办公室　网站标识码：3703060001　联系电话：0533-6195000</div>
</body></html>"""


def test_a_saved_page_in_gb18030_with_its_table(tmp_path: Path) -> None:
    """The site says 失效; the footer's phone is the site's, the two in the text are the bureau's."""
    path = tmp_path / "通知.html"
    path.write_bytes(PAGE.encode("gb18030"))
    found = taken(path)
    assert head(found) == (
        "周卫发〔2022〕18号",
        "周村区卫生健康局关于做好计划生育家庭奖励扶助工作的通知",
        "周村区卫生健康局",
        "2022-07-04",
    )
    assert texts(found)["二"] == "奖励标准。每人每年960元，通过社会保障卡发放。"
    assert whose(found) == {
        "一": [],
        "二": [],
        "三": [
            ("周村区卫生健康局", DUTY, None, None, "0533-6195611", None),
            ("周村区卫生健康局", DUTY, None, None, "6195612", None),
        ],
    }
    assert dialled(found)["三"] == ["0533-6195611", "0533-6195612"]


def test_a_workbook_of_two_sheets(tmp_path: Path) -> None:
    """Each sheet has its own columns; 牵头领导 is a person, the phones stand with their departments."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "区级"
    rows = [
        ["周村区2025年民生实事台账"],
        ["序号", "项目名称", "牵头领导", "责任单位", "责任人", "联系电话", "完成时限"],
        [1, "新建口袋公园5处", "张三", "区园林绿化服务中心", "李四", "6195777", "2025年10月"],
        [2, "更换老旧燃气管网20公里", "王五", "区住建局\n区公用事业服务中心", None,
         "区住建局：6195381\n区公用事业服务中心：6195400", "2025年12月"],
        [3, "建设充电桩100个", "张三", "区发展和改革局", None, "（0533）6195170/6195171", None],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A1:G1")
    second = book.create_sheet("热线")
    for row in (["事项", "主管部门", "服务热线"], ["反映停水", "区水利局", "12345"]):
        second.append(row)
    book.save(tmp_path / "台账.xlsx")
    found = taken(tmp_path / "台账.xlsx", "周村")
    assert list(whose(found).values()) == [
        [("区园林绿化服务中心", DUTY, None, "李四", "6195777", "2025年10月")],
        [
            ("区住建局", DUTY, None, None, "6195381", "2025年12月"),
            ("区公用事业服务中心", DUTY, None, None, "6195400", "2025年12月"),
        ],
        [
            ("区发展和改革局", DUTY, None, None, "（0533）6195170", None),
            ("区发展和改革局", DUTY, None, None, "6195171", None),
        ],
        [("区水利局", DUTY, None, None, "12345", None)],
    ]
    assert list(dialled(found).values())[2:] == [["0533-6195170", "0533-6195171"], ["12345"]]


QUESTIONS = """<html><head><meta charset="utf-8">
<title>《周村区人才购房补贴办法》政策解读</title></head><body>
<div class="menu"><a href="/">首页</a></div><div class="article-content">
<h1>《周村区人才购房补贴办法》政策解读</h1><p>发布日期：2025-02-10</p>
<p>一、哪些人可以申领购房补贴？</p>
<p>答：2024年1月1日以后来周村就业、首次购房的全日制本科及以上毕业生可以申领。</p>
<p>二、补贴标准是多少？</p>
<p>答：本科毕业生每人5万元，硕士研究生每人10万元，分两年发放。</p>
<p>三、到哪里咨询？</p>
<p>答：请向区人力资源社会保障局人才科咨询，联系单位：区人力资源社会保障局，咨询电话：0533-6195216。</p>
</div></body></html>"""


def test_an_explanation_in_questions_and_answers(tmp_path: Path) -> None:
    """Each question with its answer is a measure."""
    (tmp_path / "解读.html").write_text(QUESTIONS, encoding="utf-8")
    read = taken(tmp_path / "解读.html", "周村")
    assert read.title == "《周村区人才购房补贴办法》政策解读"
    assert head(read)[3] == "2025-02-10"
    assert list(texts(read).items()) == [
        (
            "一",
            "哪些人可以申领购房补贴？\n答：2024年1月1日以后来周村就业、首次购房的全日制本科及以上毕业生可以申领。",
        ),
        ("二", "补贴标准是多少？\n答：本科毕业生每人5万元，硕士研究生每人10万元，分两年发放。"),
        (
            "三",
            "到哪里咨询？\n答：请向区人力资源社会保障局人才科咨询，联系单位：区人力资源社会保障局，咨询电话：0533-6195216。",
        ),
    ]
