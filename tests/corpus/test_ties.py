"""Which documents at hand are tied, by what each says of others."""

from pathlib import Path

import pytest

from corpus.ties import TieKind
from tests.corpus.tied_files import FLATS, FLATS_NUMBER, OLD_FLATS, OTHER_COUNTY, notice, page, pairs, ties

POINTS = "一、申请对象。大专以上毕业生。\n二、申请方式。向窗口申请。"


# Interpretations.


@pytest.mark.parametrize(
    "title",
    [
        "《青禾县人才公寓管理办法》政策解读",
        "青禾县人才公寓管理办法解读（二）",
        "关于青禾县人才公寓管理办法的解读",
        "一图读懂《青禾县人才公寓管理办法》",
        "【政策解读】青禾县人才公寓管理办法",
        "《关于印发青禾县人才公寓管理办法的通知》政策解读",
        "《青禾县人民政府办公室关于印发〈青禾县人才公寓管理办法〉的通知》图解",
        "青禾县人才公寓管理办法热点10问",
        "《人才公寓管理办法》问答",
    ],
)
def test_an_interpretation_is_tied_to_the_policy_that_its_title_names(tmp_path: Path, title: str) -> None:
    """However it names it."""
    assert pairs(tmp_path, FLATS, page(title, POINTS)) == [(TieKind.INTERPRETS, title, FLATS_NUMBER)]


@pytest.mark.parametrize(
    "opening",
    [
        "近日，青禾县人民政府办公室印发了《青禾县人才公寓管理办法》（青政办发〔2023〕6号），主要内容如下：",
        "为贯彻落实《清河市人才住房办法》，我县出台《青禾县人才公寓管理办法》。",
        "《青禾县人才公寓管理办法》的制定背景是什么？",
        "现就《青禾县人才公寓管理办法》有关内容解读如下：",
    ],
)
def test_an_opening_names_the_policy_where_the_title_does_not(tmp_path: Path, opening: str) -> None:
    """What the policy itself rests on is not what is explained."""
    upper = notice("关于印发清河市人才住房办法的通知", "清政发〔2022〕1号", POINTS, issuer="清河市人民政府")
    upper = upper.replace("2025年", "2022年")
    title = "人才公寓政策解读"
    text = page(title, f"{opening}\n{POINTS}", source="青禾县住房和城乡建设局")
    assert pairs(tmp_path, upper, FLATS, text) == [(TieKind.INTERPRETS, title, FLATS_NUMBER)]


def test_another_countys_policy_of_the_same_name_is_not_meant(tmp_path: Path) -> None:
    """Neither by its full title nor by a title that leaves the county out."""
    full = page("《青禾县人才公寓管理办法》政策解读", POINTS)
    short = page("《人才公寓管理办法》政策解读", POINTS)
    assert pairs(tmp_path, OTHER_COUNTY, full, short) == []


def test_a_title_without_its_county_means_the_own_one(tmp_path: Path) -> None:
    """Both counties have one of that name."""
    title = "《人才公寓管理办法》政策解读"
    assert pairs(tmp_path, OTHER_COUNTY, FLATS, page(title, POINTS)) == [
        (TieKind.INTERPRETS, title, FLATS_NUMBER)
    ]


def test_an_interpretation_of_no_known_place_needs_the_place_in_the_title(tmp_path: Path) -> None:
    """人才公寓管理办法 alone may be anybody's."""
    full = "《青禾县人才公寓管理办法》政策解读"
    text = f"{full}\n\n{POINTS}\n"
    short = "人才公寓管理办法问答\n\n1.租金多少？\n答：8元。\n2.几年？\n答：三年。\n"
    assert [(tie.source, tie.target) for tie in ties(tmp_path, FLATS, text, short)] == [(full, FLATS_NUMBER)]


def test_the_edition_of_the_number_is_meant(tmp_path: Path) -> None:
    """An older page names the older number."""
    text = page("《青禾县人才公寓管理办法》（青政办发〔2018〕2号）政策解读", POINTS, day="2024-01-05")
    assert [target for _, _, target in pairs(tmp_path, OLD_FLATS, FLATS, text)] == ["青政办发〔2018〕2号"]


@pytest.mark.parametrize(
    ("day", "number"), [("2019-03-01", "青政办发〔2018〕2号"), ("2023-03-15", FLATS_NUMBER)]
)
def test_without_a_number_the_newest_edition_of_the_day_is_meant(
    tmp_path: Path, day: str, number: str
) -> None:
    """An interpretation of 2019 explains the rules of 2018."""
    text = page("《青禾县人才公寓管理办法》政策解读", POINTS, day=day)
    assert [target for _, _, target in pairs(tmp_path, OLD_FLATS, FLATS, text)] == [number]


def test_an_edition_that_is_not_at_hand_is_not_replaced_by_another(tmp_path: Path) -> None:
    """The number printed is that of a policy nobody added."""
    text = page("《青禾县人才公寓管理办法》（青政办发〔2020〕9号）政策解读", POINTS)
    assert pairs(tmp_path, OLD_FLATS, FLATS, text) == []


def test_without_days_two_editions_leave_a_choice(tmp_path: Path) -> None:
    """The page prints no day."""
    text = f"《青禾县人才公寓管理办法》政策解读\n\n来源：青禾县民政局\n\n{POINTS}\n"
    assert pairs(tmp_path, OLD_FLATS, FLATS, text) == []
    assert [target for _, _, target in pairs(tmp_path, FLATS, text)] == [FLATS_NUMBER]


def test_an_interpretation_is_not_of_a_much_later_policy(tmp_path: Path) -> None:
    """It may be published days before the policy is printed, not years."""
    early, late = (
        page("《青禾县人才公寓管理办法》政策解读", POINTS, day=day) for day in ("2023-03-01", "2021-03-01")
    )
    assert len(pairs(tmp_path, FLATS, early)) == 1
    assert pairs(tmp_path, FLATS, late) == []


def test_a_draft_and_the_policy_are_explained_apart(tmp_path: Path) -> None:
    """What explains a draft names it so."""
    title = "青禾县停车管理办法（征求意见稿）"
    draft = page(title, POINTS, day="2024-03-01")
    issued = notice("关于印发青禾县停车管理办法的通知", "青民发〔2024〕9号", POINTS, day="2024年6月1日")
    about_draft = page(f"《{title}》起草说明", POINTS, day="2024-03-02")
    about_policy = page("《青禾县停车管理办法》政策解读", POINTS, day="2024-06-02")
    assert pairs(tmp_path, draft, issued, about_draft, about_policy) == [
        (TieKind.INTERPRETS, f"《{title}》起草说明", title),
        (TieKind.INTERPRETS, "《青禾县停车管理办法》政策解读", "青民发〔2024〕9号"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "一、总则。根据《青禾县人才公寓管理办法》，就有关事项通知如下。\n二、其他。自印发之日起执行。",
        "一、总则。按照《青禾县人才公寓管理办法》（青政办发〔2023〕6号）第三条收取租金。\n二、其他。抓好落实。",
        "一、总则。符合《青禾县人才公寓管理办法》条件的，可以申请。\n二、其他。抓好落实。",
    ],
)
def test_a_document_cited_as_grounds_is_not_tied(tmp_path: Path, body: str) -> None:
    """Neither with its number nor without."""
    assert pairs(tmp_path, FLATS, notice("关于做好人才安居工作的通知", "青民发〔2025〕9号", body)) == []


def test_grounds_of_an_interpretation_are_not_explained(tmp_path: Path) -> None:
    """The page explains something else."""
    text = page("青禾县安居政策解读", f"根据《青禾县人才公寓管理办法》，对有关问题作如下说明。\n{POINTS}")
    assert pairs(tmp_path, FLATS, text) == []


# 细则, and newer editions.


@pytest.mark.parametrize(
    ("title", "grounds"),
    [
        ("关于印发《青禾县人才公寓管理办法实施细则》的通知", "为规范管理，制定本细则。"),
        ("关于印发青禾县人才公寓管理办法实施细则（试行）的通知", "为规范管理，制定本细则。"),
        ("关于印发青禾县人才公寓分配细则的通知", "根据《青禾县人才公寓管理办法》，制定本细则。"),
        ("关于贯彻落实《青禾县人才公寓管理办法》的实施意见", "为做好工作，提出意见。"),
    ],
)
def test_what_carries_a_policy_out_is_tied_to_it(tmp_path: Path, title: str, grounds: str) -> None:
    """By its title, or a 细则 by its grounds."""
    body = f"第一条 {grounds}\n第二条 向窗口提交申请表。\n第三条 自2025年7月1日起施行。"
    assert pairs(tmp_path, FLATS, notice(title, "青建发〔2025〕20号", body)) == [
        (TieKind.IMPLEMENTS, "青建发〔2025〕20号", FLATS_NUMBER)
    ]


def test_a_detail_of_another_policy_is_not_tied(tmp_path: Path) -> None:
    """Its grounds are a law and another county's rules."""
    grounds = "根据《人才促进条例》《白石县人才公寓管理办法》，制定本细则。"
    body = f"第一条 {grounds}\n第二条 向窗口申请。\n第三条 抓好落实。"
    details = notice("关于印发青禾县人才公寓分配细则的通知", "青建发〔2025〕20号", body)
    assert pairs(tmp_path, FLATS, OTHER_COUNTY, details) == []


@pytest.mark.parametrize(
    "title",
    [
        "关于印发青禾县人才公寓管理办法（2025年修订）的通知",
        "关于修订印发青禾县人才公寓管理办法的通知",
        "关于重新印发青禾县人才公寓管理办法的通知",
    ],
)
def test_a_newer_edition_knows_the_one_before(tmp_path: Path, title: str) -> None:
    """The newest of those before it."""
    body = "第一条 毕业生可以申请。\n第二条 租金6元。\n第三条 自2025年7月1日起施行。"
    assert pairs(tmp_path, OLD_FLATS, FLATS, notice(title, "青政办发〔2025〕7号", body)) == [
        (TieKind.REVISES, "青政办发〔2025〕7号", FLATS_NUMBER)
    ]


def test_the_same_title_alone_makes_no_newer_edition(tmp_path: Path) -> None:
    """Nor does another batch of a list."""
    first = notice(
        "关于公布青禾县惠企政策清单（第一批）的通知", "青民发〔2024〕1号", POINTS, day="2024年3月1日"
    )
    second = notice("关于公布青禾县惠企政策清单（第二批）的通知", "青民发〔2024〕8号", POINTS)
    assert pairs(tmp_path, OLD_FLATS, FLATS, first, second) == []


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    """An interpretation may be there before its policy."""
    text = page("《青禾县人才公寓管理办法》政策解读", POINTS)
    assert set(pairs(tmp_path, text, FLATS)) == set(pairs(tmp_path, FLATS, text))
