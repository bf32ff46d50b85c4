"""Headings without a number: which short lines divide a text, and on which level they stand.

A short line is a heading only where the whole text bears it out: beside numbered questions it asks one
more, above numbered items it stands where these start anew, in a text without chapters it has a body of its
own and others like it.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from corpus.structure.clauses.card_items import find_card_items
from corpus.structure.clauses.handbook_items import (
    CHAPTERS,
    LEAST,
    RESTARTING,
    USUAL,
    items_above,
    items_of_chapters,
    matters_of_guide,
    points_in_fields,
    repeated_fields,
)
from corpus.structure.clauses.heading_lines import (
    LONG,
    NO_TITLE,
    QUESTION,
    HeadingLines,
    groups_above,
    heading,
    numbered,
)
from corpus.structure.clauses.interviews import find_interview
from corpus.structure.clauses.lost_labels import lost_chapters
from corpus.structure.clauses.office_headings import find_offices
from corpus.structure.paragraphs import is_title
from corpus.text.excerpt import Excerpt, compact
from corpus.text.labels import opens_with_label
from corpus.text.markers import Marker, Style, find_glued, find_marker

_BARE_NUMBER = re.compile(r"(?P<number>[1-9]\d?)\s*(?=[\u4e00-\u9fff“《][^。；]{1,30}$)")
_SUPPLEMENT = re.compile(r"附则")
_MOST_SHARE = 0.5
"""Of the lines: a text with more short lines than bodies is a list."""
_LEAST_OF_LONG, _LONG_TEXT = 5, 1500
_BODY = 30
_SENTENCE = re.compile(r"[^。：；，！？]{4,24}。")
_PAIRED = 0.7
_RUN_INS = 0.6
"""Least share of the paragraphs: a few short first sentences make no outline."""
_RUN_IN = re.compile(r"(?P<title>[^。：；！？\d]{2,24})。(?=.{20})", re.DOTALL)
_USUAL_FIELD = re.compile(
    rf"(?=.{{0,8}}(?:{USUAL.pattern}))(?P<title>[\u4e00-\u9fff]{{2,10}})：(?=.)", re.DOTALL
)
_FIELD = re.compile(r"(?P<title>[\u4e00-\u9fff]{2,10})：(?=.{8})", re.DOTALL)


def find_headings(paragraphs: Sequence[Excerpt]) -> Mapping[int, Marker | None]:
    """The headings without a number of a text, by the position of their paragraph.

    None stands for a label that divides nothing: those inside the items of a handbook.

    Example: `申请条件`, `年满60周岁。`, `申请材料`, `身份证。`, `办理时限`, `5个工作日。` -> three headings
    """
    texts = tuple(paragraph.text for paragraph in paragraphs)
    cards = find_card_items(texts)
    if cards:
        return cards
    asked = find_interview(texts)
    if asked:
        return asked
    lines = HeadingLines(texts, _labels(texts))
    offices = find_offices(lines)
    return offices or {
        **_headings(lines),
        **_above_decimals(lines),
        **points_in_fields(lines),
        **_parts_within(lines),
    }


def _labels(texts: Sequence[str]) -> tuple[Marker | None, ...]:
    """The labels of some lines; chapters and articles with no blank behind, where these count from 1 on."""
    labels = tuple(map(find_marker, texts))
    glued = [None if label else find_glued(text) for label, text in zip(labels, texts, strict=True)]
    articles = [label.ordinal for label in glued if label and label.style is Style.ARTICLE]
    if articles[:LEAST] != list(range(1, LEAST + 1)):
        return labels
    return tuple(
        label or (other if other and other.style in (Style.CHAPTER, Style.ARTICLE) else None)
        for label, other in zip(labels, glued, strict=True)
    )


def _headings(lines: HeadingLines) -> Mapping[int, Marker | None]:
    top = next((marker.style for marker in lines.markers if marker), None)
    if top is None or not any(marker and marker.style in CHAPTERS for marker in lines.markers):
        return _questions(lines, Style.QUESTION) or _dividing(lines, first_label=_first_label(lines))
    matters = matters_of_guide(lines, top)
    if matters:
        return matters
    return {
        **_more_questions(lines, top),
        **(items_of_chapters(lines) or _groups(lines, top)),
        **_above_articles(lines),
        **_supplement(lines),
        **lost_chapters(lines.texts, lines.markers, lambda i: lines.is_title(i) and lines.has_body(i)),
    }


def _first_label(lines: HeadingLines) -> int:
    return next((position for position, marker in enumerate(lines.markers) if marker), len(lines.texts))


def _more_questions(lines: HeadingLines, top: Style) -> dict[int, Marker]:
    """Bare questions among numbered ones, as further parts of the same rank."""
    asked = [QUESTION.search(lines.texts[i]) for i, m in enumerate(lines.markers) if m and m.style is top]
    return _questions(lines, top) if 2 * sum(map(bool, asked)) > len(asked) else {}


def _questions(lines: HeadingLines, style: Style) -> dict[int, Marker]:
    """The bare questions that have an answer; none where a text without labels has as many titles."""
    asked = [i for i in range(len(lines.texts)) if lines.is_question(i) and lines.has_body(i)]
    if style is Style.QUESTION:
        titles = sum(lines.is_title(i) and lines.has_body(i) for i in range(len(lines.texts)))
        if len(asked) <= max(1, titles):
            return {}
        return {position: Marker(style, "问", 0, 0) for position in asked}
    return {position: Marker(style, f"问{n}", n, 0) for n, position in enumerate(asked, 1)}


def _groups(lines: HeadingLines, top: Style) -> dict[int, Marker]:
    """The titles right above the items that count from 1 again, where every start has one."""
    starts = [i for i, m in enumerate(lines.markers) if m and m.style is top and m.ordinal == 1]
    titled = [i - 1 for i in starts if i and lines.is_title(i - 1)]
    if top not in RESTARTING or len(starts) < 2 or len(titled) < len(starts):
        return {}
    return {position: Marker(Style.GROUP, "", n, 0) for n, position in enumerate(titled, 1)}


def _above_articles(lines: HeadingLines) -> dict[int, Marker]:
    """The titles of chapters without a number, each right above an article. Example: `总则`, `第一条 …`."""
    if any(marker and marker.style is Style.CHAPTER for marker in lines.markers):
        return {}
    articles = [i for i, m in enumerate(lines.markers) if m and m.style is Style.ARTICLE and i]
    titled = [i - 1 for i in articles if lines.is_title(i - 1) and not is_title(lines.texts[i - 1])]
    enough = len(titled) > 1
    return {position: Marker(Style.GROUP, "", n, 0) for n, position in enumerate(titled, 1)} if enough else {}


def _above_decimals(lines: HeadingLines) -> dict[int, Marker]:
    """The titles with a number and no point behind it, right above what counts on from it.

    Example: `1 高龄津贴` above `1.1 对象` -> 1
    """
    bare = ((i, _BARE_NUMBER.match(text)) for i, text in enumerate(lines.texts) if not lines.marker(i))
    return {
        i: Marker(Style.NUMBER, match["number"], int(match["number"]), match.end("number"))
        for i, match in bare
        if match and lines.text(i + 1).startswith(f"{match['number']}.1")
    }


def _parts_within(lines: HeadingLines) -> dict[int, None]:
    """The labels 第一部分 that stand inside a chapter, because the chapters around them count on.

    Example: `五、申报材料`, `第一部分：`, `第二部分：`, `六、时间` -> both parts divide nothing
    """
    outer = [(i, m.ordinal) for i, m in enumerate(lines.markers) if m and m.style is Style.HAN]
    parts = [i for i, m in enumerate(lines.markers) if m and m.style is Style.CHAPTER]
    spans = [(first, last) for (first, n), (last, after) in pairwise(outer) if after == n + 1]
    inside = [i for i in parts if any(first < i < last for first, last in spans)]
    return dict.fromkeys(inside) if len(inside) == len(parts) else {}


def _supplement(lines: HeadingLines) -> dict[int, Marker]:
    """A bare 附则 below numbered parts."""
    alone = [i for i, text in enumerate(lines.texts) if _SUPPLEMENT.fullmatch(compact(text).strip("：:"))]
    first = _first_label(lines)
    return {position: Marker(Style.GROUP, "附则", 0, 0) for position in alone if position > first}


def _dividing(lines: HeadingLines, first_label: int) -> dict[int, Marker]:
    """The headings of a text whose labels, if any, only count points below them."""
    fields = repeated_fields(lines)
    if len(fields) > 1:
        return items_above(lines, fields)
    headings = [
        i
        for i in range(len(lines.texts))
        if (lines.is_title(i) or lines.is_question(i)) and lines.has_body(i)
    ]
    if headings and headings[0] < first_label and _bear_out(lines, headings):
        return {**groups_above(lines, headings), **_numbered_with_fields(lines, headings)}
    return _sentences_above(lines) or _run_ins(lines, first_label)


def _numbered_with_fields(lines: HeadingLines, headings: Sequence[int]) -> dict[int, Marker]:
    """The headings of a text behind the fields above the first of them, where it begins with fields.

    Example: `补助对象：…`, `补助标准：…`, and then `受理窗口：` above a line for each -> three headings
    """
    above = {i: m for i in range(headings[0]) if not lines.marker(i) and (m := _FIELD.match(lines.texts[i]))}
    usual = sum(bool(_USUAL_FIELD.match(lines.texts[i])) for i in above)
    if usual < LEAST or len(above) < _RUN_INS * (headings[0] - min(above)):
        return numbered(lines, headings)
    titles = {**{i: m["title"] for i, m in above.items()}, **{i: lines.texts[i] for i in headings}}
    return {i: heading(title, n) for n, (i, title) in enumerate(titles.items(), 1)}


def _sentences_above(lines: HeadingLines) -> dict[int, Marker]:
    """The short sentences that stand above one long paragraph each, from a text of nothing else.

    Example: `支持场景示范。`, `对标杆场景，按投入的30%给予…` -> a heading and its body
    """
    above = {i for i, text in enumerate(lines.texts) if _SENTENCE.fullmatch(text) and not lines.marker(i)}
    headings = [i for i in sorted(above) if i + 1 not in above and len(lines.text(i + 1)) >= LONG]
    enough = len(headings) > LEAST and 2 * len(headings) >= _PAIRED * len(lines.texts)
    return numbered(lines, headings) if enough else {}


def _run_ins(lines: HeadingLines, first_label: int) -> dict[int, Marker]:
    """The titles on the line of their body, where most paragraphs of a text have one.

    Example: `运营主体。运营主体应当具有…`, `申请条件：年满60周岁…`
    """
    opened = {i: m for i, text in enumerate(lines.texts) if (m := _run_in(lines, i, text))}
    long = [i for i in opened if len(lines.texts[i]) >= _BODY]
    unlabelled = lines.markers.count(None)
    if len(long) < LEAST or min(long) > first_label or len(opened) < _RUN_INS * unlabelled:
        return {}
    return {i: heading(m["title"], n) for n, (i, m) in enumerate(opened.items(), 1)}


def _run_in(lines: HeadingLines, position: int, text: str) -> re.Match[str] | None:
    if lines.marker(position) or opens_with_label(text):
        return None
    opened = _USUAL_FIELD.match(text) or _RUN_IN.match(text)
    return opened if opened and not NO_TITLE.match(compact(opened["title"])) else None


def _bear_out(lines: HeadingLines, headings: Sequence[int]) -> bool:
    """Whether headings are enough and not too many; in a short text most say what those of guides do."""
    usual = sum(bool(USUAL.search(lines.texts[i])) for i in headings)
    long = len(headings) >= _LEAST_OF_LONG and sum(map(len, lines.texts)) >= _LONG_TEXT
    enough = (len(headings) >= LEAST and 2 * usual >= len(headings)) or usual == len(headings) > 1
    after = len(lines.texts) - headings[0]
    titled = any(is_title(lines.texts[i]) for i in headings)
    return (enough or long) and len(headings) <= _MOST_SHARE * after and not titled
