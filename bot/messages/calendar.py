"""Sentences of entries for a calendar."""

SUMMARY = "{title}：{said}"
TERM_ENDS = "政策有效期的最后一天"
DEADLINE_ENDS = "完成时限（{deadline}）"
STATED_ENDS = "最后一天（{words}）"
SOURCE = "依据：{number}{item}"
CHECK = "以文件原文和主管部门答复为准。"
COUNTED_ENDS = "从{start}算起的第{count}个工作日"
UNPUBLISHED = (
    "{year}年的放假安排还没有公布，或者本程序还没有更新，这个期限的最后一天算不出来，请向承办单位核实。"
)
COUNTED_SPAN = "“{clause}”"
