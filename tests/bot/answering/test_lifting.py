"""What may answer a question that the search has refused."""

from pathlib import Path

import pytest

from bot.answering.leading.lifting import bears_out_circumstances, may_lift
from corpus.catalog import Catalog
from retrieval.deciding import Reason
from retrieval.question.asked import wishes
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery
from tests.corpus.taken import taken

STALLS = """青禾县小饭桌登记管理办法
青政发〔2026〕3号
第一条　举办小饭桌的，应当向所在街道登记，提交身份证和租房合同。
第二条　登记证被吊销的，一年内不得重新登记。
第三条　参加市民大讲堂的，凭身份证入场。
第四条　流动餐车。登记时提交健康证。
青禾县人民政府
2026年3月1日
"""


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """One document of 青禾县, on one matter, with an article on another."""
    path = tmp_path / "办法.txt"
    path.write_text(STALLS, encoding="utf-8")
    return Catalog((taken(path),), "d")


def refused(question: str, name: str, *, unasked: bool = True) -> FakeFinding:
    """What a search that refuses a question came to, with one measure near it."""
    query = FakeQuery(wishes=wishes(question))
    return FakeFinding(rejected=(FakeHit(name, 0.1, unasked=unasked),), reason=Reason.OFF_TOPIC, query=query)


@pytest.mark.parametrize(
    ("question", "item", "unasked", "lifted"),
    [
        ("小饭桌登记要带什么", 0, True, True),
        ("大讲堂入场要带什么", 2, True, False),
        ("大讲堂入场要带什么", 2, False, True),
        ("流动餐车登记要带什么", 3, True, True),
    ],
)
def test_the_titles_of_an_added_document_have_some_of_the_matter(
    catalog: Catalog, question: str, item: int, unasked: bool, lifted: bool
) -> None:
    """The office's title is on 小饭桌; what has plain-language questions is told by these instead."""
    measure = catalog.measures[item]
    found = refused(question, measure.id, unasked=unasked)
    assert may_lift(catalog, question, found, measure, None) is lifted


@pytest.mark.parametrize(("region", "lifted"), [("青禾县", True), (None, True), ("聊城", False)])
def test_a_measure_lifts_a_refusal_only_where_it_holds(
    catalog: Catalog, region: str | None, lifted: bool
) -> None:
    """Another place's rule is no answer that the search was not sure of."""
    question, measure = "小饭桌登记要带什么", catalog.measures[0]
    assert catalog.document(measure.document).region == "青禾县"
    assert may_lift(catalog, question, refused(question, measure.id), measure, region) is lifted


@pytest.mark.parametrize(
    ("question", "clause", "borne_out"),
    [
        ("证叫吊销了，多久能再登记", "多久能再登记", True),
        ("社保漏交了俩月，多久能再登记", "多久能再登记", False),
        ("多久能再登记", "多久能再登记", True),
    ],
)
def test_what_is_told_beside_the_clause_that_asks_is_no_stranger_to_the_measure(
    catalog: Catalog, question: str, clause: str, borne_out: bool
) -> None:
    """第二条 speaks of 吊销, and of no insurance; who tells nothing has nothing to bear out."""
    measure = catalog.measures[1]
    found = refused(question, measure.id)
    assert bears_out_circumstances(catalog, question, clause, found, measure) is borne_out


PEARS = """青禾县梨园低温冻害保险办法
青农发〔2026〕8号
第一条　梨树冻害每亩保费140元，农户自缴三成。
第二条　投保时提交身份证和土地承包合同。
青禾县农业农村局
2026年3月1日
"""


@pytest.mark.parametrize(
    ("question", "lifted"),
    [
        ("果树冻害保险要交什么材料", True),
        ("梨树冻害保险要交什么材料", True),
        ("苹果冻害保险要交什么材料", False),
    ],
)
def test_a_document_on_another_thing_of_the_kind_lifts_nothing(tmp_path, question, lifted):
    """Pears are no apples; 果树 names neither."""
    path = tmp_path / "办法.txt"
    path.write_text(PEARS, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    papers = catalog.measures[1]
    assert may_lift(catalog, question, refused(question, papers.id), papers, None) is lifted
