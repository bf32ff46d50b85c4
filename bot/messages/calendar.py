"""Sentences of entries for a calendar."""

SUMMARY = "{title}：{said}"
TERM_ENDS = "政策有效期的最后一天"
DEADLINE_ENDS = "完成时限（{deadline}）"
SOURCE = "依据：{number}{item}"
CHECK = "以文件原文和主管部门答复为准。"
