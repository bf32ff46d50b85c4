"""Articles, their points and the titles among them: each is one rule, however it is labelled."""

from pathlib import Path

import pytest

from tests.corpus.taken import measures

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


def test_a_bare_supplement_is_a_chapter_of_its_own(tmp_path: Path) -> None:
    """Its parts do not hang on the last article."""
    body = (
        "第一条 补贴300元。\n第二条 区民政局负责发放。\n附则\n（一）本办法由区民政局负责解释。\n"
        "（二）本办法自2025年7月1日起施行。"
    )
    found = measures(tmp_path, body)
    assert found["第二条"] == "区民政局负责发放。"
    assert found["附则（二）"] == "本办法自2025年7月1日起施行。"


def test_two_lists_in_one_article_are_read_together(tmp_path: Path) -> None:
    """（一） to （二） twice: the words between introduce the second list."""
    body = (
        "第一条 登记事项包括：\n（一）名称；\n（二）住所。\n除前款规定外，还应当登记下列事项：\n"
        "（一）股东；\n（二）经营者。\n第二条 登记不收费。"
    )
    found = measures(tmp_path, body)
    assert list(found) == ["第一条", "第二条"]
    assert found["第一条"].endswith("还应当登记下列事项：\n（一）股东；\n（二）经营者。")


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


@pytest.mark.parametrize("spot", ["也 ", "e ", "丶  "])
def test_a_spot_before_a_label_hides_it_only_where_no_second_one_follows(tmp_path: Path, spot: str) -> None:
    """What a recogniser made of a spot is no part of the label: the next label counts on from it."""
    body = f"一、时间安排\n{spot}（一）自查。企业在3月底前自查。\n（二）复核。镇农办在4月底前复核。"
    assert list(measures(tmp_path, body)) == ["一（一）", "一（二）"]
    alone = f"一、时间安排\n企业在3月底前自查。\n{spot}（三）项所列企业除外。\n二、要求\n如实填报。"
    assert list(measures(tmp_path, alone)) == ["一", "二"]
