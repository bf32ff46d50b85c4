"""Terms that single sentences state, and what is none."""

from datetime import date

import pytest

from corpus.extraction.days.sentence_terms import TermKind, sentence_terms

ISSUED = date(2020, 7, 10)


def read(text: str) -> list[tuple[date | None, date, str]]:
    return [(term.first, term.until, term.words) for term in sentence_terms(text, ISSUED)]


@pytest.mark.parametrize(
    ("text", "until", "words"),
    [
        (
            "补贴期限最长为6个月，政策受理期限截止到2020年12月31日。",
            date(2020, 12, 31),
            "政策受理期限截止到2020年12月31日",
        ),
        ("执行期限延长至2021年4月30日。", date(2021, 4, 30), "执行期限延长至2021年4月30日"),
        ("政策执行期限延长到今年年底。", date(2020, 12, 31), "政策执行期限延长到今年年底"),
        ("还本付息政策再延长至明年3月底。", date(2021, 3, 31), "还本付息政策再延长至明年3月底"),
        ("最长可延至2021年3月31日。", date(2021, 3, 31), "最长可延至2021年3月31日"),
        (
            "每家补2台，申请截止到9月30日，逾期不再受理。",
            date(2020, 9, 30),
            "申请截止到9月30日",
        ),
        ("临时号牌使用至2027年11月30日。", date(2027, 11, 30), "临时号牌使用至2027年11月30日"),
        ("申报截止时间为2020年9月30日，逾期不予受理。", date(2020, 9, 30), "申报截止时间为2020年9月30日"),
        ("请于9月30日17:00前提交申请材料。", date(2020, 9, 30), "请于9月30日17:00前提交申请材料"),
        (
            "请于2020年9月30日下午5时前将申报表报送县工信局。",
            date(2020, 9, 30),
            "请于2020年9月30日下午5时前将申报表报送县工信局",
        ),
        ("申报期限：2020年9月30日止。", date(2020, 9, 30), "申报期限：2020年9月30日止"),
        ("网上申报于2020年9月30日24时关闭。", date(2020, 9, 30), "网上申报于2020年9月30日24时关闭"),
        ("报名截止日期：2020年8月20日。", date(2020, 8, 20), "报名截止日期：2020年8月20日"),
        ("材料提交截止时间为8月20日。", date(2020, 8, 20), "材料提交截止时间为8月20日"),
        (
            "请符合条件的企业于9月30日前向县工信局提交申请。",
            date(2020, 9, 30),
            "请符合条件的企业于9月30日前向县工信局提交申请",
        ),
        (
            "有意者请于2020年8月15日前将报名表报县人社局，过期不候。",
            date(2020, 8, 15),
            "有意者请于2020年8月15日前将报名表报县人社局",
        ),
    ],
)
def test_the_end_of_a_grant_is_read(text: str, until: date, words: str) -> None:
    """今年 and a day without a year are those of the document."""
    assert read(text) == [(None, until, words)]


def test_a_span_has_its_first_day() -> None:
    """The year of the end is that of the beginning where it is not printed again."""
    words = "投保期为2026年1月5日至2月28日"
    assert read(f"{words}，逾期不补。") == [(date(2026, 1, 5), date(2026, 2, 28), words)]


def test_years_of_a_fund_are_no_term_of_a_grant() -> None:
    """周政办字〔2024〕11号 rows 4, 6, 7 and 8."""
    (term,) = sentence_terms("2024-2025年，省级筹集资金，给予企业一次性补贴。", ISSUED)
    assert (term.kind, term.words) == (TermKind.FUND, "2024-2025年")
    assert (term.first, term.until) == (date(2024, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "到2022年底全区建成充电桩数量达220个以上。",
        "2020年6月1日至12月31日期间到期的贷款可以展期。",
        "2020-2022年，计划改造老旧小区34个。",
        "每季度最后一个月的1日至15日申领。",
        "各奖项的申报截止时间为每年度的9月30日。",
        "2020年底前，实现应接尽接。",
    ],
)
def test_targets_and_yearly_days_are_no_terms(text: str) -> None:
    """A goal ends nothing, and what returns every year has not ended."""
    assert read(text) == []


def test_relief_up_to_a_day_ends_with_it():
    """前 with what is waived or halved; a day of completion beside it is no term."""
    (term,) = sentence_terms("2026年9月30日前免收不动产登记费", date(2024, 3, 1))
    assert (term.first, term.until) == (None, date(2026, 9, 30))
    assert list(sentence_terms("2010年12月31日前建成的小区，列入改造", date(2024, 3, 1))) == []


def test_the_window_of_a_grant_is_its_term():
    """期间 counts where money is given in the sentence."""
    (term,) = sentence_terms("2025年2月1日至8月31日期间购置收割机的，每台补助1万元", date(2025, 1, 1))
    assert (term.first, term.until) == (date(2025, 2, 1), date(2025, 8, 31))
    assert list(sentence_terms("2025年2月1日至8月31日期间组织排查", date(2025, 1, 1))) == []


def test_a_label_before_a_colon_says_what_a_span_is() -> None:
    """报名时间 stands before the colon; a span without such a label is none."""
    assert read("报名时间：2020年8月1日至8月20日。") == [
        (date(2020, 8, 1), date(2020, 8, 20), "报名时间：2020年8月1日至8月20日")
    ]
    assert read("会议地点：2020年8月1日至8月20日在县城。") == []


@pytest.mark.parametrize(
    "text",
    [
        "9月底前实现依申请政务服务事项可网办率达到95%以上。",
        "6月底前申报知识产权保护重点关注市场。",
        "须于2020年12月31日前完成申报系统建设。",
        "每年3月31日前申报。",
        "施行时间：2021年1月1日。",
        "截止2020年6月30日，全县登记企业三千家。",
        "申报工作会议于2020年9月30日召开。",
        "对象为2020年7月27日前（即申请截止之日前）登记的家庭。",
    ],
)
def test_a_day_of_a_task_or_of_a_start_ends_nothing(text: str) -> None:
    """What an office must have done, what returns every year, a day on which something begins."""
    assert read(text) == []


def test_a_span_that_opens_a_sentence_on_what_is_handed_in_is_when() -> None:
    """As the first step of several has it; what it says behind the span belongs to its words."""
    text = "第一步：申请。2020年4月1日至5月15日，符合条件的家庭到街道办事处领取申请表；第二步：初审。"
    assert read(text) == [
        (date(2020, 4, 1), date(2020, 5, 15), "2020年4月1日至5月15日，符合条件的家庭到街道办事处领取申请表")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2020年4月1日至5月15日，全县登记企业三千家。",
        "2020年4月1日至5月15日，全县申请专利300件。",
        "2020年4月1日至5月15日，县民政局核对申请人的收入。",
        "2020年4月1日至5月15日，举办展览。",
    ],
)
def test_a_span_of_what_was_counted_or_is_done_ends_nothing(text: str) -> None:
    """Statistics, the work of an office, events."""
    assert read(text) == []
