"""What a reader made of a file, as plain lists to compare."""

from corpus.text.source_text import Paragraph, SourceText
from corpus.text.tables import Table


def paragraphs(source: SourceText) -> list[str]:
    return [block.text for block in source.blocks if isinstance(block, Paragraph)]


def tables(source: SourceText) -> list[list[list[str]]]:
    """Each with its names of columns first."""
    return [cells(block) for block in source.blocks if isinstance(block, Table)]


def only_table(source: SourceText) -> list[list[str]]:
    (table,) = tables(source)
    return table


def cells(table: Table) -> list[list[str]]:
    """The names of the columns, then the rows."""
    return [[cell.text for cell in row] for row in (table.header, *table.rows)]


def filled_lines(source: SourceText) -> list[str]:
    """The lines of its text, blank ones left out."""
    return [line for line in source.text.splitlines() if line.strip()]
