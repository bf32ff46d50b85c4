"""Chapters and points with mixed labels, or with none: each text falls into the parts a clerk would name."""

from pathlib import Path

import pytest

from corpus.keeping.intake import read_intake
from corpus.records import ItemReason
from tests.corpus.taken import NOTICE_HEAD, measures, taken, texts


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


def test_paragraphs_that_open_with_their_titles_are_parts(tmp_path: Path) -> None:
    """A text of 名称。正文 without any number."""
    body = "\n".join(["为建设便民服务体系，制定本指引。", *TASKS])
    assert list(measures(tmp_path, body)) == [task.partition("。")[0] for task in TASKS]


def test_every_measure_says_why_it_is_one(tmp_path: Path) -> None:
    """An article, a question, a list, a chapter, a part."""
    path = tmp_path / "措施.txt"
    body = (
        "一、谁可以申请？\n本区居民。\n二、申请材料\n1.身份证。\n2.户口簿。\n三、标准\n每月300元。\n"
        "四、其他\n（一）每年申请。各镇受理。"
    )
    path.write_text(NOTICE_HEAD + body.replace("\n", "\n\n"), encoding="utf-8")
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


def test_titles_on_the_line_of_their_body_may_stand_before_sums(tmp_path: Path) -> None:
    """A sum of four digits in the body says nothing about the title."""
    tasks = [task.removesuffix("。") + "，每家最高1000万元。" for task in TASKS]
    body = "\n".join(["为建设便民服务体系，制定本指引。", *tasks])
    assert list(measures(tmp_path, body)) == [task.partition("。")[0] for task in tasks]


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
