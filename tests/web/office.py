"""The desk over the bundled documents, in a folder of its own, with somebody logged in."""

import re
import shutil
import threading

import httpx
from argon2 import PasswordHasher

from bot import app
from bot.place_table import WatchedPlaceTable
from bot.settings import Settings
from bot.store import StaffRole
from bot.web.application import Application, make_application
from tests.bot.fakes import assistance
from tests.web.scripted import originals_of, scripted

PASSWORDS = {"编辑员": "correct horse battery", "查看员": "another long secret"}
ROLES = {"编辑员": StaffRole.EDITOR, "查看员": StaffRole.READER}
_CHEAP = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
HASHES = {name: _CHEAP.hash(password) for name, password in PASSWORDS.items()}
"""Cheap to compare: a hash carries its own parameters."""
_TOKEN = re.compile(r'name="token" value="([0-9a-f]{64})"')


class Done:
    """Work that has ended well."""

    exitcode = 0

    def join(self):
        """At once."""

    def terminate(self):
        """Nothing is left to end."""


class Opened(Application):
    """An application that closes the store with it, as whoever opens both does."""

    def close(self):
        """Both."""
        super().close()
        self.office.store.close()


def desk_parts(settings, store=None, begun=None):
    """What the desk works with, as the real wiring opens it; that the index is to follow is only noted."""
    noted = begun or threading.Event()

    def begin():
        noted.set()
        return Done()

    return app.open_desk(settings, store or app.open_store(settings), begin)


def make_office(home, inner=None, begun=None, **settings):
    """An application with a desk and two accounts; `begun` is set when the index is to follow."""
    given = Settings(home=home, web_per_minute=100_000, **settings)
    parts = desk_parts(given, begun=begun)
    answering = inner or scripted(staff_fields=parts.store.fields.shown)
    places = WatchedPlaceTable(home)
    asker = assistance(answering, store=parts.store, originals=originals_of(home), places=places)
    made = make_application(given, asker, parts)
    application = Opened(made.asgi, made.service, made.office)
    add_accounts(application.office.store)
    return application


def emptied(application):
    """The application as it was when it was made: nothing asked, nothing changed, nobody logged in."""
    store, settings = application.office.store, application.office.settings
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    for (name,) in store.database.rows(tables):
        store.database.write(f"DELETE FROM {name}")
    for path in settings.home.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif not path.name.startswith(settings.database.name):
            path.unlink()
    add_accounts(store)
    return application


def add_accounts(store):
    """The two of the tests."""
    for name, role in ROLES.items():
        store.accounts.add(name, role, HASHES[name])


def visitor(application, **options):
    """A browser without cookies."""
    transport = httpx.ASGITransport(application.asgi, **options)
    return httpx.AsyncClient(transport=transport, base_url="http://test")


def token_in(page):
    """The token of the forms of a page."""
    return _TOKEN.search(page.text)[1]


async def log_in(client, name="编辑员", password=None):
    """Logs somebody in through the form."""
    token = token_in(await client.get("/desk/login"))
    fields = {"token": token, "name": name, "password": password or PASSWORDS[name]}
    return await client.post("/desk/login", data=fields)


async def send(client, where, **fields):
    """Sends a form of a page with its token."""
    token = token_in(await client.get("/desk/log"))
    return await client.post(where, data={"token": token, **fields})
