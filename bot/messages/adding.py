"""Sentences about documents that people add, and what somebody should look at in them."""

from collections.abc import Sequence

ADD_READING = "正在读取"
ADD_STORING = "正在存入"
ADD_FILE = "── {file} ──"
ADD_NUMBER = "文号：{number}"
ADD_NUMBER_UNPRINTED = "文号：文件中没有，以“{number}”代称"
ADD_TITLE = "标题：{title}"
ADD_ISSUER = "发文机关：{issuer}"
ADD_REGION = "地区：{region}"
ADD_REGION_WITHOUT_CODE = "地区：{region}（没有登记区号，电话按原样显示）"
ADD_ISSUED = "发布日期：{day}"
ADD_VALIDITY = "有效期：{validity}"
ADD_COUNTS = (
    "条目：{measures}条；联系电话：{phones}个；承办单位：{departments}个；单列的完成时限：{deadlines}处"
)
ADD_DEADLINES = "完成时限如：{deadlines}"
ADD_SAMPLES = "条目举例："
ADD_SAMPLE = "  {item} {words}"
ADD_SAMPLE_CONTACTS = "    → {contacts}"
ADD_DOUBTS = "请留意："
ADD_DOUBT = "  · {doubt}"
ADD_MORE = "  · 另有{count}处，存入后可用 wenzheng corpus check 查看"
ADD_NOT_FOUND = "没有找到"
ADD_RIVALS = "这一批里还有别的文件也是“{number}”，后存入的将替代先存入的"
ADD_REPEALED = "“{by}”写明废止本文件；如仍要存入，请再添加一次那份文件，本文件即不再作为答复依据"
ADD_NO_MEASURES = "没有读出任何条目，存入后不会被查到"
ADD_CHANGES = {
    "new": "存入：新文件",
    "version": "存入：同文号已有另一版本，存入后以这份为准，旧版本保留并标为已被替代",
    "none": "已有：内容没有变化，不再存入",
}
ADD_REPLACES = "取代：{numbers}（今后不再作为答复依据）"
ADD_QUESTION = "是否存入？(y/n) "
ADD_YES = ("y", "yes", "是", "好", "存", "存入")
ADD_NEEDS_YES = "没有存入：这里不是终端，无法询问。核对以上内容后，请加 --yes 再运行一次。"
ADD_DECLINED = "没有存入。"
ADD_STORED = "已存入{count}份文件。"
ADD_NOTHING = "没有需要存入的文件。"
ADD_FAULTS = "有{count}个文件没有读成，原因见上。"
ADD_LINK_OUTSIDE = "{path} 是指向文件夹外面的链接，没有读。需要时请添加它指向的文件。"
ADD_NO_FILES = "{path} 里没有文件。请检查路径。"
ADD_REPLACES_ONE = "--replaces 一次只能配一个文件。请逐个添加。"
SUSPICIONS = {
    "no number": "文中没有印文号",
    "scanned": "扫描件识别，请核对原件；电话在核实前不能一键拨打",
    "unsure figures": "可能认错的号码、金额和日期{count}处，请对照原件：{about}",
    "no date": "没有找到发布日期",
    "no region": "没有看出属于哪个地区，请指明地区",
    "strange region": "没有查到叫“{about}”的地方，问的人选不到它；请核对，地区要写全名，如“张店区”",
    "guessed region": "地区“{about}”是从正文、文件夹或网站名推断的，请核对",
    "no office": "看不出是哪个单位的文件，也不像政策或办事内容，请核对是否要存入",
    "draft": "这是征求意见稿（原文写着“{about}”），回答时会说明尚未正式印发",
    "no measures": "没有读出任何条目",
    "no department": "没有写明承办单位的条目{count}条：{about}",
    "loose phone": "电话没有对应的单位：{about}",
    "unread phone": "没有读进任何条目的电话，按号码和单位都查不到：{about}",
    "unknown department": "部门名录里没有的单位：{about}",
    "page jump": "转页标记没有接上：{about}",
    "foreign phone": "区号不是本地的电话，核实前不能一键拨打：{about}",
    "service phone": "400、800、95、96 开头的电话，核实前不能一键拨打：{about}",
    "mobile phone": "手机号码，核实前不能一键拨打：{about}",
    "premium phone": "可能收费、不是公共热线的短号，不能一键拨打：{about}",
    "look-alike digits": "号码里有样子像数字的字母或符号，请对照原件：{about}",
    "malformed phone": "位数不对的电话，核实前不能一键拨打：{about}",
    "link": "文中有网址，请核对是否本单位的：{about}",
    "mail": "文中有电子邮箱，请核对是否本单位的：{about}",
    "order": "文中有写给机器的指令，不像政策内容，请核对：{about}",
    "cited": "文中按文号提到了库里的另一份文件，请核对是否同一份：{about}",
}
SUSPICION_OF = "存疑 {document}：{words}"

_EXAMPLES = 8


def suspicion(kind: str, about: Sequence[str]) -> str:
    """What to look at, with its first examples.

    Example: ("no department", ["一", "二"]) -> "没有写明承办单位的条目2条：一、二"
    """
    shown = "、".join(about[:_EXAMPLES]) + ("……" if len(about) > _EXAMPLES else "")
    return SUSPICIONS[kind].format(count=len(about), about=shown)
