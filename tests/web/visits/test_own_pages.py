"""The page of what a browser asked and what the staff replied, and its forms."""

import re

from tests.web.office import make_office, visitor

ASKED = "旧冰箱换新有补贴吗，我电话13812345678"


async def ask(client, question=ASKED):
    """Asks on the page, as a browser does that follows where it is led."""
    return (await client.get("/", params={"q": question}, follow_redirects=True)).text


def forms(page):
    """(kind, id, token) of what can be removed."""
    fields = r'name="token" value="(\w+)"><input type="hidden" name="kind" value="(\w+)">'
    found = re.findall(rf'{fields}<input type="hidden" name="id" value="(\d+)">', page)
    return [{"token": token, "kind": kind, "id": number} for token, kind, number in found]


async def test_a_browser_sees_its_questions_and_where_they_led(client, application):
    """Without the number; linked to item 19; another browser sees nothing of it."""
    await ask(client)
    page = (await client.get("/mine")).text
    assert "旧冰箱换新有补贴吗" in page
    assert "13812345678" not in page
    assert "/m/%E5%91%A8%E6%94%BF%E5%8A%9E%E5%AD%97%E3%80%942024%E3%80%9511%E5%8F%B7/19" in page
    async with visitor(application) as other:
        assert "冰箱" not in (await other.get("/mine")).text


async def test_questions_and_letters_are_removed_one_by_one(client, store):
    """The reply is signed with department, who approved it and day; each form removes its own."""
    fields = re.findall(r'name="(token|number)" value="(\w+)"', await ask(client))
    await ask(client, "龙卷风来了怎么办")
    await client.post("/leave", data={**dict(fields), "words": "请给个准话"})
    store.desk.reply(store.desk.open()[0].id, "可以申请。", "区商务局", "李明")
    page = (await client.get("/mine")).text
    assert "可以申请。" in page
    assert "——区商务局，李明核准，20" in page
    letter, newest, oldest = forms(page)
    assert [one["kind"] for one in (letter, newest, oldest)] == ["letter", "question", "question"]
    assert (await client.post("/mine/remove", data=letter)).headers["location"] == "/mine"
    assert (await client.post("/mine/remove", data=newest)).status_code == 303
    page = (await client.get("/mine")).text
    assert "请给个准话" not in page
    assert "龙卷风" not in page
    assert "旧冰箱" in page
    assert [form["id"] for form in forms(page)] == [oldest["id"]]


async def test_a_form_of_another_browser_removes_nothing(client, application):
    """Neither without a token nor with one's own token and another's number."""
    await ask(client)
    (form,) = forms((await client.get("/mine")).text)
    async with visitor(application) as other:
        await ask(other, "低保")
        (own,) = forms((await other.get("/mine")).text)
        assert (await other.post("/mine/remove", data=form)).status_code == 403
        assert (await other.post("/mine/remove", data={**own, "id": form["id"]})).status_code == 303
    assert "旧冰箱" in (await client.get("/mine")).text
    assert (await client.post("/mine/remove", data={**form, "kind": "spy"})).status_code == 422


async def test_what_tells_of_a_danger_is_not_listed(client):
    """Whoever shares the device must not read it there; nor below the next answer."""
    await ask(client, "老公打我怎么办")
    assert "老公" not in (await client.get("/mine")).text
    assert "老公" not in await ask(client, "旧冰箱")


async def test_a_device_remembers_for_thirty_days_if_asked_to(client):
    """The cookie then stays when the browser is shut; before, it did not."""
    first = await client.get("/mine")
    assert "max-age" not in first.headers["set-cookie"].lower()
    token = re.search(r'name="token" value="(\w+)"', first.text)[1]
    kept = await client.post("/mine/keep", data={"token": token})
    assert "max-age=2592000" in kept.headers["set-cookie"].lower()


async def test_earlier_questions_of_the_conversation_stay_on_the_page(client):
    """Below the newest answer, with what they found; after half an hour no more."""
    await ask(client, "旧冰箱")
    page = await ask(client, "老旧船舶报废补助")
    earlier = page[page.index('id="earlier"') :]
    assert "旧冰箱" in earlier
    assert "/19" in earlier
    assert "老旧船舶报废补助" not in earlier.partition("</section>")[0]


async def test_earlier_questions_leave_with_their_conversation(tmp_path):
    """Half an hour after the last."""
    application = make_office(tmp_path)
    clock = application.service.store.database
    async with visitor(application) as client:
        await ask(client, "旧冰箱")
        now = clock.now()
        clock.now = lambda: now + 1801
        assert 'id="earlier"' not in (await client.get("/")).text
    application.close()
