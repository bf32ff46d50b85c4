"""Words above the parts of a clause that each part is read with: 对符合条件的企业，按以下标准给予补助：."""

import re

from corpus.structure.clauses.ruling import states
from corpus.structure.clauses.segment import Clause, announces
from corpus.text.excerpt import Excerpt, tidy
from corpus.text.markers import Style

_GOVERNS = re.compile(
    r"[：:]$|\d[\d.,]*\s*(?:[万亿]?元|[%％])|电话|(?:牵头|责任|配合|受理|主管)(?:部门|单位|机构)|以下|下列|如下"
    r"|统一[到在由向]|经[^，。]{2,20}(?:审核|审批|批准|认定)(?:通过)?后|向[^，。]{2,20}(?:申请|申报|报名)"
    r"|由[^，。]{2,20}(?:审核|受理|发放|办理|登记)"
)
"""A sentence that its parts end, or that says what all of them get, who does it, where to go; so does any
that states something."""
_ANNOUNCES = re.compile(r"[^。\d]*(?:工作|任务|措施|举措|事项|方面|意见|要求|原则)(?:如下)?[：:]")
"""A sentence that only says that something follows: no part is the clearer for it."""
_WITHOUT = frozenset({Style.CHAPTER, Style.SECTION, Style.GROUP, Style.CARD})
"""Clauses that hold a title only."""
_BRACKETED = re.compile(r"\s*(?:【[^【】]{2,20}】|（[^（）]{2,15}）)")
_ENTRY = re.compile(r"《.+》\s*(?:[（(][^（）()]*[）)])?[。；;]?")
"""What names a document and says nothing of it."""
_MAX_TITLE = 40
_MAX_RUN_IN = 15
"""A title on the line of its article, or one that ends in a colon. Example: `部门职责分工：`."""
_MAX_LEAD_IN = 400
"""Characters; what is longer is a text of its own and no part is read with it."""
_MAX_HEADING = 60


def lead_in(clause: Clause) -> list[Excerpt]:
    """What a divided clause says above its parts and for each of them, label and title left out.

    Example: `三、房租补贴` / `入驻企业按以下标准补贴：` above `（一）` -> `入驻企业按以下标准补贴：`
    """
    if clause.marker is None or clause.style in _WITHOUT or not clause.children:
        return []
    said = [part for part in (_behind_title(clause), *clause.paragraphs[1:]) if part.text]
    kept = [part for part in said if _governs(part.text, clause)]
    return kept if sum(map(len, kept)) <= _MAX_LEAD_IN else []


def title_of_clause(clause: Clause) -> Excerpt:
    """The label and title of a divided clause, without what follows them on their line."""
    first = clause.paragraphs[0]
    return first if clause.style in _WITHOUT else first[: _title_end(clause)].strip()


def said_beside(clause: Clause) -> list[Excerpt]:
    """What a divided clause says between its title and its parts, and these are not read with."""
    lead = lead_in(clause)
    behind = [] if clause.style in _WITHOUT else [_behind_title(clause)]
    return [part for part in (*behind, *clause.paragraphs[1:]) if part.text and part not in lead]


def lead_ins(clause: Clause) -> list[Excerpt]:
    """What all clauses above say for this one, the outermost first, and what announces it among its like."""
    above = reversed(list(clause.ancestors()))
    return [*(part for one in above for part in (*_announced(one), *lead_in(one))), *_announced(clause)]


def heading_of(clause: Clause) -> str:
    """The label and title of a clause above measures, without the words that these are read with.

    A first line that is long and none of these is cut to its first sentence.
    """
    printed, behind = clause.paragraphs[0], _behind_title(clause)
    if behind.text and behind in lead_in(clause):
        return printed.text[: _title_end(clause)].rstrip()
    sentence = printed.text.find("。") + 1
    return printed.text[:sentence] if sentence and len(printed) > _MAX_HEADING else printed.text


def _announced(clause: Clause) -> list[Excerpt]:
    """The nearest line among the clauses of its level that announces it and others.

    Example: `1.《甲》` `2.《乙》` / `下列文件宣布失效：` / `3.《丙》` `4.《丁》` -> the line, for 3 and 4
    """
    beside = clause.parent.children if clause.parent else []
    at = next((n for n, one in enumerate(beside) if one is clause), -1)
    listed = announcing(clause.parent) if clause.parent and _ENTRY.fullmatch(clause.words().text) else []
    return next((one.opening for one in reversed(beside[: at + 1]) if one.opening), listed)


def announcing(root: Clause) -> list[Excerpt]:
    """The line above the first label of a text by which the documents of a list are read.

    Example: `下列文件有效期延长至2028年8月19日：` above `1.《甲办法》`
    """
    first = next(iter(root.children), None)
    if root.marker is not None or first is None or not _ENTRY.fullmatch(first.words().text):
        return []
    return [line for line in root.paragraphs[-1:] if announces(line, first)]


def _governs(text: str, clause: Clause) -> bool:
    """Whether a paragraph above parts says something that holds for each of them."""
    said = clause.style is Style.ARTICLE or _GOVERNS.search(text) or states(text)
    return not _ANNOUNCES.fullmatch(text) and bool(said)


def _behind_title(clause: Clause) -> Excerpt:
    """The rest of the first line; empty where all of it is title."""
    return tidy(clause.paragraphs[0][_title_end(clause) :])


def _title_end(clause: Clause) -> int:
    """Where the label and title of a clause end in its first paragraph, in characters."""
    start = clause.marker.end if clause.marker else 0
    line = clause.paragraphs[0].text[start:]
    bracketed = _BRACKETED.match(line) if clause.style is Style.ARTICLE else None
    return start + (bracketed.end() if bracketed else _title_length(line, clause.style is Style.ARTICLE))


def _title_length(line: str, untitled: bool) -> int:
    """How many characters of a first line without its label are title; 0 where it opens with its text."""
    sentence, stop, rest = line.partition("。")
    if not rest.strip():
        longest = _MAX_RUN_IN if line.endswith(("：", ":")) else _MAX_TITLE
        return len(line) if len(line) <= longest or not (untitled or _GOVERNS.search(line)) else 0
    if len(sentence) <= (_MAX_RUN_IN if untitled else _MAX_TITLE):
        return len(sentence + stop)
    return 0 if untitled or _GOVERNS.search(sentence) else len(sentence + stop)
