"""Words that ask to be told of what is new, or no longer, and say nothing else but of what."""

import re
import unicodedata
from dataclasses import dataclass

_MOST_SIGNS = 80
_KEPT_SIGNS = "〔〕《》[]"
"""Signs within the number and the title of a document."""
_PLEASE = (
    "(?:你好|您好|请问|请|麻烦|劳驾|你们|你|您|我|俺|以后|今后|下次|如果|要是|只要|一旦|等|关于|有关|对于|凡是"
    "|想要|想|要|需要|帮忙|帮我|给我|替我|能不能|能否|能|可不可以|可以|一)*"
)
_ENDING = (
    "(?:吗|吧|呗|哦|啊|哈|呢|好吗|好吧|行吗|行不|行不行|好不好|可以吗|可以不|谢谢您|谢谢你|谢谢|谢了|多谢)*"
)
_OF = "(?:方面的?|这块的?|这类的?|相关的?|有关的?|类的?|的)*"
_WHAT = (
    "(?:优惠政策|惠民政策|政策|通知|公告|文件|规定|消息|信息|内容|动态|动静"
    "|变化|变动|更新|调整|条目|通告|公示)"
)
_COMING, _ONCE = "(?:出台|发布|公布|出来|下来|来|出|变|印发)", "(?:了|之后|以后|后)*(?:的话|的时候|时候|时)?"
_COMES = f"{_COMING}*{_ONCE}"
_KINDLY = "(?:就|再|都|也|要|您|你|记得|及时|第一时间|能不能|可以|能|给我|跟我|给俺|跟俺)*"
_TELL = (
    rf"(?:{_KINDLY}(?:请|麻烦)?{_KINDLY}(?:通知|告诉|告知|提醒|知会|说|吱)(?:给|我|俺|一声|一下|声|下)+"
    rf"|{_KINDLY}(?:请|麻烦){_KINDLY}(?:通知|告诉|告知|提醒))"
)
_GIVEN = "(?:补贴|补助|津贴|救助|优惠|奖励|名额|指标|活动)"
"""What comes anew: 有补贴了, 名额出来了."""
_CHANGES = "(?:变化|变动|更新|调整|动静|动态|消息|新内容|新消息|新情况)"
_NEWS = (
    rf"有了?(?:新|最新)(?:的|出的?|一批)?(?P<inner>.{{0,15}}?){_OF}{_WHAT}?{_COMES}"
    rf"|有了?(?P<late>.{{1,15}}?)的?新(?:的|出的)?{_WHAT}{_COMES}"
    rf"|(?:有|出|发)了?(?:新|最新)(?:的|出的)?{_WHAT}{_COMES}"
    rf"|(?:新|最新)(?:的|出的)?{_WHAT}{_COMING}{_ONCE}"
    rf"|(?:有了?)?{_CHANGES}{_COMES}"
    rf"|(?:再|又)?有(?P<given>.{{0,10}}?{_GIVEN})了{_COMES}|(?P<come>.{{0,10}}?{_GIVEN})(?:出来|放开|开始)了{_COMES}"
)
_TOLD = re.compile(rf"{_PLEASE}(?P<wanted>.{{0,20}}?){_OF}(?:{_NEWS}){_TELL}{_ENDING}")
_HOW = "(?:怎么|怎样|如何|在哪里?|哪里)?(?:才)?(?:能够|能|可以)?"
_OF_WHAT = rf"(?:一下|下|一个|个|你们的|您们的)*(?:关于|有关)?(?P<wanted>.{{0,20}}?){_OF}新?的?{_WHAT}*"
_SUBSCRIBED = re.compile(rf"{_PLEASE}{_HOW}订阅{_OF_WHAT}{_ENDING}")
_SUBSCRIBED_LAST = re.compile(
    rf"(?P<wanted>.{{1,20}}?){_OF}{_WHAT}*(?:我|俺|想|要)*{_HOW}订阅(?:一下)?{_ENDING}"
)
_ENDING_IT = "(?:取消|退掉|退了|关掉|停掉|停了|删掉|删除|不想|不要|不用|别)"
_ENDED = re.compile(
    rf"{_PLEASE}(?:怎么|如何)?(?:把)?{_ENDING_IT}(?:再|要|我|的|给)*.{{0,15}}?的?(?:订阅|通知)(?:我|了)*{_ENDING}"
    rf"|{_PLEASE}(?:怎么|如何)?(?:把)?.{{0,15}}?的?订阅(?:给我|都|全|全部)*{_ENDING_IT}(?:了|掉)*{_ENDING}"
    rf"|{_PLEASE}(?:怎么|如何)?退订.{{0,15}}"
)
_QUESTION = re.compile(
    "什么|啥|怎么|怎样|如何|哪|谁|多少|几|是否|是不是|为何|吗|呢|我|俺|咱|他|她|家里|自己|订阅|告诉|通知"
)
_ELSEWHERE = re.compile(
    "[日晚]报|报纸|报刊|期刊|杂志|刊物|公众号|会员|套餐|电视|课程|流量|话费|宽带|网费|彩铃|牛奶|外卖|快递|机票|车票|门票"
    "|酒店|宾馆|客房|停[电水气]|[书报刊]$|^号"
)
"""What is subscribed to, or ordered, from others than this bot."""
_OWN = re.compile("[我俺咱他她](?:们?的|家)")
"""Somebody's own case: no document tells how far that is."""
_LAST_WHAT = re.compile(f"的?(?:{_WHAT})+$")
_NO_TOPIC = re.compile(
    "(?:这个|这些|这类|这方面|那个|那方面|此类|一切|所有|全部|任何|各种|优惠|新|补贴|补助|名额|指标|活动|救助|奖励|津贴)*"
)


@dataclass(frozen=True, slots=True)
class SubscriptionWish:
    """A wish to be told of what is new, or of nothing more."""

    wanted: str = ""
    """A topic, department or document; empty where none is named."""
    ends: bool = False
    """Whether somebody wants to be told no more."""


def subscription_wish(typed: str) -> SubscriptionWish | None:
    """What words ask for that ask to be told of news and say nothing else; else they are a question.

    Example: "养老有新政策告诉我一声" -> 养老; "取消订阅" -> ends; "有什么新政策告诉我" -> None
    """
    bare = "".join(sign for sign in typed if unicodedata.category(sign)[0] in "LN" or sign in _KEPT_SIGNS)
    if len(bare) > _MOST_SIGNS:
        return None
    if _ENDED.fullmatch(bare):
        return None if _ELSEWHERE.search(bare) else SubscriptionWish(ends=True)
    if _OWN.search(bare):
        return None
    for form in (_SUBSCRIBED, _TOLD, _SUBSCRIBED_LAST):
        match = form.fullmatch(bare)
        wanted = _named(match) if match else None
        if wanted is not None:
            return SubscriptionWish(wanted)
    return None


def _named(match: re.Match[str]) -> str | None:
    """What is wanted of a match, "" where nothing is named; None where the words ask for something else."""
    named = next((words for words in match.groupdict().values() if words), "")
    wanted = _LAST_WHAT.sub("", named.strip("的"))
    if _QUESTION.search(wanted) or _ELSEWHERE.search(wanted):
        return None
    return "" if _NO_TOPIC.fullmatch(wanted) else wanted
