"""What an address asks to be narrowed by, and addresses that narrow further."""

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from bot.messages import web as messages
from bot.web.offers.searching import Facet

PER_PAGE = 20
MAX_TYPED = 200
_MAX_VALUE = 200


def chosen_in(query: Mapping[str, str]) -> dict[Facet, str]:
    """The facets that an address narrows by; empty values count as not given."""
    return {facet: query[facet][:_MAX_VALUE] for facet in Facet if query.get(facet)}


def pages_of(count: int) -> int:
    """How many pages `count` results fill; one where there are none."""
    return max(1, -(-count // PER_PAGE))


def page_in(query: QueryParams, count: int) -> int:
    """The page that an address asks for, kept within what there is."""
    asked = query.get("page", "1")
    return min(max(1, int(asked)), pages_of(count)) if re.fullmatch(r"[0-9]{1,4}", asked) else 1


def search_address(words: str, chosen: Mapping[Facet, str], page: int = 1) -> str:
    """Where that search is read."""
    values = {"q": words, **{facet.value: value for facet, value in chosen.items()}}
    return "/search?" + urlencode({**values, "page": page} if page > 1 else values)


def with_choice(chosen: Mapping[Facet, str], facet: Facet, value: str | None) -> dict[Facet, str]:
    """The choices with one more, or without it where the value is None."""
    others = {other: value for other, value in chosen.items() if other is not facet}
    return others if value is None else {**others, facet: value}


def label(facet: Facet, value: str) -> str:
    """A value as people read it."""
    return messages.STATES.get(value, value) if facet is Facet.STATE else value
