"""PDF files opened, page by page, with the words marked that no viewer shows.

The only importer of pdfplumber.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pdfplumber
import pdfplumber.page
import pdfplumber.utils
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

_pages: Any = pdfplumber.page
_utils: Any = pdfplumber.utils
"""Both hand on names of pdfminer, of which nothing is known here but what they do."""

PlumberPage = Any
"""A page of pdfplumber, which it leaves loosely typed."""
PdfError = PdfminerException
"""A file that pdfminer cannot read; its cause says why."""
BROKEN_PDF = (
    MalformedPDFException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What pdfminer raises on files that break the rules: it does not check the types of what it reads."""
UNSEEN = "unseen"
"""The tag of glyphs that are drawn in no colour at all, or on a layer that is off."""
_INVISIBLE = 3
"""The rendering mode that neither fills nor outlines a glyph."""

Layers = frozenset[int]
"""Object numbers."""


@contextmanager
def open_pdf(data: bytes) -> Iterator[Any]:
    """A document whose `pages` are read when they are asked for.

    Raises:
        PdfError: it cannot be read, or asks for a password.
    """
    # Both report oddities of fonts, colours and metadata, page by page; none changes what is read.
    for library in ("pdfminer", "pdfplumber"):
        logging.getLogger(library).setLevel(logging.ERROR)
    with pdfplumber.open(BytesIO(data)) as document:
        yield document


def resolve(value: Any) -> Any:  # noqa: ANN401 - pdfminer's own types
    """What a reference points to; a value that is none stays."""
    return _utils.resolve(value)


def words_of_value(value: Any) -> str:  # noqa: ANN401 - pdfminer's own types
    """A string of the file; "" for what is none."""
    known = resolve(value)
    return str(_utils.decode_text(known)) if isinstance(known, (str, bytes)) else ""


def layers_off(document: Any) -> Layers:  # noqa: ANN401 - pdfplumber leaves its documents loosely typed
    """The layers of a document that a viewer does not show.

    Source: ISO 32000-1, 8.11.4.3.
    """
    properties = resolve(document.doc.catalog.get("OCProperties")) or {}
    usual = resolve(properties.get("D")) or {}
    off = _numbers(usual.get("OFF"))
    state = resolve(usual.get("BaseState"))
    if getattr(state, "name", "") == "OFF":
        off |= _numbers(properties.get("OCGs")) - _numbers(usual.get("ON"))
    return frozenset(off)


def lay_out(page: PlumberPage, off: Layers) -> None:
    """Reads a page so that the glyphs nobody sees carry the tag `UNSEEN`.

    Raises:
        PdfError: the page cannot be read.
    """
    pdf = page.pdf
    device = _Device(pdf.rsrcmgr, pageno=page.page_number, laparams=pdf.laparams)
    interpreter = _Interpreter(pdf.rsrcmgr, device)
    interpreter.off = off
    try:
        interpreter.process_page(page.page_obj)
    except Exception as error:
        raise PdfminerException(error) from error
    page._layout = device.get_result()


class _Device(_pages.PDFPageAggregatorWithMarkedContent):  # type: ignore[misc]
    """Keeps, for each glyph, whether it is seen."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - passed on
        super().__init__(*args, **options)
        self.layers: list[bool] = []
        """For each marked stretch that is open, whether its layer is off."""
        self._invisible = False

    def render_string(self, textstate: Any, *args: Any) -> None:  # noqa: ANN401 - pdfminer's own types
        self._invisible = textstate.render == _INVISIBLE
        super().render_string(textstate, *args)

    def tag_cur_item(self) -> None:
        super().tag_cur_item()
        if self.cur_item._objs and (self._invisible or any(self.layers)):
            self.cur_item._objs[-1].tag = UNSEEN


class _Interpreter(_pages.PDFPageInterpreter):  # type: ignore[misc]
    """Tells the device when a layer begins and ends that is off."""

    off: Layers = frozenset()

    def subinterp(self) -> "_Interpreter":
        inner = _Interpreter(self.rsrcmgr, self.device)
        inner.off = self.off
        return inner

    def do_BMC(self, tag: Any) -> None:  # noqa: ANN401, N802 - pdfminer's name
        self.device.layers.append(False)
        super().do_BMC(tag)

    def do_BDC(self, tag: Any, props: Any) -> None:  # noqa: ANN401, N802 - pdfminer's name
        self.device.layers.append(getattr(tag, "name", "") == "OC" and self._is_off(self._named(props)))
        super().do_BDC(tag, props)

    def do_EMC(self) -> None:  # noqa: N802 - pdfminer's name
        if self.device.layers:
            self.device.layers.pop()
        super().do_EMC()

    def do_Do(self, name: Any) -> None:  # noqa: ANN401, N802 - pdfminer's name
        drawn = resolve(self.xobjmap.get(getattr(name, "name", "")))
        self.device.layers.append(self._is_off(getattr(drawn, "attrs", {}).get("OC")))
        super().do_Do(name)
        self.device.layers.pop()

    def _named(self, props: Any) -> Any:  # noqa: ANN401 - pdfminer's own types
        known = resolve((self.resources or {}).get("Properties")) or {}
        return known.get(getattr(props, "name", ""))

    def _is_off(self, reference: Any) -> bool:  # noqa: ANN401 - pdfminer's own types
        """Whether a layer is off; of a group of layers, whether all are."""
        if not self.off or reference is None:
            return False
        if _numbers(reference) & self.off:
            return True
        group = resolve(reference)
        members = _numbers(group.get("OCGs")) if isinstance(group, dict) else set()
        return bool(members) and members <= self.off


def _numbers(references: Any) -> set[int]:  # noqa: ANN401 - pdfminer's own types
    """The object numbers of a reference or a list of them."""
    listed = resolve(references) if not isinstance(references, list) else references
    each = listed if isinstance(listed, list) else [references]
    return {item.objid for item in each if hasattr(item, "objid")}
