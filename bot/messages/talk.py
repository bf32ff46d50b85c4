"""Sentences of conversations: answers from fields, departments, what is unclear."""

ABOUT = "关于《{title}》："
BRIEF_SOURCE = "（{number}{item}，{issued}{term}）"
BRIEF_UNTIL = "，有效期到{until}"
BRIEF_UNSTATED = "，文件未写明有效期"
NO_SUBJECT = "您想问哪件事的{field}？请说出事情的名字，例如“家电以旧换新的{field}”。"
ASK_WHERE = "{regions}都有这方面的文件，您在哪里？说一声，我就按当地的答。"
I_AM_AT = "我在{region}"
AT_HOME = "好的，没有特别说明时按{region}的文件回答。"
AT_HOME_BELOW = "好的，没有特别说明时按在{region}适用的规定回答；手头没有{region}自己的文件。"
WHERE = "您在哪里？"
NOTHING_THERE = "手头{region}的文件里没有查到这件事。"
ANYWHERE = "好的，不限地区。"
NO_REFERENCE = "前面还没有查到内容，不知道您指的是哪一件。请用一句话写下想问的事。"
ONLY_SO_MANY = "刚才一共列出{count}条，没有第{ordinal}条。请告诉我是第几条，或者换个说法再问。"
WHICH_ONE = "您指的是哪一条？"
CHOICE = "{ordinal}. {title}"
NO_PREVIOUS = "前面没有别的内容了。请直接说您想问的事。"
AFTER_ENDING = "现在按什么规定办，可以问承办单位，也可以拨打12345政务服务便民热线。"
AFTER_TERM = "到期以后有没有新规定，手头的文件里没有写。可以问承办单位，也可以拨打12345政务服务便民热线。"
SAME_DOCUMENT = "同一份文件里写到{named}的一条："
SAID_WHO = "由谁办"
DEADLINE_SAID = "期限"
FIELDS_OF = "{name}（{region}）："
PAPERS_UNSTATED = "关于《{title}》，文件里没有写要带什么材料。"
PAPERS_ELSEWHERE = "《{title}》这一条没有写要带什么材料，同一份文件的其他条目写了各自的材料。"
KEY_POINTS = "原文不能改写，按原文摘出要点："
POINT = "· {words}"
SHORTENED_FULL = "（全文较长，以上为开头部分，其余请用“查看全文”）"
NOT_NAMED = "手头的文件里没有查到“{words}”。"
LAST_SAID = "刚才那一条（{title}）没有写到它，写的是：“{words}”"
LAST_CALL = "想问刚才那一条，可以找{call}。"
NO_MORE = "手头的文件里，这件事没有查到更多内容了。"
NOT_THIS = "除了前面列出的，手头的文件里没有查到更合适的内容。您可以换个说法，把要办的事说具体些。"
HELP_COMMANDS = (
    "也可以发命令：\n/eligible 回答几个短问题，看能用上哪些政策\n/dept 区商务局 看一个部门牵头和配合的事项"
    "\n/tasks 区大数据局 看一个部门写明时限的任务"
    "\n/due 看时限已过、本月和下月到期的任务\n/doc 周政办字〔2024〕11号 看一份文件"
    "\n/measure 周政办字〔2024〕11号#19 看一条\n/region 周村 设置地区"
    "\n/reset 重新开始"
)
ANSWERED_COMMANDS = ("dept", "tasks", "due", "doc", "measure", "eligible", "region", "reset")
"""Those that the assistant itself answers, on every channel."""
RESET = "好的，我们重新开始。请说您想问的事，例如："

# Departments.

DEPARTMENT_PHONES = "{name}的电话："
DESK = "{office}{person}{phone}"
DESK_PERSON = "联系人{person} "
DESK_SOURCE = "（{source}，{day}）"
DESK_SOURCE_UNDATED = "（{source}）"
PHONES_DATED = "电话取自文件，号码如有变动请拨打12345核实。"
NO_OFFICE_PHONE = "手头的文件里没有印{office}的电话，{name}印出来的电话是："
NO_DEPARTMENT_PHONE = "手头的文件里没有印{name}的电话。可拨打12345政务服务便民热线转接。"
DEPARTMENT_PHONE_SAID = "{region}的{name}电话"
NO_SUCH_PHONE = "手头的文件里没有{phone}这个号码。可拨打12345政务服务便民热线查询。"
PHONE_PRINTED = "{phone}在文件里是这样印的："
COMPLAINTS_PRINTED = "文件里写明的投诉、举报、监督电话："
PLACE_PRINTED = "这份文件里写到该地的电话："
DEPARTMENT_PRINTED = "{name}的电话在文件里是这样印的："
PRINTED_BEFORE = "{where}（已被{by}取代）"
PRINTED_EDITION = "{where}（以前的版本，现已更新）"
PHONE_SENTENCE = "· {where}：“{words}”"
PHONE_OF = "{phone}是文件中印的下列单位的电话："
PERSON = "{name}是文件中印的联系人，文件发布后人员可能有变动："
LEDGER_HEAD = "{name}（{region}）"
LEDGER_COUNTS = "共{count}项：{parts}"
LEDGER_PARTS = {"lead": "牵头{count}项", "responsible": "负责{count}项", "support": "配合{count}项"}
LEDGER_ROLES = {"lead": "牵头", "responsible": "负责", "support": "配合"}
LEDGER_SAID = "{name}{roles}哪些事"
LEDGER_BESIDE = "另有{parts}，说“{said}”看这些。"
LEDGER_NOT_SO = "手头的文件没有写明{name}{role}的事，下面是写到它的全部事项。"
LEDGER_DOCUMENT = "{number}（{year}）"
LEDGER_ENTRY = "{ordinal}. 〔{role}〕{title}{item}{deadline}{state}"
LEDGER_ITEM = "（{item}）"
LEDGER_DEADLINE = "，时限{deadline}"
LEDGER_STATES = {
    "in_force": "，到{until}",
    "expired": "，已于{until}到期",
    "not_yet": "，尚未施行",
    "unstated": "",
    "draft": "，征求意见稿",
}
LEDGER_ENDED = "，已被别的文件废止或取代"
LEDGER_LISTED = "共{count}项，已列{listed}项。"
NEXT_SAID = "还有吗"
LEDGER_ON = f"说“{NEXT_SAID}”看后面的。"
LEDGER_NONE_THERE = (
    "您说的年份或文件里没有查到列给{name}的任务，手头别的文件里有；不写年份和文号，可以看全部。"
)
LEDGER_NONE = "手头的文件里没有查到列给{name}的任务。可拨打12345政务服务便民热线咨询。"

# Look-ups by command.

COMMAND_EMPTY = {
    "dept": "请写上部门，例如：/dept 区商务局",
    "tasks": "请写上部门，例如：/tasks 区商务局",
    "doc": "请写上文号，例如：/doc 周政办字〔2024〕11号",
    "measure": "请写上条目编号，例如：/measure 周政办字〔2024〕11号#19",
}
NO_DEPARTMENT_THERE = (
    "手头只有{regions}的文件，没有{place}的部门。那里的事请拨打当地的12345政务服务便民热线。"
)
NO_DEPARTMENT_YEAR = "手头没有{year}年的文件。不写年份可以看这个部门的全部事项。"
WHICH_DEPARTMENT = "有几个这样的部门，您指的是哪一个？"
DEPARTMENT_OF = "{name}（{region}）"
UNKNOWN_COMMAND = "没有“{name}”这个命令，直接用平常的话提问就行。"
IN_CHATS_ALONE = {
    "subscribe": "“{name}”是聊天里用的。网页上在“我的”里写上想关注的内容，点“订阅”。",
    "subscriptions": "“{name}”是聊天里用的。网页上请看“我的”里的“我的订阅”。",
    "mine": "“{name}”是聊天里用的。网页上请点“我的”。",
    "staff": "“{name}”是聊天里用的。网页上请点回答下面的“请工作人员答复”。",
    "forget": "“{name}”是聊天里用的。网页上请点“清除我的记录”。",
    "export": "“{name}”是聊天里用的。网页上在部门的页面里点“下载表格”。",
}
"""Commands that chats fulfil themselves, typed where nothing can be sent."""
DOCUMENT_HINT = "可以写完整的文号，或者标题里的几个字，也可以只写年份。"
NO_DEPARTMENT = "手头的文件里没有叫“{name}”的部门。请核对名称，或拨打12345政务服务便民热线咨询。"
NO_MEASURE = "没有编号为“{name}”的条目，请核对编号。"
WHICH_DOCUMENT = "有几份这样的文件，您指的是哪一份？"
WHICH_ITEM = "有几份文件都有{item}，您指的是哪一份？"
NO_SUCH_ITEM = "{number}里没有{item}，请核对编号。"
NO_ITEM_HERE = "刚才那份文件里没有您说的这一项，请核对编号。要找另一份文件的，请连文号一起说。"
SUCH_DOCUMENTS = "手头这样的文件有{count}份，新的在前："
SUCH_DOCUMENT = "· {document}"
MORE_SUCH_DOCUMENTS = "先列{listed}份，其余请在网页的“文件”里看。"
NO_SUCH_DOCUMENTS = (
    "手头没有这样的文件。手头的文件都列在网页的“文件”里，也可以拨打12345政务服务便民热线咨询。"
)
ENDED_DOCUMENTS = "手头的文件里，有{count}份已经写明废止或者失效："
ENDED_ENTRY = "· {document}：被{by}废止"
LAPSED_ENTRY = "· {document}：被{by}宣布失效"
NO_SUCH_DAY = "《{title}》里没有{day}的记录。记到的日子有：{days}。"
NO_CHRONICLE = "手头没有记到{day}的大事记。您可以拨打12345政务服务便民热线咨询。"
NO_SUCH_TITLE = "手头没有标题里写着“{name}”的文件，说不准是哪一份的{item}。请说出文号，或者文件标题里的字。"
CITED = "手头的文件里提到这个文号的有："
NUMBER_PRINTED = "手头没有文号是“{number}”的文件，印有这个文号的有："
NUMBER_REPLACED = "{number}《{title}》{held}已被{by}取代，不再作为答复依据。"
HELD_FROM = "（{begun}至{until}有效）"
NEAR_NUMBER = "年份和序号相同的有："
CITED_ENTRY = "{number}{item}：{title}"
DOC_ENTRY = "{ordinal}. {item} {title}"
HUMAN = (
    "我是自动查询程序。需要人工请拨打12345政务服务便民热线，也可以在 Telegram 里用 /staff 给工作人员留言。"
)
HUMAN_CALL = "刚才那件事可以直接问：{call}"
SHEET_COLUMNS = {
    "文号": 22,
    "文件": 40,
    "年份": 8,
    "条目": 14,
    "角色": 8,
    "内容": 90,
    "完成时限": 20,
    "有效期": 26,
}
"""Head -> width in characters."""
