"""Words that a page prints in white on white: nobody sees them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from corpus.reading.html.chrome import Node, remove, words_of
from corpus.reading.html.stylesheets import declared_in
from corpus.text.losses import Loss, LossKind

_WHITE = re.compile(
    r"white|#f{3,4}|#(?:f[5-9a-f]){3}(?:ff)?|rgba?\((?:\s*25[0-5]\s*[,\s]){3}[^)]*\)|rgba?\((?:\s*25[0-5]\s*,?){3}\)"
)
_CLEAR = ("", "none", "transparent", "inherit", "initial", "unset")
_GREATER_PART = 0.4
"""Share of the words of a page; an article that is white stands on a colour that the page does not tell."""
_LEAST_BESIDE = 6
"""Characters in another colour that show that the ground they share is light."""


def has_looks_elsewhere(page: Node) -> bool:
    """Whether a page names style sheets that are not in it."""
    return any("stylesheet" in (link.get("rel") or "").lower() for link in page.iter("link"))


def take_white(body: Node, *, looks_elsewhere: bool) -> Iterator[Loss]:
    """Removes white words whose ground is known to be white, which are the losses.

    Where the page takes looks from elsewhere, classes and ids may colour the ground: such words stay, unless
    words of the usual colour stand on the same ground.
    """
    whites = [element for element in body.iter() if isinstance(element.tag, str) and _is_white(element)]
    outer = [element for element in whites if not any(map(_is_white, element.iterancestors()))]
    white_lengths: Counter[Node] = Counter()
    for element in outer:
        for around in element.iterancestors():
            white_lengths[around] += len(words_of(element))
    beside = {around: len(words_of(around)) - white for around, white in white_lengths.items()}
    longest = _GREATER_PART * len(words_of(body))
    for element in outer:
        words = words_of(element)
        if (
            0 < len(words) <= longest
            and not _is_recoloured(element)
            and _is_unseen(element, beside, looks_elsewhere)
        ):
            remove(element)
            yield Loss(LossKind.HIDDEN, words)


def _is_unseen(element: Node, beside: Mapping[Node, int], looks_elsewhere: bool) -> bool:
    """Whether the nearest ground that tells its colour is white.

    `beside` are the characters of other colours in each element around.
    """
    for around in (element, *element.iterancestors()):
        if ground := _ground(around):
            return bool(_WHITE.fullmatch(ground))
        if beside.get(around, 0) >= _LEAST_BESIDE:
            return True
        if looks_elsewhere and (around.get("class") or around.get("id")):
            return False
    return True


def _is_recoloured(element: Node) -> bool:
    """Whether something inside white words has a colour or a ground of its own."""
    inside = (inner for inner in element.iterdescendants() if isinstance(inner.tag, str))
    return any(_ground(inner) or (_colour(inner) and not _is_white(inner)) for inner in inside)


def _is_white(element: Node) -> bool:
    return bool(_WHITE.fullmatch(_colour(element)))


def _colour(element: Node) -> str:
    own = declared_in(element.get("style") or "").get("color", "")
    said = own or ((element.get("color") or "") if element.tag == "font" else "")
    return "" if said.lower().strip() in _CLEAR else said.lower().strip()


def _ground(element: Node) -> str:
    """What an element lays under its words, a colour or a picture; empty where nothing."""
    style = declared_in(element.get("style") or "")
    said = (style.get(name, "") for name in ("background-image", "background", "background-color"))
    given = (
        part.lower().strip()
        for part in (*said, element.get("bgcolor") or "", element.get("background") or "")
    )
    return next((part for part in given if part not in _CLEAR), "")
