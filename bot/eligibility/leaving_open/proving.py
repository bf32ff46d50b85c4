"""What has to be shown before a figure proves a condition: that it is named, his own, one, and of today.

A figure that fits is not enough. Whatever one of these does not show stays open, quoted and asked.
"""

import re

from bot.eligibility.affinity import known_names, shares_aspect
from bot.eligibility.printed.printed_bounds import PrintedBound
from bot.eligibility.printed.printed_traits import trait_requirements
from bot.eligibility.quantity_names import DATE, GRADE, QuantityNames, Synonym
from bot.eligibility.shared_words import pairs
from bot.eligibility.spoken.asker_fact import AskerFact, FigureOrigin
from bot.eligibility.spoken.figure_clauses import around
from bot.eligibility.spoken.kin import RELATIVE
from bot.eligibility.spoken.whose_figures import is_of_relative
from bot.eligibility.traits import default_traits
from corpus.extraction.quantities import quantities
from corpus.text.numerals import TWOS, UP_TO_99

TELLS_ITSELF = frozenset({"岁", "国标", "升", "层", "日期", "月日", "名次"})
"""Units in which only one thing is measured: an age, a standard of emission, the size of an engine."""
_ASKED_FOR = frozenset({FigureOrigin.SHARE, FigureOrigin.AGO})
"""Figures that were made for the very comparison."""
_POWER = "千瓦"
"""Tells itself too, where nothing else is named beside it."""
_TELLS_KIND = frozenset({"亩", "头", "只", "株", "户", "箱"})
"""Units that tell what is measured or counted of a thing, once the thing is named."""
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_BRACKET = re.compile(r"（[^（）]*）")
_SMALL = re.compile(
    r"应当|[的了是在为有和或且已满达到于对者]|累计|合计|连续|总额|总数|总量|单[项台个件套笔]|每[人月年户周天]|(?:放宽|提高|降低|延长)[到至为]?$"
)
_LIGHT = re.compile(
    r"集中|统一|提供|核定|登记|场地|土地|设施|设备|企业|单位|投资|全部|注册|返乡|成员|职工|一次性?|当年|年度|实际|新增|新购置?|购置|入驻|服务|作业|任职|单车|单项|取得|持有"
)
"""Words that people leave out when they name a thing."""
_DIMENSION = re.compile(
    r"(?:面积|金额|费用|数量|价格|价值|容量|库容|容积|体积|长度|期限|规模|时间|收入|销售|比例|比重|之日起|(?<!销售)额|(?<!人)数|月|年|人均|平均|均)+$"
)
"""Words that the unit of a figure says already; the thing itself stands in front of them."""
_HEAD = 4
"""Signs at the end of the words in front of a figure that name what it measures."""
_HALF = 2
_OF_TIME = frozenset({"年", "月", "天"})
_SUMMED = re.compile(
    r"加上(?!我|俺|自己|本人|老板)|加(?:在|到)?一?(?:起来?|块儿?)|合(?:起来|一块|在一起)|凑(?:一?起|一块)|拢(?:共|到一)|接起来|断断续续|前前后后"
)
_PIECES = re.compile(r"一(?P<piece>[段块处片批笔截间套栋])[^，。]{1,10}一(?P=piece)")
_NEAR = 6
_EACH = re.compile("单|每|均")
_TAKES_SUMS = re.compile(r"累计|合计|总|共|均|之和")
_ONCE = re.compile(
    rf"以前|从前|早先|早年|当年(?!底)|(?<!比)(?<!较)大?前年|过去|之前|曾经?|那会儿?|那时候|原来|[\d{TWOS}{UP_TO_99}几]年前"
)
_AHEAD = re.compile(
    r"(?:(?<![理思感])想(?!问|知道|了解|咨询|打听|申|领|报|起)|(?<![需只重主])要(?:扩|增|买|盖|招|弄|养|搞|做)|能(?:装|放|住|容|达|到|养|弄)"
    r"|意向|谈[了着好]|商量|口头|代理|代卖)"
    r"[^，。]{0,8}$"
)
"""In front of a figure that is wished for, possible, only talked about, or made for others."""
_CAPACITY = re.compile("库容|容量|容积|容纳|床位|车位|产能|能力|载重|座位")
_HOLDS = re.compile("能(?:装|放|住|容|存|停|坐|拉)[下得]?")
_OTHERS = re.compile(
    r"对门|邻居|隔壁|别家|别人|同行|合作(?:社种|社养|车队|方)|(?:兄弟|母|总|子|分|关联|合作|上游|下游)(?:公司|单位|厂|企业)"
)
_PLACES_MEAN = re.compile(r"(?:社区|村里?|镇上?|区里?|县里?|当地)(?:平均|人均)")
"""What people have on average where one lives."""
_THEIRS = re.compile(rf"[，；]是(?:[我俺]们?)?的?(?:{RELATIVE}|别人|人家|朋友|同事|亲戚|邻居)的")
"""The clause behind a figure that says whose it is."""
_MY = re.compile(r"[我俺咱本自]")
_LENT_OUT = (re.compile(r"自有|自建|自持|自购"), re.compile(r"租|借"))
"""What is one's own, and what is lent."""
_GIVEN_AWAY = re.compile(r"(?:租|包|转|借|让|流转)(?:出去|给)")
_GIVES = re.compile(r"出租|出让|转让|转出|流出|出借")
"""What one has no more who gave it to others, and texts that are about giving."""
_GONE = re.compile(
    r"[，；]?(?:现在|后来|如今|又|已经)?(?:都|全|也)?(?:走|关|卖|撤|拆|跑|散|停|退|倒闭|没|丢|工作|成年|搬)(?:掉|光|完|走)?了(?=$|[，。；！？])"
    r"|[，；][^，。\d]{0,4}(?:辞|离职|解除|到期|断缴|停缴)[^，。\d]{0,2}了?(?=$|[，。；！？])"
    r"|[，；](?:今年|现在|后来|如今)[^，。\d]{0,4}(?:涨|降|变|换|加)[^，。\d]{0,3}了(?=$|[，。；！？])"
    r"|[，；][^，。\d]{0,5}(?:改[种养做成行]|淹|毁|塌|烧|荒|停办|停业|歇业)[^，。\d]{0,4}了(?=$|[，。；！？])"
    r"|[，；][^，。\d]{0,6}(?:一?部分|没全|没都|不全|不齐)(?=$|[，。；！？])"
)
"""The clause behind a figure that says that it is so no more, otherwise by now, or only in part."""
_UNTIL_NOW = re.compile(r"到现在|至今|现在还|还在|一直|目前|如今|仍")
_BEFOREHAND = re.compile(r"可以?不|无需|不需|免[于办予]|许可|审批|报装|采购")
"""What is asked before anything is done: whether a permit is needed for a shed that is to be built."""
_REGISTER = re.compile(
    r"(?<!非)(?P<place>(?!非)[\u4e00-\u9fff]{2})[省市区县镇]?(?:城镇|农村)?(?:户籍|户口)(?:[、，]?(?:且|并|同时)|、|$)"
)
"""A household register that one clause asks for together with a figure, and of which place."""
_REGISTER_BEHIND = re.compile(
    r"的(?P<place>(?!非)本?[\u4e00-\u9fff]{1,3})[省市区县镇]?(?:城镇|农村|常住)?(?:户籍|户口)"
)
"""And one that stands behind the figure: 一级、二级的本区户籍残疾人."""
_DENIES = re.compile(
    r"(?:(?<!有)没有?|无|(?<!是)不是|(?<!算)不算)(?:过|什么|啥|个|[拿办交签领考上](?:到|过)?)?(?P<noun>[\u4e00-\u9fff]{2})"
)
_DENIED_IN_PRINT = re.compile(r"(?:无|未|没有?|不|非|除|或者?)[^，。；]{0,6}$")
"""In front of a noun that a text asks for as missing, or as one of several."""
_CLAUSE_END = re.compile("[，。；！？\n]")
_REGISTERED = re.compile("户口|户籍|本地")
_LOCAL = re.compile(
    "(?:在|是)这(?:儿|里|边)?|[本咱我俺这]们?(?:地|区|市|县|镇|乡|村|街道)|当地|都(?:是|在)本"
)
_PAST_EVENT = re.compile(r"毕业|成立|登记|注册|建成|取得|获|竣工|投产|退役|出生|核发|领取")
"""What happens once and stays so."""


def proves(
    bound: PrintedBound, fact: AskerFact, question: str, names: QuantityNames, title: str = ""
) -> bool:
    """Whether a figure that fits a comparison of a document of a title shows that its condition is met.

    Example: `签订1年以上劳动合同`, 前年签过两年的合同 -> False
    """
    return (
        (_is_named(bound, fact, question, names) or _is_of_matter(bound, fact, title))
        and not _is_whole(bound, fact)
        and not denies_noun(bound, question)
        and not is_of_relative(question, fact)
        and not _is_others(bound, fact, question)
        and not is_summed(bound, fact, question)
        and not _was_once(bound, fact, question)
        and (is_asked_beforehand(bound) or not _is_ahead(bound, around(question, fact)[0]))
    )


def _is_whole(bound: PrintedBound, fact: AskerFact) -> bool:
    """Whether a text asks for a part of what it counts, which a figure does not name: 其中脱贫户."""
    asked = bound.sentence.find(f"其中{bound.subject}{bound.figures}") >= 0
    return asked and not pairs(bound.words) & pairs(fact.near)


def _is_of_matter(bound: PrintedBound, fact: AskerFact, title: str) -> bool:
    """Whether a figure of land, room, animals or trees is said of what the title is about: 3亩油菜."""
    return bound.unit in _TELLS_KIND and bool(pairs(fact.near) & pairs(title))


def _is_ahead(bound: PrintedBound, ahead: str) -> bool:
    """Whether a figure is wished for or possible; of a capacity 能放 and 能装 tell what it is."""
    return bool(_AHEAD.search(_HOLDS.sub("，", ahead) if _CAPACITY.search(bound.words) else ahead))


def _is_named(bound: PrintedBound, fact: AskerFact, question: str, names: QuantityNames) -> bool:
    """Whether the question has the noun of what is measured, or a listed word for it."""
    listed = fact.names & known_names(bound, names) or shares_aspect(bound, fact)
    if bound.unit in (*TELLS_ITSELF, _POWER) or listed or fact.origin in _ASKED_FOR:
        return True
    if bound.unit == GRADE:
        return bool(pairs(bound.words) & pairs(question))
    nouns = _nouns(bound)
    return not nouns or any(
        _is_said(noun, question) or any(_are_same(noun, question, one) for one in names.synonyms)
        for noun in nouns
    )


def is_registered_there(bound: PrintedBound, question: str) -> bool:
    """Whether a household register that the same clause asks for is named, and is that of the place printed.

    Example: `具有周村区户籍且年满80周岁`, 我爸82了户口在张店 -> False
    """
    ahead = _CLAUSE_END.split(bound.sentence[: bound.figure])[-1]
    asked = _REGISTER.search(ahead) or _REGISTER_BEHIND.match(bound.tail)
    told = [clause for clause in _CLAUSE_END.split(question) if _REGISTERED.search(clause)]
    return asked is None or any(asked["place"] in one or _LOCAL.search(one) for one in told)


def denies_noun(bound: PrintedBound, question: str) -> bool:
    """Whether a question denies what the sentence of a comparison asks for; not what is told by itself.

    Example: `居住证满6个月，并有劳动合同的`, 居住证一年了，没合同 -> True
    """
    asked = bound.sentence
    denied = [match["noun"] for match in _DENIES.finditer(question)]
    every = trait_requirements(asked, default_traits()) if denied else ()
    told = {trait.words for one in every for traits in one.alternatives for trait in traits}
    return any(
        noun in asked
        and not _DENIED_IN_PRINT.search(asked[: asked.index(noun)])
        and not any(noun in words for words in told)
        for noun in denied
    )


def _is_said(noun: str, question: str) -> bool:
    """Whether a question has a sign of each half of a noun: of 护理床位 both 护理 and 床位."""
    last, first = set(noun[-_HALF:]), set(noun[-2 * _HALF : -_HALF])
    return bool(last & set(question)) and (len(first) < _HALF or bool((first - last) & set(question)))


def _nouns(bound: PrintedBound) -> list[str]:
    """What a comparison measures or counts, from the words in front of its figure and behind it.

    What stands behind 的 is whose it is, where a noun stands in front; of a time it may be what lasts.

    Example: `茶园面积50亩以上的农户` -> 茶园; `2名以上乡村医生` -> 乡村医生
    """
    every = [part for run in _runs(bound.subject) for part in run.split("等")]
    ahead = (_DIMENSION.sub("", run) for run in every)
    named = [run[-_HEAD:] for run in ahead if len(run) >= _HALF]
    whose = named and bound.tail.startswith("的") and bound.unit not in _OF_TIME
    behind = _runs(bound.tail)[:1]
    # What goes on behind its noun tells what is done: 砖木房逐户排查.
    return (
        named
        if whose
        else [*named, *behind, *(run[:_HEAD] for run in behind), *(run[: _HEAD - 1] for run in behind)]
    )


def _runs(words: str) -> list[str]:
    runs = _HAN.findall(_SMALL.sub("，", _BRACKET.sub("", words)))
    return [_LIGHT.sub("", run) or run for run in runs]


def _are_same(noun: str, question: str, synonym: Synonym) -> bool:
    every = synonym.every
    return any(word in noun and other in question for word in every for other in every if other != word)


def is_asked_beforehand(bound: PrintedBound) -> bool:
    """Whether its text is of what people ask about before they do it."""
    return bool(_BEFOREHAND.search(bound.sentence))


def is_summed(bound: PrintedBound, fact: AskerFact, question: str) -> bool:
    """Whether the clause of a figure adds up what the text does not."""
    ahead, rest = around(question, fact)
    following = _CLAUSE_END.split(question[fact.end + len(rest) + 1 :])[0]
    said = f"{ahead}{rest}" if quantities(following) else f"{ahead}{rest}，{following}"
    return bool(
        _SUMMED.search(said) or _PIECES.search(f"{ahead}{fact.text}{rest}")
    ) and not _TAKES_SUMS.search(bound.printed)


def is_a_piece(bound: PrintedBound, fact: AskerFact, question: str) -> bool:
    """Whether a figure is one of several pieces that may count together: 一间12平，一间10平."""
    found = _PIECES.search(question)
    return (
        found is not None
        and found.start() < fact.end <= found.end() + _NEAR
        and not _EACH.search(bound.words)
    )


def _is_others(bound: PrintedBound, fact: AskerFact, question: str) -> bool:
    """Whether a clause tells of another firm or shop, or of a lent thing where one's own is asked for."""
    clause = "".join(around(question, fact))
    own, lent = _LENT_OUT
    if _GIVEN_AWAY.search(clause) and not _GIVES.search(bound.sentence):
        return True
    ahead, rest = around(question, fact)
    if _THEIRS.match(question[fact.end + len(rest) :]):
        return True
    if _PLACES_MEAN.search(clause) and not _PLACES_MEAN.search(bound.sentence):
        return True
    strange = _OTHERS.search(ahead)
    return bool((strange and not _MY.search(clause)) or (own.search(bound.subject) and lent.search(question)))


def _was_once(bound: PrintedBound, fact: AskerFact, question: str) -> bool:
    """Whether a clause tells of a time gone by what is to be so today."""
    if bound.unit == DATE or _PAST_EVENT.search(bound.words) or re.search(r"20\d\d年|上年", bound.subject):
        return False
    clause = "".join(around(question, fact))
    gone = _GONE.match(question[fact.end + len(around(question, fact)[1]) :])
    return bool(gone or _ONCE.search(clause)) and not _UNTIL_NOW.search(question)
