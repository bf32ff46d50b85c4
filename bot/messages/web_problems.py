"""What the page and the interface say where a request was not done, and why a value cannot be used."""

from bot.messages import HOTLINE

PROBLEM = "请求没有办成。"
PROBLEMS = {
    400: "请求写得不对，看不懂。",
    401: "需要密钥：请在 X-API-Key 里带上。",
    403: "没有做这件事：您没有权限。",
    404: "没有您要的内容，地址可能写错了。",
    405: "这个地址不支持这种请求方式。",
    413: "发来的内容太长，最多16 kB。",
    422: "请求里有的值不能用。",
    429: "请求太频繁了，请等一会儿再试。",
    500: f"抱歉，刚才出了点问题。请稍后再试；急事请拨打{HOTLINE}。",
    503: "现在太忙或还没有准备好，请过一会儿再试。",
    507: "抱歉，现在存不下东西，您刚才要办的没有办成。提问照常可以；留言、评价请过一会儿再试。",
}
REFUSALS = {
    "role": "没有做这件事：您的账号只能看，不能修改。请找能修改的同事，或者请管理员改账号的权限。",
    "place": "您的账号只管自己地方的提问、通知和统计，这一页打不开。",
    "token": "没有做这件事：这一页放得太久，或者您后来重新登录过。请返回，刷新以后再试。",
    "question": "没有做这件事：这个提问不是在这个浏览器里问的，或者已经删除了。请重新提问。",
}
"""Why something was not done, by the kind that stands in the log."""
NOT_FORGOTTEN = "抱歉，现在写不进磁盘，您的记录还没有删除。请过一会儿再试。"
PAGE_PROBLEMS = {
    **PROBLEMS,
    413: "写得太长，没有收下。请返回，写短一些再发。",
    503: "现在提问的人太多，这一问没有处理。请过一会儿再试；急事请拨打12345。",
}
PROBLEM_TITLES = {
    403: "没有办成",
    404: "没有找到这个页面",
    413: "写得太长了",
    429: "请稍等一会儿",
    500: "出了点问题",
    503: "现在人太多了",
    507: "现在存不下东西",
}
BAD_FIELD = "{field}：这个值不能用。"
_NO_DAY = "{field}：要写成日期，例如 2026-11-21。"
_NO_NUMBER = "{field}：要写成整数。"
_NO_OBJECT = '请求体要写成 JSON 对象，例如 {{"q": "低保一年多少钱"}}，并带上 Content-Type: application/json。'
BAD_FIELDS = {
    "string_too_long": "{field}：太长了，最多{most}个字。请写短一些再发。",
    "date_parsing": _NO_DAY,
    "date_from_datetime_parsing": _NO_DAY,
    "date_type": _NO_DAY,
    "int_parsing": _NO_NUMBER,
    "int_type": _NO_NUMBER,
    "enum": "{field}：只能是 {expected} 中的一个。",
    "literal_error": "{field}：只能是 {expected} 中的一个。",
    "string_type": "{field}：要写成文字（字符串）。",
    "missing": "缺少 {field}。",
    "extra_forbidden": "没有 {field} 这个字段，请核对名称。",
    "json_invalid": _NO_OBJECT,
    "model_attributes_type": _NO_OBJECT,
    "model_type": _NO_OBJECT,
    "dict_type": _NO_OBJECT,
}
"""By the kind of fault."""
