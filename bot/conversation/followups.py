"""What a turn asks of what was said before: a field of the measure, another one, more, back, not that one."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from corpus.text.numerals import TWOS, UP_TO_99, whole_number


class Field(StrEnum):
    """What is asked about the measure at hand."""

    PHONE = "phone"
    OWNER = "owner"
    """Department, office, person."""
    SUPPORT = "support"
    DEADLINE = "deadline"
    VALIDITY = "validity"
    AMOUNT = "amount"
    CONDITIONS = "conditions"
    PROCEDURE = "procedure"
    """How to apply."""
    FULL = "full"
    SOURCE = "source"


class Move(StrEnum):
    """Where a turn goes from what was shown."""

    NTH = "nth"
    PREVIOUS = "previous"
    MORE = "more"
    DETAILS = "details"
    REPHRASE = "rephrase"
    REJECT = "reject"
    BACK = "back"


_FIELDS: tuple[tuple[Field, str], ...] = (
    (
        Field.FULL,
        r"(?:政策|文件)?(?:的)?(?:全文|原文|原话)(?:是什么|怎么[写说])?|完整(?:的|版)?(?:内容|文字)?|整条|全部内容|一字不[改漏落]",
    ),
    (
        Field.SOURCE,
        r"出自(?:哪里|哪儿|哪)?|出处|来源|(?:是|根据|依据)?(?:哪[个份一]{1,2}|什么|啥)(?:文件|文|通知|方案)(?:里)?(?:的|规定|说|写)*"
        r"|(?:文件|文|政策)(?:叫|名)(?:什么|啥)?(?:名(?:字|儿)?)?(?:什么|啥)?|叫(?:什么|啥)文件|发文(?:机关|单位|部门)(?:是谁|是哪[个里])?|(?:是)?哪[一]?年的(?:事儿?|文件|政策|规定|规矩)?|文号|几号文|哪(?:一?个|号)文(?!件)|第几[条项行页款]|哪(?:一)?[条项](?:规定|写|说)?的?|(?:有|什么|啥)?(?:依据|根据)|哪[里儿]?(?:写|说|规定)的|谁[说规发印]定?的(?:文件)?|哪年发的|什么时候发的|哪天发[布的]",
    ),
    (
        Field.VALIDITY,
        r"有效期|(?:用|管|执行|有效|适用|延续|实行|施行|算)到(?:什么时候|啥时候|哪[一]?[年天月]|何时|几时|几[月号])"
        r"|(?:什么时候|啥时候|哪[天年]|多久|几时|还有几天|还剩几天)?(?:就|是不是|有没有|是否)?(?:到期|过期|失效|作废|过没过期)(?:了)?(?:没有|没|是吧|吧|吗|么)?"
        r"|(?:现在|目前|如今|今年)?(?:还|是不是|是否|有没有)?(?:还)?(?:有效|算数|作数|管用|在执行|在用)|(?:现在|今年|目前)?还(?:能|可以)?(?:用|享受|执行)|(?:现在|今年|目前)?还是(?:这个?|那个?|原来的?)(?:数|标准|价)|(?:现在|今年|目前)还(?:能|可以)(?:领|申请|申报|报|拿|办)"
        r"|到?(?:什么时候|啥时候|哪[一]?[年天]|何时)为止"
        r"|(?:什么时候|啥时候|何时|哪[一]?[天年]|从哪[天年])(?:开始|起)(?:执行|实施|施行|实行|生效|算)?|什么时候(?:生效|施行|实施|执行)|过时",
    ),
    (
        Field.SUPPORT,
        r"还有(?:谁|哪些(?:单位|部门)|哪个(?:单位|部门))(?!牵头)(?:参与|参加|配合)?|(?:还有)?(?:谁|哪些|哪个|哪几个|什么|有)?(?:单位|部门|局|人)?(?:来)?(?:配合|协助|协同)(?:单位|部门|的)*(?:都?有?(?:谁|哪些|哪几个|哪个|什么))?",
    ),
    (
        Field.PHONE,
        r"(?:打|拨|用)?(?:哪个|什么|啥|哪一?个)?(?:联系|咨询|办公|服务)?(?:电话|座机|手机)(?:号码?|是多少|多少|几号)*|号码|联系方式|(?:怎么|咋|如何)联系"
        r"|打给谁|(?:怎么|咋)打|往哪[里儿]?打|打(?:哪|哪个|什么|啥)(?:号|号码)|dianhua",
    ),
    (
        Field.OWNER,
        r"(?:该|要|应该|具体)?(?:去|上|到)?(?:哪个|哪一个|什么|啥|哪些|哪家)(?:科室|股室|科|股|处室|部门|局|单位|机构|窗口|地方|办公室)(?:来)?(?:管|负责|办|牵头|问|找|办理)?"
        r"|(?:该|要|应该|得)?(?:找|问|归|由|是|属于?|联系|咨询)(?:谁|哪[里儿个]?)(?:管|负责|办|牵头|问)?|谁(?:来|在)?(?:管|负责|牵头|办|主管|盯)"
        r"|(?:区里|市里|当地)?谁牵头|牵头(?:单位|部门|的)*(?:是)?(?:谁|哪[个家]?)?|(?:主管|责任|负责|承办|主办)(?:单位|部门|科室|的)+(?:是)?(?:谁|哪[个家])?|负责人|联系人"
        r"|(?:上|去|到|向|往|给)哪[里儿]?(?:问|办|申请|申报|报名|报送|报|交|找)|(?:交|报|送)给(?:谁|哪[个里儿家])?|(?:找|是)?哪位|经办人|对接人|谁(?:说了算|接待|受理|审批|审核|批|兑现|出(?:这个)?钱|掏钱|给钱|发钱|拨款)|(?:在)?(?:哪里|哪儿|哪)(?:受理|报名|申请|申报|办理?|领取?|交)|科室|归口|归谁",
    ),
    (
        Field.DEADLINE,
        r"(?:要求|必须|最晚|最迟|得|要|该)?(?:在)?(?:什么时候|啥时候|什么时间|何时|几时|哪[一]?天|几[月号日]|多久|多长时间|哪[一]?年|哪个月)(?:之前|以前|前|内|以内)?(?:要|能|得)?(?:完成|完工|竣工|验收|办完|办好|建成|建好|修好|修完|截止|报|交|弄完|做完)?"
        r"|(?:完成|办理|申报|申请|截止)?(?:时限|期限|截止(?:时间|日期)?|时间(?:要求|节点)?)|最后(?:期限|时间)|交差|截止|(?:交|报|申请|申报)到(?:哪[一]?天|几[月号]|什么时候|啥时候)|几天(?:内|之内)?",
    ),
    (
        Field.CONDITIONS,
        r"(?:需要?|要|得|有|符合|满足)?(?:什么|啥|哪些|哪几个)?(?:样的)?(?:条件|门槛|限制|资格|要求)|(?:什么人|谁|哪些人|哪些企业|什么企业|啥人)(?:才)?(?:能|可以|可)(?:申请|领|享受|报|办|拿)?|(?:给|补|对|面向|针对)(?:哪些人|什么人|谁)|(?:什么|啥)情况(?:下)?(?:才)?(?:能|可以|算)|对象",
    ),
    (
        Field.PROCEDURE,
        r"(?:我)?(?:该|要|得|应该)?(?:怎么|如何|咋|咋个)(?:个)?(?:才能)?(?:去)?(?:申请|申报|办理?|报名?|领取?|弄|操作|参加)(?:法)?|(?:申请|申报|办理|领取)(?:的)?(?:流程|程序|步骤|方法|方式|渠道|手续)(?:是什么|是啥)?|走(?:什么|啥)(?:流程|程序|手续)|(?:网上|手机上)(?:能不能|能|可以)(?:申请|申报|办|弄)",
    ),
    (
        Field.AMOUNT,
        r"(?:一共|总共|最多|最高|至多|能|可以|大概|原来|以前)*(?:给|补贴?|补助|奖励?|领|拿|得|报销|贷|减|免|发|是)*(?:个)?(?:多少钱?|几(?:块|元|万|千|百|十|成)(?:万|块|元)?钱?)|(?:补[贴助]|奖励|补偿)?(?:金额|额度|标准|比例|数额)(?:是)?(?:多少|多高)?|多少钱|几成|几个点|百分之几|上限|(?:最高|最多|封顶)(?:是)?(?:多少)?",
    ),
)
"""In the order in which they take their words out of a turn: what is longer or rarer first."""

_NTH = re.compile(
    rf"第([{UP_TO_99}\d]{{1,2}})个(?!月|工作日|季度)"
    rf"|第?([{UP_TO_99}{TWOS}\d]{{1,2}})(?:个|条|项)"
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
    rf"|得|到底|究竟|大概|一共|总共|第?[{UP_TO_99}\d]+个?个|条|项|个|去|有用|有|没有|没|不|吗|呢|啊|呀|吧|么|嘛|哈|的话|的|了|是|在|要|能|会|给|把|被|跟|和|与|上|下|里|内|到|从|用|拿|问|找|谁|哪里?|几|多|刚才|之前|前面|点|些|看|查|来|年|月|日|出来?"
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
    fields: tuple[Field, ...] = ()
    """In the order of `Field` patterns; empty where no field is asked for."""
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
    fields = []
    for kind, pattern in _PATTERNS:
        left = pattern.sub(" ", rest)
        if left != rest:
            fields.append(kind)
            rest = left
    for word in sorted(hollow, key=len, reverse=True):
        rest = rest.replace(word, " ")
    bare = words.rstrip("？?。！!~ ")
    return Turn(
        text=text,
        fields=tuple(fields),
        move=move,
        place=place,
        content=tuple(filter(_names_matter, _BREAK.split(rest))),
        asks_case=bool(_CASE.search(bare)),
        also=bool(_CASE.search(bare)) and "也" in bare,
        leans=bool(_LEAN_START.match(bare) or _LEAN_END.search(bare)),
        refers=bool(_REFERS.search(bare)),
        aspect=bool(_ASPECT.search(bare)),
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
    ordinal = _ordinal(nth) if nth else None
    if nth and ordinal is not None:
        left = words.replace(nth.group(), " ", 1)
        return dict(_MOVE_PATTERNS)[Move.DETAILS].sub(" ", left), Move.NTH, ordinal
    for move, pattern in _MOVE_PATTERNS:
        left = pattern.sub(" ", words)
        if left != words:
            return left, move, 0
    return words, None, 0


def _ordinal(nth: re.Match[str]) -> int | None:
    """From 1, or -1 for the last; None where the words count vaguely: 两三个."""
    said, listed, last, first = nth.groups()
    if last:
        return -1
    return 1 if first else whole_number(said or listed)


_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _FIELDS)
_MOVE_PATTERNS = tuple((move, re.compile(pattern)) for move, pattern in _MOVES)
