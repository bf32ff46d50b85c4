"""What the page shows before anybody asks: what is in force, by kind of asker, and what is asked most."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Answer, Status
from bot.store import Store
from bot.web.offers.shelf import Shelf
from bot.web.offers.start_page import LEAST_PEOPLE, SPAN_S, StartPage
from corpus.records import Validity
from tests.bot.fakes import DOCUMENT, FRIDGE, SHIPS, FakeCatalog, measure
from tests.web.office import make_office, visitor
from tests.web.scripted import scripted

TODAY = date(2026, 11, 29)


def held(item, text, until, *, applies_basis=None):
    """A measure of that text with a printed term."""
    validity = Validity(date(2024, 1, 1), until, "有效期")
    return measure(item, (("", text),), validity=validity, applies_basis=applies_basis)


SHOPS = held("1", "对符合条件的个体工商户给予补贴。", date(2027, 6, 30))
FIRMS = held("2", "鼓励企业参加展会，具体按上级要求执行。", date(2026, 12, 1))
GRANTS = held("3", "对企业购置设备给予补助，最高不超过十万元。", date(2028, 12, 31))
OVER = held("4", "对企业给予奖励，按投资额计算。", date(2026, 11, 28))
LAST_DAY = held("5", "对企业给予贴息，按贷款额计算。", date(2026, 11, 29))
ELSEWHERE = held("6", "对航运企业给予补助，按吨位计算。", date(2027, 6, 30), applies_basis="我区无航运企业")

MEANING = held("8", "第二条 本办法所称企业，是指登记一年以上的企业。", date(2026, 12, 1))
CLOSING = held("9", "本办法自2024年1月1日起施行，企业此前的申请照旧办理。", date(2026, 12, 1))
AIMS = replace(held("7", "为鼓励企业参加展会，制定本办法。", date(2026, 11, 30)), aims=True)


@pytest.fixture
def shelf():
    return shelf_of(SHOPS, FIRMS, GRANTS, OVER, LAST_DAY, ELSEWHERE, AIMS, MEANING, CLOSING)


def shelf_of(*measures):
    """One document with those measures."""
    return Shelf(FakeCatalog((replace(DOCUMENT, measures=measures),)))


def test_what_is_in_force_is_shown_by_kind_of_asker(shelf):
    """Grants first, then what ends soonest; the last day counts; over, elsewhere, aims, meanings are out."""
    groups = {group.kind: group for group in StartPage(None, lambda: TODAY).in_force(shelf)}
    items = {kind: [entry.measure.item for entry in group.entries] for kind, group in groups.items()}
    assert items == {"企业": ["5", "3", "2"], "个体工商户": ["1"]}


def test_whom_a_document_is_for_its_title_tells():
    """An article on how much it is names nobody."""
    title = "周村区工业企业技术改造奖补办法"
    named = replace(DOCUMENT, title=title, measures=(held("4", "按设备投资额的百分之八补助。", TODAY),))
    (group,) = StartPage(None, lambda: TODAY).in_force(Shelf(FakeCatalog((named,))))
    assert group.kind == "企业"


def test_the_day_after_it_is_worked_out_anew(shelf):
    """What ended on the 29th is gone on the 30th."""
    days = [TODAY, date(2026, 11, 30)]
    start = StartPage(None, lambda: days[0])
    assert start.in_force(shelf)[0].entries[0].measure.item == "5"
    days.pop(0)
    shown = {e.measure.item for group in start.in_force(shelf) for e in group.entries}
    assert "5" not in shown


def test_nothing_without_a_printed_term_counts_as_in_force():
    """A document that states no term may have ended."""
    unstated = measure("1", (("", "对企业给予补贴。"),), validity=Validity(None, None, ""))
    assert StartPage(None, lambda: TODAY).in_force(shelf_of(unstated)) == ()


class Kept:
    """A journal with a clock of its own."""

    def __init__(self, folder):
        self.time = 1_800_000_000.0
        self.store = Store.open(folder / "wenzheng.db", lambda: self.time)

    def ask(self, measure_id, *people):
        """Each of them is shown that measure first."""
        shown = scripted().show(measure_id)
        for person in people:
            answer = Answer("问", TODAY, Status.ANSWERED, "答", (shown,))
            self.store.journal.asked(person, answer, 0.01)


@pytest.fixture
def kept(tmp_path):
    journal = Kept(tmp_path)
    yield journal
    journal.store.close()


PEOPLE = [f":{number}" for number in range(LEAST_PEOPLE)]


def test_what_enough_people_asked_about_is_shown(kept):
    """Five different ones; one person who asks ten times is one, and four are too few."""
    kept.ask(FRIDGE.id, *PEOPLE)
    kept.ask(SHIPS.id, *PEOPLE[:-1], *[PEOPLE[0]] * 10)
    start = StartPage(kept.store.journal, lambda: TODAY)
    shelf = Shelf(FakeCatalog())
    assert [entry.measure.id for entry in start.asked_most(shelf)] == [FRIDGE.id]


def test_what_was_asked_long_ago_or_is_withdrawn_is_not_shown(kept):
    """After thirty days it no longer counts; a measure that is no longer there has no page."""
    kept.ask(FRIDGE.id, *PEOPLE)
    kept.time += SPAN_S + 1
    kept.ask(SHIPS.id, *PEOPLE)
    start = StartPage(kept.store.journal, lambda: TODAY)
    assert [entry.measure.id for entry in start.asked_most(Shelf(FakeCatalog()))] == [SHIPS.id]
    without = Shelf(FakeCatalog((replace(DOCUMENT, measures=(FRIDGE,)),)))
    assert start.asked_most(without) == ()


def test_who_is_forgotten_no_longer_counts(kept):
    """Four are left: the next count shows nothing."""
    kept.ask(FRIDGE.id, *PEOPLE)
    start = StartPage(kept.store.journal, lambda: TODAY)
    assert start.asked_most(Shelf(FakeCatalog()))
    kept.store.forget(PEOPLE[0])
    kept.time += 3600
    assert start.asked_most(Shelf(FakeCatalog())) == ()


async def test_the_start_page_shows_both_and_an_answer_neither(tmp_path):
    """Item 21, for 企业, runs to the end of 2027; item 19, asked by five, is linked without their words."""
    application = make_office(tmp_path)
    for _ in range(LEAST_PEOPLE):
        async with visitor(application) as person:
            await person.get("/", params={"q": "冰箱换新我邻居也问过"})
    async with visitor(application) as person:
        page = (await person.get("/")).text
        answered = (await person.get("/", params={"q": "冰箱"})).text
    application.close()
    start = page[page.index('id="start"') :]
    assert "到2027年12月31日" in start
    assert "/search?q=&amp;state=in_force&amp;asker=%E4%BC%81%E4%B8%9A" in start
    assert start.index('id="asked-most"') < start.index(
        '周政办字〔2024〕11号</span> <span class="item">第19项'
    )
    assert "我邻居也问过" not in page
    assert 'id="start"' not in answered
