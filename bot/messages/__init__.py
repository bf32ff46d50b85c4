"""Every sentence people read: plain, courteous Chinese. Words in, words out; no decisions."""

from datetime import date

from corpus.extraction.days.sentence_terms import TermKind
from corpus.records import Site, State

EXAMPLES = (
    "家里旧冰箱想换新的，有补贴吗，找谁？",
    "2003年建的小区，能列入老旧小区改造吗？",
    "农村低保一年多少钱？",
)
"""Shown with greetings and help; each is answered by the bundled documents."""

HOTLINE = "12345政务服务便民热线"
TAX_HOTLINE = "12366纳税缴费服务热线"

# Small talk.

_INTRODUCTION = "您好，我是“问政”，帮您查政府公开文件：政策怎么规定、有没有到期、该找哪个部门、电话多少。"
GREETING = f"{_INTRODUCTION}\n直接用平常的话问就行，例如："
WHO_AM_I = (
    f"{_INTRODUCTION}\n我是自动查询程序，不是真人。引用的话都是文件原文，一字不改；文件里没有的，我会直说。"
    "\n您可以这样问："
)
HELP = (
    "用平常的话问一件事就行，比如想办什么、有没有补贴、归谁管。说清地方和年份，查得更准。\n"
    "我只查手头的政府公开文件，回答都注明出处、日期、是否到期和联系电话。\n您可以这样问："
)
THANKS = "不客气，有别的事随时问。比如："
GOODBYE = "再见，有事随时来问。下次可以这样问："
APOLOGY = (
    f"没帮上您的忙，抱歉。换个说法再问一次，或者直接拨打{HOTLINE}，由工作人员为您解答。您也可以试试这样问："
)

# A question that cannot be read.

EMPTY_QUESTION = "没有看到您的问题。请用一句话写下想问的事，例如："
TOO_SHORT = "字数太少，还看不出您想问什么。请多写几个字，例如："
ONLY_DIGITS = "只看到数字，还看不出您想问什么。请用一句话写下想问的事，例如："
MISUSE = (
    f"这样的事违法，我帮不了您。遇到难处，想问能申请什么、该找哪个部门，请直接说；也可以拨打{HOTLINE}。例如："
)
OTHER_LANGUAGE = (
    f"抱歉，我只能查中文文件，请用中文（或拼音）提问，也可以拨打{HOTLINE}。 Please ask in Chinese. 例如："
)

# An answer.

NOTICE = "【{day}通知】{text}"
NOTICE_UNDATED = "【通知】{text}"
LEAD_NOT_APPLICABLE = "文件写明，这一条不适用于{region}："
LEAD_NOT_YET_HERE = "这一条在{region}能不能用，文件是这样写的："
LEAD_EXPIRED = "此项政策已于{until}到期。"
LEAD_VOID = "发布网站已标明这份文件失效。"
LEAD_DRAFT = "这份文件还是征求意见稿，没有正式印发，不能作为办事依据。"
LEAD_NOT_YET = "此项政策自{start}起施行，现在尚未生效。"
LEAD_REGION = "以下是{region}的规定："
LEAD_EARLIER_YEAR = (
    "您问的是{year}年，这份文件{issued}才发布，没有写到那一年，那一年怎么规定请向承办单位核实。"
)
LEAD_TITLED_YEAR = "您问的是{year}年，这份文件管的是{titled}，您问的那一年怎么规定请向承办单位核实。"
LEAD_FORMER = "此前的规定（{where}{held}，已被取代）：“{words}”下面是现在的规定。"
FORMER_HELD = "，{begun}至{until}有效"
LEAD_OTHER_THING = "这一条写的是{said}，没有写到“{asked}”，不一定适用。"
LEAD_UNPRINTED = "文件里没有直接写到您问的这一点，下面是最接近的原文，请以承办单位的答复为准。"
LEAD_PART = "以下是{region}的文件，只管{region}；{own}别的地方以当地的规定为准。"
LEAD_OTHER_REGION = "以下是{region}的文件，不是{own}的规定。"
LEAD_RAISED = "此后{issued}的{where}写到再提高：“{words}”现在的标准请向承办单位核实。"
QUOTED = "“{words}”"
SECTION = "【{name}】"
SOURCE = "依据：《{title}》（{number}）{item}，{issued}{page}"
SOURCE_UNNUMBERED = "依据：《{title}》{item}，{issued}{page}"
ORIGINAL_PAGE = "，原件第{page}页"
SCANNED = "扫描件识别，请核对原件"
PUBLISHED_AT = "发布网址：{address}"
ISSUED = "{day}发布"
ISSUE_UNSTATED = "文件未印发布日期"
TERM_IN_FORCE = "有效期：到{until}，目前有效"
TERM_EXPIRED = "有效期：已于{until}到期"
TERM_ENDED = "有效期：手头另有文件已将它废止或取代，请看上面的提醒"
STATE_ENDED = "已废止或取代"
TERM_VOID = "有效期：发布网站标明已失效"
TERM_NOT_YET = "有效期：自{start}起施行，目前尚未生效"
TERM_DRAFT = "有效期：征求意见稿，尚未施行"
TERM_UNSTATED = "有效期：文件未写明有效期，是否仍在执行请向承办单位核实"
TERM_STARTED = "有效期：自{start}起施行，文件未写明有效期到何时，是否仍在执行请向承办单位核实"
TERM_UNSTATED_BUT = "有效期：整份文件未写明，引文里另有期限"
QUOTED_TERMS_LINE = "引文里的期限：{terms}"
QUOTED_TERMS = {
    (TermKind.GRANT, State.EXPIRED): "“{words}”，{until}已过，这个期限已经结束",
    (TermKind.GRANT, State.IN_FORCE): "“{words}”，到{until}，目前还没有结束",
    (TermKind.GRANT, State.NOT_YET): "“{words}”，自{start}开始，现在还没到",
    (TermKind.FUND, State.EXPIRED): "“{words}”是安排资金的年份，{until}已过",
    (TermKind.FUND, State.IN_FORCE): "“{words}”是安排资金的年份，到{until}，目前还没有过",
    (TermKind.FUND, State.NOT_YET): "“{words}”是安排资金的年份，自{start}开始，现在还没到",
}
WINDOW_HOLDS = "申报时间：“{words}”，{asked}在这个时间内"
WINDOW_MISSED = "申报时间：“{words}”，{asked}不在这个时间内，下一次从{coming}开始"
WINDOW_OVER = "申报时间：“{words}”，{asked}已经过了这个时间，文件没有写下一次"
WINDOW_PAST = "申报时间：“{words}”，{asked}已经过了这个时间"
WINDOW_TODAY = "今天（{day}）"
NOTICE_TERMS_LINE = "申报期限：{terms}"
NOTICE_TERMS = {
    State.EXPIRED: "“{words}”{where}，{until}已过",
    State.IN_FORCE: "“{words}”{where}，目前还没有结束",
    State.NOT_YET: "“{words}”{where}，自{start}开始，现在还没到",
}
TERM_BASIS = "（原文：“{basis}”）"
TERM_BASIS_ELSEWHERE = "（{number}写明：“{basis}”）"
DEADLINE = "完成时限：{deadline}"
ASK_WHOM = "找谁问："
SUPPORT = "配合单位："
PHONE = "电话 {phone}"
UNCHECKED = "（号码未经核对）"
PHONE_UNCHECKED = f"电话{UNCHECKED}{{phone}}"
"""Of a number that is not plausible for its place: the mark stands before it, and no page makes it a link."""
PERSON = "联系人 {person}"
LENT_PHONE = "（电话取自{source}{day}{transfer}）"
LENT_DAY = "，{day}"
LENT_TRANSFER = "，可请其转接承办科室"
PRINTED_AT = "（{site}写明{words}）"
PRINTED_WORDS = "：“{words}”"
SITES = {
    Site.ITEM: "{item}",
    Site.HEADING: "标题",
    Site.NOTE: "正文之前",
    Site.END: "文末",
    Site.OUTSIDE: "条目之外",
}
"""Where in a document something stands that is said of a measure elsewhere in it."""
CONFIRMED_PHONE = "（电话由{by}于{day}核实，依据：{source}{printed}）"
PRINTED_PHONE = "；文件印的是{phone}"
PRINTED_NONE = "；文件里没有印"
NO_PHONE = f"文件未印电话，可拨打{HOTLINE}转接"
DOCUMENT_CALLS = "文件没有写明这一条的联系电话，整份文件的联系方式是："
DOCUMENT_DESKS = "文件没有写明这一条由谁承办，整份文件写明的承办单位是{names}"
DOCUMENT_DESKS_TOO = "整份文件写明的承办单位是{names}"
DOCUMENT_INTERPRETERS_TOO = "整份文件由{names}负责解释"
DOCUMENT_INTERPRETERS = "文件没有写明这一条由谁承办，整份文件由{names}负责解释，可以向其咨询"
OF_DOCUMENT = "（这是整份文件的联系方式）"
UNNAMED_DESK = "文件所留"
NO_CONTACT = f"文件未写明承办单位，可拨打{HOTLINE}咨询"
OFFICES = "（{offices}）"
MORE_CALLS = "（共{count}个联系方式，其余见全文）"
MORE_DEPARTMENTS = "等{count}个单位"
PART = "您问的“{words}”："
PART_UNMET = "您还问了“{words}”：没有查到能回答的内容，可以单独再问一次，或者拨打{hotline}咨询。"
OTHER_MEASURES = "相关的还有："
OTHER_MEASURE = "{ordinal}. {region}{title}（{number}{item}）"
OTHER_REGION = "〔{region}〕"
MORE_TEXT = "（原文较长，未全部列出，请查看全文）"

# What the documents do not answer.

NOT_COVERED = "手头的文件里没有查到能回答这个问题的内容。"
NOT_COVERED_FOREIGN = (
    f"没有查到能回答这个问题的内容。我只能查中文文件，请用中文（或拼音）提问，也可以拨打{HOTLINE}。"
    " Please ask in Chinese. 例如："
)
WAY_ON = f"您可以拨打{HOTLINE}咨询。"
NEIGHBOUR = (
    "手头文件里最接近的是{number}{item}“{title}”，有没有写您问的这一点，我拿不准；"
    "要看原文，请回复“{number}{item}”。"
)
EARLIER = "手头文件里最接近的是{day}发布的{number}{item}“{title}”，写的不是您问的那一年。"
ELSEWHERE = "{region}有相近的规定，不是您问的地方的，只供参考：{number}{item}“{title}”。"
NEIGHBOUR_CALL = "这件事可以问{call}。"
NEIGHBOUR_DOES = "这件事由{department}负责，文件未印它的电话。"
CLOSE_TOPICS = "手头文件里相近的内容有："
TOPIC = "{title}（{region}）"
CLARIFY = "您想问的是下面哪一件？请直接告诉我，或者再说具体些。"
CLARIFY_VAGUE = "请再说具体些，我好为您查准：想办什么事、是个人还是企业、在哪个地方？"

# Channels.

WELCOME = GREETING
BUTTON_FULL_TEXT = "查看全文"
BUTTON_FULL_TEXT_OF = "全文：{title}"
NOT_TEXT = "我现在只看得懂文字，请把问题打成一句话发给我，例如："
FAILED = f"抱歉，刚才出了点问题，没能答上来。请稍后再问一次；急事请拨打{HOTLINE}。"
LIBRARY_UNREACHED = (
    f"抱歉，政策库这会儿连不上，没能查，不敢随便答您。请过几分钟再问一次；急事请拨打{HOTLINE}。"
)
LINK_EXPIRED = "这个链接指的条目没有找到，可能已经更新。请直接问，例如："
BUTTON_EXPIRED = "这条消息已过时，请重新提问。"
UNKNOWN_COMMAND = "没有这个命令。直接用一句话提问就行，或发送 /help 查看用法。"


def chinese_date(day: date) -> str:
    """The day as people write it.

    Example: date(2024, 7, 22) -> "2024年7月22日"
    """
    return f"{day.year}年{day.month}月{day.day}日"


def with_examples(text: str) -> str:
    """The text and three questions to start from, one a line."""
    return "\n".join((text, *(f"· {example}" for example in EXAMPLES)))
