"""Sentences of the Telegram channel beyond the answers themselves; other chats say many of them too."""

COMMANDS = (
    ("start", "开始"),
    ("help", "怎么用"),
    ("eligible", "回答几个短问题，看能用上哪些政策"),
    ("dept", "查一个部门牵头和配合的事项，如 /dept 区商务局"),
    ("tasks", "一个部门写明时限的任务，如 /tasks 区大数据局"),
    ("due", "时限已过、本月和下月到期的任务，可写部门"),
    ("doc", "查一份文件，如 /doc 周政办字〔2024〕11号"),
    ("measure", "查一条的全文，如 /measure 周政办字〔2024〕11号#19"),
    ("export", "把刚才查的部门台账发成表格"),
    ("region", "设置您所在的地区，如 /region 周村"),
    ("subscribe", "有新政策时通知我，如 /subscribe 养老"),
    ("subscriptions", "查看、退订"),
    ("staff", "给工作人员留言，如 /staff 我的问题"),
    ("mine", "我问过的、工作人员的答复、订阅和到期提醒，可以逐条删除"),
    ("reset", "重新开始对话"),
    ("forget", "删除我的全部记录"),
)
COMMANDS_HEAD = "可以发的命令："
VOICE = (
    "语音我听不了。不用打字也行：点一下输入框，再点键盘上的话筒，对着手机说，"
    "说的话就变成文字了，看一看再发给我。例如："
)
CAPTION = "图片、文件里的内容我看不了，只按您写的话查找。"
NOT_KEPT = "抱歉，现在存不下东西，您刚才要办的没有办成。提问照常可以；留言、订阅、评价，请过一会儿再试。"
NOT_FORGOTTEN = "抱歉，现在写不进磁盘，您的记录还没有删除。请过一会儿再发 /forget。"
TOO_MANY = "您发得有点快，我先回答前面的，请过一会儿再问。"
CUT = "您的消息较长，我按开头和结尾的内容查找。"
MAX_CHARS = 2000
FORGOTTEN = "已删除您的对话、提问、评价、留言、订阅和到期提醒。"
GOOD, BAD = "👍", "👎"
THANKED = "谢谢您的评价。"
WHY = "哪里不好？请选一个："
REASONS = {"off": "答非所问", "old": "已过时", "phone": "电话不对", "unclear": "看不懂", "other": "其他"}
REASON_NOTED = "记下了，谢谢。"
REASON_WORDS = "记下了，谢谢。想补充的话，请用 /staff 写给工作人员。"
LEAVE = "留言给工作人员"
LEFT = "已转给工作人员（编号{id}），答复会发到这里。急事请拨打12345。"
LEAVE_EMPTY = "请把问题写在后面，例如：/staff 我家小区2003年建的，能改造吗？"
REPLIED = "工作人员对您留言“{text}”的答复：\n{reply}\n{signature}"
REPLIED_UNQUOTED = "工作人员对您留言的答复：\n{reply}\n{signature}"
REGION_ASK = "您在哪里？请选一个："
REGION_ANY = "不限"
SUBSCRIBE_EMPTY = "请写上想关注的内容，例如：订阅养老、订阅区商务局、订阅周政办字〔2024〕11号"
SUBSCRIBED = "已订阅“{wanted}”。有新的或有变化的条目，会在白天发到这里。"
SUBSCRIPTIONS = "您的订阅（点按退订）："
SUBSCRIPTIONS_NONE = "您还没有订阅。例如：订阅养老"
UNSUBSCRIBED = "已退订。"
NEWS = "您订阅的“{wanted}”有新内容："
NEXT_PAGE = "下一页"
FIRST_PAGE = "回到第一页"
EXPORT_EMPTY = "请先查一个部门，例如 /dept 区商务局，再发 /export。"
EXPORT_NAME = "{name}台账.xlsx"
STATS = "提问{count}次；待答复留言{letters}条；订阅{subscriptions}个。"
SHORT_QUOTE = 40
FULL = "查看全文"
OPEN = "全文和电话"
COPY_LINK = "复制链接"
CARD = "要一张图片"
NO_CARD = "抱歉，图片没有做成，请过一会儿再点一次，或者复制链接发给别人。"
COPY_PHONE = "复制电话 {phone}"
STOP = "不再通知"


def commands_listed() -> str:
    """Every command with what it does, one a line."""
    return "\n".join((COMMANDS_HEAD, *(f"/{name} {does}" for name, does in COMMANDS)))


TELEGRAM_READY = "Telegram 机器人 @{name} 已启动，按 Ctrl-C 停止。"
TELEGRAM_BAD_TOKEN = (
    "Telegram 不接受这个令牌。请向 @BotFather 核对令牌，重新设置环境变量 WENZHENG_TELEGRAM_TOKEN。"
)
TELEGRAM_UNREACHABLE = "连不上 Telegram 服务器 {address}。请检查网络或代理，或设置 WENZHENG_TELEGRAM_API。"
TELEGRAM_CONFLICT = "同一个令牌正被另一个程序使用，收不到新消息。请停掉其中一个。"
TELEGRAM_NO_TOKEN = "没有设置 WENZHENG_TELEGRAM_TOKEN，无法启动 Telegram 机器人。"
