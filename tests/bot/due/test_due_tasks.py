"""What is due, as the documents print it."""

from dataclasses import replace
from datetime import date

import pytest

from bot.due import DueTime, by_department, due_line, due_state, due_window, tasks_due, tasks_of, time_words
from bot.store import ProgressNote
from bot.web.desk.due_sheet import due_workbook
from corpus.records import Responsibility, Role, Validity
from corpus.ties import Tie, TieKind
from corpus.workbooks import open_workbook
from tests.bot.fakes import DOCUMENT, FakeCatalog, measure
from tests.bundled import bundled_catalog

TODAY = date(2026, 11, 20)
OPEN = Validity()


def duty(department, role=Role.LEAD, deadline=None):
    """A department with what it does."""
    return Responsibility(department, department, role, deadline=deadline)


def library(*duties, validity=OPEN, deadline=None, issued=date(2026, 3, 1), ties=(), **changed):
    """One document of 周村 with one measure."""
    held = measure(
        "3", (("", "建设停车场。"),), validity=validity, deadline=deadline, responsibilities=duties, **changed
    )
    return FakeCatalog((replace(DOCUMENT, issued=issued, validity=validity, measures=(held,)),), ties=ties)


def due(catalog, today=TODAY):
    """(department, last day, how far off) of all that is due."""
    found = tasks_due(catalog, due_window(today), ["周村"])
    return [(task.department, task.day, task.time) for task in found]


@pytest.mark.parametrize(
    ("today", "this", "following"),
    [
        (date(2026, 11, 20), date(2026, 11, 30), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2026, 12, 31), date(2027, 1, 31)),
        (date(2024, 1, 31), date(2024, 1, 31), date(2024, 2, 29)),
    ],
)
def test_the_window_ends_with_the_next_month(today, this, following):
    """Over the end of a year, and into the shorter month."""
    window = due_window(today)
    assert (window.month_end, window.next_end) == (this, following)


def test_the_earliest_day_comes_first_and_what_is_later_is_left_out():
    """A stage each; February of 2027 is behind the window."""
    catalog = library(duty("区住建局", deadline="9月底前开工，12月底前完成，2027年2月底前验收"))
    assert due(catalog) == [
        ("区住建局", date(2026, 9, 30), DueTime.OVERDUE),
        ("区住建局", date(2026, 12, 31), DueTime.NEXT_MONTH),
    ]


def test_the_last_day_counts_itself():
    """Due on the 20th of November is overdue on the 21st."""
    catalog = library(duty("区住建局", deadline="2026年11月20日前"))
    assert due(catalog)[0][2] is DueTime.THIS_MONTH
    assert due(catalog, date(2026, 11, 21))[0][2] is DueTime.OVERDUE


def test_whoever_only_supports_is_listed_where_nobody_leads():
    """Else the lead alone; bodies above never."""
    lead, support = duty("区住建局"), duty("区财政局", Role.SUPPORT)
    above = duty("省住建厅", Role.SUPERIOR)
    led = library(above, lead, support, deadline="2026年12月")
    assert [name for name, _, _ in due(led)] == ["区住建局"]
    assert [name for name, _, _ in due(library(above, support, deadline="2026年12月"))] == ["区财政局"]
    assert [name for name, _, _ in due(library(deadline="2026年12月"))] == [""]


def test_what_does_not_apply_is_nobodys_task():
    """The document says that it is not for this region."""
    assert due(library(duty("区住建局"), deadline="2026年12月", applies_basis="我区不涉及。")) == []


def test_the_tasks_of_a_department_are_all_that_print_a_deadline():
    """Supporting too, also without a certain day, which comes last."""
    catalog = library(duty("区财政局", Role.SUPPORT, "长期"), duty("区财政局", Role.LEAD, "2027年5月"))
    tasks = tasks_of(catalog, due_window(TODAY), "周村", "区财政局")
    assert [(task.words, task.role, task.time) for task in tasks] == [
        ("2027年5月", Role.LEAD, DueTime.LATER),
        ("长期", Role.SUPPORT, DueTime.UNDATED),
    ]


def test_a_department_named_twice_counts_once_in_its_highest_role():
    """As in the ledger."""
    catalog = library(duty("区财政局", Role.SUPPORT), duty("区财政局"), deadline="2026年12月")
    (task,) = tasks_of(catalog, due_window(TODAY), "周村", "区财政局")
    assert task.role is Role.LEAD


@pytest.mark.parametrize(
    ("validity", "said"),
    [
        (Validity(None, date(2026, 6, 30), "有效期至2026年6月30日"), "这份文件已于2026年6月30日到期"),
        (Validity(void=True), "这份文件已失效"),
        (Validity(draft=True), "这份文件是征求意见稿"),
        (Validity(date(2027, 1, 1)), "这份文件尚未施行"),
        (Validity(), ""),
    ],
)
def test_a_document_that_is_not_in_force_is_said_so(validity, said):
    """In every line of its tasks."""
    catalog = library(duty("区住建局"), validity=validity, deadline="2026年12月")
    (task,) = tasks_due(catalog, due_window(TODAY), ["周村"])
    assert due_state(task) == said
    assert due_line(1, task, TODAY).endswith(f"；{said}" if said else "）")


def test_a_document_that_another_ended_is_said_so():
    """From the day on which it was repealed."""
    tie = Tie(TieKind.REPEALS, "周政办字〔2026〕8号", DOCUMENT.number, "", since=date(2026, 10, 1))
    catalog = library(duty("区住建局"), deadline="2026年12月", ties=(tie,))
    (task,) = tasks_due(catalog, due_window(TODAY), ["周村"])
    assert due_state(task) == "这份文件已被废止或已有新文件"
    (before,) = tasks_of(catalog, due_window(date(2026, 9, 30)), "周村", "区住建局")
    assert due_state(before) == ""


def test_a_line_names_the_day_the_words_and_the_measure():
    """The month as printed, its last day as counted."""
    (task,) = tasks_due(library(duty("区住建局", deadline="2026年12月底前")), due_window(TODAY), ["周村"])
    assert due_line(4, task, TODAY) == (
        "4. 2026年12月31日，下月到期，还有41天（原文“2026年12月底前”）"
        "〔牵头〕建设停车场（周政办字〔2024〕11号第3项）"
    )
    assert time_words(task, date(2026, 12, 31)) == "今天到期"


def test_departments_with_the_earliest_day_come_first():
    """周政办字〔2020〕30号 prints 2020年8月 for 区大数据局, 区委网信办, and 9月 for 区行政审批服务局."""
    catalog = bundled_catalog()
    grouped = by_department(tasks_due(catalog, due_window(TODAY), ["周村"]))
    assert [name for _, name in grouped][:3] == ["区大数据局", "区委网信办", "区行政审批服务局"]
    assert {task.document.region for group in grouped.values() for task in group} == {"周村"}
    (task,) = grouped["周村", "区委网信办"]
    assert (task.measure.id, task.words) == ("周政办字〔2020〕30号#（二）", "2020年8月")
    assert time_words(task, TODAY) == "时限已过2272天"


def test_the_table_holds_the_last_note_and_runs_nothing():
    """What begins like a formula is text."""
    (task,) = tasks_due(library(duty("区住建局", deadline="2026年12月")), due_window(TODAY), ["周村"])
    note = ProgressNote(0.0, "编辑员", "王科长", "=1+1", done=True)
    body = due_workbook([task], {task.key: note}, TODAY, lambda _: "2026-11-20 09:00")
    header, row = open_workbook(body).active.iter_rows()
    told = dict(zip([cell.value for cell in header], row, strict=True))
    assert told["最后一天"].value == "2026-12-31"
    assert told["单位"].value == "区住建局"
    assert (told["进展"].value, told["进展"].data_type) == ("=1+1", "s")
    assert (told["是否办结"].value, told["谁说的"].value, told["记录人"].value) == (
        "已办结",
        "王科长",
        "编辑员",
    )
