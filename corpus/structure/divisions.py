"""Which clauses are measures: where a chapter falls into parts that are asked about one by one."""

import re
from itertools import pairwise
from statistics import mean

from corpus.drafts import Reason
from corpus.structure.segment import Clause
from corpus.text.markers import Style

CHAPTERS = frozenset({Style.HAN, Style.CHAPTER, Style.GROUP})
_POINTS = frozenset({Style.NUMBER, Style.NUMBER_BRACKET, Style.HALF_BRACKET, Style.CIRCLE})
_AIMS = re.compile("总体|指导思想|目标|原则|思路|背景|依据")
_LIST_LEAD = re.compile(
    r"(?:以下|下列|如下|之一|任一).{0,16}?(?:条件|情形|情况|材料|资料|证件|证明|人员|对象|家庭|单位|企业|群体|标准|程序|步骤|手续)"
    r"|(?:条件|情形|材料|资料|对象|标准|程序|步骤|手续)(?:如下|之一)|(?:以下|下列)之一"
    r"|(?:条件|情形|材料|资料|流程|程序|步骤)(?:[（(].*[）)])?[：:]$"
)
_LIST_TITLE = re.compile(r"(?:条件|材料|资料|流程|程序|步骤|渠道|方式|途径)(?:[（(].*[）)])?[：:]?$")
_FIGURE = re.compile(r"\d[\d.,]*\s*(?:[万亿]?元|[%％])")
_MAX_HEADING = 40
_MAX_POINT = 25
"""Characters; points this short on average name things, such as papers to bring."""
_MAX_PHRASE = 60
"""Characters; longer points that end in ； below a mere title are rules of their own."""
_MAX_LEAD = 40
_MAX_LIST = 1500
"""Characters; what is longer says too much for one answer, whatever introduces it."""
_MAX_TITLE = 30


def find_measures(root: Clause) -> list[Clause]:
    """The clauses that a person can ask about, in reading order.

    A chapter is a measure only if it has no clauses below it and states more than aims.
    """
    return _parts_of(root, _titled_styles(root))


def _parts_of(clause: Clause, titled: frozenset[Style]) -> list[Clause]:
    """The measures below a clause; where no part of it is divided, each part is one."""
    parts = [(child, _measures_of(child, titled)) for child in clause.children]
    if any(measures for _, measures in parts):
        return [measure for child, measures in parts for measure in measures or _undivided(child)]
    return [child for child in clause.children if not child.children]


def reason_of(measure: Clause) -> Reason:
    """Why a clause is a measure."""
    if measure.style in _KINDS:
        return _KINDS[measure.style]
    if measure.asks():
        return Reason.QUESTION
    if measure.style in CHAPTERS:
        return Reason.LIST if measure.children else Reason.CHAPTER
    return Reason.ASSIGNED if measure.assigns() else Reason.PART


_KINDS = {
    Style.ARTICLE: Reason.ARTICLE,
    Style.ITEM: Reason.ITEM,
    Style.SUBITEM: Reason.ITEM,
    Style.QUESTION: Reason.QUESTION,
    Style.HEADING: Reason.HEADING,
}


def _undivided(chapter: Clause) -> list[Clause]:
    """The chapter itself if it says something besides its title, and no mere aims."""
    title = chapter.words().text.partition("。")[0]
    aims = len(title) <= _MAX_HEADING and _AIMS.search(title) and not chapter.asks()
    return [] if chapter.children or aims or _is_title_alone(chapter) else [chapter]


def _is_title_alone(clause: Clause) -> bool:
    words = clause.words().text.rstrip("：:")
    return len(clause.paragraphs) == 1 and len(words) <= _MAX_HEADING and not re.search("[。：:]", words)


def _measures_of(clause: Clause, titled: frozenset[Style]) -> list[Clause]:
    if clause.style in (Style.ITEM, Style.SUBITEM):
        parts = [child for child in clause.children if child.style is Style.SUBITEM]
        return parts or [clause]
    if _is_divided(clause, titled):
        return _parts_of(clause, titled)
    return [] if clause.style in CHAPTERS and not clause.children else [clause]


def _is_divided(clause: Clause, titled: frozenset[Style]) -> bool:
    """Whether the clauses below are asked about one by one."""
    if not clause.children or clause.asks():
        return False
    assigned = sum(child.assigns() for child in clause.children)
    if not clause.assigns() and 2 * assigned >= len(clause.children):
        return True
    if clause.style in CHAPTERS or clause.style is Style.ARTICLE or _has_chapters(clause):
        return not _holds_list(clause)
    return _is_title_alone(clause) and all(child.style in titled for child in clause.children)


def _has_chapters(clause: Clause) -> bool:
    """Whether a heading without a number stands above numbered chapters."""
    return clause.style is Style.HEADING and all(child.style in CHAPTERS for child in clause.children)


def _holds_list(clause: Clause) -> bool:
    """Whether what stands below are the points of one list, read with the words that introduce it."""
    if _is_one_sentence(clause):
        return True
    points = all(child.style in _POINTS for child in clause.children)
    if clause.style is Style.HAN and points and "。" in clause.paragraphs[0].text:
        return True
    return _length(clause) <= _MAX_LIST and (_announces(clause) or (_is_bare(clause) and _names(clause)))


def _is_one_sentence(clause: Clause) -> bool:
    """Whether points that end in ； make up one sentence, with the words that introduce them if any do."""
    ended = all(child.printed()[-1].text.endswith("；") for child in clause.children[:-1])
    if len(clause.children) < 2 or not ended:
        return False
    return clause.style is Style.ARTICLE or not _is_title_alone(clause) or _mean_length(clause) <= _MAX_PHRASE


def _announces(clause: Clause) -> bool:
    """Whether the words above a list announce conditions or papers, or say what each point is worth."""
    lead = clause.paragraphs[-1].text
    if not lead.endswith(("：", ":")):
        return False
    return bool(_LIST_LEAD.search(lead[-_MAX_LEAD:]) or _FIGURE.search(lead))


def _is_bare(clause: Clause) -> bool:
    """Whether the clauses below say all in the line of their label."""
    return clause.style is not Style.ARTICLE and not any(map(_has_body, clause.children))


def _names(clause: Clause) -> bool:
    """Whether a title calls for a list, or the points are several lists, or names of things.

    Example: `三、申请材料` -> True; `三、支持政策` above sentences -> False
    """
    if _is_title_alone(clause) and _LIST_TITLE.search(clause.words().text):
        return True
    points = all(child.style in _POINTS for child in clause.children)
    return points and (_restarts(clause) or _mean_length(clause) <= _MAX_POINT)


def _length(clause: Clause) -> int:
    return sum(map(len, clause.printed()))


def _mean_length(clause: Clause) -> float:
    return mean(map(_length, clause.children))


def _restarts(clause: Clause) -> bool:
    """Whether the points below count from 1 more than once."""
    ordinals = [child.marker.ordinal for child in clause.children if child.marker]
    return any(after <= before for before, after in pairwise(ordinals))


def _titled_styles(root: Clause) -> frozenset[Style]:
    """The looks of labels that open a title above a body of its own in two clauses or more.

    All clauses of such a look are measures where they stand below a mere title: equal labels, equal rank.
    """
    parents = [
        clause for clause in root.walk() if len(clause.children) > 1 and clause.style is Style.HAN_BRACKET
    ]
    titled = [clause.children[0].style for clause in parents if all(map(_is_titled, clause.children))]
    return frozenset(style for style in titled if style is not None and titled.count(style) > 1)


def _is_titled(clause: Clause) -> bool:
    title = clause.words().text
    return _has_body(clause) and len(title) <= _MAX_TITLE and not re.search("[。；：？]", title)


def _has_body(clause: Clause) -> bool:
    return len(clause.paragraphs) > 1 or bool(clause.children)
