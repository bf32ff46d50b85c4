"""What the staff filled in, asked about: behind what is printed, with who filled it in and when."""

from datetime import date

import pytest

from bot.answer import Ask, Status
from bot.answering import Assistant
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from bot.rendering import answer_blocks, full_blocks, render_text
from bot.staff_fields import FieldKind, FieldSubject, StaffField
from corpus.catalog import Catalog
from tests.bot.answering.test_particulars import ALLOWANCE
from tests.bot.conversation.said_turns import Told
from tests.bot.fakes import FRIDGE, FakeCatalog, FakeFinding, FakeHit, FakeQuery, FakeSearch, found
from tests.bundled import bundled_catalog
from tests.corpus.taken import taken

DAY = date(2026, 11, 20)
OFFICE = FieldSubject("", "周村", "区商务局")
NUMBER = "临民发〔2026〕8号"


def filled(*fields):
    """Gives these (subject, kind, words) as the store does."""
    kept = [StaffField(subject, kind, words, "张三", DAY) for subject, kind, words in fields]
    return lambda subjects: [field for subject in subjects for field in kept if field.subject == subject]


def talk_over(assistant):
    """Says one turn of one conversation."""
    talk = Talk(assistant, MemorySessions())
    return lambda words: talk.ask(Ask(words, session="s"))


@pytest.fixture
def over_notice(tmp_path):
    """Says one turn over the notice of the allowance, with fields of the staff."""

    def made(*fields):
        finds = {"多少钱": FakeFinding(hits=(FakeHit(f"{NUMBER}#第三条"),))}
        path = tmp_path / "通知.txt"
        path.write_text(ALLOWANCE, encoding="utf-8")
        library = Catalog((taken(path),), "d")
        assistant = Assistant(
            library, Told(finds), today=lambda: date(2026, 11, 21), staff_fields=filled(*fields)
        )
        return talk_over(assistant)

    return made


@pytest.mark.parametrize(
    ("turn", "kind", "words"),
    [
        ("几点上班", FieldKind.HOURS, "周一至周五 8:30—17:00"),
        ("星期天能办不", FieldKind.HOURS, "周一至周五 8:30—17:00"),
    ],
)
def test_what_no_document_prints_is_told_as_the_staff_say(over_notice, turn, kind, words):
    """With who filled it in and when; not as words of the document."""
    say = over_notice((FieldSubject(f"{NUMBER}#第三条"), kind, words))
    say("高龄津贴多少钱")
    answer = say(turn)
    assert answer.status is Status.ANSWERED
    assert f"办公时间：{words} （由张三2026-11-20填写）" in answer.text
    assert "工作人员填写，不是文件原文" in answer.text


def test_what_the_document_prints_comes_first(over_notice):
    """第四条 prints the papers; those of the staff stand below it."""
    say = over_notice((FieldSubject(f"{NUMBER}#第三条"), FieldKind.MATERIALS, "另带两张照片"))
    say("高龄津贴多少钱")
    text = say("要带什么材料").text
    assert 0 < text.index("持身份证、户口簿") < text.index("另带两张照片")


def test_what_is_not_asked_for_is_not_told_then(over_notice):
    """Asked for the papers, the hours are left out."""
    subject = FieldSubject(f"{NUMBER}#第三条")
    say = over_notice((subject, FieldKind.MATERIALS, "照片"), (subject, FieldKind.HOURS, "每天"))
    say("高龄津贴多少钱")
    text = say("要带什么材料").text
    assert "照片" in text
    assert "每天" not in text


def assistant(*fields):
    """Finds item 19 of the list of 2024, which 区商务局 does."""
    return Assistant(bundled_catalog(), found(FRIDGE.id), today=lambda: DAY, staff_fields=filled(*fields))


def test_an_answer_and_the_whole_text_show_what_is_filled_in():
    """Behind whom to call; of a kind that both have, the measure's own."""
    answer = assistant(
        (OFFICE, FieldKind.ADDRESS, "新建东路1号"),
        (OFFICE, FieldKind.HOURS, "周一至周五"),
        (FieldSubject(FRIDGE.id), FieldKind.HOURS, "每天"),
    ).ask(Ask("旧冰箱换新"))
    for text in (answer.text, render_text.join(full_blocks(answer.measures[0]))):
        assert "办理地址（区商务局）：新建东路1号 （由张三2026-11-20填写）" in text
        assert "办公时间：每天" in text
        assert "周一至周五" not in text
    assert answer.text.index("0533-6195136") < answer.text.index("新建东路1号")


def test_the_longest_fields_leave_the_answer_within_one_message():
    """Less is quoted; document and phone stay."""
    most = {kind: kind.form.max_chars for kind in FieldKind}
    fields = [(FieldSubject(FRIDGE.id), kind, "字" * count) for kind, count in most.items()]
    answer = assistant(*fields).ask(Ask("旧冰箱换新"))
    text = render_text.join(answer_blocks(answer))
    assert len(text) <= 3800
    assert "0533-6195136" in text


@pytest.mark.parametrize("turn", ["区商务局几点上班", "区商务局的办公时间"])
def test_a_department_alone_is_asked_for_its_hours(turn):
    """Told as filled in; of another nothing is made up."""
    search = FakeSearch(FakeFinding(query=FakeQuery()))
    over = Assistant(
        bundled_catalog(),
        search,
        today=lambda: DAY,
        staff_fields=filled((OFFICE, FieldKind.HOURS, "周一至周五")),
    )
    assert "办公时间（区商务局）：周一至周五 （由张三2026-11-20填写）" in talk_over(over)(turn).text
    assert "周一至周五" not in talk_over(over)(turn.replace("商务局", "财政局")).text


def test_without_fields_nothing_is_added():
    """The answer is as it was."""
    assert "工作人员填写" not in Assistant(FakeCatalog(), found(FRIDGE.id)).ask(Ask("旧冰箱")).text
