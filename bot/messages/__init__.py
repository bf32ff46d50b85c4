"""Every sentence people read: plain, courteous Chinese. Words in, words out; no decisions."""

from collections.abc import Sequence
from datetime import date

from corpus.extraction.sentence_terms import TermKind
from corpus.records import Site, State

EXAMPLES = (
    "家里旧冰箱想换新的，有补贴吗，找谁？",
    "2003年建的小区，能列入老旧小区改造吗？",
    "农村低保一年多少钱？",
)
"""Shown with greetings and help; each is answered by the bundled documents."""

HOTLINE = "12345政务服务便民热线"
TAX_HOTLINE = "12366纳税缴费服务热线"

# Small talk.

_INTRODUCTION = "您好，我是“问政”，帮您查政府公开文件：政策怎么规定、有没有到期、该找哪个部门、电话多少。"
GREETING = f"{_INTRODUCTION}\n直接用平常的话问就行，例如："
WHO_AM_I = (
    f"{_INTRODUCTION}\n我是自动查询程序，不是真人。引用的话都是文件原文，一字不改；文件里没有的，我会直说。"
    "\n您可以这样问："
)
HELP = (
    "用平常的话问一件事就行，比如想办什么、有没有补贴、归谁管。说清地方和年份，查得更准。\n"
    "我只查手头的政府公开文件，回答都注明出处、日期、是否到期和联系电话。\n您可以这样问："
)
THANKS = "不客气，有别的事随时问。比如："
GOODBYE = "再见，有事随时来问。下次可以这样问："
APOLOGY = (
    f"没帮上您的忙，抱歉。换个说法再问一次，或者直接拨打{HOTLINE}，由工作人员为您解答。您也可以试试这样问："
)

# A question that cannot be read.

EMPTY_QUESTION = "没有看到您的问题。请用一句话写下想问的事，例如："
TOO_SHORT = "字数太少，还看不出您想问什么。请多写几个字，例如："
ONLY_DIGITS = "只看到数字，还看不出您想问什么。请用一句话写下想问的事，例如："
MISUSE = (
    f"这样的事违法，我帮不了您。遇到难处，想问能申请什么、该找哪个部门，请直接说；也可以拨打{HOTLINE}。例如："
)
OTHER_LANGUAGE = (
    f"抱歉，我只能查中文文件，请用中文（或拼音）提问，也可以拨打{HOTLINE}。 Please ask in Chinese. 例如："
)

# An answer.

NOTICE = "【{day}通知】{text}"
NOTICE_UNDATED = "【通知】{text}"
LEAD_NOT_APPLICABLE = "文件写明，这一条不适用于{region}："
LEAD_EXPIRED = "此项政策已于{until}到期。"
LEAD_VOID = "发布网站已标明这份文件失效。"
LEAD_DRAFT = "这份文件还是征求意见稿，没有正式印发，不能作为办事依据。"
LEAD_NOT_YET = "此项政策自{start}起施行，现在尚未生效。"
LEAD_REGION = "以下是{region}的规定："
LEAD_OTHER_THING = "这一条写的是{said}，没有写到“{asked}”，不一定适用。"
LEAD_OTHER_REGION = "以下是{region}的文件，不是{own}的规定。"
QUOTED = "“{words}”"
SECTION = "【{name}】"
SOURCE = "依据：《{title}》（{number}）{item}，{issued}{page}"
SOURCE_UNNUMBERED = "依据：《{title}》{item}，{issued}{page}"
ORIGINAL_PAGE = "，原件第{page}页"
SCANNED = "扫描件识别，请核对原件"
PUBLISHED_AT = "发布网址：{address}"
ISSUED = "{day}发布"
ISSUE_UNSTATED = "文件未印发布日期"
TERM_IN_FORCE = "有效期：到{until}，目前有效"
TERM_EXPIRED = "有效期：已于{until}到期"
TERM_VOID = "有效期：发布网站标明已失效"
TERM_NOT_YET = "有效期：自{start}起施行，目前尚未生效"
TERM_DRAFT = "有效期：征求意见稿，尚未施行"
TERM_UNSTATED = "有效期：文件未写明有效期，是否仍在执行请向承办单位核实"
TERM_STARTED = "有效期：自{start}起施行，文件未写明有效期到何时，是否仍在执行请向承办单位核实"
TERM_UNSTATED_BUT = "有效期：整份文件未写明，引文里另有期限"
QUOTED_TERMS_LINE = "引文里的期限：{terms}"
QUOTED_TERMS = {
    (TermKind.GRANT, State.EXPIRED): "“{words}”，{until}已过，这一项已经结束",
    (TermKind.GRANT, State.IN_FORCE): "“{words}”，到{until}，目前还没有结束",
    (TermKind.GRANT, State.NOT_YET): "“{words}”，自{start}开始，现在还没到",
    (TermKind.FUND, State.EXPIRED): "“{words}”是安排资金的年份，{until}已过",
    (TermKind.FUND, State.IN_FORCE): "“{words}”是安排资金的年份，到{until}，目前还没有过",
    (TermKind.FUND, State.NOT_YET): "“{words}”是安排资金的年份，自{start}开始，现在还没到",
}
NOTICE_TERMS_LINE = "申报期限：{terms}"
NOTICE_TERMS = {
    State.EXPIRED: "“{words}”{where}，{until}已过",
    State.IN_FORCE: "“{words}”{where}，目前还没有结束",
    State.NOT_YET: "“{words}”{where}，自{start}开始，现在还没到",
}
TERM_BASIS = "（原文：“{basis}”）"
DEADLINE = "完成时限：{deadline}"
ASK_WHOM = "找谁问："
SUPPORT = "配合单位："
PHONE = "电话 {phone}"
UNCHECKED = "（号码未经核对）"
PHONE_UNCHECKED = f"电话{UNCHECKED}{{phone}}"
"""Of a number that is not plausible for its place: the mark stands before it, and no page makes it a link."""
PERSON = "联系人 {person}"
LENT_PHONE = "（电话取自{source}{day}{transfer}）"
LENT_DAY = "，{day}"
LENT_TRANSFER = "，可请其转接承办科室"
PRINTED_AT = "（{site}写明{words}）"
PRINTED_WORDS = "：“{words}”"
SITES = {
    Site.ITEM: "{item}",
    Site.HEADING: "标题",
    Site.NOTE: "正文之前",
    Site.END: "文末",
    Site.OUTSIDE: "条目之外",
}
"""Where in a document something stands that is said of a measure elsewhere in it."""
CONFIRMED_PHONE = "（电话由{by}于{day}核实，依据：{source}{printed}）"
PRINTED_PHONE = "；文件印的是{phone}"
PRINTED_NONE = "；文件里没有印"
NO_PHONE = f"文件未印电话，可拨打{HOTLINE}转接"
DOCUMENT_CALLS = "文件没有写明这一条的联系电话，整份文件的联系方式是："
DOCUMENT_DESKS = "文件没有写明这一条由谁承办，整份文件写明的承办单位是{names}"
DOCUMENT_INTERPRETERS = "文件没有写明这一条由谁承办，整份文件由{names}负责解释，可以向其咨询"
OF_DOCUMENT = "（这是整份文件的联系方式）"
UNNAMED_DESK = "文件所留"
NO_CONTACT = f"文件未写明承办单位，可拨打{HOTLINE}咨询"
OFFICES = "（{offices}）"
MORE_CALLS = "（共{count}个联系方式，其余见全文）"
MORE_DEPARTMENTS = "等{count}个单位"
PART = "您问的“{words}”："
PART_UNMET = "您还问了“{words}”：没有查到能回答的内容，可以单独再问一次，或者拨打{hotline}咨询。"
OTHER_MEASURES = "相关的还有："
OTHER_MEASURE = "{ordinal}. {region}{title}（{number}{item}）"
OTHER_REGION = "〔{region}〕"
MORE_TEXT = "（原文较长，未全部列出，请查看全文）"

# What the documents do not answer.

NOT_COVERED = "手头的文件里没有查到能回答这个问题的内容。"
NOT_COVERED_FOREIGN = (
    f"没有查到能回答这个问题的内容。我只能查中文文件，请用中文（或拼音）提问，也可以拨打{HOTLINE}。"
    " Please ask in Chinese. 例如："
)
WAY_ON = f"您可以拨打{HOTLINE}咨询。"
NEIGHBOUR = "手头文件里最接近的是{number}{item}“{title}”，其中没有查到您问的这一点。"
EARLIER = "手头文件里最接近的是{day}发布的{number}{item}“{title}”，写的不是您问的那一年。"
ELSEWHERE = "{region}有相近的规定，不是您问的地方的，只供参考：{number}{item}“{title}”。"
NEIGHBOUR_CALL = "这件事可以问{call}。"
NEIGHBOUR_DOES = "这件事由{department}负责，文件未印它的电话。"
CLOSE_TOPICS = "手头文件里相近的内容有："
TOPIC = "{title}（{region}）"
CLARIFY = "您想问的是下面哪一件？请直接告诉我，或者再说具体些。"
CLARIFY_VAGUE = "请再说具体些，我好为您查准：想办什么事、是个人还是企业、在哪个地方？"

# Channels.

WELCOME = GREETING
BUTTON_FULL_TEXT = "查看全文"
BUTTON_FULL_TEXT_OF = "全文：{title}"
NOT_TEXT = "我现在只看得懂文字，请把问题打成一句话发给我，例如："
FAILED = f"抱歉，刚才出了点问题，没能答上来。请稍后再问一次；急事请拨打{HOTLINE}。"
BUTTON_EXPIRED = "这条消息已过时，请重新提问。"
UNKNOWN_COMMAND = "没有这个命令。直接用一句话提问就行，或发送 /help 查看用法。"
TELEGRAM_READY = "Telegram 机器人 @{name} 已启动，按 Ctrl-C 停止。"
TELEGRAM_BAD_TOKEN = (
    "Telegram 不接受这个令牌。请向 @BotFather 核对令牌，重新设置环境变量 WENZHENG_TELEGRAM_TOKEN。"
)
TELEGRAM_UNREACHABLE = "连不上 Telegram 服务器 {address}。请检查网络或代理，或设置 WENZHENG_TELEGRAM_API。"
TELEGRAM_CONFLICT = "同一个令牌正被另一个程序使用，收不到新消息。请停掉其中一个。"
TELEGRAM_NO_TOKEN = "没有设置 WENZHENG_TELEGRAM_TOKEN，无法启动 Telegram 机器人。"

# Terminal chat.

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

# Command line.

INDEX_READY = "索引已就绪：{folder}，共{measures}条。"
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
CLI_EMPTY_CORPUS = "文件目录里没有可用的文件：{path}。请检查 WENZHENG_CORPUS。"
CLI_UNKNOWN_REGION = "没有“{region}”的文件。现有地区：{regions}。请改用其中一个，或不设地区。"
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

# Settings.


def chinese_date(day: date) -> str:
    """The day as people write it.

    Example: date(2024, 7, 22) -> "2024年7月22日"
    """
    return f"{day.year}年{day.month}月{day.day}日"


def with_examples(text: str) -> str:
    """The text and three questions to start from, one a line."""
    return "\n".join((text, *(f"· {example}" for example in EXAMPLES)))


def unreadable_file(path: object, error: OSError) -> str:
    """One line about a file that cannot be read.

    Example: ("q.jsonl", FileNotFoundError()) -> "读不了文件：q.jsonl（没有这个文件）。请检查路径和权限。"
    """
    cause = CLI_CAUSES.get(type(error), error.strerror or str(error))
    return CLI_UNREADABLE_FILE.format(path=path, cause=cause)


def setting_fault(name: str, value: str, hint: str) -> str:
    """One line about a setting that cannot be used.

    Example: ("WENZHENG_HOME", "x", "不是目录") -> "设置 WENZHENG_HOME=x 无效：不是目录。"
    """
    return f"设置 {name}{'=' + value if value else ''} 无效：{hint}。"


# Documents that people add: wenzheng corpus add, remove, list, check, export.

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
ADD_READING = "正在读取"
ADD_STORING = "正在存入"
ADD_FILE = "── {file} ──"
ADD_NUMBER = "文号：{number}"
ADD_NUMBER_UNPRINTED = "文号：文件中没有，以“{number}”代称"
ADD_TITLE = "标题：{title}"
ADD_ISSUER = "发文机关：{issuer}"
ADD_REGION = "地区：{region}"
ADD_REGION_WITHOUT_CODE = "地区：{region}（没有登记区号，电话按原样显示）"
ADD_ISSUED = "发布日期：{day}"
ADD_VALIDITY = "有效期：{validity}"
ADD_COUNTS = "条目：{measures}条；联系电话：{phones}个；承办单位：{departments}个；完成时限：{deadlines}处"
ADD_DEADLINES = "完成时限如：{deadlines}"
ADD_SAMPLES = "条目举例："
ADD_SAMPLE = "  {item} {words}"
ADD_SAMPLE_CONTACTS = "    → {contacts}"
ADD_DOUBTS = "请留意："
ADD_DOUBT = "  · {doubt}"
ADD_MORE = "  · 另有{count}处，存入后可用 wenzheng corpus check 查看"
ADD_NOT_FOUND = "没有找到"
ADD_RIVALS = "这一批里还有别的文件也是“{number}”，后存入的将替代先存入的"
ADD_REPEALED = "“{by}”写明废止本文件；如仍要存入，请再添加一次那份文件，本文件即不再作为答复依据"
ADD_NO_MEASURES = "没有读出任何条目，存入后不会被查到"
ADD_CHANGES = {
    "new": "存入：新文件",
    "version": "存入：同文号已有另一版本，存入后以这份为准，旧版本保留并标为已被替代",
    "none": "已有：内容没有变化，不再存入",
}
ADD_REPLACES = "取代：{numbers}（今后不再作为答复依据）"
ADD_QUESTION = "是否存入？(y/n) "
ADD_YES = ("y", "yes", "是", "好", "存", "存入")
ADD_NEEDS_YES = "没有存入：这里不是终端，无法询问。核对以上内容后，请加 --yes 再运行一次。"
ADD_DECLINED = "没有存入。"
ADD_STORED = "已存入{count}份文件。"
ADD_NOTHING = "没有需要存入的文件。"
ADD_FAULTS = "有{count}个文件没有读成，原因见上。"
ADD_LINK_OUTSIDE = "{path} 是指向文件夹外面的链接，没有读。需要时请添加它指向的文件。"
ADD_NO_FILES = "{path} 里没有文件。请检查路径。"
ADD_REPLACES_ONE = "--replaces 一次只能配一个文件。请逐个添加。"
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
SUSPICIONS = {
    "no number": "文中没有印文号",
    "scanned": "扫描件识别，请核对原件；电话在核实前不能一键拨打",
    "unsure figures": "可能认错的号码、金额和日期{count}处，请对照原件：{about}",
    "no date": "没有找到发布日期",
    "no region": "没有看出属于哪个地区，请指明地区",
    "guessed region": "地区“{about}”是从正文、文件夹或网站名推断的，请核对",
    "no office": "看不出是哪个单位的文件，也不像政策或办事内容，请核对是否要存入",
    "draft": "这是征求意见稿（原文写着“{about}”），回答时会说明尚未正式印发",
    "no measures": "没有读出任何条目",
    "no department": "没有写明承办单位的条目{count}条：{about}",
    "loose phone": "电话没有对应的单位：{about}",
    "unknown department": "部门名录里没有的单位：{about}",
    "page jump": "转页标记没有接上：{about}",
    "foreign phone": "区号不是本地的电话，核实前不能一键拨打：{about}",
    "service phone": "400、800、95、96 开头的电话，核实前不能一键拨打：{about}",
    "mobile phone": "手机号码，核实前不能一键拨打：{about}",
    "premium phone": "可能收费、不是公共热线的短号，不能一键拨打：{about}",
    "look-alike digits": "号码里有样子像数字的字母或符号，请对照原件：{about}",
    "malformed phone": "位数不对的电话，核实前不能一键拨打：{about}",
    "link": "文中有网址，请核对是否本单位的：{about}",
    "mail": "文中有电子邮箱，请核对是否本单位的：{about}",
    "order": "文中有写给机器的指令，不像政策内容，请核对：{about}",
    "cited": "文中按文号提到了库里的另一份文件，请核对是否同一份：{about}",
}
SUSPICION_OF = "存疑 {document}：{words}"
CHECK_UNREADABLE = "{path}：存入的文件已损坏，读不了。请移走这个文件夹，重新添加原文件。"
EXPORTED = "已导出{count}条：{path}"
EXPORT_TO_SCREEN = "xlsx 不能显示在屏幕上。请用 -o 指定文件。"
EXPORT_FAILED = "写不了文件：{path}（{cause}）。请检查路径、权限和磁盘空间。"
LEDGER_TITLE = "政策台账"
LEDGER_HEADER = (
    "文号",
    "文件",
    "条目",
    "内容",
    "牵头（责任）单位",
    "配合单位",
    "科室",
    "联系人",
    "电话",
    "完成时限",
    "有效期",
)
LEDGER_WIDTHS = (22, 40, 10, 80, 20, 24, 30, 20, 40, 20, 26)
"""Of the columns, in characters."""
LEDGER_VALIDITY = "{start}至{until}"
LEDGER_UNSTATED = "未写明"
LEDGER_VOID = "已失效（发布网站标明）"
LEDGER_DRAFT = "征求意见稿"


def suspicion(kind: str, about: Sequence[str], most: int = 8) -> str:
    """What to look at, with at most so many examples.

    Example: ("no department", ["一", "二"]) -> "没有写明承办单位的条目2条：一、二"
    """
    shown = "、".join(about[:most]) + ("……" if len(about) > most else "")
    return SUSPICIONS[kind].format(count=len(about), about=shown)


def span_of_validity(
    start: date | None, until: date | None, *, void: bool = False, draft: bool = False
) -> str:
    """From when until when, for a table; `void`: its publisher says that it has ended; `draft`: not issued.

    Example: (date(2024, 7, 22), date(2024, 12, 31)) -> "2024-07-22至2024-12-31"
    """
    if draft:
        return LEDGER_DRAFT
    if void:
        return LEDGER_VOID
    if start is None and until is None:
        return LEDGER_UNSTATED
    words = [day.isoformat() if day else LEDGER_UNSTATED for day in (start, until)]
    return LEDGER_VALIDITY.format(start=words[0], until=words[1])
