"""Every rule that reads conditions reads its own examples, and nothing in its counter-examples."""

import pytest

from corpus.catalog import Catalog
from corpus.extraction.days.periods import folded
from corpus.extraction.stated_conditions.condition_rules import ConditionRule
from corpus.extraction.stated_conditions.conditions import RULES, conditions
from corpus.records import Condition


def _cases(texts: str) -> list[object]:
    """A case for each text of each rule; `texts` names the field that holds them."""
    return [
        pytest.param(rule, text, id=f"{rule.name}-{ordinal}")
        for rule in RULES
        for ordinal, text in enumerate(getattr(rule, texts), start=1)
    ]


def _notation(condition: Condition) -> str:
    """A condition as the examples write it."""
    value = f"{condition.value:g}" if isinstance(condition.value, float) else condition.value
    fields = (condition.kind, condition.quantity or "-", condition.op, value, condition.unit)
    return " ".join(field for field in fields if field)


@pytest.mark.parametrize(("rule", "text"), _cases("examples"))
def test_a_rule_reads_its_example(rule: ConditionRule, text: str) -> None:
    """Among all rules it is this one that reads it, and reads just what stands beside it."""
    read = [_notation(condition) for condition in conditions(text) if condition.rule == rule.name]
    assert "；".join(read) == rule.examples[text]


@pytest.mark.parametrize(("rule", "text"), _cases("counter_examples"))
def test_a_rule_reads_nothing_in_its_counter_example(rule: ConditionRule, text: str) -> None:
    """Not even where no other rule has taken the figure before it."""
    assert list(rule.claims(folded(text))) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_examples_on_both_sides(rule: ConditionRule) -> None:
    """A rule without an example could be dead; without a counter-example it could read anything."""
    assert rule.examples
    assert rule.counter_examples


def test_no_two_rules_share_a_name() -> None:
    """The name of a condition's rule leads to one rule."""
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_every_condition_says_which_rule_read_it(catalog: Catalog) -> None:
    """In the bundled corpus, and after the records went to disk and back."""
    names = {rule.name for rule in RULES}
    read = [condition.rule for measure in catalog.measures for condition in measure.conditions]
    assert read
    assert set(read) <= names
    kept = Catalog.from_json(catalog.to_json())
    assert [condition.rule for measure in kept.measures for condition in measure.conditions] == read


@pytest.mark.parametrize(
    ("measure_id", "rules"),
    [
        (
            "周政办字〔2024〕11号#1",
            {
                "单项设备购置费用10万元以上": "compared_figure",
                "总额不低于1000万元": "compared_figure",
                "按最高不超过10%的比例": "rate_ceiling",
                "单户企业最高支持500万元": "highest_sum_each",
            },
        ),
        (
            "周政办字〔2024〕11号#23",
            {
                "对行驶山东省内高速公路安装ETC套装设备的货车用户": "beneficiary",
                "85折通行费优惠": "discount",
                "政策执行期延长至2025年12月31日": "period_until",
            },
        ),
    ],
)
def test_the_rule_is_the_one_whose_construction_is_printed(
    catalog: Catalog, measure_id: str, rules: dict[str, str]
) -> None:
    """Of two measures, read beside the rules."""
    assert {c.text: c.rule for c in catalog.measure(measure_id).conditions} == rules
