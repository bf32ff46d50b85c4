"""Whether what a question says with a figure is so, is only meant to be so, or is not sure."""

import re
from enum import StrEnum

_MARKS = re.compile(r"[，。；！？,;!?\n]|但是|不过|可是")
_DOING = (
    r"[买购建盖修租住包种养投招雇聘签扩装增添收弄搞做]|流转|承[包租]|上(?=[一两\d])|新上|开(?!始)|办(?!理)|换(?=[成台辆个套])"
    r"|吸纳|带动|引进|入驻|达|到|突破|过|作业|出栏|存栏|培训|加工"
)
"""What has to be done before a planned figure is one."""
_ASKS_ONLY = r"问|知道|起|了解|咨询|打听|申请|领|报|让|试"
_MEANS_TO = (
    rf"打算|打谱|准备|计划|寻思|琢磨|考虑|预备|有意|想(?!{_ASKS_ONLY})(?:再|要|着|去)?|正[在想要]|将要|快要"
    r"|要(?=再?(?:[买建盖租招]|流转|上(?:一|新|条|套|台)))|(?<!模)拟(?![定合])|目标|力争|争取|力求|希望|盼|预计|预期|预估|有望"
    r"|要是|如果|假如|假设|倘若|万一"
)
_PLANNED = re.compile(rf"(?:{_MEANS_TO})[^，。]*?(?:{_DOING})[^，。]*$")
_PLANNED_BEHIND = re.compile(rf"[^，。\d]{{0,6}}(?:打算|准备|计划|想|正[在要])[^，。\d]{{0,4}}(?:{_DOING})")
_MEASURE_ONLY = re.compile(
    r"(?:大概|大约|差不多|一共|总共|共|总|单台|单个|单体|每[台个]|单价|造价|投资额?|面积|容积|规模|价格|租期|工期|预算|长|宽|左右|能|有|是|都|在)*"
)
"""In front of the figure of a clause that goes on with the one in front of it."""
_NOT_THERE = re.compile(
    r"(?:设计(?=年|产|能力|容|规模|出栏|接待|处理)|规划|图纸|方案|谈[了着好妥]|排[了定好]|预?订了?|招标|看[中好上]|相中)[^，。]{0,8}$"
    r"|(?:再|还差|还要|还得|差)[^，。]{1,10}就?(?:能)?(?:满|够|到|达到|有)$"
    r"|能(?:到|达到?|上|突破|超过?|够|做到)$|(?:最多|顶多|满打满算)能[^，。]{0,6}$|容纳[^，。]{0,4}$"
)
"""In front of a figure on paper, of one that is only talked about, or that is still to be reached."""
_AHEAD = re.compile(
    r"下(?:一|个)?(?:月|周|星期|季度)|明年|后年|明天|后天|再过|过几[天月]|过(?:阵子|段时间|了年)|过完年|回头|将来|往后|即将|眼看|马上"
)
_NOT_YET = re.compile(
    r"^[^，。\d]{0,4}?(?:还|尚|都)?(?:没|未)(?:有)?(?:正式)?(?:签|建|盖|买|招|办|开[业工张]|完工|竣工|投|弄|成|装|到|落实|动工|开始|定|谈|批|交|付|拿|进场)"
    r"(?:[好完成上过呢了的拢妥位货款]|下来|合同|协议)*$"
    r"|^(?:还|正)?在[建谈装]|^[^，。\d]{0,3}意向|^(?:下个?月|明年|年后|月底|年底)[^，。\d]{0,3}(?:开工|动工|开业|开始|进场|交付|投产|签)"
)
"""What the rest of a clause or the next one says of what is not done yet."""
_GIVEN_UP = re.compile(r"报废|淘汰|卖掉|处理掉|拆|退")
_UNSURE = re.compile(
    r"听说|据说|听[^，。]{1,5}[说讲]|^(?![我俺咱按])[^，。\d]{1,6}(?:[跟和给对][我俺咱]们?[说讲]|说(?![明好定不服实])|讲(?=[我俺咱这能够]|符合|可以))|估摸|[我俺咱]猜|好像|似乎|应该(?:是|有|不|在|够|超|达|能|满)?[^，。？]{0,4}$|可能|也许|兴许|或许|没准|[^，。]*?说不定"
)
_ADMITS = re.compile(
    r"(?:[我俺咱也都还不太是很具体]|反正)*(?:不(?:太)?(?:确定|清楚|肯定|知道|晓得)|记不[清准得]|说不[准清好]|拿不准|没把握|没细算)"
    r"(?:了|准不准|对不对|真假|是不是真的|是真是假)*"
)
"""A clause that says nothing else than that one is not sure."""


class Stance(StrEnum):
    """How somebody stands to a figure that he names."""

    SO = "so"
    MEANT = "meant"
    """Planned, hoped for, or not done yet: it may rule out, and never proves."""
    UNSURE = "unsure"
    """Heard, guessed, or admitted not to be known."""


def stance(question: str, start: int, end: int) -> Stance:
    """The stance to the figure at [start, end).

    Example: `打算流转300亩` -> MEANT; `听说得100亩`, `好像是2004年盖的` -> UNSURE; `流转了120亩` -> SO
    """
    before = _MARKS.split(question[:start])
    behind = _MARKS.split(question[end:])
    ahead, rest = before[-1], behind[0]
    after = behind[1] if len(behind) > 1 else ""
    last = before[-2] if len(before) > 1 else ""
    if _UNSURE.search(ahead) or _ADMITS.fullmatch(after) or _ADMITS.fullmatch(last):
        return Stance.UNSURE
    return Stance.MEANT if _is_ahead(ahead, rest) or _is_meant(last, ahead, rest, after) else Stance.SO


def _is_ahead(ahead: str, rest: str) -> bool:
    """Whether the words around a figure say that it is still to be reached."""
    return bool(_NOT_THERE.search(ahead) or _AHEAD.search(ahead) or _AHEAD.search(rest))


def _is_meant(last: str, ahead: str, rest: str, after: str) -> bool:
    """Whether a figure between the words `ahead` of it and the `rest` of its clause is of a plan."""
    if _NOT_YET.search(rest) or _NOT_YET.search(after) or _PLANNED_BEHIND.match(rest):
        return True
    if _GIVEN_UP.search(ahead) or _GIVEN_UP.match(rest):
        return False
    return bool(_PLANNED.search(ahead) or (_MEASURE_ONLY.fullmatch(ahead) and _PLANNED.search(last)))
