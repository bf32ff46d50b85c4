"""What the pages of the desk work with."""

from dataclasses import dataclass
from functools import cached_property

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse

from bot.messages import desk as messages
from bot.settings import Settings
from bot.store import Store
from bot.web.desk.desk_parts import DeskParts
from bot.web.desk.holdings import Holdings
from bot.web.desk.visits import Visit
from bot.web.service import Service
from bot.web.templating import Pages


@dataclass(frozen=True)
class Office:
    """The parts of the desk with the page maker and the documents as they are kept now."""

    settings: Settings
    parts: DeskParts
    service: Service
    pages: Pages

    @property
    def store(self) -> Store:
        """What is kept of questions and of the staff."""
        return self.parts.store

    def place_of(self, account: str) -> str:
        """The place that an account works for; "" for the whole bot."""
        return self.service.places().of_staff(account)

    @cached_property
    def holdings(self) -> Holdings:
        """The documents as they are kept now."""
        return Holdings(self.parts.documents, self.parts.phones.now)

    def page(
        self, request: Request, visit: Visit, name: str, status: int = 200, /, **values: object
    ) -> HTMLResponse:
        """A page of the desk; `done` in the address names what was just done."""
        done = messages.DONE.get(request.query_params.get("done", ""), "")
        template = f"desk/{name}.html"
        return self.pages.page(request, template, status, d=messages, visit=visit, done=done, **values)

    def form(
        self, request: Request, visit: Visit, name: str, fault: str = "", /, **values: object
    ) -> HTMLResponse:
        """The page of a form, with what was wrong with it as sent and what had been typed."""
        status = 422 if fault else 200
        return self.page(request, visit, name, status, fault=fault, typed=visit.fields, **values)

    def note(self, visit: Visit, act: str, subject: str, *, before: str = "", after: str = "") -> None:
        """Writes a change of a visitor down."""
        self.store.audit.note(visit.account.name, messages.ACTS[act], subject, before=before, after=after)

    def refresh(self) -> None:
        """Updates the index in the background; answers come from the new one soon after."""
        self.parts.refresher.refresh()

    def close(self) -> None:
        """Ends what brings the index up to date."""
        self.parts.refresher.close()


def done(where: str, what: str) -> RedirectResponse:
    """Back to a page of the desk that says what was done; reloading it does nothing twice."""
    return RedirectResponse(f"{where}{'&' if '?' in where else '?'}done={what}", 303)
