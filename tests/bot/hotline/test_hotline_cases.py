"""Questions and answers that go to the hotline and come back."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from bot.answer import Answer, Status
from bot.hotline import (
    CaseFaultsError,
    cases_json,
    cases_of_json,
    cases_of_workbook,
    cases_workbook,
    every_case,
    fitting_cases,
    import_cases,
)
from bot.store import WEB_CHAT, CaseStatus, HotlineCase, Store

TODAY = date(2026, 11, 29)
PERSON = ":" + "A" * 22
APPROVED = {"department": "区住建局", "approved_by": "李科长", "checked": date(2026, 11, 25)}
KEPT = HotlineCase(
    "zc-2026:7", "电梯坏了找谁", "请找物业。", region="周村", source="周政办字〔2020〕31号", **APPROVED
)
FORMS = {"xlsx": (cases_workbook, cases_of_workbook), "json": (cases_json, cases_of_json)}


@pytest.fixture
def store(tmp_path):
    opened = Store.open(tmp_path / "wenzheng.db", lambda: 1_795_000_000.0)
    yield opened
    opened.close()


@pytest.fixture(params=FORMS)
def form(request):
    """What writes and what reads a form of file."""
    return FORMS[request.param]


def asked(store, text="龙卷风怎么办"):
    """The number of a question that no document covers, whose asker a reply reaches on the page."""
    answer = Answer(text, TODAY, Status.NOT_COVERED, "无")
    return store.journal.asked(PERSON, answer, 0.1, chat=WEB_CHAT)


def exchanged(store, form, change=lambda case: case):
    """Exports everything, changes each case, and imports it again."""
    make, read = form
    return import_cases(store, read(make(list(map(change, every_case(store)))), TODAY))


def of(store, case_id):
    """The case of an id among all."""
    (found,) = [case for case in every_case(store) if case.id == case_id]
    return found


def test_everything_survives_the_round_trip(store, form):
    """Open, answered and kept: the same ids, words and states; importing it unchanged changes nothing."""
    first, second = store.desk.leave(PERSON, WEB_CHAT, "装电梯补多少"), store.desk.leave(PERSON, 7, "=1+1")
    store.desk.reply(second, "请到区住建局咨询。", "区住建局", "编辑员")
    number = asked(store)
    store.hotline.put(KEPT)
    before = every_case(store)
    states = {case.id: case.status for case in before}
    assert states == {
        f"letter-{first}": CaseStatus.UNANSWERED,
        f"letter-{second}": CaseStatus.APPROVED,
        f"asked-{number}": CaseStatus.UNANSWERED,
        KEPT.id: CaseStatus.APPROVED,
    }
    make, read = form
    assert [row.case for row in read(make(before), TODAY)] == list(before)
    assert exchanged(store, form) == (0, 0)
    assert every_case(store) == before


def test_an_approved_answer_goes_to_whoever_left_the_question(store, form):
    """Once; with the department, and the id stays."""
    number = store.desk.leave(PERSON, WEB_CHAT, "装电梯补多少")

    def answered(case):
        return replace(case, answer="每部补10万元。", **APPROVED)

    assert exchanged(store, form, answered) == (1, 1)
    (letter,) = store.desk.replies(PERSON)
    assert (letter.id, letter.reply, letter.department) == (number, "每部补10万元。", "区住建局")
    assert of(store, f"letter-{number}").approved_by == "李科长"
    assert of(store, f"letter-{number}").checked == date(2026, 11, 25)
    assert exchanged(store, form) == (0, 0)


def test_an_answer_that_nobody_approved_is_kept_and_not_sent(store, form):
    """The question still waits; approved later, it is sent."""
    number = store.desk.leave(PERSON, WEB_CHAT, "装电梯补多少")
    assert exchanged(store, form, lambda case: replace(case, answer="草稿")) == (1, 0)
    assert of(store, f"letter-{number}").status is CaseStatus.STORED
    assert [letter.id for letter in store.desk.open()] == [number]
    assert exchanged(store, form, lambda case: replace(case, **APPROVED)) == (1, 1)
    assert store.desk.open() == ()


def test_an_answer_to_what_was_not_covered_reaches_its_askers(store, form):
    """And the question is dealt with; its id keeps the answer."""
    number = asked(store)
    assert exchanged(store, form, lambda case: replace(case, answer="请拨打119。", **APPROVED)) == (1, 1)
    assert store.desk.replies(PERSON)[0].reply == "请拨打119。"
    assert store.journal.uncovered() == ()
    assert of(store, f"asked-{number}").answer == "请拨打119。"


def test_a_row_without_an_id_gets_one(store, form):
    """That is exported from then on."""
    make, read = form
    new = [replace(KEPT, id=""), replace(KEPT, id="", question="电梯年检找谁")]
    assert import_cases(store, read(make(new), TODAY)) == (2, 0)
    ids = {case.id for case in every_case(store)}
    assert len(ids) == 2
    assert all(name.startswith("case-") for name in ids)


FAULTS = [
    ({"question": ""}, "没有写问题"),
    ({"id": "有空格 的"}, "编号只能用字母"),
    ({"answer": "长" * 3001}, "“答案”最多3000字"),
    ({"department": ""}, "写了核准人，还要有答案、答复单位和核对日期"),
    ({"checked": date(2026, 11, 30)}, "不能在今天以后"),
    ({"id": "letter-99"}, "没有“letter-99”这个编号的提问"),
]


@pytest.mark.parametrize(("change", "said"), FAULTS)
def test_one_bad_row_refuses_the_whole_file(store, form, change, said):
    """With its number: in a sheet the header is row 1; nothing of the good row is kept."""
    make, read = form
    with pytest.raises(CaseFaultsError) as refused:
        import_cases(store, read(make([KEPT, replace(KEPT, **{"id": "b2", **change})]), TODAY))
    (line,) = str(refused.value).splitlines()
    assert line.startswith("第3行：" if make is cases_workbook else "第2行：")
    assert said in line
    assert every_case(store) == ()


def test_every_fault_is_told(store, form):
    """Each with its row; an id that stands twice is one."""
    make, read = form
    with pytest.raises(CaseFaultsError) as refused:
        read(make([KEPT, KEPT, replace(KEPT, id="c", question="")]), TODAY)
    assert [("两次" in line, "没有写问题" in line) for line in refused.value.faults] == [
        (True, False),
        (False, True),
    ]


def test_a_file_older_than_a_change_does_not_undo_it(store, form):
    """Somebody changed the answer after the export; the row says so."""
    clock = [1_795_000_000.0]
    store.database.now = lambda: clock[0]
    store.hotline.put(KEPT)
    make, read = form
    old = make([replace(case, answer="改动") for case in every_case(store)])
    clock[0] += 60
    store.hotline.put(replace(KEPT, answer="新的答案"))
    with pytest.raises(CaseFaultsError, match="导出以后有人改过"):
        import_cases(store, read(old, TODAY))
    assert of(store, KEPT.id).answer == "新的答案"


def test_what_was_sent_is_not_changed(store, form):
    """It may be checked again, with another day."""
    number = store.desk.leave(PERSON, WEB_CHAT, "装电梯补多少")
    store.desk.reply(number, "每部补10万元。", "区住建局", "编辑员")
    with pytest.raises(CaseFaultsError, match="已经发给提问的人"):
        exchanged(store, form, lambda case: replace(case, answer="每部补8万元。"))
    again = {"approved_by": "李科长", "checked": TODAY}
    assert exchanged(store, form, lambda case: replace(case, **again)) == (1, 0)
    assert of(store, f"letter-{number}").checked == TODAY
    assert store.desk.letter(number).reply == "每部补10万元。"


def test_a_reply_at_the_desk_comes_before_a_draft_of_the_hotline(store, form):
    """What was kept and not sent no longer shows, and cannot be sent any more."""
    number = store.desk.leave(PERSON, WEB_CHAT, "装电梯补多少")
    exchanged(store, form, lambda case: replace(case, answer="草稿"))
    make, read = form
    old = make([replace(case, **APPROVED) for case in every_case(store)])
    store.desk.reply(number, "每部补10万元。", "区住建局", "编辑员")
    assert of(store, f"letter-{number}").answer == "每部补10万元。"
    with pytest.raises(CaseFaultsError, match="已经发给提问的人"):
        import_cases(store, read(old, TODAY))


def test_a_question_of_several_lines_survives_the_round_trip(store, form):
    """With blanks and returns around it, as phones send them."""
    store.desk.leave(PERSON, WEB_CHAT, " 装电梯\r\n补多少 ")
    assert exchanged(store, form) == (0, 0)


def test_numbers_of_persons_are_masked(store):
    """In questions that the hotline brings."""
    store.hotline.put(replace(KEPT, question="我是13812345678，电梯坏了找谁"))
    assert "13812345678" not in of(store, KEPT.id).question


def test_whoever_is_forgotten_takes_their_questions_along(store, form):
    """With the answers that were kept under their ids; others stay."""
    store.desk.leave(PERSON, WEB_CHAT, "装电梯补多少")
    asked(store)
    store.hotline.put(KEPT)
    exchanged(store, form, lambda case: replace(case, answer="已办。", **APPROVED))
    store.forget(PERSON)
    assert [case.id for case in every_case(store)] == [KEPT.id]


def test_no_cell_is_a_formula_and_its_words_come_back():
    """A question that begins with a sign of a formula is text on both ways."""
    body = cases_workbook([replace(KEPT, question='=HYPERLINK("http://x")', answer="+1", approved_by="")])
    cells = [cell for row in load_workbook(io.BytesIO(body)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert cases_of_workbook(body, TODAY)[0].case.question == '=HYPERLINK("http://x")'


def test_columns_may_stand_in_any_order_and_days_may_be_days():
    """As people rearrange a sheet; a column that is missing is named."""
    book = Workbook()
    names = ["核对日期", "问题", "编号", "状态", "答案", "答复单位", "地区", "依据", "核准人", "备注"]
    book.active.append(names)
    book.active.append(
        [date(2026, 11, 20), "电梯坏了找谁", "x1", "已核准", "请找物业。", "区住建局", None, None, "李", 1]
    )
    file = io.BytesIO()
    book.save(file)
    (row,) = cases_of_workbook(file.getvalue(), TODAY)
    assert (row.number, row.case.id, row.case.checked) == (2, "x1", date(2026, 11, 20))
    book.active["B1"] = "内容"
    book.save(file := io.BytesIO())
    with pytest.raises(CaseFaultsError, match="缺少这些列：问题"):
        cases_of_workbook(file.getvalue(), TODAY)


def test_a_state_that_does_not_fit_is_told():
    """Whoever writes 已核准 without a name has forgotten it."""
    told = json.loads(cases_json([replace(KEPT, approved_by="")]))
    told["cases"][0]["status"] = "approved"
    with pytest.raises(CaseFaultsError, match="状态写的是“approved”，按内容应是“未核准”"):
        cases_of_json(json.dumps(told).encode(), TODAY)


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b'{"format": 2, "cases": []}', b'{"format": 1, "cases": [1]}', b"[" * 100_000, b"\xff"],
)
def test_what_is_no_such_json_is_refused_in_one_line(data):
    """Also where a value is no text, and where it is nested without end."""
    with pytest.raises(CaseFaultsError) as refused:
        cases_of_json(data, TODAY)
    assert len(str(refused.value).splitlines()) == 1


def test_what_is_no_workbook_is_refused_in_one_line():
    """An empty file, a text, an archive of something else, and one that unpacks to a flood."""
    flood = io.BytesIO()
    with zipfile.ZipFile(flood, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 61_000_000)
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("a.txt", "x")
    for data in (b"", b"hello", other.getvalue(), flood.getvalue()):
        with pytest.raises(CaseFaultsError) as refused:
            cases_of_workbook(data, TODAY)
        assert len(str(refused.value).splitlines()) == 1


def test_approved_answers_to_questions_like_it_are_offered():
    """Of five shared pairs of eight and ten the likeness is 10/18."""
    kept = replace(KEPT, question="旧冰箱换新的补贴怎么领", region="")
    (found,) = fitting_cases([kept], "旧冰箱换新有补贴吗", None)
    assert found == (10 / 18, kept)


@pytest.mark.parametrize(
    "change",
    [{"approved_by": ""}, {"region": "聊城"}, {"question": "旧手机换新有补贴吗"}, {"question": "低保怎么办"}],
)
def test_what_does_not_fit_is_not_offered(change):
    """Nobody approved it, another place, another thing, another matter."""
    kept = replace(KEPT, question="旧冰箱换新的补贴怎么领", region="周村")
    assert fitting_cases([replace(kept, **change)], "旧冰箱换新有补贴吗", "周村") == ()
