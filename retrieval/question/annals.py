"""Whether a question is about people, their posts or events, of which appointments and chronicles tell."""

import re

_PEOPLE = re.compile(
    r"任命|任免|免[去了职]|任职|上任|当选|一把手|二把手|[区市县局部]领导|书记|[区市县局厅]长(?!质量)|主任|职务|调[到任走]|"
    r"(?:改|换)到?哪个单位|谁(?:当|接任|去当)|干部|挂职|退休"
)
_EVENTS = re.compile(
    r"大事记|开[过了]?[什啥]?么?会|调研|视察|考察|座谈|会见|签约|揭牌|开幕|剪彩|活动|"
    r"(?:发生|办|干|做)了(?:什么|啥|哪些)|去了哪|几[月号日].{0,8}(?:什么|啥|哪些)(?:事|会)|\d{1,2}[日号]"
)


def asks_for_annals(text: str) -> bool:
    """Whether a plain question asks about people, posts or events.

    Example: "谁当了区卫生健康局局长" -> True; "低保多少钱" -> False
    """
    return bool(_PEOPLE.search(text) or _EVENTS.search(text))
