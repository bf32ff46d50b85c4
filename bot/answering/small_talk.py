"""Greetings, thanks, help and the like: recognised whole, never as part of a question."""

import re
import unicodedata
from enum import StrEnum

from bot import messages

LONGEST = 40
"""Small talk is short; a longer message is read as a question."""


class SmallTalk(StrEnum):
    """Kinds of small talk; of several in one message the first listed decides the reply."""

    COMPLAINT = "complaint"
    WHO = "who"
    HELP = "help"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    GREETING = "greeting"
    AGREEMENT = "agreement"
    FILLER = "filler"


_REPLIES = {
    SmallTalk.COMPLAINT: messages.APOLOGY,
    SmallTalk.WHO: messages.WHO_AM_I,
    SmallTalk.HELP: messages.HELP,
    SmallTalk.THANKS: messages.THANKS,
    SmallTalk.GOODBYE: messages.GOODBYE,
    SmallTalk.GREETING: messages.GREETING,
    SmallTalk.AGREEMENT: messages.THANKS,
    SmallTalk.FILLER: messages.EMPTY_QUESTION,
}

_PHRASES = {
    SmallTalk.WHO: r"(?:你|您)是(?:谁|哪家(?:公司)?|哪个公司)(?:做|造|弄|开发|研发)(?:出来)?的"
    r"|谁(?:做|造|开发|研发)的?(?:你|您)"
    r"|(?:你|您)(?:到底)?是(?:谁|什么|啥|哪位|干什么的|干啥的|干嘛的|什么人|什么东西)"
    r"|(?:你|您)(?:谁|哪位)|(?:你|您)叫(?:什么|啥)(?:名字)?|(?:你|您)的?名字(?:是什么|叫什么)"
    r"|(?:你|您)?是(?:不是)?(?:一个|个)?(?:真人|机器人|人工|人工智能|人|ai|客服|chatgpt|大模型)"
    r"(?:吗|么|嘛|还是(?:真人|机器人|人))?"
    r"|(?:自我)?介绍(?:一下)?(?:你|您)?(?:自己)?|whoareyou",
    SmallTalk.HELP: r"帮助|help|怎么用|咋用|怎么使用|如何使用|使用说明|使用方法|用法|功能|菜单"
    r"|(?:你|您|这个?)?(?:都|还)?(?:能|会|可以)(?:干|做|帮我(?:做|干|查)?|查|回答|问)?(?:些|点)?(?:什么|啥)(?:问题|事)?"
    r"|我?(?:能|可以)问(?:你|您)?(?:些|点)?(?:什么|啥)(?:问题)?|(?:你|您)?(?:能|会|可以)?(?:不能)?(?:陪我)?(?:聊天|聊聊天?|说说话|唠唠?嗑)(?:吗|么|不)?|有(?:什么|啥)功能|(?:怎么|咋)问",
    SmallTalk.THANKS: r"(?:非常|十分|太|多|万分)?(?:谢+|感谢)(?:你|您|谢)*|(?:辛苦|麻烦)(?:你|您)?"
    r"|thanks?|thankyou|thx|xiexie",
    SmallTalk.GOODBYE: r"再见|拜+|回见|bye|退出",
    SmallTalk.GREETING: r"(?:你|您|大家)好+|哈[喽啰罗]|嗨+|喂+|hi+|hello|hey|在(?:吗|么|不在)"
    r"|有人(?:在)?(?:吗|么|没有?|不)|(?:早上|上午|中午|下午|晚上)好|早安?|晚安|打扰(?:一下)?|请?问(?:一下)?|我?想?(?:问|咨询)(?:一下)?|start|nihao|ninhao",
    SmallTalk.AGREEMENT: r"好+的?|行+|可以|嗯+|哦+|噢+|知道|明白|懂|收到|了解|ok(?:ay)?|没事|没有|不用"
    r"|算了|不问了|对+|是的?",
    SmallTalk.FILLER: r"同志|师傅|老师|小问|问政|机器人|朋友|领导|小?助手|客服|那|啊|呀|呢|哈|吧"
    r"|了|啦|的|嘞|哎|唉|闺女|姑娘|大姐|大哥|大爷|大妈|小伙子?|美女|帅哥|亲",
}
_TOKENS = tuple((talk, re.compile(phrase, re.IGNORECASE)) for talk, phrase in _PHRASES.items())
_COMPLAINT = re.compile(
    r"(?:破|烂|傻|蠢|笨|垃圾)机器人|滚|傻[逼bB叉]|(?:你|您|他妈).{0,2}(?:傻|蠢|笨|白痴|废物|骗子|垃圾|弱智|脑残|有病|猪)"
    r"|什么(?:玩意|东西|破)|答的?(?:啥|什么|都是)|^你?(?:到底)?(?:会不会|懂不懂|行不行)(?:啊|呀|吗)?$|(?:真|太|好)(?:没用|差劲|垃圾|笨|蠢|烂)|没用的东西|气死|tmd|cnm|nmsl"
    r"|^(?:废物|垃圾|白痴|骗子|蠢货|笨蛋|有病)",
    re.IGNORECASE,
)
_MATTER = re.compile(r"补|政策|电话|多少|哪|低保|怎么办|举报|投诉")
"""A complaint with one of these words asks something all the same."""


def reply(question: str) -> str | None:
    """What to say to small talk, with examples; None when the message asks something.

    Example: "你好！" -> a greeting; "你好，旧冰箱换新有补贴吗" -> None
    """
    talk = recognised(question)
    return messages.with_examples(_REPLIES[talk]) if talk else None


def recognised(question: str) -> SmallTalk | None:
    """The kind of small talk that makes up the whole message, or None.

    Example: "行，谢谢啊" -> SmallTalk.THANKS
    """
    words = re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", question))
    if not words or len(words) > LONGEST:
        return None
    if _COMPLAINT.search(words) and not _MATTER.search(words):
        return SmallTalk.COMPLAINT
    kinds, start = set(), 0
    while start < len(words):
        talk, start_next = _token(words, start)
        if talk is None:
            return None
        kinds.add(talk)
        start = start_next
    return next(talk for talk in SmallTalk if talk in kinds)


def _token(words: str, start: int) -> tuple[SmallTalk | None, int]:
    """The longest phrase that begins at `start` and where it ends."""
    best: tuple[SmallTalk | None, int] = (None, start)
    for talk, pattern in _TOKENS:
        match = pattern.match(words, start)
        if match and match.end() > best[1]:
            best = (talk, match.end())
    return best
