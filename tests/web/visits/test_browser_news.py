"""What a browser follows on the page, and what is new of it."""

import re
from dataclasses import replace

from bot.unasked.news import NewsPlanning
from bot.web.public_pages.browser_news import MOST_WANTED, BrowserNews
from bot.web.public_pages.visitors import KEPT_S, Visitor
from tests.bot.fakes import NUMBER
from tests.web.office import make_office, token_in, visitor

DAY_S = 24 * 3600


async def follow(client, wanted):
    """Subscribes through the form."""
    page = await client.get("/mine")
    return await client.post("/mine/subscribe", data={"token": token_in(page), "wanted": wanted})


def change(office, item="19"):
    """Lets a measure of the documents say something else than was known of it."""
    catalog = office.service.look_ups.catalog
    planning = NewsPlanning(office.service.store, office.service.look_ups)
    planning.plan()
    changed = catalog.measure(f"{NUMBER}#{item}")
    office.service.store.subscriptions.note([replace(changed, text="原来的话")])
    NewsPlanning(office.service.store, office.service.look_ups).plan()


async def test_what_a_browser_follows_is_listed_and_ended(client, office):
    """By its own form; another browser neither sees nor ends it."""
    sent = await follow(client, "  家电 以旧换新\n")
    assert sent.headers["location"] == "/mine#subscriptions"
    assert f"max-age={KEPT_S}" in sent.headers["set-cookie"].lower()
    page = await client.get("/mine")
    assert "<h3>家电 以旧换新</h3>" in page.text
    number = re.search(r'value="subscription"><input type="hidden" name="id" value="(\d+)"', page.text)[1]
    removal = {"kind": "subscription", "id": number}
    async with visitor(office) as other:
        theirs = token_in(await other.get("/mine"))
        await other.post("/mine/remove", data={**removal, "token": theirs})
        assert "家电" not in (await other.get("/mine")).text
    assert "<h3>家电" in (await client.get("/mine")).text
    await client.post("/mine/remove", data={**removal, "token": token_in(page)})
    assert "<h3>家电" not in (await client.get("/mine")).text


async def test_what_is_new_stands_on_the_next_visit_until_it_is_read(client, office):
    """With a link to the measure; what comes after the page was made is not read with it."""
    await follow(client, "家电")
    assert "新内容</h2>" not in (await client.get("/")).text
    change(office)
    page = await client.get("/")
    assert "您订阅的有新内容" in page.text
    assert "/m/%E5%91%A8%E6%94%BF%E5%8A%9E%E5%AD%97%E3%80%942024%E3%80%9511%E5%8F%B7/19" in page.text
    assert "您订阅的有新内容" in (await client.get("/mine")).text
    until = re.search(r'name="until" value="(\d+)"', page.text)[1]
    before = str(int(until) - 60_000)
    await client.post("/mine/read", data={"token": token_in(page), "until": before})
    assert "您订阅的有新内容" in (await client.get("/")).text
    await client.post("/mine/read", data={"token": token_in(page), "until": until})
    assert "您订阅的有新内容" not in (await client.get("/")).text


async def test_a_change_of_something_else_is_no_news(client, office):
    """By the words of the measure."""
    await follow(client, "养驴")
    change(office)
    assert "您订阅的有新内容" not in (await client.get("/")).text


async def test_what_tells_of_a_danger_is_not_listed(client):
    """Whoever shares the device must not read it there."""
    assert (await follow(client, "老公打我怎么办")).status_code == 303
    assert "老公" not in (await client.get("/mine")).text


async def test_subscriptions_end_with_the_cookie_and_every_later_visit_puts_that_off(tmp_path):
    """A browser that does not come back leaves nothing behind, nor what waited for it."""
    application = make_office(tmp_path)
    store = application.service.store
    begun = store.database.now()
    async with visitor(application) as client:
        await follow(client, "家电")
        change(application)
        store.database.now = lambda: begun + 2 * DAY_S
        page = await client.get("/")
        assert f"max-age={KEPT_S}" in page.headers["set-cookie"].lower()
        assert "set-cookie" not in (await client.get("/")).headers
        store.database.now = lambda: begun + KEPT_S + DAY_S
        store.subscriptions.lapse()
        assert "您订阅的有新内容" in (await client.get("/")).text
    store.database.now = lambda: begun + 3 * KEPT_S
    store.subscriptions.lapse()
    assert store.subscriptions.all() == ()
    assert store.database.rows("SELECT 1 FROM deliveries") == []
    application.close()


async def test_what_cannot_be_followed_is_told_in_a_line(client, store):
    """Nothing, too long a text, and one too many; the same twice is one."""
    assert "请写上想关注的内容" in (await follow(client, " \n ")).text
    assert "最多50个字" in (await follow(client, "养" * 51)).text
    for number in range(MOST_WANTED):
        assert (await follow(client, f"话题{number}")).status_code == 303
    refused = await follow(client, "再一个")
    assert refused.status_code == 422
    assert "已经有20个订阅" in refused.text
    assert len(store.subscriptions.all()) == MOST_WANTED


async def test_no_more_browsers_follow_than_can_be_told_soon(client, office, store):
    """Nobody has to log in for it, so that their number is bounded; chats are not counted."""
    store.subscriptions.add(":7", 7, "topic", "养老")
    bounded = BrowserNews(store, office.service.look_ups, most_of_all=1)
    browser = Visitor("b" * 22, is_new=False, secure=False)
    assert bounded.why_full(browser) == ""
    await follow(client, "家电")
    assert bounded.why_full(browser).startswith("现在订阅的人太多")


async def test_a_form_of_another_site_follows_nothing(client, store):
    """Without the token of the cookie."""
    await client.get("/mine")
    assert (await client.post("/mine/subscribe", data={"wanted": "家电"})).status_code == 403
    assert (await client.post("/mine/read", data={"until": "1"})).status_code == 403
    assert store.subscriptions.all() == ()


async def test_numbers_of_persons_are_masked_and_forgetting_ends_all(client, store):
    """As in questions."""
    await follow(client, "养老13812345678")
    (one,) = store.subscriptions.all()
    assert "13812345678" not in one.wanted
    token = token_in(await client.get("/mine"))
    await client.post("/forget", data={"token": token})
    assert store.subscriptions.all() == ()


async def test_pages_lead_to_the_form_with_what_they_are_about(client):
    """A document, a department, what is searched for."""
    for place, wanted in (
        (f"/d/{NUMBER}", NUMBER),
        ("/departments/区商务局", "区商务局"),
        ("/search?q=家电", "家电"),
    ):
        page = (await client.get(place)).text
        link = re.search(r'href="(/mine\?wanted=[^"#]+)#subscriptions"', page)[1]
        assert f'value="{wanted}"' in (await client.get(link)).text


async def test_words_that_ask_for_news_lead_to_the_form(client):
    """With what they name; words that want no more lead to the list."""
    asked = (await client.get("/", params={"q": "家电有新政策告诉我"}, follow_redirects=True)).text
    link = re.search(r'href="(/mine\?wanted=[^"#]+)#subscriptions"', asked)[1]
    assert 'value="家电"' in (await client.get(link)).text
    ended = (await client.get("/", params={"q": "取消订阅"}, follow_redirects=True)).text
    assert 'href="/mine#subscriptions"' in ended


async def test_who_is_refused_may_follow_the_matter(client):
    """With the words by which the question names it; who is answered, or in danger, is offered nothing."""
    refused = (await client.get("/", params={"q": "龙卷风补贴有吗"}, follow_redirects=True)).text
    link = re.search(r'href="(/mine\?wanted=[^"#]+)#subscriptions">以后有了', refused)[1]
    assert 'value="龙卷风补贴"' in (await client.get(link)).text
    for words in ("旧冰箱", "老公打我怎么办"):
        answered = (await client.get("/", params={"q": words}, follow_redirects=True)).text
        assert "以后有了这方面的文件" not in answered
