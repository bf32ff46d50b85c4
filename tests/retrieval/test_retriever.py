"""Question in, measures out, on five measures and without a model."""

from collections.abc import Callable
from datetime import date

import pytest

from corpus.catalog import Catalog
from retrieval import Reason, Retriever, Verdict
from retrieval.indexing.index import Index
from tests.retrieval.letters import LettersEncoder

TODAY = date(2026, 11, 21)


def first(retriever: Retriever, question: str, **options: object) -> str:
    """Id of the best measure, whether or not it answers."""
    result = retriever.search(question, as_of=TODAY, **options)  # type: ignore[arg-type]
    return (result.hits + result.rejected)[0].measure_id


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("旧冰箱换新的有补贴吗", "周政办字〔2024〕11号#19"),
        ("报废旧车买新能源车补多少", "周政办字〔2024〕11号#16"),
        ("chengshi dibao biaozhun", "周政办字〔2020〕29号#全文"),
        ("恭章是不是免费客制", "聊政发〔2021〕7号#一（一）"),
        ("周村的城市低保标准", "周政办字〔2020〕29号#全文"),
        ("聊城的城市低保", "聊政发〔2021〕7号#十（十）"),
        ("周政办字〔2024〕11号第16项", "周政办字〔2024〕11号#16"),
    ],
)
def test_best_measure(retriever: Retriever, question: str, measure: str) -> None:
    """Plain words, pinyin, homophones, a place and a number each lead to the measure that they mean."""
    assert first(retriever, question) == measure


def test_askers_region_decides_where_none_is_named(retriever: Retriever) -> None:
    """城市低保 stands in both cities; the asker's comes first."""
    assert first(retriever, "城市低保", region="周村") == "周政办字〔2020〕29号#全文"
    assert first(retriever, "城市低保", region="聊城") == "聊政发〔2021〕7号#十（十）"


def test_excluded_measures_are_not_found(retriever: Retriever) -> None:
    """What was shown before can be left out, even all of it."""
    shown = frozenset({"周政办字〔2024〕11号#19"})
    result = retriever.search("旧冰箱换新", as_of=TODAY, exclude=shown)
    assert shown.isdisjoint(hit.measure_id for hit in result.hits + result.rejected)
    everything = frozenset(measure.id for measure in retriever.catalog.measures)
    assert retriever.search("旧冰箱换新", as_of=TODAY, exclude=everything).verdict is Verdict.NOT_COVERED


def test_parts_sum_to_the_order(retriever: Retriever) -> None:
    """Every score can be traced: the sums of the parts fall from hit to hit."""
    result = retriever.search("旧冰箱换新的有补贴吗", as_of=TODAY)
    sums = [sum(hit.parts.values()) for hit in result.hits + result.rejected]
    assert sums == sorted(sums, reverse=True)
    assert all(0 <= hit.score <= 1 for hit in result.hits + result.rejected)


def test_passage_is_what_matched(retriever: Retriever) -> None:
    """The passage of a hit stands in its measure."""
    result = retriever.search("旧冰箱换新的有补贴吗", as_of=TODAY)
    for hit in result.hits + result.rejected:
        assert hit.passage in retriever.catalog.measure(hit.measure_id).text


def test_never_more_than_asked_for(retriever: Retriever) -> None:
    """top_k bounds the hits."""
    assert len(retriever.search("补贴 低保 公章", as_of=TODAY, top_k=1).hits) <= 1


def test_question_of_staff_leads_to_its_measure_and_is_never_shown(
    catalog: Catalog, letters: object, make_index: Callable[..., Index]
) -> None:
    """Words that no text holds find the measure through its plain-language question."""
    index = make_index(catalog, {"聊政发〔2021〕7号#一（一）": ("戳子收钱不",)})
    retriever = Retriever(catalog, index, letters)  # type: ignore[arg-type]
    result = retriever.search("戳子收钱不", as_of=TODAY)
    best = (result.hits + result.rejected)[0]
    assert best.measure_id == "聊政发〔2021〕7号#一（一）"
    assert "戳子" not in best.passage


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("", Reason.EMPTY),
        ("   \n", Reason.EMPTY),
        ("😀😀", Reason.EMPTY),
        ("？？", Reason.EMPTY),
        ("\x00\x07", Reason.EMPTY),
        ("上海旧冰箱换新补多少", Reason.OTHER_PLACE),
        ("申请旧冰箱换新补贴要带什么材料，复印件几份", Reason.NEAR_MISS),
        ("2026年城市低保标准多少", Reason.OTHER_YEAR),
    ],
)
def test_refusal_names_its_reason(retriever: Retriever, question: str, reason: Reason) -> None:
    """What is not covered comes without hits, and with the reason."""
    result = retriever.search(question, as_of=TODAY)
    assert result.verdict is Verdict.NOT_COVERED
    assert result.reason is reason
    assert result.hits == ()


@pytest.mark.parametrize(
    "question", ["<b>低保</b>", "低" * 10_000, "1234567890", "what is this", "\ud800低保"]
)
def test_any_input_gives_a_result(retriever: Retriever, question: str) -> None:
    """HTML, over-long texts, numbers, other languages and broken characters are ordinary questions."""
    assert isinstance(retriever.search(question, as_of=TODAY).verdict, Verdict)


def test_empty_corpus_covers_nothing(letters: object, make_index: Callable[..., Index]) -> None:
    """A bot without documents refuses and does not break."""
    empty = Catalog((), "none")
    retriever = Retriever(empty, make_index(empty), letters)  # type: ignore[arg-type]
    assert retriever.search("低保", as_of=TODAY).verdict is Verdict.NOT_COVERED


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("11号文第16项", "周政办字〔2024〕11号#16"),
        ("7号文一（一）谁管", "聊政发〔2021〕7号#一（一）"),
        ("周政办字〔2024〕11号 第19项", "周政办字〔2024〕11号#19"),
    ],
)
def test_item_named_is_the_whole_answer(retriever: Retriever, question: str, measure: str) -> None:
    """Whoever names document and item gets exactly that, whatever the words are like."""
    result = retriever.search(question, as_of=TODAY)
    assert result.verdict is Verdict.ANSWER
    assert [hit.measure_id for hit in result.hits] == [measure]


def test_item_that_does_not_exist_is_not_replaced_by_another(retriever: Retriever) -> None:
    """11号文 has no item 99 here."""
    result = retriever.search("11号文第99项", as_of=TODAY)
    assert (result.verdict, result.reason, result.hits) == (Verdict.NOT_COVERED, Reason.NO_ITEM, ())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gongzhang mianfei kezhi zengsong", "公章免费刻制赠送"),
        ("gong zhang mian fei ke zhi zeng song", "公章免费刻制赠送"),
    ],
)
def test_pinyin_is_judged_in_characters(retriever: Retriever, typed: str, meant: str) -> None:
    """Spelt out, a question is read, found and decided as in characters; what was typed stays."""
    spelt = retriever.search(typed, as_of=TODAY)
    written = retriever.search(meant, as_of=TODAY)
    assert spelt.query.original == typed
    assert spelt.query.text == meant
    assert [hit.measure_id for hit in spelt.hits] == [hit.measure_id for hit in written.hits]
    assert spelt.query.respelt == meant
    assert spelt.heard == ((meant,) if spelt.verdict is Verdict.ANSWER else ())


def test_the_name_of_the_place_never_turns_an_answer_into_a_refusal(
    catalog: Catalog, letters: LettersEncoder, make_index: Callable[..., Index]
) -> None:
    """What 周村 answers to somebody there it answers to whoever names it; 聊城 has no such rule."""
    index = make_index(catalog, {"周政办字〔2024〕11号#19": ("破冰箱折价不",)})
    retriever = Retriever(catalog, index, letters)
    there = retriever.search("破冰箱折价不", as_of=TODAY, region="周村")
    named = retriever.search("周村破冰箱折价不", as_of=TODAY)
    assert there.verdict is named.verdict is Verdict.ANSWER
    assert named.query.regions == ("周村",)
    assert named.hits[0].measure_id == there.hits[0].measure_id == "周政办字〔2024〕11号#19"
    assert retriever.search("聊城破冰箱折价不", as_of=TODAY).verdict is Verdict.NOT_COVERED
