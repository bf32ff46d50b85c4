"""Numbers, orders and joint issuers as offices print them that nobody here has seen."""

from datetime import date
from pathlib import Path

import pytest

from corpus.drafts import DocumentDraft
from corpus.keeping.intake import read_intake
from corpus.structure.issuers import joint_issuer

BODY = (
    "各镇人民政府，县政府各部门：",
    "一、县财政局按照规定给予补贴，具体标准每年公布一次。",
    "二、县商务局负责受理申请，五个工作日内答复申请人。",
)


def draft_of(tmp_path: Path, *lines: str) -> DocumentDraft:
    path = tmp_path / "文件.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    (draft,) = read_intake(path).drafts
    return draft


@pytest.mark.parametrize(
    "number", ["青商服贸函2025年第32号", "青禾财字2024年第7号", "清科发2025年第115号", "南政办2023年12号"]
)
def test_numbers_with_a_year_and_without_brackets(number: str, tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "青禾县商务局关于促进家政服务的通知", number, *BODY)
    assert (draft.number, draft.issuer) == (number, "青禾县商务局")


@pytest.mark.parametrize(
    ("bracket", "number", "issuer", "day"),
    [
        (
            ["（2025年3月4日青禾县人民政府令第24号公布 自2025年4月1日起施行）"],
            "青禾县人民政府令第24号",
            "青禾县人民政府",
            date(2025, 3, 4),
        ),
        (
            ["（2025年1月6日经民政部部务会议通过 2025年1月9日民政部令第90号公布", "自2025年3月1日起施行）"],
            "民政部令第90号",
            "民政部",
            date(2025, 1, 9),
        ),
        (
            ["（2024年12月2日商务部令2024年第11号发布）"],
            "商务部令2024年第11号",
            "商务部",
            date(2024, 12, 2),
        ),
    ],
)
def test_the_bracket_below_a_title_names_the_order(
    bracket: list[str], number: str, issuer: str, day: date, tmp_path: Path
) -> None:
    articles = ("第一条 为了规范养老服务，制定本办法。", "第二条 养老服务机构应当依法登记。")
    draft = draft_of(tmp_path, "养老服务机构管理办法", *bracket, "第一章 总则", *articles)
    assert (draft.number, draft.issuer, draft.issued) == (number, issuer, day)
    assert draft.title == "养老服务机构管理办法"


def test_an_amended_text_names_two_orders_and_gets_neither(tmp_path: Path) -> None:
    bracket = "（2019年5月1日青禾市人民政府令第15号公布 根据2024年6月3日青禾市人民政府令第31号修订）"
    draft = draft_of(tmp_path, "青禾市供水管理办法", bracket, "第一条 为了规范供水，制定本办法。")
    assert "令" not in draft.number


@pytest.mark.parametrize("mark", ["（转载）", "【转载】", "(转载)"])
def test_a_mark_of_the_site_is_no_part_of_a_title(mark: str, tmp_path: Path) -> None:
    title = "青禾县人民政府办公室关于印发公共租赁住房管理办法的通知"
    draft = draft_of(tmp_path, mark + title, "青政办发〔2025〕3号", *BODY)
    assert (draft.title, draft.issuer) == (title, "青禾县人民政府办公室")


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        ("教育部公安部国家卫生健康委", "教育部、公安部、国家卫生健康委"),
        ("人力资源社会保障部国家发展改革委财政部", "人力资源社会保障部、国家发展改革委、财政部"),
        ("中共中央国务院", "中共中央、国务院"),
        ("国务院办公厅中央网信办", "国务院办公厅、中央网信办"),
        ("国务院办公厅", "国务院办公厅"),
        ("国家税务总局青禾县税务局", "国家税务总局青禾县税务局"),
    ],
)
def test_bodies_of_the_whole_state_run_together(words: str, bodies: str) -> None:
    assert joint_issuer([words]) == bodies


def test_names_in_the_signature_of_one_of_several(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path,
        "商务部等4部门关于促进家政服务的通知",
        "商服贸函2025年第41号",
        *BODY,
        "商务部教育部",
        "公安部全国妇联",
        "2025年7月3日",
    )
    assert draft.issuer == "商务部、教育部、公安部、全国妇联"
