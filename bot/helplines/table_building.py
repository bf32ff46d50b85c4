"""From the rows of the tables to what messages are compared with."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.helplines.helpline_tables import (
    DANGERS_FILE,
    HELPLINES_FILE,
    DangerRow,
    DangerRows,
    HelplineRows,
    HelplineTableError,
    MatterRow,
)
from bot.helplines.recognising import Danger, Helpline, Helplines, Matter
from bot.helplines.signs import Signs, WordLists
from bot.messages import helplines as messages

_UNLESS = "unless"
_Known = Mapping[str, Helpline]


def helplines_of(numbers: HelplineRows, dangers: DangerRows, folder: Path) -> Helplines:
    """The helplines of these rows; the files of `folder` are named where a row cannot be used.

    Raises:
        HelplineTableError: a row names a number or a list that does not exist, or a sign cannot be read.
    """
    known = {number: Helpline(number, row.name) for number, row in numbers.numbers.items()}
    in_dangers, in_helplines = folder / DANGERS_FILE, folder / HELPLINES_FILE
    lists = WordLists(dangers.lists)
    alike = [sign for row in dangers.dangers.values() for sign in row.unless]
    with _naming(in_dangers, "lists"):
        words = {
            name: Signs.read(dangers.lists.get(name, ()), lists)
            for name in ("now", "urgent", "question", "cry", "seeking", "everyday")
        }
    with _naming(in_dangers, _UNLESS):
        look_alikes = Signs.read(alike, lists).stretches
    with _naming(in_dangers, "quiet"):
        quiet = {name: Signs.read(signs, lists) for name, signs in dangers.quiet.items()}
    with _naming(in_dangers, "caution"):
        caution = tuple(known[number] for number in dangers.caution)
    return Helplines(
        dangers=tuple(
            _danger(in_dangers, n, row, known, dangers, lists) for n, row in dangers.dangers.items()
        ),
        matters=tuple(_matter(in_helplines, n, row, known, lists) for n, row in numbers.matters.items()),
        look_alikes=look_alikes,
        quiet=quiet,
        caution=caution,
        **words,
    )


@contextmanager
def _naming(path: Path, row: str) -> Iterator[None]:
    """Names the file and the row where what is done with it fails."""
    try:
        yield
    except KeyError as error:
        why = messages.UNKNOWN_NUMBER.format(number=error.args[0])
    except ValueError as error:
        why = messages.BAD_SIGN.format(sign=error)
    else:
        return
    raise HelplineTableError(path, messages.TABLE_ROW.format(row=f"[{row}]", why=why))


def _danger(
    path: Path, name: str, row: DangerRow, known: _Known, rows: DangerRows, lists: WordLists
) -> Danger:
    unknown = next((quiet for quiet in row.quiet if quiet not in rows.quiet), None)
    if unknown:
        why = messages.UNKNOWN_QUIET.format(name=unknown)
        raise HelplineTableError(path, messages.TABLE_ROW.format(row=f"[dangers.{name}]", why=why))
    with _naming(path, f"dangers.{name}"):
        return Danger(
            name=name,
            helplines=tuple(known[number] for number in row.numbers),
            sentence=row.sentence.strip(),
            sure=Signs.read(row.sure, lists),
            signs=Signs.read(row.signs, lists),
            weak=Signs.read(row.weak, lists),
            stated=Signs.read(row.stated, lists),
            loose=Signs.read(row.loose, lists),
            own=Signs.read(row.own, lists).stretches,
            quiet=row.quiet,
        )


def _matter(path: Path, name: str, row: MatterRow, known: _Known, lists: WordLists) -> Matter:
    with _naming(path, f"matters.{name}"):
        return Matter(
            name=name,
            label=row.matter,
            helplines=tuple(known[number] for number in row.numbers),
            words=Signs.read(row.words, lists),
            unless=Signs.read(row.unless, lists),
            departments=row.departments,
        )
