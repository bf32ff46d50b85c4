"""Sentences of the desk: what the staff read on their pages, and in the log of what was changed."""

ROLES = {"reader": "查看", "editor": "编辑"}
CONSOLE = "命令行"
"""Who changed something there, in the log."""
ACTS = {
    "account": "开账号",
    "no_account": "删账号",
    "password": "换密码",
    "reply": "答复",
    "close": "关闭问题",
    "question": "增加常用问法",
    "add": "添加文件",
    "withdraw": "撤下文件",
    "decline": "不存入",
    "phone": "核实电话",
    "new_phone": "添加电话",
    "notice": "通知",
    "switch": "停用或恢复答复",
    "no_phone": "取消核实电话",
    "progress": "记进展",
    "fields": "填写办事信息",
    "hotline": "导入12345问答",
    "hotline_check": "核对答案",
}
"""What kind of change the log tells of."""

NAME = "问政工作台"
TITLE = "{name} · 问政工作台"
NAV = "工作台栏目"
PLACES = (
    ("/desk", "待办问题"),
    ("/desk/hotline", "12345"),
    ("/desk/feedback", "评价"),
    ("/desk/statistics", "统计"),
    ("/desk/due", "到期事项"),
    ("/desk/documents", "文件"),
    ("/desk/phones", "电话"),
    ("/desk/fields", "办事信息"),
    ("/desk/notice", "通知与停用"),
    ("/desk/log", "修改记录"),
)
TO_PUBLIC = "公开页面"
SIGNED_IN = "{name}（{role}）"
LOGOUT = "退出"
READ_ONLY = "您的账号只能查看，不能修改。"
PAGE_BEFORE = "上一页"
PAGE_AFTER = "下一页"
DONE = {
    "replied": "答复已保存。Telegram 的对方马上会收到；网页的对方再打开网页时会看到。",
    "closed": "已关闭。",
    "already": "这个问题已经有人处理过了。",
    "stored": "已存入。索引正在更新，过一会儿就能查到。",
    "discarded": "没有存入。",
    "notice": "已保存。从下一个回答起生效。",
    "switch": "已保存。从下一个问题起生效。",
    "phone": "已保存。索引正在更新，过一会儿回答里就用这个电话。",
    "no_phone": "已取消。过一会儿回答里又用文件印的电话；文件没有印的就不再显示。",
    "withdrawn": "已撤下。索引正在更新，过一会儿就不再作为答复依据。",
    "question": "已保存。索引正在更新，过一会儿这样问就能查到。",
    "progress": "进展已记下。",
    "hotline_check": "已记下：今天由您核对。",
    "hotline_again": "马上重新推送。",
    "fields": "已保存。从下一个回答起使用。",
}
"""By what the address says was done."""

LOGIN = "登录"
LOGIN_LEAD = "供工作人员使用。账号由管理员在服务器上开设。"
LOGIN_NAME = "账号"
LOGIN_PASSWORD = "密码"
WRONG = "账号或密码不对，请再试一次。"
LOCKED = "连续多次没有登录成功，请过15分钟再试。"

LOG = "修改记录"
LOG_LEAD = "每一次修改都记在这里，最近的在前；不能改，也不能删。"
LOG_HEAD = ("时间", "谁", "做了什么", "对象", "改前", "改后")
LOG_NONE = "还没有修改过什么。"

INBOX = "待办问题"
LETTERS = "转给工作人员的问题（{count}）"
LETTERS_LEAD = "群众留言等答复，先来的在前。答复会送回对方提问的地方。"
UNDELIVERABLE = "没有送到的答复"
UNDELIVERABLE_LEAD = "下面的答复没有送到，不再重试。"
UNDELIVERED_NEWS = "近30天没有送到、不再重试的订阅通知："
UNDELIVERED_REMINDERS = "没有送到、不再重试的到期提醒："
UNDELIVERED_COUNT = "{why}{count}条"
LETTERS_NONE = "没有等待答复的留言。"
LETTER_HEAD = "第{id}号 · {moment} · {channel}"
CHANNEL_PAGE = "网页"
CHANNEL_TELEGRAM = "Telegram"
LETTER = "第{id}号留言"
ASKED_AS = "第{id}号提问"
UNCOVERED = "文件里没有查到的问题"
UNCOVERED_LEAD = "机器人答“没有查到”的提问，最近的在前；同样的话合成一条。文字只保留90天。"
UNCOVERED_NONE = "没有待处理的问题。"
UNCOVERED_HEAD = "{moment} · 问过{times}次"
REACHABLE = "答复能送到{count}人"
NOT_REACHABLE = "送不到答复：提问人没有留下对话，或者说的是急难，已当场告诉该打哪个电话"
REPLY = "答复"
REPLY_LABEL = "答复内容"
REPLY_SEND = "发出答复"
REPLY_DEPARTMENT = "答复单位"
REPLY_DEPARTMENT_HINT = "写在答复末尾，和今天的日期一起，例如：区商务局。"
REPLY_APPROVER = "核准人"
REPLY_APPROVER_HINT = "写在单位后面，群众看得到；不填就写您的账号名。"
NO_REPLYING_DEPARTMENT = "没有写答复单位，没有发出。"
EMPTY_REPLY = "答复是空的，没有发出。"
CLOSE = "关闭"
CLOSE_LEAD = "关闭后不再出现在待办里，对方也收不到答复。"
CLOSE_SURE = "确定关闭"
TO_MEASURE = "记为某条的常用问法"
QUESTION = "记为常用问法"
QUESTION_LEAD = "文件里其实有、只是说法不同的，选出对应的条目保存，以后这样问就能查到。"
ASKED = "群众的原话（号码已隐去）"
FIND_MEASURE = "找条目"
CHOOSE_MEASURE = "对应哪一条"
READ = "看原文"
NEW_TAB = "（在新标签页打开）"
NO_MEASURE = "没有相近的条目，请换几个词再找。"
QUESTION_WORDS = "按这句话保存"
QUESTION_HINT = "可以改得更通用。请去掉姓名、住址等个人信息；号码会自动隐去。"
QUESTION_SAVE = "保存"
NO_CHOICE = "没有选条目，或者问法是空的，没有保存。"
BACK_TO_INBOX = "回到待办问题"

FEEDBACK = "评价"
FEEDBACK_HEAD = ("时间", "原因", "问题", "排在最前的条目", "补充")
FEEDBACK_NONE = "这段时间没有差评。"
REASONS = "按原因查看"
ALL_REASONS = "全部"
NO_REASON = "没有说原因"
TEXT_GONE = "（文字已按期删除）"
SPAN = "时间范围"
SPAN_DAYS = "最近{days}天"

STATISTICS = "统计"
STATISTICS_TOTAL = "{count}次提问：{parts}"
STATISTICS_PART = "{name}{count}"
STATISTICS_NONE = "这段时间没有提问。"
STATUSES = {"answered": "已答", "clarify": "追问", "not_covered": "没有查到", "chat": "寒暄"}
BY = {"day": "日期", "region": "地区", "department": "部门"}
BY_HEADING = {"day": "每天的提问", "region": "哪个地区问得多", "department": "哪个部门的事问得多"}
UNKNOWN_VALUE = {"region": "没有说明", "department": "没有对应的部门", "day": ""}
TIMES = "次数"
NARROWED = "只看{by}：{value}"
NARROWED_OFF = "取消"
MOST_MEASURES = "问得最多的条目"
MOST_MEASURES_HEAD = ("条目", "次数")
MOST_QUESTIONS = "问得最多的话"
MOST_QUESTIONS_HEAD = ("原话（号码已隐去）", "次数")

DOCUMENTS = "文件"
DOCUMENTS_HEAD = ("文号和标题", "地区", "发布", "有效期", "条目", "存疑", "来源")
ADD = "添加文件"
ADD_LEAD = "先选文件，看清读出了什么，再确认存入。没有确认之前什么都不会改。"
UNTIL = "到{day}"
ADDED = "添加"
BUNDLED = "自带"
ADDED_AT = "{day}添加，原文件：{file}"
COPIES = "文字相同的还有：{files}。"
BUNDLED_LONG = "随程序自带的文件。"
REPLACED = "已被替代"
REPLACED_BY = "被{by}替代"
REPLACED_BY_VERSION = "被新版本替代"
BASIS = "原文：“{words}”"
READ_DOCUMENT = "看公开页面上的全文"
DOUBTS = "存疑之处（{count}）"
DOUBTS_LEAD = "程序读这份文件时拿不准的地方，不一定错，请对照原文看一眼。"
DOUBTS_NONE = "没有。"
FIGURES = "扫描件里可能认错的数字（{count}）"
FIGURES_LEAD = (
    "下面是程序认出的号码、金额和日期，旁边是原件的那一小块。电话请在“电话”里核实，保存后即可拨打；"
    "别的认错了，请换一份清楚的文件。"
)
FIGURES_SHOWN = 60
"""How many are shown on one page, each with its picture."""
FIGURES_OTHER = "（或为{words}）"
FIGURES_PAGE = "第{page}页"
FIGURES_PICTURE = "原件上的“{words}”"
FIGURES_MORE = "还有{count}处没有列出，请对照原件。"
CHANGE_DOCUMENT = "更新这份文件"
REPLACE = "用新文件替代它"
WITHDRAW = "撤下"
WITHDRAW_LEAD = "撤下后不再作为答复依据；它替代过的旧版本恢复为现行。"
WITHDRAW_SURE = "确定撤下"
NOT_WITHDRAWN = "自带的文件不能撤下，可以用新文件替代它。"
BACK_TO_DOCUMENTS = "回到文件列表"
FILE = "文件"
FILE_HINT = (
    "Word、WPS、PDF、OFD、网页、表格、纯文本都可以，包括 .doc 和 .xls；"
    "装好离线文字识别后，扫描件和照片（png、jpg、tif）也可以。"
    "压缩包和邮件（zip、eml 等）会拆开，里面的文件逐份列入“待审核的文件”。"
)
FILE_REGION = "所属地区（不填时从文件里判断）"
FILE_REPLACES = "替代哪份旧文件"
REPLACES_NONE = "不替代"
FILE_READ = "读一读，先不存"
FILE_TOO_LARGE = "文件太大，最多{most} MB，没有读。"
NO_FILE = "没有选文件。"
REPLACES_ONE = "压缩包里可能不止一份文件，不能指定替代哪一份。请不选替代，或解压后逐份添加。"
WAITING = "待审核的文件"
WAITING_LEAD = "从守着的文件夹和跟踪的网站来的，逐份核对后存入；不存入的，内容不变就不再出现。"
WAITING_HEAD = ("文号", "来自", "收到")
WAITING_COUNT = "待审核 {count}份"
WAITING_MORE = "另有{count}份，处理完上面的再看。"
WAITING_NONE = "没有待审核的文件。"
UPLOAD_GONE = "这个文件已经存入或放弃了，请重新选择。"
UPLOAD_NOT_KEPT = "文件放不下来：{path}（{cause}）。请检查权限和磁盘空间。"
UNNAMED_FILE = "文件"
REVIEW = "核对读出的内容"
REVIEW_LEAD = "文件：{file}。请对照原文核对下面的内容，没有问题再存入。"
REVIEW_FILE = "下载原文件"
REVIEW_ORIGIN = "打开来源网页"
REVIEW_ALL = "逐条核对全部{count}条"
REVIEW_CONTACTS = "联系：{contacts}"
REVIEW_MORE = "还有{count}条没有列出，存入后可在“文件”里看全。"
STORE = "存入"
DISCARD = "不存，放弃"
STORED = {"new": "新文件", "version": "新版本", "none": "没有变化"}

PHONES = "电话"
PHONES_LEAD = (
    "文件印的电话过时了，可以在这里核实或更正；文件没有印的，可以添加。"
    "核实过的在回答里优先使用，并注明谁核实、哪天、依据；引用的原文不动。"
)
PHONES_REGION = "地区"
PHONES_FIND = "部门或科室"
PHONES_HEAD = ("部门", "科室", "文件印的电话", "印在", "现在用的电话", "最近核实", "")
PHONES_NONE = "没有符合的电话。"
CONFIRMED_BY = "{day}，{by}，{source}"
NOT_CONFIRMED = "未核实"
CONFIRM = "核实"
PHONE = "核实电话"
PHONE_LINE = "{department} {office}"
PHONE_PRINTED = "文件印的电话：{phone}"
PHONE_NOW = "现在用的电话"
PHONE_HINT = "没有变就保持原样；变了就改成新的。座机可以不写区号。"
PHONE_BY = "谁核实的"
PHONE_SOURCE = "依据"
PHONE_SOURCE_HINT = "例如：打通了电话；区商务局来函。"
PHONE_DAY = "核实日期"
PHONE_ALIKE = "同一部门印着同一号码的也一起保存：{offices}"
PHONE_NO_OFFICE = "没有写科室的"
PHONE_SAVE = "保存"
PHONE_BACK = "取消核实，恢复文件印的电话"
BAD_DAY = "日期不对或在今天以后，没有保存。"
PHONE_MISSING = "请写明谁核实的和依据，没有保存。"
NO_SUCH_LINE = "文件里没有印这个电话，没有保存。"
NOT_PRINTED = "没有印"
PHONE_UNCHECKED = (
    "这个号码不像本地的固定电话，或者是从扫描件认出的，答复里只照原样显示、不能一键拨打。"
    "请核实，保存后即可拨打。"
)
PHONE_ADDED = "文件里没有印这个电话，是工作人员添加的。提到这个部门的条目："
PHONE_GONE = "删除这个电话"
PHONE_BACK_LEAD = "回答里不再用现在这个电话。"
PHONE_BACK_SURE = "确定"
NEW_PHONE = "添加电话"
NEW_PHONE_LEAD = (
    "文件里提到了部门却没有印电话的，可以在这里添加。回答里会注明谁核实、哪天、依据，以及文件没有印。"
)
CHANGE_REGION = "换地区"
NEW_PHONE_DEPARTMENT = "{region}的部门"
NEW_PHONE_DEPARTMENT_HINT = "请用文件里的名称，输入几个字后从列表里选。"
NEW_PHONE_OFFICE = "科室（可以不写）"
NEW_PHONE_NUMBER = "电话"
NEW_PHONE_HINT = "座机可以不写区号。"
NO_SUCH_DEPARTMENT = "这个地区的文件里没有名为“{name}”的部门，没有保存。请从列表里选。"
ALREADY_PRINTED = "文件里印有这个科室的电话，没有保存。请在电话列表里核实或更正。"
BACK_TO_PHONES = "回到电话列表"

DUE = "到期事项"
DUE_LEAD = (
    "文件里写明的时限：已过的、本月和下月到期的，按牵头或负责的单位列出，逾期的在前。月份、季度、年份按最后一天算，"
    "原文照录。进展由工作人员填写，只在工作台上看得到。"
)
DUE_HEAD = ("单位", "最后一天", "任务", "原文时限", "最近进展", "")
DUE_TOTAL = "共{count}项"
DUE_NONE = "没有这样的到期事项。"
DUE_ANY = "全部"
DUE_TIME = "时限"
DUE_TIMES = {"overdue": "已过", "this_month": "本月到期", "next_month": "下月到期"}
DUE_FIND = "单位"
DUE_ALL = "连同已办结的"
DUE_EXPORT = "下载表格（.xlsx）"
DUE_NO_PROGRESS = "还没有填写"
DUE_PROGRESS = "填进展"
DUE_TASK = "任务进展"
DUE_DONE_MARK = "已办结"
DUE_WORDS = "进展"
DUE_WORDS_HINT = "写事实，例如：平台已上线，10月20日通过验收。不要写个人信息；号码会自动隐去。"
DUE_BY = "谁说的"
DUE_IS_DONE = "已经办结"
DUE_SAVE = "记下"
DUE_HISTORY = "以前记的进展（{count}）"
DUE_HISTORY_LEAD = "最近的在前；不能改，也不能删，写错了请再记一条。"
DUE_NOTE = "{moment} · {by}说，{who}记"
DUE_MISSING = "请写明进展和谁说的，没有保存。"
DUE_SUBJECT = "{department} {measure}"
DUE_NOTED = "{words}（{by}）"
BACK_TO_DUE = "回到到期事项"

NOTICE = "通知与停用"
NOTICE_HEADING = "回答上方的通知"
NOTICE_LEAD = (
    "写了通知，网页、聊天和终端里每次对话的第一个回答上方会带上它和日期；改了再带一次。清空就不再显示。"
)
NOTICE_TEXT = "通知内容"
NOTICE_PLACE = "哪个地方的"
NOTICE_WHOLE = "全部地方"
NOTICE_CHOOSE = "看这个地方的"
NOTICE_PLACES = "一个地方没有自己的通知时，显示它所属的市、省的；都没有，显示“全部地方”的。停用同样往下管。"
OF_PLACE = "这个账号管{place}：只列出问到{place}（含下辖）的问题，统计、通知也只是{place}的。"
NOTICE_ISSUED = "通知日期"
NOTICE_UNTIL = "显示到哪天（含当天；不填一直显示）"
NOTICE_SAVE = "保存通知"
NOTICE_NOW = "现在显示的通知"
NOTICE_NONE = "现在没有通知。"
NOTICE_OVER = "通知已过显示日期，现在不显示。"
BAD_NOTICE_DAY = "通知日期不对，没有保存。"
BAD_UNTIL = "显示的最后一天不对，或早于通知日期，没有保存。"
SWITCH = "停用答复"
SWITCH_LEAD = "停用后，所有提问只得到下面这句话；文件、条目、部门页面照常能看。"
SWITCH_ON = "现在：正常答复。"
SWITCH_OFF = "现在：已停用。对方看到的是："
SWITCH_SENTENCE = "停用期间说的话"
SWITCH_USUAL = "问政正在维护，暂时不能回答问题，给您添麻烦了。急事请拨打12345政务服务便民热线。"
TURN_OFF = "停用"
TURN_OFF_LEAD = "停用马上生效，网页、Telegram 和终端的人都问不了。确定要停用吗？"
TURN_OFF_SURE = "确定停用"
TURN_ON = "恢复答复"
NO_SENTENCE = "请写一句停用期间说的话，没有保存。"
ON, OFF = "正常答复", "停用：{sentence}"
