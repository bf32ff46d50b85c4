"""Sentences about whom to call: in danger, and where the documents do not answer."""

CALL_NOW = "请马上拨打 {numbers}"
NUMBER = "{number}（{name}）"
AND = "、"
CAUTION = "如果有人正有危险，请马上拨打 {numbers}"
CARD_TITLE = "紧急求助电话"

MATTER_CALL = "{matter}方面的事可以拨打{numbers}，其他事拨打{hotline}。"
PLACE_CALL = "可以先打{name}{number}。"
MATTER_NUMBER = "{number}{name}"
OR = "或"
DEPARTMENT_CALL = "与“{word}”有关的工作由{department}负责，可以问：{call}。"
DEPARTMENT_ALONE = "与“{word}”有关的工作由{department}负责，文件未印它的电话。"
DEPARTMENT_IN = "{department}（{region}）"

# A table that somebody of the staff has changed.

TABLE_UNREADABLE = "求助电话表读不了：{path}（{why}）。请改正这个文件，或把它移走。"
TABLE_ROW = "{row}：{why}"
NOT_TOML = "不是有效的 TOML：{why}"
NOT_UTF8 = "不是 UTF-8 编码"
BAD_VALUE = "“{column}”缺少或不合要求"
UNKNOWN_NAME = "没有“{column}”这一栏"
UNKNOWN_NUMBER = "号码{number}不在 helplines.toml 的 numbers 里"
UNKNOWN_QUIET = "quiet 里没有“{name}”"
BAD_SIGN = "词句“{sign}”写法不对：是空的，或用了没有的词表"
NOT_RECOGNISED = "例句“{example}”没有认成这一行"
WRONGLY_RECOGNISED = "反例“{example}”被认成了这一行"
