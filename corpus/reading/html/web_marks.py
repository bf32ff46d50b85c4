"""What a page marks inside its words: struck and hidden words, pronunciation, ticked boxes."""

import re
from collections.abc import Iterator

from corpus.reading.html.chrome import Node, remove, words_of
from corpus.reading.html.flow import is_block
from corpus.text.losses import Loss, LossKind

_MACHINERY = re.compile(r"script|style|noscript|template|link|meta|map|param|source|track|rp")
_STRUCK = ("s", "strike", "del")
_LINE_THROUGH = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden"
    r"|(?<![\w-])opacity\s*:\s*0(?:\.0+)?(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{4}",
    re.IGNORECASE,
)
_TINY = re.compile(r"font-size\s*:\s*(?:0(?![.\d])|[01](?:\.\d+)?\s*(?:px|pt))", re.IGNORECASE)
_SIZED = re.compile(r"font(?:-size)?\s*:", re.IGNORECASE)
_UNFOLDS = re.compile(
    r"tab|collaps|accordion|panel|pane\b|toggle|fold|expand|answer|faq|slide|swip", re.IGNORECASE
)
"""Names of blocks that a click shows."""
_SENTENCE = re.compile(r"[。；]")
_GREATER_PART = 0.4
"""A hidden element with a larger share of the page's words is shown by a program of the page."""
_BOXES = ("checkbox", "radio")
_TYPED = ("text", "number", "date", "month", "time", "tel", "email", "url")
_TICKED, _BLANK = "☑", "□"


def take_machinery(body: Node) -> Iterator[Loss]:
    """Removes what nobody reads: scripts, styles, templates; formulas among them are the losses."""
    for element in list(body.iter()):
        if element is not body and (not isinstance(element.tag, str) or _MACHINERY.fullmatch(element.tag)):
            if element.tag == "script" and (element.get("type") or "").startswith("math/"):
                yield Loss(LossKind.FORMULA, " ".join((element.text or "").split()))
            remove(element)


def fill_fields(article: Node) -> None:
    """Writes what the fields of a form hold behind them, as a browser shows it."""
    for field in list(article.iter("input", "select", "textarea")):
        field.tail = _value(field) + (field.tail or "")


def _value(field: Node) -> str:
    if field.tag == "input":
        shown = (field.get("type") or "text").lower() in _TYPED
        return (field.get("value") or "") if shown else ""
    if field.tag == "textarea":
        words, field.text = field.text or "", ""
        return words
    options = list(field.iter("option"))
    chosen = [option for option in options if option.get("selected") is not None] or options[:1]
    words = "、".join(" ".join((option.text or "").split()) for option in chosen)
    for option in chosen:
        option.text = ""
    return words


def take_marked(body: Node) -> Iterator[Loss]:
    """Removes struck and hidden words and pronunciations, which are the losses; writes boxes as signs."""
    total = len(words_of(body))
    for element in list(body.iter()):
        if element is body or not isinstance(element.tag, str) or element.getparent() is None:
            continue
        kind = _kind(element)
        words = words_of(element) if kind is not None else ""
        if kind is LossKind.HIDDEN and _may_be_shown(element, len(words) > _GREATER_PART * total):
            continue
        if kind is not None:
            remove(element)
            if words:
                yield Loss(kind, words)
        elif element.tag == "input" and (element.get("type") or "").lower() in _BOXES:
            element.tail = (_TICKED if element.get("checked") is not None else _BLANK) + (element.tail or "")


def _may_be_shown(element: Node, is_greater_part: bool) -> bool:
    """Whether a program of the page shows a hidden element; the fields of a form hold what is sent."""
    return element.tag != "textarea" and (is_greater_part or _unfolds(element))


def _kind(element: Node) -> LossKind | None:
    style = element.get("style") or ""
    if element.tag in _STRUCK or _LINE_THROUGH.search(style):
        return LossKind.STRUCK
    closed = element.tag == "dialog" and element.get("open") is None
    if closed or element.get("hidden") is not None or _HIDDEN.search(style) or _is_tiny(element, style):
        return LossKind.HIDDEN
    return LossKind.RUBY if element.tag == "rt" else None


def _is_tiny(element: Node, style: str) -> bool:
    """Whether all words of an element are too small to see; 0 may stand around words with their own size."""
    if not _TINY.search(style):
        return False
    return not any(_SIZED.search(inner.get("style") or "") for inner in element.iterdescendants())


def _unfolds(element: Node) -> bool:
    """Whether a hidden block of sentences is one that a click shows: a tab, the answer to a question."""
    if not is_block(element) or not _SENTENCE.search(words_of(element)):
        return False
    near = (element, element.getparent())
    named = (name for block in near for name in (block.get("id"), block.get("class")) if name)
    return any(map(_UNFOLDS.search, named))
