"""What is wrong with the value of a setting, and what it should look like."""

TOKEN = "Telegram 令牌应形如 123456:ABC-DEF，由 @BotFather 发放"
ADDRESS = "应为 http:// 或 https:// 开头的网址"
INDEX_PLACE = (
    "应为文件夹，或形如 postgresql://用户:口令@主机:5432/数据库 的地址（口令里的 @ : / 要写成 %40 %3A %2F）"
)
SOCKET_ADDRESS = "应为 wss:// 开头的地址"
FRAMES = "应为网址清单，如 https://www.example.gov.cn，用空格隔开"
KEYS = "应形如 名称:密钥，用逗号隔开，密钥至少16个字符"
NETWORKS = "应为网段清单，如 127.0.0.0/8,10.1.0.0/16，用逗号隔开"
HOTLINE_SECRET = (
    "推送到热线系统（WENZHENG_HOTLINE_URL）时必须设签名密钥，是24到64个字节的 base64，"
    "例如 openssl rand -base64 32 生成的"
)
WEBHOOK_SECRET = (
    "用推送（WENZHENG_WEBHOOK_URL）时必须设校验令牌，由字母、数字、_ 和 - 组成，最多256个，"
    "例如 openssl rand -hex 32 生成的；不设的话谁都能冒充 Telegram"
)
CALLBACK_TOKEN = "应为3到32个字母或数字，与平台后台填写的 Token 一致"
ENCODING_KEY = "应为43个字母或数字，与平台后台的 EncodingAESKey 一致"
WECHAT_PARTS = "接公众号还要设 WENZHENG_WECHAT_APPID；用安全模式的再设 WENZHENG_WECHAT_KEY"
WECOM_PARTS = "接企业微信还要设 WENZHENG_WECOM_CORP（企业 ID）和 WENZHENG_WECOM_KEY（EncodingAESKey）"
SECRET_PARTS = {
    "wechat": "要主动发消息，先接好公众号：WENZHENG_WECHAT_APPID、WENZHENG_WECHAT_TOKEN",
    "wecom": "要主动发消息，先接好企业微信：WENZHENG_WECOM_CORP、WENZHENG_WECOM_TOKEN、WENZHENG_WECOM_AGENT",
}
ROBOT_PARTS = "接企业微信智能机器人还要设 WENZHENG_WECOM_BOT_ID"
UNUSABLE = "这个值用不了"
HINTS = {
    "log_level": "可用的值：DEBUG、INFO、WARNING、ERROR",
    "max_file_mb": "应为正整数，单位 MB",
    "max_pages": "应为正整数",
    "max_rows": "应为正整数",
    "max_read_seconds": "应为正整数，单位秒",
    "max_read_memory_mb": "应为正整数，单位 MB",
    "web_port": "应为0到65535的整数",
    "wecom_agent": "应为数字，即应用详情页的 AgentId",
    "web_tls": "应为 true 或 false",
    "straight_in": "应为 true 或 false",
    "follow_pause_s": "应为0或正数，单位秒",
    "follow_file_mb": "应为正整数，单位 MB",
    "web_per_minute": "应为正整数",
    "web_per_minute_key": "应为正整数",
}


def setting_fault(name: str, value: str, hint: str) -> str:
    """One line about a setting that cannot be used.

    Example: ("WENZHENG_HOME", "x", "不是目录") -> "设置 WENZHENG_HOME=x 无效：不是目录。"
    """
    return f"设置 {name}{'=' + value if value else ''} 无效：{hint}。"
