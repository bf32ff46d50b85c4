"""What a site allows to be fetched, as its robots.txt says.

Source: RFC 9309: the groups of our name, else those of everybody; of the rules that match, the longest
decides, and of two as long the one that allows. `urllib.robotparser` of Python 3.11 takes the first rule that
matches and knows neither `*` nor `$`: it allows what `Allow: /` before `Disallow: /a/` forbids.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

_EVERYBODY = "*"
_LONGEST = 512 * 1024
"""Characters that are read. Source: RFC 9309, 2.5: at least 500 kibibytes."""
_MOST_RULES = 2_000
_LONGEST_RULE = 500
"""Characters; a longer rule is read as the part before."""


@dataclass(frozen=True, slots=True)
class SiteRules:
    """The rules for one reader of a site."""

    rules: tuple[tuple[str, bool], ...] = ()
    """(pattern of a path, whether it allows)."""
    pause_s: float = 0.0
    """Between two requests, where the site asks for one."""

    @classmethod
    def read(cls, text: str, agent: str) -> "SiteRules":
        """What a robots.txt says to a reader of that name; what cannot be understood is passed over."""
        ours = agent.lower()
        said: dict[str, list[tuple[str, str]]] = {}
        for names, key, value in _lines(text[:_LONGEST], {ours, _EVERYBODY}):
            for name in names:
                said.setdefault(name, []).append((key, value))
        own = said.get(ours, said.get(_EVERYBODY, []))
        rules = [(value, key == "allow") for key, value in own if key in ("allow", "disallow") and value]
        pauses = [float(value) for key, value in own if key == "crawl-delay" and _is_number(value)]
        return cls(tuple(rules[:_MOST_RULES]), max(pauses, default=0.0))

    def allows(self, url: str) -> bool:
        """Whether an address may be fetched."""
        parts = urlsplit(url)
        path = _normal(parts.path or "/") + (f"?{_normal(parts.query)}" if parts.query else "")
        matching = [(len(rule), allows) for rule, allows in self.rules if _matches(rule, path)]
        return max(matching, default=(0, True))[1]


def _lines(text: str, known: set[str]) -> Iterator[tuple[set[str], str, str]]:
    """(names of the group that are known, key, value) of each line that says something."""
    names: set[str] = set()
    begun = False
    for line in text.splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            names = (set() if begun else names) | ({value.lower()} & known)
            begun = False
        elif colon:
            begun = begun or key != "sitemap"
            yield names, key, value


def _matches(rule: str, path: str) -> bool:
    """Whether a path begins as a rule says, or is as it says where that ends in `$`.

    Each piece between two stars is taken where it stands first: no other choice leaves more for the next.
    """
    ends = rule.endswith("$")
    first, *others = (_normal(piece) for piece in rule[:_LONGEST_RULE].removesuffix("$").split("*"))
    if not path.startswith(first):
        return False
    if ends and not others:
        return path == first
    position = len(first)
    last = others.pop() if ends else ""
    for piece in others:
        position = path.find(piece, position)
        if position < 0:
            return False
        position += len(piece)
    return path.endswith(last) and len(path) - len(last) >= position


def _normal(path: str) -> str:
    """A path in one form, whatever of it is escaped."""
    return quote(unquote(path), safe="/%:@!$&'()*+,;=~-._?")


def _is_number(value: str) -> bool:
    return bool(re.fullmatch(r"\d{1,6}(?:\.\d{1,3})?", value))
