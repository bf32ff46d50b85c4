"""Sentences about what is kept: the database, the desk of the staff, the report."""

STORE_UNUSABLE = "数据库用不了：{path}（{cause}）。请检查路径、权限和磁盘空间；文件损坏时请移走它再启动。"
STORE_NEWER = (
    "数据库 {path} 由更新的版本写成（第{version}版）。请升级 wenzheng，或用 WENZHENG_HOME 换一个文件夹。"
)
DESK_NO_SUCH = "没有第{id}号留言。请用 wenzheng desk list 查看。"
DESK_REPLIED = "第{id}号留言已经答复过或关闭了。"
DESK_LINE = "{id}\t{day}\t{text}"
DESK_EMPTY = "没有待答复的留言。"
DESK_SAVED = "已保存对第{id}号留言的答复，机器人运行时会送到对方的对话里。"
DESK_DEPARTMENT = "单位"
DESK_NO_WORDS = "答复是空的。请写 wenzheng desk reply 编号 答复内容。"
REPLY_STAFF = "工作人员"
REPLY_SIGNED = "——{words}"
REPLY_APPROVED = "{name}核准"
DESK_HELP = {
    "desk": "群众留下的问题：查看、答复",
    "list": "列出待答复的留言",
    "reply": "答复一条留言",
    "id": "留言编号",
    "words": "答复内容",
    "department": "答复单位，写在答复末尾，如 区商务局",
}
REPORT_HELP = {
    "report": "使用情况：问了什么、哪些没有答上、哪些条目评价差、快慢",
    "days": "只看最近多少天；默认30",
    "html": "另写一份网页报告到这个文件",
}
REPORT_TITLE = "使用报告"
REPORT_SPAN = "{start} 至 {end}（世界协调时）"
REPORT_TOTALS = "提问{count}次；按结果：{parts}"
REPORT_STATUSES = {"answered": "已答", "clarify": "追问", "not_covered": "未涵盖", "chat": "寒暄"}
REPORT_PART = "{name}{count}"
REPORT_UNCOVERED = "没有答上的问题"
REPORT_ASKED = "问得最多的条目"
REPORT_WORST = "评价差的条目"
REPORT_REASONS = "差评原因"
REPORT_SPEED = "答复用时"
REPORT_DAYS = "每天提问次数"
REPORT_LATENCY = "一半在 {p50:.0f} 毫秒内，九成五在 {p95:.0f} 毫秒内，最慢 {most:.0f} 毫秒"
REPORT_RATED = "{measure}\t👎 {bad}\t👍 {good}"
REPORT_COUNTED = "{words}\t{count}"
REPORT_NOTHING = "（没有）"
REPORT_WRITTEN = "网页报告已写入：{path}"
BACKUP_HELP = {
    "backup": "备份：把留存的数据、自己添加的文件和设置（不含密钥）写成一个文件，机器人不用停",
    "restore": "恢复：从备份文件恢复到空的数据文件夹，先停机器人",
    "file": "备份文件，如 备份.zip",
}
BACKUP_DONE = "已备份{count}个文件：{path}。里面有群众的提问和留言，请妥善保管。"
BACKUP_NOTHING = "{path} 里没有可备份的数据。请检查 WENZHENG_HOME。"
BACKUP_EXISTS = "{path} 已经存在，没有覆盖。请换一个文件名。"
BACKUP_FAILED = "写不了备份 {path}（{cause}）。请检查路径、权限和磁盘空间。"
RESTORE_DONE = "已恢复{count}个文件到 {path}。令牌和密钥不在备份里，请重新设置环境变量后启动。"
RESTORE_IN_USE = "{path} 里已有数据，没有改动。请先停机器人，移走这个文件夹再恢复。"
RESTORE_DAMAGED = "{path} 打不开、不完整或不是 wenzheng 的备份，没有写入任何数据。请换一份备份。"
RESTORE_OTHER = "{path} 由别的版本写成，没有写入任何数据。请升级 wenzheng 再恢复。"
