"""Telegram over real HTTP: conversations by buttons, cards to share."""

from contextlib import closing

from bot.store import Store
from bot.telegram.inline import MOST
from tests.bot.conversation import test_choosing, test_interview
from tests.bot.fakes import FakeFinding, FakeHit, FakeSearch
from tests.e2e.bot_api_rules import check_keyboard
from tests.e2e.running import pressed, running, settings, talk


def test_what_somebody_may_claim_is_asked_by_buttons(api, catalog):
    """/eligible, then four taps; the measure has its full text as a button."""
    with running(api, talk(catalog, test_interview.World())):
        api.say("/eligible")
        for count, label in enumerate(("个人或家庭", "周村", "换家电"), 1):
            asked = api.sent(count)[-1]
            check_keyboard(asked.params["reply_markup"])
            assert max(map(len, asked.params["reply_markup"]["inline_keyboard"])) <= 3
            api.press(pressed(asked, label))
        found = api.sent(4)[-1]
    assert "需问部门" in found.text
    assert "0533-6195136" in found.text
    assert found.buttons[0]["text"] == "查看全文"


def test_the_questions_can_be_left_by_a_button(api, catalog):
    """退出 stands under each."""
    with running(api, talk(catalog, test_interview.World())):
        api.say("我能领什么补贴")
        (asked,) = api.sent(1)
        api.press(pressed(asked, "退出"))
        _, left = api.sent(2)
    assert "不问了" in left.text


def test_the_place_is_chosen_by_a_button_and_kept_for_the_person(api, catalog):
    """The last question is answered for that place; the next conversation knows it."""
    with running(api, talk(catalog, test_choosing.World())):
        api.say("政府开放活动有什么要求")
        (asked,) = api.sent(1)
        api.press(pressed(asked, "聊城"))
        _, there = api.sent(2)
    assert "聊政办发〔2021〕5号" in there.text
    with closing(Store.open(settings(api).database)) as store:
        assert store.people.region(":7") == "聊城"


def test_which_measure_is_meant_is_chosen_by_a_button(api, catalog):
    """The phone asked for comes with the choice."""
    with running(api, talk(catalog, test_choosing.World())):
        api.say("换新")
        api.say("电话呢")
        _, which = api.sent(2)
        api.press(which.buttons[1]["callback_data"])
        *_, phone = api.sent(3)
    assert "0533-6195136" in phone.text
    assert "第16项" in phone.text


def test_inline_mode_offers_up_to_ten_measures(api, catalog):
    """Four are found and nine come near: ten cards, best first, each of another measure."""
    ids = [measure.id for measure in catalog.document("周政办字〔2024〕11号").measures[:13]]
    hits = tuple(FakeHit(name) for name in ids[:4])
    near = tuple(FakeHit(name, 0.7) for name in ids[4:])
    with running(api, talk(catalog, FakeSearch(FakeFinding(hits=hits, rejected=near)))):
        api.ask_inline("老旧小区")
        (offered,) = api.wait("answerInlineQuery")
    items = [card["description"] for card in offered.params["results"]]
    assert items == [f"周政办字〔2024〕11号第{number}项" for number in range(1, MOST + 1)]
