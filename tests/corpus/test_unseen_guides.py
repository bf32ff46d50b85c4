"""Guides and handbooks: questions, items with the same fields, headings without numbers."""

from pathlib import Path

import pytest

from tests.corpus.taken import measures, taken, texts


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
