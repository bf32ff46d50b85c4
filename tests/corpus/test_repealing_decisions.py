"""Decisions at hand that repeal, wholly or in part, alone or beside changes."""

from pathlib import Path

import pytest

from corpus.keeping.tying import ties_among
from corpus.ties import TieKind
from tests.corpus.tied_files import FLATS, FLATS_NUMBER, notice, pairs, records


@pytest.mark.parametrize(
    "repeal",
    [
        "《青禾县人才公寓管理办法》同时废止。",
        "《关于印发〈青禾县人才公寓管理办法〉的通知》（青政办发〔2023〕6号）同时废止。",
        "《青禾县养犬规定》和《青禾县人才公寓管理办法》自本办法施行之日起废止。",
        "原《青禾县人才公寓管理办法》（青政办发〔2023〕6号）不再执行。",
        "《青禾县人才公寓管理办法》（青政办发〔2023〕6号）等2件规范性文件自2025年6月1日起一并废止。",
        "县政府决定废止《青禾县养犬规定》《青禾县人才公寓管理办法》。",
    ],
)
def test_a_repealed_document_is_known(tmp_path: Path, repeal: str) -> None:
    """By number or by title."""
    text = notice(
        "关于印发青禾县人才安居办法的通知",
        "青政办发〔2025〕7号",
        f"第一条 毕业生可以申请。\n第二条 租金8元。\n第三条 本办法自2025年6月1日起施行。{repeal}",
    )
    assert pairs(tmp_path, FLATS, text) == [(TieKind.REPEALS, "青政办发〔2025〕7号", FLATS_NUMBER)]


@pytest.mark.parametrize(
    "body",
    [
        "经研究，决定废止下列文件：\n1.《青禾县养犬规定》（青政发〔2012〕9号）\n2.《青禾县人才公寓管理办法》（青政办发〔2023〕6号）",
        "一、废止的规范性文件目录\n1.青禾县人民政府办公室关于印发青禾县人才公寓管理办法的通知（青政办发〔2023〕6号）\n二、继续有效的文件目录\n1.《青禾县停车办法》",
        "对以下文件予以废止：\n（一）《青禾县人才公寓管理办法》；\n（二）《青禾县养犬规定》。",
    ],
)
def test_a_list_of_repealed_documents_is_read(tmp_path: Path, body: str) -> None:
    """Entry by entry."""
    text = notice("关于公布文件清理结果的通知", "青政办发〔2025〕7号", body)
    assert pairs(tmp_path, FLATS, text) == [(TieKind.REPEALS, "青政办发〔2025〕7号", FLATS_NUMBER)]


def test_a_decision_may_repeal_in_its_title(tmp_path: Path) -> None:
    """Its text says no more."""
    text = notice(
        "关于废止《青禾县人才公寓管理办法》的决定", "青政办发〔2025〕7号", "一、请遵照执行。\n二、做好衔接。"
    )
    assert pairs(tmp_path, FLATS, text) == [(TieKind.REPEALS, "青政办发〔2025〕7号", FLATS_NUMBER)]


@pytest.mark.parametrize(
    "sentence",
    [
        "《青禾县人才公寓管理办法》第三条同时废止。",
        "《青禾县人才公寓管理办法》（青政办发〔2023〕6号）中与本办法不一致的规定同时废止。",
        "《青禾县养犬规定》自《青禾县人才公寓管理办法》施行之日起废止。",
        "根据《青禾县人才公寓管理办法》，《青禾县养犬规定》予以废止。",
        "违反《青禾县人才公寓管理办法》的，资格失效。",
        "《青禾县人才公寓管理办法》规定的租金标准不再执行。",
        "《青禾县人才公寓管理办法》附件同时废止。",
        "依《青禾县人才公寓管理办法》签订的合同自行废止。",
    ],
)
def test_what_is_repealed_in_part_or_only_named_beside_stays(tmp_path: Path, sentence: str) -> None:
    """The document itself is in force."""
    body = f"第一条 毕业生可以申请。\n第二条 租金8元。\n第三条 本办法自2025年6月1日起施行。{sentence}"
    assert (
        pairs(tmp_path, FLATS, notice("关于印发青禾县人才安居办法的通知", "青政办发〔2025〕7号", body)) == []
    )


def test_files_that_stay_valid_are_not_repealed(tmp_path: Path) -> None:
    """They stand in a list of their own, below the list of those repealed."""
    body = (
        "一、宣布失效的文件目录\n1.《青禾县养犬规定》\n二、继续有效的文件目录\n"
        "1.《青禾县人才公寓管理办法》（青政办发〔2023〕6号）"
    )
    assert pairs(tmp_path, FLATS, notice("关于公布清理结果的通知", "青政办发〔2025〕7号", body)) == []


PARKING = notice(
    "关于印发青禾县停车管理办法的通知",
    "青政发〔2015〕3号",
    "第一条 停车场由县住建局管理。\n第二条 停车每小时2元。\n第三条 自2015年5月1日起施行。",
)
BOTH = (
    "一、对下列文件予以废止：\n1.《青禾县停车管理办法》（青政发〔2015〕3号）。\n二、对下列文件予以修改：\n"
    "（一）将《青禾县人才公寓管理办法》（青政办发〔2023〕6号）第三条修改为：“租金为每月每平方米6元。”"
)
BOTH_WITHOUT_MARKS = (
    "一、废止以下文件\n（一）青禾县停车管理办法（青政发〔2015〕3号）\n二、修改以下文件\n"
    "（一）青禾县人才公寓管理办法（青政办发〔2023〕6号）\n将第三条修改为：“租金为每月每平方米6元。”"
)


@pytest.mark.parametrize("body", [BOTH, BOTH_WITHOUT_MARKS])
@pytest.mark.parametrize(
    "title",
    [
        "关于废止和修改部分行政规范性文件的决定",
        "关于修改、废止部分行政规范性文件的决定",
        "关于废止《青禾县停车管理办法》和修改《青禾县人才公寓管理办法》的决定",
        "关于修改《青禾县人才公寓管理办法》和废止《青禾县停车管理办法》的决定",
    ],
)
def test_one_decision_repeals_some_and_changes_others(tmp_path: Path, title: str, body: str) -> None:
    """What it changes is not repealed, and what it repeals is not changed."""
    found = pairs(tmp_path, FLATS, PARKING, notice(title, "青政发〔2026〕20号", body, day="2026年5月20日"))
    assert sorted(found) == [
        (TieKind.AMENDS, "青政发〔2026〕20号", FLATS_NUMBER),
        (TieKind.REPEALS, "青政发〔2026〕20号", "青政发〔2015〕3号"),
    ]


def test_a_document_that_counts_no_more_is_still_known_as_repealed(tmp_path: Path) -> None:
    """It was replaced when the other was added."""
    old, new = records(
        tmp_path,
        FLATS,
        notice(
            "关于废止《青禾县人才公寓管理办法》的决定",
            "青政办发〔2025〕7号",
            "一、抓好落实。\n二、做好衔接。",
        ),
    )
    assert [(tie.source, tie.target) for tie in ties_among([new], [old])] == [
        ("青政办发〔2025〕7号", FLATS_NUMBER)
    ]
