"""Formulas of Word documents as one line of text."""

import re
from collections.abc import Callable, Mapping
from typing import Any

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPOUND = re.compile(r"[-+−×÷*/=±·∙ ]")
_ENCLOSED = re.compile(r"[(（][^()（）]*[)）]")
_CIRCLES = "○〇◯"
_MOST_CIRCLED = 20
_FRACTION = re.compile(r"\\f\s*\(([^,，()]*)[,，]([^()]*)\)", re.IGNORECASE)
_OVERLAY = re.compile(r"\\o(?:\\a[clr])*\s*\(([^,，()]*)[,，]([^()]*)\)", re.IGNORECASE)
_ROOT = re.compile(r"\\r\s*\(([^()]*)\)", re.IGNORECASE)
_SWITCH = re.compile(r"\\[a-z]+\d*", re.IGNORECASE)

Element = Any
"""An lxml element."""


def formula(element: Element) -> str:
    """A formula as text: a fraction as a/b, a power with ^, a root with √.

    Source: ECMA-376 part 1, 22.1 (math).
    Example: (a+b) over c -> `(a+b)/c`
    """
    write = _SHAPES.get(element.tag.removeprefix(M))
    if write:
        return write(element)
    if element.tag.removeprefix(M) == "t":
        return element.text or ""
    return _inside(element)


def field_formula(instruction: str) -> str | None:
    r"""What a field of the kind EQ prints; None for a field of another kind.

    Example: `eq \f(1,2)` -> `1/2`; `eq \o\ac(○,3)` -> `③`
    """
    kind, _, written = instruction.strip().partition(" ")
    if kind.lower() != "eq":
        return None
    text = _OVERLAY.sub(_overlaid, written)
    text = _FRACTION.sub(lambda match: f"{grouped(match[1])}/{grouped(match[2])}", text)
    text = _ROOT.sub(lambda match: f"√{grouped(match[1])}", text)
    return _SWITCH.sub("", text).strip()


def _overlaid(match: re.Match[str]) -> str:
    below, above = match[1].strip(), match[2].strip()
    if below in _CIRCLES and above.isdecimal() and 0 < int(above) <= _MOST_CIRCLED:
        return chr(0x2460 + int(above) - 1)
    return above if below in _CIRCLES else below + above


def _inside(element: Element) -> str:
    return "".join(
        formula(child) for child in element if isinstance(child.tag, str) and not child.tag.endswith("Pr")
    )


def _part(element: Element, name: str) -> str:
    part = element.find(M + name)
    return "" if part is None else _inside(part)


def grouped(words: str) -> str:
    """Words that an operator binds, in brackets where they hold operators themselves."""
    bare = words.strip()
    return f"({bare})" if _COMPOUND.search(bare) and not _ENCLOSED.fullmatch(bare) else bare


def _sign(element: Element, properties: str, name: str, usual: str) -> str:
    """The sign that the properties name; `usual` where they name none."""
    found = element.find(f"{M}{properties}/{M}{name}")
    return usual if found is None else (found.get(M + "val") or "")


def _fraction(element: Element) -> str:
    return f"{grouped(_part(element, 'num'))}/{grouped(_part(element, 'den'))}"


def _power(element: Element) -> str:
    return f"{grouped(_part(element, 'e'))}{_part(element, 'sub')}^{grouped(_part(element, 'sup'))}"


def _root(element: Element) -> str:
    degree = _part(element, "deg")
    return f"{'' if degree in ('', '2') else degree}√{grouped(_part(element, 'e'))}"


def _enclosed(element: Element) -> str:
    between = _sign(element, "dPr", "sepChr", "|")
    inner = between.join(_inside(part) for part in element.findall(M + "e"))
    return f"{_sign(element, 'dPr', 'begChr', '(')}{inner}{_sign(element, 'dPr', 'endChr', ')')}"


def _summed(element: Element) -> str:
    lower, upper = _part(element, "sub"), _part(element, "sup")
    bounds = "…".join(bound for bound in (lower, upper) if bound)
    return f"{_sign(element, 'naryPr', 'chr', '∫')}{f'({bounds})' if bounds else ''}{_part(element, 'e')}"


def _function(element: Element) -> str:
    return f"{_part(element, 'fName')}{grouped(_part(element, 'e'))}"


def _rows(element: Element) -> str:
    return "；".join(_inside(row) for row in element if row.tag in (M + "e", M + "mr"))


_SHAPES: Mapping[str, Callable[[Element], str]] = {
    "f": _fraction,
    "sSup": _power,
    "sSubSup": _power,
    "rad": _root,
    "d": _enclosed,
    "nary": _summed,
    "func": _function,
    "eqArr": _rows,
    "m": _rows,
}
