"""Measures without plain-language questions are told apart by what their sentences say."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from corpus.catalog import Catalog
from corpus.records import Document, Measure, Section, Validity
from embeddings import VectorCache, make_encoder
from retrieval.indexing.composition import build_index
from retrieval.indexing.index import Index
from retrieval.indexing.passages import passage_groups
from retrieval.question.query import Query
from retrieval.ranking.close_reading import CLOSE_PARTS, asked_units
from retrieval.ranking.rules import Circumstances
from retrieval.retriever import Retriever
from tests.retrieval.letters import LettersEncoder

AROUND = Circumstances(None, date(2026, 11, 21))
NUMBER = "青政发〔2026〕1号"
TEXTS = {
    "一": "求职补贴面向毕业生。毕业生可申请求职补贴，求职补贴由县人社局审核，审核后公示求职补贴名单。",
    "二": "求职补贴标准为每人3000元。",
    "三": "求职补贴每年9月30日前申请。",
}


def _measure(item: str, text: str) -> Measure:
    name = f"{NUMBER}#{item}"
    return Measure(name, NUMBER, item, (), text, (Section("", text),), (), Validity())


@pytest.fixture
def added() -> Catalog:
    measures = tuple(_measure(*pair) for pair in TEXTS.items())
    document = Document(NUMBER, "求职补贴办法", "", "青禾县", date(2026, 1, 1), Validity(), (), measures)
    return Catalog((document,), "one notice")


@pytest.fixture
def reader(added: Catalog, letters: LettersEncoder, make_index: Callable[..., Index]) -> Retriever:
    return Retriever(added, make_index(added), letters)


def column(reader: Retriever, question: str, name: str) -> list[float]:
    case, _ = reader.judge(reader.understand(question), AROUND)
    return [round(float(value), 2) for value in case.ranking.parts[name]]


def test_only_what_states_the_figure_asked_for_states_it(reader: Retriever) -> None:
    """3000元 is a sum, 9月30日 a day; a question about neither asks for no figure."""
    assert column(reader, "求职补贴给多少钱", "states") == [0, 1, 0]
    assert column(reader, "求职补贴什么时候申请", "states") == [0, 0, 1]
    assert column(reader, "求职补贴怎么申请", "states") == [0, 0, 0]


def test_a_measure_holds_what_its_document_is_about(
    added: Catalog, letters: LettersEncoder, make_index: Callable[..., Index]
) -> None:
    """果园冻害 stands in the title alone; what the title has in brackets is of no matter."""
    document = replace(added.documents[0], title="关于做好果园冻害补偿工作的通知（2026年试行）")
    titled = replace(added, documents=(document,))
    reader = Retriever(titled, make_index(titled), letters)
    assert column(reader, "果园冻害申请", "held") == [1, 0.67, 1]
    assert column(reader, "果园冻害试行", "held") == [0.67, 0.67, 0.67]


def test_the_share_held_counts_characters_of_the_content(reader: Retriever) -> None:
    """Of 求职补贴名单 the first measure has all six characters, the others four."""
    assert column(reader, "求职补贴名单", "held") == [1, 0.67, 0.67]


def test_a_sentence_is_read_with_the_one_before(reader: Retriever) -> None:
    """毕业生 stands in the first sentence and its repetition, 公示 in the second: together they hold all."""
    assert column(reader, "毕业生公示", "window")[0] == 1


def test_the_figure_asked_for_decides_between_measures_of_one_document(added: Catalog) -> None:
    """The longest measure repeats the topic most and is not the answer; with the bundled encoder."""
    encoder = make_encoder()
    index = build_index(passage_groups(added, {}, {}), VectorCache(encoder))
    first = Retriever(added, index, encoder).search("求职补贴给多少钱", as_of=AROUND.as_of).hits[0]
    assert first.measure_id == f"{NUMBER}#二"


def test_measures_with_questions_are_not_read(
    added: Catalog, letters: LettersEncoder, make_index: Callable[..., Index]
) -> None:
    """Their questions speak for them: the columns stay 0 and the ranking has no weights for the others."""
    asked = {f"{NUMBER}#{item}": (f"{text}吗",) for item, text in TEXTS.items()}
    other = Retriever(added, make_index(added, asked), letters)
    case, _ = other.judge(other.understand("求职补贴给多少钱"), AROUND)
    assert not case.ranking.unasked
    assert not set(CLOSE_PARTS) & set(case.ranking.parts)


def test_parts_of_a_measure_sum_to_its_total(reader: Retriever) -> None:
    """Whichever weights count for it."""
    case, order = reader.judge(reader.understand("求职补贴给多少钱"), AROUND)
    for position in order:
        assert sum(case.ranking.parts_of(position).values()) == pytest.approx(
            float(case.ranking.total[position]), abs=1e-4
        )


def test_places_are_no_units_of_the_matter() -> None:
    """Every measure of a place names it; Latin words and numbers stay whole."""
    query = replace(Query("", "", ""), content="青禾县 opc 补贴", unplaced="opc 补贴")
    assert asked_units(query) == {"opc", "补", "贴"}


def test_everyday_words_count_as_held_in_the_words_of_documents(reader: Retriever) -> None:
    """给钱 stands nowhere, but 补贴, which it means, does: of 求职给钱 all four characters count."""
    assert column(reader, "求职给钱", "held") == [1, 1, 1]


def test_a_number_in_the_unit_asked_for_counts(reader: Retriever) -> None:
    """几月 is answered by 9月30日 and not by 3000元."""
    assert column(reader, "求职补贴最晚几月申请", "counting")[1] == 0
    assert column(reader, "求职补贴最晚几月申请", "counting")[2] > 0


def test_the_kinds_of_answer_asked_for_count(reader: Retriever) -> None:
    """由县人社局审核 tells who; nobody tells what to bring."""
    assert column(reader, "求职补贴谁审核", "kinds") == [1, 0, 0]
    assert column(reader, "求职补贴要带什么", "kinds") == [0, 0, 0]


def test_articles_of_form_sink_unless_they_are_asked_for(
    letters: LettersEncoder, make_index: Callable[..., Index]
) -> None:
    """Who interprets a document seldom answers who handles a matter."""
    measures = (_measure("一", "求职补贴由县人社局审核。"), _measure("二", "本办法由县人社局负责解释。"))
    document = Document(NUMBER, "求职补贴办法", "", "青禾县", date(2026, 1, 1), Validity(), (), measures)
    catalog = Catalog((document,), "one notice")
    reader = Retriever(catalog, make_index(catalog), letters)
    assert column(reader, "求职补贴谁管", "formal") == [0, -1]
    assert column(reader, "求职补贴办法谁解释", "formal") == [0, 0]
