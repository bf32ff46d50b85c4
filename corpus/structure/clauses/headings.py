"""Headings without a number: which short lines divide a text, and on which level they stand.

A short line is a heading only where the whole text bears it out: beside numbered questions it asks one
more, above numbered items it stands where these start anew, in a text without chapters it has a body of its
own and others like it.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.structure.clauses.card_items import find_card_items
from corpus.structure.clauses.interviews import find_interview
from corpus.structure.clauses.lost_labels import lost_chapters
from corpus.structure.issuers import is_organ
from corpus.structure.paragraphs import is_complete, is_date, is_title
from corpus.text.excerpt import Excerpt, compact
from corpus.text.labels import opens_with_label
from corpus.text.markers import Marker, Style, addressable, find_glued, find_marker

_TITLE = re.compile(r"[^。；，！？：:;,!?|\t→]{2,28}[：:]?|【[^【】]{2,20}】[：:]?")
_NO_TITLE = re.compile(
    r"附件|附表|附录|附[：:]|备?注|说明|答|案例|来源|网址|相关|任命|免去|聘任|抄送|主送|特此|图\d|表\d|.*\d{4,}.*|第.{1,4}页|步骤|[Ss]tep|[●◆■★▶•·]"
)
_QUESTION = re.compile(r"(?!案例|例)[^。；]{4,60}[？?]")
_BARE_NUMBER = re.compile(r"(?P<number>[1-9]\d?)\s*(?=[\u4e00-\u9fff“《][^。；]{1,30}$)")
_SUPPLEMENT = re.compile(r"附则")
_FIELD = re.compile(r"【?(?P<name>[\u4e00-\u9fff]{2,8})(?:】[：:]?|[：:])(?P<value>.*)")
_USUAL = re.compile(
    r"条件|对象|范围|材料|流程|程序|标准|依据|内容|方式|渠道|途径|地点|时间|时限|期限|收费|费用|咨询|电话|指南|优惠|补贴|政策|服务|办理|申请|申报|申领|受理|提示|须知|指引|事项"
)
_OF_MATTER = re.compile(rf"{_USUAL.pattern}|资料|手续")
"""Fields of one matter of a guide."""
_CHAPTERS = frozenset(
    {Style.HAN, Style.CHAPTER, Style.ARTICLE, Style.ITEM, Style.SUBITEM, Style.PADDED, Style.QUESTION}
)
_RESTARTING = frozenset({Style.HAN, Style.ITEM, Style.PADDED})
_ITEMS = frozenset({Style.NUMBER, Style.NUMBER_BRACKET})
_LEAST = 3
"""Headings that bear each other out; two do where both say what headings of guides usually say."""
_MOST_SHARE = 0.5
"""Of the lines: a text with more short lines than bodies is a list."""
_LONG = 40
_LEAST_OF_LONG, _LONG_TEXT = 5, 1500
_BODY = 30
_SENTENCE = re.compile(r"[^。：；，！？]{4,24}。")
_PAIRED = 0.7
_RUN_INS = 0.6
"""Least share of the paragraphs: a few short first sentences make no outline."""
_RUN_IN = re.compile(r"(?P<title>[^。：；！？\d]{2,24})。(?=.{20})", re.DOTALL)
_USUAL_FIELD = re.compile(
    rf"(?=.{{0,8}}(?:{_USUAL.pattern}))(?P<title>[\u4e00-\u9fff]{{2,10}})：(?=.)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The paragraphs of a text with the labels that they start with."""

    texts: tuple[str, ...]
    markers: tuple[Marker | None, ...]

    def marker(self, position: int) -> Marker | None:
        return self.markers[position] if position < len(self.markers) else None

    def text(self, position: int) -> str:
        return self.texts[position] if 0 <= position < len(self.texts) else ""

    def has_body(self, position: int) -> bool:
        """Whether a sentence or a labelled line follows."""
        after = self.text(position + 1)
        sentence = is_complete(after) and not _QUESTION.fullmatch(after)
        return self.marker(position + 1) is not None or sentence or len(after) > _LONG

    def is_title(self, position: int) -> bool:
        """Whether a line without a label is short and neither a sentence, a signature nor a date."""
        text = self.texts[position]
        words = compact(text)
        if self.markers[position] or not _TITLE.fullmatch(text) or _NO_TITLE.match(words):
            return False
        return not (
            is_date(words) or is_organ(words) or (opens_with_label(text) and not words.endswith(("：", ":")))
        )

    def is_question(self, position: int) -> bool:
        return self.markers[position] is None and bool(_QUESTION.fullmatch(self.texts[position]))


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
    lines = _Lines(texts, _labels(texts))
    return {**_headings(lines), **_above_decimals(lines), **_points_in_fields(lines)}


def _labels(texts: Sequence[str]) -> tuple[Marker | None, ...]:
    """The labels of some lines; chapters and articles with no blank behind, where these count from 1 on."""
    labels = tuple(map(find_marker, texts))
    glued = [None if label else find_glued(text) for label, text in zip(labels, texts, strict=True)]
    articles = [label.ordinal for label in glued if label and label.style is Style.ARTICLE]
    if articles[:_LEAST] != list(range(1, _LEAST + 1)):
        return labels
    return tuple(
        label or (other if other and other.style in (Style.CHAPTER, Style.ARTICLE) else None)
        for label, other in zip(labels, glued, strict=True)
    )


def _headings(lines: _Lines) -> Mapping[int, Marker | None]:
    top = next((marker.style for marker in lines.markers if marker), None)
    if top is None or not any(marker and marker.style in _CHAPTERS for marker in lines.markers):
        return _questions(lines, Style.QUESTION) or _dividing(lines, first_label=_first_label(lines))
    matters = _matters(lines, top)
    if matters:
        return matters
    return {
        **_more_questions(lines, top),
        **(_items_of_chapters(lines) or _groups(lines, top)),
        **_above_articles(lines),
        **_supplement(lines),
        **lost_chapters(lines.texts, lines.markers, lambda i: lines.is_title(i) and lines.has_body(i)),
    }


def _first_label(lines: _Lines) -> int:
    return next((position for position, marker in enumerate(lines.markers) if marker), len(lines.texts))


def _more_questions(lines: _Lines, top: Style) -> dict[int, Marker]:
    """Bare questions among numbered ones, as further parts of the same rank."""
    asked = [_QUESTION.search(lines.texts[i]) for i, m in enumerate(lines.markers) if m and m.style is top]
    return _questions(lines, top) if 2 * sum(map(bool, asked)) > len(asked) else {}


def _questions(lines: _Lines, style: Style) -> dict[int, Marker]:
    """The bare questions that have an answer; none where a text without labels has as many titles."""
    asked = [i for i in range(len(lines.texts)) if lines.is_question(i) and lines.has_body(i)]
    if style is Style.QUESTION:
        titles = sum(lines.is_title(i) and lines.has_body(i) for i in range(len(lines.texts)))
        if len(asked) <= max(1, titles):
            return {}
        return {position: Marker(style, "问", 0, 0) for position in asked}
    return {position: Marker(style, f"问{n}", n, 0) for n, position in enumerate(asked, 1)}


def _matters(lines: _Lines, top: Style) -> dict[int, Marker | None]:
    """The matters of a guide, each above the same fields, whose points count from 1 again below each field.

    These points divide nothing: a matter is read with all of its fields.

    Example: `居住证办理`, `办理条件`, `一、…`, `所需材料`, `一、…`, `居住证换领`, … -> both matters
    """
    starts = [i for i, m in enumerate(lines.markers) if m and m.style is top and m.ordinal == 1]
    fields = frozenset(name for name in _repeated_fields(lines) if _OF_MATTER.search(name))
    if top not in _RESTARTING or len(fields) < 2 or len(starts) < _LEAST:
        return {}
    items = {i: marker for i, marker in _items_above(lines, fields).items() if marker.style is Style.HEADING}
    above = [lines.text(i - 1) for i in starts]
    below_fields = all(_TITLE.fullmatch(text) and _OF_MATTER.search(text) for text in above)
    if len(items) < 2 or min(items) > starts[0] or not below_fields:
        return {}
    inside = (i for i, marker in enumerate(lines.markers) if marker and i > min(items))
    return {**items, **dict.fromkeys(inside)}


def _groups(lines: _Lines, top: Style) -> dict[int, Marker]:
    """The titles right above the items that count from 1 again, where every start has one."""
    starts = [i for i, m in enumerate(lines.markers) if m and m.style is top and m.ordinal == 1]
    titled = [i - 1 for i in starts if i and lines.is_title(i - 1)]
    if top not in _RESTARTING or len(starts) < 2 or len(titled) < len(starts):
        return {}
    return {position: Marker(Style.GROUP, "", n, 0) for n, position in enumerate(titled, 1)}


def _above_articles(lines: _Lines) -> dict[int, Marker]:
    """The titles of chapters without a number, each right above an article. Example: `总则`, `第一条 …`."""
    if any(marker and marker.style is Style.CHAPTER for marker in lines.markers):
        return {}
    articles = [i for i, m in enumerate(lines.markers) if m and m.style is Style.ARTICLE and i]
    titled = [i - 1 for i in articles if lines.is_title(i - 1) and not is_title(lines.texts[i - 1])]
    enough = len(titled) > 1
    return {position: Marker(Style.GROUP, "", n, 0) for n, position in enumerate(titled, 1)} if enough else {}


def _above_decimals(lines: _Lines) -> dict[int, Marker]:
    """The titles with a number and no point behind it, right above what counts on from it.

    Example: `1 高龄津贴` above `1.1 对象` -> 1
    """
    bare = ((i, _BARE_NUMBER.match(text)) for i, text in enumerate(lines.texts) if not lines.marker(i))
    return {
        i: Marker(Style.NUMBER, match["number"], int(match["number"]), match.end("number"))
        for i, match in bare
        if match and lines.text(i + 1).startswith(f"{match['number']}.1")
    }


def _supplement(lines: _Lines) -> dict[int, Marker]:
    """A bare 附则 below numbered parts."""
    alone = [i for i, text in enumerate(lines.texts) if _SUPPLEMENT.fullmatch(compact(text).strip("：:"))]
    first = _first_label(lines)
    return {position: Marker(Style.GROUP, "附则", 0, 0) for position in alone if position > first}


def _dividing(lines: _Lines, first_label: int) -> dict[int, Marker]:
    """The headings of a text whose labels, if any, only count points below them."""
    fields = _repeated_fields(lines)
    if len(fields) > 1:
        return _items_above(lines, fields)
    headings = [
        i
        for i in range(len(lines.texts))
        if (lines.is_title(i) or lines.is_question(i)) and lines.has_body(i)
    ]
    if headings and headings[0] < first_label and _bear_out(lines, headings):
        return {**_groups_above(lines, headings), **_numbered(lines, headings)}
    return _sentences_above(lines) or _run_ins(lines, first_label)


def _numbered(lines: _Lines, headings: Sequence[int]) -> dict[int, Marker]:
    return {position: _heading(lines.texts[position], n) for n, position in enumerate(headings, 1)}


def _groups_above(lines: _Lines, headings: Sequence[int]) -> dict[int, Marker]:
    """The titles right above a heading, which have no body of their own."""
    below = set(headings)
    above = [i - 1 for i in headings if i and i - 1 not in below and lines.is_title(i - 1)]
    return {position: Marker(Style.GROUP, "", n, 0) for n, position in enumerate(above, 1)}


def _sentences_above(lines: _Lines) -> dict[int, Marker]:
    """The short sentences that stand above one long paragraph each, from a text of nothing else.

    Example: `支持场景示范。`, `对标杆场景，按投入的30%给予…` -> a heading and its body
    """
    above = {i for i, text in enumerate(lines.texts) if _SENTENCE.fullmatch(text) and not lines.marker(i)}
    headings = [i for i in sorted(above) if i + 1 not in above and len(lines.text(i + 1)) >= _LONG]
    enough = len(headings) > _LEAST and 2 * len(headings) >= _PAIRED * len(lines.texts)
    return _numbered(lines, headings) if enough else {}


def _run_ins(lines: _Lines, first_label: int) -> dict[int, Marker]:
    """The titles on the line of their body, where most paragraphs of a text have one.

    Example: `运营主体。运营主体应当具有…`, `申请条件：年满60周岁…`
    """
    opened = {i: m for i, text in enumerate(lines.texts) if (m := _run_in(lines, i, text))}
    long = [i for i in opened if len(lines.texts[i]) >= _BODY]
    unlabelled = lines.markers.count(None)
    if len(long) < _LEAST or min(long) > first_label or len(opened) < _RUN_INS * unlabelled:
        return {}
    return {i: _heading(m["title"], n) for n, (i, m) in enumerate(opened.items(), 1)}


def _run_in(lines: _Lines, position: int, text: str) -> re.Match[str] | None:
    if lines.marker(position) or opens_with_label(text):
        return None
    opened = _USUAL_FIELD.match(text) or _RUN_IN.match(text)
    return opened if opened and not _NO_TITLE.match(compact(opened["title"])) else None


def _bear_out(lines: _Lines, headings: Sequence[int]) -> bool:
    """Whether headings are enough and not too many; in a short text most say what those of guides do."""
    usual = sum(bool(_USUAL.search(lines.texts[i])) for i in headings)
    long = len(headings) >= _LEAST_OF_LONG and sum(map(len, lines.texts)) >= _LONG_TEXT
    enough = (len(headings) >= _LEAST and 2 * usual >= len(headings)) or usual == len(headings) > 1
    after = len(lines.texts) - headings[0]
    titled = any(is_title(lines.texts[i]) for i in headings)
    return (enough or long) and len(headings) <= _MOST_SHARE * after and not titled


def _repeated_fields(lines: _Lines) -> frozenset[str]:
    """The names that open or fill lines again and again, as in a handbook.

    Example: 政策内容, 申报条件, 咨询电话
    """
    names = Counter(name for position in range(len(lines.texts)) if (name := _field(lines, position)))
    return frozenset(name for name, count in names.items() if count > 1)


def _field(lines: _Lines, position: int) -> str:
    """The name that a line gives to what it or the next one says; empty where it gives none."""
    if lines.marker(position) is not None:
        return ""
    field = _FIELD.fullmatch(lines.texts[position])
    if field:
        return field["name"]
    return compact(lines.texts[position]) if lines.is_title(position) else ""


def _items_above(lines: _Lines, fields: frozenset[str]) -> dict[int, Marker]:
    """The titles right above the first field of each item, and the titles right above these."""
    items = [
        i
        for i in range(len(lines.texts) - 1)
        if lines.is_title(i) and _field(lines, i) not in fields and _field(lines, i + 1) in fields
    ]
    # What stands below the bare name of a field is its value.
    items = [i for i in items if not (i and compact(lines.text(i - 1)).strip("【】：:") in fields)]
    if len(items) < 2:
        return {}
    groups = _groups_above(lines, items)
    return {**{i: m for i, m in groups.items() if _field(lines, i) not in fields}, **_numbered(lines, items)}


def _items_of_chapters(lines: _Lines) -> dict[int, Marker]:
    """The items of a handbook whose chapters alone are numbered, each above the same fields as the others.

    Example: `一、金融支持`, `创业贷款`, `政策内容`, …, `咨询电话`, … -> `创业贷款`
    """
    fields = _repeated_fields(lines)
    usual = [name for name in fields if _USUAL.search(name)]
    items = _items_above(lines, fields) if len(usual) > 1 else {}
    first = min(items, default=0)
    return items if any(m and m.style in _CHAPTERS for m in lines.markers[:first]) else {}


def _points_in_fields(lines: _Lines) -> dict[int, Marker]:
    """The points below a field that are labelled as the items themselves are: they stand a level lower.

    Example: `1. 首贷补贴`, `政策内容`, …, `办理流程`, `1. 申请`, `2. 公示`, `2. 外贸奖励` -> 1. 申请, 2. 公示
    """
    fields = _repeated_fields(lines)
    labelled = [(i, marker) for i, marker in enumerate(lines.markers[:-1]) if marker]
    above = [(i, m.style, _field(lines, i + 1)) for i, m in labelled if m.style in _ITEMS]
    first = next(((style, field) for _, style, field in above if field in fields), None)
    items = {i for i, *of in above if tuple(of) == first}
    if first is None or len(items) < 2 or len(fields) < 2:
        return {}
    return {
        i: Marker(Style.CIRCLE, marker.label, marker.ordinal, marker.end)
        for i, marker in labelled
        if i > min(items) and marker.style is first[0] and i not in items
    }


def _heading(text: str, ordinal: int) -> Marker:
    """A heading called by its words, in signs that an address of a page may hold."""
    return Marker(Style.HEADING, addressable(compact(text).strip("：:【】。")), ordinal, 0)
