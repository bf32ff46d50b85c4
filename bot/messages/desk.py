"""Sentences of the desk: what the staff read, on the command line and on their pages."""

# Accounts, on the command line.

ACCOUNT_HELP = {
    "adduser": "开一个工作台账号；密码输入两遍，或从标准输入读一行",
    "users": "列出工作台账号",
    "removeuser": "删除一个工作台账号",
    "passwd": "重设一个账号的密码",
    "name": "账号名",
    "role": "reader 只看；editor 可以答复和修改；默认 reader",
}
ROLES = {"reader": "查看", "editor": "编辑"}
BAD_NAME = "账号名“{name}”不能用：请用1到32个字，可以是汉字、字母、数字、点、横线、下划线。"
NAME_TAKEN = "账号“{name}”已经有了。要换密码请用 wenzheng desk passwd {name}。"
NO_SUCH_ACCOUNT = "没有账号“{name}”。请用 wenzheng desk users 查看。"
PASSWORD = "密码："
PASSWORD_AGAIN = "再输一遍："
PASSWORDS_DIFFER = "两遍密码不一样，没有保存。请再来一次。"
PASSWORD_LENGTH = "密码应有{least}到{most}个字符，没有保存。"
ACCOUNT_ADDED = "已开账号：{name}（{role}）。启动后从网页的 /desk 登录。"
ACCOUNT_LINE = "{name}\t{role}\t{day}"
ACCOUNTS_NONE = "还没有账号。请用 wenzheng desk adduser 账号名 --role editor 开一个。"
ACCOUNT_REMOVED = "已删除账号：{name}。"
PASSWORD_CHANGED = "已换密码：{name}。已登录的地方都要重新登录。"
CONSOLE = "命令行"

ACTS = {
    "account": "开账号",
    "no_account": "删账号",
    "password": "换密码",
}
"""What kind of change the log tells of."""

# The pages.

NAME = "问政工作台"
TITLE = "{name} · 问政工作台"
NAV = "工作台栏目"
PLACES = (
    ("/desk", "待办问题"),
    ("/desk/statistics", "统计"),
    ("/desk/documents", "文件"),
    ("/desk/phones", "电话"),
    ("/desk/notice", "通知与停用"),
    ("/desk/log", "修改记录"),
)
TO_PUBLIC = "公开页面"
SIGNED_IN = "{name}（{role}）"
LOGOUT = "退出"
READ_ONLY = "您的账号只能查看，不能修改。"
PAGE_BEFORE = "上一页"
PAGE_AFTER = "下一页"
DONE: dict[str, str] = {}
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
