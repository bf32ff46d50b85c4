"""Sentences of what is kept of somebody: their questions, letters, subscriptions and reminders."""

HEADS = {
    "question": "您问过的：",
    "letter": "您给工作人员的留言：",
    "subscription": "您的订阅：",
    "reminder": "您的到期提醒：",
}
LINE = "{number}. {text}（{day}）"
WAITING = "\n还没有答复"
CLOSED = "\n已办结，没有另外答复"
REPLY = "\n答复：{reply}\n{signature}"
NOTHING = "没有您的记录。提问存90天；留言和订阅存到您删除为止，到期提醒存到提醒过为止。"
HOW_BUTTONS = "点按钮逐条删除；全部删除请发 /forget。"
HOW_NUMBERS = "回复编号逐条删除；全部删除请发 /forget。"
REMOVED = "已删除。"
SUBSCRIBE_WANTED = "“{wanted}”"
SUBSCRIBE_ON_PAGE = (
    "可以订阅{wanted}：在网页的“我的”里写上想关注的内容，点“订阅”。有新的或有变化的条目，下次打开网页就看到。"
)
UNSUBSCRIBE_ON_PAGE = "要退订，请在网页的“我的”里，找到“我的订阅”，点“删除”。"
NOT_REMOVED = "抱歉，现在写不进磁盘，这一条还没有删除。请过一会儿再试。"
NOTHING_NAMED = "没有说明要删除哪一条，什么也没有删除。"
