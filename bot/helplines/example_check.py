"""Whether the examples of the tables are recognised as their rows, and the counter-examples are not."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from bot.helplines.helpline_tables import (
    DANGERS_FILE,
    HELPLINES_FILE,
    DangerRow,
    DangerRows,
    HelplineRows,
    MatterRow,
)
from bot.helplines.recognising import Helplines
from bot.messages import helplines as messages

Fault = tuple[str, str]
"""The file, and the row with what is wrong in it."""


def faults(built: Helplines, numbers: HelplineRows, dangers: DangerRows) -> Iterator[Fault]:
    """Every example of the rows that is not recognised as it should be.

    A counter-example of a danger tells of no danger at all; one of a matter does not name that matter.
    """

    def dangers_in(text: str) -> list[str]:
        told = built.danger(text)
        return [told.name] if told else []

    def matters_in(text: str) -> list[str]:
        return [matter.name for matter in built.matters_of(text)]

    yield from _of_rows(DANGERS_FILE, "dangers", dangers.dangers, dangers_in, lambda _, named: bool(named))
    yield from _of_rows(
        HELPLINES_FILE, "matters", numbers.matters, matters_in, lambda name, named: name in named
    )


def _of_rows(
    file: str,
    table: str,
    rows: Mapping[str, DangerRow] | Mapping[str, MatterRow],
    named_in: Callable[[str], list[str]],
    counts: Callable[[str, list[str]], bool],
) -> Iterator[Fault]:
    for name, row in rows.items():
        missed = (text for text in row.examples if named_in(text)[:1] != [name])
        wrong = (text for text in row.counter_examples if counts(name, named_in(text)))
        yield from _told(file, f"[{table}.{name}]", messages.NOT_RECOGNISED, missed)
        yield from _told(file, f"[{table}.{name}]", messages.WRONGLY_RECOGNISED, wrong)


def _told(file: str, row: str, form: str, texts: Iterable[str]) -> Iterator[Fault]:
    for text in texts:
        yield file, messages.TABLE_ROW.format(row=row, why=form.format(example=text))
