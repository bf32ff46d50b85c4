"""A handful of measures of two cities, and an encoder without a model."""

from collections.abc import Callable
from datetime import date

import pytest

from corpus.catalog import Catalog
from corpus.records import Document, Measure, Responsibility, Role, Section, Validity
from embeddings import VectorCache
from retrieval.indexing.composition import build_index
from retrieval.indexing.index import Index
from retrieval.indexing.passages import passage_groups
from retrieval.ranking import MeasureFacts, facts_of
from retrieval.retriever import Retriever
from tests.retrieval.letters import LettersEncoder

TEXTS = {
    "周政办字〔2024〕11号": {
        "16": "对个人消费者报废国三及以下排放标准燃油乘用车并购买新能源乘用车的，补贴1万元。",
        "19": "支持家电销售企业开展以旧换新，对个人消费者交售旧冰箱并新购节能冰箱的给予补贴。",
    },
    "周政办字〔2020〕29号": {"全文": "城市低保标准由每人每月592元提高到663元，自2020年1月1日起执行。"},
    "聊政发〔2021〕7号": {
        "一（一）": "为新开办企业、个体工商户免费刻制公章，实行公章赠送。",
        "十（十）": "对事实清楚的工伤认定申请，受理后15日内作出决定。城市低保家庭可减免费用。",
    },
}
ISSUED = {
    "周政办字〔2024〕11号": date(2024, 7, 22),
    "周政办字〔2020〕29号": date(2020, 8, 10),
    "聊政发〔2021〕7号": date(2021, 6, 18),
}
UNTIL = {"周政办字〔2024〕11号": date(2024, 12, 31)}
LEADS = {
    "周政办字〔2024〕11号#16": "区商务局",
    "周政办字〔2024〕11号#19": "区商务局",
    "周政办字〔2020〕29号#全文": "区民政局",
}


def _measure(number: str, item: str, text: str, term: Validity) -> Measure:
    lead = LEADS.get(f"{number}#{item}")
    named = (Responsibility(lead, lead, Role.LEAD),) if lead else ()
    return Measure(f"{number}#{item}", number, item, (), text, (Section("", text),), named, term)


def _document(number: str) -> Document:
    region = "周村" if number.startswith("周") else "聊城"
    term = Validity(until=UNTIL.get(number))
    measures = tuple(_measure(number, item, text, term) for item, text in TEXTS[number].items())
    return Document(number, f"关于{number}的通知", "", region, ISSUED[number], term, (), measures)


@pytest.fixture
def catalog() -> Catalog:
    return Catalog(tuple(map(_document, TEXTS)), "five measures")


@pytest.fixture
def facts(catalog: Catalog, make_index: Callable[..., Index]) -> MeasureFacts:
    return facts_of(catalog, make_index(catalog))


@pytest.fixture
def letters() -> LettersEncoder:
    return LettersEncoder()


@pytest.fixture
def make_index(letters: LettersEncoder) -> Callable[..., Index]:
    def make(catalog: Catalog, questions: dict[str, tuple[str, ...]] | None = None) -> Index:
        groups = passage_groups(catalog, questions or {}, {})
        cache = VectorCache(letters, bundled=None)
        return build_index(groups, cache)

    return make


@pytest.fixture
def retriever(catalog: Catalog, letters: LettersEncoder, make_index: Callable[..., Index]) -> Retriever:
    return Retriever(catalog, make_index(catalog), letters)
