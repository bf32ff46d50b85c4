"""What a document is for, told by its title, else by how it begins or is made."""

import re

from corpus.drafts import DocumentDraft
from corpus.extraction.document_facts.extended_terms import LONGER
from corpus.records import ItemReason
from corpus.text.cited_titles import AND
from corpus.text.document_numbers import ANNOUNCED, NUMBER
from corpus.text.excerpt import compact
from corpus.text.numerals import UP_TO_99
from corpus.ties import DocumentKind

_MARK = rf"(?:[（(【〔\[][^（）()【】〔〕\[\]]{{1,16}}[）)】〕\]]|[{UP_TO_99}\d]{{1,2}}|[之－-][{UP_TO_99}])*"
"""What may follow: （一）, 之二, （2025年11月版）."""
_COUNT = rf"(?:\d{{1,3}}|[{UP_TO_99}百]{{1,4}})"
_OF = r"(?:的|政策|文件|图文|图片|文字|专家|部门|负责人|媒体|视频|相关|有关|内容)*"
_EXPLAINED = rf"{_OF}(?:解读|图解|一图读懂|起草说明|编制说明|制定说明|修订说明|政策说明){_MARK}$"
_EXPLAINING = (
    r"^[【\[]?(?:(?:政策|文件|图文|专家|权威|最新)*(?:解读|图解)(?!工作|机制|制度|办法|方案|规定|规范|材料|质量)|"
    r"一(?:图|文|张图|分钟|表)(?:读懂|看懂|了解|弄懂|速览|带你))"
)
_ASKED = (
    rf"{_OF}(?:问答|答问|一问一答|(?:常见|热点|高频|重点)?问题(?:解答|问答|答疑|的解答)|(?:常见|热点|高频)问题|"
    rf"(?:热点)?{_COUNT}问(?:{_COUNT}答)?|答记者问|Q&A){_MARK}$"
)
_ASKING = r"^[【\[]?(?:政策|专家|权威|热点)*(?:问答|答问|答记者问)(?:实录)?[】\]：:|｜丨—-]"
_GUIDE = rf"(?:办事|办理|申报|申请|申领|服务|操作)?(?:指南|指引|须知|流程|一文说清){_MARK}$"
_CHANGES = (
    rf"关于(?:废止[^。]{{0,80}}?{AND})?(?:修改|修正|修订(?!印发|[^《〈]*$))(?!完善)(?:和废止|、废止)?[^。]{{2,120}}的(?:决定|通知|公告)$|"
    rf"关于(?:{LONGER}[^。]{{2,120}}|《[^。]{{2,120}}》[^《》。]{{0,12}}{LONGER}[^《》。]{{0,12}})的(?:决定|通知|公告)$"
)
_ENDS = r"关于(?:宣布)?(?:废止|失效|停止执行)[^。]{2,120}的?(?:决定|通知|公告)$"
_SPOKEN = (
    r"在[^。]{2,60}[会式](?:议)?上的(?:讲话|发言|致辞|报告)(?:稿|摘要|要点)?$|(?:讲话|致辞|发言)(?:稿|摘要|全文)?$"
    r"|(?:政策|新政)[^。]{0,20}(?:深度解析|全解析|深度观察|全梳理|盘点)"
)
_TITLES = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (_EXPLAINING, DocumentKind.INTERPRETATION),
        (_EXPLAINED, DocumentKind.INTERPRETATION),
        (_ASKING, DocumentKind.QUESTIONS),
        (_ASKED, DocumentKind.QUESTIONS),
        (_SPOKEN, DocumentKind.REPORT),
        (_GUIDE, DocumentKind.GUIDE),
        (_CHANGES, DocumentKind.AMENDMENT),
        (_ENDS, DocumentKind.REPEAL),
    )
)
"""Ways in which titles tell a kind, the surest first. 关于做好政策解读工作的通知 is none of them."""
_OPENS = re.compile(
    r"(?:现将|现就|现对|下面就)[^。]{0,120}》[^。]{0,60}(?:解读|说明)如下|现(?:将有关内容|就有关问题)?解读如下"
)
_CHANGING = re.compile(r"对《[^。；]{2,120}》[^。；《》]{0,40}[作做]出?(?:如下|以下)(?:修改|修正|修订|调整)")
_REPORTED = re.compile(
    r"(?:本报|本网|新华社|中新社|人民网)[^。]{0,16}(?:讯|电)|记者(?!会|招待会|站|证|协会)[^。，]{0,12}(?:获悉|了解到|从|在|报道)|本报记者|通讯员"
    r"|(?:日前|近日|近期|昨日|昨天)，?[^。《]{0,30}(?:印发|发布|出台|下发|公布|推出)了?[^。《]{0,10}《"
)
"""How news begins. Example: `记者从县民政局获悉`, `县政府办公室日前印发了《…》`."""
_NEWS_CHARS = 400
_OPENING_CHARS = 1000
_OPENINGS = ((_OPENS, DocumentKind.INTERPRETATION), (_CHANGING, DocumentKind.AMENDMENT))
_LEAST_QUESTIONS = 2


def document_kind(draft: DocumentDraft, *, is_draft: bool) -> tuple[DocumentKind, str]:
    """The kind of a document, and the words that tell it; no words for a policy.

    Example: titled 《青禾县人才公寓管理办法》政策解读 -> INTERPRETATION, `政策解读`
    """
    title = compact(draft.title)
    for pattern, kind in _TITLES:
        called = pattern.search(title)
        if called:
            return kind, called[0]
    opening = compact(draft.text[:_OPENING_CHARS])
    for pattern, kind in _OPENINGS:
        said = pattern.search(opening)
        if said:
            return kind, said[0]
    numbered = NUMBER.search(draft.number) or ANNOUNCED.search(draft.number)
    reported = None if numbered else _REPORTED.search(opening[:_NEWS_CHARS])
    if reported:
        return DocumentKind.REPORT, reported[0]
    asked = draft.measures if all(m.reason is ItemReason.QUESTION for m in draft.measures) else ()
    if len(asked) >= _LEAST_QUESTIONS:
        return DocumentKind.QUESTIONS, compact(asked[0].text.partition("\n")[0])
    return (DocumentKind.DRAFT if is_draft else DocumentKind.POLICY), ""
