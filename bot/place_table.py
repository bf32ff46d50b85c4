"""The places that one bot serves, as its office writes them down: hotline, chats, keys, staff of each.

`places.toml` in the data folder has a section for each place, named by the place. What a place does not say
is as for what it belongs to, and else as for the whole bot.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.helplines import Helpline
from bot.messages import place_faults as messages
from bot.watched_tables import WatchedTables
from corpus.durable import bytes_of
from corpus.errors import WenzhengError
from corpus.region_names import toponym_at
from corpus.regions import load_regions, name_of, nearest_first, own_name
from retrieval.question import divisions_called

PLACES_FILE = "places.toml"
_PHONE = r"^[0-9][0-9-]{2,19}$"


class PlaceTableError(WenzhengError):
    """The table of places cannot be used; the message names the file, the place and what is wrong."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(messages.UNREADABLE.format(path=path, why=why))


class PlaceRow(BaseModel):
    """What an office writes of one place."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    hotline: Annotated[str, Field(pattern=_PHONE)] = ""
    hotline_name: str = ""
    chats: tuple[int, ...] = ()
    """Ids of Telegram chats."""
    keys: tuple[str, ...] = ()
    """Names of clients of the interface."""
    staff: tuple[str, ...] = ()
    """Accounts of the desk."""

    @model_validator(mode="after")
    def _named(self) -> "PlaceRow":
        """Nobody calls a number without knowing whose it is."""
        if bool(self.hotline) != bool(self.hotline_name):
            raise ValueError(messages.HOTLINE_PARTS)
        return self


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """The places at one moment, by their names here."""

    rows: Mapping[str, PlaceRow] = field(default_factory=dict)

    def hotline(self, place: str | None) -> Helpline | None:
        """The hotline of a place, or of the nearest that it belongs to; None where none has one."""
        named = [name for name, row in self.rows.items() if row.hotline]
        row = next((self.rows[name] for name in nearest_first(place, named)), None)
        return Helpline(row.hotline, row.hotline_name) if row else None

    def of_chat(self, chat: int) -> str | None:
        """The place that a Telegram chat is tied to."""
        return next((name for name, row in self.rows.items() if chat in row.chats), None)

    def of_key(self, client: str) -> str | None:
        """The place that a client of the interface is tied to, by the name of its key."""
        return next((name for name, row in self.rows.items() if client in row.keys), None)

    def of_staff(self, account: str) -> str:
        """The place that an account of the desk works for; "" for the whole bot."""
        return next((name for name, row in self.rows.items() if account in row.staff), "")


def no_places() -> PlaceTable:
    """The table of a bot that serves all alike."""
    return PlaceTable()


CurrentPlaceTable = Callable[[], PlaceTable]


class WatchedPlaceTable(WatchedTables[PlaceTable]):
    """The table for whoever answers."""

    def __init__(self, home: Path) -> None:
        """Reads the table of a data folder for the first time.

        Raises:
            PlaceTableError: it cannot be used.
        """
        path = home / PLACES_FILE
        super().__init__("places", (path,), lambda: read_place_table(path))


def read_place_table(path: Path) -> PlaceTable:
    """The table of a file; empty where there is none.

    Raises:
        PlaceTableError: it cannot be read, a column is not as it must be, a place is not known or several
            are called so, or something is tied to two places.
    """
    try:
        written = tomllib.loads(bytes_of(path).decode("utf-8-sig"))
    except FileNotFoundError:
        return PlaceTable()
    except UnicodeDecodeError as error:
        raise PlaceTableError(path, messages.NOT_UTF8) from error
    except tomllib.TOMLDecodeError as error:
        raise PlaceTableError(path, messages.NOT_TOML.format(why=error)) from error
    except OSError as error:
        raise PlaceTableError(path, error.strerror or str(error)) from error
    rows: dict[str, PlaceRow] = {}
    for name, row in written.items():
        place = _place(path, name)
        if place in rows:
            raise PlaceTableError(path, messages.TWICE.format(name=name))
        rows[place] = _row(path, name, row)
    _check_ties(path, rows)
    return PlaceTable(rows)


def _place(path: Path, name: str) -> str:
    """The name here of the place that a section names."""
    alike, read = divisions_called(name), toponym_at(name, 0)
    if len(alike) > 1:
        raise PlaceTableError(path, messages.SEVERAL.format(name=name, choices="、".join(alike)))
    if alike or own_name(name) in load_regions():
        return alike[0] if alike else own_name(name)
    if read is None or read.end != len(name):
        raise PlaceTableError(path, messages.UNKNOWN.format(name=name))
    return name_of(read.names)


def _row(path: Path, name: str, row: object) -> PlaceRow:
    try:
        return PlaceRow.model_validate(row)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        column = str(fault["loc"][0]) if fault["loc"] else ""
        form = messages.UNKNOWN_COLUMN if fault["type"] == "extra_forbidden" else messages.BAD_VALUE
        own = str(fault.get("ctx", {}).get("error") or messages.NOT_A_SECTION)
        why = form.format(column=column) if column else own
        raise PlaceTableError(path, messages.ROW.format(name=name, why=why)) from error


def _check_ties(path: Path, rows: Mapping[str, PlaceRow]) -> None:
    """Raises PlaceTableError where a chat, a key or an account is tied to two places."""
    tied: dict[tuple[str, object], str] = {}
    for name, row in rows.items():
        for kind, values in (("chats", row.chats), ("keys", row.keys), ("staff", row.staff)):
            for value in values:
                other = tied.setdefault((kind, value), name)
                if other != name:
                    said = messages.TIED_TWICE.format(column=kind, value=value, one=other, other=name)
                    raise PlaceTableError(path, said)
