"""The desk over the bundled documents, in a folder of its own, with somebody logged in."""

import re
import threading
from dataclasses import dataclass, field
from functools import lru_cache

import httpx
from argon2 import PasswordHasher

from bot.settings import Settings
from bot.store import StaffRole, Store
from bot.web.application import make_application
from tests.bot.fakes import assistance
from tests.web.scripted import scripted

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


@dataclass
class Keeping:
    """Documents kept as the real wiring keeps them; knows whether the index was asked for."""

    refreshed: threading.Event = field(default_factory=threading.Event)

    def load_library(self, settings):
        """The documents of the settings."""
        from bot import app

        return app.load_library(settings)

    def added_documents(self, settings):
        """The added ones."""
        from bot import app

        return app.added_documents(settings)

    def refresh_index(self, settings):
        """Only noted."""
        self.refreshed.set()
        return ""

    def refresh_aside(self, settings):
        """Noted, and done at once."""
        self.refresh_index(settings)
        return Done()


@lru_cache(maxsize=1)
def _assistant():
    return scripted()


def make_office(home, **settings):
    """An application with a desk and two accounts."""
    given = Settings(home=home, web_per_minute=100_000, **settings)
    store = Store.open(given.database)
    application = make_application(given, assistance(_assistant(), store=store), store, Keeping())
    for name, role in ROLES.items():
        application.office.store.accounts.add(name, role, HASHES[name])
    return application


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
