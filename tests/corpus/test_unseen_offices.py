"""Documents of other offices: a province, a street, answers of a site, a list for enterprises."""

from datetime import date, datetime, time
from pathlib import Path

import openpyxl
from docx import Document as WordDocument

from tests.corpus.making import add, tabled
from tests.corpus.taken import DUTY, HELP, LEAD, dialled, head, taken, term, texts, whose

PROVINCE = (
    "山东省民政厅",
    "山东省财政厅",
    "关于做好2025年经济困难老年人补贴发放工作的通知",
    "鲁民〔2025〕36号",
    "各市民政局、财政局：",
    "为保障经济困难老年人基本生活，现就2025年经济困难老年人补贴发放工作通知如下。",
    "一、补贴标准",
    "（一）60—79周岁老年人，每人每月补贴80元。",
    "（二）80—89周岁老年人，每人每月补贴100元；90—99周岁老年人，每人每月补贴200元。",
    "二、工作要求",
    "各级民政、财政部门要密切配合。省民政厅养老服务处联系电话：0531-86910612；"
    "省财政厅社会保障处联系电话：0531-82669795。",
    "本通知自2025年7月1日起施行，有效期至2028年6月30日。",
    "附件：各市经济困难老年人补贴咨询电话",
    "山东省民政厅      山东省财政厅",
    "2025年6月10日",
    "（此件公开发布）",
    "附件",
    "各市经济困难老年人补贴咨询电话",
)


def test_a_notice_of_two_provincial_bodies_with_a_table_of_phones(tmp_path: Path) -> None:
    """Two bodies issue and sign; each phone stands behind its office; the annex has no departments."""
    document = WordDocument()
    for words in PROVINCE:
        add(document, words)
    rows = [
        ["序号", "市", "责任科室", "联系人", "咨询电话"],
        ["1", "淄博市", "淄博市民政局养老服务科", "王晓明", "0533-2770123"],
        ["2", "聊城市", "聊城市民政局养老服务科", "李 娜", "0635-8288190"],
    ]
    tabled(document, rows)
    document.save(tmp_path / "通知.docx")
    found = taken(tmp_path / "通知.docx")
    assert head(found) == (
        "鲁民〔2025〕36号",
        "山东省民政厅山东省财政厅关于做好2025年经济困难老年人补贴发放工作的通知",
        "山东省民政厅、山东省财政厅",
        "2025-06-10",
    )
    assert (found.region, term(found)) == ("山东省", ("2025-07-01", "2028-06-30"))
    assert texts(found) == {
        "正文一（一）": "60—79周岁老年人，每人每月补贴80元。",
        "正文一（二）": "80—89周岁老年人，每人每月补贴100元；90—99周岁老年人，每人每月补贴200元。",
        "正文二": "\n".join(("工作要求", PROVINCE[10], PROVINCE[11])),
        "1": "淄博市\n淄博市民政局养老服务科\n王晓明\n0533-2770123",
        "2": "聊城市\n聊城市民政局养老服务科\n李娜\n0635-8288190",
    }
    assert whose(found) == {
        "正文一（一）": [],
        "正文一（二）": [],
        "正文二": [
            ("省民政厅", DUTY, "养老服务处", None, "0531-86910612", None),
            ("省财政厅", DUTY, "社会保障处", None, "0531-82669795", None),
        ],
        "1": [("淄博市民政局", DUTY, "养老服务科", "王晓明", "0533-2770123", None)],
        "2": [("聊城市民政局", DUTY, "养老服务科", "李娜", "0635-8288190", None)],
    }


STREET = """000012
内部★一年
急

青年路街道办事处文件

青办发〔2025〕14号                    签发人：赵志强

青年路街道办事处
关于做好2025年城乡居民医保参保缴费工作的通知

各社区居委会，街道各科室：
    根据上级要求，结合街道实际，现将有关事项通知如下：
    一、缴费时间
    2024年10月8日至2024年12月31日为集中缴费期。
    二、缴费标准
    （一）成年居民每人每年400元。
    （二）学生儿童每人每年380元。
    三、职责分工
    街道民生保障办公室负责政策解释，联系人：孙 倩，联系电话：6418026；街道财政所负责资金归集。

                                        青年路街道办事处
                                          2025年1月6日
    （联系人：孙倩，联系电话：6418026）


抄送：区医疗保障局，区税务局青年路税务所。
青年路街道办事处党政办公室                  2025年1月6日印发
"""


def test_a_street_notice_with_all_elements_of_the_standard_head(tmp_path: Path) -> None:
    """GB/T 9704: copy number, secrecy, urgency, mark of the issuer, signer above; notes and copies below."""
    path = tmp_path / "通知.txt"
    path.write_text(STREET, encoding="utf-8")
    found = taken(path, "周村")
    assert head(found) == (
        "青办发〔2025〕14号",
        "青年路街道办事处关于做好2025年城乡居民医保参保缴费工作的通知",
        "青年路街道办事处",
        "2025-01-06",
    )
    assert texts(found) == {
        "一": "缴费时间\n2024年10月8日至2024年12月31日为集中缴费期。",
        "二（一）": "成年居民每人每年400元。",
        "二（二）": "学生儿童每人每年380元。",
        "三": "职责分工\n街道民生保障办公室负责政策解释，联系人：孙倩，联系电话：6418026；"
        "街道财政所负责资金归集。",
    }
    assert whose(found)["三"] == [
        ("街道民生保障办公室", DUTY, None, "孙倩", "6418026", None),
        ("街道财政所", DUTY, None, None, None, None),
    ]
    assert dialled(found)["三"] == ["0533-6418026", None]


PAGE = """<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="ArticleTitle" content="《周村区支持个体工商户发展若干措施》政策问答">
<meta name="PubDate" content="2025-05-12 09:30"><meta name="ContentSource" content="区市场监管局">
<title>《周村区支持个体工商户发展若干措施》政策问答 - 政策解读 - 周村区人民政府</title></head><body>
<div id="header"><a href="/">周村区人民政府</a><ul class="nav"><li><a>首页</a></li></ul></div>
<div class="crumb">当前位置：首页 &gt; 政策解读</div>
<div class="article"><h1 class="title">《周村区支持个体工商户发展若干措施》政策问答</h1>
<div class="info"><span>来源：区市场监管局</span><span>浏览次数：12</span></div>
<div id="zoom"><p>近日，区政府办公室印发《周村区支持个体工商户发展若干措施》，现就有关问题解答如下。</p>
<p><strong>问：哪些个体工商户可以领取首次创业补贴？</strong></p>
<p>答：在周村区登记注册满1年、正常经营并缴纳社会保险的个体工商户，可以申请一次性创业补贴5000元。</p>
<p><strong>问：房租减免怎么办理？</strong></p>
<p>答：向房屋出租单位提出申请，由区国资运营中心审核，咨询电话：0533-6186020。</p>
<p><strong>问：到哪里咨询？</strong></p>
<p>答：登记注册等问题，请咨询区市场监管局登记注册科，电话6195315；创业补贴请咨询区人力资源社会保障局就业科，\
电话6195208。监督电话：6195000。</p></div></div>
<div class="footer">主办：周村区人民政府办公室 电话：0533-6195000</div></body></html>"""


def test_questions_and_answers_without_numbers(tmp_path: Path) -> None:
    """Each 问 with its 答 is an item; the page states its day to machines; two offices, a phone each."""
    path = tmp_path / "问答.html"
    path.write_text(PAGE, encoding="utf-8")
    found = taken(path, "周村")
    assert head(found)[1] == "《周村区支持个体工商户发展若干措施》政策问答"
    assert head(found)[3] == "2025-05-12"
    assert list(texts(found)) == ["问1", "问2", "问3"]
    assert texts(found)["问1"] == (
        "哪些个体工商户可以领取首次创业补贴？\n"
        "答：在周村区登记注册满1年、正常经营并缴纳社会保险的个体工商户，可以申请一次性创业补贴5000元。"
    )
    assert whose(found) == {
        "问1": [],
        "问2": [("区国资运营中心", DUTY, None, None, "0533-6186020", None)],
        "问3": [
            ("区市场监管局", DUTY, "登记注册科", None, "6195315", None),
            ("区人力资源社会保障局", DUTY, "就业科", None, "6195208", None),
        ],
    }


def test_a_list_for_enterprises_with_a_header_of_two_rows(tmp_path: Path) -> None:
    """Remarks stand between title and header; two columns each under 政策内容, 兑现部门 and 联系方式."""
    book = openpyxl.Workbook()
    sheet = book.active
    rows = [
        ["周村区惠企政策清单（2025版）"],
        ["填报单位：区发展和改革局", *[""] * 6, "更新日期：2025年4月30日"],
        ["序号", "政策类别", "政策名称", "政策内容", "", "政策依据", "兑现部门", "", "联系方式", ""],
        ["", "", "", "支持对象", "奖补标准", "", "牵头单位", "配合单位", "联系科室", "联系电话"],
        [1, "科技创新", "高企认定奖励", "首次通过认定的企业", "每家奖励20万元", "周政办字〔2024〕40号",
         "区科技局", "区财政局", "高新技术科", "6195142"],
        [2, "", "研发投入补助", "规模以上工业企业", "按新增研发费用的5%给予补助", "周政办字〔2024〕40号",
         "区科技局", "区税务局、区财政局", "科技规划科", "0533-6195143、6195144"],
        ["注：工作时间拨打。"],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    for span in (
        "A1:J1",
        "A2:G2",
        "H2:J2",
        "A3:A4",
        "B3:B4",
        "C3:C4",
        "D3:E3",
        "F3:F4",
        "G3:H3",
        "I3:J3",
        "B5:B6",
    ):
        sheet.merge_cells(span)
    book.save(tmp_path / "清单.xlsx")
    found = taken(tmp_path / "清单.xlsx", "周村")
    assert head(found)[1] == "周村区惠企政策清单（2025版）"
    first, second = found.measures
    assert [(part.name, part.text) for part in first.sections][:4] == [
        ("政策类别", "科技创新"),
        ("政策名称", "高企认定奖励"),
        ("政策内容支持对象", "首次通过认定的企业"),
        ("政策内容奖补标准", "每家奖励20万元"),
    ]
    assert second.heading == ("科技创新",)
    assert whose(found) == {
        "1": [
            ("区科技局", LEAD, "高新技术科", None, "6195142", None),
            ("区财政局", HELP, None, None, None, None),
        ],
        "2": [
            ("区科技局", LEAD, "科技规划科", None, "0533-6195143", None),
            ("区科技局", LEAD, "科技规划科", None, "6195144", None),
            ("区税务局", HELP, None, None, None, None),
            ("区财政局", HELP, None, None, None, None),
        ],
    }


def test_a_list_of_phones_names_whom_to_call(tmp_path: Path) -> None:
    """单位 and 电话 are all that it says."""
    path = tmp_path / "电话.csv"
    path.write_text(
        "单位名称,办公地点,联系人,联系电话\n区商务局,区政府3号楼,马骏,6195136\n", encoding="utf-8"
    )
    found = taken(path, "周村")
    assert list(whose(found).values()) == [[("区商务局", DUTY, None, "马骏", "6195136", None)]]


def test_departments_with_their_phones_in_one_column(tmp_path: Path) -> None:
    """责任单位及联系电话: two bodies on two lines, a bracket, a person, a body without a phone."""
    document = WordDocument()
    add(document, "2024年为民办实事项目责任分工")
    rows = [
        ["类别", "序号", "项目内容", "责任单位及联系电话", "完成时限"],
        ["教育", "1", "新建幼儿园2所。", "县教育和体育局 6961234\n县住房城乡建设局 6967788", "2024年8月底前"],
        ["", "2", "为中小学安装空调。", "县教育和体育局（6961235）", "2024年6月"],
        ["养老", "3", "建设养老服务中心3处。", "县民政局：张三6962233；各镇人民政府", "2024年12月底"],
    ]
    table = tabled(document, rows)
    table.cell(1, 0).merge(table.cell(2, 0))
    document.save(tmp_path / "分工.docx")
    found = taken(tmp_path / "分工.docx", "高青县")
    assert whose(found) == {
        "1": [
            ("县教育和体育局", DUTY, None, None, "6961234", "2024年8月底前"),
            ("县住房城乡建设局", DUTY, None, None, "6967788", "2024年8月底前"),
        ],
        "2": [("县教育和体育局", DUTY, None, None, "6961235", "2024年6月")],
        "3": [
            ("县民政局", DUTY, None, "张三", "6962233", "2024年12月底"),
            ("各镇人民政府", DUTY, None, None, None, "2024年12月底"),
        ],
    }
    assert texts(found)["1"] == (
        "教育\n新建幼儿园2所。\n县教育和体育局 6961234\n县住房城乡建设局 6967788\n2024年8月底前"
    )


WINDOWS = """<html><head><meta charset="gbk"><title>关于公布医保经办窗口的公告</title></head><body>
<table width=100%><tr><td><a href=/>首页</a> | <a href=/x>信息公开</a></td></tr></table>
<table class=xxgk><tr><td>索引号</td><td>113703210042/2024-55</td><td>信息分类</td><td>医疗保障</td></tr>
<tr><td>发布机构</td><td>桓台县医疗保障局</td><td>发文日期</td><td>2024-03-05</td></tr>
<tr><td>文号</td><td>桓医保发〔2024〕3号</td><td>有效期</td><td>2026-03-04</td></tr></table>
<div class=TRS_Editor><p align=center>桓台县医疗保障局<br>关于公布医保经办窗口的公告</p>
<p>&nbsp;&nbsp;现将全县医保经办窗口公布如下：</p><table border=1>
<tr><th rowspan=2>镇（街道）</th><th colspan=2>窗口信息</th></tr><tr><th>经办机构</th><th>联系电话</th></tr>
<tr><td>索镇街道</td><td>索镇街道便民服务中心医保窗口</td><td>0533-8265001</td></tr>
<tr><td>起凤镇</td><td>起凤镇便民服务中心医保窗口</td><td>0533-8571001</td></tr></table>
<p>&nbsp;&nbsp;特此公告。</p><p align=right>桓台县医疗保障局</p><p align=right>2024年3月5日</p>
</div></body></html>"""


def test_a_short_announcement_around_a_table_of_windows(tmp_path: Path) -> None:
    """The site's table gives number and term; each window is an office of its centre."""
    path = tmp_path / "公告.html"
    path.write_bytes(WINDOWS.encode("gbk"))
    found = taken(path)
    assert head(found) == (
        "桓医保发〔2024〕3号",
        "桓台县医疗保障局关于公布医保经办窗口的公告",
        "桓台县医疗保障局",
        "2024-03-05",
    )
    assert (found.region, term(found)) == ("桓台县", ("", "2026-03-04"))
    assert whose(found) == {
        "表1": [("索镇街道便民服务中心", DUTY, "医保窗口", None, "0533-8265001", None)],
        "表2": [("起凤镇便民服务中心", DUTY, "医保窗口", None, "0533-8571001", None)],
    }


PENSIONS = """《周村区城乡居民养老保险实施细则》解读
来源：区人社局 发布时间：2025-06-18
一、政策背景
为进一步完善制度，制定本细则。
二、主要内容
（一）政府补贴多少？
选择500元以上档次缴费的，每人每年补贴60元。
（二）什么时候领取？
年满60周岁、累计缴费满15年的，按月领取。
"""


def test_an_explanation_under_a_line_of_its_site(tmp_path: Path) -> None:
    """A title without 关于; source and day stand in one line."""
    path = tmp_path / "解读.txt"
    path.write_text(PENSIONS, encoding="utf-8")
    found = taken(path, "周村")
    assert head(found)[1] == "《周村区城乡居民养老保险实施细则》解读"
    assert head(found)[3] == "2025-06-18"
    assert texts(found) == {
        "二（一）": "政府补贴多少？\n选择500元以上档次缴费的，每人每年补贴60元。",
        "二（二）": "什么时候领取？\n年满60周岁、累计缴费满15年的，按月领取。",
    }


def test_bodies_with_a_colon_and_a_phone(tmp_path: Path) -> None:
    """No word such as 电话; the sum after a body is no phone, the last pair is printed twice."""
    text = (
        "关于开展社保补贴申报的通知\n各镇：\n一、补贴资金。区财政局：2000000元。\n"
        "二、联系方式。北郊镇人社所：6560123；咨询电话：区残联：6411234；区残联：6411234。\n"
        "周村区公共就业和人才服务中心\n2025年4月8日\n"
    )
    path = tmp_path / "通知.txt"
    path.write_text(text, encoding="utf-8")
    assert whose(taken(path)) == {
        "一": [],
        "二": [
            ("区残联", DUTY, None, None, "6411234", None),
            ("北郊镇人社所", DUTY, None, None, "6560123", None),
        ],
    }


def test_people_stand_before_their_phones_in_one_column(tmp_path: Path) -> None:
    """责任人及电话: a person and a phone for each of two bodies; a day is shown without its midnight."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["序号", "重点\n任务", "责任\n单位", "责任人及\n电话", "完成\n时限"])
    bodies, calls = "区住建局\n区公用事业服务中心", "李明 6195381\n王刚 6195400"
    sheet.append([1, "老旧管网改造20公里", bodies, calls, datetime.combine(date(2025, 10, 31), time.min)])
    book.save(tmp_path / "任务.xlsx")
    found = taken(tmp_path / "任务.xlsx", "周村")
    assert whose(found) == {
        "1": [
            ("区住建局", DUTY, None, "李明", "6195381", "2025-10-31"),
            ("区公用事业服务中心", DUTY, None, "王刚", "6195400", "2025-10-31"),
        ]
    }
    assert texts(found)["1"] == "\n".join(("老旧管网改造20公里", bodies, calls, "2025-10-31"))
