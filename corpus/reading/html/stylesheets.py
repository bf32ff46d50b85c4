"""What the style sheets inside a page say of its elements: struck, hidden, coloured, numbered, led by words.

Source: CSS 2.2 (syntax, selectors, cascade) and CSS Lists 3, as far as words depend on them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from corpus.reading.html.chrome import Node

Style = dict[str, str]
"""Property to value, of those in `_KEPT`."""

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|[{};]", re.DOTALL)
_DECLARATION = re.compile(
    r"([\w-]+)\s*:\s*((?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\([^)]*\)|[^;\"'(])*)", re.DOTALL
)
_KEPT = (
    "display", "visibility", "text-decoration", "white-space", "vertical-align", "list-style-type",
    "content", "counter-reset", "counter-increment",
    "color", "background", "background-color", "background-image", "font-size",
)  # fmt: skip
_LONGER = {"text-decoration-line": "text-decoration", "list-style": "list-style-type"}
_MEDIA = re.compile(
    r"(?:only\s+)?(?:all|screen)?(?:\s*(?:and\s+)?\(\s*min-width\s*:\s*(?:\d{1,3}|1[0-2]\d\d)(?:px|em)\s*\))?"
)
"""Screens as wide as those of an office; rules for telephones and printers hide other things."""
_COMPOUND = re.compile(r"[^\s>+~]+|\s*[>+~]\s*|\s+")
_SIMPLE = re.compile(
    r"(?P<tag>\*|[a-z][\w-]*)|\.(?P<name>[\w-]+)|#(?P<id>[\w-]+)|\[(?P<has>[\w-]+)(?:=[\"']?(?P<value>[^\"'\]]*)[\"']?)?\]",
    re.IGNORECASE,
)
_PSEUDO = re.compile(r"::?(before|after)$", re.IGNORECASE)
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Simple:
    """What one element must be: a tag, an id, classes, attributes."""

    tag: str = ""
    id: str = ""
    names: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, str | None], ...] = ()

    def fits(self, element: Node) -> bool:
        """Whether an element is such a one."""
        return (
            self.tag in ("", element.tag)
            and self.id in ("", element.get("id"))
            and (not self.names or self.names <= set((element.get("class") or "").split()))
            and all(
                element.get(name) is not None if value is None else element.get(name) == value
                for name, value in self.attributes
            )
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    """Declarations for the elements of a selector; `pseudo` is before, after or ""."""

    last: _Simple
    above: tuple[tuple[str, _Simple], ...]
    """Each with how it stands above: ` ` anywhere, `>` as the parent; from the inside out."""
    pseudo: str
    weight: tuple[int, int, int]
    declared: Mapping[str, tuple[str, bool]]
    """Property to value and whether it is important."""

    def fits(self, element: Node) -> bool:
        """Whether the rule is for an element."""
        return self.last.fits(element) and _stands_in(element, self.above)


def _stands_in(element: Node, above: tuple[tuple[str, _Simple], ...]) -> bool:
    if not above:
        return True
    (combined, simple), *rest = above
    ancestors = element.iterancestors() if combined == " " else [element.getparent()]
    return any(
        ancestor is not None and simple.fits(ancestor) and _stands_in(ancestor, tuple(rest))
        for ancestor in ancestors
    )


@dataclass(slots=True)
class Stylesheet:
    """The rules of a page that its words depend on."""

    _rules: dict[str, list[tuple[int, _Rule]]] = field(default_factory=dict)
    """By the id, class or tag that an element must have; "" for any."""
    _pseudos: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self._rules)

    def add(self, css: str, order: Iterator[int]) -> None:
        """Takes in the rules of a style element."""
        for selector, declared in _rules_of(_COMMENT.sub("", css)):
            for rule in _selected(selector, declared):
                self._rules.setdefault(_key(rule.last), []).append((next(order), rule))
                self._pseudos.add(rule.pseudo)

    def style_of(self, element: Node, pseudo: str = "") -> Style:
        """What the rules say of an element without its own style, or of the words put before or after it."""
        if pseudo not in self._pseudos:
            return {}
        keys = ["", element.tag, f"#{element.get('id')}"]
        keys += [f".{name}" for name in (element.get("class") or "").split()]
        fitting = [
            (rule.weight, order, rule)
            for key in keys
            for order, rule in self._rules.get(key, ())
            if rule.pseudo == pseudo and rule.fits(element)
        ]
        won: dict[str, tuple[str, bool]] = {}
        if not fitting:
            return {}
        for _, _, rule in sorted(fitting, key=lambda fit: fit[:2]):
            for name, (value, important) in rule.declared.items():
                if important or not won.get(name, ("", False))[1]:
                    won[name] = value, important
        return {name: value for name, (value, _) in won.items()}


def stylesheet_of(page: Node) -> Stylesheet:
    """The rules of all style elements of a page that are for screens."""
    sheet, order = Stylesheet(), count()
    for element in page.iter("style"):
        if _is_for_screens(element.get("media") or ""):
            sheet.add("".join(element.itertext()), order)
    return sheet


def declared_in(text: str) -> Style:
    """The properties of a style attribute."""
    return {name: value for name, (value, _) in _declarations(text).items()}


def _key(simple: _Simple) -> str:
    if simple.id:
        return f"#{simple.id}"
    return f".{min(simple.names)}" if simple.names else simple.tag


def _rules_of(css: str) -> Iterator[tuple[str, Mapping[str, tuple[str, bool]]]]:
    for prelude, body in _blocks(css):
        kind, _, rest = prelude.partition(" ")
        if kind.lower() in ("@supports", "@layer") or (kind.lower() == "@media" and _is_for_screens(rest)):
            yield from _rules_of(body)
        elif not prelude.startswith("@") and (declared := _declarations(body)):
            yield prelude, declared


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """What stands before each pair of braces, and inside it."""
    depth = start = opened = 0
    for match in _BRACE.finditer(css):
        if match[0] == "{":
            opened = match.end() if not depth else opened
            depth += 1
        elif match[0] == "}" and depth:
            depth -= 1
            if not depth:
                yield " ".join(css[start : opened - 1].split()), css[opened : match.start()]
                start = match.end()
        elif match[0] == ";" and not depth:
            start = match.end()


def _is_for_screens(media: str) -> bool:
    return any(_MEDIA.fullmatch(part.strip().lower()) for part in media.split(","))


def _declarations(body: str) -> dict[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for match in _DECLARATION.finditer(body):
        name = _LONGER.get(match[1].lower(), match[1].lower())
        if name in _KEPT:
            value = _IMPORTANT.sub("", match[2]).strip()
            found[name] = value, bool(_IMPORTANT.search(match[2]))
    return found


def _selected(selectors: str, declared: Mapping[str, tuple[str, bool]]) -> Iterator[_Rule]:
    """A rule for each selector of a list; those that ask for more than is known here are passed over."""
    for selector in selectors.split(","):
        pseudo = _PSEUDO.search(selector)
        parts = _COMPOUND.findall((selector[: pseudo.start()] if pseudo else selector).strip())
        simples = [_simple(part) for part in parts[::2]]
        combined = [part.strip() or " " for part in parts[1::2]]
        known = [simple for simple in simples if simple is not None]
        if known and len(known) == len(simples) and set(combined) <= {" ", ">"}:
            above = tuple(zip(reversed(combined), reversed(known[:-1]), strict=False))
            yield _Rule(known[-1], above, pseudo[1].lower() if pseudo else "", _weight(known), declared)


def _simple(written: str) -> _Simple | None:
    """One part of a selector; None where it holds what is not known here, such as `:hover`."""
    matches = list(_SIMPLE.finditer(written))
    if sum(len(match[0]) for match in matches) != len(written):
        return None
    tags = [match["tag"].lower() for match in matches if match["tag"] and match["tag"] != "*"]
    return _Simple(
        tags[0] if tags else "",
        next((match["id"] for match in matches if match["id"]), ""),
        frozenset(match["name"] for match in matches if match["name"]),
        tuple((match["has"], match["value"]) for match in matches if match["has"]),
    )


def _weight(simples: Iterable[_Simple]) -> tuple[int, int, int]:
    listed = list(simples)
    return (
        sum(bool(simple.id) for simple in listed),
        sum(len(simple.names) + len(simple.attributes) for simple in listed),
        sum(bool(simple.tag) for simple in listed),
    )
