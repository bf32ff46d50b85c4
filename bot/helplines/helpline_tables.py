"""The tables of helplines as they are written: read, checked, an office's own laid over them.

`helplines.toml` holds numbers and matters, `dangers.toml` dangers and their words; both say what their
columns mean. An office may have files of the same names: a row there takes the place of the shipped row of
its name, and the words of a list are added to the shipped list.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.messages import helplines as messages
from corpus.durable import bytes_of
from corpus.errors import RecordsError

HELPLINES_FILE, DANGERS_FILE = "helplines.toml", "dangers.toml"
SHIPPED = Path(__file__).parent

Text = Annotated[str, Field(min_length=1)]
Texts = tuple[Text, ...]
Number = Annotated[str, Field(pattern=r"^\d{3,12}$")]


class HelplineTableError(RecordsError):
    """A table of helplines cannot be used; the message names the file, the row and what is wrong."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(messages.TABLE_UNREADABLE.format(path=path, why=why))


class _TableRow(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NumberRow(_TableRow):
    """A number that helps, with what says so."""

    name: Text
    source: Text
    as_of: date


class MatterRow(_TableRow):
    """A matter with the numbers to call about it; `departments` end the names of those that deal with it."""

    matter: Text
    words: Annotated[Texts, Field(min_length=1)]
    numbers: tuple[Number, ...] = ()
    unless: Texts = ()
    departments: Texts = ()
    examples: Texts = ()
    counter_examples: Texts = ()


class DangerRow(_TableRow):
    """A danger with the numbers to call at once, a calm sentence, and the signs by which it is recognised."""

    matter: Text
    numbers: Annotated[tuple[Number, ...], Field(min_length=1)]
    sentence: Text
    sure: Texts = ()
    signs: Texts = ()
    weak: Texts = ()
    stated: Texts = ()
    loose: Texts = ()
    own: Texts = ()
    unless: Texts = ()
    quiet: Texts = ("story", "past")
    examples: Annotated[Texts, Field(min_length=1)]
    counter_examples: Texts = ()


class HelplineRows(_TableRow):
    """The rows of one `helplines.toml`."""

    numbers: Mapping[Number, NumberRow] = {}
    matters: Mapping[Text, MatterRow] = {}

    def under(self, own: "HelplineRows") -> "HelplineRows":
        """These rows with those of an office over them."""
        return HelplineRows(numbers={**self.numbers, **own.numbers}, matters={**self.matters, **own.matters})


class DangerRows(_TableRow):
    """The rows and lists of one `dangers.toml`."""

    caution: tuple[Number, ...] = ()
    lists: Mapping[Text, Texts] = {}
    quiet: Mapping[Text, Texts] = {}
    dangers: Mapping[Text, DangerRow] = {}

    def under(self, own: "DangerRows") -> "DangerRows":
        """These rows with those of an office over them, its words added to the lists."""
        return DangerRows(
            caution=own.caution or self.caution,
            lists=_extended(self.lists, own.lists),
            quiet=_extended(self.quiet, own.quiet),
            dangers={**self.dangers, **own.dangers},
        )


def _extended(lists: Mapping[str, Texts], own: Mapping[str, Texts]) -> Mapping[str, Texts]:
    return {name: (*lists.get(name, ()), *own.get(name, ())) for name in {**lists, **own}}


_Rows = TypeVar("_Rows", HelplineRows, DangerRows)


def read_helplines(folder: Path) -> HelplineRows:
    """The numbers and matters of a folder; none where it has no such file.

    Raises:
        HelplineTableError: the file cannot be read or a column is not as it must be.
    """
    return _read(folder / HELPLINES_FILE, HelplineRows)


def read_dangers(folder: Path) -> DangerRows:
    """The dangers and lists of a folder; none where it has no such file.

    Raises:
        HelplineTableError: the file cannot be read or a column is not as it must be.
    """
    return _read(folder / DANGERS_FILE, DangerRows)


def _read(path: Path, rows: type[_Rows]) -> _Rows:
    try:
        return rows.model_validate(tomllib.loads(bytes_of(path).decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise HelplineTableError(path, messages.NOT_UTF8) from error
    except tomllib.TOMLDecodeError as error:
        raise HelplineTableError(path, messages.NOT_TOML.format(why=error)) from error
    except OSError as error:
        raise HelplineTableError(path, error.strerror or str(error)) from error
    except ValidationError as error:
        raise HelplineTableError(path, _first_fault(error)) from error


def _first_fault(error: ValidationError) -> str:
    """The first column that is not as it must be. Example: "[dangers.fire]：“sentence”缺少或不合要求"."""
    fault = error.errors(include_url=False)[0]
    row, column = fault["loc"][:2], ".".join(map(str, fault["loc"][2:] or fault["loc"]))
    form = messages.UNKNOWN_NAME if fault["type"] == "extra_forbidden" else messages.BAD_VALUE
    return messages.TABLE_ROW.format(row=f"[{'.'.join(map(str, row))}]", why=form.format(column=column))
