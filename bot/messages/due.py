"""Sentences about what is due: in chats, on the desk and in the table."""

LINE = "{ordinal}. {day}{time}（原文“{words}”）〔{role}〕{title}（{number}{item}）{state}"
LAST_DAY = "{day}，"
TODAY = "今天到期"
TIMES = {
    "overdue": "时限已过{days}天",
    "this_month": "本月到期，还有{days}天",
    "next_month": "下月到期，还有{days}天",
    "later": "还没有到期",
    "undated": "没有写明哪一天",
}
STATE = "；{state}"
SUPERSEDED = "这份文件已被废止或已有新文件"
EXPIRED = "这份文件已于{until}到期"
STATES = {
    "expired": "这份文件已失效",
    "not_yet": "这份文件尚未施行",
    "draft": "这份文件是征求意见稿",
}
"""By the state of the measure."""
NOBODY = "文件没有写承办单位"

ALONE = "只算单列的时限，写在正文句子里的日子请看全文"
HEAD = "到期事项（{regions}，{day}）"
COUNTS = (
    "{counts}。按单位列出牵头或负责的事，早到期的在前，文件已被废止或取代的在最后；"
    f"月份按当月最后一天算，以文件原文为准。{ALONE}。"
)
COUNT = {"overdue": "时限已过{count}项", "this_month": "本月到期{count}项", "next_month": "下月到期{count}项"}
NOT_TOLD = "时限已过的是否已经完成，文件里没有写。"
NONE = f"{{regions}}的文件里，没有{{when}}的任务（{ALONE}）。"
DUE_SOON = "时限已过、本月或下月到期"
IN_SPAN = "{span}的共{count}项"
OVERDUE = "时限已过"
ON = "{last}到期"
FROM_TO = "{first}至{last}到期"
UNTIL = "{last}以前到期"
BESIDE = "另有时限已过{count}项，说“{said}”看这些。"
OVERDUE_SAID = "{name}逾期的任务有哪些"
OWED = "您问的如果是自己要向{name}交的钱，手头的文件里没有写哪天交、交多少。"
OWN_TASKS = "要看{name}自己要完成的任务，请说“{said}”。"
TASKS_SAID = "{name}{days}到期的任务有哪些"
WHOSE = "请写上是哪个部门，例如：区商务局本月有哪些任务到期"
DEPARTMENT = "{name}（{region}）"
TASKS_HEAD = "{name}（{region}）写明时限的任务"
TASKS_COUNTS = f"共{{count}}项：{{counts}}。月份按当月最后一天算，以文件原文为准。{ALONE}。"
TASKS_COUNT = {
    "overdue": "时限已过{count}项",
    "this_month": "本月到期{count}项",
    "next_month": "下月到期{count}项",
    "later": "还没有到期{count}项",
    "undated": "没有写明哪一天{count}项",
}
TASKS_REST = "全部任务（含没有写时限的）请发：/dept {name}"
TASKS_NONE = (
    "手头的文件没有给{name}的任务单列时限（写在正文句子里的日子请看全文）。全部任务请发：/dept {name}"
)

SHEET_TITLE = "到期事项"
SHEET_COLUMNS = {
    "地区": 10,
    "单位": 22,
    "角色": 8,
    "最后一天": 12,
    "情况": 18,
    "原文时限": 24,
    "任务": 60,
    "文号": 22,
    "条目": 14,
    "文件效力": 26,
    "进展": 40,
    "是否办结": 10,
    "谁说的": 14,
    "记录人": 14,
    "记录时间": 18,
}
"""Head -> width in characters."""
YES, NO = "已办结", "未办结"
