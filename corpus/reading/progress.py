"""How far reading a file has come, told to whoever waits for it."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with the pages of a PDF or OFD or the rows of a workbook read so far, and with all of them."""
