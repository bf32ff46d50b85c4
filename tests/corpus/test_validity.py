from datetime import date

import pytest

from corpus.catalog import Catalog
from corpus.extraction.days.measure_terms import measure_validity, row_validity
from corpus.extraction.days.validity import document_validity
from corpus.extraction.document_facts.marks import marked
from corpus.extraction.document_facts.replaced_numbers import replaced_numbers
from corpus.records import Section, State, Validity

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


def test_a_sentence_on_prices_is_no_term() -> None:
    """What begins on a day is here the price, not the document."""
    text = "一、自2023年6月1日起实施差别化电价。"
    assert document_validity(text, date(2023, 5, 1)) == Validity()


def test_a_deadline_is_no_term() -> None:
    """12月31日前完成 is when work is due."""
    assert measure_validity("2024年12月31日前完成改造任务。", Validity()) == Validity()


@pytest.mark.parametrize(
    ("name", "printed", "expected"),
    [
        ("有效期", "2026年10月31日", (None, date(2026, 10, 31))),
        ("有效期至", "2026-10-31", (None, date(2026, 10, 31))),
        ("政策有效期", "2026年1月1日至\n2026年12月", (date(2026, 1, 1), date(2026, 12, 31))),
        ("执行期限", "2026.3.1—2027.2.28", (date(2026, 3, 1), date(2027, 2, 28))),
        ("有效期限", "截至2027年底", (None, date(2027, 12, 31))),
    ],
)
def test_a_column_of_terms_gives_its_row_a_term(
    name: str, printed: str, expected: tuple[date | None, date]
) -> None:
    """The words of the cell are the basis."""
    found = row_validity((Section("政策名称", "稳岗返还"), Section(name, printed)), Validity())
    assert found == Validity(*expected, "".join(printed.split()))


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("有效期", "长期有效"),
        ("有效期", "2年"),
        ("有效期", "2026年13月1日"),
        ("有效期", "奖补到2026年12月31日，贴息到2027年6月30日"),
        ("完成时限", "2026年10月31日"),
        ("申报时间", "2026年10月31日"),
    ],
)
def test_a_cell_without_one_day_gives_no_term(name: str, printed: str) -> None:
    """Nor does a column that says when something is due."""
    assert row_validity((Section(name, printed),), Validity()) is None


def test_the_term_of_a_row_starts_with_its_document_unless_it_prints_a_first_day() -> None:
    """What is put out for opinions, or marked as void, gets no term from a row."""
    row = (Section("有效期", "至2026年12月31日"),)
    whole = Validity(date(2026, 5, 1), date(2030, 1, 1), "本清单自2026年5月1日起施行，有效期至2030年1月1日。")
    assert row_validity(row, whole) == Validity(date(2026, 5, 1), date(2026, 12, 31), "至2026年12月31日")
    assert row_validity(row, Validity(basis="征求意见稿", draft=True)) is None
    assert row_validity(row, Validity(void=True, basis="有效性：失效")) is None


@pytest.mark.parametrize("mark", ["有效性：失效", "有效性：已废止", "文件状态：全文废止", "效力状态：无效"])
def test_a_site_that_marks_a_document_as_void_is_believed(mark: str) -> None:
    """Whatever term the text states; the mark is the basis."""
    stated = Validity(date(2020, 1, 1), date(2030, 1, 1), "有效期至2030年1月1日")
    found = marked((mark,), stated)
    assert found.state(date(2026, 11, 21)) is State.EXPIRED
    assert found.basis == mark


def test_a_site_that_calls_a_document_valid_proves_nothing_for_today() -> None:
    """The page was saved some day; the text states no term."""
    assert marked(("有效性：有效",), Validity()) == Validity()


def test_days_of_a_sites_table_count_where_the_text_names_none() -> None:
    """失效日期 of the table; the text's own until counts before it."""
    marks = ("实施日期：2023-05-01", "失效日期：2028-04-30")
    assert marked(marks, Validity()) == Validity(date(2023, 5, 1), date(2028, 4, 30), "失效日期：2028-04-30")
    own = Validity(date(2023, 5, 1), date(2027, 1, 1), "有效期至2027年1月1日")
    assert marked(marks, own) == own


@pytest.mark.parametrize(
    ("text", "start", "until"),
    [
        ("本办法自发布之日起30日后施行，有效期3年。", date(2023, 5, 31), date(2026, 5, 30)),
        ("本办法自公布之日起三十日后施行。", date(2023, 5, 31), None),
        ("本办法自公布之日起十五日后施行。", date(2023, 5, 16), None),
        ("本规划自2023年6月1日起施行，有效期十五年。", date(2023, 6, 1), date(2038, 5, 31)),
        ("本规定（试行）自2023年6月1日起试行，试行期两年。", date(2023, 6, 1), date(2025, 5, 31)),
        ("本办法自2023年6月1日起施行，试行期1年。", date(2023, 6, 1), date(2024, 5, 31)),
        ("本规定自2023年6月1日起暂行，有效期至2024年12月31日。", date(2023, 6, 1), date(2024, 12, 31)),
        (
            "十二、本意见自2023年6月1日起施行，有效期五年，至2028年5月31日。",
            date(2023, 6, 1),
            date(2028, 5, 31),
        ),
        ("本通知自印发之日起施行，有效期2年。", date(2023, 5, 1), date(2025, 4, 30)),
        ("本办法有效期自2023年8月1日至2028年7月31日。", date(2023, 8, 1), date(2028, 7, 31)),
        ("本措施执行期限为2023年1月1日至2025年12月31日。", date(2023, 1, 1), date(2025, 12, 31)),
        ("第十条 自2023年6月1日起施行，有效期5年。", date(2023, 6, 1), date(2028, 5, 31)),
        ("本办法自2023年6月1日起施行。有效期至2025年12月31日。", date(2023, 6, 1), date(2025, 12, 31)),
    ],
)
def test_terms_as_regulations_word_them(text: str, start: date, until: date | None) -> None:
    """Issued on 2023-05-01; thirty days later is 2023-05-31; a term of years ends the day before."""
    found = document_validity(text, date(2023, 5, 1))
    assert (found.valid_from, found.until) == (start, until)


@pytest.mark.parametrize(
    ("term", "until"),
    [
        ("有效期一年零六个月", date(2027, 8, 31)),
        ("有效期1年6个月", date(2027, 8, 31)),
        ("试行一年半", date(2027, 8, 31)),
        ("有效期两年又三个月", date(2028, 5, 31)),
        ("有效期半年", date(2026, 8, 31)),
        ("有效期一年", date(2027, 2, 28)),
    ],
)
def test_a_term_of_years_and_months_ends_after_both(term: str, until: date) -> None:
    """From 2026-03-01; the day before the same day of the month counts last."""
    assert document_validity(f"本办法自2026年3月1日起施行，{term}。", None).until == until


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("《甲办法》（周政办发〔2018〕7号）同时废止。", ("周政办发〔2018〕7号",)),
        ("《甲办法》（周政办发[2018]7号）、《乙办法》（周政发〔2019〕1号）同时废止。",
         ("周政办发〔2018〕7号", "周政发〔2019〕1号")),
        ("原《甲办法》（周政办发〔2018〕7号）自本办法施行之日起废止。", ("周政办发〔2018〕7号",)),
        ("《甲办法》（周政办发〔2018〕7号）第三条同时废止。", ()),
        ("根据周政办发〔2018〕7号文件要求，对废止的证照予以清理。", ()),
        ("此前规定与本办法不一致的，以本办法为准。", ()),
        ("自施行之日起，某政发(2017)3号、某政办发【2018】第4号予以废止。",
         ("某政发〔2017〕3号", "某政办发〔2018〕4号")),
        ("根据某政发〔2016〕1号的要求，《甲办法》（某政发〔2017〕3号）即行废止。", ("某政发〔2017〕3号",)),
        ("《甲办法》（某政发〔2017〕3号）中与本办法不一致的内容不再执行。", ()),
        ("《甲办法》（某政发〔2017〕3号）继续有效。", ()),
    ],
)  # fmt: skip
def test_what_a_document_repeals_is_told_by_number(text: str, numbers: tuple[str, ...]) -> None:
    """Whole documents only: an article of one leaves the rest in force."""
    assert replaced_numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "start", "until"),
    [
        ("本实施细则自2024年8月1日起施行，有效期至2027年7月31日。", date(2024, 8, 1), date(2027, 7, 31)),
        ("本若干措施自2024年8月1日起执行，有效期三年。", date(2024, 8, 1), date(2027, 7, 31)),
        ("本行动计划自公布之日起施行。", date(2024, 7, 26), None),
        ("3.本措施自2024年9月1日起试行，试行期两年。", date(2024, 9, 1), date(2026, 8, 31)),
        ("（五）本意见自2019年2月1日实施。", date(2019, 2, 1), None),
        ("本实施意见于2024年9月1日起施行。", date(2024, 9, 1), None),
        ("本措施自印发之日起试行一年。", date(2024, 7, 26), date(2025, 7, 25)),
        ("施行说明：第九条 本办法自印发之日起施行，试行一年。", date(2024, 7, 26), date(2025, 7, 25)),
        ("第二十条【施行日期】 本规定自2024年10月1日起施行。", date(2024, 10, 1), None),
        ("本办法自印发之日起一个月后施行。", date(2024, 8, 26), None),
        ("本通知自2024年9月1日起执行，执行期限6个月。", date(2024, 9, 1), date(2025, 2, 28)),
        ("本办法有效期至2027年12月31日。", None, date(2027, 12, 31)),
        ("本办法有效期五年，自2016年1月1日起施行。", date(2016, 1, 1), date(2020, 12, 31)),
        ("本通知有效期1年。", date(2024, 7, 26), date(2025, 7, 25)),
        ("本细则与《办法》一并施行，有效期至2027年5月31日。", None, date(2027, 5, 31)),
        ("本细则自2024年9月1日起与《办法》一并施行。", date(2024, 9, 1), None),
        ("本细则自2024年9月1日起与《养犬办法》同步实施，有效期两年。", date(2024, 9, 1), date(2026, 8, 31)),
        ("本通知适用截止时间为2024年12月31日。", None, date(2024, 12, 31)),
        ("施行时间：自2024年8月1日起至2025年7月31日。", date(2024, 8, 1), date(2025, 7, 31)),
        ("政策有效期：2024年1月1日至2026年12月31日", date(2024, 1, 1), date(2026, 12, 31)),
        ("政策期限为2016年至2018年。", date(2016, 1, 1), date(2018, 12, 31)),
        ("本方案实施期限为2024年至2026年。", date(2024, 1, 1), date(2026, 12, 31)),
        ("本措施自发布之日起施行，有效期至2026年12月。", date(2024, 7, 26), date(2026, 12, 31)),
        ("本措施有效期至2025年2月底。", None, date(2025, 2, 28)),
        ("本办法自二○二五年五月六日起施行，有效期至二○三○年五月五日。", date(2025, 5, 6), date(2030, 5, 5)),
        ("本办法自二〇二五年五月六日起施行，有效期五年。", date(2025, 5, 6), date(2030, 5, 5)),
        ("关于支持企业的若干意见\n《意见》自2024年9月1日起施行。", date(2024, 9, 1), None),
        ("《养犬办法》已经通过，现予公布，自2025年7月1日起施行。", date(2025, 7, 1), None),
        ("以上政策自2024年1月1日起执行，至2024年12月31日止。", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_document_may_call_itself_and_word_its_term_in_many_ways(
    text: str, start: date | None, until: date | None
) -> None:
    """Issued on 2024-07-26; a month alone ends on its last day, a year on 31 December."""
    found = document_validity(text, date(2024, 7, 26))
    assert (found.valid_from, found.until) == (start, until)


@pytest.mark.parametrize(
    "text",
    [
        "居住证有效期为一年，每年签注一次。",
        "本次申报截止时间为2024年8月31日。",
        "本项目实施期限为2024年1月至2025年12月。",
        "本项政策自2024年1月1日起执行。",
        "《青禾县养老服务条例》自2020年1月1日起施行。",
        "执行期限：2024年1月1日至2024年6月30日。\n执行期限：2024年1月1日至2024年12月31日。",
        "各项政策自发布之日起实施。",
    ],
)
def test_the_term_of_a_part_or_of_something_else_is_not_the_documents(text: str) -> None:
    """Of a permit, a round of applications, one item, another document, several parts."""
    found = document_validity(text, date(2024, 7, 26))
    assert (found.valid_from, found.until) == (None, None)


@pytest.mark.parametrize(
    "line", ["青禾县民政局办公室 2024年7月29日印发", "青禾县民政局办公室\n2024年7月29日印发"]
)
def test_the_day_of_printing_begins_a_term(line: str) -> None:
    """自印发之日 means the day that the last line prints; 自公布之日 the day of issue."""
    printed = document_validity(f"本办法自印发之日起施行，有效期1年。\n{line}", date(2024, 7, 26))
    assert (printed.valid_from, printed.until) == (date(2024, 7, 29), date(2025, 7, 28))
    published = document_validity(f"本办法自公布之日起施行。\n{line}", date(2024, 7, 26))
    assert published.valid_from == date(2024, 7, 26)


@pytest.mark.parametrize(
    ("words", "first", "until"),
    [
        ("本措施执行期暂定为自政策发布之日起三个月。", date(2026, 3, 10), date(2026, 6, 9)),
        ("本意见执行期限为自印发之日起至2026年9月30日。", date(2026, 3, 10), date(2026, 9, 30)),
        ("本办法有效期自公布之日起2年。", date(2026, 3, 10), date(2028, 3, 9)),
        ("本通知自发布之日起暂执行至2026年9月30日止。", date(2026, 3, 10), date(2026, 9, 30)),
        ("本政策实施期限暂定为自本政策发布之日起半年。", date(2026, 3, 10), date(2026, 9, 9)),
    ],
)
def test_a_term_may_begin_with_the_day_of_issue(words: str, first: date, until: date) -> None:
    """Without 施行; issued on 2026-03-10."""
    validity = document_validity(f"某市若干措施\n{words}\n", date(2026, 3, 10))
    assert (validity.valid_from, validity.until) == (first, until)


@pytest.mark.parametrize(
    "sentence",
    [
        "本办法有效期三年，自2026年4月1日起计算。",
        "本办法试行期为三年，从2026年4月1日起算。",
        "本办法执行期限三年，自2026年4月1日开始计算。",
    ],
)
def test_a_term_is_counted_from_the_day_that_it_names_not_from_that_of_issue(sentence: str) -> None:
    """Issued on 2 March; three years from 1 April end on 31 March 2029."""
    validity = document_validity(sentence, date(2026, 3, 2))
    assert (validity.valid_from, validity.until) == (date(2026, 4, 1), date(2029, 3, 31))


@pytest.mark.parametrize(
    ("sentence", "first", "until"),
    [
        ("本办法自2026年4月1日起施行，为期两年。", date(2026, 4, 1), date(2028, 3, 31)),
        ("本措施自2026年4月1日起实施，期限暂定为18个月。", date(2026, 4, 1), date(2027, 9, 30)),
        ("本细则有效期自2026年4月1日起五年。", date(2026, 4, 1), date(2031, 3, 31)),
        ("本意见施行期限自2026年4月1日起计算，为期半年。", date(2026, 4, 1), date(2026, 9, 30)),
        ("本通知自公布之日起执行。期限一年。", date(2026, 3, 2), date(2027, 3, 1)),
        ("本方案自2026年4月1日起施行，为期三年的整治行动由县水利局开展。", date(2026, 4, 1), None),
        ("本办法自2026年4月1日起施行，每户补贴期限两年。", date(2026, 4, 1), None),
    ],
)
def test_a_term_may_be_counted_without_the_word_for_validity(
    sentence: str, first: date, until: date | None
) -> None:
    """Issued on 2 March; how long an action or a grant lasts is no term of the document."""
    validity = document_validity(sentence, date(2026, 3, 2))
    assert (validity.valid_from, validity.until) == (first, until)
