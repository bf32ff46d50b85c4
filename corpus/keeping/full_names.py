"""The full name that a text gives a body which signs by its level alone, such as 市人社局."""

import re
from collections.abc import Iterator, Sequence

from corpus.region_names import toponym_at
from corpus.text.body_mentions import find_bodies

_LEVEL = re.compile(r"(?P<level>自治区|[省市州盟县区旗])(?P<rest>[\u4e00-\u9fff]{2,})")


def called_in_full(issuers: Sequence[str], text: str) -> str:
    """The full name of one of the issuers, where all that a text names so is of one place; else empty.

    Example: signed `市人社局、市税务局`, `徐州市人力资源和社会保障局将停机升级` -> the latter's body
    """
    signed = [match for issuer in issuers if (match := _LEVEL.fullmatch(issuer))]
    if not signed or len(signed) < len(issuers) or any(toponym_at(issuer, 0) for issuer in issuers):
        return ""
    named = dict(found for match in signed for found in _full_names(match["level"], match["rest"], text))
    return next(iter(named.values())) if len(named) == 1 else ""


def _full_names(level: str, short: str, text: str) -> Iterator[tuple[str, str]]:
    """The places of a level that a text names before a body so called for short, each with the name."""
    bodies = (body for line in text.split("\n") for body in find_bodies("".join(line.split())))
    for body in bodies:
        place = toponym_at(body.name, 0, known_only=True)
        if place and place.names[-1].endswith(level) and _is_short_for(short, body.name[place.end :]):
            yield place.names[-1], body.name


def _is_short_for(short: str, name: str) -> bool:
    """Whether a name has all characters of a short one in order, with the same first one.

    Example: `人社局`, `人力资源和社会保障局` -> True
    """
    following = iter(name)
    return name[:1] == short[:1] and all(sign in following for sign in short)
