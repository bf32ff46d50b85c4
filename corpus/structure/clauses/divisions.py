"""Which clauses are measures: where a chapter falls into parts that are asked about one by one."""

import re
from itertools import pairwise
from statistics import mean

from corpus.records import ItemReason
from corpus.structure.clauses.ranks import DECIMALS, POINTS, Ranks, rank
from corpus.structure.clauses.segment import Clause
from corpus.text.markers import Style

CHAPTERS = frozenset({Style.HAN, Style.CHAPTER, Style.SECTION, Style.GROUP})
_AIMS = re.compile("总体|指导思想|目标|原则|思路|背景")
_TARGET = re.compile(
    r"\d[\d.]*(?:余|多)?(?:[%％]|[万亿千百]?(?:个|户|吨|公里|小时|家|人|名|亩|座|条|平方|台|辆|套|所|处))"
)
"""A figure that somebody may ask for among the aims."""
_SPIRIT = re.compile("贯彻|为指导|为引领|为统领|坚持|思想")
_SAID = re.compile("[，；：]")
"""In a sentence, and in no title. Example: `评审的原则是公开、公平，择优支持`."""
_LIST_LEAD = re.compile(
    r"(?:以下|下列|如下|之一|任一).{0,16}?(?:条件|情形|情况|材料|资料|证件|证明|人员|对象|家庭|单位|企业|群体|标准|程序|步骤|手续)"
    r"|(?:条件|情形|材料|资料|对象|标准|程序|步骤|手续)(?:如下|之一)|(?:以下|下列)之一"
    r"|(?:条件|情形|材料|资料|标准|对象|手续|流程|程序|步骤)(?:[（(].*[）)])?[：:]$"
    r"|(?:用语|术语|名词|概念)[^。：]{0,8}(?:含义|定义|解释|[：:]$)"
)
_LIST_TITLE = re.compile(r"(?:条件|材料|资料|流程|程序|步骤|渠道|方式|途径)(?:[（(].*[）)])?[：:]?$")
_FIGURE = re.compile(r"\d[\d.,]*\s*(?:[万亿]?元|[%％])")
_FORCE_TITLE = re.compile(
    r"(?:(?:施行|实施|执行|生效)(?:说明|日期|时间|期限)|有效期限?)(?:[和与及、（(][^。]{2,12})?"
)
_FORCE = re.compile(r"[施执试]行|实施|生效|有效期|解释|废止|为准|另有规定")
_ON_ALL = re.compile(r"(?:以上|上述)[^。]{0,60}。?$")
"""Example: `以上材料提供原件并复印一式两份。`"""
_MAX_HEADING = 40
_MAX_POINT = 25
"""Characters; points this short on average name things, such as papers to bring."""
_MAX_STEP = 150
"""Characters; longer ways to apply, each with what it takes, are asked about one by one."""
_MAX_PHRASE = 60
"""Characters; longer points that end in ； below a mere title are rules of their own."""
_OPENING = 4
"""Characters that points of equal parts begin with. Example: `选拔条件：…` below two titles."""
_MAX_LEAD = 40
_MAX_LIST = 1500
"""Characters; what is longer says too much for one answer, whatever introduces it."""


def find_measures(root: Clause) -> list[Clause]:
    """The clauses that a person can ask about, in reading order.

    A chapter is a measure only if it has no clauses below it and states more than aims.
    """
    return _parts_of(root, rank(root))


def _parts_of(clause: Clause, ranks: Ranks) -> list[Clause]:
    """The measures below a clause; where no part of it is divided, each part is one."""
    parts = [(child, _measures_of(child, ranks)) for child in clause.children]
    if any(measures for _, measures in parts):
        return [measure for child, measures in parts for measure in measures or _undivided(child)]
    leaves = [child for child in clause.children if not (child.children or _tells_force(child))]
    said = [child for child in leaves if not _is_title_alone(child)]
    # Where half of the parts have a body, a mere title stands above a table or nothing.
    return said if said and 2 * len(said) >= len(leaves) else leaves


def reason_of(measure: Clause) -> ItemReason:
    """Why a clause is a measure."""
    if measure.style in _KINDS:
        return _KINDS[measure.style]
    if measure.asks():
        return ItemReason.QUESTION
    if measure.style in CHAPTERS:
        return ItemReason.LIST if measure.children else ItemReason.CHAPTER
    return ItemReason.ASSIGNED if measure.assigns() else ItemReason.PART


_KINDS = {
    Style.ARTICLE: ItemReason.ARTICLE,
    Style.ITEM: ItemReason.ITEM,
    Style.SUBITEM: ItemReason.ITEM,
    Style.QUESTION: ItemReason.QUESTION,
    Style.HEADING: ItemReason.HEADING,
    Style.CARD: ItemReason.HEADING,
}


def _undivided(chapter: Clause) -> list[Clause]:
    """The chapter itself if it says something besides its title, no mere aims or terms of force.

    One whole sentence says something: `二、入学坚持分区申请、公开公平的原则。`
    """
    title, stop, _ = chapter.words().text.partition("。")
    alone = bool(stop) and len(chapter.printed()) == 1 and chapter.words().text == title + stop
    short = len(title) <= _MAX_HEADING and not _SAID.search(title) and not alone
    aims = short and _AIMS.search(title) and not (chapter.asks() or _sets_targets(chapter))
    nothing = chapter.children or aims or _is_title_alone(chapter) or _tells_force(chapter)
    return [] if nothing else [chapter]


def _sets_targets(chapter: Clause) -> bool:
    """Whether a chapter says what is to be reached in figures, and in whose spirit nothing.

    Example: `覆盖率达到95%` below `一、总体目标` -> True
    """
    said = "".join(paragraph.text for paragraph in chapter.printed())
    return bool(_TARGET.search(said)) and not _SPIRIT.search(said)


def _tells_force(clause: Clause) -> bool:
    """Whether a chapter only says from when until when the document holds, and who interprets it.

    Example: `三、施行说明`, `（一）本措施自2025年1月1日起施行。`, `（二）由县工信局负责解释。` -> True
    """
    title = clause.words().text.partition("。")[0]
    if clause.style not in CHAPTERS or not _FORCE_TITLE.fullmatch(title.rstrip("：:")):
        return False
    said = "".join([clause.words().text[len(title) :], *(part.text for part in clause.printed()[1:])])
    sentences = [sentence for sentence in re.split("[。；]", said) if sentence.strip()]
    return bool(sentences) and all(map(_FORCE.search, sentences))


def _is_title_alone(clause: Clause) -> bool:
    words = clause.words().text.rstrip("：:")
    return len(clause.paragraphs) == 1 and len(words) <= _MAX_HEADING and not re.search("[。：:]", words)


def _measures_of(clause: Clause, ranks: Ranks) -> list[Clause]:
    if _tells_force(clause):
        return []
    if clause.style in (Style.ITEM, Style.SUBITEM):
        parts = [child for child in clause.children if child.style is Style.SUBITEM]
        return parts or [clause]
    if _is_divided(clause, ranks):
        return _parts_of(clause, ranks)
    return [] if clause.style in CHAPTERS and not clause.children else [clause]


def _is_divided(clause: Clause, ranks: Ranks) -> bool:
    """Whether the clauses below are asked about one by one."""
    if clause.children and all(child.style is Style.CARD for child in clause.children):
        return True
    if not clause.children or _is_question(clause, ranks) or id(clause) in ranks.items:
        return False
    if id(clause) in ranks.divided or any(child.style is Style.ARTICLE for child in clause.children):
        return True
    assigned = sum(child.assigns() for child in clause.children)
    if not clause.assigns() and 2 * assigned >= len(clause.children):
        return True
    decimal = clause.children[0].style in DECIMALS
    chapter = clause.style in CHAPTERS or clause.style is Style.ARTICLE or decimal or _has_chapters(clause)
    return chapter and not _holds_list(clause)


def _is_question(clause: Clause, ranks: Ranks) -> bool:
    """Whether a clause asks, as most of those beside it that have parts do.

    One question among plain titles is a title too: its parts are asked about one by one as theirs are.
    """
    return clause.asks() and (id(clause.parent), clause.style) in ranks.asking


def _has_chapters(clause: Clause) -> bool:
    """Whether a heading without a number stands above numbered chapters."""
    return clause.style is Style.HEADING and all(child.style in CHAPTERS for child in clause.children)


def _holds_list(clause: Clause) -> bool:
    """Whether what stands below are the points of one list, read with the words that introduce it."""
    if _is_one_sentence(clause):
        return True
    points = all(child.style in POINTS for child in clause.children)
    if clause.style is Style.HAN and points and "。" in clause.paragraphs[0].text:
        return True
    if clause.style is Style.ARTICLE and (points or _states(clause)) and clause.length() <= _MAX_LIST:
        return True
    if _restarts(clause) and (points or clause.length() <= _MAX_LIST):
        return True
    if clause.style is Style.ARTICLE and _leads_into(clause) and _mean_length(clause) <= _MAX_PHRASE:
        return True
    if clause.length() > _MAX_LIST:
        return False
    if _is_titled_rule(clause):
        return True
    return _announces(clause) or (_is_bare(clause) and _names(clause))


def _states(clause: Clause) -> bool:
    """Whether a clause says something in a sentence of its own, besides what it announces."""
    return any("。" in paragraph.text for paragraph in (clause.words(), *clause.paragraphs[1:]))


def _is_one_sentence(clause: Clause) -> bool:
    """Whether points that end in ； make up one sentence, with the words that introduce them if any do."""
    ended = all(child.printed()[-1].text.endswith("；") for child in clause.children[:-1])
    if len(clause.children) < 2 or not ended:
        return False
    return clause.style is Style.ARTICLE or not _is_title_alone(clause) or _mean_length(clause) <= _MAX_PHRASE


def _leads_into(clause: Clause) -> bool:
    """Whether an article is one unfinished sentence that each point below ends, none with a sum of its own.

    Example: `第七条 县发展改革局主要负责：` above `（一）组织项目评审。` -> True
    """
    lead = clause.paragraphs[-1].text
    return lead.endswith(("：", ":")) and not any(
        _FIGURE.search(c.printed()[0].text) for c in clause.children
    )


def _is_titled_rule(clause: Clause) -> bool:
    """Whether an article in a chapter has a mere title above its points, none with a sum of its own.

    Example: `第九条 评审程序` above `（一）形式审查。` -> True; above `（一）每项奖励5万元。` -> False
    """
    in_chapter = clause.parent is not None and clause.parent.style in (Style.CHAPTER, Style.SECTION)
    article = clause.style is Style.ARTICLE and in_chapter and _is_title_alone(clause)
    return article and not any(_FIGURE.search(part.text) for c in clause.children for part in c.printed())


def _announces(clause: Clause) -> bool:
    """Whether the words above a list announce conditions or papers, or say what each point is worth."""
    lead = clause.paragraphs[-1].text
    if not lead.endswith(("：", ":")):
        return False
    lists = clause.style is Style.ARTICLE and lead.rstrip("：:").endswith("包括")
    return lists or bool(_LIST_LEAD.search(lead[-_MAX_LEAD:]) or _FIGURE.search(lead))


def _is_bare(clause: Clause) -> bool:
    """Whether the clauses below say all in the line of their label."""
    return clause.style is not Style.ARTICLE and not any(map(_has_own_body, clause.children))


def _has_own_body(clause: Clause) -> bool:
    """Whether anything but a remark on the points so far stands below the line of a label."""
    remarks = all(_ON_ALL.match(paragraph.text) for paragraph in clause.paragraphs[1:])
    return bool(clause.children) or not remarks


def _names(clause: Clause) -> bool:
    """Whether a title calls for a list, or the points are names of things.

    Example: `三、申请材料` -> True; `三、支持政策` above sentences -> False
    """
    if _is_title_alone(clause) and _LIST_TITLE.search(clause.words().text):
        return _mean_length(clause) <= _MAX_STEP
    points = all(child.style in POINTS for child in clause.children)
    return points and _mean_length(clause) <= _MAX_POINT and not _beside_divided(clause)


def _beside_divided(clause: Clause) -> bool:
    """Whether the points below open as those of a clause beside it do that say more: equal parts, equal rank.

    Example: `1、周期2年。` below one title, `1、周期三年，期满考核，考核结果公布。` below the next -> True
    """
    beside = clause.parent.children if clause.parent else []
    divided = [other for other in beside if other is not clause and _says_more(other)]
    opened = _openings(clause)
    return any(2 * len(opened & _openings(other)) >= len(clause.children) for other in divided)


def _says_more(clause: Clause) -> bool:
    """Whether numbered points that are more than names stand below a mere title."""
    points = bool(clause.children) and all(child.style in POINTS for child in clause.children)
    alone = points and _is_title_alone(clause) and not _LIST_TITLE.search(clause.words().text)
    return alone and (_mean_length(clause) > _MAX_POINT or not _is_bare(clause))


def _openings(clause: Clause) -> set[str]:
    """The words that the points below begin with."""
    return {child.words().text[:_OPENING] for child in clause.children}


def _mean_length(clause: Clause) -> float:
    return mean(map(Clause.length, clause.children))


def _restarts(clause: Clause) -> bool:
    """Whether the points below count from 1 more than once."""
    ordinals = [child.marker.ordinal for child in clause.children if child.marker]
    return any(after <= before for before, after in pairwise(ordinals))
