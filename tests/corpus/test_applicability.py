import pytest

from corpus.catalog import Catalog
from corpus.extraction.document_facts.applicability import not_applicable
from corpus.records import Section

ROWS = {"4", "7", "8", "11", "23", "24", "25", "26", "27"}
ITEMS = {"2", "8", "16", "17", "20", "22", "26", "33", "37", "48", "50"}


def test_nine_rows_of_the_2024_tasks_do_not_apply(catalog: Catalog) -> None:
    """Their 工作措施 is — and their 落实目标 says why."""
    measures = catalog.document("周政办字〔2024〕11号").measures
    assert {measure.item for measure in measures if not measure.applies} == ROWS


def test_eleven_items_of_the_2022_collection_do_not_apply(catalog: Catalog) -> None:
    """They print 情况说明 in place of 落实目标 and 工作任务."""
    measures = catalog.document("周村2022稳中求进清单").measures
    assert {measure.item for measure in measures if not measure.applies} == ITEMS


def test_elsewhere_every_measure_applies(catalog: Catalog) -> None:
    """27号 item 30 waits for the city's paper, which is not the same as not applying."""
    for document in catalog.documents:
        if document.number not in ("周政办字〔2024〕11号", "周村2022稳中求进清单"):
            assert all(measure.applies and measure.applies_basis is None for measure in document.measures)


@pytest.mark.parametrize(
    ("measure_id", "basis"),
    [
        ("周政办字〔2024〕11号#4", "因我区无已投运生物天然气发电企业，此项政策不涉及我区。"),
        ("周政办字〔2024〕11号#7", "目前我区无航运企业及船舶，不符合奖补标准，此项政策不涉及。"),
        (
            "周政办字〔2024〕11号#24",
            "因2024年我区无纳入省级重点基础设施项目的疏港铁路和运量150吨万以上铁路专用线，此项政策不涉及我区。",
        ),
        ("周村2022稳中求进清单#20", "我区无法承接该政策。原因：目前我区无集成电路企业和项目。"),
        ("周村2022稳中求进清单#48", "此项不涉及我市、区。原因：我市、区不在所涉园区范围内。"),
        (
            "周村2022稳中求进清单#33",
            "涉及设置银行再贴现专项额度，该项职能为人民银行具体职能。区地方金融监管局无相关职能，无法承接相应工作。",
        ),
    ],
)
def test_the_basis_is_the_documents_sentence_with_its_reason(
    catalog: Catalog, measure_id: str, basis: str
) -> None:
    """Quoted word for word; a 原因 that follows, or the ground before it, belongs to it."""
    assert basis.endswith(str(catalog.measure(measure_id).applies_basis))
    assert catalog.measure(measure_id).applies_basis


def test_what_the_province_says_does_not_decide() -> None:
    """不涉及 inside the quoted policy is about something else."""
    assert not_applicable([Section("政策原文", "此项政策不涉及个人。")]) is None
