"""Sentences about the accounts of the desk, which are opened on the command line."""

ACCOUNT_HELP = {
    "adduser": "开一个工作台账号；密码输入两遍，或从标准输入读一行",
    "users": "列出工作台账号",
    "removeuser": "删除一个工作台账号",
    "passwd": "重设一个账号的密码",
    "name": "账号名",
    "role": "reader 只看；editor 可以答复和修改；默认 reader",
}
BAD_NAME = "账号名“{name}”不能用：请用1到32个字，可以是汉字、字母、数字、点、横线、下划线。"
NAME_TAKEN = "账号“{name}”已经有了。要换密码请用 wenzheng desk passwd {name}。"
NO_SUCH_ACCOUNT = "没有账号“{name}”。请用 wenzheng desk users 查看。"
PASSWORD = "密码："
PASSWORD_AGAIN = "再输一遍："
PASSWORDS_DIFFER = "两遍密码不一样，没有保存。请再来一次。"
PASSWORD_NO_TEXT = "密码不是 UTF-8 文字，没有改动。"
PASSWORD_LENGTH = "密码应有{least}到{most}个字符，没有保存。"
ACCOUNT_ADDED = "已开账号：{name}（{role}）。启动后从网页的 /desk 登录。"
ACCOUNT_LINE = "{name}\t{role}\t{day}"
ACCOUNTS_NONE = "还没有账号。请用 wenzheng desk adduser 账号名 --role editor 开一个。"
ACCOUNT_REMOVED = "已删除账号：{name}。"
PASSWORD_CHANGED = "已换密码：{name}。已登录的地方都要重新登录。"
