"""Questions that their words decide."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from corpus.catalog import Catalog
from embeddings import Vectors
from retrieval import Reason, Retriever, Verdict
from retrieval.deciding.glance import glance_features, of_words
from retrieval.fitting.fit_glance import fit_glance, threshold
from retrieval.fitting.samples import Sample
from retrieval.indexing.index import Index
from retrieval.ranking.likeness import VECTOR_PARTS
from retrieval.ranking.rules import Circumstances
from retrieval.ranking.weights import Weights, default_weights
from tests.retrieval.letters import LettersEncoder

TODAY = date(2026, 11, 21)
AROUND = Circumstances(None, TODAY)
FRIDGE = "个人消费者交售旧冰箱并新购节能冰箱的补贴"


class CountingLetters(LettersEncoder):
    """Knows how many questions it encoded."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Counts them too."""
        self.asked += len(texts)
        return super().encode_queries(texts)


@pytest.fixture
def counting() -> CountingLetters:
    return CountingLetters()


@pytest.fixture
def index(catalog: Catalog, make_index: Callable[..., Index]) -> Index:
    """Every measure has a question of its own."""
    return make_index(catalog, {m.id: (f"{m.id}是怎么写的",) for m in catalog.measures})


def test_measures_without_questions_are_read_sentence_by_sentence(
    catalog: Catalog, make_index: Callable[..., Index], counting: CountingLetters
) -> None:
    """However sure the words are: shared words say little about a document that nobody asked about yet."""
    Retriever(catalog, make_index(catalog), counting, believing(0.0)).search(FRIDGE, as_of=TODAY)
    assert counting.asked == 1


def believing(chance: float) -> Weights:
    """The weights with another chance from which words alone are believed."""
    weights = default_weights()
    return replace(weights, choice={**weights.choice, "glance": chance})


def test_words_that_leave_no_doubt_need_no_vector(
    catalog: Catalog, index: Index, counting: CountingLetters
) -> None:
    """The measure's own words: found as it is with the vector, which is not made."""
    result = Retriever(catalog, index, counting, believing(0.5)).search(FRIDGE, as_of=TODAY)
    assert counting.asked == 0
    assert (result.verdict, result.hits[0].measure_id) == (Verdict.ANSWER, "周政办字〔2024〕11号#19")
    assert result.hits[0].passage in catalog.measure("周政办字〔2024〕11号#19").text
    assert all(result.hits[0].parts[name] == 0 for name in VECTOR_PARTS)


def test_doubt_asks_for_the_vector(catalog: Catalog, index: Index, counting: CountingLetters) -> None:
    """Never sure, or told not to glance: every question is encoded once."""
    Retriever(catalog, index, counting, believing(1.0)).search(FRIDGE, as_of=TODAY)
    Retriever(catalog, index, counting, believing(0.0), glances=False).search(FRIDGE, as_of=TODAY)
    assert counting.asked == 2


def test_what_is_called_by_number_needs_no_vector(
    catalog: Catalog, index: Index, counting: CountingLetters
) -> None:
    """Item 16 of document 11, however unsure the words are."""
    result = Retriever(catalog, index, counting, believing(1.0)).search("11号文第16项", as_of=TODAY)
    assert counting.asked == 0
    assert [hit.measure_id for hit in result.hits] == ["周政办字〔2024〕11号#16"]


def test_measures_left_out_are_compared_in_full(
    catalog: Catalog, index: Index, counting: CountingLetters
) -> None:
    """What the asker turned down was decided by words before: the rest is looked at with more care."""
    retriever = Retriever(catalog, index, counting, believing(0.0))
    retriever.search(FRIDGE, as_of=TODAY, exclude=frozenset({"周政办字〔2024〕11号#19"}))
    assert counting.asked == 1


def test_rules_turn_down_what_words_are_sure_of(
    catalog: Catalog, index: Index, counting: CountingLetters
) -> None:
    """A place that the corpus does not hold is looked at in full, and refused."""
    result = Retriever(catalog, index, counting, believing(0.0)).search("上海" + FRIDGE, as_of=TODAY)
    assert counting.asked == 1
    assert (result.verdict, result.reason) == (Verdict.NOT_COVERED, Reason.OTHER_PLACE)


def test_words_of_a_full_case_are_what_a_glance_sees(
    catalog: Catalog, index: Index, letters: LettersEncoder
) -> None:
    """The fit takes them out of the full comparison, the bot makes them first."""
    full = Retriever(catalog, index, letters, glances=False)
    quick = Retriever(catalog, index, letters, believing(0.0))
    query = full.understand("报废旧车买新能源车补多少")
    case, glanced = full.judge(query, AROUND)[0], quick.judge(query, AROUND)[0]
    assert case.glance is None
    assert glanced.glance is not None
    words = of_words(case, glanced.asks)
    assert glance_features(words) == pytest.approx(glance_features(glanced))
    assert np.array_equal(words.ranking.total, glanced.ranking.total)


def test_threshold_lets_through_no_more_than_allowed() -> None:
    """One of four may: the threshold lies above the second and not above the first."""
    assert 0.7 < threshold([0.2, 0.9, 0.7, 0.1], 1) <= 0.9
    assert threshold([0.2, 0.9], 2) == 0


def test_fit_is_sure_of_what_words_tell_apart(
    catalog: Catalog, index: Index, letters: LettersEncoder
) -> None:
    """The measures' own sentences beside talk of the weather: most of them are decided, and rightly."""
    retriever = Retriever(catalog, index, letters, glances=False)
    texts = [measure.text for measure in catalog.measures]
    asked = [(text[n : n + 12], {place}) for place, text in enumerate(texts) for n in (0, 3, 6)]
    asked += [(f"明天{day}下雨刮风不{sky}", set()) for day in "一二三四五" for sky in "晴阴雪"]
    samples = []
    for number, (question, gold) in enumerate(asked):
        case, _ = retriever.judge(retriever.understand(question), AROUND)
        samples.append(Sample("all", str(number), case, frozenset(gold), Reason.NONE, runs=0.0))
    fitted = fit_glance(samples)
    told = fitted.figures["all"]
    assert told["glanced_wrongly"] == 0
    assert told["glanced"] > 0.5
    assert told["glanced_hit1"] == 1
