"""Rows and items of the bundled texts fall into the sections that their tables and lines name."""

import pytest

from corpus.bundled_sources import BUNDLED_CORPUS
from corpus.drafts import DocumentDraft, MeasureDraft
from tests.corpus.printed_documents import LIST_2022


def section(measure: MeasureDraft, name: str) -> str:
    return next(part.text for part in measure.sections if part.name == name)


@pytest.mark.parametrize(
    ("row", "assignment"),
    [
        ("11", "区文化和旅游局\n周村区旅游事业发展中心6195773"),
        (
            "18",
            "区财政局\n综合服务中心政府采购\n事务科\n7878173\n区机关事务服务中心\n6195081",
        ),
        ("22", "区税务局\n税政二股、税政一股\n6432935、6054272"),
        (
            "21",
            "区自然资源局\n空间规划与耕地保护科\n6451027\n周村规划管理办公室\n国土空间规划科\n6420010\n"
            "税务局\n税政二股\n6431137",
        ),
    ],
)
def test_contact_cell_keeps_its_lines(measures: dict[str, MeasureDraft], row: str, assignment: str) -> None:
    """Department, office and phone stand on lines of their own."""
    measure = measures[f"周政办字〔2024〕11号#{row}"]
    assert measure.assignment == section(measure, "责任单位及联系方式") == assignment


def test_row_falls_into_the_columns_of_its_table(measures: dict[str, MeasureDraft]) -> None:
    """Row 16: wraps inside prose are undone, its numbered list keeps its lines."""
    measure = measures["周政办字〔2024〕11号#16"]
    assert [part.name for part in measure.sections] == [
        "政策原文",
        "落实目标",
        "工作措施",
        "责任单位及联系方式",
    ]
    assert section(measure, "工作措施").split("\n") == [
        "1.指导个人消费者通过“汽车以旧换新”小程序申请补贴，认真解答群众业务咨询。",
        "2.依法依规为符合强制报废标准的老旧汽车办理注销登记业务。",
        "3.配合业务主管部门做好政策兑现。",
    ]


@pytest.mark.parametrize("row", [4, 7, 8, 11, 23, 24, 25, 26, 27])
def test_row_that_does_not_apply_prints_a_dash(measures: dict[str, MeasureDraft], row: int) -> None:
    """Nine rows have no measures of their own."""
    assert section(measures[f"周政办字〔2024〕11号#{row}"], "工作措施") == "—"


BLANK = [5, 8, 27, 28, 30, *range(35, 43), 45, 46, 48, 50, 51, 52, 56, *range(58, 64)]


def test_blank_assignment_is_inherited_from_the_row_above(measures: dict[str, MeasureDraft]) -> None:
    """26 rows print no 责任单位; each takes the nearest one above."""
    assert len(BLANK) == 26
    for row in range(1, 68):
        measure = measures[f"周政办字〔2024〕9号#表{row}"]
        assert measure.assignment
        assert ("责任单位" in [part.name for part in measure.sections]) == (row not in BLANK)
        if row in BLANK:
            assert measure.assignment == measures[f"周政办字〔2024〕9号#表{row - 1}"].assignment
    assert measures["周政办字〔2024〕9号#表63"].assignment == "区政府办公室（区大数据局）"


@pytest.mark.parametrize(
    ("row", "levels"),
    [
        (2, ("以政务公开助推重点工作落实", "以公开助推高水平开放、高质量招商引资")),
        (44, ("深化政民互动与公众参与", "增强政民互动交流实效")),
        (50, ("提升依申请公开办理质效",)),
        (62, ("拓展优化公开平台", "切实强化政府网站和政务新媒体管理")),
    ],
)
def test_task_of_a_row_is_carried_down(
    measures: dict[str, MeasureDraft], row: int, levels: tuple[str, ...]
) -> None:
    """The column 工作任务 has two levels, in rows 49 to 56 one."""
    heading = measures[f"周政办字〔2024〕9号#表{row}"].heading
    assert heading == ("2024年周村区政务公开重点工作分解表", *levels)


def test_parts_of_item_36_share_their_policy(drafts: dict[str, DocumentDraft]) -> None:
    """政策原文 is printed once, before 36—1; its piece belongs to both."""
    draft = drafts[LIST_2022]
    both = [measure for measure in draft.measures if measure.item.startswith("36-")]
    for measure in both:
        assert measure.sections[0].name == "政策原文"
        assert measure.sections[0].text.startswith("大力发展总部经济，制定出台具体支持政策")
    assert [measure.sections[-1].text for measure in both] == [
        "（区发展改革局牵头，联系人：张月，联系电话：6195248）",
        "（区商务局牵头，联系人：马骏，联系电话：6195136）",
    ]
    source = (BUNDLED_CORPUS / draft.sources[0]).read_text("utf-8")
    first, second = (
        {source[p.start : p.end] for p in draft.pieces if p.name == f"{LIST_2022}#{measure.item}"}
        for measure in both
    )
    shared = "".join(sorted(first & second))
    assert "大力发展总部经济" in shared
    assert "内资" not in shared


def test_lead_of_item_19_belongs_to_none_of_its_parts(drafts: dict[str, DocumentDraft]) -> None:
    """Each of 19—1 to 19—5 prints a 政策原文 of its own."""
    parts = [measure for measure in drafts[LIST_2022].measures if measure.item.startswith("19-")]
    assert section(parts[0], "政策原文") == "全面落实月销售额15万元以下的小规模纳税人免征增值税。"
    assert not any("小型微利企业减征所得税、研发费用" in measure.text for measure in parts)
    assert "小型微利企业减征所得税、研发费用加计扣除" in drafts[LIST_2022].text


def test_items_of_27_fall_into_policy_and_local_steps(measures: dict[str, MeasureDraft]) -> None:
    """关于… is not named in print, 落实措施 is."""
    measure = measures["周政发〔2020〕27号#11"]
    assert [part.name for part in measure.sections] == ["", "落实措施"]
    assert measure.sections[0].text == "关于“改革创业板并试点注册制”。"
    assert measure.sections[1].text.startswith("对接争取创业板注册制试点")
    assert measure.heading == ("三、加大金融信贷支持力度",)
