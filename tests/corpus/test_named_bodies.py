"""Entries of a list of departments, with whom to call behind the name."""

import pytest

from corpus.extraction.evened_words import Words
from corpus.extraction.naming.named_bodies import NamedBody, name_body


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("区民政局（6433459）", NamedBody("区民政局", phones=("6433459",))),
        ("区民政局6433459", NamedBody("区民政局", phones=("6433459",))),
        ("区民政局：0533-6433459转801", NamedBody("区民政局", phones=("0533-6433459转801",))),
        (
            "区民政局（社会救助科，许冰，6433459）",
            NamedBody("区民政局", ("社会救助科",), ("许冰",), ("6433459",)),
        ),
        (
            "区民政局（联系人：许冰，电话：6433459、6433460）",
            NamedBody("区民政局", people=("许冰",), phones=("6433459", "6433460")),
        ),
        (
            "区人社局（就业科：6195201；失业科：6195202）",
            NamedBody("区人社局", ("就业科", "失业科"), phones=("6195201", "6195202")),
        ),
        (
            "区政府办公室（区大数据局）（6437001）",
            NamedBody("区政府办公室（区大数据局）", phones=("6437001",)),
        ),
        ("区水利局(12345)", NamedBody("区水利局", phones=("12345",))),
    ],
)
def test_a_phone_behind_a_name_is_that_bodys(printed: str, body: NamedBody) -> None:
    """In brackets or not, with the office or person that the bracket names."""
    assert name_body(Words.of(printed)) == body


@pytest.mark.parametrize(
    "printed", ["区政府办公室（区大数据局）", "各县（市、区）人民政府", "区文化和旅游局"]
)
def test_a_bracket_without_a_phone_is_part_of_the_name(printed: str) -> None:
    """As printed."""
    assert name_body(Words.of(printed)) == NamedBody(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "清河市国防动员办公室（清河市人民防空办公室）",
        "市外事办公室（港澳事务办公室）",
        "县应急管理局（县安全生产委员会办公室）",
        "区行政审批局（区政务服务管理办公室）",
    ],
)
def test_a_second_name_in_a_bracket_is_part_of_the_name(printed: str) -> None:
    """It names the district again, or is a kind of 办公室 as the body is."""
    assert name_body(Words.of(printed)) == NamedBody(printed)


@pytest.mark.parametrize(
    ("body", "office"),
    [
        ("县农业农村局", "乡村振兴办公室"),
        ("市住建局", "市政设施科"),
        ("区政府办公室", "综合调研办公室"),
        ("市国防动员办公室", "办公室"),
        ("区发改局", "区域经济科"),
    ],
)
def test_an_office_in_a_bracket_is_within_the_body(body: str, office: str) -> None:
    """Words such as 乡村, 市政 and 区域 name no district."""
    assert name_body(Words.of(f"{body}（{office}）")) == NamedBody(body, (office,))
