"""Heads of documents laid out by other hands: lines of a site's table, one line for everything."""

from datetime import date

import pytest

from corpus.reading.plain import read_plain
from corpus.structure.coverage import uncovered
from corpus.structure.one_line import unfold
from corpus.structure.parse import parse_source
from corpus.structure.sources import Origin

SITE = """索引号：11370306/2023-5412
发文字号：周政办发〔2023〕6号
发布机构：周村区人民政府办公室
成文日期：2023-05-18
有效性：有效
周村区人民政府办公室关于印发周村区农村供水管理办法的通知
各镇政府、街道办事处：
现将《周村区农村供水管理办法》印发给你们，请认真贯彻执行。
一、管护责任。村内供水管线由村民委员会负责日常巡查。
二、水质检测。区水利局每季度检测一次水质。
"""
ONE_LINE = (
    "国家甲委员会 国家乙总局 关于做好来年春耕农资供应工作的通知 甲发〔2022〕31号 各省有关部门： "
    "为保障来年春耕，现通知如下：一、加强储备。各地要提前储备化肥不少于30万吨。二、畅通运输。对农资运输车辆"
    "优先放行，减免通行费用，并公布监督电话。三、严查假货。对销售假种子的，依法从重处罚，公开曝光。 "
    "国家甲委员会 2022年11月3日"
)


def read(text, name="a.txt"):
    source = unfold(read_plain(name, text))
    (draft,) = parse_source(source, Origin(file=name, region="周村"))
    return draft


def test_lines_of_a_site_say_number_issuer_and_date():
    """The lines that a government site prints above a document are its head."""
    draft = read(SITE)
    assert draft.number == "周政办发〔2023〕6号"
    assert draft.title == "周村区人民政府办公室关于印发周村区农村供水管理办法的通知"
    assert draft.issuer == "周村区人民政府办公室"
    assert draft.issued == date(2023, 5, 18)
    assert [measure.item for measure in draft.measures] == ["一", "二"]


def test_one_line_is_read_as_if_its_breaks_stood():
    """Number, both issuers, date and the three items of a document whose breaks are lost."""
    draft = read(ONE_LINE)
    assert draft.number == "甲发〔2022〕31号"
    assert draft.issuer == "国家甲委员会、国家乙总局"
    assert draft.issued == date(2022, 11, 3)
    assert [measure.item for measure in draft.measures] == ["一", "二", "三"]
    assert draft.measures[1].text == "畅通运输。对农资运输车辆优先放行，减免通行费用，并公布监督电话。"


def test_a_number_that_is_only_cited_is_not_the_documents():
    """A number in running text names another document; the title stands for its own."""
    text = (
        "关于安全生产的提示 为贯彻《关于防范工作的通知》（安办〔2020〕1号）要求，现提示如下。"
        + "注意用电安全。" * 12
    )
    assert read(text).number == "关于安全生产的提示"


def test_a_title_without_issuer_is_taken_as_printed():
    """Where no issuer stands before 关于, none is made up."""
    draft = read("关于加强耕地保护的通知 自资〔2021〕8号 各县（市、区）： " + "严格保护永久基本农田。" * 12)
    assert (draft.number, draft.title, draft.issuer) == ("自资〔2021〕8号", "关于加强耕地保护的通知", "")


@pytest.mark.parametrize("text", [SITE, ONE_LINE])
def test_nothing_is_lost(text):
    """Each character stands in a piece."""
    draft = read(text)
    assert not list(uncovered("a.txt", text, draft.pieces))


def test_a_text_of_several_lines_is_left_alone():
    """Only a text without line breaks is cut at its blanks."""
    source = read_plain("b.txt", "第一行 有空格\n第二行\n第三行 也有\n")
    assert unfold(source) == source


def test_an_announcement_has_the_number_of_its_issuers():
    """公告2020年第8号 of two bodies, the first on a line of its own; a notice it cites is not its number."""
    draft = read(
        "关于支持疫情防控有关税收政策的公告\n财政部\n税务总局公告2020年第8号\n现就有关政策公告如下：\n"
        "一、购置设备。允许一次性扣除。\n二、范围。按照《注释》（财税〔2016〕36号印发）执行。\n"
        "财政部　税务总局\n2020年2月6日\n"
    )
    assert draft.number == "财政部税务总局公告2020年第8号"
    assert draft.issuer == "财政部、税务总局"
    assert draft.issued == date(2020, 2, 6)


def test_several_bodies_that_sign_line_by_line_are_told_apart():
    """Four lines above the date."""
    draft = read(
        "关于强化金融支持的通知\n银发〔2020〕29号\n各银行：\n一、加大支持。执行中的情况请及时报告。\n"
        "中国人民银行\n财政部\n银保监会\n证监会\n2020年1月31日\n"
    )
    assert draft.issuer == "中国人民银行、财政部、银保监会、证监会"


def test_the_name_of_a_site_is_no_title():
    """A page that begins with the name of a government is called by its next line."""
    draft = read("山东省人民政府\n农业稳产保供措施解读\n一、背景。省政府印发了措施。\n二、内容。共二十条。\n")
    assert draft.title == "农业稳产保供措施解读"


def test_an_issuer_printed_twice_stands_once_in_the_title():
    """Above the title and as its first words."""
    draft = read(
        "某省应急指挥部\n某省应急指挥部关于做好申报服务的通知\n某指发〔2020〕17号\n各市：\n一、申报。从速办理。\n"
    )
    assert draft.title == "某省应急指挥部关于做好申报服务的通知"


@pytest.mark.parametrize(
    ("lines", "title", "day"),
    [
        (
            ["清河市2026年家电以旧换新商家征集公告-清河市商务局"],
            "清河市2026年家电以旧换新商家征集公告",
            None,
        ),
        (["清河市商务局-清河市家电商家征集公告"], "清河市家电商家征集公告", None),
        (
            ["清河市商务局关于发放家电补贴的通知（2025年3月1日）"],
            "清河市商务局关于发放家电补贴的通知",
            date(2025, 3, 1),
        ),
        (
            ["关于印发清河区积分入学办法的通知QHFGS-2025-006"],
            "关于印发清河区积分入学办法的通知",
            None,
        ),
        (["首页>>政策法规>>动物防疫", "清河市犬只免疫办法"], "清河市犬只免疫办法", None),
        (["[区医保局]关于延长", "集中参保期的公告"], "关于延长集中参保期的公告", None),
        (["【清河市司法局】关于开通“线上公证”的通告"], "关于开通“线上公证”的通告", None),
        (["青岛市建筑施工企业", "外来务工人员参保办法"], "青岛市建筑施工企业外来务工人员参保办法", None),
        (
            ["重点产业实施意见", "清河市人民政府", "关于支持重点产业发展的实施意见"],
            "清河市人民政府关于支持重点产业发展的实施意见",
            None,
        ),
    ],
)
def test_a_title_stands_alone(lines: list[str], title: str, day: date | None) -> None:
    """Without the name of the site, the way there, the day, the number that its rule is filed under."""
    draft = read("\n\n".join([*lines, "一、对象。本市居民。", "二、标准。每人300元。"]))
    assert draft.title == title
    assert draft.issued == day


def test_a_title_counted_in_a_collection_is_read_over_its_lines() -> None:
    """A book numbers what it collects, and its lines are hard-wrapped."""
    draft = read(
        "7. 清河市行政审批局关于印发清河市政务服务中心首问责任\n制度的通知（2025年6月13日）\n"
        "清审批〔2025〕45 号\n"
        "局机关各科室：\n一、对象。全体人员。\n二、要求。首问负责到底。\n"
    )
    assert draft.title == "清河市行政审批局关于印发清河市政务服务中心首问责任制度的通知"
    assert draft.number == "清审批〔2025〕45号"
    assert draft.issuer == "清河市行政审批局"


@pytest.mark.parametrize("letterhead", ["清河市水务局文件", "清河市水务局"])
def test_a_letterhead_in_one_line_with_everything(letterhead: str) -> None:
    """Letterhead, number, title and addressees without a break; so is （一） behind its chapter."""
    text = (
        f"{letterhead}清水函[2025] 34号清河市水务局关于加强村级供水管理的通知各县水务局，有关单位:"
        "为保障供水，现通知如下:"
        "一、水质管理(一)每季度检测一次。检测结果在村务公开栏公布，接受村民监督。(二)发现问题立即停水。"
        "二、水费管理(一)水费每吨2元，按季度收取，不得提前预收，收取情况每年公布一次。(二)困难户减半。"
    )
    draft = read(text)
    assert draft.number == "清水函〔2025〕34号"
    assert draft.title == "清河市水务局关于加强村级供水管理的通知"
    assert [measure.text[:3] for measure in draft.measures] == ["每季度", "发现问", "水费每", "困难户"]


def test_a_file_name_gives_number_and_title() -> None:
    """A text without a title of its own is called as its file, whose brackets hold the number."""
    draft = read(
        "各有关单位：\n\n一、对象。本市居民。\n\n二、标准。每人300元。",
        "清河市租房补贴规定（清政发[2011]8号）.txt",
    )
    assert (draft.title, draft.number) == ("清河市租房补贴规定", "清政发〔2011〕8号")


def test_marks_of_markdown_are_no_words() -> None:
    """A text file may hold them before its headings."""
    draft = read("# 清河市信息公开规定\n\n第一条 公开为常态。\n\n第二条 不收费。\n")
    assert draft.title == "清河市信息公开规定"


@pytest.mark.parametrize("number", ["周政办发〔2026〕5", "周政办发[2026]5"])
@pytest.mark.parametrize("above", [True, False])
def test_a_number_without_its_last_sign_is_the_documents(number: str, above: bool) -> None:
    """Above the title or below it."""
    title = "周村区支持小店若干措施"
    lines = [number, title] if above else [title, number]
    text = "\n".join([*lines, "一、房租补贴。每户1000元。", "二、水电补贴。每户600元。", ""])
    draft = read(text)
    assert (draft.number, draft.title) == ("周政办发〔2026〕5号", title)


@pytest.mark.parametrize("seal", ["（代章）", "(盖章)", "（代印）", ""])
def test_a_seal_behind_the_name_of_who_signs_is_no_part_of_it(seal: str) -> None:
    """In either kind of brackets."""
    text = (
        "城北镇2026年小学招生通告\n一、对象。满六周岁的儿童。\n二、时间。5月23日现场报名，带户口簿。\n"
        f"城北镇招生工作领导小组办公室{seal}\n2026年4月10日\n"
    )
    draft = read(text)
    assert draft.issuer == "城北镇招生工作领导小组办公室"
    assert draft.issued == date(2026, 4, 10)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_who_signs_below_the_line_of_an_annex_is_named_whole(gap: str) -> None:
    """The name of the annex does not run on into the first of them."""
    signers = ["周村区科学技术局", "周村区发展和改革局", "周村区教育和体育局"]
    lines = ["附件：周村区试验平台建设方案", *signers, "2025年7月10日", "附件", "周村区试验平台建设方案"]
    text = gap.join(
        [
            "关于印发《周村区试验平台建设方案》的通知",
            "周科发〔2025〕17号",
            "各有关单位：",
            "现将《周村区试验平台建设方案》印发给你们，请认真组织实施。",
            *lines,
            "一、目标。建成试验平台3家，每家补助100万元。",
            "二、主体。支持企业和高校联合建设，补助50万元。",
            "",
        ]
    )
    assert read(text).issuer == "、".join(signers)


def test_a_tab_alone_opens_no_table() -> None:
    """Pages copied into a text leave such lines behind; the note below is read, its signature too."""
    text = (
        "■ 周村区教育局关于印发周村区招生工作意见的通知\t\n\t \n2025-03-20 15:59:35\n\t \n各学校：\n"
        "　　现将《周村区招生工作意见》印发给你们，请认真贯彻执行。\n　　周村区教育局\n　　2025年3月6日\n"
        "周村区招生工作意见\n一、对象。年满六周岁的儿童。\n二、时间。每年5月现场报名，带户口簿。\n"
    )
    draft = read(text)
    assert draft.title == "周村区教育局关于印发周村区招生工作意见的通知"
    assert (draft.issuer, draft.issued) == ("周村区教育局", date(2025, 3, 6))
    assert [measure.item for measure in draft.measures] == ["一", "二"]


@pytest.mark.parametrize(
    ("bracket", "number", "issued"),
    [
        (
            "（2008年3月26日市政府第5次常务会议通过 2008年5月14日青禾市人民政府令[2008]第1号公布 "
            "自2008年7月1日起施行）",
            "青禾市人民政府令[2008]第1号",
            date(2008, 5, 14),
        ),
        (
            "（2008年5月14日青禾市人民政府令第1号公布，自2008年7月1日起施行）",
            "青禾市人民政府令第1号",
            date(2008, 5, 14),
        ),
        ("（2008年5月14日青禾市人民政府令第1号公布）", "青禾市人民政府令第1号", date(2008, 5, 14)),
    ],
)
def test_who_decreed_a_rule_and_when_stands_in_the_bracket(bracket: str, number: str, issued: date) -> None:
    """The day from which it holds is another one."""
    draft = read(f"青禾市备案规定\n{bracket}\n第一条 制定本规定。\n第二条 规定应当在30日内备案。\n")
    assert (draft.number, draft.issuer, draft.issued) == (number, "青禾市人民政府", issued)


def test_the_day_on_which_a_page_says_it_was_put_up_is_read() -> None:
    """发表时间 is one of the labels."""
    draft = read(
        "周村区免费教育办法（2025年修订）\n发表时间：2025-08-27\n一、对象\n在校学生。\n二、标准\n每年970元。\n"
    )
    assert (draft.title, draft.issued) == ("周村区免费教育办法（2025年修订）", date(2025, 8, 27))


def test_a_title_printed_again_below_its_issuer_names_the_issuer():
    """As sites print it: their own line, then the head of the text."""
    title = "关于《青禾县若干措施》有关事项办理流程"
    draft = read(
        f"{title}\n青禾县金融工作局\n{title}\n为支持企业，现说明如下：\n1.申请。网上申请。\n2.受理。当场受理。\n"
    )
    assert (draft.title, draft.issuer) == (title, "青禾县金融工作局")


@pytest.mark.parametrize("called", ["", "（以下简称《指南》）"])
def test_a_covering_note_alone_names_the_title(called: str):
    """Behind the reasons that it gives; the name of a government above it is that of the site."""
    note = f"为减少聚集，现将《青禾县社保业务网上办理指南》{called}印发你们，请优先网上办理。"
    draft = read(f"青禾县人民政府\n各镇人社所：\n{note}\n一、办理范围。参保登记。\n二、咨询。拨打热线。\n")
    assert draft.title == "青禾县社保业务网上办理指南"


@pytest.mark.parametrize("month", ["2026年4月", "二〇二六年四月"])
def test_who_signs_above_a_month_alone_is_the_issuer(month: str):
    """The day of issue stays open."""
    draft = read(
        f"2026年清河区初中招生通告\n一、对象。本区毕业生。\n二、地点。区初级中学。\n清河区教育体育局\n{month}\n"
    )
    assert (draft.issuer, draft.issued) == ("清河区教育体育局", None)


@pytest.mark.parametrize("column", ["最新文件", "通知公告", "政策法规"])
def test_the_name_of_a_column_is_no_title(column: str):
    """Below the name of the site, above the title."""
    title = "关于印发支持小微企业若干政策措施的通知"
    draft = read(
        f"青禾县税务局\n{column}\n{title}\n为支持企业，制定如下措施。\n一、减税。减半征收。\n二、缓税。缓缴三个月。\n"
    )
    assert draft.title == title


@pytest.mark.parametrize(
    "line",
    ["青禾县住房和城乡建设局  2026年2月10日", "发布单位：青禾县住房和城乡建设局 2026年2月10日"],
)
def test_who_issues_a_guide_and_when_may_stand_below_its_title(line):
    """On one line, with or without a label; a line that names no body says nothing."""
    parts = "一、申请条件\n家庭人均月收入低于2800元。\n二、材料\n申请表一份。\n"
    text = f"青禾县公共租赁住房申请办事指南\n{line}\n{parts}"
    draft = read(text)
    assert (draft.issuer, draft.issued) == ("青禾县住房和城乡建设局", date(2026, 2, 10))
    assert "2026年2月10日" not in draft.measures[0].text


@pytest.mark.parametrize(
    ("line", "who", "day"),
    [
        (
            "发布单位：青禾县发展改革局　2026年1月12日　青发改价〔2026〕2号",
            "青禾县发展改革局",
            date(2026, 1, 12),
        ),
        ("青发改价〔2026〕2号 青禾县发展改革局 2026年1月12日", "青禾县发展改革局", date(2026, 1, 12)),
        ("（青发改价〔2026〕2号　2026年1月12日）", "", date(2026, 1, 12)),
        ("文号：青发改价〔2026〕2号　日期：2026年1月12日", "", date(2026, 1, 12)),
        ("青禾县发展改革局 青发改价〔2026〕2号", "青禾县发展改革局", None),
    ],
)
def test_the_number_may_stand_beside_who_issues_and_when(line, who, day):
    """On one line below the title, as sheets have it."""
    draft = read(
        f"青禾县城区供水价格表\n{line}\n一、居民用水。每立方米2.85元。\n二、特种用水。每立方米16元。\n"
    )
    assert (draft.number, draft.title) == ("青发改价〔2026〕2号", "青禾县城区供水价格表")
    assert (draft.issuer, draft.issued) == (who, day)


@pytest.mark.parametrize(
    "line",
    [
        "依据：青发改价〔2026〕2号 2026年1月12日",
        "青发改价〔2025〕9号 青发改价〔2026〕2号",
        "按青发改价〔2026〕2号 执行",
    ],
)
def test_a_number_that_a_line_cites_below_the_title_is_not_the_documents(line):
    draft = read(
        f"青禾县城区供水价格表\n{line}\n一、居民用水。每立方米2.85元。\n二、特种用水。每立方米16元。\n"
    )
    assert (draft.number, draft.issued) == ("青禾县城区供水价格表", None)
