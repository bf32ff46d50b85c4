"""Tables whose first column names what their rows hold."""

from pathlib import Path

import pytest

from corpus.departments import load_names
from corpus.extraction.assemble import assemble
from corpus.extraction.contacts import own_contacts
from corpus.keeping.intake import read_intake


def told(
    folder: Path, rows: str, title: str = "青禾县办事一览"
) -> list[tuple[str, list[tuple[str, str | None, str | None]]]]:
    """The first line of each measure of a page with a table, with department, office and phone."""
    table = "".join(f"<tr><td>{row.replace('|', '</td><td>')}</td></tr>" for row in rows.split("\n"))
    path = folder / "甲.html"
    path.write_text(f"<h1>{title}</h1><table>{table}</table>", encoding="utf-8")
    (draft,) = read_intake(path).drafts
    document = assemble(draft, load_names())
    return [
        (
            measure.text.split("\n")[0],
            [(c.department, c.office, c.phone) for c in own_contacts(measure, document, None)],
        )
        for measure in document.measures
    ]


@pytest.mark.parametrize(
    ("rows", "first", "last"),
    [
        (
            "事项|高龄津贴|残疾人补贴\n主管|县民政局养老科|县残联维权部\n咨询|5555601|5555602",
            ("高龄津贴", [("县民政局", "养老科", "5555601")]),
            ("残疾人补贴", [("县残联", "维权部", "5555602")]),
        ),
        (
            "政策名称|农机补贴|种粮补贴|果树补贴\n补贴标准|售价的30%|每亩60元|每株5元\n"
            "责任单位|县农业农村局农机科|县财政局|县林业局\n咨询电话|0311-5553301|0311-5553302|0311-5553303",
            ("农机补贴", [("县农业农村局", "农机科", "0311-5553301")]),
            ("果树补贴", [("县林业局", None, "0311-5553303")]),
        ),
        (
            "政策|用电补贴|租金补贴\n兑现部门|县发改局能源科|县住建局\n联系人|吴静|郑爽\n"
            "联系电话|5557801|5557802\n监督电话|5557899|5557899",
            ("用电补贴", [("县发改局", "能源科", "5557801")]),
            ("租金补贴", [("县住建局", None, "5557802")]),
        ),
    ],
)
def test_each_column_is_a_matter_with_its_desk_and_phone(
    tmp_path: Path, rows: str, first: tuple[object, ...], last: tuple[object, ...]
) -> None:
    """Where the last row prints a phone for each of them."""
    found = told(tmp_path, rows)
    assert (found[0], found[-1]) == (first, last)


def test_a_column_of_phones_makes_rows(tmp_path: Path) -> None:
    """Each row is a matter there."""
    found = told(tmp_path, "事项|单位|电话\n高龄津贴|县民政局|5555601\n临时救助|县救助站|5555602")
    assert found == [
        ("高龄津贴", [("县民政局", None, "5555601")]),
        ("临时救助", [("县救助站", None, "5555602")]),
    ]


def test_steps_beside_which_one_row_prints_phones_are_not_turned(tmp_path: Path) -> None:
    """What the row is called says nothing of phones."""
    found = told(tmp_path, "环节|县城|乡镇\n申请|当面交材料|当面交材料\n办结|找5555601|找5555602")
    assert [name for name, _ in found] != ["县城", "乡镇"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("青禾县水利局业务咨询电话", "青禾县水利局"),
        ("青禾县残联办事窗口一览表", "青禾县残联"),
        ("青禾县民政局下属单位联系电话", ""),
        ("青禾县汛期值班电话", ""),
    ],
)
def test_the_offices_of_a_list_are_those_of_the_body_in_its_title(
    tmp_path: Path, title: str, body: str
) -> None:
    """Of nobody by name where the title names no body, or is about others than its own offices."""
    found = told(tmp_path, "科室|业务|电话\n供水科|取水许可|5555701\n河道科|采砂许可|5555702", title)
    assert [contact for _, contacts in found for contact in contacts] == [
        (body, "供水科", "5555701"),
        (body, "河道科", "5555702"),
    ]


def test_two_rows_of_phones_are_those_of_two_desks(tmp_path: Path) -> None:
    """With a second row of phones the table was not turned, and no place had any."""
    rows = "名称|东街街道|石门镇\n地址|和平路5号|振兴街9号\n咨询电话|5555601|5555602\n"
    rows += "医保窗口电话|5555603|5555604\n负责人|林青|高远"
    found = told(tmp_path, rows, "青禾县便民服务中心一览表")
    assert found == [
        ("东街街道", [("东街街道", None, "5555601"), ("东街街道", "医保窗口", "5555603")]),
        ("石门镇", [("石门镇", None, "5555602"), ("石门镇", "医保窗口", "5555604")]),
    ]


def test_kinds_of_phones_are_no_desks(tmp_path: Path) -> None:
    """A phone at work and a mobile one are of one desk."""
    found = told(tmp_path, "名称|东街街道|石门镇\n办公电话|5555601|5555602\n手机号码|13800000001|13800000002")
    assert {office for _, contacts in found for _, office, _ in contacts} == {None}
