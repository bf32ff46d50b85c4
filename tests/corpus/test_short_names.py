"""Phones of those who have short names: firms by their trade, services of a place, units of a court."""

import pytest

from corpus.departments import load_names
from corpus.extraction.whose_phones.phone_owners import Caller
from corpus.extraction.whose_phones.running_phones import find_calls

Owned = list[tuple[str, str | None, str]]


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        (
            "安澜热力：夜间报修5550101，缴费办理5550102。",
            [("安澜热力", "夜间报修", "5550101"), ("安澜热力", "缴费办理", "5550102")],
        ),
        ("维修电话：碧泉自来水5550103", [("碧泉自来水", None, "5550103")]),
        ("新源电力抢修5550104", [("新源电力", "抢修", "5550104")]),
        ("管道燃气：24小时抢修5550105", []),
        ("集中供热：报修5550106", []),
    ],
)
def test_a_firm_may_be_called_by_its_trade(text: str, owned: Owned) -> None:
    """What is supplied, and how, is no firm."""
    assert calls(text) == owned


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        (
            "咨询电话：\n南山区养老护理服务0311-5550111\n桥西县残疾人就业服务 5550112",
            [("南山区养老护理服务", None, "0311-5550111"), ("桥西县残疾人就业服务", None, "5550112")],
        ),
        ("咨询电话：市本级托育服务5550113", [("市本级托育服务", None, "5550113")]),
        ("联系电话：社区养老服务5550114", []),
    ],
)
def test_a_service_of_a_place_answers_its_phone(text: str, owned: Owned) -> None:
    """A service without a place is only what a call is for."""
    assert calls(text) == owned


def test_a_body_behind_the_phone_of_another_has_the_next_one() -> None:
    """In a row of them, each before its own label."""
    assert calls("调解中心电话：5550121，社会救助局电话：5550122。") == [
        ("调解中心", None, "5550121"),
        ("社会救助局", None, "5550122"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "南关镇便民服务中心建设路12号\n5550131",
        "南关镇便民服务中心\n建设路12号\n5550131",
        "南关镇便民服务中心\n南关村文化广场旁\n5550131",
    ],
)
def test_an_address_between_a_desk_and_its_phone_is_passed_over(text: str) -> None:
    """On the line of the name, with a number, or told by what it is beside."""
    assert calls(text) == [("南关镇便民服务中心", None, "5550131")]


def calls(text: str) -> Owned:
    found = find_calls(text, Caller(load_names(), "青禾县", ""))
    return list(dict.fromkeys((call.department, call.office, call.phone) for call in found))
