"""Sentences about the 12345 hotline: its files, its webhook, its page at the desk."""

HOTLINE = "12345"
COLUMNS = {
    "id": "编号",
    "status": "状态",
    "question": "问题",
    "answer": "答案",
    "department": "答复单位",
    "region": "地区",
    "source": "依据",
    "approved_by": "核准人",
    "checked": "核对日期",
    "changed": "改动标记",
}
"""Names of the interface -> heads of the columns."""
STATUSES = {"unanswered": "未答复", "stored": "未核准", "approved": "已核准"}

ROW_FAULT = "第{number}行：{fault}"
MORE_FAULTS = "另有{count}处。"
TOO_MANY_ROWS = "最多{most}行，没有导入。"
TOO_LARGE = "表格展开后太大，没有导入。"
NO_ROWS = "文件里没有问题，没有导入。"
NO_WORKBOOK = "这不是能打开的 .xlsx 表格，没有导入。"
NO_JSON = "这不是本程序导出的那种 JSON，没有导入。"
NO_COLUMN = "表格第一行缺少这些列：{names}。请用导出的表格填写。"
BAD_ID = "编号只能用字母、数字、点、横线、下划线、冒号，最多64个"
ID_TWICE = "编号“{id}”在文件里出现了两次"
TOO_LONG = "“{name}”最多{most}字"
NO_QUESTION = "没有写问题"
BAD_DAY = "核对日期应写成 2026-11-20 这样，不能在今天以后"
BAD_CHANGED = "改动标记被改过，请保持导出时的样子"
APPROVAL_INCOMPLETE = "写了核准人，还要有答案、答复单位和核对日期"
BAD_STATUS = "状态写的是“{said}”，按内容应是“{status}”"
UNKNOWN_ID = "没有“{id}”这个编号的提问；新的问题请把编号留空"
CHANGED_SINCE = "“{id}”在导出以后有人改过，请重新导出再改"
ALREADY_SENT = "“{id}”的答复已经发给提问的人，不能再改"
OTHER_QUESTION = "“{id}”的问题文字和这里的不一样"

LEAD = (
    "与12345热线交换问题和答案。导出的表格可以直接改了再导入，编号不变；有一行不对就全部不导入。"
    "给未答复的问题写上答案、答复单位、核准人和核对日期，导入后马上发给提问的人。"
)
EXPORT = "导出"
EXPORT_STATUS = "哪些问题"
EXPORT_ALL = "全部"
EXPORT_XLSX = "导出 .xlsx"
EXPORT_JSON = "导出 JSON"
FILE_NAME = "12345问答.{ending}"
IMPORT = "导入"
IMPORT_FILE = "文件（.xlsx 或 .json，最多{most} MB）"
IMPORT_SEND = "导入"
NO_FILE = "没有选文件。"
BAD_ENDING = "只能导入 .xlsx 或 .json 文件。"
IMPORTED = "导入完成：{changed}条有变化，{sent}个答复已交送。"
IMPORT_FAULTS = "没有导入，请改好下面各处再来："
WEBHOOK = "转办推送"
WEBHOOK_OFF = "没有设置推送地址（WENZHENG_HOTLINE_URL）。"
WEBHOOK_ON = "群众留言会推送给热线系统。等待推送：{waiting}条。"
GIVEN_UP = "下面的留言没有推送成功，不再重试："
GIVEN_UP_LINE = "第{number}号：{why}"
AGAIN = "重新推送"
KEPT = "交换过的问答（{count}）"
KEPT_NONE = "还没有。"
KEPT_HEAD = ("编号", "问题和答案", "依据", "状态", "核准", "")
APPROVED = "{by}核准，{day}核对"
CHECK = "核对无误"
CHECK_SURE = "确定：今天由我核对，答案无误"
NOT_CHECKED = "没有可以核对的答案。"
SUBJECT_IMPORT = "问答{count}条"
HTTP_STATUS = "对方答复状态{status}"
UNREACHED = "连不上对方"
API_LIKENESS = "与所问的相像程度，0到1"
"""In the description of the interface."""
