"""Tables as offices keep them, built here, from the file to the records: departments, officials, phones."""

from pathlib import Path

import openpyxl
from docx import Document as WordDocument
from reportlab.pdfgen.canvas import Canvas

from tests.corpus.making import FONT, add, load_font, numbered, tabled
from tests.corpus.taken import DUTY, HELP, LEAD, head, taken, term, texts, who


def test_word_with_automatic_numbers_and_a_merged_table(tmp_path: Path) -> None:
    """Labels that only Word counts, departments in brackets, and an annex whose first column is merged."""
    document = WordDocument()
    for words in (
        "周村区人民政府办公室",
        "关于印发《周村区促进消费若干措施》的通知",
        "周政办字〔2025〕8号",
        "各镇政府、街道办事处，区政府有关部门：",
        "《周村区促进消费若干措施》已经区政府同意，现印发给你们，请认真贯彻执行。",
        "周村区人民政府办公室",
        "2025年3月12日",
        "周村区促进消费若干措施",
    ):
        document.add_paragraph(words)
    numbered(document)
    add(document, "激发消费活力", 0)
    add(document, "支持以旧换新。对购买一级能效冰箱的，按售价的15%给予补贴，每件最高2000元。"
        "（责任单位：区商务局牵头，区财政局配合；完成时限：2025年12月底）", 1)  # fmt: skip
    add(
        document,
        "培育夜间经济。新建夜间消费街区2处。（牵头单位：区商务局；责任单位：区文化和旅游局、区市场监管局）",
        1,
    )
    add(document, "优化消费环境", 0)
    add(document, "开展放心消费创建。培育放心消费示范店20家。（责任单位：区市场监管局）", 1)
    document.add_paragraph("本措施自2025年4月1日起施行，有效期至2026年12月31日。")
    document.add_paragraph("附件")
    document.add_paragraph("重点活动安排表")
    table = tabled(
        document,
        [
            ["类别", "活动内容", "责任单位", "时间安排"],
            ["家电", "举办家电促销节", "区商务局", "5月"],
            ["", "组织家电下乡", "区商务局、各镇政府、街道办事处", "9月"],
            ["文旅", "举办古商城灯会", "区文化和旅游局", "10月"],
        ],
    )
    table.cell(1, 0).merge(table.cell(2, 0))
    document.save(tmp_path / "措施.docx")
    read = taken(tmp_path / "措施.docx")
    assert head(read) == (
        "周政办字〔2025〕8号",
        "周村区人民政府办公室关于印发《周村区促进消费若干措施》的通知",
        "周村区人民政府办公室",
        "2025-03-12",
    )
    assert term(read) == ("2025-04-01", "2026-12-31")
    assert [measure.item for measure in read.measures] == [
        "正文一（一）", "正文一（二）", "正文二（一）", "表1", "表2", "表3",
    ]  # fmt: skip
    first, second, third, *rows = read.measures
    assert first.text == (
        "支持以旧换新。对购买一级能效冰箱的，按售价的15%给予补贴，每件最高2000元。"
        "（责任单位：区商务局牵头，区财政局配合；完成时限：2025年12月底）"
    )
    assert first.heading == ("周村区促进消费若干措施", "一、激发消费活力")
    assert who(first) == [
        ("区商务局", LEAD, None, None, None, "2025年12月底"),
        ("区财政局", HELP, None, None, None, "2025年12月底"),
    ]
    assert [duty[:2] for duty in who(second)] == [
        ("区商务局", LEAD), ("区文化和旅游局", HELP), ("区市场监管局", HELP),
    ]  # fmt: skip
    assert [duty[:2] for duty in who(third)] == [("区市场监管局", DUTY)]
    assert [row.heading for row in rows] == [
        ("重点活动安排表",), ("重点活动安排表", "家电"), ("重点活动安排表",),
    ]  # fmt: skip
    assert rows[1].text == "组织家电下乡\n区商务局、各镇政府、街道办事处\n9月"
    assert [duty[:2] for duty in who(rows[1])] == [
        ("区商务局", DUTY), ("各镇政府、街道办事处", DUTY),
    ]  # fmt: skip


def test_word_with_officials_and_phones_in_columns(tmp_path: Path) -> None:
    """牵头领导 are officials, not departments; the phone stands in its own column, merged over two rows."""
    document = WordDocument()
    document.add_paragraph("2025年王村镇民生实事任务分工表")
    table = tabled(
        document,
        [
            ["序号", "实事内容", "牵头领导", "牵头单位", "责任人", "联系电话", "完成时限"],
            ["1", "新建村级幸福食堂3处", "张明", "镇民政办公室", "李霞", "6682101", "2025年6月底"],
            [
                "2",
                "为65岁以上老人免费查体",
                "张明",
                "镇卫生院",
                "赵军",
                "0533-6682120/13805330001",
                "2025年10月底",
            ],
            ["3", "改造旱厕200户", "王强", "镇农业农村办公室", "孙丽", "6682130转802", "长期"],
        ],
    )
    table.cell(1, 2).merge(table.cell(2, 2)).text = "张明"
    document.save(tmp_path / "分工.docx")
    read = taken(tmp_path / "分工.docx", "周村")
    assert head(read)[:2] == ("2025年王村镇民生实事任务分工表", "2025年王村镇民生实事任务分工表")
    assert [measure.item for measure in read.measures] == ["1", "2", "3"]
    assert [who(measure) for measure in read.measures] == [
        [("镇民政办公室", LEAD, None, "李霞", "6682101", "2025年6月底")],
        [
            ("镇卫生院", LEAD, None, "赵军", "0533-6682120", "2025年10月底"),
            ("镇卫生院", LEAD, None, "赵军", "13805330001", "2025年10月底"),
        ],
        [("镇农业农村办公室", LEAD, None, "孙丽", "6682130转802", "长期")],
    ]


LEDGER = [
    ["事项名称", "办理依据", "承办部门", "经办科室", "咨询电话", "办理要求"],
    ["残疾人两项补贴", "鲁民〔2021〕58号", "区民政局", "社会福利科", "（0533）6433470", "到便民服务中心申请"],
    ["就业见习补贴", None, "区人力资源社会保障局", "就业科、失业科", "6195201、6195202", "见习单位按月申报"],
    ["创业担保贷款", None, "区人力资源社会保障局", "就业科", "12333", "最高可贷30万元"],
]  # fmt: skip


def test_a_ledger_in_a_workbook(tmp_path: Path) -> None:
    """A title row, no ordinals, offices and phones in columns; a number cited in a cell is not its own."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["周村区惠民补贴事项清单（2025年版）"])
    sheet.merge_cells("A1:F1")
    for row in LEDGER:
        sheet.append(row)
    book.save(tmp_path / "清单.xlsx")
    read = taken(tmp_path / "清单.xlsx", "周村区")
    assert head(read) == (
        "周村区惠民补贴事项清单（2025年版）", "周村区惠民补贴事项清单（2025年版）", "", "",
    )  # fmt: skip
    assert list(texts(read).items()) == [
        (
            "表1",
            "残疾人两项补贴\n鲁民〔2021〕58号\n区民政局\n社会福利科\n（0533）6433470\n到便民服务中心申请",
        ),
        ("表2", "就业见习补贴\n区人力资源社会保障局\n就业科、失业科\n6195201、6195202\n见习单位按月申报"),
        ("表3", "创业担保贷款\n区人力资源社会保障局\n就业科\n12333\n最高可贷30万元"),
    ]
    assert [who(measure) for measure in read.measures] == [
        [("区民政局", DUTY, "社会福利科", None, "（0533）6433470", None)],
        [
            ("区人力资源社会保障局", DUTY, "就业科", None, "6195201", None),
            ("区人力资源社会保障局", DUTY, "失业科", None, "6195202", None),
        ],
        [("区人力资源社会保障局", DUTY, "就业科", None, "12333", None)],
    ]


def test_a_ruled_table_in_a_pdf_with_the_phone_in_its_own_column(tmp_path: Path) -> None:
    """Lines of a grid around four columns; the second row has two phones for its one department."""
    canvas = Canvas(str(tmp_path / "目录.pdf"))
    load_font()
    canvas.setFont(FONT, 18)
    canvas.drawString(200, 790, "周村区政策兑现事项目录")
    rows = [
        ["序号", "政策内容", "责任部门", "联系电话"],
        ["1", "规上企业首次入库奖励3万元", "区工业和信息化局", "6195130"],
        ["2", "高新技术企业认定补助10万元", "区科技局", "6195140、6195141"],
    ]
    edges = [60, 110, 310, 430, 540]
    for depth, row in enumerate(rows):
        top = 740 - 30 * depth
        for column, words in enumerate(row):
            canvas.rect(edges[column], top - 30, edges[column + 1] - edges[column], 30)
            canvas.setFont(FONT, 12)
            canvas.drawString(edges[column] + 4, top - 20, words)
    canvas.save()
    read = taken(tmp_path / "目录.pdf", "周村")
    assert read.title == "周村区政策兑现事项目录"
    assert [(m.item, m.sections[0].text) for m in read.measures] == [
        ("1", "规上企业首次入库奖励3万元"), ("2", "高新技术企业认定补助10万元"),
    ]  # fmt: skip
    assert [who(measure) for measure in read.measures] == [
        [("区工业和信息化局", DUTY, None, None, "6195130", None)],
        [
            ("区科技局", DUTY, None, None, "6195140", None),
            ("区科技局", DUTY, None, None, "6195141", None),
        ],
    ]
