"""Sentences about what the staff fill in: in answers and on the desk."""

HEAD = "办事信息（工作人员填写，不是文件原文）："
KINDS = {
    "materials": "办理材料",
    "address": "办理地址",
    "hours": "办公时间",
    "online": "网上办理",
    "map": "地图",
}
"""By the kind of the field."""
LINE = "{name}{whose}：{words} （由{by}{day}填写）"
WHOSE = "（{department}）"

FIELDS = "办事信息"
LEAD = (
    "文件没有印的材料、地址、办公时间、网上办理和地图链接，可以填在这里。回答里排在文件原文之后，注明谁填写、哪天；"
    "改一条或一个单位，先找到它。"
)
FIND = "找条目或单位"
FOUND_MEASURES = "条目"
FOUND_DEPARTMENTS = "单位"
FOUND_NOTHING = "没有相近的条目或单位，请换几个词再找。"
LISTED = "已经填写的（{count}）"
NONE = "还没有填写过。"
HEADER = ("条目或单位", "名称", "内容", "谁填写", "哪天", "")
CHANGE = "修改"
EXPORT = "下载表格（.xlsx）"
FORM = "填写办事信息"
FORM_LEAD = "不填的就不显示；清空一格就删掉那一条。没有改动的保留原来的填写人和日期。"
HINTS = {
    "materials": "一行一样，例如：身份证原件。最多{most}字。",
    "address": "例如：区政务服务中心二楼12号窗口。最多{most}字。",
    "hours": "例如：周一至周五 8:30—12:00、14:00—17:00，节假日除外。最多{most}字。",
    "online": "以 http:// 或 https:// 开头的网址。",
    "map": "以 http:// 或 https:// 开头的网址。",
}
BY = "谁填写的"
SAVE = "保存"
BACK = "回到办事信息"
TOO_LONG = "“{name}”最多{most}字，没有保存。"
BAD_LINK = "“{name}”应是以 http:// 或 https:// 开头的网址，没有保存。"
NOBODY = "请写明谁填写的，没有保存。"
CHANGED = "{name}：{words}"
SHEET_COLUMNS = {"条目": 28, "地区": 10, "单位": 24, "名称": 14, "内容": 60, "谁填写": 14, "哪天": 14}
"""Head -> width in characters."""
