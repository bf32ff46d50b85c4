"""Characters, phones and time of pages read from pictures: `python -m tests.bench.scanned`.

Seventeen kinds of pages at 150, 200 and 300 dpi, drawn here; each line of the table is one kind at 200 dpi.
Stops by itself after about five minutes. Needs the extra `ocr` and a font with Chinese characters.
"""

import difflib
import re
import resource
import time
from dataclasses import dataclass
from io import BytesIO

from corpus.limits import DEFAULT_LIMITS
from corpus.reading.scans import is_installed, read_picture
from corpus.text.phones import find_phones
from corpus.text.source_text import SourceText
from tests.bench.record import table
from tests.corpus.scanned_pages import LAYOUTS, DrawnPicture, Press, font_file

RESOLUTIONS = (200, 150, 300)
HEAD = ("page", "characters", "share", "phones", "wrong, not told", "doubts", "seconds of processor")


@dataclass(frozen=True)
class Measured:
    """How one page was read."""

    right: int
    characters: int
    phones: int
    known: int
    untold: int
    """Phones that are wrong and in no doubt."""
    doubts: int
    seconds: float

    def row(self, name: str) -> tuple[str, ...]:
        """A line of the table."""
        return (
            name,
            f"{self.right} of {self.characters}",
            f"{self.right / self.characters:.4f}",
            f"{self.phones} of {self.known}",
            str(self.untold),
            str(self.doubts),
            f"{self.seconds:.1f}",
        )


def measured(picture: DrawnPicture) -> Measured:
    """Reads one page as a lossless picture file."""
    file = BytesIO()
    picture.image.save(file, "PNG", compress_level=1)
    begun = time.process_time()
    source = read_picture("页.png", file.getvalue(), DEFAULT_LIMITS)
    seconds = time.process_time() - begun
    wanted, read = "".join(picture.words.split()), "".join(source.text.split())
    blocks = difflib.SequenceMatcher(None, wanted, read, autojunk=False).get_matching_blocks()
    printed, seen = _phones(wanted), set(_phones(read))
    return Measured(
        sum(block.size for block in blocks),
        len(wanted),
        sum(phone in seen for phone in printed),
        len(printed),
        sum(not _is_told(phone, source) for phone in seen - set(printed)),
        len(source.scan_doubts),
        seconds,
    )


def _phones(text: str) -> list[str]:
    """The digits of each phone."""
    return ["".join(re.findall(r"\d", phone.text)) for phone in find_phones(text, called_so=True)]


def _is_told(phone: str, source: SourceText) -> bool:
    told = ("".join(re.findall(r"\d", doubt.words)) for doubt in source.scan_doubts)
    return any(digits in phone or phone in digits for digits in told)


def main() -> None:
    """Prints the table and one line for each other resolution."""
    if not is_installed() or not font_file():
        print("needs the extra ocr (make ocr) and a font with Chinese characters (fonts-noto-cjk)")
        return
    measured(LAYOUTS["clean"](Press(dpi=72)))  # the models are loaded
    for dpi in RESOLUTIONS:
        pages = {name: measured(layout(Press(dpi=dpi))) for name, layout in LAYOUTS.items()}
        rows = [page.row(name) for name, page in pages.items()] if dpi == RESOLUTIONS[0] else []
        print(table(HEAD, [*rows, _all(list(pages.values())).row(f"all, {dpi} dpi")]), flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory {peak} MB, the drawing of the pages included")


def _all(pages: list[Measured]) -> Measured:
    return Measured(
        sum(page.right for page in pages),
        sum(page.characters for page in pages),
        sum(page.phones for page in pages),
        sum(page.known for page in pages),
        sum(page.untold for page in pages),
        sum(page.doubts for page in pages),
        sum(page.seconds for page in pages) / len(pages),
    )


if __name__ == "__main__":
    main()
