"""Rows of tables that say what is paid for something: the unit stands in a column, or in its name."""

import re

from corpus.records import ItemReason, Measure, Section
from retrieval.question.points import Point

PRICED = frozenset((Point.SUM, Point.CHARGE))
"""The points that such a row prints, though its cell is a bare number."""
_PRICE = re.compile(r"\d{1,6}(?:\.\d+)?|\d[\d.]*\s*[万亿]?元.{0,16}|[免不][收费征缴交].{0,4}")
"""A cell that says what is paid: `2.85`, `80元/件`, `免收`."""
_OF_PRICES = re.compile(r"标准|价|费|金额|元|补[助贴]|待遇|金$")
"""How a column of prices is called."""

_BESIDE = re.compile(r"[\d.]+|.*(?:电话|依据|文号|单位)")
"""Cells, and names of columns, that do not say what is paid for."""


def is_price(section: Section) -> bool:
    """Whether a cell of a table says what is paid. Example: `2.85` under 收费标准 -> True."""
    return bool(_OF_PRICES.search(section.name)) and _PRICE.fullmatch(section.text.strip()) is not None


def is_tariff(measure: Measure) -> bool:
    """Whether a measure is a row of a table that says what is paid for something."""
    return measure.reason is ItemReason.ROW and any(map(is_price, measure.sections[1:]))


def what_is_priced(row: Measure) -> str:
    """The cells of a row of a tariff that say what is paid for and by whom, without price and office."""
    cells = (cell for cell in row.sections if not _BESIDE.fullmatch(cell.name) and not is_price(cell))
    return "，".join(cell.text for cell in cells if not _BESIDE.fullmatch(cell.text))
