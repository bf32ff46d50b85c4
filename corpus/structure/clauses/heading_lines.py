"""Lines of a text that may be headings, and what a heading is called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.structure.issuers import is_organ
from corpus.structure.paragraphs import is_complete, is_date
from corpus.text.excerpt import compact
from corpus.text.labels import opens_with_label
from corpus.text.markers import Marker, Style, addressable

TITLE = re.compile(r"[^。；，！？：:;,!?|\t→]{2,28}[：:]?|【[^【】]{2,20}】[：:]?")
NO_TITLE = re.compile(
    r"附件|附表|附录|附[：:]|备?注|说明|答|案例|来源|网址|相关|任命|免去|聘任|抄送|主送|特此|图\d|表\d|.*\d{4,}.*|第.{1,4}页|步骤|[Ss]tep|[●◆■★▶•·]"
)
QUESTION = re.compile(r"(?!案例|例)[^。；]{4,60}[？?]")
LONG = 40
"""From so many characters on a paragraph is a body."""


@dataclass(frozen=True, slots=True)
class HeadingLines:
    """The paragraphs of a text with the labels that they start with."""

    texts: tuple[str, ...]
    markers: tuple[Marker | None, ...]

    def marker(self, position: int) -> Marker | None:
        """The label of a line; None behind the last one."""
        return self.markers[position] if position < len(self.markers) else None

    def text(self, position: int) -> str:
        """The words of a line; none outside of the text."""
        return self.texts[position] if 0 <= position < len(self.texts) else ""

    def has_body(self, position: int) -> bool:
        """Whether a sentence or a labelled line follows."""
        after = self.text(position + 1)
        sentence = is_complete(after) and not QUESTION.fullmatch(after)
        return self.marker(position + 1) is not None or sentence or len(after) > LONG

    def is_title(self, position: int) -> bool:
        """Whether a line without a label is short and neither a sentence, a signature nor a date."""
        text = self.texts[position]
        words = compact(text)
        if self.markers[position] or not TITLE.fullmatch(text) or NO_TITLE.match(words):
            return False
        return not (
            is_date(words) or is_organ(words) or (opens_with_label(text) and not words.endswith(("：", ":")))
        )

    def is_question(self, position: int) -> bool:
        """Whether a line without a label asks something."""
        return self.markers[position] is None and bool(QUESTION.fullmatch(self.texts[position]))


def numbered(lines: HeadingLines, headings: Sequence[int]) -> dict[int, Marker]:
    """Lines as headings that count from 1."""
    return {position: heading(lines.texts[position], n) for n, position in enumerate(headings, 1)}


def groups_above(lines: HeadingLines, headings: Sequence[int]) -> dict[int, Marker]:
    """The titles right above a heading, which have no body of their own."""
    below = set(headings)
    above = [i - 1 for i in headings if i and i - 1 not in below and lines.is_title(i - 1)]
    return {position: Marker(Style.GROUP, "", n, 0) for n, position in enumerate(above, 1)}


def heading(text: str, ordinal: int) -> Marker:
    """A heading called by its words, in signs that an address of a page may hold."""
    return Marker(Style.HEADING, addressable(compact(text).strip("：:【】。")), ordinal, 0)
