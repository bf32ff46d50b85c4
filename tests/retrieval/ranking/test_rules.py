"""What moves a measure beside the likeness of words.

The measures stand in this order: 周村 16 and 19 (2024, until 2024-12-31), 周村 全文 (2020),
聊城 一（一） and 十（十） (2021).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from corpus.catalog import Catalog
from corpus.ties import MeasureChange, Tie, TieKind
from retrieval.indexing.index import Index
from retrieval.question.asked import Asked
from retrieval.question.query import Query
from retrieval.ranking import rules
from retrieval.ranking.facts import MeasureFacts, facts_of
from retrieval.ranking.rules import Circumstances

BLANK = Query("", "", "")
AROUND = Circumstances(None, date(2024, 8, 1))


def test_named_region_sinks_the_others(facts: MeasureFacts) -> None:
    """聊城 named: the three measures of 周村 get -1."""
    query = replace(BLANK, places=("聊城",))
    assert rules.named_region(query, facts, AROUND).tolist() == [-1, -1, -1, 0, 0]


def test_documents_of_a_region_above_hold_in_it(facts: MeasureFacts) -> None:
    """聊城's documents made those of its province: who names 周村 or asks from there gets both."""
    provincial = replace(
        facts,
        regions=np.where(facts.regions == "聊城", "山东省", facts.regions),
        binding={"周村": ("周村", "山东省"), "山东省": ("山东省",)},
    )
    assert not rules.named_region(replace(BLANK, places=("周村",)), provincial, AROUND).any()
    assert not rules.asker_region(BLANK, provincial, Circumstances("周村", date(2024, 8, 1))).any()


def test_a_region_without_documents_of_its_own_has_those_above_it(facts: MeasureFacts) -> None:
    """张店区 lies in 淄博市: its rules hold there, those of 聊城 do not."""
    city = replace(
        facts,
        regions=np.where(facts.regions == "周村", "淄博市", facts.regions),
        binding={"淄博市": ("淄博市",), "聊城": ("聊城",)},
    )
    around = Circumstances("张店区", date(2024, 8, 1))
    assert rules.asker_region(BLANK, city, around).tolist() == [0, 0, 0, -1, -1]
    assert not rules.asker_region(BLANK, facts, around).any()


def test_documents_of_a_part_of_the_region_named_are_sunk_less(facts: MeasureFacts) -> None:
    """周村 lies in 淄博市: who names the city may mean its district, and does where the asker is there."""
    around = replace(
        facts,
        regions=np.where(facts.regions == "聊城", "淄博市", facts.regions),
        binding={"周村": ("周村", "淄博市"), "淄博市": ("淄博市",)},
    )
    query = replace(BLANK, places=("淄博市",))
    assert np.allclose(rules.named_region(query, around, AROUND), [-0.1, -0.1, -0.1, 0, 0])
    assert not rules.named_region(query, around, Circumstances("周村", date(2024, 8, 1))).any()


def test_askers_region_counts_only_where_none_is_named(facts: MeasureFacts) -> None:
    """Someone from 周村 who asks about 聊城 gets 聊城; an unknown region changes nothing."""
    around = Circumstances("周村", date(2024, 8, 1))
    assert rules.asker_region(BLANK, facts, around).tolist() == [0, 0, 0, -1, -1]
    assert not rules.asker_region(replace(BLANK, places=("聊城",)), facts, around).any()
    assert not rules.asker_region(BLANK, facts, Circumstances("青岛", date(2024, 8, 1))).any()


def test_a_measure_whose_region_nobody_told_is_of_no_other_region(facts: MeasureFacts) -> None:
    """The notices of 2020 and 2021 without a region: neither a place named nor the asker's sinks them."""
    untold = replace(facts, regions=np.array(["周村", "周村", "", "", "聊城"]))
    query = replace(BLANK, places=("聊城",))
    assert rules.named_region(query, untold, AROUND).tolist() == [-1, -1, 0, 0, 0]
    around = Circumstances("周村", date(2024, 8, 1))
    assert rules.asker_region(BLANK, untold, around).tolist() == [0, 0, 0, 0, -1]


def test_named_documents_lift_their_measures(facts: MeasureFacts) -> None:
    """All documents that share the number named are lifted."""
    query = replace(BLANK, documents=("周政办字〔2024〕11号", "聊政发〔2021〕7号"))
    assert rules.named_document(query, facts, AROUND).tolist() == [1, 1, 0, 1, 1]
    assert not rules.named_document(BLANK, facts, AROUND).any()


def test_asks_lift_what_states_them(facts: MeasureFacts) -> None:
    """15日内 and 自2020年1月1日起 are terms; 1万元, 663元 and 免费 are amounts; no ask, no lift."""
    until = replace(BLANK, wishes=frozenset({Asked.DEADLINE}))
    assert rules.states_term(until, facts, AROUND).tolist() == [0, 0, 1, 0, 1]
    how_much = replace(BLANK, wishes=frozenset({Asked.AMOUNT}))
    assert rules.states_amount(how_much, facts, AROUND).tolist() == [1, 0, 1, 1, 1]
    assert not rules.states_term(how_much, facts, AROUND).any()
    assert not rules.states_amount(until, facts, AROUND).any()


def test_named_department_lifts_its_measures(facts: MeasureFacts) -> None:
    """区商务局 leads items 16 and 19; the same name in another region is another body."""
    query = replace(BLANK, departments=(("周村", "区商务局"),))
    assert rules.named_department(query, facts, AROUND).tolist() == [1, 1, 0, 0, 0]
    assert not rules.named_department(
        replace(BLANK, departments=(("聊城", "区商务局"),)), facts, AROUND
    ).any()


def test_year_named_prefers_its_documents(facts: MeasureFacts) -> None:
    """2020: the notice of 2020 is lifted, what neither dates from 2020 nor names it sinks a little."""
    query = replace(BLANK, years=(2020,))
    assert rules.same_year(query, facts, AROUND).tolist() == [-0.5, -0.5, 1, -0.5, -0.5]


def test_last_day_counts_as_in_force(facts: MeasureFacts) -> None:
    """Until 2024-12-31 means through that day."""
    last, after = Circumstances(None, date(2024, 12, 31)), Circumstances(None, date(2025, 1, 1))
    assert not rules.in_force(BLANK, facts, last).any()
    assert rules.in_force(BLANK, facts, after).tolist() == [-1, -1, 0, 0, 0]


def test_what_others_extend_or_end_is_in_force_as_they_say(
    catalog: Catalog, make_index: Callable[..., Index]
) -> None:
    """周村's rules of 2024 are extended to June 2026; 聊城's are repealed from 2023 on."""
    old, long = "聊政发〔2021〕7号", "周政办字〔2024〕11号"
    change = MeasureChange("", "", "有效期", "延长至2026年6月30日", date(2026, 6, 30))
    ties = (
        Tie(TieKind.AMENDS, "周政办字〔2020〕29号", long, "延长", changes=(change,)),
        Tie(TieKind.REPEALS, "周政办字〔2020〕29号", old, "废止", date(2023, 1, 1)),
    )
    tied = facts_of(replace(catalog, ties=ties), make_index(catalog))
    before, after = (Circumstances(None, day) for day in (date(2022, 12, 31), date(2026, 6, 30)))
    assert not rules.in_force(BLANK, tied, before).any()
    assert rules.in_force(BLANK, tied, after).tolist() == [0, 0, 0, -1, -1]


def test_newer_runs_from_the_newest_to_the_oldest_year(facts: MeasureFacts) -> None:
    """2024 is 0, 2020 is -1, 2021 three quarters of the way; a year named switches it off."""
    assert rules.newer(BLANK, facts, AROUND).tolist() == [0, 0, -1, -0.75, -0.75]
    assert not rules.newer(replace(BLANK, years=(2020,)), facts, AROUND).any()


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_every_rule_gives_one_number_per_measure_between_minus_one_and_one(
    rule: rules.Rule, facts: MeasureFacts
) -> None:
    """Weights mean the same for every rule."""
    query = replace(BLANK, places=("聊城",), years=(2020,), documents=("聊政发〔2021〕7号",))
    column = rule(query, facts, AROUND)
    assert column.shape == (5,)
    assert column.dtype == "float32"
    assert -1 <= column.min() <= column.max() <= 1


def test_documents_of_the_askers_towns_are_sunk_less(facts: MeasureFacts) -> None:
    """Somebody in the county may mean the town's; another county's town is elsewhere."""
    towns = replace(
        facts,
        regions=np.array(["周村", "王村镇", "聊城", "周村区北郊镇", "桓台县索镇镇"]),
        binding=dict.fromkeys(("周村", "王村镇", "聊城", "周村区北郊镇", "桓台县索镇镇"), ()),
    )
    towns = replace(towns, binding=towns.binding | {"周村": ("周村",)})
    around = Circumstances("周村", date(2024, 8, 1))
    assert np.allclose(rules.asker_region(BLANK, towns, around), [0, -0.1, -1, -0.1, -1])
