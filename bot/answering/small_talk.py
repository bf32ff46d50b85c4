"""Greetings, thanks, help and the like: recognised whole, never as part of a question."""

import re
import unicodedata
from enum import StrEnum

from bot import messages
from bot.messages.talk import HELP_COMMANDS

LONGEST = 40
"""Small talk is short; a longer message is read as a question."""


class SmallTalk(StrEnum):
    """Kinds of small talk; of several in one message the first listed decides the reply."""

    MISUSE = "misuse"
    """How to cheat, forge or break in: refused at once, whatever stands beside it."""
    COMPLAINT = "complaint"
    WHO = "who"
    HELP = "help"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    GREETING = "greeting"
    AGREEMENT = "agreement"
    FILLER = "filler"
    LINK = "link"
    """Words that say nothing by themselves, 我 and 就: small talk only beside other small talk."""


_REPLIES = {
    SmallTalk.MISUSE: messages.MISUSE,
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
    SmallTalk.THANKS: r"(?:非常|十分|真是|真|太|多|万分|可)?(?:谢+|感谢)(?:你|您|恁|谢)*"
    r"|(?:太)?(?:辛苦|麻烦|劳烦|打搅|叨扰)(?:你|您|恁)?|劳驾|有劳|费心|添麻烦|有心(?=了|啦)|受累|多亏(?:你|您|恁)"
    r"|thanks?|thankyou|thx|xiexie",
    SmallTalk.GOODBYE: r"再见|再会|拜+|回见|bye|退出"
    r"|(?:回头|改天|改日|下回|下次|有空|明儿个?|过后|以后)(?:有空|有事)?(?:再|来)?(?:来)?(?:唠唠?|聊聊?|说|见|问|找)(?:你|您|恁)?"
    r"|(?:早点?)?歇(?:着|息|会儿?|一会儿?)|慢走|留步"
    r"|不(?:打扰|耽误|麻烦)(?:你|您|恁)?|(?:先)?(?:忙|走|撤|挂)(?=了|啦|咯|吧|哈)",
    SmallTalk.GREETING: r"(?:你|您|大家)好+|哈[喽啰罗]|嗨+|喂+|hi+|hello|hey|在(?:吗|么|不在)"
    r"|有人(?:在)?(?:吗|么|没有?|不)|(?:早上|上午|中午|下午|晚上)好|早安?|晚安|打扰(?:一下)?|请?问(?:一下)?|我?想?(?:问|咨询)(?:一下)?|start|nihao|ninhao",
    SmallTalk.AGREEMENT: r"好+的?|行+|中+|成+|可以|得劲|妥(?:当|帖|妥)?|得(?=嘞|了|咯|啦)"
    r"|(?:嗯|恩)+|哦+|噢+|喔+|(?:都|全)?(?:知道|晓得|明白|清楚|懂|了解|记住|记下来?|收到|有数)|(?:心里|心中)有(?:数|底)|ok(?:ay)?"
    r"|(?:都|可)?(?:问|弄|搞|整|闹|听|看)(?:清楚|明白|懂)|不(?:孬|赖|错|差)|没毛病|没的说|没说的|巴适|妥(?:当|妥)的"
    r"|真棒|厉害|给力|赞|真行|原来如此|这样啊|难怪|怪不得"
    r"|没有|没(?:有)?(?:什么|啥|别的|其他|其它)+(?:事儿?|问题|要问的?)?|没(?:事儿?|问题|要问的)|不用|要得|算(?=了|啦|咯)|不问|对+|是的?|先?(?:就|就先)?(?:这样|这么着)(?!呢)",
    SmallTalk.FILLER: r"同志|师傅|老师儿?|小问|问政|机器人|朋友|领导|小?助手|客服|那|啊|呀|呢|呐|呗|哈|吧"
    r"|了|啦|的|嘞|咧|咯|哩|哒|滴|勒|喽|哎|唉|欸|闺女|姑娘|大姐|大哥|大爷|大妈|大娘|大叔|哥|姐|叔|姨|小伙子?|美女|帅哥|亲|老板|老乡|兄弟|妹子",
    SmallTalk.LINK: r"我|俺|咱|恁|您|你(?=真|太|可)|让|给|这(?:下|回)|可|先|就|挺|真|很|太",
}
_TOKENS = tuple((talk, re.compile(phrase, re.IGNORECASE)) for talk, phrase in _PHRASES.items())
_COMPLAINT = re.compile(
    r"(?:破|烂|傻|蠢|笨|垃圾)机器人|滚|傻[逼bB叉]|(?:你|您|他妈).{0,2}(?:傻|蠢|笨|白痴|废物|骗子|垃圾|弱智|脑残|有病|猪)"
    r"|什么(?:玩意|东西|破)|答的?(?:啥|什么|都是)|^你?(?:到底)?(?:会不会|懂不懂|行不行)(?:啊|呀|吗)?$|(?:真|太|好)(?:没用|差劲|垃圾|笨|蠢|烂)|没用的东西|气死|tmd|cnm|nmsl"
    r"|^(?:废物|垃圾|白痴|骗子|蠢货|笨蛋|有病)(?:东西|玩意儿?|机器人|系统|软件|程序|回答)?[吧啊呀吗么了]*$|草泥马|操你|日你|妈的$|狗屁|放屁|吃干饭|^你?去死吧?$|^你们?去死",
    re.IGNORECASE,
)
_MISUSE = re.compile(
    r"(?:怎么|咋|如何|怎样|教我|帮我|给我|替我|想)[^，。？?]{0,6}(?:"
    r"骗(?:取|领)?(?:到)?(?:补贴|补助|低保|医保|社保|贷款)|套取?(?:补贴|补助|医保)|[逃偷漏]税|(?:造|做|买|弄|编|办|开|伪造)个?[一张份]?假(?:证|票|发票|证明|材料|合同|章)"
    r"|伪造|(?:破解|黑进|入侵|攻击)[^，。？?]{0,8}(?:系统|网站|密码|账号|平台|数据库|服务器)|(?:做|造|买到?|制作?)(?:炸药|炸弹|冰毒|毒品|枪)|(?:炸药|炸弹|冰毒|毒品)怎么(?:做|造|制|买))"
    r"|^(?:炸药|炸弹|冰毒|毒品)(?:怎么|咋|如何)(?:做|造|制|买|弄)"
)
_AGAINST_IT = re.compile(r"举报|防|查处|处罚|处理|认定|识别|避免|打击|罚|投诉|被骗|赔")
"""A question about how it is dealt with."""
_MATTER = re.compile(r"补|政策|电话|多少|哪|低保|怎么办|举报|投诉")
"""A complaint with one of these words asks something all the same."""


def reply(question: str) -> str | None:
    """What to say to small talk, with examples; None when the message asks something.

    Help lists the commands too.

    Example: "你好！" -> a greeting; "你好，旧冰箱换新有补贴吗" -> None
    """
    talk = recognised(question)
    if talk is None:
        return None
    listed = f"\n\n{HELP_COMMANDS}" if talk is SmallTalk.HELP else ""
    return messages.with_examples(_REPLIES[talk]) + listed


def recognised(question: str) -> SmallTalk | None:
    """The kind of small talk that makes up the whole message, or None.

    Example: "行，谢谢啊" -> SmallTalk.THANKS
    """
    words = re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", question))
    if not words or len(words) > LONGEST:
        return None
    if _MISUSE.search(words) and not _AGAINST_IT.search(words):
        return SmallTalk.MISUSE
    if _COMPLAINT.search(words) and not _MATTER.search(words):
        return SmallTalk.COMPLAINT
    kinds, start = set(), 0
    while start < len(words):
        talk, start_next = _token(words, start)
        if talk is None:
            return None
        kinds.add(talk)
        start = start_next
    if SmallTalk.LINK in kinds and kinds <= {SmallTalk.LINK, SmallTalk.FILLER}:
        return None
    return next(talk for talk in SmallTalk if talk in kinds)


def _token(words: str, start: int) -> tuple[SmallTalk | None, int]:
    """The longest phrase that begins at `start` and where it ends."""
    best: tuple[SmallTalk | None, int] = (None, start)
    for talk, pattern in _TOKENS:
        match = pattern.match(words, start)
        if match and match.end() > best[1]:
            best = (talk, match.end())
    return best
