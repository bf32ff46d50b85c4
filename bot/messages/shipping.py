"""Words about many files that are brought at once, and the report about them."""

OUTCOMES = {
    "stored": "存入",
    "waiting": "待审核",
    "known": "已有",
    "copy": "重复",
    "refused": "没有读成",
    "skipped": "略过",
    "ready": "待存入",
}
"""What came of a file."""
DOUBTFUL = "存疑"
COPY_OF = "与“{file}”文字相同，只存一份，两个来源都记下"
SAME_AS_KEPT = "与已存入的“{file}”文字相同，两个来源都记下"
RIVALS = "这一批里还有别的文件也是“{number}”，发布日期较晚的为准"
REPEALED = "“{by}”写明废止本文件"
CHANGED = "读过以后文件又变了，请再运行一次"
NOTHING_INSIDE = "里面没有文件"

SUM = "共{files}个文件{counts}。"
COUNT = "{name}{count}个"
DOUBTFUL_COUNT = "其中存疑{count}个"
LINE = "{file}：{why}"
MORE = "另有{count}个，写明在报告里（--report FILE）"
REPORTED = "报告已写到 {path}。"
REPORT_FAILED = "报告写不了：{path}（{cause}）。请换一个位置。"
REPORT_SUFFIX = "--report 要写成 .html 或 .xlsx 文件：{path}"
STOPPED = "已停下。存入的都在；再运行一次，从停下的地方继续。"
ASK = "是否存入这{count}个文件？(y/n) "

TITLE = "添加文件的报告"
MADE = "{day}，{sum}"
COLUMNS = {"文件": 60, "结果": 12, "文号": 26, "标题": 50, "说明": 80}
"""Head -> width in characters."""
