"""What documents have to do with each other, in answers, on pages and in lists."""

from corpus.ties import DocumentKind, TieKind

DOCUMENT = "《{title}》（{number}{issued}）"
DOCUMENT_UNNUMBERED = "《{title}》{issued}"
DOCUMENT_ISSUED = "，{day}发布"
ISSUED_ALONE = "（{day}发布）"

LEAD_REPEALED = "这份文件已被{document}废止{since}。"
LEAD_TO_BE_REPEALED = "这份文件自{day}起将被{document}废止。"
LEAD_LAPSED = "这份文件已被{document}宣布失效{since}。"
LEAD_TO_LAPSE = "这份文件自{day}起失效，依据{document}。"
LEAD_REVISED = "这份文件已有修订后的版本：{document}。"
LEAD_TO_BE_REVISED = "这份文件自{day}起将由修订后的版本代替：{document}。"
LEAD_AMENDED = "这一条已被{document}修改{since}："
SINCE = "（自{day}起）"
LEAD_TO_BE_AMENDED = "这一条自{day}起将按{document}修改："
LEAD_DELETED = "这一条已被{document}删去{since}，不再执行："
LEAD_TO_BE_DELETED = "这一条自{day}起将按{document}删去："
BEFORE_DELETING = "删去前的原文如下，仅供了解。"
BEFORE_AMENDING = "修改前的原文如下，请以修改后的为准。"
UNTIL_AMENDED = "到那一天以前，仍是以下原文："
LEAD_TERM = "{document}对这份文件的有效期另有规定："
LEAD_DECIDES = "以下是对{document}的修改，不是一份完整的规定。"
LEAD_OF_DECISION = "以下出自对{document}的修改决定。"
DECIDES_ON = "被修改的{item}（修改前）："
LEAD_INTERPRETATION = "以下出自政策解读，不是政策文件本身。"
LEAD_QUESTIONS = "以下出自政策问答，不是政策文件本身。"
LEAD_REPORT = "以下出自新闻报道或讲话，不是政策文件本身。"
INTERPRETS = "所解读的政策：{document}；{term}"
REPEALED = "已被{document}废止"
AMENDED = "；后来有修改：{document}"
QUOTED = "“{words}”"
MORE_CHANGES = "（修改内容较多，未全部列出，请查看修改决定全文）"

INTERPRETED = "有解读：{documents}"
IMPLEMENTED = "有配套文件：{documents}"
AMENDED_ELSEWHERE = "这份文件的其他条文有修改：{documents}"
AMENDED_SOMEWHERE = "这份文件有过修改，请核对这一条是否改动：{documents}"
INCORPORATES = "引用的文本已按修改决定修正：{documents}"
IMPLEMENTS = "所落实的文件：{documents}"
REVISES = "修订前的版本：{documents}"

TIES = {
    (TieKind.INTERPRETS, True): "解读的政策",
    (TieKind.INTERPRETS, False): "有解读",
    (TieKind.AMENDS, True): "修改的文件",
    (TieKind.AMENDS, False): "修改它的文件",
    (TieKind.INCORPORATES, True): "已按此修正",
    (TieKind.INCORPORATES, False): "已按它修正的文件",
    (TieKind.REPEALS, True): "废止的文件",
    (TieKind.REPEALS, False): "废止它的文件",
    (TieKind.REVISES, True): "修订前的版本",
    (TieKind.REVISES, False): "修订后的版本",
    (TieKind.IMPLEMENTS, True): "所落实的文件",
    (TieKind.IMPLEMENTS, False): "配套文件",
}
"""What a tied document is to the one shown, by the tie and whether the one shown is its source."""
TIED = "{tie}：{documents}"
SHOWN_CHANGED = "已被{document}修改："
SHOWN_CHANGING = "修改的是{document}{label}："
TIE_TOLD = "{tie}：{document}，依据“{words}”"

KINDS = {
    DocumentKind.POLICY: "政策文件",
    DocumentKind.DRAFT: "征求意见稿",
    DocumentKind.INTERPRETATION: "政策解读",
    DocumentKind.QUESTIONS: "政策问答",
    DocumentKind.REPORT: "新闻报道或讲话",
    DocumentKind.GUIDE: "办事指南",
    DocumentKind.AMENDMENT: "修改决定",
    DocumentKind.REPEAL: "废止决定",
}
KIND_TOLD = "类别：{kind}（依据“{words}”）"
