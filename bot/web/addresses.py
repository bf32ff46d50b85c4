"""Readable addresses of what can be linked to, and back from an address to the thing."""

from collections.abc import Collection
from urllib.parse import quote, urlencode

from corpus.keeping.picture_kinds import PictureKind


def measure_address(measure_id: str) -> str:
    """Where a measure is read.

    Example: "周村2022稳中求进清单#1" -> "/m/" + the number, percent-encoded + "/1"
    """
    number, _, item = measure_id.partition("#")
    return f"/m/{quote(number, safe='')}/{quote(item, safe='')}"


def calendar_address(measure_id: str) -> str:
    """Where the days to come of a measure are, as a file for a calendar."""
    return f"/calendar{measure_address(measure_id).removeprefix('/m')}.ics"


def document_address(number: str) -> str:
    """Where a document is read."""
    return f"/d/{quote(number, safe='')}"


def original_address(number: str, item: str = "", page: int = 0) -> str:
    """Where the original of a document is seen: the page of an item of it, or a page from 1."""
    wanted = {"item": item, "page": page}
    query = urlencode({name: value for name, value in wanted.items() if value})
    return f"/o/{quote(number, safe='')}" + (f"?{query}" if query else "")


def picture_address(number: str, page: int, kind: PictureKind) -> str:
    """Where the picture of a page, from 1, of the original of a document is."""
    return f"/o/{quote(number, safe='')}/pages/{page}.{kind}"


def figures_address(number: str, ordinal: int) -> str:
    """Where the piece of a scan is that shows the doubtful figures of an ordinal, from 1."""
    return f"/o/{quote(number, safe='')}/figures/{ordinal}.{PictureKind.PIXELS}"


def original_file_address(number: str) -> str:
    """Where the original of a document is downloaded."""
    return f"/o/{quote(number, safe='')}/file"


def department_address(name: str, region: str = "") -> str:
    """Where a department's ledger is read."""
    return f"/departments/{quote(name, safe='')}" + (f"?{urlencode({'region': region})}" if region else "")


def measure_named(path: str, known: Collection[str]) -> str | None:
    """The id that a path stands for: written with # or with a slash for it; None when there is none.

    Example: "周政办字〔2024〕11号/19" -> "周政办字〔2024〕11号#19"
    """
    slashes = [offset for offset, character in enumerate(path) if character == "/"]
    forms = (path, *(f"{path[:offset]}#{path[offset + 1 :]}" for offset in slashes))
    return next((form for form in forms if form in known), None)
