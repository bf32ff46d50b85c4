"""Sentences of the page."""

from bot.messages import HOTLINE
from bot.messages import SCANNED as SCANNED
from bot.messages import UNCHECKED as UNCHECKED
from bot.messages.correcting import HEARD as HEARD
from bot.messages.talk import LEDGER_ROLES
from bot.messages.telegram import CUT as CUT
from bot.messages.telegram import THANKED as THANKED

NAME = "问政"
TAGLINE = "用平常的话问政策，答的都是文件原文"
TITLE = "{name} · 问政"
SKIP = "跳到正文"
NAV = "主要栏目"
NAV_ASK = "提问"
NAV_DOCUMENTS = "文件"
NAV_DEPARTMENTS = "部门"
NAV_SEARCH = "查找"
NAV_MINE = "我的"
NAV_BACK_TO_ASK = "回到提问"
DISPLAY = "显示方式"
DISPLAY_LARGE = "大字"
DISPLAY_CONTRAST = "高对比"
DISPLAY_ELDER = "长辈版"
FOOTER = f"引用的话都是文件原文，能不能办以主管部门审核为准。拿不准请拨打{HOTLINE}。"

ASK_LABEL = "您想问什么？"
ASK_MORE = "接着问，或者问别的"
ASK_HINT = "一句话说清想办的事，带上地方更准。请不要写身份证号、手机号。"
ASK_BUTTON = "提问"
ASK_WORDS = "可以直接点下面的一条来问"
DICTATE = "说话输入"
DICTATE_HINT = "声音由浏览器转成文字，可能传给浏览器的厂商；本网站收不到。"
LISTENING = "请说话，说完请稍等……"
UNHEARD = "没有听清，或者浏览器不让用话筒。请再试一次，或者打字。"
REGION_LABEL = "所在地区"
REGION_ANY = "不限地区"
REGION_HOME = "没有选（按{region}回答）"
PLACE_HOTLINE = "{name}：{number}"
REGION_PARTS = "{region}下辖"
EXAMPLES = "可以这样问"
IN_FORCE = "写明了有效期、现在还没有到期的"
IN_FORCE_ALL = "查看全部"
IN_FORCE_UNTIL = "到{until}"
ASKED_MOST = "最近一个月问得多的"
REPLIES = "工作人员给您的答复"
REPLY_TO = "您问：{text}"
ANSWERS = "回答"
ASKED = "您问："
SUGGESTIONS = "您是不是想问"
CHOICES = "请选一个"
FOLLOW_UPS = "可以接着问"
FOLLOW_CONDITIONS = "有什么条件？"
FOLLOW_AMOUNT = "标准是多少？"
OTHERS = "相关的还有"
WAITING = "正在查文件，请稍候……"
READY = "已经有回答了。"
LOST = "网络断了，没有收到回答。您的问题还在上面，请连上网后再按一次“提问”。"
SLOW = "等了很久还没有回答。您的问题还在上面，请再按一次“提问”。"
TOO_MANY = "提问太频繁了，请等一会儿再问。"
UNSENT = "没有发出去，请连上网后再试一次。"
USEFUL = "这个回答有用吗？"
GOOD = "有用"
BAD = "没用"
WHY = "哪里不好？请点一个原因。"
WHY_WORDS = "想补充的话（可以不写）"
REASON_NOTED = "记下了，谢谢。想要答复，请用“请工作人员答复”。"
LEAVE = "请工作人员答复"
LEAVE_LABEL = "您的问题"
LEAVE_HINT = "请不要写身份证号、手机号。"
LEAVE_BUTTON = "发给工作人员"
LEAVE_EMPTY = "问题是空的，没有发出。"
LEFT = (
    f"已转给工作人员（编号{{id}}）。请过几天用这台设备再打开本页，答复会显示在最上面。急事请拨打{HOTLINE}。"
)
NOTED = "已收到"
MINE = "我的提问、答复和订阅"
MINE_LEAD = (
    "只有这个浏览器看得到。提问存90天，留言存到您删除为止，订阅30天没有打开网页就取消；号码在存之前已经抹去。"
)
MINE_QUESTIONS = "我问过的"
MINE_LETTERS = "我给工作人员的留言"
MINE_NOTHING = "还没有您的提问、留言和订阅。"
MINE_AGAIN = "再问一次"
MINE_REMOVE = "删除"
MINE_WAITING = "还没有答复"
MINE_CLOSED = "已办结，没有另外答复"
MINE_ANSWERED_BY = "答的是："
MINE_SUBSCRIPTIONS = "我的订阅"
SUBSCRIBE_LABEL = "有新内容时告诉我"
SUBSCRIBE_HINT = (
    "写一个话题、部门或文号，如：养老、区商务局。有新的或有变化的条目，您下次打开网页就看到；"
    "公用的电脑请不要订阅。"
)
SUBSCRIBE = "订阅"
SUBSCRIBE_TO = "订阅：有新内容时告诉我"
SUBSCRIBE_LATER = "以后有了这方面的文件，告诉我"
UNSUBSCRIBE_TO = "我的订阅"
SUBSCRIBED_NOW = "现在有哪些"
SUBSCRIBE_EMPTY = "请写上想关注的内容，例如：养老、区商务局、周政办字〔2024〕11号。"
SUBSCRIBE_LONG = "想关注的内容最多{most}个字，请写短一点，例如：养老。"
SUBSCRIBE_MANY = "已经有{most}个订阅，请先删除不用的，再订阅。"
SUBSCRIBE_CROWD = "现在订阅的人太多，没有订上。请过几天再试。"
NEWS = "您订阅的有新内容"
NEWS_OF = "“{wanted}”"
NEWS_MORE = "一共{count}条，到“查找”里看"
NEWS_READ = "知道了"
MINE_KEEP = "在这台设备上记住30天"
MINE_KEEP_HINT = "自己的电脑、手机可以点这里，关掉浏览器以后还能看到；公用的请不要点。"
EARLIER = "刚才问过的"
FORGET = "清除我的记录"
FORGET_HINT = "用的是公用的电脑或手机？走之前可以删掉您的提问、评价、留言和订阅。"
FULL_TEXT = "全文"
COPY = "复制"
COPIED = "已复制"
PRINT = "打印"
SHARE = "复制链接"
OPEN = "单独打开"
READ_ALOUD = "朗读"
STOP_READING = "停止朗读"
FORWARD = "转发"
CARD_PICTURE = "存成图片"
PDF = "PDF"
ANSWER_PDF = "把这个回答存成 PDF"
ANSWER_FILE = "问政回答"
ACTIONS = "这一条的操作"

VIEW_ORIGINAL = "查看原件"
ADD_TO_CALENDAR = "加到日历"
COUNT_FROM = "从哪天算起（如受理之日）"
COUNT_DAYS = "算出最后一天，加到日历"
WORKING_DAYS = "工作日期限"
ORIGINAL_OF = "原件：{name}"
ORIGINAL_FILE = "原件文件：{file}"
BUNDLED_ORIGINAL = "出自《{title}》。这里存的是发布时的文字，没有另存版式文件。"
PUBLISHED = "发布网址"
PUBLISHED_PAGE = "发布网页"
PUBLISHED_AT = "发布网址："
BACK_TO_ITEM = "回到{item}"
TURN_PAGES = "翻页"
TURN_PAGES_BELOW = "看完这一页后翻页"
PAGE_OF = "第{page}页，共{pages}页"
PAGE_BEFORE = "上一页"
PAGE_AFTER = "下一页"
PAGE_PICTURE = "原件第{page}页的图片（图片看不到时，请下载原件）"
PAGE_HINT = "字太小？点一下图片可以放大看。"
PAGE_REDRAWN = "图片是按原件重画的，不含印章和批注，以原件为准。"
TURN_TO = "跳到第几页"
TURN_TO_BUTTON = "跳过去"
NO_PICTURE = "这份原件不能直接显示成图片，可以下载后用手机或电脑上的软件打开。"
DOWNLOAD_ORIGINAL = "下载原件"
DOWNLOAD_TEXT = "下载这份文字"
ORIGINAL_TEXT = "原件里的文字"
ORIGINAL_TEXT_WHOLE = "这是程序从原件里读出的文字，版式以原件为准。"
ORIGINAL_TEXT_HINT = f"{ORIGINAL_TEXT_WHOLE}涂了底色的是您看的这一条。"
TEXT_BEFORE = "（前面还有，请看原件）"
TEXT_AFTER = "（后面还有，请看原件）"

STATES = {
    "in_force": "目前有效",
    "expired": "已到期",
    "not_yet": "尚未生效",
    "unstated": "未写明有效期",
    "draft": "征求意见稿",
}
NOT_APPLICABLE = "不适用本地"
ROLES = LEDGER_ROLES
KINDS = {
    "amount": "金额",
    "rate": "比例",
    "cap": "上限",
    "threshold": "门槛",
    "date": "日期",
    "applicant": "对象",
}

CONDITIONS = "数额和条件（原文摘出）"
NEIGHBOURS = "同一文件的前后条目"
PREVIOUS = "上一条"
NEXT = "下一条"
SAME_DEPARTMENT = "{name}的其他条目"
ALL_OF_DEPARTMENT = "查看{name}的全部{count}条"
SOURCE = "出处"

DOCUMENTS = "文件"
DOCUMENTS_LEAD = "共{count}份文件。点开看每一条的原文。"
ISSUED = "{day}发布"
ISSUE_UNSTATED = "未印发布日期"
COUNT = "{count}条"
CONTENTS = "条目"
ISSUER = "发文机关"
REGION = "地区"
VALIDITY = "有效期"

DEPARTMENTS = "部门"
DEPARTMENTS_LEAD = "文件里点到名的单位，按条目多少排列。点开看它负责哪些事、电话多少。"
FIND_DEPARTMENT = "部门名称"
NO_DEPARTMENT = "没有名称含“{name}”的部门。"
WITH_PHONE = "{count}个电话"
YEAR = "年份"
ROLE = "职责"
ALL = "全部"
APPLY = "筛选"
DOWNLOAD = "下载表格（.xlsx）"
LEDGER = "负责的事"
LEDGER_COUNT = "共{count}条：牵头{lead}条，负责{responsible}条，配合{support}条。"
PHONES = "电话"
NO_PHONES = f"文件里没有印这个单位的电话，可拨打{HOTLINE}转接。"
WHICH_REGION = "几个地区都有这个名称的单位，请选择："

SEARCH = "查找原文"
SEARCH_LABEL = "原文里的词"
SEARCH_HINT = "词之间用空格隔开，每个词都要在原文里。想用平常的话问，请到“提问”。"
SEARCH_WORDS = "文件里的词，用上下箭头选"
SEARCH_HEARD = "文件里没有“{typed}”，按读音查找“{words}”。"
SEARCH_BUTTON = "查找"
SEARCH_COUNT = "找到{count}条"
SEARCH_NONE = "没有一条原文同时含有这些词。"
SEARCH_NEAR = "意思相近的条目"
SEARCH_CLEAR = "去掉"
SEARCH_CHOSEN = "已选"
SEARCH_FACETS = "缩小范围"
FACETS = {
    "region": "地区",
    "document": "文件",
    "year": "年份",
    "department": "部门",
    "state": "有效期",
    "support": "内容",
    "asker": "对象",
}
PAGES = "翻页"

SERVE_READY = "网页已启动：{address} ，按 Ctrl-C 停止。"
SERVE_TAKEN = "打不开 {host}:{port}（{cause}）。请换一个 WENZHENG_WEB_PORT，或停掉占用它的程序。"
