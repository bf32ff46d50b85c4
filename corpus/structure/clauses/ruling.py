"""Which sentences rule something, and which only lead up to a text, urge offices on or date it."""

import re
from collections.abc import Sequence

from corpus.text.excerpt import Excerpt, compact

_SENTENCE = re.compile(r"[^。！？；]+[。！？；]?[”’）]?")
_CITED = re.compile(
    r"《[^《》]*》|〔\d{4}〕\d*号?|（[^（）]*(?:号|简称)[^（）]*）|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?!底?前)"
)
"""Titles, numbers of documents and days: their words and figures rule nothing."""
_RULES = re.compile(
    r"应当|必须|不得|不予|不再|不能|可以|可到|方可|限(?:额|领|报|购|办)|每(?:人|户|月|年|次|亩|件|册|张|天|日|家|名)"
    r"|免(?:费|收|交|缴|除|票)|不收|减半|半价|全额|凭[^借]|需(?:提供|携带|提交)|符合[^，。]{2,20}的"
    r"|\d[\d.,]*\s*(?:[万亿]?元|[%％]|折|周岁|个?工作日|个月内|[日天]内)|\d{1,2}[:：]\d{2}|电话[：:]?\s*[\d（(]|\d日?前"
)
_LEADS_UP = re.compile(
    r"现(?:[将就把对]|予|印发|转发|公[布告开]|通[知告])|如下|[：:]$|制定本|印发(?:给|你们)|特此|附件|经[^，。]{2,20}(?:同意|审定|批准|通过)"
)
"""Words of a sentence that only says that the text follows."""
_PURPOSE = re.compile(
    r"(?:为(?!期)|根据|依据|按照?[^，。]{0,40}(?:要求|精神|部署)|近年来|随着|鉴于)[^，。]*[，。]?"
)
"""How a sentence begins that says why; what stands behind may rule something all the same."""
_DATES = re.compile(
    r"[自从][^，。]{0,20}(?:施行|实施|执行|生效)|有效期(?:至|为?自)|由[^。]{0,20}解释|废止|(?:印发|发布|公布)之日"
)
_URGES = re.compile(
    r"认真|高度重视|切实|抓好|加强[^，。]{0,12}(?:领导|宣传|协作|配合|监督)|提高[^，。]{0,8}(?:认识|站位)|反映|反馈|各司其职|结合实际|对照"
    r"|(?:各级|各地|各单位|各镇|各乡|各县|各区|政府|部门)[^。；]{0,80}(?<![需主重])要(?![求素点件])"
)
_AIMS = re.compile(
    r"指导思想|坚持|总体要求|力争|到\d{4}年|目标|基本(?:建成|形成)|(?<![贯彻])精神(?![残病障卫])|不断|着力|持续|进一步"
)


def ruling_parts(paragraphs: Sequence[Excerpt]) -> list[Excerpt]:
    """Of paragraphs that no item holds the parts that state something; none unless one sentence rules.

    Each part runs from the first such sentence of its paragraph to the last.

    Example: `为减轻负担，制定本办法。`, `超过定额的部分应当加价。按月缴纳。` -> the second
    """
    parts = stating_parts(paragraphs)
    return parts if any(_RULES.search(_bare(sentence)) for part in parts for sentence in _said(part)) else []


def stating_parts(paragraphs: Sequence[Excerpt]) -> list[Excerpt]:
    """The parts of paragraphs that state something, without what leads up, urges, aims or dates the text."""
    parts = (_stating(paragraph) for paragraph in paragraphs)
    return [part for part in parts if part.text]


def states(text: str) -> bool:
    """Whether a sentence of a paragraph states something. Example: `材料一式两份。` -> True."""
    return any(_states(compact(match[0])) for match in _SENTENCE.finditer(text))


def around(whole: Excerpt, parts: Sequence[Excerpt]) -> list[Excerpt]:
    """What a paragraph prints before and behind the part that was taken out of it."""
    inside = [part for part in parts if whole.offsets[0] <= part.offsets[0] <= whole.offsets[-1]]
    if not inside:
        return [whole]
    start = whole.offsets.index(inside[0].offsets[0])
    left = (whole[:start].strip(), whole[start + len(inside[0]) :].strip())
    return [part for part in left if part.text]


def _stating(paragraph: Excerpt) -> Excerpt:
    matches = [m for m in _SENTENCE.finditer(paragraph.text) if _states(compact(m[0]))]
    return paragraph[matches[0].start() : matches[-1].end()].strip() if matches else paragraph[:0]


def _states(sentence: str) -> bool:
    ended = sentence.rstrip("”’）").endswith(("。", "！", "；"))
    why = _PURPOSE.match(sentence)
    if not ended or (why and not _RULES.search(_bare(sentence[why.end() :]))):
        return False
    return not any(words.search(sentence) for words in (_LEADS_UP, _DATES, _URGES, _AIMS))


def _said(part: Excerpt) -> list[str]:
    return [compact(match[0]) for match in _SENTENCE.finditer(part.text) if _states(compact(match[0]))]


def _bare(sentence: str) -> str:
    return _CITED.sub("", sentence)
