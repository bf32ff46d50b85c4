"""Titles of documents and the bodies that issue them, recognised by their words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.text.document_numbers import NUMBER

_KINDS = (
    "通知|意见|决定|办法|方案|通告|公告|批复|函|规定|细则|措施|报告|通报|命令|提示|说明|指南|指引|要点|规划|计划|"
    "条例|制度|预案|公示|倡议书|流程|解读|汇编|清单"
)
_TITLE = re.compile(
    rf"(?P<issuer>(?!关于)[\u4e00-\u9fff（）()、]{{2,60}}?)?(?P<about>(?:关于|印发《).{{2,200}}(?:{_KINDS})(?:[（(][^（）()]{{1,12}}[）)])?)"
)
_ORGAN = re.compile(
    r"(?!关于|有关|转发|印发|支持|各)[\u4e00-\u9fff（）()]{1,38}(?:部|委|委员会|局|厅|署|办|办公室|政府|银行|集团|公司|"
    r"联合会|监会|中心|指挥部(?:办公室)?|领导小组(?:办公室)?|[\u4e00-\u9fff]组|法院|检察院|管委会|工委|协会|总工会|总会|大队|支队|"
    r"办事处|管理处|服务处|国务院|机制|司|分行|支行|医院|学校|大学|学院|联合社)(?:（[\u4e00-\u9fff]{2,6}）)?"
)
_NO_ORGAN = re.compile(
    r"关于|特此|印发|转发|通知|要求|按照|进一步|。|，|的(?![\u4e00-\u9fff]{2,20}(?:指挥部|领导小组|工作组|机制))"
)
"""Bodies set up for one purpose name it, with 的 in the middle: 应对…的肺炎疫情联防联控机制."""
_PASSING_ON = re.compile(r"(?:印发|转发|批转).*$")
_FIRST_LINE = re.compile(r"[^。；]{4,80}")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed without white space, and the bodies that it names as issuers."""

    text: str
    about: str
    issuer: str
    """Several are joined by 、; empty where the title names none."""


def read_title(lines: Sequence[str]) -> Title | None:
    """The title that some lines make up together; None when they are anything else.

    Example: `市财政局`, `市水利局关于印发供水办法的通知` -> issuer `市财政局、市水利局`
    """
    match = _TITLE.fullmatch("".join(lines))
    if match is None or any(NUMBER.fullmatch(line) for line in lines):
        return None
    printed = _PASSING_ON.sub("", match["issuer"] or "")
    issuer = joint_issuer(_cut(printed, lines)) or joint_issuer([printed])
    if match["issuer"] and not issuer and not match["issuer"].startswith(("转发", "印发")):
        return None
    return Title(match[0], match["about"], issuer)


def joint_issuer(parts: Sequence[str]) -> str:
    """The bodies joined by 、, each once; empty unless every part names a body.

    Example: `国务院扶贫办`, `财政部` -> `国务院扶贫办、财政部`
    """
    return "、".join(dict.fromkeys(parts)) if parts and all(is_organ(part) for part in parts) else ""


def is_organ(words: str) -> bool:
    """Whether words name an office, or several with 、 between them, and say nothing else."""
    return not _NO_ORGAN.search(words) and all(_ORGAN.fullmatch(part) for part in words.split("、"))


def is_first_line(words: str) -> bool:
    """Whether the first line of a text can be its title: short, no sentence, no addressees."""
    return bool(_FIRST_LINE.fullmatch(words)) and not words.endswith(("：", ":", "，", "、"))


def _cut(printed: str, lines: Sequence[str]) -> list[str]:
    """Words that begin the first line, cut where the lines end."""
    parts: list[str] = []
    for line in lines:
        part, printed = printed[: len(line)], printed[len(line) :]
        if part:
            parts.append(part)
    return parts
