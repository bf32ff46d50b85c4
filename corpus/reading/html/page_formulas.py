"""Formulas of web pages (MathML) as one line of text."""

from collections.abc import Callable, Mapping

from corpus.reading.formulas import grouped
from corpus.reading.html.chrome import Node

_UNREAD = ("annotation", "annotation-xml", "mspace", "mphantom", "none", "mprescripts")


def page_formula(element: Node) -> str:
    """A formula as text: a fraction as a/b, a power with ^, a root with √, as in Word documents.

    Source: MathML Core, 3 (presentation elements).
    Example: a + b over c -> `(a+b)/c`
    """
    if not isinstance(element.tag, str) or element.tag in _UNREAD:
        return ""
    write = _SHAPES.get(element.tag)
    return write(element) if write else _inside(element)


def _inside(element: Node) -> str:
    words = " ".join((element.text or "").split())
    return words + "".join(page_formula(child) + " ".join((child.tail or "").split()) for child in element)


def _parts(element: Node, number: int) -> list[str]:
    """The first children as text; "" for those that are missing."""
    parts = [page_formula(child) for child in element if isinstance(child.tag, str)]
    return [*parts, *[""] * number][:number]


def _fraction(element: Node) -> str:
    above, below = _parts(element, 2)
    return f"{grouped(above)}/{grouped(below)}"


def _power(element: Node) -> str:
    base, exponent = _parts(element, 2)
    return f"{grouped(base)}^{grouped(exponent)}"


def _indexed_power(element: Node) -> str:
    base, index, exponent = _parts(element, 3)
    return f"{grouped(base)}{index}^{grouped(exponent)}"


def _square_root(element: Node) -> str:
    return f"√{grouped(_inside(element))}"


def _root(element: Node) -> str:
    base, degree = _parts(element, 2)
    return f"{'' if degree == '2' else degree}√{grouped(base)}"


def _bounded(element: Node) -> str:
    """A sum with its bounds. Example: ∑ under i=1, over n -> `∑(i=1…n)`."""
    sign, *bounds = _parts(element, 3 if element.tag == "munderover" else 2)
    said = "…".join(filter(None, bounds))
    return f"{sign}({said})" if said else sign


def _fenced(element: Node) -> str:
    between = (element.get("separators") or ",").strip()[:1]
    parts = [page_formula(child) for child in element if isinstance(child.tag, str)]
    return f"{element.get('open') or '('}{between.join(parts)}{element.get('close') or ')'}"


def _rows(element: Node) -> str:
    rows = [child for child in element if isinstance(child.tag, str)]
    return "；".join(" ".join(page_formula(cell) for cell in row) for row in rows)


def _meaning(element: Node) -> str:
    """The first of several ways in which a formula is written."""
    return _parts(element, 1)[0]


_SHAPES: Mapping[str, Callable[[Node], str]] = {
    "mfrac": _fraction,
    "msup": _power,
    "msubsup": _indexed_power,
    "msqrt": _square_root,
    "mroot": _root,
    "munder": _bounded,
    "munderover": _bounded,
    "mfenced": _fenced,
    "mtable": _rows,
    "semantics": _meaning,
}
