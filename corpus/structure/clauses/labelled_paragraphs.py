"""An outline of labelled paragraphs: `补贴对象：本县老人。`, beside titles alone in a line and questions."""

import re
from collections.abc import Sequence

from corpus.structure.clauses.heading_lines import LONG, NO_TITLE, HeadingLines, heading
from corpus.structure.paragraphs import is_complete
from corpus.text.excerpt import compact
from corpus.text.labels import opens_with_label
from corpus.text.markers import Marker, Style
from corpus.text.numerals import UP_TO_99
from corpus.text.phones import find_phones

_LABEL = re.compile(r"(?P<title>[\u4e00-\u9fff（）“”、]{2,10})[：:](?=.*\S)", re.DOTALL)
_TITLE_ALONE = re.compile(
    r"(?!.*(?:以下|下列|如下|应当|可以|符合|包括|的[：:]|为[：:]))[\u4e00-\u9fff（）“”、]{2,12}[：:]"
)
"""A title above a list, and no beginning of a sentence that the list ends."""
_NO_MATTER = re.compile(
    rf"[\u4e00-\u9fff]{{2,4}}(?:指出|强调|要求|表示|认为)|[{UP_TO_99}]是|其[{UP_TO_99}]|首先|其次|最后"
    rf"|第[{UP_TO_99}]{{1,2}}(?:步|点|类|档|种)|步骤[{UP_TO_99}]"
)
"""What stands before a colon and names no matter: who speaks, and what counts steps or points."""
_LEAST = 3


def labelled_paragraphs(lines: HeadingLines) -> dict[int, Marker]:
    """The headings of a text that labels its paragraphs on their own line; none where other labels divide it.

    Three or more different labels stand above whole sentences, and no more unlabelled paragraphs than these
    follow the first. A label with a number among more without one counts as they do.

    Example: `补贴对象：…。`, `补贴标准：…。`, `三、申请方法：…。`, `发放时间：…。` -> four headings
    """
    labels = {i: title for i in range(len(lines.texts)) if (title := _label(lines, i))}
    bare = [i for i in labels if lines.marker(i) is None and is_complete(lines.texts[i])]
    if len(bare) < _LEAST or len(set(labels.values())) < len(labels) or not _lead(lines, labels, bare):
        return {}
    others = [i for i in range(min(labels), len(lines.texts)) if i not in labels and _is_head(lines, i)]
    titles = {**labels, **{i: _words(lines, i) for i in others}}
    if _unlabelled(lines, titles) > len(bare):
        return {}
    return {i: heading(titles[i], n) for n, i in enumerate(sorted(titles), 1)}


def _label(lines: HeadingLines, position: int) -> str:
    """What a paragraph calls itself in front of a colon; empty where it does not, or says whom to call."""
    words = _words(lines, position)
    match = _LABEL.match(words)
    calls = not is_complete(words) and find_phones(words)
    if match is None or calls or opens_with_label(words):
        return ""
    title = compact(match["title"])
    return "" if NO_TITLE.match(title) or _NO_MATTER.fullmatch(title) else title


def _lead(lines: HeadingLines, labels: dict[int, str], bare: Sequence[int]) -> bool:
    """Whether the labels open the text's outline, and few of them have a number."""
    numbered = {marker.style for i in labels if (marker := lines.marker(i))}
    dividing = [i for i, marker in enumerate(lines.markers) if marker and _divides(marker, numbered)]
    inside = [i for i, marker in enumerate(lines.markers) if marker and i not in labels]
    few = len(labels) - len(bare) < len(bare)
    return few and all(i in labels for i in dividing) and min(labels) < min(inside, default=len(lines.texts))


def _divides(marker: Marker, numbered: set[Style]) -> bool:
    return marker.style in numbered or marker.style in (Style.HAN, Style.CHAPTER, Style.ARTICLE, Style.ITEM)


def _is_head(lines: HeadingLines, position: int) -> bool:
    """Whether a line without a label of its own is a title above its list or text, or a question."""
    text, marker = lines.texts[position], lines.marker(position)
    if marker is not None:
        return marker.style is Style.QUESTION
    below = position + 1 < len(lines.texts)
    above = position == 0 or is_complete(lines.texts[position - 1])
    titled = lines.is_title(position) and above and lines.has_body(position)
    return lines.is_question(position) or (below and bool(_TITLE_ALONE.fullmatch(text))) or titled


def _unlabelled(lines: HeadingLines, titles: dict[int, str]) -> int:
    """How many long paragraphs below the first label have neither a label nor a number."""
    below = range(min(titles), len(lines.texts))
    return sum(i not in titles and lines.marker(i) is None and len(lines.texts[i]) > LONG for i in below)


def _words(lines: HeadingLines, position: int) -> str:
    marker = lines.marker(position)
    return lines.texts[position][marker.end if marker else 0 :]
