"""What `wenzheng ask --explain` says, and what an evaluation says of a lost question."""

PARTS = {
    "whole": "整条的字词",
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
    "in_force": "是否到期",
    "newer": "新旧",
}
"""Parts of a score and rules that move it."""

HEAD = ("项目", "权重")
PLACE = "第{place}条"
CELL = "{raw:.2f}→{weighted:+.3f}"
TOTAL = "合计"
MEASURE = "第{place}条 {id} {title}{shown}"
NOT_SHOWN = "（没有显示）"
BEST_PASSAGE = "  最像的一段：{passage}"
SUBSTITUTE = "  这一条没有口语问法，口语问法各项用文字的得分代替。"
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
RULES_PASSED = "规则：都通过"
RULES_SAID = "规则：{reason}"
DECIDED = "判定：{verdict}{reason}。把握 {probability:.3f}，作答门槛 {threshold:.3f}"
DECIDED_REASON = "（{reason}）"
REASONS = {
    "empty": "没有可查的内容",
    "gibberish": "不成话",
    "too_vague": "太笼统",
    "other_place": "问的是没有收录的地方",
    "other_year": "问的是文件之后的年份",
    "near_miss": "有这件事，没写所问的这一点",
    "off_topic": "不是文件里的事",
    "no_item": "那份文件没有这一项",
}
"""Other reasons are kinds of questions and called as their file is."""
KIND = "属于文件答不了的一类：{kind}"
CHAT = "这是寒暄或读不了的话，没有检索。"
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
