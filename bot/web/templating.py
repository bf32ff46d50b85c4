"""Templates to pages. The one importer of jinja2; everything put in is escaped."""

from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.china_time import CHINA
from bot.judged_terms import term_of
from bot.messages import chinese_date
from bot.messages import web as messages
from bot.messages.items import item_name
from bot.messages.undelivered import why_undelivered
from bot.messages.web_problems import PROBLEMS
from bot.rendering import confirmed, reply_signature, state_word, tidy, title
from bot.web import addresses
from bot.web.files import asset
from bot.web.offers import marking
from corpus.text.unprinted import visible

_MAX_HERE = 20_000
"""Characters of an address that a page repeats: a question of the greatest length fits, percent-encoded."""
DISPLAY_COOKIE = "display"
DISPLAYS = MappingProxyType(
    {
        "large": messages.DISPLAY_LARGE,
        "contrast": messages.DISPLAY_CONTRAST,
        "elder": messages.DISPLAY_ELDER,
    }
)
"""Ways to show the page that a person may switch on; the name is a class of <html>."""


class Pages:
    """Renders the templates of this package."""

    def __init__(self, *, originals: bool = True, keeps: bool = False) -> None:
        """Without `originals` no page leads to one; `keeps` says that there is a page of what was asked."""
        environment = Environment(
            loader=FileSystemLoader(Path(__file__).with_name("templates")),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_shown,
        )
        environment.filters.update(
            confirmed=confirmed,
            date=chinese_date,
            day=_day,
            dialled=marking.dialled,
            item=item_name,
            linked=marking.linked,
            moment=moment,
            place=_place,
            signed=_signed,
            tidy=tidy,
            title_of=title,
            why_undelivered=why_undelivered,
        )
        environment.globals.update(
            t=messages,
            broken=PROBLEMS[500],
            asset=asset,
            marked=marking.marked,
            state_word=state_word,
            term_of=term_of,
            measure_address=addresses.measure_address,
            calendar_address=addresses.calendar_address,
            document_address=addresses.document_address,
            department_address=addresses.department_address,
            shows_originals=originals,
            keeps=keeps,
            original_address=addresses.original_address,
            original_file_address=addresses.original_file_address,
            picture_address=addresses.picture_address,
            figures_address=addresses.figures_address,
        )
        self._environment = environment

    def page(self, request: Request, name: str, status: int = 200, /, **values: object) -> HTMLResponse:
        """The page of a template."""
        displays = displays_of(request.cookies.get(DISPLAY_COOKIE, ""))
        body = self._environment.get_template(name).render(
            **values, path=request.url.path, here=_here(request), displays=displays, all_displays=DISPLAYS
        )
        return HTMLResponse(body, status)


def _shown(value: object) -> object:
    """What is put into a page, without characters that nothing prints."""
    if isinstance(value, Markup):
        return Markup(visible(value))
    return visible(value) if isinstance(value, str) else value


def displays_of(cookie: str) -> tuple[str, ...]:
    """What is switched on.

    Example: "large.contrast" -> ("large", "contrast")
    """
    return tuple(name for name in DISPLAYS if name in cookie.split("."))


def _here(request: Request) -> str:
    """The address of a page within this server; without what was asked where that is too long."""
    path, query = request.url.path, request.url.query
    return f"{path}?{query}" if query and len(query) <= _MAX_HERE else path


def _day(day: date | None) -> str:
    return messages.ISSUED.format(day=chinese_date(day)) if day else messages.ISSUE_UNSTATED


def _place(source: str) -> str:
    """The document and item of a measure's id. Example: 周政发〔2025〕14号#3 -> 周政发〔2025〕14号第3项."""
    number, _, item = source.partition("#")
    return f"{number}{item_name(item)}"


def moment(seconds: float) -> str:
    """A moment since 1970 as China's clocks show it. Example: 0 -> "1970-01-01 08:00"."""
    return datetime.fromtimestamp(seconds, CHINA).strftime("%Y-%m-%d %H:%M")


def _signed(department: str, replied: float | None, approved_by: str) -> str:
    """Who replied, who approved it, and on which day in China; `replied` in seconds since 1970."""
    day = datetime.fromtimestamp(replied, CHINA).date() if replied else None
    return reply_signature(department, day, approved_by)
