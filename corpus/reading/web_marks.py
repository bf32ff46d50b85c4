"""What a page marks inside its words: struck and hidden words, pronunciation, ticked boxes."""

import re
from collections.abc import Iterator

from corpus.reading.chrome import Node, remove, words_of
from corpus.text.losses import Loss, LossKind

_MACHINERY = re.compile(r"script|style|noscript|template|link|meta|map|param|source|track|rp")
_STRUCK = ("s", "strike", "del")
_LINE_THROUGH = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_BOXES = ("checkbox", "radio")
_TICKED, _BLANK = "☑", "□"


def take_machinery(body: Node) -> None:
    """Removes what holds no words that anybody reads: scripts, styles, templates."""
    for element in list(body.iter()):
        if element is not body and (not isinstance(element.tag, str) or _MACHINERY.fullmatch(element.tag)):
            remove(element)


def take_marked(body: Node) -> Iterator[Loss]:
    """Removes struck and hidden words and pronunciations, which are the losses; writes boxes as signs."""
    for element in list(body.iter()):
        if element is body or not isinstance(element.tag, str) or element.getparent() is None:
            continue
        kind = _kind(element)
        if kind is not None:
            words = words_of(element)
            remove(element)
            if words:
                yield Loss(kind, words)
        elif element.tag == "input" and (element.get("type") or "").lower() in _BOXES:
            element.tail = (_TICKED if element.get("checked") is not None else _BLANK) + (element.tail or "")


def _kind(element: Node) -> LossKind | None:
    style = element.get("style") or ""
    if element.tag in _STRUCK or _LINE_THROUGH.search(style):
        return LossKind.STRUCK
    if element.get("hidden") is not None or _HIDDEN.search(style):
        return LossKind.HIDDEN
    return LossKind.RUBY if element.tag == "rt" else None
