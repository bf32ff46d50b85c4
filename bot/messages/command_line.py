"""Sentences of the command line and of the chat in a terminal."""

CHAT_HEAD = "问政 · 用平常的话提问；/help 用法，/full 1 看第1条全文，/quit 退出"
CHAT_PROMPT = "您问："
CHAT_HELP = (
    "直接输入问题，按回车。\n"
    "/full 1  看上一次回答中第1条的全文（可换成2、3……）\n"
    "/eligible 回答几个短问题，看能用上哪些政策\n"
    "/dept 区商务局、/tasks 区商务局、/due、/doc 11号文、/measure 编号、/region 周村、/reset\n"
    "/help    看这段说明\n"
    "/quit    退出，也可以按 Ctrl-D"
)
CHAT_UNKNOWN_COMMAND = "没有这个命令。输入 /help 查看用法，或直接提问。"
CHAT_BYE = "再见。"
CHAT_NOTHING_TO_SHOW = "上一次回答里没有第{ordinal}条。请先提问，再用 /full 1 查看全文。"
INDEX_READY = "索引已就绪：{place}，共{measures}条。"
INDEX_BUNDLED = "{count}段文字的向量已写入：{path}"
INDEX_BUILDING = "正在建立索引"
BATCH_NOT_JSON = "这一行不是有效的 JSON"
BATCH_NOT_UTF8 = "这一行不是 UTF-8 编码"
BATCH_NOT_OBJECT = '这一行不是 JSON 对象，应形如 {"id": "q1", "q": "问题"}'
BATCH_NOT_TEXT = "字段 {field} 缺失或不是字符串"
CLI_DESCRIPTION = "问政：用平常的话查政府文件，答原文、出处、有效期和联系电话。"
CLI_COMMAND = "命令"
CLI_NO_QUESTION = "没有问题。请写 wenzheng ask 问题，或 wenzheng ask --batch 文件。"
CLI_QUESTION_AND_BATCH = "问题和 --batch 只能选一个。"
CLI_BAD_DATE = "日期应写成 2024-07-22 这样的形式，不是“{value}”"
CLI_UNREADABLE_FILE = "读不了文件：{path}（{cause}）。请检查路径和权限。"
CLI_CAUSES: dict[type[OSError], str] = {
    FileNotFoundError: "没有这个文件",
    IsADirectoryError: "这是一个目录",
    PermissionError: "没有读取权限",
}
CLI_NOT_INSTALLED = "wenzheng（未安装，版本不明；请先运行 make setup）"
CLI_NO_SUCH_ENTRY = "没有编号为“{name}”的文件或条目。{near}用 wenzheng corpus list 查看全部文件。"
CLI_NEAR = "相近的有：{names}。"
CLI_NO_CORPUS = "找不到文件目录：{path}。请检查 WENZHENG_CORPUS。"
CLI_NO_SUCH_REGION = "{why}请改用其中一个（WENZHENG_REGION 或 --region），或不设地区。"
CLI_EMPTY_CORPUS = "文件目录里没有可用的文件：{path}。请检查 WENZHENG_CORPUS。"
CLI_HELP = {
    "version": "显示版本号",
    "ask": "提一个问题，或用 --batch 成批提问",
    "question": "问题",
    "json": "输出 JSON",
    "explain": "说明得分从何而来、为什么这样判定",
    "batch": "每行一个 JSON 问题的文件，- 为标准输入",
    "as_of": "按哪一天判断是否有效，如 2024-07-22；默认今天",
    "region": "提问人所在地区，如 周村",
    "chat": "在终端里对话",
    "index": "建立或更新索引",
    "bundle": "把自带文件的向量写进代码库",
    "corpus": "文件：添加、查看、撤下、核对，守文件夹，跟踪网站",
    "list": "列出全部文件",
    "show": "显示一份文件或一条措施的全文",
    "show_id": "文号，或“文号#条目”",
    "serve": "启动网页和接口；设了令牌时同时启动 Telegram 机器人",
}
LIST_MEASURES = "{count}条"
LIST_SOURCE = "来源：{source}"
LIST_PAGE = "在原件第{page}页"


def cause_of(error: OSError) -> str:
    """Why the system refused, in Chinese where that is frequent."""
    return CLI_CAUSES.get(type(error), error.strerror or str(error))


def unreadable_file(path: object, error: OSError) -> str:
    """One line about a file that cannot be read.

    Example: ("q.jsonl", FileNotFoundError()) -> "读不了文件：q.jsonl（没有这个文件）。请检查路径和权限。"
    """
    return CLI_UNREADABLE_FILE.format(path=path, cause=cause_of(error))


CORPUS_HELP = {
    "add": "添加文件：先显示读出的内容，确认后存入",
    "add_files": "文件、文件夹或压缩包（.zip .7z .rar，邮件 .eml）",
    "add_region": "文件所属地区，如 周村；不写时从文件中判断",
    "add_replaces": "新文件取代的旧文件的文号，可写多次",
    "add_yes": "不再询问，直接存入",
    "add_report": "把每个文件的结果写到这个 .html 或 .xlsx 文件，可写两次",
    "remove": "移除添加过的文件；它取代的旧文件恢复为现行",
    "remove_number": "文号",
    "list_json": "每行一份文件的 JSON",
    "check": "逐字核对原件：每个字都有归处，没有读入的逐项列出；列出存疑之处",
    "export": "导出全部条目",
    "export_format": "jsonl：每行一条；csv、xlsx：台账",
    "export_output": "写到这个文件；不写时输出到屏幕",
}
REMOVED = "已移除：{number}。"
REMOVED_RESTORED = "已移除：{number}。此前的版本恢复为现行。"
REMOVE_BUNDLED = (
    "“{number}”是自带文件，不能移除。如已被新文件取代，请用 wenzheng corpus add 新文件 --replaces {number}。"
)
LIST_REPLACED = "已被替代（{by}）"
LIST_REPLACED_BY_VERSION = "已被新版本替代"
CHECK_SOURCE = "{source}：{characters}字，{counts}；{verdict}"
CHECK_KINDS = {"head": "文头", "clause": "正文", "measure": "条目", "tail": "落款", "furniture": "版面"}
CHECK_KIND = "{kind}{count}"
CHECK_WHOLE = "一字不缺"
CHECK_READ_WHOLE = "读入的一字不缺，未读入的如下"
CHECK_SCANNED = "认出的字都有归处；有没有认错、漏认，请对照原件"
CHECK_LOST = "遗漏{count}字"
CHECK_UNREAD = "原件里还有{count}字没有读到，也没有列入未读入的内容：请核对原件，重新添加或改用别的格式"
CHECK_UNREAD_STRETCH = "  没有读到：{words}"
CHECK_STRETCH = "  遗漏：{words}"
CHECK_CONTESTED = "  归处不一：{words}"
CHECK_SUM = (
    "共{sources}个来源、{characters}字，遗漏{lost}字，未读入{left_out}处（已逐项列出），存疑{doubts}处。"
)
CHECK_UNREADABLE = "{path}：存入的文件已损坏，读不了。请移走这个文件夹，重新添加原文件。"
EXPORTED = "已导出{count}条：{path}"
EXPORT_TO_SCREEN = "xlsx 不能显示在屏幕上。请用 -o 指定文件。"
EXPORT_FAILED = "写不了文件：{path}（{cause}）。请检查路径、权限和磁盘空间。"
