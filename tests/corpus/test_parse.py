from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.drafts import DocumentDraft, MeasureDraft
from corpus.readers import read_plain
from corpus.records import PieceKind
from corpus.structure.coverage import contested, uncovered
from corpus.structure.parse import parse_source, parse_sources
from corpus.structure.sources import Origin

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
LIST_2022 = "周村2022稳中求进清单"
CHRONICLE = "聊城市人民政府大事记（2021年6月）"

# Number, title, issuer, region, issued, sources, count of measures: read in the printed texts.
PRINTED = [
    (
        "周政字〔2024〕33号",
        "周村区人民政府关于推动供销合作社高质量发展的实施意见",
        "周村区人民政府",
        "周村",
        date(2024, 8, 21),
        ["000"],
        16,
    ),
    (
        "周政办字〔2024〕9号",
        "周村区人民政府办公室关于印发2024年周村区政务公开工作方案的通知",
        "周村区人民政府办公室",
        "周村",
        date(2024, 7, 1),
        ["000"],
        67,
    ),
    (
        "周政办字〔2024〕11号",
        "周村区人民政府办公室关于印发《周村区落实省政府2024年“促进经济巩固向好、加快绿色低碳高质量发展”"
        "政策清单（第二批）任务分工方案》的通知",
        "周村区人民政府办公室",
        "周村",
        date(2024, 7, 22),
        ["000"],
        32,
    ),
    (
        LIST_2022,
        "关于印发《周村区落实省2022年“稳中求进”高质量发展政策清单（第一批）实施方案汇编》的通知",
        "区委统筹疫情防控和经济运行工作领导小组（指挥部）办公室",
        "周村",
        date(2022, 4, 8),
        ["001"],
        61,
    ),
    (
        "周政发〔2020〕27号",
        "周村区人民政府关于贯彻落实国务院《政府工作报告》具体措施的通知",
        "周村区人民政府",
        "周村",
        date(2020, 8, 25),
        ["002", "003"],
        33,
    ),
    (
        "周政办字〔2020〕29号",
        "周村区人民政府办公室关于提高全区城乡居民最低生活保障和城乡特困救助供养标准的通知",
        "周村区人民政府办公室",
        "周村",
        date(2020, 8, 10),
        ["003"],
        1,
    ),
    (
        "周政办字〔2020〕30号",
        "周村区人民政府办公室关于印发周村区新型智慧城市建设实施方案的通知",
        "周村区人民政府办公室",
        "周村",
        date(2020, 8, 13),
        ["003"],
        26,
    ),
    (
        "周政办字〔2020〕31号",
        "周村区人民政府办公室关于印发周村区深入推进城镇老旧小区改造实施方案的通知",
        "周村区人民政府办公室",
        "周村",
        date(2020, 8, 20),
        ["003"],
        28,
    ),
    (
        "聊政发〔2021〕7号",
        "聊城市人民政府关于印发聊城市优化营商环境创新突破行动实施方案的通知",
        "聊城市人民政府",
        "聊城",
        date(2021, 6, 18),
        ["004"],
        212,
    ),
    (
        "聊政办发〔2021〕5号",
        "聊城市人民政府办公室关于印发2021年聊城市政务公开工作要点的通知",
        "聊城市人民政府办公室",
        "聊城",
        date(2021, 6, 2),
        ["004"],
        20,
    ),
    (
        "聊政办字〔2021〕11号",
        "聊城市人民政府办公室关于印发聊城市质量发展和专利奖励办法的通知",
        "聊城市人民政府办公室",
        "聊城",
        date(2021, 6, 18),
        ["004"],
        30,
    ),
    (
        "聊政办字〔2021〕13号",
        "聊城市人民政府办公室关于进一步促进全市农产品加工业发展的实施意见",
        "聊城市人民政府办公室",
        "聊城",
        date(2021, 6, 29),
        ["004"],
        24,
    ),
    (
        "聊政办字〔2021〕14号",
        "聊城市人民政府办公室关于印发聊城市加快阿胶全产业链高质量发展实施方案的通知",
        "聊城市人民政府办公室",
        "聊城",
        date(2021, 6, 30),
        ["004"],
        8,
    ),
    (
        "聊政任〔2021〕11号",
        "聊城市人民政府关于任免侯德功等工作人员职务的通知",
        "聊城市人民政府",
        "聊城",
        date(2021, 6, 1),
        ["004"],
        1,
    ),
    (
        "聊政任〔2021〕12号",
        "聊城市人民政府关于任免吕海燕等工作人员职务的通知",
        "聊城市人民政府",
        "聊城",
        date(2021, 6, 18),
        ["004"],
        1,
    ),
    (
        "聊政任〔2021〕13号",
        "聊城市人民政府关于任免王同章等工作人员职务的通知",
        "聊城市人民政府",
        "聊城",
        date(2021, 6, 30),
        ["004"],
        1,
    ),
    (
        CHRONICLE,
        "聊城市人民政府大事记(2021年6月)",
        "聊城市人民政府",
        "聊城",
        None,
        ["004"],
        38,
    ),
]

HAN = "一二三四五六七八九十"
# How many （一） stand under each of the eighteen parts of the annex of 聊政发〔2021〕7号.
PARTS_OF_7 = [18, 21, 9, 9, 10, 10, 14, 8, 5, 10, 7, 11, 15, 12, 14, 9, 10, 7]


@pytest.fixture(scope="module")
def drafts() -> dict[str, DocumentDraft]:
    return {draft.number: draft for draft in parse_sources(DOCUMENTS)}


@pytest.fixture
def measures(drafts: dict[str, DocumentDraft]) -> dict[str, MeasureDraft]:
    return {f"{number}#{m.item}": m for number, draft in drafts.items() for m in draft.measures}


def han(number: int) -> str:
    """Example: 21 -> 二十一."""
    tens, units = divmod(number, 10)
    ten = "" if tens == 0 else ("" if tens == 1 else HAN[tens - 1]) + "十"
    return ten + (HAN[units - 1] if units else "")


def items(drafts: dict[str, DocumentDraft], number: str) -> list[str]:
    return [measure.item for measure in drafts[number].measures]


def bracketed(prefix: str, count: int) -> list[str]:
    return [f"{prefix}（{han(position)}）" for position in range(1, count + 1)]


def section(measure: MeasureDraft, name: str) -> str:
    return next(part.text for part in measure.sections if part.name == name)


def test_documents_are_those_that_the_texts_print(drafts: dict[str, DocumentDraft]) -> None:
    """Seventeen documents: those printed, nothing else."""
    assert list(drafts) == [row[0] for row in PRINTED]


@pytest.mark.parametrize("row", PRINTED, ids=[row[0] for row in PRINTED])
def test_document_head_is_read_as_printed(drafts: dict[str, DocumentDraft], row: tuple[object, ...]) -> None:
    """Number, title, issuer, region, day of issue, sources and how many measures."""
    draft = drafts[str(row[0])]
    sources = [source[:3] for source in draft.sources]
    assert row == (
        draft.number,
        draft.title,
        draft.issuer,
        draft.region,
        draft.issued,
        sources,
        len(draft.measures),
    )


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("周政字〔2024〕33号", [*map(str, range(1, 13)), *bracketed("三", 4)]),
        ("周政办字〔2024〕9号", [f"表{row}" for row in range(1, 68)]),
        ("周政办字〔2024〕11号", [str(row) for row in range(1, 33)]),
        (
            LIST_2022,
            [
                *map(str, range(1, 19)),
                *(f"19-{part}" for part in range(1, 6)),
                *map(str, range(20, 36)),
                "36-1",
                "36-2",
                *map(str, range(37, 57)),
            ],
        ),
        ("周政发〔2020〕27号", [str(item) for item in range(1, 34)]),
        ("周政办字〔2020〕29号", ["全文"]),
        ("周政办字〔2020〕30号", [*bracketed("", 21), *bracketed("二", 5)]),
        (
            "周政办字〔2020〕31号",
            [
                *bracketed("一", 4),
                *bracketed("二", 4),
                *bracketed("三", 2),
                *bracketed("四", 15),
                *bracketed("五", 3),
            ],
        ),
        (
            "聊政发〔2021〕7号",
            [
                *bracketed("正文二", 4),
                *bracketed("正文三", 4),
                *bracketed("正文四", 5),
                *(
                    name
                    for part, count in enumerate(PARTS_OF_7, start=1)
                    for name in bracketed(han(part), count)
                ),
            ],
        ),
        (
            "聊政办发〔2021〕5号",
            [
                *bracketed("一", 7),
                *bracketed("二", 2),
                *bracketed("三", 3),
                *bracketed("四", 4),
                *bracketed("五", 4),
            ],
        ),
        (
            "聊政办字〔2021〕11号",
            [
                "第一条",
                "第二条",
                "第三条",
                *bracketed("第四条", 13),
                *bracketed("第五条", 4),
                *bracketed("第六条", 6),
                *bracketed("第七条", 2),
                "第八条",
                "第九条",
            ],
        ),
        (
            "聊政办字〔2021〕13号",
            [
                *bracketed("一", 2),
                *bracketed("二", 6),
                *bracketed("三", 4),
                *bracketed("四", 4),
                "五（一）",
                *(f"五（二）{part}" for part in range(1, 6)),
                "五（三）",
                "五（四）",
            ],
        ),
        ("聊政办字〔2021〕14号", [*bracketed("三", 5), *bracketed("四", 3)]),
        ("聊政任〔2021〕12号", ["全文"]),
    ],
)
def test_measures_are_named_by_the_labels_printed(
    drafts: dict[str, DocumentDraft], number: str, expected: list[str]
) -> None:
    """Labels that run on stand bare, labels that restart carry their path."""
    assert items(drafts, number) == expected


def test_chronicle_counts_further_entries_of_a_day(drafts: dict[str, DocumentDraft]) -> None:
    """18 June has four entries, 29 June five; 10-11 and 23—24 June are days of their own."""
    names = items(drafts, CHRONICLE)
    assert names[:3] == ["1日", "2日", "2日△2"]
    assert [name for name in names if name.startswith("18日")] == ["18日", "18日△2", "18日△3", "18日△4"]
    assert {"10日", "10-11日", "23日", "23—24日", "24日", "29日△5", "30日△3"} <= set(names)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("聊政发〔2021〕7号#十八（四）", "市生态环境局、市交通运输局、市市场监管局、市外办、"),
        ("聊政办发〔2021〕5号#五（二）", "抓好教育培训。重点围绕贯彻落实《政府信息公开条例》"),
        ("聊政办字〔2021〕11号#第六条（五）", "奖励资金由市财政部门拨付到各县（市、区）财政部门"),
        ("聊政办字〔2021〕13号#五（二）5", "电价格政策。\n(牵头单位：市自然资源和规划局、市发展改革委、"),
        ("聊政发〔2021〕7号#五（六）", "市税务局、市大数据局)"),
        ("聊政发〔2021〕7号#九（一）", "市地方金融监管局；"),
        ("聊政发〔2021〕7号#二（二十）", "（牵头部门：市行政审批局；"),
        ("聊政发〔2021〕7号#二（十五）", "各县（市、区）人民政府、市属开发区管委会）"),
        ("聊政发〔2021〕7号#一（十一）", "（牵头部门：市行政审批局、市市场监管局；责任部门：市税务局）"),
        ("聊政发〔2021〕7号#十八（六）", "（牵头部门：市商务投资促进局、市贸促会）"),
        ("聊政发〔2021〕7号#正文四（四）", "将营商环境评价成绩纳入全市高质量发展综合考评和"),
        (f"{LIST_2022}#12", "责任单位：区财政局，责任科室：综合科；"),
        (f"{LIST_2022}#27", "（牵头单位：区发展改革局，责任科室：动能转换推进科，2022年12月）"),
        (f"{LIST_2022}#30", "责任科室：工商贸易科；完成时限：2022年12月）"),
        ("周政办字〔2020〕30号#（三）", "周村经济开发区管委会；完成时限：2020年8月）"),
        ("周政办字〔2020〕30号#（十六）", "（建筑面积20000平方米以上)用电能耗"),
    ],
)
def test_torn_words_are_whole_again(measures: dict[str, MeasureDraft], key: str, words: str) -> None:
    """Page jumps, column breaks and hard wraps cut names, numbers and brackets."""
    assert words in measures[key].text


def test_lost_line_is_not_invented(measures: dict[str, MeasureDraft]) -> None:
    """The print drops a line after 外商 in 十八（六）."""
    assert "印发《关于完善外商投诉处理相关工作制度的通知》" in measures["聊政发〔2021〕7号#十八（六）"].text


def test_displaced_removals_follow_their_heading(measures: dict[str, MeasureDraft]) -> None:
    """聊政任〔2021〕12号 appoints one and removes three."""
    assert measures["聊政任〔2021〕12号#全文"].text == (
        "市人民政府决定，任命：\n吕海燕为聊城市信访局信访督查专员（副县级）（试用期一年）。\n免去：\n"
        "玄志刚的聊城市广播电视台副台长职务；\n代子亭的聊城市土地储备开发集团有限公司董事长职务；\n"
        "商善刚的聊城市中医医院院长职务。"
    )


@pytest.mark.parametrize(
    ("row", "assignment"),
    [
        ("11", "区文化和旅游局\n周村区旅游事业发展中心6195773"),
        (
            "18",
            "区财政局\n综合服务中心政府采购\n事务科\n7878173\n区机关事务服务中心\n6195081",
        ),
        ("22", "区税务局\n税政二股、税政一股\n6432935、6054272"),
        (
            "21",
            "区自然资源局\n空间规划与耕地保护科\n6451027\n周村规划管理办公室\n国土空间规划科\n6420010\n"
            "税务局\n税政二股\n6431137",
        ),
    ],
)
def test_contact_cell_keeps_its_lines(measures: dict[str, MeasureDraft], row: str, assignment: str) -> None:
    """Department, office and phone stand on lines of their own."""
    measure = measures[f"周政办字〔2024〕11号#{row}"]
    assert measure.assignment == section(measure, "责任单位及联系方式") == assignment


def test_row_falls_into_the_columns_of_its_table(measures: dict[str, MeasureDraft]) -> None:
    """Row 16: wraps inside prose are undone, its numbered list keeps its lines."""
    measure = measures["周政办字〔2024〕11号#16"]
    assert [part.name for part in measure.sections] == [
        "政策原文",
        "落实目标",
        "工作措施",
        "责任单位及联系方式",
    ]
    assert section(measure, "工作措施").split("\n") == [
        "1.指导个人消费者通过“汽车以旧换新”小程序申请补贴，认真解答群众业务咨询。",
        "2.依法依规为符合强制报废标准的老旧汽车办理注销登记业务。",
        "3.配合业务主管部门做好政策兑现。",
    ]


@pytest.mark.parametrize("row", [4, 7, 8, 11, 23, 24, 25, 26, 27])
def test_row_that_does_not_apply_prints_a_dash(measures: dict[str, MeasureDraft], row: int) -> None:
    """Nine rows have no measures of their own."""
    assert section(measures[f"周政办字〔2024〕11号#{row}"], "工作措施") == "—"


BLANK = [5, 8, 27, 28, 30, *range(35, 43), 45, 46, 48, 50, 51, 52, 56, *range(58, 64)]


def test_blank_assignment_is_inherited_from_the_row_above(measures: dict[str, MeasureDraft]) -> None:
    """26 rows print no 责任单位; each takes the nearest one above."""
    assert len(BLANK) == 26
    for row in range(1, 68):
        measure = measures[f"周政办字〔2024〕9号#表{row}"]
        assert measure.assignment
        assert ("责任单位" in [part.name for part in measure.sections]) == (row not in BLANK)
        if row in BLANK:
            assert measure.assignment == measures[f"周政办字〔2024〕9号#表{row - 1}"].assignment
    assert measures["周政办字〔2024〕9号#表63"].assignment == "区政府办公室（区大数据局）"


@pytest.mark.parametrize(
    ("row", "levels"),
    [
        (2, ("以政务公开助推重点工作落实", "以公开助推高水平开放、高质量招商引资")),
        (44, ("深化政民互动与公众参与", "增强政民互动交流实效")),
        (50, ("提升依申请公开办理质效",)),
        (62, ("拓展优化公开平台", "切实强化政府网站和政务新媒体管理")),
    ],
)
def test_task_of_a_row_is_carried_down(
    measures: dict[str, MeasureDraft], row: int, levels: tuple[str, ...]
) -> None:
    """The column 工作任务 has two levels, in rows 49 to 56 one."""
    heading = measures[f"周政办字〔2024〕9号#表{row}"].heading
    assert heading == ("2024年周村区政务公开重点工作分解表", *levels)


def test_parts_of_item_36_share_their_policy(drafts: dict[str, DocumentDraft]) -> None:
    """政策原文 is printed once, before 36—1; its piece belongs to both."""
    draft = drafts[LIST_2022]
    both = [measure for measure in draft.measures if measure.item.startswith("36-")]
    for measure in both:
        assert measure.sections[0].name == "政策原文"
        assert measure.sections[0].text.startswith("大力发展总部经济，制定出台具体支持政策")
    assert [measure.sections[-1].text for measure in both] == [
        "（区发展改革局牵头，联系人：张月，联系电话：6195248）",
        "（区商务局牵头，联系人：马骏，联系电话：6195136）",
    ]
    source = (DOCUMENTS / draft.sources[0]).read_text("utf-8")
    first, second = (
        {source[p.start : p.end] for p in draft.pieces if p.name == f"{LIST_2022}#{measure.item}"}
        for measure in both
    )
    shared = "".join(sorted(first & second))
    assert "大力发展总部经济" in shared
    assert "内资" not in shared


def test_lead_of_item_19_belongs_to_none_of_its_parts(drafts: dict[str, DocumentDraft]) -> None:
    """Each of 19—1 to 19—5 prints a 政策原文 of its own."""
    parts = [measure for measure in drafts[LIST_2022].measures if measure.item.startswith("19-")]
    assert section(parts[0], "政策原文") == "全面落实月销售额15万元以下的小规模纳税人免征增值税。"
    assert not any("小型微利企业减征所得税、研发费用" in measure.text for measure in parts)
    assert "小型微利企业减征所得税、研发费用加计扣除" in drafts[LIST_2022].text


def test_items_of_27_fall_into_policy_and_local_steps(measures: dict[str, MeasureDraft]) -> None:
    """关于… is not named in print, 落实措施 is."""
    measure = measures["周政发〔2020〕27号#11"]
    assert [part.name for part in measure.sections] == ["", "落实措施"]
    assert measure.sections[0].text == "关于“改革创业板并试点注册制”。"
    assert measure.sections[1].text.startswith("对接争取创业板注册制试点")
    assert measure.heading == ("三、加大金融信贷支持力度",)


def test_closing_paragraphs_are_glued_to_no_measure(measures: dict[str, MeasureDraft]) -> None:
    """Remarks for a whole document follow its last item, or the last of a part."""
    assert measures["周政发〔2020〕27号#33"].text.endswith("区医疗保障分局配合）")
    assert measures["周政办字〔2020〕31号#五（三）"].text.endswith("参与老旧小区改造工作。")
    assert measures["聊政办发〔2021〕5号#一（七）"].text.endswith("依法全面公开各类服务信息。")
    assert measures["周政字〔2024〕33号#三（四）"].text.endswith("区供销联社，各镇政府、街道办事处）")


def test_differences_between_two_prints_are_reported(drafts: dict[str, DocumentDraft]) -> None:
    """002 is quoted; 003 prints other words in six items, other widths and spaces in many."""
    differences = drafts["周政发〔2020〕27号"].differences
    assert [line.split(":")[0] for line in differences] == ["2", "14", "23", "25", "26", "33"]
    assert "23: 区发展改革局 / 区发展改革委" in differences
    assert "26: 区供销联社 / 区供销社" in differences
    assert "2: 电影放映服务等 / 电影放映等" in differences


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_every_character_of_a_source_stands_in_one_kind_of_piece(
    drafts: dict[str, DocumentDraft], path: Path
) -> None:
    """Nothing is lost, and nothing is two things at once."""
    pieces = [piece for draft in drafts.values() for piece in draft.pieces]
    assert uncovered(path.name, path.read_bytes().decode("utf-8"), pieces) == ()
    assert contested(path.name, pieces) == ()


def test_text_of_a_measure_stands_in_its_source(drafts: dict[str, DocumentDraft]) -> None:
    """White space apart; measures stitched across a page jump or sharing a section apart."""
    joined = {
        "聊政发〔2021〕7号#十八（四）",
        "聊政发〔2021〕7号#正文四（四）",
        "聊政办发〔2021〕5号#五（二）",
        "聊政办字〔2021〕13号#五（二）5",
        "聊政任〔2021〕12号#全文",
        f"{LIST_2022}#36-2",
    }
    foreign = set()
    for draft in drafts.values():
        source = "".join((DOCUMENTS / draft.sources[0]).read_text("utf-8").split())
        for measure in draft.measures:
            if "".join(measure.text.split()) not in source:
                foreign.add(f"{draft.number}#{measure.item}")
    assert foreign == joined


def test_contacts_of_the_cover_belong_to_no_measure(drafts: dict[str, DocumentDraft]) -> None:
    """0635-8288953 is the editors' telephone."""
    assert not any("8288953" in m.text for draft in drafts.values() for m in draft.measures)
    assert not any("8288953" in draft.text for draft in drafts.values())


FRAGMENTS = [
    *("一、总体要求", "（一）加强领导。", "1. 做好工作", "第一条 为了", "第3项", "3—1 内资", "①"),
    *("附件1", "附件：1．表", "\t序号", "\t1", "\t2", "\t", "\t责任单位", "目 录", "通知 4"),
    *("某某市人民政府", "关于印发工作方案的通知", "某政发〔2021〕7号", "2021年6月18日", "2021年13月40日"),
    *("（下转第41页）", "（上接第25页）", "各县，执行。", "各县：", "免去：", "张三的局长职务；"),
    *("某市大事记", "(2021年6月)", "1日，开会。", "△会见。", "（责任单位：区财政局）", "——————", "12"),
    *("纳入", "入全市", "（", " ", "\n", "\n\n", "\x0c", "\r\n", "\u2028", "\x1c"),
]


@given(
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=8)), max_size=40).map("\n".join),
    st.sampled_from(["", "甲"]),
)
@settings(max_examples=200)
def test_any_text_is_parsed_without_loss_and_with_unique_items(text: str, number: str) -> None:
    """Whatever the text: no exception, no character lost, each measure found again by its piece."""
    drafts = parse_source(read_plain("x.txt", text), Origin("x.txt", number=number))
    pieces = [piece for draft in drafts for piece in draft.pieces]
    assert uncovered("x.txt", text, pieces) == ()
    assert contested("x.txt", pieces) == ()
    for draft in drafts:
        assert len({measure.item for measure in draft.measures}) == len(draft.measures)
    ids = {f"{draft.number}#{measure.item}" for draft in drafts for measure in draft.measures}
    assert {piece.name for piece in pieces if piece.kind is PieceKind.MEASURE} == ids


def test_a_table_in_a_chronicle_is_kept() -> None:
    """A line with a tab is a table; it holds no measures and is not lost."""
    text = "某市大事记\n(2021年6月)\n1日，开会。\n\t序号"
    drafts = parse_source(read_plain("x.txt", text), Origin("x.txt"))
    pieces = [piece for draft in drafts for piece in draft.pieces]
    assert uncovered("x.txt", text, pieces) == ()
    assert [measure.item for draft in drafts for measure in draft.measures] == ["1日"]


def test_labels_go_on_beyond_ninety_nine() -> None:
    """A handbook of 130 items, in three ways of numbering."""
    for form in ("{}.对第{}类企业给予补贴。", "{}、对第{}类企业给予补贴。", "问{}：第{}类人员领多少？"):
        text = "青禾县惠企政策汇编\n\n" + "\n".join(form.format(n, n) for n in range(1, 131))
        (draft,) = parse_source(read_plain("x.txt", text), Origin("x.txt"))
        assert len(draft.measures) == 130


def test_what_is_no_measure_is_the_lead(drafts: dict[str, DocumentDraft]) -> None:
    """Document 33 prints its reasons before the first heading; its first measure is none of them."""
    lead = drafts["周政字〔2024〕33号"].lead
    assert lead.startswith("周村区人民政府")
    assert "为推动供销合作社高质量发展，发挥供销合作社在加快农业农村现代化中的重要作用" in lead
    assert all(measure.text not in lead for measure in drafts["周政字〔2024〕33号"].measures)


def test_a_number_that_is_cited_begins_no_document() -> None:
    """Blanks in a text of one line tear the citation of several issuers into lines."""
    cited = (
        "青禾县税费优惠问答\n\n"
        "1、捐赠能不能扣除？可以，见《关于捐赠税收政策的公告》（财政部\n海关总署\n税务总局公告2020年第6号）。\n"
        "2、车船税能不能缓缴？可以，依据7财政部\n税务总局公告（2020年第8号）\n办理。\n"
    )
    (draft,) = parse_source(read_plain("x.txt", cited), Origin("x.txt"))
    assert [measure.item for measure in draft.measures] == ["1", "2"]


def test_a_short_guide_of_fields_is_one_measure() -> None:
    """Points below 【所需材料】 are papers to bring; 【承办机构】 names whom 【咨询电话】 calls."""
    text = (
        "青禾县犬证办理指南\n\n【事项名称】犬证办理\n【承办机构】青禾县公安局治安大队\n"
        "【所需材料】\n1. 身份证\n2. 免疫证明\n3. 犬只照片\n【收费标准】不收费\n【咨询电话】5550101\n"
    )
    (draft,) = parse_source(read_plain("x.txt", text), Origin("x.txt"))
    assert [measure.item for measure in draft.measures] == ["全文"]


def test_fields_that_come_again_divide_a_handbook() -> None:
    """Each matter has its own 【承办机构】: such a text is no guide to one matter."""
    matter = "{}.{}\n【适用范围】居民\n【承办机构】县民政局\n【收费标准】不收费\n【咨询电话】5550101\n"
    text = "青禾县便民手册\n\n" + "".join(
        matter.format(n, name) for n, name in enumerate(("低保", "殡葬"), 1)
    )
    (draft,) = parse_source(read_plain("x.txt", text), Origin("x.txt"))
    assert len(draft.measures) == 2
