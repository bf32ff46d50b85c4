"""Heads of pages saved from sites, and of laws: number, title, issuer, place, whatever stands around."""

from datetime import date
from pathlib import Path

import pytest

from tests.corpus.taken import ARTICLES, TITLE, taken_text


@pytest.mark.parametrize(
    ("head", "number", "title"),
    [
        (
            "青禾县民政局关于发放高龄津贴的通知\nhttp://www.example.invalid/news/n1.html\n青民发〔2025〕8号\n",
            "青民发〔2025〕8号",
            "青禾县民政局关于发放高龄津贴的通知",
        ),
        (
            "加入收藏|网站导航\n首页 信息公开 办事\n当前位置：首页>政策\n"
            "关于发放高龄津贴的通知\n发布日期：2025-05-20\n",
            "关于发放高龄津贴的通知",
            "关于发放高龄津贴的通知",
        ),
    ],
)
def test_lines_of_a_site_are_no_part_of_a_title(tmp_path: Path, head: str, number: str, title: str) -> None:
    document = taken_text(tmp_path, head + "\n一、标准\n每人每月100元。\n\n二、申报\n到村里申报。\n")
    assert (document.number, document.title) == (number, title)


def test_lines_for_a_program_above_a_text_tell_its_day_alone(tmp_path: Path) -> None:
    text = (
        f'---\ntitle: "{TITLE}解读"\nauthor: 某某\ndate: 2025-03-15\ntags: ["青禾", "房租"]\n---\n\n'
        f"{TITLE}\n\n一、标准\n\n每户1000元。\n\n二、申报\n\n网上申报。\n"
    )
    document = taken_text(tmp_path, text, "a.md")
    assert (document.title, document.issued) == (TITLE, date(2025, 3, 15))


def test_a_law_of_the_state_belongs_to_nobody_who_posts_it(tmp_path: Path) -> None:
    document = taken_text(tmp_path, f"《中华人民共和国房租条例》\n信息来源：青禾县公安局\n\n{ARTICLES}")
    assert (document.title, document.issuer, document.region) == ("中华人民共和国房租条例", "", "")


def test_a_rule_of_a_county_is_published_by_its_source(tmp_path: Path) -> None:
    document = taken_text(tmp_path, f"{TITLE}\n信息来源：青禾县公安局\n\n{ARTICLES}")
    assert document.issuer == "青禾县公安局"


def test_signs_before_the_words_of_a_file_name_hide_no_place(tmp_path: Path) -> None:
    document = taken_text(tmp_path, f"小微企业房租补贴办法\n\n{ARTICLES}", "03_sz-深圳市房租补贴.txt")
    assert document.region == "深圳市"


MENU = (
    "English|信息公开|政务大厅|在线服务\n业务频道\n精神文明|离退管理|纪检监察|\n您当前的位置：首页>>条例\n"
    "字体大小：\n打印页面我要分享\n关闭\n"
)


def test_menus_above_a_printed_page_are_no_title(tmp_path: Path) -> None:
    assert taken_text(tmp_path, f"{MENU}\n{TITLE}\n\n{ARTICLES}").title == TITLE


@pytest.mark.parametrize("column", ["-青禾县文件", "_政策法规", "－信息公开"])
def test_the_column_of_a_site_is_no_part_of_a_title(tmp_path: Path, column: str) -> None:
    assert taken_text(tmp_path, f"{TITLE}{column}\n\n{ARTICLES}").title == TITLE


@pytest.mark.parametrize(
    ("bracket", "issuer", "issued"),
    [
        (
            "(2014年10月30日深圳市第五届人民代表大会\n\n常务委员会第三十二次会议通过)",
            "深圳市人民代表大会常务委员会",
            date(2014, 10, 30),
        ),
        (
            "（1980年2月2日广东省第五届人民代表大会常务委员会第二次会议通过，2008年11月28日广东省第十一届"
            "人民代表大会常务委员会第七次会议第四次修订）",
            "广东省人民代表大会常务委员会",
            date(2008, 11, 28),
        ),
        ("（2005年3月1日县政府第5次常务会议讨论通过）", "", date(2005, 3, 1)),
        ("(1994年8月29日青禾省人民政府令第35号发布)", "青禾省人民政府", date(1994, 8, 29)),
    ],
)
def test_who_passed_a_law_and_when(tmp_path: Path, bracket: str, issuer: str, issued: date) -> None:
    document = taken_text(tmp_path, f"房租补贴条例\n\n{bracket}\n\n第一章 总则\n\n{ARTICLES}")
    assert (document.issuer, document.issued) == (issuer, issued)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("1994年8月29日青禾省人民政府令第35号发布", "青禾省人民政府令第35号"),
        ("1994年8月29日青禾省人民政府令第35号发布，2002年9月6日修订", "房租补贴规定"),
        ("1999年4月9日市人民政府第58号令发布", "房租补贴规定"),
    ],
)
def test_a_decree_in_a_bracket_is_a_number(tmp_path: Path, said: str, number: str) -> None:
    assert taken_text(tmp_path, f"房租补贴规定\n\n（{said}）\n\n{ARTICLES}").number == number


@pytest.mark.parametrize(
    ("who", "issuer"), [("佛山市流管办", "佛山市流管办"), ("青禾县民政局办公室", "青禾县民政局"), ("", "")]
)
def test_the_last_line_tells_who_printed_and_when(tmp_path: Path, who: str, issuer: str) -> None:
    document = taken_text(tmp_path, f"居住证办理工作指引（试行）\n\n{ARTICLES}\n{who}　2015年12月31日印发\n")
    assert (document.issuer, document.issued) == (issuer, date(2015, 12, 31))


def test_a_title_with_one_of_several_issuers_leaves_it_to_those_who_sign(tmp_path: Path) -> None:
    text = (
        "青禾园管委会（县科信局）等四部门关于印发《青禾县支持创业措施》的通知\n\n各镇人民政府：\n\n现印发给你们。\n\n"
        "青禾科技园区管理委员会\n\n青禾县科学技术和信息化局\n\n2025年5月14日\n\n青禾县支持创业措施\n\n"
    )
    document = taken_text(tmp_path, text + ARTICLES)
    assert document.issuer == "青禾科技园区管理委员会、青禾县科学技术和信息化局"


def test_a_notice_of_an_examination_authority_has_an_issuer(tmp_path: Path) -> None:
    text = "青禾市教育考试院关于做好考试招生工作的通知\n\n一、报名\n\n网上报名。\n\n二、考试\n\n统一考试。\n"
    assert taken_text(tmp_path, text).issuer == "青禾市教育考试院"
