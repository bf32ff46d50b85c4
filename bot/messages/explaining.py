"""What `wenzheng ask --explain` says, and what an evaluation says of a lost question."""

PARTS = {
    "whole": "整条的字词",
    "document": "整份文件的字词",
    "passage": "最像的一段的字词",
    "title": "文件标题和小标题",
    "contact": "责任单位一栏",
    "syllables": "读音",
    "vector": "意思（向量）",
    "q_characters": "口语问法的字词",
    "q_syllables": "口语问法的读音",
    "q_vector": "口语问法的意思（向量）",
    "named_region": "问题里的地名",
    "asker_region": "提问人所在地",
    "named_document": "问题里的文号",
    "named_department": "问题里的部门",
    "states_term": "问期限，写了期限",
    "states_amount": "问数额，写了数额",
    "same_year": "问题里的年份",
    "annals": "任免、大事记，问没问人和事",
    "in_force": "是否到期",
    "newer": "新旧",
    "held": "整条和小标题占有的单字",
    "window": "最像的一句占有的单字",
    "stating": "写了所问数目的一句占有的单字",
    "states": "写了所问的数目",
    "counting": "以所问的单位计数的一句占有的单字",
    "kinds": "说了所问的一类事",
    "formal": "只说施行、解释或依据",
    "brevity": "条文短",
    "unasked": "没有口语问法",
}
"""Parts of a score and rules that move it."""

HEAD = ("项目", "权重")
ORDINAL = "第{ordinal}条"
CELL = "{raw:z.2f}→{weighted:+z.3f}"
TOTAL = "合计"
MEASURE = "第{ordinal}条 {id} {title}{shown}"
NOT_SHOWN = "（没有显示）"
BEST_PASSAGE = "  最像的一段：{passage}"
READ_CLOSELY = "  这一条没有口语问法，逐句比对。"
SHOWN_FIRST = "没有照合计的高低排：点明条目的、拆开几件事分别查到的在前。"
AHEAD = "第1条比第2条高{lead:.3f}，主要靠 {parts}"
BEHIND = "第1条合计比第2条低{lead:.3f}，主要差在 {parts}"
ODDS_TABLE = "把握从何而来（“若为零”是这一项为零、别的不变时的把握）："
ODDS_HEAD = ("项目", "数值", "若为零")
ODDS = {
    "cosine": "与文字的相似度",
    "lead": "相似度比一般条目高多少",
    "covered": "第1条占有问题字词的份额",
    "known": "库里有的字词占问题的份额",
    "gap": "合计比第2条高多少",
    "q_cosine": "与口语问法的相似度",
    "pinyin": "拼音占问题的份额",
    "asks": "问法像能答的（正）还是答不了的（负）",
    "m_held": "字词齐全：第1条（正）还是答不了的问法（负）",
    "lacking": "第1条没有口语问法",
    "owner": "问由谁管、电话",
    "amount": "问数额，第1条写了（1）没写（-1）",
    "term": "问期限，第1条写了（1）没写（-1）",
    "m_vector": "意思：离能答的问法（正）还是答不了的（负）近",
    "m_vectors": "同上，最近三个的平均",
    "m_characters": "字词：像能答的问法（正）还是答不了的（负）",
    "m_odds": "用词：多见于能答的问法（正）还是答不了的（负）",
    "top": "第1条的合计",
    "gap2": "合计比第3条高多少",
    "units": "问题的长短",
    "wishes": "读出了想知道什么",
    "figures": "问的是数目",
    "points": "问到具体的一点：金额、天数、地址、电话……",
    "points_printed": "所问的这一点，第1条写了（1）没写（-1）",
    "points_near": "写了这一点的一句占有的单字",
    "apart": "合计比占有字词更少的条目高多少",
    "other": "合计比别的文件里占有字词更少的条目高多少",
    **PARTS,
    **{f"{name} lead": f"{label}，比别的条目多" for name, label in PARTS.items()},
}
"""What the chance rests on that the first measure answers; signed ones are 0 where neither side is nearer."""
REFUSED_FOR = "拒答主要因为：{told}。"
REFUSED_PART = "{name}（若不计，把握 {chance:.3f}）"
AGAINST = {
    "asks": "问法像文件答不了的",
    "amount": "问数额，第1条没写",
    "term": "问期限，第1条没写",
    "states": "问数目，第1条没写",
    "points_printed": "所问的这一点，第1条没写",
    "m_vector": "意思离文件答不了的问法更近",
    "m_vectors": "意思离文件答不了的问法更近（最近三个的平均）",
    "m_characters": "字词更像文件答不了的问法",
    "m_odds": "用词多见于文件答不了的问法",
    "m_held": "问题的字词，文件答不了的问法里更全",
}
"""What speaks against an answer; the other numbers only say how strong the likeness is."""
REFUSED_WEAK = "拒答是因为各项都不够强，没有一项单独压低把握。"
NEAREST_TABLE = "得分从何而来（原始分→加权分，没有起作用的规则不列）："

READ_AS = "读作：{text}"
CONTENT = "实词：{content}"
FOUND = "读出：{found}"
FOUND_NOTHING = "没有读出地名、年份、文号、部门"
FOUND_NAMES = {
    "regions": "地名 {0}",
    "elsewhere": "外地地名 {0}",
    "years": "年份 {0}",
    "documents": "文号 {0}",
    "item": "条目 {0}",
    "departments": "部门 {0}",
    "wishes": "想知道 {0}",
}
VERDICTS = {"answer": "作答", "clarify": "反问", "not_covered": "拒答"}
REPLIES = {"answered": "作答", "clarify": "反问", "not_covered": "拒答", "chat": "寒暄"}
"""By the status of an answer."""
REPLY = "答复：{reply}{first}"
REPLY_FIRST = "，第1条是{id}"
REPLY_WITHHELD = "（检索到的没有显示：{rule}）"
REPLY_OTHERWISE = "（与判定不同：检索之后还要看第1条写没写所问的事）"
RULES_PASSED = "规则：都通过"
RULES_SAID = "规则：{reason}"
DECIDED = "判定：{verdict}{reason}。把握 {probability:.3f}，作答门槛 {threshold:.3f}"
AT_A_GLANCE = "单凭字词就能断定，没有再比较意思（向量）。"
SURE_NAMED = "问题点明了文号，不看把握。"
SURE_ALONE = "只有第1条在说这件事，又写了所问的数额或期限，不看把握。"
"""Of an answer below the threshold."""
DECIDED_REASON = "（{reason}）"
CHAT = "这是寒暄或读不了的话，没有检索。"
DANGER = "这是急难（dangers.toml 的 {name}），没有检索，先告诉打哪个电话。"
NOTHING = "没有查到任何条目。"

LOST_REFUSED = "拒答：{reason}；把握 {probability:.3f}，门槛 {threshold:.3f}；{gold}"
LOST_ANSWERED = "不该答：把握 {probability:.3f}，门槛 {threshold:.3f}；第一条主要靠 {parts}"
LOST_RANK = "{gold}；比第一条差在 {parts}"
LOST_REST = "正确的一条已在第一，失的是联系人或答复文字里的内容。"
LOST_TOPIC = "单看排序正确的一条在第一，是拆开几件事分别查时让位的。"
GOLD_RANK = "应为 {id}，排第{rank}"
NO_GOLD = "库里没有一条含有标准答案的原句"
"""Of a gold entry whose words stand in no measure."""
PART = "{name} {value:+.3f}"
