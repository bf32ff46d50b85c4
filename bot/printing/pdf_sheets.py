"""A sheet as a tagged PDF with its typeface embedded. The only importer of typst."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

import typst

from bot.messages import printing as words
from bot.printing.fonts import FAMILY, font_file
from bot.printing.printed_sheet import PrintedSheet, SheetPart
from corpus.text.unprinted import visible

_TEMPLATE = Path(__file__).with_name("sheet.typ")
_STANDARD: Final = "ua-1"
"""PDF/UA-1, ISO 14289-1: tagged, with a title and a language; typst refuses what does not keep it."""


def set_sheet(sheet: PrintedSheet) -> bytes:
    """The PDF; only the letters that it needs are embedded."""
    data = {
        "title": visible(sheet.title),
        "author": words.NAME,
        "under": sheet.under_title,
        "parts": [_part(part) for part in sheet.parts],
        "foot": sheet.foot,
        "page": words.PAGE,
        "address": sheet.address,
        "on_page": words.ON_PAGE,
        "family": FAMILY,
    }
    try:
        return _compiled(data, accessible=True)
    except typst.TypstError:
        # A character that the typeface lacks, such as an emoji of a question: a box stands for it.
        return _compiled({**data, "foot": f"{sheet.foot}　{words.BOXES}"}, accessible=False)


def _compiled(data: Mapping[str, object], *, accessible: bool) -> bytes:
    inputs = {"sheet": json.dumps(data, ensure_ascii=False)}
    made = _compiler().compile(
        format="pdf", sys_inputs=inputs, pdf_standards=[_STANDARD] if accessible else []
    )
    assert isinstance(made, bytes)
    return made


def _part(part: SheetPart) -> dict[str, object]:
    lines = [
        [{"text": visible(span.text), "style": span.style.value} for span in line] for line in part.block
    ]
    return {"heading": part.heading, "lines": lines, "warning": part.is_warning}


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    return typst.Compiler(str(_TEMPLATE), font_paths=[str(font_file().parent)], ignore_system_fonts=True)
