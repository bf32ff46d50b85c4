"""Readable addresses of what can be linked to, and back from an address to the thing."""

from collections.abc import Collection
from urllib.parse import quote, urlencode


def measure_address(measure_id: str) -> str:
    """Where a measure is read.

    Example: "周村2022稳中求进清单#1" -> "/m/" + the number, percent-encoded + "/1"
    """
    number, _, item = measure_id.partition("#")
    return f"/m/{quote(number, safe='')}/{quote(item, safe='')}"


def document_address(number: str) -> str:
    """Where a document is read."""
    return f"/d/{quote(number, safe='')}"


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
