"""Whom the fields of a guide name, and the desk behind 联系人."""

import pytest

from corpus.departments import load_names
from corpus.extraction.whose_phones.field_lines import field_contacts, person_contacts

GUIDE = (
    "【事项名称】养犬登记\n【承办机构】青禾县公安局治安大队\n"
    "【咨询电话】5550166（工作日接听）\n【监督投诉】5550167"
)


def desks(read, text):
    found = read(text, load_names(), "青禾县")
    return [(duty.department, duty.office, duty.person, duty.phone) for duty in found]


def test_the_phone_of_a_guide_is_that_of_its_one_desk():
    """The phone for complaints is nobody's desk."""
    assert desks(field_contacts, GUIDE) == [("青禾县公安局治安大队", None, None, "5550166")]


def test_a_guide_with_two_desks_leaves_the_phone_alone():
    """Nobody knows whose it is."""
    assert desks(field_contacts, f"{GUIDE}\n【办理机构】青禾县农业农村局") == []


def test_terms_above_a_guide_tell_its_desk_its_window_and_its_phone():
    """Each term has its words on the line below; one that only asks may hold a phone."""
    fields = (
        "主管部门\n青禾县自然资源局\n业务咨询\n0311-5550171\n办理窗口\n不动产登记窗口\n工作时间\n周一至周五"
    )
    assert desks(field_contacts, fields) == [("青禾县自然资源局", "不动产登记窗口", None, "0311-5550171")]


@pytest.mark.parametrize("between", ["\n", "，", " "])
def test_the_desk_and_the_name_stand_before_the_phone(between):
    """Drafts of texts keep no blank between the desk and the name."""
    text = f"联系人：县农业农村局种植业股王小麦{between}联系电话：5550155\n地址：丰收街9号"
    assert desks(person_contacts, text) == [("县农业农村局", "种植业股", "王小麦", "5550155")]


def test_a_name_alone_is_no_desk():
    """联系人：王小麦 says whose nobody's phone it is."""
    assert desks(person_contacts, "联系人：王小麦\n联系电话：5550155") == []
