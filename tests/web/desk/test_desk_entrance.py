"""The way into the desk: logins, what they survive, and what is refused."""

import logging
from types import SimpleNamespace

import pytest

from bot.messages import desk as messages
from bot.store import Accounts, Database, StaffRole
from bot.store.accounts import ABSOLUTE_S, FAILURES_OF_ADDRESS, FAILURES_OF_NAME, IDLE_S, LOCK_S
from tests.web.office import log_in, make_office, send, token_in, visitor

PLACES = (
    "/desk",
    "/desk/log",
    "/desk/question",
    "/desk/feedback",
    "/desk/statistics",
    "/desk/documents",
    "/desk/documents/of",
    "/desk/documents/add",
    "/desk/due",
    "/desk/due/task",
    "/desk/due/export.xlsx",
    "/desk/fields",
    "/desk/fields/of",
    "/desk/fields/export.xlsx",
    "/desk/hotline",
    "/desk/hotline/export.xlsx",
    "/desk/hotline/export.json",
)


@pytest.fixture
async def client(application):
    async with visitor(application) as held:
        yield held


@pytest.fixture
def clock():
    """A clock that a test turns."""
    return SimpleNamespace(now=1_000_000.0)


@pytest.fixture
def accounts(tmp_path, clock):
    database = Database(tmp_path / "wenzheng.db", lambda: clock.now)
    held = Accounts(database)
    held.add("张三", StaffRole.EDITOR, "hash")
    yield held
    database.close()


async def test_nobody_sees_anything_without_a_login(client):
    """Every page leads to the login."""
    for place in PLACES:
        response = await client.get(place)
        assert (response.status_code, response.headers["location"]) == (303, "/desk/login"), place


async def test_the_right_password_opens_the_desk(client):
    """And the cookie is for this site's own pages and never for scripts."""
    response = await log_in(client)
    assert (response.status_code, response.headers["location"]) == (303, "/desk")
    cookie = response.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=strict", "Path=/desk"))
    assert "Secure" not in cookie
    assert (await client.get("/desk/log")).status_code == 200


async def test_over_tls_the_cookie_is_secure(tmp_path):
    """Where the setting says that people come over https."""
    application = make_office(tmp_path / "home", web_tls=True)
    async with visitor(application) as client:
        response = await client.get("/desk/login")
        assert "Secure" in response.headers["set-cookie"]
    application.close()


async def test_an_unknown_name_and_a_wrong_password_read_the_same(client):
    """The same sentence and status."""
    first = await log_in(client, "编辑员", "wrong password")
    second = await log_in(client, "没有这个人", "wrong password")
    assert first.status_code == second.status_code == 403
    assert messages.WRONG in first.text
    assert messages.WRONG in second.text


@pytest.mark.parametrize("name", ["编辑员", "没有这个人"])
async def test_a_name_is_locked_after_failures(client, name, caplog):
    """Then even the right password does not help, and nobody's name locks alike; logged once each."""
    with caplog.at_level(logging.WARNING):
        for _ in range(FAILURES_OF_NAME):
            assert (await log_in(client, name, "wrong password")).status_code == 403
        response = await log_in(client, name, "correct horse battery")
    assert response.status_code == 429
    assert messages.LOCKED in response.text
    refused = [record for record in caplog.records if "desk_refused" in record.getMessage()]
    assert len(refused) == FAILURES_OF_NAME + 1
    assert name not in caplog.text


def test_an_address_is_locked_after_more_failures(accounts, clock):
    """Whatever names it tried; after a quarter of an hour it may try again."""
    for number in range(FAILURES_OF_ADDRESS):
        assert not accounts.is_locked("张三", "10.0.0.1")
        accounts.failed(f"名字{number}", "10.0.0.1")
    assert accounts.is_locked("张三", "10.0.0.1")
    assert not accounts.is_locked("张三", "10.0.0.2")
    clock.now += LOCK_S + 1
    assert not accounts.is_locked("张三", "10.0.0.1")


async def test_a_cookie_from_before_the_login_never_becomes_one(client, application):
    """Session fixation: whoever planted the cookie is not let in with it afterwards."""
    await client.get("/desk/login")
    planted = client.cookies["desk"]
    await log_in(client)
    assert client.cookies["desk"] != planted
    async with visitor(application) as other:
        other.cookies.set("desk", planted, path="/desk")
        assert (await other.get("/desk/log")).status_code == 303


async def test_whoever_is_logged_in_is_not_asked_again(client):
    """The login page leads on, and the login stays."""
    await log_in(client)
    response = await client.get("/desk/login")
    assert (response.status_code, response.headers["location"]) == (303, "/desk")
    assert (await client.get("/desk/log")).status_code == 200


async def test_logging_out_ends_the_login_on_the_server(client, application):
    """The cookie is worth nothing afterwards, also where somebody kept it."""
    await log_in(client)
    kept = client.cookies["desk"]
    assert (await send(client, "/desk/logout")).status_code == 303
    assert application.office.store.accounts.logged_in(kept) is None


async def test_the_store_does_not_hold_the_token(client, application):
    """Whoever reads the file cannot log in with it."""
    await log_in(client)
    token = client.cookies["desk"]
    rows = application.office.store.database.rows("SELECT * FROM logins")
    assert len(rows) == 1
    assert token not in str(rows)


def test_a_login_ends_after_half_an_hour_of_silence_and_after_a_day(accounts, clock):
    """Being there every 25 minutes keeps it, but not beyond its whole time."""
    silent = accounts.login("张三")
    clock.now += IDLE_S + 1
    assert accounts.logged_in(silent) is None
    busy, begun = accounts.login("张三"), clock.now
    while clock.now + IDLE_S / 2 <= begun + ABSOLUTE_S:
        clock.now += IDLE_S / 2
        assert accounts.logged_in(busy), clock.now - begun
    clock.now = begun + ABSOLUTE_S + 1
    assert accounts.logged_in(busy) is None


def test_removing_an_account_or_its_password_ends_its_logins(accounts):
    """At once, not at the end of their time."""
    first = accounts.login("张三")
    accounts.change("张三", "other hash")
    assert accounts.logged_in(first) is None
    second = accounts.login("张三")
    accounts.remove("张三")
    assert accounts.logged_in(second) is None


@pytest.mark.parametrize("token", ["", "0" * 64, "字"])
async def test_a_form_without_its_token_is_refused(client, token, caplog):
    """Cross-site requests: the login and every form behind it; one line in the log."""
    await client.get("/desk/login")
    fields = {"token": token, "name": "编辑员", "password": "correct horse battery"}
    assert (await client.post("/desk/login", data=fields)).status_code == 403
    await log_in(client)
    caplog.clear()
    with caplog.at_level(logging.WARNING):
        response = await client.post("/desk/logout", data={"token": token})
    assert response.status_code == 403
    assert [r.getMessage() for r in caplog.records] == ["event=desk_refused kind=token who=编辑员"]
    assert (await client.get("/desk/log")).status_code == 200


async def test_the_token_of_another_login_is_refused(client, application):
    """A form belongs to the login that it was made for."""
    await log_in(client)
    async with visitor(application) as other:
        await log_in(other, "查看员")
        foreign = token_in(await other.get("/desk/log"))
    assert (await client.post("/desk/logout", data={"token": foreign})).status_code == 403


async def test_a_malformed_form_is_no_fault_of_the_server(client):
    """Multipart without its end, without a boundary, and a file in place of a field."""
    await log_in(client)
    for kind, body in (
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="token"\r\n'),
        ("multipart/form-data", b"--x"),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="token"; filename="a"\r\n\r\nb\r\n--x--\r\n',
        ),
        ("application/json", b"{}"),
    ):
        response = await client.post("/desk/logout", content=body, headers={"Content-Type": kind})
        assert response.status_code in (400, 403), kind
