"""Sentences of WeChat and WeCom beyond the answers themselves and those that all chats share."""

MORE_PAGES = "（未完，回复 0 看下一段）"
READ_ON_PAGE = "网页上看全文：{address}"
MENU_HEAD = "回复数字选择："
MENU_ENTRY = "{number}. {label}"
HEARD_VOICE = "听到的是：“{words}”"
VOICE = "您的语音我听不出内容，请把问题打成一句话发给我，例如："
POSITION_ELSEWHERE = "收到您的位置。我手头只有{regions}的文件，别处的查不到。您可以直接问，例如："
STILL_LOOKING = "还在查，请过几秒回复“结果”两个字取回答。急事请拨打12345。"
STILL_LOOKING_SENDS = "还在查，查好了就发给您；过一会儿没有收到的，请回复“结果”两个字。急事请拨打12345。"
STILL_LOOKING_HERE = "还在查，查好了就在这里显示。急事请拨打12345。"
RESULT = "结果"
LEFT = "已转给工作人员（编号{id}），有了答复，您下次发消息时就能看到。急事请拨打12345。"
LEFT_SENDS = (
    "已转给工作人员（编号{id}），有了答复会发给您；没有收到的，您下次发消息时就能看到。急事请拨打12345。"
)
SUBSCRIBED = "已订阅“{wanted}”。有新的或有变化的条目，您下次发消息时告诉您。要退订，发 /mine。"
SUBSCRIBED_SENDS = (
    "已订阅“{wanted}”。有新的或有变化的条目，白天发给您；没有收到的，您下次发消息时告诉您。要退订，发 /mine。"
)
NEWS_MORE = "等，一共{count}条"
NEWS_HOW = "想看哪一条，把题目发给我。"
CARD_SENT = "图片发给您了，长按可以转发。"
CARD_NOT_SENT = "抱歉，图片没有发出去，请过一会儿再试。"
NO_CARD = "抱歉，图片没有做成，请过一会儿再试。"
MORE_COMMANDS = (
    "/subscribe 养老 有新政策时告诉我\n/staff 我的问题 给工作人员留言\n"
    "/mine 我问过的、工作人员的答复、订阅和到期提醒，可以逐条删除\n/forget 删除我的全部记录"
)
BOT_REFUSED = (
    "企业微信不接受这个智能机器人（错误码{code}）。请在管理后台核对 Bot ID 和长连接的 Secret，"
    "重新设置 WENZHENG_WECOM_BOT_ID、WENZHENG_WECOM_BOT_SECRET。"
)
