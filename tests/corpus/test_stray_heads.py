"""Heads that stand otherwise than in notices: in a first sentence, in labels below the title, in brackets."""

from pathlib import Path

import pytest

from tests.corpus.taken import head, taken, term, texts, whose

ARTICLES = "第一条 为节约用水，制定本办法。\n\n第二条 用水户每月缴费。\n\n第三条 逾期加收。\n"


def written(folder: Path, text: str, name: str = "用水2025.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "note",
    [
        "《清河区用水管理办法》已经区政府同意，现予公布，自2025年7月1日起施行。",
        "《清河区用水管理办法》业经区政府第9次常务会议通过，现印发给你们，请认真贯彻执行。",
        "现将《清河区用水管理办法》印发给你们，请遵照执行。",
    ],
)
def test_the_first_sentence_names_what_is_put_into_force(tmp_path: Path, note: str) -> None:
    """A page may leave the title of its notice out; the name of the file is a makeshift."""
    text = f"各镇人民政府，区政府各部门：\n\n{note}\n\n清河区人民政府办公室\n\n2025年5月20日\n\n"
    document = taken(written(tmp_path, text + "清河区用水管理办法\n\n" + ARTICLES))
    assert head(document)[1:] == ("清河区用水管理办法", "清河区人民政府办公室", "2025-05-20")


def test_a_title_that_a_measure_cites_is_not_its_own(tmp_path: Path) -> None:
    """What an item sets up elsewhere is no title of the document that says so."""
    text = "一、区水利局印发《清河区用水户名录》，逐户登记。\n\n二、用水户每月缴费。\n\n三、逾期加收。\n"
    assert head(taken(written(tmp_path, text, "清河区用水措施.txt")))[1] == "清河区用水措施"


def test_a_title_in_brackets_is_the_title(tmp_path: Path) -> None:
    """The brackets quote it."""
    document = taken(written(tmp_path, "《清河区用水管理办法》\n\n" + ARTICLES))
    assert head(document)[1] == "清河区用水管理办法"


@pytest.mark.parametrize(
    ("issuer", "number"), [("发布部门", "发布文号"), ("颁布单位", "文号"), ("制定机关", "发文字号")]
)
def test_labels_of_a_collection_of_laws_below_the_title(tmp_path: Path, issuer: str, number: str) -> None:
    """They give issuer, number and day; the notice above them keeps its title."""
    text = (
        "清河区人民政府关于印发《清河区用水管理办法》的通知\n\n"
        f"{issuer}: 清河区人民政府\n\n{number}: 清政发[2025]18号\n\n颁布日期: 2025-06-05\n\n"
        "各镇人民政府:\n\n现将《清河区用水管理办法》印发给你们。\n\n清河区用水管理办法\n\n"
    )
    assert head(taken(written(tmp_path, text + ARTICLES))) == (
        "清政发〔2025〕18号",
        "清河区人民政府关于印发《清河区用水管理办法》的通知",
        "清河区人民政府",
        "2025-06-05",
    )


def test_a_leaflet_names_who_hands_it_out(tmp_path: Path) -> None:
    """The body stands before what the leaflet is about."""
    text = "清河区公安局窗口服务告知单（2025年外地毕业生办理落户适用）\n\n一、带身份证。\n\n二、带户口簿。\n"
    assert head(taken(written(tmp_path, text)))[2] == "清河区公安局"


LIST = "（二）有本区蓝印户口。\n\n（三）有本区居住证满三年。\n\n"


@pytest.mark.parametrize("lead", ["符合下列条件之一的，可以报名：", "可以报名的人员如下。"])
def test_a_first_label_behind_its_lead_in_begins_a_line(tmp_path: Path, lead: str) -> None:
    """Typed without a break, the first point is one point of the list all the same."""
    text = f"清河区招生规定\n\n一、报名对象\n\n{lead}（一）有本区户口。\n\n{LIST}二、报名时间\n\n每年3月。\n"
    document = taken(written(tmp_path, text), "清河区")
    words = "\n".join(texts(document).values())
    assert words.count("有本区户口") == 1
    assert f"{lead}\n（一）有本区户口。" in words or "一（一）" in texts(document)


def test_a_label_that_is_cited_stays_in_its_sentence(tmp_path: Path) -> None:
    """The list has its own first label."""
    text = (
        "清河区招生规定\n\n一、报名对象\n\n可以报名：\n\n（一）符合第三条：（一）所列的。\n\n"
        f"{LIST}二、报名时间\n\n每年3月。\n"
    )
    assert (
        texts(taken(written(tmp_path, text), "清河区"))["一（一）"]
        == "可以报名：\n符合第三条：（一）所列的。"
    )


@pytest.mark.parametrize(
    "title", ["第二章 保险承办", "第二章 活动主办", "第二章 居家自办", "第二章 案件督办"]
)
def test_a_chapter_about_doing_is_no_office(tmp_path: Path, title: str) -> None:
    """办 behind a verb is what somebody does."""
    text = f"清河区保险办法\n\n第一章 总则\n\n第一条 保险每年一次。\n\n{title}\n\n第二条 每月缴费。\n"
    assert whose(taken(written(tmp_path, text), "清河区"))["第二条"] == []


def test_rows_of_a_table_are_no_headings(tmp_path: Path) -> None:
    """A total between two groups of a list parts nothing."""
    rows = "\n".join(
        f"<tr><td>{town}</td><td>{school}</td><td>{count}</td></tr>"
        for town, school, count in (
            ("桥东街道", "二中", "82"), ("", "华侨中学", "46"), ("小计", "", "128"),
            ("江北街道", "惠台学校", "60"), ("", "田家炳中学", "30"), ("小计", "", "90"), ("合计", "", "218"),
        )
    )  # fmt: skip
    page = (
        "<html><head><title>清河区招生计划</title></head><body><div class='TRS_Editor'><p>清河区招生计划</p>"
        "<p>今年各学校的计划如下，请各街道按时完成学位分配工作。</p>"
        f"<table><tr><td>街道</td><td>学校</td><td>人数</td></tr>{rows}</table></div></body></html>"
    )
    document = taken(written(tmp_path, page, "计划.html"), "清河区")
    assert not any("小计" in "".join(m.heading) for m in document.measures)


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        ("水利部部长 李某某", "水利部"),
        ("清河区人民政府区长　王某", "清河区人民政府"),
        ("清河区水利局局长 赵某某", "清河区水利局"),
    ],
)
def test_who_signs_by_name_signs_for_a_body(tmp_path: Path, line: str, issuer: str) -> None:
    """The body is the issuer."""
    note = "《用水管理办法》已经会议通过，现予公布，自公布之日起施行。"
    text = f"{note}\n\n{line}\n\n2025年5月20日\n\n用水管理办法\n\n{ARTICLES}"
    assert head(taken(written(tmp_path, text), "清河区"))[2] == issuer


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("清河区用水办法2012.txt", "清河区用水办法"),
        ("清河区用水工作要点2025.txt", "清河区用水工作要点2025"),
        ("清河区2025年用水通知.txt", "清河区2025年用水通知"),
    ],
)
def test_a_year_behind_the_name_of_a_rule_is_a_mark_of_the_file(
    tmp_path: Path, file: str, title: str
) -> None:
    """Points of work are those of a year; a rule has its year before its name or not at all."""
    text = "各镇人民政府：\n\n一、用水户每月缴费。\n\n二、逾期加收。\n\n三、欠费停水。\n"
    assert head(taken(written(tmp_path, text, file), "清河区"))[1] == title


def test_a_document_in_force_from_the_day_it_is_sent(tmp_path: Path) -> None:
    """自发文之日 is the day below the signature."""
    text = (
        "清河区水利局关于用水的通知\n\n一、用水户每月缴费。\n\n二、逾期加收。\n\n"
        "本通知自发文之日起执行。\n\n清河区水利局\n\n2025年5月20日\n"
    )
    assert term(taken(written(tmp_path, text)))[0] == "2025-05-20"


def test_a_remark_on_all_papers_does_not_divide_their_list(tmp_path: Path) -> None:
    """It stands between two of them and speaks of those above."""
    text = (
        "清河区落户办法\n\n一、申请人须提供的材料\n\n（一）身份证；\n\n（二）户口簿；\n\n"
        "以上材料提供原件并复印一式两份。\n\n（三）单位营业执照。\n\n二、办理时间\n\n每年3月受理一次。\n"
    )
    assert list(texts(taken(written(tmp_path, text), "清河区"))) == ["一", "二"]
