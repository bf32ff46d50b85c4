"""The typeface of cards and PDFs: Noto Sans SC, SIL Open Font License, from a package of its own."""

from importlib.resources import files
from pathlib import Path

FAMILY = "Noto Sans SC"


def font_file() -> Path:
    """Where the font is; the package is only looked into, nothing of it runs."""
    return Path(str(files("pylopdf_fonts_zh_cn").joinpath("NotoSansSC-Regular.otf")))
