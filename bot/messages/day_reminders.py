"""Sentences of reminders: what is promised, and what is said when the day comes near."""

ASK = "到期提醒我"
WHICH = "请先查到要提醒的那一条，再说“到期提醒我”。原文没有写以后的日期的，没法提醒。"
PROMISED = "好的，到期前提醒您：\n{lines}"
LINE = "{summary}，{day}；{tell_on}提醒"
NEAR_LINE = "{summary}，{day}；已经很近，不再另外提醒"
NEAR_ONLY = "日期已经很近，不再另外提醒，请尽快办理：\n{lines}"
NO_DAYS = "这一条没有以后的日期可以提醒。"
HERE = "到时发到这里。不想要了，发 /mine 删除。"
ONLY_REPLIES = (
    "这里只能在您发消息时回复，到那天没法主动找您：您到那时问任何问题，都会先看到提醒。"
    "不想要了，发 /mine 删除。"
)
LATELY_ONLY = (
    "公众号只许在您发消息后的48小时内给您发，到那天不一定发得到：没有收到的，您到那时问任何问题，"
    "都会先看到提醒。不想要了，发 /mine 删除。"
)
SENDS = "到时发给您；没有收到的，您到那时问任何问题，都会先看到提醒。不想要了，发 /mine 删除。"
TO_CALENDAR = "要手机自己响铃提醒，点开这个链接，加到手机的日历：\n{address}"
AHEAD = "您要的到期提醒：离{day}还有{count}天。"
TODAY = "您要的到期提醒：就是今天（{day}）。"
PAST = "您要的到期提醒：{day}已经过了。"
CHANGED = (
    "您要的到期提醒有变化：“{words}”原来的日期是{day}，现在的文件里不再是这个日期，或者这一条已经不再执行。"
    "请重新看一看，或者打电话核实。"
)
GONE = "您要的到期提醒有变化：“{words}”原来的日期是{day}，现在查不到这一条了。请向发文单位或者12345核实。"
