"""What a turn asks of what was said before: a field of the measure, another one, more, back, not that one."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from retrieval.question.asked import Asked, take_fields


class Move(StrEnum):
    """Where a turn goes from what was shown."""

    NTH = "nth"
    PREVIOUS = "previous"
    MORE = "more"
    DETAILS = "details"
    REPHRASE = "rephrase"
    REJECT = "reject"
    BACK = "back"


_FIGURES = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "俩": 2}
_NTH = re.compile(
    r"第([一二三四五六七八九十\d]{1,2})个(?!月|工作日|季度)"
    r"|第?([一二三四五六七八九十两俩\d]{1,2})(?:个|条|项)"
    r"(?:呢|的|吧|看看|详细|具体|细说|展开|是什么|是啥|怎么|再说|介绍|内容|说|讲|(?=电话|归谁|找谁|谁|到什么|什么时候|有什么)|$)"
    r"|(最后)(?:一个|那个|一条)?|(头一个|头条|首个)"
)
_MOVES: tuple[tuple[Move, str], ...] = (
    (
        Move.REJECT,
        r"(?:(?<!是)不是|不对|错了|搞错了|弄错了|答非所问|不是这意思|不是这个意思|不是问这个|没问这个|说错了|答错了|你理解错了|不是我要的|问的不是)(?:这个|这条|这一条|这些|那个|那条|这|的|问题|我问的|我要的)*(?:了|啊|呀|吧|哦)*",
    ),
    (Move.PREVIOUS, r"(?:上|前)(?:一|面)?(?:个|条|项|一个|一条)|回到?上一?[个条]"),
    (
        Move.REPHRASE,
        r"换(?:个|种|一种)(?:简单|通俗|明白|好懂)?(?:点|些)?的?(?:说法|讲法|方式)|(?:看|听)不(?:懂|明白|太懂)|没(?:看|听)(?:懂|明白)|(?:说|讲)?(?:得)?(?:简单|通俗|直白|白话)(?:点|一点|些)?|大白话|什么意思|啥意思|说人话|划?重点|概括|总结",
    ),
    (
        Move.DETAILS,
        r"(?:再)?(?:说|讲|介绍)?(?:得)?(?:详细|具体|仔细)(?:点|一点|些|的|地|说说?|讲讲?|内容|介绍|情况|看看)*|说细点|细说|细讲|展开(?:说说|讲讲)?|多说(?:点|一点|几句)|详情|接着说|具体怎么(?:说|规定|写)",
    ),
    (
        Move.MORE,
        r"(?:还|另外|除此之外|除了这[个些条])[^，。？?]{0,3}(?:有)?(?:没有|没)?(?:别的|其他的?|其它的?|另外的|更多的?)(?:政策|文件|补贴|补助|规定|办法|项目|措施)*"
        r"|还?有(?:没有|没)(?:什么|啥)?(?:新|别|其他|其它|另外)的?(?:政策|补贴|补助|规定|措施)?|还有(?:没有|没|呢|吗|么|啥|什么|哪些)*(?:政策|补贴|补助|规定|措施|的)*(?:吗|呢)?$|(?:别|其他|其它)的(?:呢|有吗|有没有)?|更多|下一(?:页|个|条|批)|再来(?:一个|一些|几[个条])|继续|接着列|(?:后面|剩下|其余)的?(?:呢)?",
    ),
    (
        Move.BACK,
        r"(?:回到|接着|还是|再|继续)?(?:说|问|讲|聊)?(?:回)?(?:刚才|刚刚|前面|之前|先前|开头|一开始|最早)(?:说|问|提|讲|聊|查)?(?:到|过)?的?(?:那个?|这个?)?|(?:回到|说回|再说回|话说回来|还说)(?:那个)?|^(?:回|再说|再看看?|再问问?)(?![一回复收家来头执购报点下些细个别])(?=[^，,]{1,8}[，,])",
    ),
)

_GENERIC = (
    r"申报|申请|上报|报上去|报名|报备?|办理|办事|办(?!法)|领取|领|交|提交|递交|材料|手续|事情|事儿|这事|那事|事|政策|项目|规定|办法|文件|方案|通知|措施"
    r"|补贴|补助|奖励|奖补|优惠|这个|那个|这些|那些|这条|那条|这种|那种|这项|那项|这边|那边|它们?|他们|她们?|你们|人家|该项|此项|上述"
    r"|请问|麻烦|帮我|给我|告诉我?|跟我|我想|我要|我再|我|一下|一遍|看看|看一?下|查查|查一?下|说说|讲讲|说|讲|发|想|知道|了解|咨询|打听"
    r"|怎么样|怎么|如何|什么|多少|原来|以前|当时|为止|现在|目前|如今|今年|后来|最后|具体|详细|完成|开始|结束|执行|实施|落实|单位|部门|负责|能不能|可不可以|可以|有没有|是不是|是否|应该|需要|必须|要求"
    r"|另外|还有|还是|然后|那么|那就|那|这|算了|好的?|行|嗯|哦|对了|对|唉|哎|同志|师傅|老师|区里|市里|咱|俺|您|你|再|又|也|还|就|都|才|只是|只|仅|要是|如果|假如|若是|若|万一|换成|换作|改成|换|改"
    r"|向|往|对|他|她|一样|相同|同一个?|打通|接通|上班|下班|白天|晚上|到账|打款|下来|直接|行|可行|可否|晚了?|早|还差|差|一并|一起|顺便|念|读|列|写|报(?!废|销)|位|区号"
    r"|超过|过了?|咋办|咋整|咋弄|咋|怎么办|怎么回事|咋回事|准|准确|确定|确认|肯定|真的?|假的?|名字|叫|贵姓|全部|所有|全|整个|主要|关键|核心|意思|内容|情况|事项|细节|解释|说明"
    r"|啥|兑现|发放|拨付|拨|说法|讲法|干嘛|管用|反正|其实|就是|比如|例如|这里|那里|哪边|哪儿|本人|自己|自家|我家|家里|别人|大家|左右|差不多|有点|太|很|最|更|特别|一定|光|已经|马上|赶紧|抓紧|来得及|赶得上|错过|够|算|符合|满足|享受|适用|手头|名下|头上"
    r"|因为|所以|但是|可是|不过|而且|或者|除了|以后|之后|其中|呗|咧|哩|呐|哇|喽|咯|哟|诶|欸|闺女|大姐|大哥|小伙子?|姑娘|美女|帅哥|朋友|亲"
    r"|得|到底|究竟|大概|一共|总共|第?[一二三四五六七八九十\d]+个?个|条|项|个|去|有用|有|没有|没|不|吗|呢|啊|呀|吧|么|嘛|哈|的话|的|了|是|在|要|能|会|给|把|被|跟|和|与|上|下|里|内|到|从|用|拿|问|找|谁|哪里?|几|多|刚才|之前|前面|点|些|看|查|来|年|月|日|出来?"
)
"""Words that name no matter. A chunk made of nothing else has no content; any other chunk is kept whole."""

_HOLLOW = re.compile(rf"(?:{_GENERIC})*")
_LEAN_START = re.compile(
    r"那(?!曲)|要是|如果|假如|假设|若|万一|换成|换作|改成|那要|只是|仅|光|后来|还|又|另外|对了"
)
_LEAN_END = re.compile(r"(?:的)?呢[^，。；]{0,6}$|(?:呢|的)$|呢[，,]")
_REFERS = re.compile(
    r"这(?:个|事|项|条|些|种|里|边|笔|份|家|方面)?|那(?:个|事|项|条|些|种|笔|份|家)|它|他们|该项|此项|上述|刚才|刚刚|前面|之前说"
)
_ASPECT = re.compile(r"^(?:那|在)?\w{1,4}(?:方面|这块|那块|上头|上)(?:呢|的?(?:呢|有)|$)")
_RECALLS = re.compile(r"(?<=\w\w)那(?:个|事|件事?|条|项|笔|块|头|边)|刚才|前面|之前(?:说|问|提)")
_CASE = re.compile(
    r"(?:算不算|算吗|算数吗|也?行吗|行不行|也?可以吗|可不可以|也?能吗|也有吗|有份吗|够不够|符合吗|符不符合|也?给吗)$"
)
_THINGS = frozenset("驴牛羊猪鸡鸭鱼税房车船桥路水电气暖粮树煤医药学")
"""Single characters that name a matter; any other left over is a particle."""
OWN_YEAR = re.compile(
    r"(?:19|20)\d\d\s*年?(?:\d+月)?份?(?:就|才|以前|以后|之前|之后)?"
    r"(?:的(?:老|旧)?(?:房|车|楼|小区|机器|设备)|建|盖|买|上牌|登记|注册|毕业|出生|生的|参加|参保|成立|开的|入)"
)
"""A year that tells of the asker's own house, car or life, and asks for no rules of that year."""
_BREAK = re.compile(r"[^\w]+")
_TURNING = re.compile(
    r"^(?:(?:好的?|行|哦|嗯|那|算了)[，,。 ]*)?(?:"
    r"(?:先|暂时)?(?:不|别)(?:说|问|管|提|聊)(?:这|那)(?:个|些|事|茬)?了?|这个?(?:先|就)?(?:不问|不说|放一放|放一边)了?|(?:再|另外|顺便|顺带)(?:想)?(?:问|打听|咨询)(?:一?[个下件])?(?:别的|事|其他的)?"
    r"|(?:我)?(?:还)?(?:想)?问个别的|换(?:个|一个)(?:问题|事|话题)|还有(?:个|一个|件|一件)(?:事|问题)|说(?:个|点)别的|另一?(?:件事|个问题)|对了"
    r")(?:哈|啊|吧|哦)?[，,。：: ]+"
)
_RESET = re.compile(r"/?reset|重新开始|从头(?:来|开始)|清空(?:对话|记录)?|换个话题", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turn:
    """One message, read against what may have been said before."""

    text: str
    fields: tuple[Asked, ...] = ()
    """In the order of the table; empty where no field is asked for."""
    move: Move | None = None
    place: int = 0
    """Of NTH, from 1; -1 for the last."""
    content: tuple[str, ...] = ()
    """Chunks that name a matter, without the words of fields and moves."""
    asks_case: bool = False
    """Whether it asks if a case counts: 摩托车算吗, 个体户行吗."""
    also: bool = False
    """Whether it asks so of a case beside the one before: 个体户也行吗."""
    leans: bool = False
    """Whether it is phrased as a continuation: 那…呢, 要是…, …的."""
    refers: bool = False
    """Whether it points back: 这个, 刚才."""

    aspect: bool = False
    """Whether it asks for one side of what was asked before: 税收方面呢, 税上有啥照顾."""
    recalls: bool = False
    """Whether it names one of several that were talked of: 修路那个."""

    @property
    def follows(self) -> bool:
        """Whether its words say that it goes on from before."""
        return self.leans or self.refers


def read_turn(text: str, hollow: tuple[str, ...] = ()) -> Turn:
    """Reads one message; `hollow` are further words that name no matter here (places, departments).

    Example: "那电话呢" -> fields (PHONE,), no content, leans; "第二个说细点" -> NTH 2
    """
    words = unicodedata.normalize("NFKC", text).strip()
    rest, move, place = _moved(words)
    fields, rest = take_fields(rest)
    for word in sorted(hollow, key=len, reverse=True):
        rest = rest.replace(word, " ")
    bare = words.rstrip("？?。！!~ ")
    return Turn(
        text=text,
        fields=fields,
        move=move,
        place=place,
        content=tuple(filter(_names_matter, _BREAK.split(rest))),
        asks_case=bool(_CASE.search(bare)),
        also=bool(_CASE.search(bare)) and "也" in bare,
        leans=bool(_LEAN_START.match(bare) or _LEAN_END.search(bare)),
        refers=bool(_REFERS.search(bare)),
        aspect=bool(_ASPECT.search(bare)),
        recalls=bool(_RECALLS.search(bare)),
    )


def name_recalled(text: str) -> str:
    """The name by which the words recall one of several that were talked of; empty where they recall none.

    Example: "修路那个呢" -> "修路"
    """
    found = _RECALLS.search(text)
    return text[: found.start()] if found else ""


def without_turning(text: str) -> str:
    """The message without words that say that it is about something else; as it was where nothing is left.

    Example: "先不说这个，五保户多少" -> "五保户多少"
    """
    return _TURNING.sub("", text) or text


def without_returning(text: str) -> str:
    """The message without words that go back to what was said.

    Example: "回到低保，多少钱" -> "低保，多少钱"
    """
    return dict(_MOVE_PATTERNS)[Move.BACK].sub("", text).strip("，,。 ") or text


def _names_matter(chunk: str) -> bool:
    if len(chunk) == 1:
        return chunk in _THINGS
    return bool(chunk) and not _HOLLOW.fullmatch(chunk)


def is_reset(text: str) -> bool:
    """Whether the message ends the conversation so far. Example: "/reset"."""
    return _RESET.fullmatch(text.strip().strip("。！!")) is not None


def _moved(words: str) -> tuple[str, Move | None, int]:
    """What is left of the words, the move, and the place of NTH."""
    nth = _NTH.match(words.lstrip("那就看要说我想 "))
    if nth:
        left = words.replace(nth.group(), " ", 1)
        return dict(_MOVE_PATTERNS)[Move.DETAILS].sub(" ", left), Move.NTH, _place(nth)
    for move, pattern in _MOVE_PATTERNS:
        left = pattern.sub(" ", words)
        if left != words:
            return left, move, 0
    return words, None, 0


def _place(nth: re.Match[str]) -> int:
    ordinal, listed, last, first = nth.groups()
    figure = ordinal or listed
    if last:
        return -1
    if first:
        return 1
    return int(figure) if figure.isdigit() else _FIGURES.get(figure, 10 + _FIGURES.get(figure[-1], 0))


_MOVE_PATTERNS = tuple((move, re.compile(pattern)) for move, pattern in _MOVES)
