"""Whom the words before a phone name."""

import pytest

from corpus.extraction.naming.printed_desks import (
    CalledDesk,
    desk_on_line,
    desk_with_person,
    governing,
    named_desk,
    office_sent_to,
)


@pytest.mark.parametrize(
    ("words", "desk"),
    [
        ("青禾县人社局就业科", CalledDesk("青禾县人社局", "就业科")),
        ("县财政局", CalledDesk("县财政局")),
        ("桥东区", CalledDesk("桥东区")),
        ("就业科", CalledDesk("", "就业科")),
        ("城乡建设部村镇规划司", CalledDesk("城乡建设部", "村镇规划司")),
        ("青禾城投公司", CalledDesk("青禾城投公司")),
        ("发展布局", None),
        ("申报材料", None),
    ],
)
def test_words_of_a_list_name_a_body_a_district_or_an_office(words: str, desk: CalledDesk | None) -> None:
    """Words that only end like a body, such as 布局, name none."""
    assert named_desk(words) == desk


def test_outside_a_list_a_district_or_an_office_alone_names_nobody() -> None:
    assert named_desk("桥东区", listed=False) is None
    assert named_desk("就业科", listed=False) is None


@pytest.mark.parametrize(
    ("words", "desk"),
    [
        ("县财政局林青", CalledDesk("县财政局", None, "林青")),
        ("县人社局就业科许冰清", CalledDesk("县人社局", "就业科", "许冰清")),
        ("就业科，蔺青", CalledDesk("", "就业科", "蔺青")),
        ("县财政局国库", None),
        ("培训业务", None),
    ],
)
def test_somebody_is_named_behind_a_desk(words: str, desk: CalledDesk | None) -> None:
    """A name right behind that of a body begins with a common surname; behind a comma any name counts."""
    assert desk_with_person(words) == desk


@pytest.mark.parametrize(
    ("line", "desk"),
    [
        ("3.青禾县劳动就业服务中心创业科", CalledDesk("青禾县劳动就业服务中心", "创业科")),
        ("（二）农业农村部", CalledDesk("农业农村部")),
        ("①经办机构：青禾省职业教研室", CalledDesk("青禾省职业教研室")),
        ("办事大厅窗口电话", CalledDesk("", "办事大厅窗口")),
        ("青禾县人力资源服务中心、就业工作部、创业科", CalledDesk("青禾县人力资源服务中心")),
        ("青禾县财政局、青禾县民政局", None),
        ("二、受理地址", None),
        ("由县财政局会同县民政局受理。", None),
    ],
)
def test_a_line_that_is_a_name_names_a_desk(line: str, desk: CalledDesk | None) -> None:
    """Its number, its label and words such as 电话 are no part of the name; two bodies are no one desk."""
    assert desk_on_line(line) == desk


def test_a_field_that_adds_to_a_desk_leaves_the_line_below_it_to_that_desk() -> None:
    assert governing("青禾县就业中心", "办公地址：和平路1号") == "青禾县就业中心"
    assert governing("青禾县就业中心", "受理机构：青禾县人社局") == "受理机构：青禾县人社局"
    assert governing("青禾县就业中心", "周一至周五8:30-12:00") == "青禾县就业中心"
    assert governing("青禾县就业中心", "材料一式两份") == "材料一式两份"


def test_a_sentence_sends_people_to_one_office_of_a_body() -> None:
    """Offices of other bodies, and two offices, are not the one."""
    said = "另行公布。如有异议，请向青禾县水利局工程科反映。"
    assert office_sent_to(said, "青禾县水利局") == "工程科"
    assert office_sent_to(said, "青禾县民政局") is None
    assert office_sent_to("青禾县水利局工程科共12人。", "青禾县水利局") is None
