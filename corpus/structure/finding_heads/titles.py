"""Titles of documents and the bodies that issue them, recognised by their words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.structure.issuers import is_organ, joint_issuer
from corpus.text.document_numbers import number_alone
from corpus.text.excerpt import compact
from corpus.text.genres import GENRES
from corpus.text.markers import find_marker
from corpus.text.numerals import UP_TO_99

_KINDS = (
    rf"{GENRES}|决定|通告|公告|批复|函|报告|通报|命令|提示|说明|指南|指引|要点|规划|计划|"
    "条例|制度|预案|公示|倡议书|流程|解读|汇编|清单|举措|政策|标准|规范|纲要|启事|答复|公约"
)
_TITLE = re.compile(
    rf"(?P<issuer>(?!关于)[\u4e00-\u9fff（）()、\d]{{2,160}}?)?(?P<about>(?:关于|印发《).{{2,200}}(?:{_KINDS})》?(?:[（(][^（）()]{{1,12}}[）)]){{0,3}})"
)
_DRAWN = "■□●○◆◇★☆▲△▶※"
"""What pages draw before a title."""
_REPOSTED = re.compile(
    rf"^[{_DRAWN}]*(?:[（(【\[](?:转载|转发|转)[）)】\]]|[【\[][\u4e00-\u9fff]{{2,14}}[局委办厅会处心][】\]]|\d{{1,3}}[.．、](?!\d))?"
)
_PASSING_ON = re.compile(r"(?:印发|转发|批转).*$")
_OPENING = re.compile(r"[^《》]{2,160}?(?=关于|印发|转发)")
_OF_BODY = re.compile(
    r"(?:[省市县区]级|本级)?(?:权责|权力|责任|职责|行政|政务|公共服务|办事|服务|便民|窗口|业务|依申请|随机|双随机|许可|审批|监管|执法|涉企|惠企|惠民|证明|中介|收费"
    r"|“?(?:一件事|一次|最多跑)|信息公开|政府信息|主动公开|(?:19|20)\d\d年)"
)
_LIST = re.compile(
    r"(?:清单|目录|指南|一览表|台账|汇编|手册|告知[单书]|须知|明白[卡纸])(?:[（(][^（）()]{1,40}[）)])?$"
)
_GOVERNMENT = "政府"
_TRAIL = re.compile(r"[^>＞›»]+(?:[>＞›»]+[^>＞›»]+)+|[^-]{2,20}(?:-[^-]{2,40}){3,}")
_FIRST_LINE = re.compile(r"[^。；]{4,80}")
_POWERS = re.compile(
    r"(?:其他|其它)?(?:行政)?(?:许可|处罚|强制(?:措施|执行)?|征收|征用|给付|检查|确认|奖励|裁决|备案|审批|审核|监督|指导"
    r"|调解|复议|规划|权力|职权|公共服务|政务服务|内部管理)(?:权力|职权|事项|类)?(?:[（(][共计]*\d+[大小]?[项条个类][）)])?"
)
"""Kinds of power, as sheets and parts of a list are named. Example: `行政许可（11项）`, `行政处罚`."""
_PART = re.compile(rf"第[{UP_TO_99}百\d]+[章节条编]|附件\d*$|附[：:]|目录$|序号")
_ANNOUNCES = re.compile(
    r"(?:来源|发布|日期|时间|文号|发文|索引|名称|联系|咨询|电话|地址|网址|注|备注|检索|原文|分类|栏目|作者|编辑|审核|"
    r"浏览|关键|文档|链接|信息|公开|效力|状态|更新|基本信息)[\u4e00-\u9fff]{0,4}[：:]"
)
_LINK = re.compile(
    r"(?:点击|扫码|扫描|查看|下载|相关(?:链接|阅读|解读|附件|政策)|链接|返回|打印|收藏|分享|当前位置|您(?:现在)?(?:的|所在)位置|"
    r"加入收藏|设为首页|网站(?:导航|地图)|无障碍|繁体|简体|首页|上一篇|下一篇|浏览|阅读|访问|字号|字体|【?(?:打印|关闭))"
)


_SITE = r"(?:[\u4e00-\u9fff]{2,16}?(?:网|网站|平台|门户|政府|委员会|局|厅))"
_SITE_BEFORE = re.compile(rf"{_SITE}[-－—_|｜]+(?=[\u4e00-\u9fff《“\d].{{8}})")
_SITE_BEHIND = re.compile(
    rf"[-－—_|｜]+(?:{_SITE}|[\u4e00-\u9fff]{{0,8}}(?:文件|专栏|频道|栏目|法规|政策|公开|动态|公告栏))$"
)
"""The name of the site, or of a column of it, in the title of its page."""
_QUOTED = re.compile("《([^《》]{4,80})》")
_FILED_UNDER = re.compile(r"[A-Z]{2,8}-?(?:19|20)\d\d-\d{1,5}$")
"""The number under which a government files its rules, glued to the title. Example: `QHFGS-2025-006`."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed without white space, and the bodies that it names as issuers."""

    text: str
    about: str
    issuer: str
    """Several are joined by 、; empty where the title names none."""


def read_title(lines: Sequence[str]) -> Title | None:
    """The title that some lines make up together; None when they are anything else.

    What precedes it is no part of it: a mark of the site such as （转载） or ［县民政局］, its place in a
    collection.

    Example: `市财政局`, `市水利局关于印发供水办法的通知` -> issuer `市财政局、市水利局`
    """
    lines = [_REPOSTED.sub("", line) for line in lines[:1]] + list(lines[1:])
    match = _TITLE.fullmatch("".join(lines))
    if match is None or any(map(number_alone, lines)):
        return None
    printed = _PASSING_ON.sub("", match["issuer"] or "")
    issuer = joint_issuer(_cut(printed, lines)) or joint_issuer([printed])
    if match["issuer"] and not issuer and not match["issuer"].startswith(("转发", "印发")):
        return None
    return Title(match[0], match["about"], issuer)


def bare_title(title: str) -> str:
    """A title without the name of a site around it and the number that its rule is filed under.

    Example: `青禾县征集商家的公告-青禾县商务局` -> `青禾县征集商家的公告`
    """
    bare = _FILED_UNDER.sub("", title.lstrip(_DRAWN))
    quoted = _QUOTED.fullmatch(bare)
    bare = quoted[1] if quoted else bare
    bare = _SITE_BEFORE.sub("", bare, count=1) if _SITE_BEFORE.match(bare) else bare
    return _SITE_BEHIND.sub("", bare) or title


def issuer_before(title: str) -> str:
    """The bodies that a title of any kind begins with, before 关于 or 印发, or whose list it is; else empty.

    Example: `青禾县人民政府关于支持企业的若干意见任务分工` -> `青禾县人民政府`
    """
    printed = _OPENING.match(title)
    return (joint_issuer([printed[0]]) if printed else "") or _whose_list(title)


def _whose_list(title: str) -> str:
    """The body that a list of what it does begins with; 政府信息 is what is listed, unless it ends the name.

    Example: `青禾县水利局权责清单`, `青禾县水利局政府信息公开指南` -> `青禾县水利局`
    """
    listed = _LIST.search(title)
    last = listed.start() if listed else 0
    ends = (end for end in range(last, 3, -1) if _OF_BODY.match(title, end) and is_organ(title[:end]))
    bodies = (title[:end] for end in ends)
    return next((body for body in bodies if not _is_glued(body)), "")


def _is_glued(body: str) -> bool:
    """Whether 政府 behind the name of a body is the beginning of 政府信息."""
    return body.endswith(_GOVERNMENT) and is_organ(body.removesuffix(_GOVERNMENT))


def is_first_line(line: str) -> bool:
    """Whether a first line as printed can be the title: short, no sentence, label, link, trail or addressees.

    A kind of power is the name of a part. Example: `行政许可（11项）` -> False
    """
    words = compact(line)
    return (
        bool(_FIRST_LINE.fullmatch(words) and not is_trail(words))
        and not words.endswith(("：", ":", "，", "、"))
        and not (find_marker(line) or _PART.match(words) or _ANNOUNCES.match(words) or is_link(words))
        and not _POWERS.fullmatch(words)
    )


def is_trail(words: str) -> bool:
    """Whether a line says where its page stands on its site. Example: `首页>>政策法规>>动物防疫` -> True."""
    return bool(_TRAIL.fullmatch(words))


def is_link(words: str) -> bool:
    """Whether a line leads elsewhere or belongs to the site. Example: `点击查看政策解读：…` -> True."""
    return bool(_LINK.match(words))


def _cut(printed: str, lines: Sequence[str]) -> list[str]:
    """Words that begin the first line, cut where the lines end."""
    parts: list[str] = []
    for line in lines:
        part, printed = printed[: len(line)], printed[len(line) :]
        if part:
            parts.append(part)
    return parts
