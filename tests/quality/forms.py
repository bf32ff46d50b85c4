"""What question sets have in common, checked against the source texts."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from corpus.catalog import Catalog

FIELDS = ["id", "user", "kind", "region", "q", "gold", "depts", "offices", "phones", "facts"]
HARD = {"hard_colloquial", "hard_ramble", "hard_alias", "hard_twotopic", "hard_voice", "hard_enterprise"}
KINDS = HARD | {
    "plain",
    "colloquial",
    "amount",
    "eligibility",
    "owner",
    "phone",
    "deadline",
    "not_applicable",
    "typo",
    "pinyin",
    "short",
    "region",
    "negative",
}


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Text as the scores compare it: one width, no white space."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def holders(catalog: Catalog, gold: Mapping[str, str]) -> list[str]:
    """The items of the document named that hold the evidence."""
    return [
        measure.item
        for measure in catalog.measures
        if measure.document == gold["doc"] and plain(gold["evidence"]) in plain(measure.text)
    ]


def unprinted(catalog: Catalog, question: Mapping[str, list]) -> list[str]:
    """What an answer is expected to give that stands in none of the gold measures, nor in a cell above."""
    text = "".join(map(plain, _told(catalog, question["gold"])))
    expected = [words for field in ("depts", "offices", "phones", "facts") for words in question[field]]
    return [words for words in expected if plain(words) not in text]


def _told(catalog: Catalog, golds: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """The texts of measures, and who is responsible where a table prints it once for several rows."""
    for gold in golds:
        measure = catalog.measure(f"{gold['doc']}#{gold['item']}")
        yield measure.text
        yield from (named.department for named in measure.responsibilities)


@cache
def questions_of(sets: tuple[str, ...]) -> list[tuple[str, str | None]]:
    """The questions of judged sets with the region that each is asked from."""
    folder = Path(__file__).parent
    lines = [line for name in sets for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
    return [(row["q"], row.get("region")) for row in map(json.loads, lines)]
