from datetime import date

import pytest

from corpus.catalog import Catalog
from corpus.extraction.validity import document_validity, measure_validity
from corpus.records import State, Validity

TASKS = "周政办字〔2024〕11号"


def test_a_row_without_a_term_of_its_own_ends_with_the_document(catalog: Catalog) -> None:
    """The note below the table: from publication until 2024-12-31; rows 6 and 8 name years but no term."""
    own_terms = {"21", "23", "25", "32"}
    for measure in catalog.document(TASKS).measures:
        if measure.item not in own_terms:
            assert measure.validity == Validity(
                date(2024, 7, 22),
                date(2024, 12, 31),
                "以上分工方案自公布之日起实施，未明确实施期限的有效期至2024年12月31日",
            )


@pytest.mark.parametrize(
    ("item", "until", "words"),
    [
        ("21", date(2027, 12, 31), "2027年12月31日前根据国家有关规定减半征收房产税、城镇土地使用税"),
        ("23", date(2025, 12, 31), "政策执行期延长至2025年12月31日"),
        ("25", date(2025, 12, 31), "政策执行期至2025年12月31日"),
        (
            "32",
            date(2027, 12, 31),
            "2027年12月31日前根据国家有关规定减按所属土地等级适用税额标准的50%计征城镇土地使用税",
        ),
    ],
)
def test_a_rows_own_term_beats_its_documents(catalog: Catalog, item: str, until: date, words: str) -> None:
    """Four rows print when their benefit ends."""
    validity = catalog.measure(f"{TASKS}#{item}").validity
    assert (validity.valid_from, validity.until, validity.basis) == (date(2024, 7, 22), until, words)


def test_the_renovation_plan_ends_in_may_2025(catalog: Catalog) -> None:
    """31号's last line; the last day counts."""
    validity = catalog.document("周政办字〔2020〕31号").validity
    assert (validity.valid_from, validity.until) == (date(2020, 9, 21), date(2025, 5, 30))
    assert validity.state(date(2025, 5, 30)) is State.IN_FORCE
    assert validity.state(date(2025, 5, 31)) is State.EXPIRED


def test_the_award_rules_quote_their_retroactive_effect(catalog: Catalog) -> None:
    """第九条: from 2021-08-01 until 2026-07-31, also for awards after 2020-09-01."""
    for validity in (
        catalog.document("聊政办字〔2021〕11号").validity,
        catalog.measure("聊政办字〔2021〕11号#第四条（九）").validity,
    ):
        assert (validity.valid_from, validity.until) == (date(2021, 8, 1), date(2026, 7, 31))
        assert validity.basis.endswith("本办法对2020年9月1日以后获得的奖项具有溯及力。")


@pytest.mark.parametrize(("item", "until"), [("4", date(2020, 12, 31)), ("6", date(2020, 12, 31))])
def test_an_item_of_one_single_end_date_has_that_term(catalog: Catalog, item: str, until: date) -> None:
    """Item 4: 执行期限截止到2020年12月31日; item 6 prints that date twice."""
    assert catalog.measure(f"周政发〔2020〕27号#{item}").validity.until == until


@pytest.mark.parametrize("item", ["1", "3", "5", "9", "12"])
def test_parts_with_different_ends_leave_the_measure_unstated(catalog: Catalog, item: str) -> None:
    """Item 1 ends 2021-04-30 and 2020-12-31, item 3 2021-12-31 and 2020-12-31; the others print no term."""
    assert catalog.measure(f"周政发〔2020〕27号#{item}").validity == Validity()


@pytest.mark.parametrize(
    "number",
    [
        "周政字〔2024〕33号",
        "周政办字〔2024〕9号",
        "周政发〔2020〕27号",
        "周政办字〔2020〕30号",
        "聊政发〔2021〕7号",
        "聊政办发〔2021〕5号",
        "聊政办字〔2021〕13号",
        "聊政办字〔2021〕14号",
        "聊政任〔2021〕12号",
    ],
)
def test_a_document_that_states_no_term_has_none(catalog: Catalog, number: str) -> None:
    """Nothing is concluded from an issue date."""
    assert catalog.document(number).validity == Validity()


def test_a_start_alone_says_nothing_about_today(catalog: Catalog) -> None:
    """29号 raises the standards from 2020-01-01, the 2022 collection starts 2022-01-01; neither ends."""
    assert catalog.document("周政办字〔2020〕29号").validity.valid_from == date(2020, 1, 1)
    collection = catalog.document("周村2022稳中求进清单").validity
    assert (collection.valid_from, collection.until) == (date(2022, 1, 1), None)
    assert collection.state(date(2026, 11, 21)) is State.UNSTATED


def test_every_basis_stands_in_its_document(catalog: Catalog) -> None:
    """A basis is the source's own words."""
    for document in catalog.documents:
        for measure in document.measures:
            own = measure.validity != document.validity
            assert not own or "".join(measure.validity.basis.split()) in "".join(measure.text.split())


def test_a_term_of_years_ends_the_day_before_the_anniversary() -> None:
    """有效期5年 from 2020-03-01 ends 2025-02-28."""
    found = document_validity("第二十条 本办法自2020年3月1日起施行，有效期5年。", date(2020, 1, 5))
    assert (found.valid_from, found.until) == (date(2020, 3, 1), date(2025, 2, 28))


def test_in_force_from_publication_means_the_issue_date() -> None:
    """自印发之日起施行 takes the date of issue."""
    found = document_validity("本意见自印发之日起施行，有效期至2023年6月30日。", date(2021, 7, 2))
    assert found == Validity(
        date(2021, 7, 2), date(2023, 6, 30), "本意见自印发之日起施行，有效期至2023年6月30日。"
    )


def test_another_documents_term_is_not_this_ones() -> None:
    """A sentence about 该条例 says nothing about the document that quotes it."""
    text = "《条例》自2020年1月1日起施行。各部门要抓好落实。"
    assert document_validity(text, date(2021, 1, 1)) == Validity()


def test_a_deadline_is_no_term() -> None:
    """12月31日前完成 is when work is due."""
    assert measure_validity("2024年12月31日前完成改造任务。", Validity()) == Validity()
