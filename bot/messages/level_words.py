"""How levels of government are called, and what is said of rules of several levels."""

_CALLED = (
    ("自治区", "自治区里"),
    ("地区", "地区里"),
    ("街道", "街道"),
    ("省", "省里"),
    ("市", "市里"),
    ("州", "州里"),
    ("盟", "盟里"),
    ("区", "区里"),
    ("县", "县里"),
    ("旗", "旗里"),
    ("镇", "镇里"),
    ("乡", "乡里"),
)
COUNTRY = "全国"
RULES = "{level}的规定"
RULES_OF = "{level}的规定（{region}）"
LEAD_LEVEL = "以下是{rules}："
OTHER_LEVEL = "{rules}："
OTHER_MEASURE = "{ordinal}. {state}{title}（{number}{item}）{words}"
OTHER_WORDS = "：“{words}”"
CUT_WORDS = "：“{words}”……"
STATE = "〔{state}〕"
SAME = "{levels}也有同样的规定：{places}"
SAME_PLACE = "{number}{item}"
ADDS = "{rules}另外写明：“{words}”"


def level_word(region: str) -> str:
    """What people call the level of a region. Example: 淄博市 -> 市里; 周村区 -> 区里; empty -> 全国."""
    if not region:
        return COUNTRY
    return next((word for end, word in _CALLED if region.endswith(end)), region)


def rules_of(region: str) -> str:
    """Whose rules they are. Example: 淄博市 -> `市里的规定（淄博市）`; empty -> `全国的规定`."""
    word = level_word(region)
    return (RULES if word in (COUNTRY, region) else RULES_OF).format(level=word, region=region)
