"""The header table of a government page: 索引号, 发文字号, 成文日期, 有效性 and the like."""

import re
from collections.abc import Iterator, Sequence

from corpus.reading.composing import TextLine
from corpus.reading.html.chrome import Node
from corpus.text.excerpt import compact
from corpus.text.losses import Loss, LossKind
from corpus.text.site_labels import LABELS

_LABEL = re.compile(LABELS)
_INLINE = re.compile(rf"[\[【]?({LABELS})[\]】]?\s*[：:]")
_KEY = re.compile(
    r"(?:信息)?索引号|发文字?号|文号|文件编号|(?:成文|发文)日期|[有时]效性|效力状态|.*(?:登记号|文件编号)"
)
"""Labels of which a header table prints at least one; the others stand elsewhere too."""
_FACT = re.compile(r"\d|效|废止")
_MAX_NOTICE = 1500
"""A header table with all its labels stays under 600 characters; more is the page itself."""
_MAX_VALUE = 200
_SHARE = 0.6
"""Least share of labels and values in the words; colons, brackets and a heading are the rest."""


def take_notice(body: Node, losses: list[Loss]) -> list[TextLine]:
    """The header table as lines `发文字号：周政发〔2024〕1号`, taken out of the tree, which holds no scripts.

    Labels without a value, and what else it prints, are added to `losses`.
    """
    best: tuple[Node, list[tuple[str, str]]] | None = None
    for element in body.iter():
        if not isinstance(element.tag, str) or element is body or len(_words(element)) > _MAX_NOTICE:
            continue
        pairs = _pairs(element)
        # Of two elements that hold the same labels, the inner one comes later.
        if _is_notice(pairs, element) and (best is None or len(pairs) >= len(best[1])):
            best = element, pairs
    if best is None:
        return []
    element, pairs = best
    element.getparent().replace(element, _blank(element))
    lines = [TextLine(f"{label}：{value}") for label, value in pairs if value]
    read = compact("".join(line.text for line in lines))
    losses.extend(Loss(LossKind.SITE, text) for text in _pieces(element) if compact(text) not in read)
    return lines


def _blank(element: Node) -> Node:
    """An empty element with the words that followed."""
    blank = element.makeelement("div")
    blank.tail = element.tail
    return blank


def _is_notice(pairs: Sequence[tuple[str, str]], element: Node) -> bool:
    """Whether an element holds labels and values and almost nothing else.

    The column names of a list of documents are labels too, but with no number or date beside them.
    """
    filled = {label: value for label, value in pairs if value}
    said = sum(len(compact(label + value)) for label, value in pairs)
    keyed = any(_KEY.fullmatch(label) and _FACT.search(value) for label, value in filled.items())
    return len(filled) > 1 and keyed and said >= _SHARE * len(_words(element))


def _words(element: Node) -> str:
    return compact("".join(element.itertext()))


def _pairs(element: Node) -> list[tuple[str, str]]:
    """Labels and values in order, whether in cells of their own or in one piece of text."""
    pairs: list[tuple[str, str]] = []
    label = ""
    for text in _pieces(element):
        bare = compact(text).strip("[]【】：:")
        inline = _INLINE.match(text)
        if _LABEL.fullmatch(bare):
            label = _closed(pairs, label, "") or bare
        elif inline:
            _closed(pairs, label, "")
            label = ""
            pairs.extend(_split(text))
        elif label:
            pairs.append((label, text.lstrip("：: ")[:_MAX_VALUE]))
            label = ""
    _closed(pairs, label, "")
    return pairs


def _closed(pairs: list[tuple[str, str]], label: str, value: str) -> str:
    if label:
        pairs.append((label, value))
    return ""


def _split(text: str) -> Iterator[tuple[str, str]]:
    """The pairs in one piece of text. Example: `索引号：113 发文字号：周政发〔2024〕1号`."""
    labels = list(_INLINE.finditer(text))
    ends = [*(label.start() for label in labels[1:]), len(text)]
    for label, end in zip(labels, ends, strict=True):
        yield label[1], " ".join(text[label.end() : end].split())[:_MAX_VALUE]


def _pieces(element: Node) -> Iterator[str]:
    """Its words, one string a cell, list item or run of text."""
    for text in element.itertext():
        bare = " ".join(text.split())
        if bare:
            yield bare
