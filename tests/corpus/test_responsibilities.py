"""Who does what, against the printed texts, read by hand."""

import pytest

from corpus.catalog import Catalog
from corpus.records import Measure, Responsibility, Role

LEAD, RESPONSIBLE, SUPPORT = "lead", "responsible", "support"
Block = tuple[str, dict[str, str], str]
"""Last words before the block (empty: it governs the whole measure), role -> 、-list, 责任人 or deadline."""

TOWNS = "各镇政府、街道办事处"

BLOCKS: dict[str, list[Block]] = {
    "周政发〔2020〕27号#7": [
        (
            "进一步优化营商环境。",
            {LEAD: "区行政审批服务局", SUPPORT: "区自然资源局|区市场监管局|区大数据局"},
            "赵彩霞",
        ),
        ("提供有力支撑。", {LEAD: "区服务业发展中心", SUPPORT: "区推进夜间经济领导小组各成员单位"}, "解金章"),
    ],
    "周政发〔2020〕27号#14": [
        ("确保各项任务落实落地。", {RESPONSIBLE: "区工业和信息化局"}, "赵学"),
        (
            "达220个以上。",
            {LEAD: "区发展改革局", SUPPORT: "区自然资源局|区住房城乡建设局|区交通运输局"},
            "赵学",
        ),
        (
            "满足居民多样化需求。",
            {LEAD: "区住房城乡建设局", SUPPORT: "区发展改革局|区民政局|区财政局|区自然资源局"},
            "耿峰",
        ),
        (
            "完成剩余建设任务。",
            {LEAD: "区水利局", SUPPORT: "区发展改革局|区财政局|区自然资源局|区交通运输局"},
            "解金章",
        ),
    ],
    "周政发〔2020〕27号#32": [
        (
            "上学难的突出问题。",
            {
                LEAD: "区民政局",
                SUPPORT: "区教育和体育局|区财政局|区人力资源社会保障局|区卫生健康局|区残联|区扶贫办"
                "|区医疗保障分局|区大数据局",
            },
            "赵彩霞",
        ),
        ("保障受灾人员基本生活。", {LEAD: "区应急局", SUPPORT: "区民政局"}, "赵学"),
    ],
    "周政发〔2020〕27号#29": [("", {RESPONSIBLE: "区发展改革局|区农业农村局"}, "赵学、解金章")],
    "周政发〔2020〕27号#15": [
        ("", {LEAD: "区委改革办|区发展改革局", SUPPORT: "区直有关部门单位"}, "国卫兵、赵学")
    ],
    "周政发〔2020〕27号#25": [("", {LEAD: "区扶贫办", SUPPORT: "区扶贫开发领导小组各成员单位"}, "解金章")],
    "聊政发〔2021〕7号#一（一）": [
        (
            "",
            {
                LEAD: "市行政审批局|市税务局",
                SUPPORT: "市市场监管局|市公安局|市人力资源社会保障局|人民银行聊城市中心支行|聊城银保监分局"
                "|市医保局|市住房公积金管理中心|市大数据局|各县（市、区）人民政府|市属开发区管委会",
            },
            "",
        )
    ],
    "聊政发〔2021〕7号#二（三）": [
        ("", {LEAD: "市行政审批局", SUPPORT: "市住房城乡建设局|市教育体育局|市民政局|市卫生健康委"}, "")
    ],
    "聊政发〔2021〕7号#二（十）": [
        ("进一步规范设计方案审查流程。", {LEAD: "市行政审批局"}, ""),
        ("非有必要无需上会审查。", {LEAD: "市自然资源和规划局"}, ""),
    ],
    "聊政发〔2021〕7号#八（三）": [
        ("一律依法开放”。", {LEAD: "市大数据局"}, ""),
        ("进一步拓广信用信息应用渠道。", {LEAD: "市发展改革委"}, ""),
    ],
    "聊政发〔2021〕7号#十八（四）": [
        (
            "",
            {
                LEAD: "市商务投资促进局",
                SUPPORT: "市发展改革委|市工业和信息化局|市财政局|市自然资源和规划局|市生态环境局|市交通运输局"
                "|市市场监管局|市外办|市地方金融监管局|市税务局|聊城海关|市贸促会",
            },
            "",
        )
    ],
    "聊政办字〔2021〕14号#三（二）": [
        ("促进毛驴养殖提档升级。", {LEAD: "市农业农村局|东阿县人民政府"}, ""),
        ("尽早投产达效。", {LEAD: "市卫生健康委|东阿县人民政府"}, ""),
        ("推动医用明胶项目尽早投产达效。", {LEAD: "市卫生健康委|阳谷县人民政府"}, ""),
        ("推动中医药产业链条纵向延伸；", {LEAD: "市卫生健康委|东阿县人民政府|阳谷县人民政府"}, ""),
        ("创建国家5A级景区。", {LEAD: "市文化和旅游局|东阿县人民政府"}, ""),
        ("特点的新景区。", {LEAD: "市文化和旅游局|阳谷县人民政府"}, ""),
    ],
    "周政办字〔2020〕30号#（一）": [
        ("", {LEAD: "区大数据局", SUPPORT: f"{TOWNS}|周村经济开发区管委会"}, "2020年8月")
    ],
    "周政办字〔2020〕30号#（二）": [
        ("", {LEAD: "区委网信办", SUPPORT: "区工业和信息化局|区大数据局"}, "2020年8月")
    ],
    "周政办字〔2020〕30号#（十一）": [
        (
            "",
            {LEAD: "区交通运输局", SUPPORT: "区园林绿化服务中心|区市政工程维护服务中心"},
            "2021年—2025年，分5期建设",
        )
    ],
    "周政办字〔2020〕30号#（十六）": [("", {LEAD: "区住房城乡建设局"}, "2021年6月")],
    "周政办字〔2020〕31号#四（十二）": [("", {RESPONSIBLE: "区住房公积金管理中心"}, "")],
    "周政办字〔2020〕31号#四（十三）": [("", {RESPONSIBLE: "各镇、街道|周村经济开发区"}, "")],
    "周政办字〔2020〕31号#四（十四）": [
        (
            "",
            {
                RESPONSIBLE: "电信周村分公司|移动周村分公司|联通周村分公司|山东广电网络周村分公司|"
                "周村供电中心|绿能燃气周村分公司|瀚海水业公司|各热力公司"
            },
            "",
        )
    ],
    "周政字〔2024〕33号#9": [("", {RESPONSIBLE: "区委编办|区发展改革局|区财政局|区供销联社"}, "")],
    "周政字〔2024〕33号#5": [("", {RESPONSIBLE: f"区供销联社|区财政局|区农业农村局|{TOWNS}"}, "")],
    "周政办字〔2024〕9号#表22": [("", {LEAD: "区司法局", SUPPORT: "各行政执法主体"}, "")],
    "周政办字〔2024〕9号#表3": [("", {RESPONSIBLE: "各镇（街道）|区发展和改革局|区工业和信息化局"}, "")],
    "周政办字〔2024〕9号#表5": [("", {RESPONSIBLE: "区政府各部门单位"}, "")],
    "周政办字〔2024〕9号#表65": [
        ("", {RESPONSIBLE: "各镇（街道）|区行政审批服务局|区文化和旅游局（区图书馆）"}, "")
    ],
    "聊政办字〔2021〕13号#五（二）5": [
        ("", {LEAD: "市自然资源和规划局|市发展改革委|市农业农村局|国网聊城供电公司"}, "")
    ],
}


def read_blocks(measure: Measure) -> list[Block]:
    """The responsibilities of a measure, those of one clause together."""
    grouped: dict[tuple[str, str], list[Responsibility]] = {}
    for duty in measure.responsibilities:
        grouped.setdefault((duty.clause, duty.person or duty.deadline or ""), []).append(duty)
    return [(clause, _by_role(duties), note) for (clause, note), duties in grouped.items()]


def _by_role(duties: list[Responsibility]) -> dict[str, str]:
    roles = dict.fromkeys(duty.role for duty in duties)
    return {str(role): "|".join(d.department for d in duties if d.role is role) for role in roles}


@pytest.mark.parametrize("measure_id", BLOCKS)
def test_every_block_names_its_departments_and_the_words_it_governs(
    catalog: Catalog, measure_id: str
) -> None:
    """Departments as printed, in order, by role, each block with its own clause."""
    found = read_blocks(catalog.measure(measure_id))
    assert [(roles, note) for _, roles, note in found] == [
        (roles, note) for _, roles, note in BLOCKS[measure_id]
    ]
    for (clause, _, _), (ending, _, _) in zip(found, BLOCKS[measure_id], strict=True):
        assert clause.endswith(ending)
        assert bool(clause) == bool(ending)


def test_a_block_governs_only_the_words_since_the_block_before(catalog: Catalog) -> None:
    """The second clause of 附件二（十） is one sentence, the first none of it."""
    clauses = [duty.clause for duty in catalog.measure("聊政发〔2021〕7号#二（十）").responsibilities]
    assert clauses[1] == "制定规委会审查项目清单，非有必要无需上会审查。"
    assert "规委会" not in clauses[0]


def test_row_44_lists_the_departments_inside_its_bracket(catalog: Catalog) -> None:
    """The cell ends in a bracket of 23 departments, after 各镇（街道） and 区政府各部门单位."""
    named = [duty.department for duty in catalog.measure("周政办字〔2024〕9号#表44").responsibilities]
    assert named[:3] == ["各镇（街道）", "区政府各部门单位", "区发展和改革局"]
    assert named[-1] == "区医疗保障分局"
    assert len(named) == 25


def test_provincial_leads_of_the_quoted_policy_are_superiors(catalog: Catalog) -> None:
    """Item 50 quotes 省发展改革委、国铁济南局集团有限公司、青岛海关、济南海关 and names nobody else."""
    duties = catalog.measure("周村2022稳中求进清单#50").responsibilities
    assert [(d.department, d.role) for d in duties] == [
        ("省发展改革委", Role.SUPERIOR),
        ("国铁济南局集团有限公司", Role.SUPERIOR),
        ("青岛海关", Role.SUPERIOR),
        ("济南海关", Role.SUPERIOR),
    ]


def test_offices_beside_several_departments_stay_with_their_own(catalog: Catalog) -> None:
    """Item 14: 区工信局 投资发展科; 区财政局 工商贸易科; 区住房和城乡建设局 区公用事业服务中心."""
    duties = catalog.measure("周村2022稳中求进清单#14").responsibilities
    last = [
        (d.role, d.department, d.office, d.deadline)
        for d in duties
        if "燃料电池汽车推广、加氢站建设任务开展" in d.clause
    ]
    assert last == [
        (Role.LEAD, "区工业和信息化局", "投资发展科", "2022年12月"),
        (Role.SUPPORT, "区财政局", "工商贸易科", "2022年12月"),
        (Role.SUPPORT, "区住房和城乡建设局", "区公用事业服务中心", "2022年12月"),
    ]


def test_a_sentence_on_shared_work_names_known_departments(catalog: Catalog) -> None:
    """第六条（一）: five bodies 按部门职能分工负责."""
    duties = catalog.measure("聊政办字〔2021〕11号#第六条（一）").responsibilities
    assert [d.department for d in duties] == [
        "市市场监管局",
        "市住房城乡建设局",
        "市商务投资促进局",
        "市行政审批局",
        "聊城海关",
    ]


def test_a_sentence_says_who_leads(catalog: Catalog) -> None:
    """30号 二（一）: 区大数据局牵头负总责."""
    duties = catalog.measure("周政办字〔2020〕30号#二（一）").responsibilities
    assert [(duty.department, duty.role) for duty in duties] == [("区大数据局", Role.LEAD)]


def test_bodies_of_sentences_that_name_no_one_body_are_left_out(catalog: Catalog) -> None:
    """31号 二（四） says 责任单位 without a list, and 区各相关职能部门."""
    assert catalog.measure("周政办字〔2020〕31号#二（四）").responsibilities == ()


def test_every_item_of_the_annex_names_a_lead(catalog: Catalog) -> None:
    """All items of the annex of 聊政发〔2021〕7号 end in 牵头部门; the main text has none."""
    for measure in catalog.document("聊政发〔2021〕7号").measures:
        leads = [duty for duty in measure.responsibilities if duty.role is Role.LEAD]
        assert bool(leads) is not measure.item.startswith("正文"), measure.id


def test_everything_a_responsibility_says_is_printed(catalog: Catalog) -> None:
    """Department, office, person, phone, deadline and clause are the measure's words, white space apart."""
    for measure in catalog.measures:
        printed = "".join(measure.text.split())
        for duty in measure.responsibilities:
            if measure.document == "周政办字〔2024〕9号":
                continue  # the cell of a row may be inherited from a row above
            said = (duty.department, duty.office, duty.person, duty.phone, duty.deadline, duty.clause)
            for words in filter(None, said):
                assert "".join(words.split()) in printed, (measure.id, words)


def test_a_blank_cell_inherits_from_the_row_above(catalog: Catalog) -> None:
    """Row 58 prints no 责任单位; row 57 above it prints 区政府办公室（区大数据局）."""
    duties = catalog.measure("周政办字〔2024〕9号#表58").responsibilities
    assert [duty.department for duty in duties] == ["区政府办公室（区大数据局）"]
