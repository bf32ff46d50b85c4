"""Parts of a town or street office that act in its documents by their bare names."""

from pathlib import Path

import pytest

from tests.corpus.taken import taken

STREET = "青禾区海棠街道办事处"


def offices(folder: Path, sentence: str, issuer: str) -> list[tuple[str, str | None]]:
    """The departments and offices of the item that holds a sentence."""
    path = folder / "办法.txt"
    head = f"{issuer}\n关于做好小区停车补贴工作的通知\n海街〔2026〕3号\n"
    text = f"{head}一、补贴对象。老旧小区。\n二、管理。{sentence}\n{issuer}\n2026年3月2日\n"
    path.write_text(text, encoding="utf-8")
    return [(duty.department, duty.office) for duty in taken(path).measures[1].responsibilities]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("由平安办会同城运中心组织各居民区开展培训。", ["平安办", "城运中心"]),
        ("检查不合格的，由文体中心向组织者发放整改通知书。", ["文体中心"]),
        ("社区管理办负责每季度检查。", ["社区管理办"]),
        ("材料由民政科审核。", ["民政科"]),
        ("由市政所负责清扫。", ["市政所"]),
        ("申请材料由农综站审核，经发办汇总。", ["农综站", "经发办"]),
    ],
)
@pytest.mark.parametrize("issuer", [STREET, "青禾县北郊镇人民政府"])
def test_parts_of_a_town_act_in_its_documents(
    tmp_path: Path, sentence: str, expected: list[str], issuer: str
) -> None:
    """Each is a part of whoever issued the document."""
    assert offices(tmp_path, sentence, issuer) == [(issuer, office) for office in expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "由物业服务企业自行整改。",
        "由第三方评估中心负责评分。",
        "由社区服务站负责登记。",
        "活动由主办会同协办组织。",
        "由街道办负责汇总。",
    ],
)
def test_others_are_no_parts_of_a_town(tmp_path: Path, sentence: str) -> None:
    """Companies, third parties, communities, and words that only end alike."""
    assert offices(tmp_path, sentence, STREET) == []


def test_elsewhere_such_a_name_says_not_whose_it_is(tmp_path: Path) -> None:
    """A bureau has no 平安办 of its own."""
    assert offices(tmp_path, "由平安办组织培训。", "青禾县水利局") == []


@pytest.mark.parametrize("issuer", [STREET, "青禾县北郊镇人民政府"])
def test_a_body_of_a_level_above_is_no_part_of_a_town(tmp_path: Path, issuer: str) -> None:
    """Its level stands before its name."""
    assert offices(tmp_path, "由区城管中心负责检查。", issuer) == [("区城管中心", None)]
