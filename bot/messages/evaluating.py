"""What `wenzheng eval` says."""

HELP = {
    "eval": "用一份有标准答案的题目评测回答质量",
    "file": "题目文件，每行一道 JSON 题",
    "show": "列出每一道失分的题",
    "baseline": "与以前留下的哪份报告逐题比较",
    "compare": "逐题比较两份报告",
    "name": "报告存成什么名字；默认与题目文件同名",
    "out": "报告存在哪个文件夹；默认在数据文件夹的 evaluations 里",
    "as_of": "按哪一天判断是否有效；默认今天",
    "without_questions": "不用口语问法，看只凭文件原文能答多少",
}
FILE_OR_COMPARE = "请给一份题目文件，或用 --compare 指出两份报告，两样只能选一样。"
KEPT = "报告已存为 {path}"
NOT_KEPT = "报告存不了：{path}（{reason}）。请用 --out 换一个能写的文件夹。"
