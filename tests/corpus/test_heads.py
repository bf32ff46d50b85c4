"""Whose document it is: number, title, issuers and day in the layouts of other offices."""

from datetime import date
from pathlib import Path

import pytest

from corpus.drafts import DocumentDraft
from corpus.keeping.intake import read_intake

ITEMS = "一、房租补贴。每户每年补贴1000元。\n二、稳岗补贴。每招用1人补贴1000元。\n"
SIGNED = "青禾县民政局\n2025年5月20日\n"
ARTICLES = (
    "第一条 小微企业每招用1人补贴1000元。\n第二条 每年6月30日前申报。\n"
    "第三条 本办法由县人力资源社会保障局负责解释。\n"
)


def read(folder: Path, text: str, name: str = "a.txt") -> DocumentDraft:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    (draft,) = read_intake(path).drafts
    return draft


@pytest.mark.parametrize(
    ("lines", "number", "title"),
    [
        (
            "青禾县支持小微企业若干措施（试行）\n青工信〔2025〕8号",
            "青工信〔2025〕8号",
            "青禾县支持小微企业若干措施（试行）",
        ),
        (
            "青禾县支持小微企业\n若干措施\n青工信〔2025〕8号",
            "青工信〔2025〕8号",
            "青禾县支持小微企业若干措施",
        ),
        ("青工信〔2025〕8号\n青禾县支持小微企业若干措施", "青工信〔2025〕8号", "青禾县支持小微企业若干措施"),
        (
            "青禾县民政局文件\n青民发〔2025〕8号\n关于做好高龄津贴发放工作的通知",
            "青民发〔2025〕8号",
            "关于做好高龄津贴发放工作的通知",
        ),
        (
            "关于做好高龄津贴发放工作的通知\n发布日期：2025-05-22 10:00\n青民发〔2025〕8号",
            "青民发〔2025〕8号",
            "关于做好高龄津贴发放工作的通知",
        ),
        (
            "关于做好高龄津贴发放工作的通知\n发布日期: 2025-05-22\n原文链接: http://example.invalid/a.html\n"
            "检索时间: 2026-02-03 13:11:03\n检索关键词: 高龄, 津贴\n青民发〔2025〕8号",
            "青民发〔2025〕8号",
            "关于做好高龄津贴发放工作的通知",
        ),
        (
            "青禾县民政局等9部门关于做好高龄津贴发放工作的通知\n青民发〔2025〕8号",
            "青民发〔2025〕8号",
            "青禾县民政局等9部门关于做好高龄津贴发放工作的通知",
        ),
        (
            "青民发〔2025〕8号\n各乡镇：\n《青禾县高龄津贴发放办法》已经县政府同意，现印发给你们。",
            "青民发〔2025〕8号",
            "青禾县高龄津贴发放办法",
        ),
        (
            "点击查看政策解读：关于《青禾县高龄津贴发放办法》的解读\n青民发〔2025〕8号\n"
            "青禾县民政局 青禾县财政局\n关于做好高龄津贴发放工作的通知",
            "青民发〔2025〕8号",
            "青禾县民政局青禾县财政局关于做好高龄津贴发放工作的通知",
        ),
    ],
)
def test_number_and_title_stand_in_any_order(tmp_path: Path, lines: str, number: str, title: str) -> None:
    """Below, above, with a site's day between, named by the note, under a link that is no title."""
    draft = read(tmp_path, f"{lines}\n{ITEMS}{SIGNED}")
    assert (draft.number, draft.title) == (number, title)
    assert len(draft.measures) == 2


@pytest.mark.parametrize(
    "line",
    [
        "桥东区民政局 桥东区财政局",
        "桥东区民政局\u3000桥东区财政局",
        "桥东区民政局\n桥东区财政局",
        "桥东区民政局桥东区财政局",
        "桥东区民政局、桥东区财政局",
    ],
)
def test_joint_issuers_are_two_of_one_region(tmp_path: Path, line: str) -> None:
    """However they are parted, in the title and above the day."""
    text = (
        f"{line}\n关于做好高龄津贴发放工作的通知\n桥民发〔2025〕21号\n各镇：\n{ITEMS}{line}\n2025年5月20日\n"
    )
    draft = read(tmp_path, text)
    assert (draft.issuer, draft.region) == ("桥东区民政局、桥东区财政局", "桥东区")
    assert draft.issued == date(2025, 5, 20)


def test_those_who_sign_line_by_line_all_issue(tmp_path: Path) -> None:
    """Three lines above the day, in a covering note whose title names nobody."""
    text = (
        "关于印发《青禾县养老服务办法》的通知\n各乡镇：\n现将《青禾县养老服务办法》印发给你们。\n"
        "青禾县民政局\n青禾县财政局\n青禾县卫生健康局\n2025年5月20日\n青禾县养老服务办法\n" + ARTICLES
    )
    draft = read(tmp_path, text)
    assert draft.issuer == "青禾县民政局、青禾县财政局、青禾县卫生健康局"


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ("清河区人民政府令\n第24号", "清河区人民政府令第24号"),
        ("清河区人民政府令\n第25号", "清河区人民政府令第25号"),
        ("清河区人民政府令（第24号）", "清河区人民政府令（第24号）"),
        ("清 河 区 人 民 政 府 令\n第二十四号", "清河区人民政府令第二十四号"),
        ("清河区人民政府公告\n2025年第24号", "清河区人民政府公告2025年第24号"),
        ("清河区人民政府\n令\n第24号", "清河区人民政府令第24号"),
    ],
)
def test_an_order_has_its_number_and_the_title_it_puts_in_force(
    tmp_path: Path, lines: str, number: str
) -> None:
    """Two orders of one body are two documents."""
    note = "《清河区稳岗补贴办法》已经区政府常务会议通过，现予公布，自2025年7月1日起施行。"
    text = f"{lines}\n\n{note}\n\n区长 某某\n2025年6月14日\n\n清河区稳岗补贴办法\n\n{ARTICLES}"
    draft = read(tmp_path, text)
    assert (draft.number, draft.title) == (number, "清河区稳岗补贴办法")
    assert (draft.issuer, draft.region) == ("清河区人民政府", "清河区")
    assert [measure.item for measure in draft.measures] == ["第一条", "第二条", "第三条"]


def test_a_public_notice_without_a_number_has_a_title(tmp_path: Path) -> None:
    """The body and 通告 on a line of its own."""
    draft = read(
        tmp_path, f"清河区人民政府\n通告\n为规范养犬，现通告如下：\n{ITEMS}清河区人民政府\n2025年5月6日\n"
    )
    assert (draft.number, draft.title) == ("清河区人民政府通告", "清河区人民政府通告")


@pytest.mark.parametrize(
    ("first", "name", "title"),
    [
        ("第一章 总则\n第一条 为支持企业，制定本办法。", "青禾县企业奖补办法.txt", "青禾县企业奖补办法"),
        ("一、补贴对象\n年满80周岁的老年人。", "03_青禾县高龄津贴指南(1).txt", "青禾县高龄津贴指南"),
        ("第一条 为支持企业，制定本办法。", "附件2：青禾县人才办法.txt", "青禾县人才办法"),
        ("1.申请条件\n在本县居住满一年的家庭。", "2025-03-04 青禾县公租房问答.txt", "青禾县公租房问答"),
        ("为支持企业发展，提出以下意见。", "scan-7.txt", "scan-7"),
    ],
)
def test_a_label_is_no_title_and_the_file_names_the_document(
    tmp_path: Path, first: str, name: str, title: str
) -> None:
    """What numbers a file and marks its copies is left out; the first measure is kept."""
    draft = read(tmp_path, f"{first}\n第二条 每户奖励10万元。\n", name)
    assert (draft.title, draft.number) == (title, title)
    assert first.split("\n", 1)[0].split()[-1] in draft.text


def test_a_sheet_without_a_title_line_is_called_by_its_file(tmp_path: Path) -> None:
    """Answers cite it by that name."""
    rows = "序号,政策措施,责任单位\n1,给予补贴500元,区人社局\n2,给予补贴600元,区商务局\n"
    assert read(tmp_path, rows, "清河区惠企清单.csv").title == "清河区惠企清单"


@pytest.mark.parametrize(
    "line",
    [
        "青禾县民政局2025年4月9日发布，征求意见时间为2025年4月9日至4月30日。",
        "青禾县民政局2025年4月9日在全县民政工作会议上发布。",
        "青禾县民政局2025年4月9日公布",
    ],
)
def test_a_last_sentence_says_who_published_it(tmp_path: Path, line: str) -> None:
    """It belongs to no measure."""
    draft = read(tmp_path, f"高龄津贴发放若干规定\n{ITEMS}{line}\n")
    assert (draft.issuer, draft.issued) == ("青禾县民政局", date(2025, 4, 9))
    assert "2025年4月9日" not in draft.measures[-1].text


@pytest.mark.parametrize(
    "lines",
    [
        "公开方式：主动公开\n青禾县民政局办公室 2025年5月22日印发",
        "公开方式：主动公开\n青禾县民政局办公室\n2025年5月22日印发",
        "抄送：县委办公室。\n青禾县民政局办公室\u3000\u30002025年5月22日印发",
    ],
)
def test_lines_that_close_a_document_belong_to_no_measure(tmp_path: Path, lines: str) -> None:
    """公开方式, copies and the day of printing below the last article."""
    text = (
        "青禾县民政局关于印发青禾县养老服务办法的通知\n青民发〔2025〕8号\n各乡镇：\n现印发给你们。\n"
        f"{SIGNED}青禾县养老服务办法\n{ARTICLES}{lines}\n"
    )
    last = read(tmp_path, text).measures[-1].text
    assert last == "本办法由县人力资源社会保障局负责解释。"


def test_a_site_may_print_its_table_below_the_text(tmp_path: Path) -> None:
    """Number, title, issuer and day of a page printed from a browser."""
    text = (
        f"{ITEMS}索引号：11370306/2025-0056 主题分类：民政\n发文机关：青禾县民政局 成文日期：2025年05月19日\n"
        "标 题：青禾县民政局关于印发青禾县养老服务办法的通知\n"
        "发文字号：青民发〔2025〕26号 发布日期：2025年05月23日\n"
    )
    draft = read(tmp_path, text)
    assert (draft.number, draft.issuer) == ("青民发〔2025〕26号", "青禾县民政局")
    assert draft.title == "青禾县民政局关于印发青禾县养老服务办法的通知"
    assert draft.issued == date(2025, 5, 19)
    assert "索引号" not in draft.measures[-1].text


def test_the_title_below_the_name_of_a_site_is_the_title(tmp_path: Path) -> None:
    """Pages of one site share what stands above: it names none of them."""
    first = read(tmp_path, f"青禾县惠民政策之窗\n青禾县高龄津贴申领指南\n{ITEMS}", "1.txt")
    second = read(tmp_path, f"青禾县惠民政策之窗\n青禾县公租房申请指南\n{ITEMS}", "2.txt")
    assert (first.title, second.title) == ("青禾县高龄津贴申领指南", "青禾县公租房申请指南")


def test_who_signs_counts_before_who_publishes(tmp_path: Path) -> None:
    """A district's bureau puts the city's notice on its site."""
    table = "发布机构：青禾县财政局\n成文日期：2025-05-20\n"
    unsigned = f"{table}关于做好高龄津贴发放工作的通知\n各乡镇：\n{ITEMS}"
    assert read(tmp_path, unsigned + SIGNED).issuer == "青禾县民政局"
    assert read(tmp_path, unsigned).issuer == "青禾县财政局"


@pytest.mark.parametrize(
    ("lines", "issuer", "issued"),
    [
        ("2025-05-06 来源：青禾县民政局", "青禾县民政局", date(2025, 5, 6)),
        ("2025-05-06 10:20 来源: 青禾县民政局 浏览次数：33", "青禾县民政局", date(2025, 5, 6)),
        ("2025/5/6", "", date(2025, 5, 6)),
        ("来源：青禾县民政局 发布时间：2025-05-06 浏览：33次", "青禾县民政局", date(2025, 5, 6)),
    ],
)
def test_a_line_below_the_title_gives_day_and_source(
    tmp_path: Path, lines: str, issuer: str, issued: date
) -> None:
    """With labels or without."""
    draft = read(tmp_path, f"青禾县高龄津贴申领指南\n{lines}\n{ITEMS}")
    assert (draft.issuer, draft.issued, len(draft.measures)) == (issuer, issued, 2)


@pytest.mark.parametrize("month", ["2025年6月", "二〇二五年六月", "二〇二五年", "2025年"])
def test_a_cover_gives_edition_and_body(tmp_path: Path, month: str) -> None:
    """Of a handbook; its month, or its year alone, is no day of issue."""
    draft = read(tmp_path, f"青禾县惠企政策汇编\n（2025年版）\n青禾县工业和信息化局\n{month}\n{ITEMS}")
    assert (draft.title, draft.issuer, draft.issued) == (
        "青禾县惠企政策汇编（2025年版）",
        "青禾县工业和信息化局",
        None,
    )


def test_a_title_may_end_in_letters_one_below_another(tmp_path: Path) -> None:
    """They make up what such a booklet is called; a line of one letter alone is none."""
    draft = read(tmp_path, f"青禾县助企惠农\n政\n策\n选\n编\n{ITEMS}")
    assert (draft.title, len(draft.measures)) == ("青禾县助企惠农政策选编", 2)
    assert read(tmp_path, f"青禾县助企惠农办法\n县\n{ITEMS}", "b.txt").title == "青禾县助企惠农办法"
