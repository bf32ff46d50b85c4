"""What stands above the parts of a clause and holds for each of them is read with each, once."""

from pathlib import Path

import pytest

from corpus.keeping.intake import read_intake
from corpus.keeping.proof import prove
from corpus.records import Document
from tests.corpus.taken import taken, texts, whose

NOTICE = "清河区人民政府办公室\n\n关于印发清河区助企若干办法的通知\n\n清河政办发〔2025〕6号\n\n"


def document(folder: Path, body: str) -> Document:
    """The document of a notice with this body; a paragraph a line."""
    return taken(_written(folder, body), "清河区")


def _written(folder: Path, body: str) -> Path:
    path = folder / "办法.txt"
    path.write_text(NOTICE + body.replace("\n", "\n\n"), encoding="utf-8")
    return path


SPLIT = """第一条 本办法适用于小微企业。
第二条 {lead}
（一）新建车间的，奖励5万元。
（二）购置机器的，奖励2万元。"""


@pytest.mark.parametrize(
    "lead",
    [
        "登记满一年的小微企业，由区工信局对下列项目给予奖励：",
        "在本区登记满一年、依法纳税、没有失信记录的小微企业，每家每年只对下列项目奖励一次：",
    ],
)
def test_parts_of_an_article_are_read_with_its_lead_in(tmp_path: Path, lead: str) -> None:
    """The words stand above each part, and no more in the heading: that is the label alone."""
    read = document(tmp_path, SPLIT.format(lead=lead))
    assert texts(read) == {
        "第一条": "本办法适用于小微企业。",
        "第二条（一）": f"{lead}\n新建车间的，奖励5万元。",
        "第二条（二）": f"{lead}\n购置机器的，奖励2万元。",
    }
    assert {m.heading[-1:] for m in read.measures if m.item != "第一条"} == {("第二条",)}


def test_a_department_of_a_lead_in_is_one_of_each_part(tmp_path: Path) -> None:
    """Who takes the applications for all awards takes those for each."""
    lead = "登记满一年的小微企业向区工信局申请，对下列项目给予奖励："
    duties = whose(document(tmp_path, SPLIT.format(lead=lead)))
    assert [[named[0] for named in duties[item]] for item in ("第二条（一）", "第二条（二）")] == [
        ["区工信局"]
    ] * 2


@pytest.mark.parametrize("title", ["第二条 【奖励标准】", "第二条 （奖励标准）"])
def test_a_title_stays_in_the_heading(tmp_path: Path, title: str) -> None:
    """The bracketed title of an article is no word of its lead-in."""
    body = SPLIT.replace("第二条 {lead}", title + "对下列项目给予奖励：")
    read = document(tmp_path, body)
    assert read.measures[1].heading[-1] == title
    assert read.measures[1].text == "对下列项目给予奖励：\n新建车间的，奖励5万元。"


CHAPTER = """一、房租补贴
{lead}
（一）新建车间的企业。区工信局每年评审一次，分档给予奖励。（责任单位：区工信局）
（二）租用车间的企业。区科技局每年评审一次，分档给予补贴。（责任单位：区科技局）
二、其他事项
本办法由区工信局解释。"""


@pytest.mark.parametrize(
    "lead", ["每家企业每年最高补贴20万元。", "向受理部门提出申请，逾期不予受理。", "补贴按以下档次发放："]
)
def test_parts_of_a_chapter_are_read_with_what_holds_for_each(tmp_path: Path, lead: str) -> None:
    """Sums, whom to ask and unfinished sentences below a title belong to the parts."""
    read = document(tmp_path, CHAPTER.format(lead=lead))
    assert [m.text.partition("\n")[0] for m in read.measures[:2]] == [lead, lead]
    assert [m.heading[-1] for m in read.measures[:2]] == ["一、房租补贴"] * 2


@pytest.mark.parametrize(
    "lead", ["坚持系统思维，不断提高服务水平。", "重点做好以下工作：", "具体采取如下措施："]
)
def test_a_preamble_that_holds_for_no_part_is_left_with_the_chapter(tmp_path: Path, lead: str) -> None:
    """Aims, and words that only say that something follows, make no part the clearer."""
    read = document(tmp_path, CHAPTER.format(lead=lead))
    assert not any(lead in measure.text for measure in read.measures)
    assert lead in read.lead


@pytest.mark.parametrize("lead", ["对下列项目给予奖励：", "为了帮助小微企业渡过难关，采取以下措施："])
def test_a_short_or_empty_lead_in_is_the_heading(tmp_path: Path, lead: str) -> None:
    """It is shown and searched there, so the parts need not repeat it."""
    read = document(tmp_path, SPLIT.format(lead=lead))
    assert read.measures[1].heading[-1] == f"第二条 {lead}"
    assert read.measures[1].text == "新建车间的，奖励5万元。"


def test_nothing_is_counted_twice(tmp_path: Path) -> None:
    """A lead-in is of both parts and still stands once in the file."""
    intake = read_intake(_written(tmp_path, SPLIT.format(lead="区工信局每年春季对下列项目给予奖励：")))
    proof = prove(intake.file, intake.text, intake.drafts)
    assert (proof.lost, proof.contested, sum(proof.counts.values())) == ((), (), proof.characters)


LISTED = """经清理，决定废止下列文件：
1.《清河区路灯管理办法》（清河政发〔2012〕3号）
2.《清河区路名管理办法》（清河政发〔2013〕4号）
下列文件宣布失效：
3.《清河区夜市管理办法》（清河政发〔2014〕5号）
4.《清河区早市管理办法》（清河政发〔2015〕6号）"""


def test_a_line_between_items_belongs_to_those_behind_it(tmp_path: Path) -> None:
    """The second document is repealed; that the third and fourth have lapsed is said above the third."""
    said = texts(document(tmp_path, LISTED))
    assert said["2"] == "经清理，决定废止下列文件：\n《清河区路名管理办法》（清河政发〔2013〕4号）"
    for item, named in (
        ("3", "夜市管理办法》（清河政发〔2014〕5号"),
        ("4", "早市管理办法》（清河政发〔2015〕6号"),
    ):
        assert said[item] == f"下列文件宣布失效：\n《清河区{named}）"


def test_an_entry_that_only_names_a_document_is_read_with_what_is_done_to_it(tmp_path: Path) -> None:
    """The line above the list stands once in the file, and in the text of each entry."""
    lead = "经评估，下列文件继续执行，有效期延长至2029年5月31日："
    body = f"{lead}\n1.《清河区夜市管理办法》（清河政发〔2021〕5号）\n2.《清河区早市管理办法》"
    said = texts(document(tmp_path, body))
    assert said == {
        "1": f"{lead}\n《清河区夜市管理办法》（清河政发〔2021〕5号）",
        "2": f"{lead}\n《清河区早市管理办法》",
    }
    intake = read_intake(_written(tmp_path, NOTICE + body))
    proof = prove(intake.file, intake.text, intake.drafts)
    assert (proof.lost, proof.contested) == ((), ())


def test_items_with_a_text_of_their_own_are_not_read_with_the_line_above_them(tmp_path: Path) -> None:
    """What the notice says first announces all of its items and is no part of any."""
    said = texts(
        document(tmp_path, "现将有关事项通知如下：\n1.摊位费减半收取。\n2.《早市管理办法》停止执行。")
    )
    assert said == {"1": "摊位费减半收取。", "2": "《早市管理办法》停止执行。"}


def test_a_line_above_a_table_stays_with_its_item(tmp_path: Path) -> None:
    """The rates of the first item stand in a table between it and the second."""
    table = "| 类别 | 标准 |\n|---|---|\n| 甲 | 50元 |"
    path = tmp_path / "办法.md"
    body = f"一、补助标准。\n\n补助标准如下：\n\n{table}\n\n二、申请时间。全年受理。"
    path.write_text(NOTICE + body, encoding="utf-8")
    said = texts(taken(path, "清河区"))
    assert said["二"] == "申请时间。全年受理。"
