"""Whether to answer, and what to say where not."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.catalog import Catalog
from corpus.records import Section
from embeddings import VectorCache
from retrieval import Reason, Retriever, Verdict
from retrieval.deciding.case_features import Case, features
from retrieval.deciding.confidence import decide
from retrieval.indexing.composition import build_index
from retrieval.indexing.passages import passage_groups
from retrieval.ranking.rules import Circumstances
from retrieval.ranking.weights import default_weights
from tests.retrieval.letters import LettersEncoder

AROUND = Circumstances(None, date(2026, 11, 21))
NEVER = replace(default_weights(), choice={**default_weights().choice, "answer": 1.1, "answer_unasked": 1.1})


def case_of(
    catalog: Catalog,
    letters: LettersEncoder,
    question: str,
    uncovered: dict[str, tuple[str, ...]],
    asked: dict[str, tuple[str, ...]] | None = None,
) -> Case:
    """The question over the five measures with some questions, and some that none of them answers."""
    groups = passage_groups(catalog, asked or {}, uncovered)
    index = build_index(groups, VectorCache(letters, bundled=None))
    retriever = Retriever(catalog, index, letters, glances=False)
    return retriever.judge(retriever.understand(question), AROUND)[0]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [("opening", Reason.OPENING), ("abuse", Reason.ABUSE), ("anything else", Reason.OFF_TOPIC)],
)
def test_refusal_names_the_kind_of_the_nearest_unanswered_question(
    catalog: Catalog, letters: LettersEncoder, kind: str, reason: Reason
) -> None:
    """A question that is stored as unanswered lies nearer to itself than to any measure."""
    case = case_of(catalog, letters, "补贴窗口周六开不开门", {kind: ("补贴窗口周六开不开门",)})
    decision = decide(case, lambda _: 9.0, NEVER)
    assert (decision.verdict, decision.reason) == (Verdict.NOT_COVERED, reason)


def test_another_year_is_only_blamed_where_one_is_named(catalog: Catalog, letters: LettersEncoder) -> None:
    """Nearest to a question about a year, yet naming none."""
    case = case_of(catalog, letters, "低保提高了没有呢", {"other_year": ("低保提高了没有呢",)})
    assert decide(case, lambda _: 9.0, NEVER).reason is Reason.OFF_TOPIC


def test_unanswered_question_at_hand_lowers_the_margins(catalog: Catalog, letters: LettersEncoder) -> None:
    """Without such questions every margin is 0; with the question itself among them they fall below."""
    without = case_of(catalog, letters, "补贴窗口周六开不开门", {})
    beside = case_of(catalog, letters, "补贴窗口周六开不开门", {"opening": ("补贴窗口周六开不开门",)})
    assert {*without.likeness.evidence.margins.values(), *without.likeness.nearness.margins.values()} == {0.0}
    assert beside.likeness.nearness.margins["m_vector"] < 0
    assert beside.likeness.evidence.margins["m_odds"] < 0


def test_every_feature_has_a_weight(catalog: Catalog, letters: LettersEncoder) -> None:
    """And every weight but the intercept a feature."""
    asked = case_of(catalog, letters, "低保", {}, {m.id: ("问",) for m in catalog.measures})
    unasked = case_of(catalog, letters, "低保", {})
    assert tuple(features(asked)) == default_weights().confidence.names
    assert tuple(features(unasked)) == default_weights().confidence_unasked.names


def test_words_apart_make_no_rare_pair(catalog: Catalog, letters: LettersEncoder) -> None:
    """周村有没有这个奖 says 周村 and 奖, both common; 村奖, which no text holds, is none of its words."""
    case = case_of(catalog, letters, "周村有没有这个奖", {})
    decision = decide(case, lambda pair: 9.0 if pair == "村奖" else 1.0, NEVER)
    assert (decision.verdict, decision.reason) == (Verdict.CLARIFY, Reason.TOO_VAGUE)


def test_a_region_named_without_such_a_rule_is_told_apart(catalog: Catalog, letters: LettersEncoder) -> None:
    """Stamps are free in 聊城 alone: asked about 周村 it is no answer, asked about 聊城 it may be."""
    of_other = case_of(catalog, letters, "周村新开办企业免费刻制公章", {})
    of_own = case_of(catalog, letters, "聊城新开办企业免费刻制公章", {})
    assert decide(of_other, lambda _: 9.0, NEVER).reason is Reason.OTHER_REGION
    assert decide(of_own, lambda _: 9.0, NEVER).reason is not Reason.OTHER_REGION


def test_the_city_of_one_place_rules_out_another(catalog: Catalog, letters: LettersEncoder) -> None:
    """周村 belongs to 淄博 and 聊城, where stamps are free, does not; 山东 has both."""
    of_city = case_of(catalog, letters, "淄博新开办企业免费刻制公章", {})
    of_both = case_of(catalog, letters, "山东新开办企业免费刻制公章", {})
    assert decide(of_city, lambda _: 9.0, NEVER).reason is Reason.OTHER_REGION
    assert decide(of_both, lambda _: 9.0, NEVER).reason is not Reason.OTHER_REGION


@pytest.mark.parametrize(
    ("title", "text", "is_other"),
    [
        ("创业补贴办法", "港澳青年来我区创业的，给予补贴。", False),
        ("港澳青年创业补贴办法", "来我区创业的，给予补贴。", False),
        ("创业补贴办法", "青年来我区创业的，给予补贴。", True),
    ],
)
def test_a_text_on_several_places_names_each(
    catalog: Catalog, letters: LettersEncoder, title: str, text: str, *, is_other: bool
) -> None:
    """港澳 are 香港 and 澳门; the title names them for every article."""
    document = catalog.documents[1]
    measure = replace(document.measures[0], text=text, sections=(Section("", text),))
    told = Catalog((replace(document, title=title, measures=(measure,)),), "one measure")
    case = case_of(told, letters, "香港创业补贴多少", {})
    assert (decide(case, lambda _: 9.0, NEVER).reason is Reason.OTHER_PLACE) is is_other
