"""Guides whose fields are counted, 四、实施机关：…; and announcements without any label."""

from pathlib import Path

import pytest

from corpus.catalog import Catalog
from corpus.reading.plain import read_plain
from corpus.structure.parse import parse_source
from corpus.structure.sources import Origin
from tests.corpus.taken import DUTY, HELP, LEAD, taken, texts, whose

FIELDS = (
    "事项名称：退休人员档案接收",
    "实施依据：县人社局有关规定",
    "实施机关：青禾县兴福街道办事处",
    "共同实施部门：青禾县人力资源和社会保障局",
    "承办机构：青禾县兴福街道办事处人社中心",
    "承诺时限：1个工作日",
    "收费标准：不收费",
    "咨询服务：5550101",
)
GUIDE = [f"{label}、{field}" for label, field in zip("一二三四五六七八", FIELDS, strict=True)]


def page(tmp_path: Path, lines: list[str]) -> Path:
    path = tmp_path / "指南.html"
    body = "".join(f"<p>{line}</p>" for line in lines)
    path.write_text(f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>", encoding="utf-8")
    return path


def test_a_page_of_fields_without_a_sentence_is_read(tmp_path: Path) -> None:
    """It is one measure, called by its matter; who handles it has the phone, whom it names beside helps."""
    document = taken(page(tmp_path, GUIDE))
    assert (document.title, document.region) == ("退休人员档案接收", "青禾县兴福街道")
    assert list(texts(document)) == ["全文"]
    (measure,) = document.measures
    called = Catalog((document,), "").contacts(measure)
    assert [(c.department, c.role, c.office, c.phone) for c in called] == [
        ("青禾县兴福街道办事处", LEAD, "人社中心", "5550101"),
        ("青禾县人力资源和社会保障局", HELP, None, None),
    ]


def test_a_menu_is_no_guide(tmp_path: Path) -> None:
    """Links alone are no fields."""
    links = [f"<a href='/{n}'>{line}</a>" for n, line in enumerate(GUIDE)]
    with pytest.raises(Exception, match="没有正文"):
        taken(page(tmp_path, links))


@pytest.mark.parametrize(
    "lines",
    [
        GUIDE[1:],
        [*GUIDE[:4], "五、对符合条件的人员，每人每月补贴200元。", "六、收费标准：不收费"],
        [*GUIDE[:4], "五、事项名称：社保卡补办", "六、承诺时限：1个工作日"],
    ],
)
def test_other_chapters_stay_measures(lines: list[str]) -> None:
    """Without the matter's name first, with a chapter that is no field, or with a second matter."""
    text = "青禾县办事说明\n" + "\n".join(lines)
    (draft,) = parse_source(read_plain("x.txt", text), Origin("x.txt"))
    assert len(draft.measures) == len(lines)


@pytest.mark.parametrize("number", ["", "四、"])
def test_a_number_before_a_label_hides_it_from_nobody(tmp_path: Path, number: str) -> None:
    """责任单位 behind a number is read as without one."""
    path = tmp_path / "措施.txt"
    path.write_text(
        f"青禾县若干措施\n一、补贴标准\n每人补贴200元。\n{number}责任单位：县民政局\n", encoding="utf-8"
    )
    named = [who for measure in whose(taken(path)).values() for who in measure]
    assert named == [("县民政局", DUTY, None, None, None, None)]


@pytest.mark.parametrize(
    "line",
    [
        "根据《青禾县积分管理规定》，2025年度入学名额为320名、入住公租房名额为50套，具体分配如下：",
        "经县政府研究，2025年养老补贴标准为：",
    ],
)
def test_a_sentence_that_ends_in_a_colon_addresses_nobody(tmp_path: Path, line: str) -> None:
    """It is the text of an announcement whose table is a picture, not the line of those it goes to."""
    path = tmp_path / "公告.txt"
    path.write_text(
        f"青禾县2025年度名额公告\n{line}\n特此公告。\n青禾县民政局\n2025年5月6日\n", encoding="utf-8"
    )
    assert texts(taken(path)) == {"全文": f"{line}\n特此公告。"}


@pytest.mark.parametrize(
    "line", ["各镇人民政府，县直各部门：", "经开区各部门、经济发展局：", "2025级学生家长："]
)
def test_those_whom_a_document_goes_to_are_no_text(tmp_path: Path, line: str) -> None:
    path = tmp_path / "通知.txt"
    path.write_text(
        f"青禾县民政局关于做好救助工作的通知\n{line}\n请认真做好救助工作。\n青禾县民政局\n2025年5月6日\n",
        encoding="utf-8",
    )
    assert texts(taken(path)) == {"全文": "请认真做好救助工作。"}


BARE = [
    "事项名称：农机更新和农机维修补贴申领",
    "实施机关：青禾县农业农村局",
    "受理条件：",
    "1.农机更新：报废旧机后购置新机的农户。",
    "2.农机维修：持有农机证的农户，以及合作社。",
    "补贴标准：农机更新：每台800元。",
    "农机维修：每次120元。",
    "申请材料：身份证、农机证",
    "办理地点：镇农业服务站",
    "承诺办结时限：12个工作日",
    "咨询电话：青禾县农业农村局农机科 5550133",
]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (BARE, 1),
        (BARE[:5], 2),
        (["为方便农户，现将两项补贴公布如下。", *BARE], 2),
    ],
)
def test_numbered_points_below_a_field_with_a_colon_alone_divide_no_guide(
    tmp_path: Path, lines: list[str], count: int
) -> None:
    """A guide that begins with its matter is one measure; few fields, or a text above them, make none."""
    assert len(texts(taken(page(tmp_path, lines)))) == count
