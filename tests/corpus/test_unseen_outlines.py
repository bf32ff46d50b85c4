"""Outlines that mix their labels, or have none: each text falls into the parts that a clerk would name."""

from pathlib import Path

import pytest

from corpus.keeping.intake import read_intake
from corpus.records import ItemReason
from corpus.structure.table_kinds import TableKind, kind_of
from corpus.text.excerpt import Excerpt, whole
from corpus.text.tables import Table
from tests.corpus.taken import taken, texts

HEAD = """清河区人民政府办公室
关于印发清河区惠民若干措施的通知
清河政办发〔2025〕6号

各镇人民政府，区政府各部门：
现将《清河区惠民若干措施》印发给你们，请认真组织实施。
清河区人民政府办公室
2025年5月20日

清河区惠民若干措施

"""


def measures(folder: Path, body: str, name: str = "措施.txt") -> dict[str, str]:
    """The measures of a body under the head of a notice; a paragraph a line."""
    path = folder / name
    path.write_text(HEAD + body.replace("\n", "\n\n"), encoding="utf-8")
    return texts(taken(path, "清河区"))


ARTICLES = [
    "为规范管理，制定本办法。",
    "本办法适用于本区居民。",
    "申请人每月领取补贴300元。",
    "区民政局负责受理。",
    "本办法自2025年7月1日起施行。",
]


@pytest.mark.parametrize(
    "labels",
    [
        ["第一条", "第二条", "第三条", "第四条 ", "第五条"],
        ["第一条 ", "第二条 ", "第三条", "第四条 ", "第五条 "],
        ["第一条", "第二条　", "第三条", "第四条　", "第五条"],
        ["第1条", "第2条", "第3条", "第4条", "第5条"],
        ["第1条 ", "第2条 ", "第3条 ", "第4条", "第5条 "],
    ],
)
def test_one_article_set_otherwise_than_the_rest_is_one_of_them(tmp_path: Path, labels: list[str]) -> None:
    """The blank behind a label is an accident of typing; the count tells the article."""
    body = "\n".join(label + words for label, words in zip(labels, ARTICLES, strict=True))
    assert measures(tmp_path, body) == {
        label.strip(): words for label, words in zip(labels, ARTICLES, strict=True)
    }


def test_a_line_that_cites_an_article_opens_none(tmp_path: Path) -> None:
    """第三条规定 where 第三条 is the next one: the citing line comes first, the article after it."""
    body = (
        "第一条为规范管理，制定本办法。\n第二条本区居民可以申请。符合\n第三条规定的，从其规定。\n"
        "第三条补贴300元。\n第四条区民政局受理。"
    )
    found = measures(tmp_path, body)
    assert list(found) == ["第一条", "第二条", "第三条", "第四条"]
    assert found["第二条"] == "本区居民可以申请。符合第三条规定的，从其规定。"


@pytest.mark.parametrize("label", ["第三条 ", "第三条"])
def test_an_article_behind_a_remark_is_an_article(tmp_path: Path, label: str) -> None:
    """施行说明：第三条 where 第三条 is the next one."""
    body = (
        f"第一条 补贴300元。\n第二条 区民政局受理。\n施行说明：{label}本办法自2025年7月1日起施行。\n"
        "第四条 每年申请。"
    )
    found = measures(tmp_path, body)
    assert list(found) == ["第一条", "第二条", "第三条", "第四条"]
    assert found["第三条"] == "本办法自2025年7月1日起施行。"


@pytest.mark.parametrize(
    "lead", ["对符合条件的企业给予扶持，每家每年最高30万元。", "企业应当具备资质。资质的要求包括："]
)
def test_an_article_that_says_something_itself_keeps_its_points(tmp_path: Path, lead: str) -> None:
    """The sum stands above （一）, not in it."""
    points = "（一）订单达到10万元的，给予1万元。\n（二）订单达到20万元的，给予2万元。"
    body = f"第一条 补贴300元。\n第二条 {lead}\n{points}"
    assert list(measures(tmp_path, body)) == ["第一条", "第二条"]


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (["1.2025年度补贴多少？", "答：300元。", "2.谁可以申请？", "答：本区居民。"], ["1", "2"]),
        (
            [
                "1.什么是补贴？",
                "答：一笔钱。",
                "2.2024年申请过的还能申请吗？",
                "答：能。",
                "3.何时发？",
                "答：每月。",
            ],
            ["1", "2", "3"],
        ),
        (["01什么是居住证？", "一种证件。", "02怎样申领居住证？", "到窗口办理。"], ["01", "02"]),
        (["01 什么是居住证？", "一种证件。", "02怎样申领居住证？", "到窗口办理。"], ["01", "02"]),
        (["Q1：谁可以申请？", "A：本区居民。", "Q2：何时发？", "A：每月。"], ["问1", "问2"]),
        (["问题一：谁可以申请？", "答：本区居民。", "问题二：何时发？", "答：每月。"], ["问1", "问2"]),
        (["谁可以申请补贴？", "本区居民可以申请。", "补贴何时发放？", "每月10日前发放。"], ["问1", "问2"]),
        (
            ["一、谁可以申请？", "本区居民。", "二、何时发？", "每月。", "没有卡怎么办？", "到窗口领取。"],
            ["一", "二", "问1"],
        ),
        (["1）2025年度补贴300元。", "2）每月发放。"], ["1）", "2）"]),
    ],
)
def test_questions_and_points_however_they_are_numbered(
    tmp_path: Path, lines: list[str], items: list[str]
) -> None:
    """Each label opens its part, each part ends where the next label stands."""
    found = measures(tmp_path, "\n".join(lines))
    assert list(found) == items
    assert "".join("".join(found.values()).split()).endswith(lines[-1][-4:])


def test_a_question_keeps_the_points_of_its_answer(tmp_path: Path) -> None:
    """（一） and 1. below a question are parts of one answer."""
    body = (
        "一、领取补贴要什么条件？\n同时符合下列条件的，可以领取：\n（一）年满60周岁。\n（二）户籍在本区。\n"
        "案例：王某户籍在外区，能领吗？\n答：不能。\n二、怎样申请？\n1.到窗口申请。\n2.在网上申请。"
    )
    found = measures(tmp_path, body)
    assert list(found) == ["一", "二"]
    assert found["一"].endswith("答：不能。")
    assert found["二"] == "怎样申请？\n1.到窗口申请。\n2.在网上申请。"


@pytest.mark.parametrize(
    ("lead", "points", "divided"),
    [
        (
            "符合条件之一的，标准为每人3000元：",
            ["属于低保家庭；", "属于持证残疾人；", "获得助学贷款。"],
            False,
        ),
        ("申请人应当提交下列材料：", ["身份证。", "户口簿。", "银行卡。"], False),
        ("有下列情形之一的，停发补贴：", ["户籍迁出的。", "死亡的。", "弄虚作假的。"], False),
        ("未参加职工医保的下列人员：", ["在校学生；", "本区户籍居民；", "新生儿。"], False),
        (
            "重点做好以下工作：",
            ["完善网络。各镇建设服务站3个。", "培育人才。全年培训500人。", "优化服务。推行一窗受理。"],
            True,
        ),
    ],
)
def test_a_list_is_read_with_the_words_that_introduce_it(
    tmp_path: Path, lead: str, points: list[str], divided: bool
) -> None:
    """Conditions, papers and sums are one part with their lead-in; tasks are parts of their own."""
    listed = [f"（{'一二三'[n]}）{point}" for n, point in enumerate(points)]
    found = measures(tmp_path, "\n".join(["一、求职补贴", lead, *listed, "二、其他", "补贴每年申请一次。"]))
    if divided:
        assert list(found) == ["一（一）", "一（二）", "一（三）", "二"]
    else:
        assert found["一"] == "\n".join(["求职补贴", lead, *listed])
        assert list(found) == ["一", "二"]


@pytest.mark.parametrize(
    "lead",
    [
        "申请人应当是本区居民。申请时应当具备以下条件：",
        "有下列情形之一的，停发补贴：",
        "申请时提交下列材料：",
        "区农业农村局在试验站建设中主要负责：",
        "试验站建设遵循的原则：",
    ],
)
def test_an_article_keeps_the_points_of_its_list(tmp_path: Path, lead: str) -> None:
    """Points that end in 。 are still points of one list where the article announces conditions."""
    found = measures(
        tmp_path, f"第一条 {lead}\n（一）第一项。\n（二）第二项。\n（三）第三项。\n第二条 补贴300元。"
    )
    assert list(found) == ["第一条", "第二条"]
    assert found["第一条"] == f"{lead}\n（一）第一项。\n（二）第二项。\n（三）第三项。"


def test_points_with_sums_of_their_own_divide_an_article(tmp_path: Path) -> None:
    """Each award is asked about by itself, though one unfinished sentence introduces all."""
    text = "第一条 对下列项目给予奖励：\n（一）新建大棚的，奖励5000元。\n（二）购置农机的，奖励2万元。"
    assert list(measures(tmp_path, text)) == ["第一条（一）", "第一条（二）"]


def test_an_article_keeps_its_numbered_points(tmp_path: Path) -> None:
    """Points 1. 2. below an article are read with it, whatever it says of them."""
    text = "第一条 补助采取定额方式：\n1.整机补助300万元。\n2.部件补助100万元。\n第二条 每年申报一次。"
    assert list(measures(tmp_path, text)) == ["第一条", "第二条"]


FINANCE = "一、金融支持\n（一）融资担保。降低担保费率。\n（二）贷款贴息。按实付利息给予贴息。"


@pytest.mark.parametrize(
    "closing",
    [
        "贴息比例为50%，每家每年最高10万元，贴息期限不超过2年。",
        "申请人向所在镇提出申请，区商务局在10个工作日内审核。",
        "已享受市级贴息的企业，不重复享受，差额部分予以补足。",
        "企业提出申请，按季度拨付贴息资金。（牵头单位：区财政局）",
    ],
)
def test_a_second_paragraph_belongs_to_the_last_part_of_its_chapter(tmp_path: Path, closing: str) -> None:
    """What says nothing of all parts goes on with the part before it."""
    body = f"{FINANCE}\n{closing}\n二、保障措施\n（一）组织领导。加强领导。"
    found = list(measures(tmp_path, body).values())
    assert found[1] == f"贷款贴息。按实付利息给予贴息。\n{closing}"


@pytest.mark.parametrize(
    "closing",
    [
        "本措施自2025年6月1日起施行，有效期至2027年5月31日。",
        "以上措施由区财政局会同有关部门解释，各镇抓好落实。",
        "为确保各项措施落地见效，各部门要加强协同、形成合力。",
        "施行说明：本措施自公布之日起施行，有效期一年。",
    ],
)
def test_a_remark_on_all_parts_belongs_to_none(tmp_path: Path, closing: str) -> None:
    """It is no part of the last measure."""
    found = measures(
        tmp_path,
        f"一、金融支持\n（一）融资担保。降低担保费率。\n（二）贷款贴息。按实付利息给予贴息。\n{closing}",
    )
    assert found["一（二）"] == "贷款贴息。按实付利息给予贴息。"


GUIDE = [
    ("一、办理依据", "《社会救助暂行办法》"),
    ("二、申请条件", "本区户籍居民"),
    ("三、收费标准", "不收费"),
    ("四、办理时限", "5个工作日"),
    ("五、咨询电话", "0311-5550201"),
]


def test_short_chapters_of_a_guide_are_its_core(tmp_path: Path) -> None:
    """不收费 answers a question, a number to call too, beside a chapter that is divided."""
    body = "\n".join(f"{title}\n{words}" for title, words in GUIDE)
    found = measures(
        tmp_path, body + "\n六、办理流程\n（一）申请。到镇便民服务中心申请。\n（二）审核。区民政局审核。"
    )
    assert [found[item] for item in "二三四五"] == [
        "\n".join((title[2:], words)) for title, words in GUIDE[1:]
    ]


def test_a_bare_supplement_is_a_chapter_of_its_own(tmp_path: Path) -> None:
    """Its parts do not hang on the last article."""
    body = (
        "第一条 补贴300元。\n第二条 区民政局负责发放。\n附则\n（一）本办法由区民政局负责解释。\n"
        "（二）本办法自2025年7月1日起施行。"
    )
    found = measures(tmp_path, body)
    assert found["第二条"] == "区民政局负责发放。"
    assert found["附则（二）"] == "本办法自2025年7月1日起施行。"


@pytest.mark.parametrize("ends", ["", "："])
def test_headings_without_numbers_divide_a_guide(tmp_path: Path, ends: str) -> None:
    """Each heading with its body is a part; points below one of them stay with it."""
    body = (
        f"申请条件{ends}\n年满60周岁的本区户籍老年人。\n申请材料{ends}\n1.身份证原件。\n2.一寸照片。\n"
        f"办理方式{ends}\n到镇便民服务中心办理。\n办理时限{ends}\n15个工作日内制发。"
    )
    found = measures(tmp_path, body)
    assert list(found) == ["申请条件", "申请材料", "办理方式", "办理时限"]
    assert found["申请材料"] == f"申请材料{ends}\n1.身份证原件。\n2.一寸照片。"


@pytest.mark.parametrize("field", ["{}：{}", "{}\n{}", "【{}】{}", "【{}】\n{}"])
def test_items_of_a_handbook_stand_above_their_fields(tmp_path: Path, field: str) -> None:
    """政策内容 and 申报条件 come back in every item: what stands above them names the item."""
    body = "\n".join(
        "\n".join(
            [
                name,
                field.format("政策内容", f"给予{sum_}元补贴。"),
                field.format("申报条件", "在本区注册的企业。"),
                field.format("咨询电话", f"0311-55502{sum_}"),
            ]
        )
        for name, sum_ in (("稳岗补贴", "500"), ("培训补贴", "800"), ("租金补贴", "900"))
    )
    found = measures(tmp_path, body)
    assert list(found) == ["稳岗补贴", "培训补贴", "租金补贴"]
    assert "给予800元补贴。" in found["培训补贴"]
    assert found["培训补贴"].endswith("0311-55502800")


def test_titles_above_items_that_count_anew_are_groups(tmp_path: Path) -> None:
    """一、 occurs twice, below 面向企业 and below 面向个人."""
    body = (
        "面向企业的政策\n一、社保补贴\n按实缴额给予补贴。\n二、扩岗补助\n每招用1人补助1500元。\n"
        "面向个人的政策\n一、求职补贴\n每人3000元。\n二、租房补贴\n每月600元。"
    )
    found = measures(tmp_path, body)
    assert list(found) == ["一", "二", "一·2", "二·2"]
    assert found["二"] == "扩岗补助\n每招用1人补助1500元。"


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


SUMS = (100, 200, 300, 400, 500, 600)


@pytest.mark.parametrize("tail", ["万元用于科学研究", "元奖励个人", "名指标", "%的贴息"])
def test_a_text_in_one_line_keeps_its_figures(tmp_path: Path, tail: str) -> None:
    """A number between blanks is a figure of its sentence, no number of a page."""
    items = "".join(
        f"{n}.对创业团队实行支持，在县级补助的基础上，再给予 {amount} {tail}。责任单位：县科技局。"
        for n, amount in enumerate(SUMS, 1)
    )
    path = tmp_path / "意见.txt"
    path.write_text(f"关于支持青禾县人才的意见。为支持人才，提出以下意见。{items}", encoding="utf-8")
    found = texts(taken(path, "青禾县"))
    assert list(found) == [str(n) for n, _ in enumerate(SUMS, 1)]
    assert ["".join(text.split()) for text in found.values()] == [
        f"对创业团队实行支持，在县级补助的基础上，再给予{amount}{tail}。责任单位：县科技局。"
        for amount in SUMS
    ]


TASKS = [
    "健全服务网络。每个镇建设一处便民服务站，每站配备两名专职人员，全年开放。",
    "完善服务内容。梳理高频事项，编制办事指南，实现就近办理、马上办理。",
    "提升服务能力。每季度组织一次业务培训，考核结果与评先评优挂钩。",
    "优化服务流程。推行一窗受理、集成服务，压缩办理时限，减少申请材料。",
]


def test_points_that_count_on_from_chapter_to_chapter_are_measures(tmp_path: Path) -> None:
    """1 2, 3 4 below （一） and （二）: four tasks."""
    points = [f"{n}.{task}" for n, task in enumerate(TASKS, 1)]
    body = "\n".join(
        [
            "一、重点任务",
            "（一）建网络",
            *points[:2],
            "（二）强服务",
            *points[2:],
            "二、其他",
            "各镇抓好落实。",
        ]
    )
    assert list(measures(tmp_path, body)) == ["1", "2", "3", "4", "二"]


def test_points_that_open_titles_above_bodies_are_measures(tmp_path: Path) -> None:
    """Wherever such points stand below a mere title, these below a title of another chapter too."""
    points = [f"{n % 2 + 1}.{task.replace('。', chr(10), 1)}" for n, task in enumerate(TASKS)]
    tasks = ["一、重点任务", "（一）建网络", *points[:2], "（二）强服务", *points[2:]]
    support = ["二、支持政策", "（一）空间支持", "1.提供首年零租金的工位。", "2.提供人才公寓，租金减半。"]
    body = "\n".join([*tasks, *support])
    found = list(measures(tmp_path, body))
    assert found == ["一（一）1", "一（一）2", "一（二）1", "一（二）2", "二（一）1", "二（一）2"]


def test_two_lists_in_one_article_are_read_together(tmp_path: Path) -> None:
    """（一） to （二） twice: the words between introduce the second list."""
    body = (
        "第一条 登记事项包括：\n（一）名称；\n（二）住所。\n除前款规定外，还应当登记下列事项：\n"
        "（一）股东；\n（二）经营者。\n第二条 登记不收费。"
    )
    found = measures(tmp_path, body)
    assert list(found) == ["第一条", "第二条"]
    assert found["第一条"].endswith("还应当登记下列事项：\n（一）股东；\n（二）经营者。")


def test_paragraphs_that_open_with_their_titles_are_parts(tmp_path: Path) -> None:
    """A text of 名称。正文 without any number."""
    body = "\n".join(["为建设便民服务体系，制定本指引。", *TASKS])
    assert list(measures(tmp_path, body)) == [task.partition("。")[0] for task in TASKS]


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


def test_every_measure_says_why_it_is_one(tmp_path: Path) -> None:
    """An article, a question, a list, a chapter, a part."""
    path = tmp_path / "措施.txt"
    body = (
        "一、谁可以申请？\n本区居民。\n二、申请材料\n1.身份证。\n2.户口簿。\n三、标准\n每月300元。\n"
        "四、其他\n（一）每年申请。各镇受理。"
    )
    path.write_text(HEAD + body.replace("\n", "\n\n"), encoding="utf-8")
    (draft,) = read_intake(path).drafts
    assert [measure.reason for measure in draft.measures] == [
        ItemReason.QUESTION,
        ItemReason.LIST,
        ItemReason.CHAPTER,
        ItemReason.PART,
    ]


@pytest.mark.parametrize(
    "labels",
    [["㈠", "㈡", "㈢"], ["⑴", "⑵", "⑶"], ["⒈", "⒉", "⒊"], ["一．", "二．", "三．"]],
)
def test_labels_of_old_typesetting(tmp_path: Path, labels: list[str]) -> None:
    """A number with its brackets or its point in one sign."""
    words = ["补贴300元。", "每月发放。", "区民政局受理。"]
    found = measures(tmp_path, "\n".join(map("".join, zip(labels, words, strict=True))))
    assert list(found.values()) == words


@pytest.mark.parametrize("chapter", ["第一节 一般规定", "第一节一般规定", "第一部分 一般规定", "第一编 总则"])
def test_sections_end_the_article_before_them(tmp_path: Path, chapter: str) -> None:
    """A title of any rank above articles belongs to none of them."""
    second = chapter.replace("第一", "第二")
    body = f"{chapter}\n第一条 补贴300元。\n第二条 每月发放。\n{second}\n第三条 区民政局受理。"
    assert measures(tmp_path, body)["第二条"] == "每月发放。"


def test_bare_titles_above_articles_end_the_article_before_them(tmp_path: Path) -> None:
    """总则 and 申请 without 第一章."""
    body = (
        "总则\n第一条 补贴300元。\n第二条 每月发放。\n申请与受理\n第三条 区民政局受理。\n"
        "附则\n第四条 每年申请。"
    )
    found = measures(tmp_path, body)
    assert list(found) == ["第一条", "第二条", "第三条", "第四条"]
    assert (found["第二条"], found["第三条"]) == ("每月发放。", "区民政局受理。")


@pytest.mark.parametrize("labels", [("（一）", "（二）"), ("1.", "2.")])
def test_fields_that_every_item_has_do_not_divide_it(tmp_path: Path, labels: tuple[str, str]) -> None:
    """（一）申请条件 and （二）申请材料 in each of three items: three measures."""
    body = "\n".join(
        f"{han}、{name}补贴\n{labels[0]}申请条件：本区{name}。\n{labels[1]}申请材料：{name}证明。"
        for han, name in (("一", "老人"), ("二", "学生"), ("三", "企业"))
    )
    found = measures(tmp_path, body)
    assert list(found) == ["一", "二", "三"]
    assert found["二"] == f"学生补贴\n{labels[0]}申请条件：本区学生。\n{labels[1]}申请材料：学生证明。"


def test_lists_of_papers_do_not_divide_the_matter_they_belong_to(tmp_path: Path) -> None:
    """申请材料 1. 2. and 办理流程 1. 2. below one matter, without numbers of their own."""
    body = "\n".join(
        f"{han}、{name}\n申请材料\n1.身份证原件及复印件一份，由申请人本人签字确认；\n2.户口簿。\n"
        "办理流程\n1.到镇便民服务中心提出申请，填写申请表一式两份。\n2.审核。"
        for han, name in (("一", "低保申请"), ("二", "特困申请"), ("三", "临时救助"))
    )
    assert list(measures(tmp_path, body)) == ["一", "二", "三"]


def test_short_sentences_above_long_paragraphs_are_headings(tmp_path: Path) -> None:
    """支持…。 on a line of its own, its rule on the next."""
    titles = ["支持场景示范。", "支持算力供给。", "支持人才引育。", "支持融资需求。"]
    rule = "对经认定的企业，按照实际投入的30%给予补助，每家企业每年最高补助200万元，补助期限不超过两年。"
    found = measures(tmp_path, "\n".join(f"{title}\n{rule}" for title in titles))
    assert found == {title.strip("。"): f"{title}\n{rule}" for title in titles}


def test_points_of_one_list_in_a_text_leave_it_whole(tmp_path: Path) -> None:
    """Most of the notice stands above its three papers to bring."""
    text = "凡年满80周岁的本区户籍老年人，可到镇便民服务中心申请高龄津贴，每月100元，按月发放至本人账户。"
    body = f"{text}\n申请时带以下材料：\n1.身份证；\n2.户口簿；\n3.银行卡。"
    assert measures(tmp_path, body) == {"全文": body}


def test_a_guide_that_ends_in_a_table_of_desks_keeps_its_chapters(tmp_path: Path) -> None:
    """The table says whom to call; the chapters above it say all the rest."""
    rows = "".join(f"| {n} | {town}镇 | 555010{n} |\n" for n, town in enumerate("东南西北", 1))
    chapters = "".join(
        f"{han}、{title}\n\n{words}\n\n"
        for han, title, words in (
            ("一", "办理对象", "租赁当事人可以单方办理登记备案，房屋租赁企业和经纪机构应当通过平台办理。"),
            ("二", "申请材料", "租赁双方当事人的身份证明、房屋权属证明或者合法来源证明、租赁合同。"),
            (
                "三",
                "打印证明",
                "登记备案完成后，当事人可以通过平台自行打印登记备案证明，与现场办理的效力相同。",
            ),
        )
    )
    path = tmp_path / "指南.md"
    table = f"| 序号 | 单位 | 办公电话 |\n| --- | --- | --- |\n{rows}"
    path.write_text(
        f"# 清河区房屋租赁登记备案办理指南\n\n{chapters}四、业务电话\n\n{table}", encoding="utf-8"
    )
    assert list(texts(taken(path, "清河区"))) == ["一", "二", "三", "表1", "表2", "表3", "表4"]


def test_rows_of_a_second_annex_carry_its_name_apart_from_their_number(tmp_path: Path) -> None:
    """附件2 and 1 are 附件2-1, not 附件21."""
    table = "| 序号 | 事项 | 责任单位 |\n| --- | --- | --- |\n| 1 | {} | 区人社局 |\n\n"
    path = tmp_path / "通知.md"
    text = "# 清河区政策清单\n\n一、稳岗补贴\n\n每人补贴500元。\n\n附件1\n\n{}附件2\n\n{}"
    path.write_text(text.format(table.format("培训"), table.format("就业")), encoding="utf-8")
    assert list(texts(taken(path, "清河区"))) == ["正文一", "1", "附件2-1"]


@pytest.mark.parametrize(
    "chapter",
    [
        "三、施行说明\n（一）本措施自2025年1月1日起施行，有效期3年。\n（二）本措施由县工信局负责解释。",
        "三、实施期限\n本措施自2025年1月1日起施行，有效期3年。",
        "三、有效期。本措施自2025年1月1日起施行，有效期3年。原措施同时废止。",
    ],
)
def test_a_chapter_on_force_is_no_measure(tmp_path: Path, chapter: str) -> None:
    """It says from when the document holds, which every answer says anyway."""
    text = f"青禾县若干措施\n一、技改补助。补助8%。\n二、升规奖励。奖励10万元。\n{chapter}"
    assert list(measures(tmp_path, text)) == ["一", "二"]


def test_a_chapter_on_force_that_says_more_is_one(tmp_path: Path) -> None:
    text = "一、技改补助。补助8%。\n二、实施期限。自2025年1月1日起施行。已享受同类补贴的不再补助。"
    assert list(measures(tmp_path, text)) == ["一", "二"]


def test_articles_below_bracketed_chapters_are_the_parts(tmp_path: Path) -> None:
    """Articles count on over （一）, （二）; recognised scans set the digits of a number apart."""
    points = [f"第 {' '.join(str(n))} 条 对第{n}类项目给予奖励。" for n in range(1, 12)]
    body = "\n".join(["一、支持范围", "（一）投资奖励", *points[:6], "（二）绩效奖励", *points[6:]])
    assert list(measures(tmp_path, body)) == [f"第{n}条" for n in range(1, 12)]


def test_articles_of_a_chapter_on_procedures_are_no_list(tmp_path: Path) -> None:
    """A title that calls for a list does not make one of articles."""
    body = (
        "第一章 总则\n第一条 制定本办法。\n第二章 申报与审批程序\n第二条 每年3月申报。\n第三条 区财政局审核。"
    )
    assert list(measures(tmp_path, body)) == ["第一条", "第二条", "第三条"]


@pytest.mark.parametrize("blank", ["", "\u2003", "\u2002"])
def test_articles_with_or_without_blanks_of_any_width(tmp_path: Path, blank: str) -> None:
    """Chapters with no blank behind their label do not hide the articles below them."""
    body = "\n".join(
        line.replace(" ", blank)
        for line in [
            "第一章 总则",
            "第一条 为规范经营许可，制定本办法，适用于全区。",
            "第二条 在本区经营的，应当取得许可。",
            "第二章 申请",
            "第三条 申请人提交营业执照和场所证明。",
            "第四条 区市场监管局在5个工作日内决定。",
        ]
    )
    assert list(measures(tmp_path, body)) == ["第一条", "第二条", "第三条", "第四条"]


def test_titles_on_the_line_of_their_body_may_stand_before_sums(tmp_path: Path) -> None:
    """A sum of four digits in the body says nothing about the title."""
    tasks = [task.removesuffix("。") + "，每家最高1000万元。" for task in TASKS]
    body = "\n".join(["为建设便民服务体系，制定本指引。", *tasks])
    assert list(measures(tmp_path, body)) == [task.partition("。")[0] for task in tasks]


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


def test_a_chapter_of_one_whole_sentence_is_a_measure_even_if_it_names_principles(tmp_path: Path) -> None:
    """A title alone that names aims is none."""
    body = (
        "一、各镇应采取积分的办法安排入学。\n二、入学要坚持分区申请、公开公平的原则。\n三、工作目标\n"
        "四、适龄儿童每人只能申请一所学校，不得重复申请。"
    )
    assert list(measures(tmp_path, body)) == ["一", "二", "四"]


def test_points_that_count_on_through_the_whole_document_are_measures(tmp_path: Path) -> None:
    """In chapters with （一） and without; points that begin anew in each stay together."""
    body = (
        "一、原则\n1.就近入学。按学区划片招生。\n2.公开透明。招生结果向社会公布。\n二、职责\n"
        "（一）区级职责。\n3.制订招生计划，报区政府批准。\n4.检查各校落实情况。\n"
        "（二）镇级职责。\n5.审核本镇报名材料。\n6.受理群众来信来访。\n三、督查\n7.每年6月开展专项督查。"
    )
    assert list(measures(tmp_path, body)) == ["1", "2", "3", "4", "5", "6", "7"]
    anew = body.replace("3.", "1.").replace("4.", "2.").replace("5.", "1.").replace("6.", "2.")
    assert list(measures(tmp_path, anew)) == ["一", "二（一）", "二（二）", "三"]


def test_an_article_that_says_what_something_includes_is_one_measure(tmp_path: Path) -> None:
    """Its points end in full stops."""
    body = (
        "第一条 重点领域包括：\n（一）国家目录中的重大装备及零部件。\n（二）指导目录中的海洋工程装备。\n"
        "第二条 每个项目最高资助500万元。\n第三条 本办法自2025年7月1日起施行。"
    )
    assert list(measures(tmp_path, body)) == ["第一条", "第二条", "第三条"]


def test_an_article_of_a_chapter_with_a_mere_title_is_one_rule(tmp_path: Path) -> None:
    """Its points are read together; points with sums of their own are asked about one by one."""
    body = (
        "第一章 总则\n第一条 目的\n为规范评审，制定本办法。\n第二章 评审\n第二条 评审程序\n"
        "（一）区商务局进行形式审查。\n（二）专家现场核查后提出意见。\n第三条 奖励标准\n"
        "（一）示范企业每家奖励5万元。\n（二）示范街区每条奖励20万元。\n第四条 监督\n弄虚作假的，收回奖励。"
    )
    items = measures(tmp_path, body)
    assert list(items) == ["第一条", "第二条", "第三条（一）", "第三条（二）", "第四条"]
    assert "形式审查" in items["第二条"]
    assert "现场核查" in items["第二条"]


def test_a_chapter_that_lost_its_number_is_found(tmp_path: Path) -> None:
    """The one title between 一、 and 三、; contact lines that all parts share are no titles of items."""
    desk = "联系科室：{}\n联系人：{}\n联系电话：{}\n"
    body = (
        "一、建立服务机制\n梳理企业开工情况，协调解决困难。\n"
        + desk.format("产业科", "林青", "5550181")
        + "推荐重点企业申请项目\n做好政策解读和推荐申报工作。\n"
        + desk.format("企业科", "许冰", "5550182")
        + "三、做好物资保障\n统计企业物资需求，提供购买渠道。\n"
        + desk.format("安全科", "程立秋", "5550183")
    )
    items = measures(tmp_path, body)
    assert list(items) == ["一", "推荐重点企业申请项目", "三"]
    assert [
        phone in items[item] for item, phone in zip(items, ("5550181", "5550182", "5550183"), strict=True)
    ] == [True] * 3


@pytest.mark.parametrize("missing", ["", "办理流程\n网上办理。\n领取方式\n窗口领取。\n"])
def test_a_number_that_leaves_no_single_title_stays_lost(tmp_path: Path, missing: str) -> None:
    """No line, or two, between 一、 and 三、."""
    body = f"一、申请条件\n年满60周岁的本区居民。\n{missing}三、咨询电话\n拨打5550184咨询。"
    assert list(measures(tmp_path, body)) == ["一", "三"]


def test_words_that_say_where_all_apply_are_read_with_each_part(tmp_path: Path) -> None:
    """Above the parts of a chapter, in a sentence of their own."""
    lead = "符合条件的毕业生统一到城南中学报名，经区教育局审核通过后发放通知书。"
    body = f"一、对象\n本区户籍儿童。\n二、报名\n{lead}\n（一）时间\n6月27日上午。\n（二）地点\n翠宝路5号。"
    items = measures(tmp_path, body)
    assert [lead in items[item] for item in ("二（一）", "二（二）")] == [True, True]


@pytest.mark.parametrize(
    ("note", "own"), [("转发给你们，并提出以下意见", True), ("印发给你们，请抓好落实", False)]
)
def test_who_passes_a_document_on_makes_points_of_their_own(tmp_path: Path, note: str, own: bool) -> None:
    """Above their signature; points above the issuer's own document say how to carry it out."""
    path = tmp_path / "通知.txt"
    lines = [
        "青禾县人社局关于人事管理工作的通知",
        "各单位：",
        f"现将《人事管理工作意见》{note}。",
        "一、招聘改在网上进行。面试可用视频。",
        "二、评审暂停。恢复时间另行通知。",
        "青禾县人社局",
        "2026年2月7日",
        "人事管理工作意见",
        "一、绿色通道。急需人员可简化程序，采用网上面试、考察等方式直接聘用，手续可以后补。",
        "二、网上办理。人事业务一律网上申报，暂停窗口办理，审核需要的档案由用人单位提供复核意见。",
        "三、表彰奖励。对作出突出贡献的集体和个人及时奖励，同等条件下优先聘任。",
        "市人社局",
        "2026年2月3日",
    ]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    found = texts(taken(path, "青禾县"))
    assert any("面试可用视频" in text for text in found.values()) is own
    assert any("手续可以后补" in text for text in found.values())


@pytest.mark.parametrize("part", ["第一部分：", "第1部分", "第一编 "])
def test_parts_named_inside_a_chapter_divide_only_it(tmp_path: Path, part: str) -> None:
    """The chapters around them count on, so 第一部分 is a part of the papers and none of the text."""
    second = part.replace("一", "二").replace("1", "2")
    body = "\n".join(
        [
            "一、申报对象",
            "在本区经营满一年的农场，每户补贴2000元。",
            "二、申报材料",
            "（一）需装订的材料。",
            part,
            "1.身份证复印件",
            "2.营业执照",
            second,
            "1.土地合同",
            "（二）不需装订的材料。",
            "照片一张，由农场自备。",
            "三、受理地点",
            "材料送区农业农村局，逾期不予受理。",
        ]
    )
    assert list(measures(tmp_path, body)) == ["一", "二（一）", "二（二）", "三"]


@pytest.mark.parametrize("spot", ["也 ", "e ", "丶  "])
def test_a_spot_before_a_label_hides_it_only_where_no_second_one_follows(tmp_path: Path, spot: str) -> None:
    """What a recogniser made of a spot is no part of the label: the next label counts on from it."""
    body = f"一、时间安排\n{spot}（一）自查。企业在3月底前自查。\n（二）复核。镇农办在4月底前复核。"
    assert list(measures(tmp_path, body)) == ["一（一）", "一（二）"]
    alone = f"一、时间安排\n企业在3月底前自查。\n{spot}（三）项所列企业除外。\n二、要求\n如实填报。"
    assert list(measures(tmp_path, alone)) == ["一", "二"]


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
