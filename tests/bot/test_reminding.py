"""When people are reminded of a day of a measure, and in which words."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from bot.answering.assistant import Assistant
from bot.store import Store, reader_chat
from bot.unasked.reminding import Reminded, Reminding, tell_on
from corpus.records import Section, Validity
from tests.bot.fakes import DOCUMENT, FRIDGE, NUMBER, FakeCatalog, found

ASKED = date(2024, 10, 8)
ME = Reminded(":7", 7)


class Office:
    """Item 19, whose term ends on 31 December 2024, and a day that passes."""

    def __init__(self, store):
        self.store = store
        self.today = ASKED
        self.catalog = FakeCatalog(documents=(replace(DOCUMENT, measures=(FRIDGE,)),))
        self.reminding = Reminding(store, self, lambda: self.today)

    def show(self, measure_id, as_of=None):
        """What the documents say now."""
        return Assistant(self.catalog, found()).show(measure_id, as_of=as_of)

    def reissue(self, **changed):
        """The documents change."""
        measures = (replace(FRIDGE, **changed),) if changed else ()
        self.catalog = FakeCatalog(documents=(replace(DOCUMENT, measures=measures),), digest=f"{changed}")

    def texts(self):
        """What is to be told now."""
        return [self.reminding.text(reminder) for reminder in self.reminding.due()]


@pytest.fixture
def office(tmp_path):
    with closing(Store.open(tmp_path / "wenzheng.db")) as store:
        yield Office(store)


@pytest.mark.parametrize(
    ("day", "today", "told"),
    [
        # 30, 29, 28, 25 and 24 December 2026 are worked; the 26th and 27th are a weekend.
        (date(2026, 12, 31), date(2026, 11, 30), date(2026, 12, 24)),
        # 10 October 2026, a Saturday, is worked; 1 to 7 October are free.
        (date(2026, 10, 12), date(2026, 9, 1), date(2026, 9, 29)),
        # Five working days before it is today: the last one before it.
        (date(2026, 12, 31), date(2026, 12, 24), date(2026, 12, 30)),
        # A Monday: the Friday before.
        (date(2026, 12, 14), date(2026, 12, 9), date(2026, 12, 11)),
        (date(2026, 12, 31), date(2026, 12, 30), None),
        # The holidays of that year are not published: a week, or the day, before.
        (date(2199, 6, 30), date(2199, 6, 1), date(2199, 6, 23)),
        (date(2199, 6, 30), date(2199, 6, 23), date(2199, 6, 29)),
    ],
)
def test_somebody_is_told_while_offices_are_still_open(day, today, told):
    """Five working days before, or the last one where those have begun."""
    assert tell_on(day, today) == told


def test_a_reminder_is_promised_and_comes_with_what_stands_there_then(office):
    """Not a day before; with the words it rests on and whom to call. Asked for twice, it comes once."""
    for _ in range(2):
        said = office.reminding.promised(ME, FRIDGE.id, "到时发到这里。")
    assert said.startswith("好的，到期前提醒您：\n")
    assert "政策有效期的最后一天，2024年12月31日；2024年12月24日提醒\n到时发到这里。" in said
    office.today = date(2024, 12, 23)
    assert office.texts() == []
    office.today = date(2024, 12, 24)
    (told,) = office.texts()
    assert told.startswith("您要的到期提醒：离2024年12月31日还有7天。\n")
    for words in (f"{NUMBER}第19项", "有效期至2024年12月31日", "0533-6195136", "以文件原文"):
        assert words in told
    office.today = date(2024, 12, 31)
    assert office.texts()[0].startswith("您要的到期提醒：就是今天（2024年12月31日）。\n")
    office.today = date(2025, 1, 1)
    assert office.texts()[0].startswith("您要的到期提醒：2024年12月31日已经过了。\n")


def test_nothing_is_promised_of_what_has_no_day_to_come_or_is_there_tomorrow(office):
    """An unknown measure and one that is over have none; of what is too near it is said."""
    assert "没有以后的日期" in office.reminding.promised(ME, "没有这一条", "发到这里。")
    office.today = date(2024, 12, 30)
    said = office.reminding.promised(ME, FRIDGE.id, "发到这里。")
    assert said.startswith("日期已经很近，不再另外提醒")
    assert "发到这里" not in said
    office.today = date(2025, 1, 2)
    assert "没有以后的日期" in office.reminding.promised(ME, FRIDGE.id, "发到这里。")
    assert office.store.reminders.all() == ()


def test_a_day_that_no_longer_stands_there_is_told_at_once_and_never_as_if_it_held(office):
    """An earlier end of the term, or a document that is gone; what still holds waits for its time."""
    office.reminding.promised(ME, FRIDGE.id, "")
    office.reminding.check()
    assert office.texts() == []
    office.reissue(validity=replace(FRIDGE.validity, until=date(2024, 11, 30)))
    office.reminding.check()
    (told,) = office.texts()
    assert "2024年12月31日" in told
    assert "不再是这个日期" in told
    office.reissue()
    assert "现在查不到这一条了" in office.texts()[0]


def test_what_nobody_could_be_told_is_removed_thirty_days_after_its_day(office):
    """Somebody in WeChat who never wrote again, say."""
    office.reminding.promised(ME, FRIDGE.id, "")
    for today, kept in ((date(2025, 1, 30), 1), (date(2025, 1, 31), 0)):
        office.today = today
        office.reminding.check()
        assert len(office.store.reminders.all()) == kept


def test_the_store_keeps_who_is_told_with_their_next_message_apart(office):
    """Telegram does not send to them; they are told from the same day on, and forgotten with all else."""
    reader = Reminded(":digest", reader_chat(":digest"))
    for who in (ME, reader):
        office.reminding.promised(who, FRIDGE.id, "")
    office.today = date(2024, 12, 24)
    (due,) = office.reminding.due()
    assert due.chat == 7
    assert office.reminding.readers_waiting() == (":digest",)
    assert [one.measure for one in office.reminding.waiting(reader.chat)] == [FRIDGE.id]
    office.store.forget(":digest")
    assert office.reminding.readers_waiting() == ()
    office.store.move_chat(7, -100)
    assert [one.chat for one in office.reminding.due()] == [-100]


SPAN = replace(FRIDGE, text="商务局自受理之日起10个工作日内完成审核。", validity=Validity())


def test_working_days_count_from_the_day_that_the_person_names(office):
    """The 10th working day after 8 October 2024, of which Saturday the 12th is worked: the 21st."""
    office.reissue(text=SPAN.text, sections=(Section("", SPAN.text),), validity=SPAN.validity)
    assert "从您交材料的第二天数起" in office.reminding.promised(ME, FRIDGE.id, "发到这里。")
    assert office.store.reminders.all() == ()
    said = office.reminding.promised(ME, FRIDGE.id, "发到这里。", ASKED)
    assert "从2024年10月8日算起的第10个工作日，2024年10月21日；2024年10月21日提醒\n发到这里。" in said
    office.reminding.check()
    assert office.texts() == []
    office.today = date(2024, 10, 21)
    office.reminding.check()
    (told,) = office.texts()
    assert told.startswith("您要的到期提醒：就是今天（2024年10月21日）。\n")
    assert "10个工作日内" in told
    assert told.endswith("到这天还没有结果的，可以打电话问一问。")


def test_working_days_that_are_over_or_cannot_be_counted_are_not_promised(office):
    """Of a year whose holidays are not published it is said; nothing is noted."""
    office.reissue(text=SPAN.text, sections=(Section("", SPAN.text),), validity=SPAN.validity)
    assert "已经过了" in office.reminding.promised(ME, FRIDGE.id, "", date(2024, 9, 2))
    office.today = date(2199, 6, 3)
    assert "2199年的放假安排还没有公布" in office.reminding.promised(ME, FRIDGE.id, "", office.today)
    assert office.store.reminders.all() == ()


def test_a_span_that_was_changed_is_told_as_changed(office):
    """Five working days instead of ten."""
    office.reissue(text=SPAN.text, sections=(Section("", SPAN.text),), validity=SPAN.validity)
    office.reminding.promised(ME, FRIDGE.id, "", ASKED)
    shorter = SPAN.text.replace("10", "5")
    office.reissue(text=shorter, sections=(Section("", shorter),), validity=SPAN.validity)
    office.reminding.check()
    assert "不再是这个日期" in office.texts()[0]
