"""What `wenzheng eval` says."""

HELP = {
    "eval": "用一份有标准答案的题目评测回答质量",
    "file": "题目文件，每行一道 JSON 题",
    "show": "列出每一道失分的题：排在第一的是什么，为什么",
    "baseline": "与一份留下的报告逐题比较；或与单用一路的基线比较：bm25、vector",
    "compare": "逐题比较两份留下的报告",
    "name": "报告存成什么名字；默认是题目文件的名字加时间",
    "out": "报告存在哪个文件夹；默认在数据文件夹的 evaluations 里",
    "as_of": "按哪一天判断是否有效，如 2024-07-22；默认今天",
    "region": "提问人所在地区，如 周村",
    "without_questions": "不用口语问法，看只凭文件原文能答多少",
    "without_own_questions": "每道题都不用答案所在文件的口语问法，看刚添加的文件能答多少",
}
FILE_OR_COMPARE = "请给一份题目文件，或用 --compare 指出两份报告，两样只能选一样。"
KEPT = "报告已存为 {path}（同名 .md 供阅读）"
NOT_KEPT = "报告存不了：{path}（{reason}）。请用 --out 换一个能写的文件夹。"
BAD_NAME = "报告的名字“{name}”不能用：不能含斜杠，也不能是基线的名字 bm25、vector。请换一个。"

SET_NOT_UTF8 = "题目文件 {path} 不是 UTF-8 编码。请另存为 UTF-8 再试。"
SET_NOT_JSON = "题目文件 {path} 第{line}行不是 JSON 对象。每行应是一道题，至少有 id、q、gold。"
SET_FIELD = (
    "题目文件 {path} 第{line}行不是一道题：字段 {field} 缺失或不对。"
    "至少要有 id、q、gold（每项有 doc、evidence）。"
)
SET_EMPTY = "题目文件 {path} 里没有题目。请每行写一道 JSON 题。"
SET_ID_TWICE = "题目文件 {path} 里编号“{id}”出现了两次。请改成各不相同。"
REPORT_UNREADABLE = "评测报告读不了：{path}（{reason}）。请用 wenzheng eval 重新生成。"
NO_SUCH_REPORT = "没有名为“{name}”的评测报告：{path}。{near}也可以用基线 bm25、vector。"
REPORT_NEAR = "留下的报告有：{names}。"

POINTS = {
    "answered": "作答（没有误拒）",
    "hit@1": "首条命中",
    "hit@3": "前三命中",
    "department": "部门",
    "office": "科室",
    "phone": "电话",
    "facts": "数额日期",
    "strict": "全对",
    "refused": "该拒的拒了",
}
"""How each score is called."""

TITLE = "# 评测报告：{name}"
COUNTS = "{questions}道题：{answerable}道文件能答，{negatives}道答不了。"
SCORES = ("分数", "", "比率", "对/问")
REFUSALS = (
    "拒答：答不了的{negatives}道拒了{refused}道；误拒：能答的{answerable}道拒了{false}道（{rate:.3f}）。"
)
RANKS = "能答的题，答案里第一条正确措施的名次：MRR {mrr:.4f}；{hits}。"
LATENCY = "每个回答的用时：{times}。"
GROUPS = {"kind": "按题型", "user": "按提问人"}
GROUP_HEADS = {"kind": "题型", "user": "提问人"}
CALIBRATION = "把握与实际（校准）"
CALIBRATION_HEAD = ("把握", "答了", "首条对", "比率", "平均把握", "拒了", "其中该拒")
CALIBRATION_SUM = (
    "答了的题，把握与对错之差：期望校准误差 {error:.3f}，Brier {brier:.3f}（越小越好）。"
    "把握是“首条措施能回答”的可能性。"
)
OPTIONS = "怎么测的"
LOSSES = "失分的题"
NO_LOSSES = "没有失分的题。"
LOSS = "- {id} {kind} 失 {lost}：{q}\n  - 得到：{got}\n  - {why}"
STATUSES = {"answered": "作答", "clarify": "反问", "not_covered": "拒答", "chat": "寒暄"}
SAME_TEST = "两次只差在：{differences}。"
SAME_OPTIONS = "两次的条件相同。"
COMPARED = "# 对比：{before} → {after}"
COMPARED_HEAD = ("分数", "", "之前", "之后", "变化")
MOVED_HEAD = ("题号", "赢得", "失去", "之前首条", "现在首条", "问题")
NOTHING_MOVED = "逐题得分都一样。"
NOT_SHARED = "只在一份报告里的题有{count}道，不比。"
