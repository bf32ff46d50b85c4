"""Offices that papers go to, whatever prints them: a sentence, a line above a phone, a column of a guide."""

from pathlib import Path

import openpyxl
import pytest

from corpus.records import Measure
from tests.corpus.taken import DUTY, taken, who


def first_of(folder: Path, said: str) -> Measure:
    """The first measure of a notice of 青禾县林业局."""
    path = folder / "通知.txt"
    lines = [
        "青禾县林业局关于申报苗圃补助的通知",
        "各镇人民政府：",
        f"一、申报程序。{said}",
        "二、补助标准。每亩补助500元。",
        "青禾县林业局",
        "2025年3月4日",
    ]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return taken(path, "青禾县").measures[0]


@pytest.mark.parametrize(
    ("said", "department", "office"),
    [
        ("请于5月1日前将申请表报县林业局种苗科。", "县林业局", "种苗科"),
        ("申请表汇总后报教育局人事科。", "教育局", "人事科"),
        ("请于5月1日前将申请表报我局种苗科。", "青禾县林业局", "种苗科"),
        ("意见反馈至我局法规股。", "青禾县林业局", "法规股"),
    ],
)
def test_an_office_that_papers_are_sent_to_is_named(
    tmp_path: Path, said: str, department: str, office: str
) -> None:
    """我局 is the issuer."""
    assert who(first_of(tmp_path, said)) == [(department, DUTY, office, None, None, None)]


@pytest.mark.parametrize("said", ["我局种苗科去年作了调查。", "请于5月1日前将申请表报县林业局。"])
def test_what_takes_nothing_or_has_no_office_is_not(tmp_path: Path, said: str) -> None:
    """Nobody is told to go to an office that a sentence only mentions."""
    assert not any(office for _, _, office, *_ in who(first_of(tmp_path, said)))


def test_a_line_above_a_phone_may_name_somebody_right_behind_the_office(tmp_path: Path) -> None:
    """康 begins many words; behind the office of a body it begins a name."""
    lines = [
        "联系人及联系方式：",
        "青禾县林业局种苗科康敏",
        "联系电话：5550101",
        "清河绿化协会韦安",
        "联系电话：5550102",
    ]
    said = "\n\n".join(lines)
    assert who(first_of(tmp_path, said)) == [
        ("青禾县林业局", DUTY, "种苗科", "康敏", "5550101", None),
        ("清河绿化协会", DUTY, None, "韦安", "5550102", None),
    ]


def test_a_unit_in_a_column_of_offices_is_a_part_of_whose_guide_it_is(tmp_path: Path) -> None:
    """社保所 names no place of its own; 北郊镇便民服务中心 does."""
    book = openpyxl.Workbook()
    rows = [
        ["翠宝街道办事指南", None, None, None],
        ["服务事项", "所需材料", "责任科室", "联系电话"],
        ["失业登记", "身份证、照片两张。", "社保所", "5550103"],
        ["读者证办理", "身份证或者户口簿。", "文化服务中心", "5550104"],
        ["老年证办理", "身份证、照片一张。", "北郊镇便民服务中心", "5550105"],
    ]
    for row in rows:
        book.active.append(row)
    path = tmp_path / "指南.xlsx"
    book.save(path)
    found = [(*m.responsibilities, *m.ownerless)[0] for m in taken(path, "翠宝街道").measures]
    assert [(duty.department, duty.office, duty.phone) for duty in found] == [
        ("", "社保所", "5550103"),
        ("", "文化服务中心", "5550104"),
        ("北郊镇便民服务中心", None, "5550105"),
    ]


def test_short_points_headed_by_bodies_are_divided_with_the_long_ones(tmp_path: Path) -> None:
    """What 县应急局 has to do takes one short sentence."""
    path = tmp_path / "方案.txt"
    long = "做好渠道的日常养护和维修工作，加强巡查，依法查处损坏渠道的行为，" * 12
    lines = [
        "青禾县渠道管护实施方案",
        "一、工作职责",
        "（一）各级渠长职责。",
        f"1.县级渠长：{long}督促整改。",
        f"2.村级渠长：{long}上报问题。",
        "（二）成员单位职责。",
        f"1.县水利局：{long}指导各镇。",
        "2.县应急局：指导协调安全生产工作。",
        "二、保障措施。各镇要加强领导，落实经费和人员。",
    ]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    named = {m.item: [name for name, *_ in who(m)] for m in taken(path, "青禾县").measures}
    assert (named["一（二）1"], named["一（二）2"]) == (["县水利局"], ["县应急局"])
