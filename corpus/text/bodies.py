"""Names of offices, recognised by how they end, for those that no table of names lists."""

import re

_ENDS = "局|委|办|会|中心|联合会|残联|妇联|办公室|大队|支队|大厅|公司|政府|办事处|部|院|所|社|校"
_BODY = re.compile(rf"[\u4e00-\u9fff（）()]{{1,30}}(?:{_ENDS})(?:[（(][^（）()]*[）)])?")
_ORGAN = re.compile(
    r"(?:[省市县区镇]|街道)(?:(?![省市县区镇])[\u4e00-\u9fff]|市场){1,14}?(?:局|厅|委员会|委(?![员托派任])|中心|联合会|残联|妇联|总工会|管委会|指挥部|办公室|大队|大厅|公司|学校)"
)
_OFFICE = re.compile(r"[\u4e00-\u9fff（）()]+(?:科|股|室|(?<!办事)处|窗口)")

_WITHIN = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,24}?(?:局|厅|委员会|委|中心|联合会|残联|公司|政府))(?P<office>[\u4e00-\u9fff]+)"
)


def is_body(words: str) -> bool:
    """Whether words can be the name of one office. Example: `区住建局` -> True; `综合科` -> False."""
    return bool(_BODY.fullmatch(words))


def is_office(words: str) -> bool:
    """Whether words can be the name of an office within a body. Example: `社会救助科` -> True."""
    return bool(_OFFICE.fullmatch(words))


def body_and_office(words: str) -> tuple[str, str] | None:
    """A body and the office of it that follows its name; None where words are not both.

    Example: `聊城市民政局养老服务科` -> (`聊城市民政局`, `养老服务科`); `养老服务科` -> None
    """
    match = _WITHIN.fullmatch(words)
    if match is None or not is_office(match["office"]) or match["office"] == "办公室":
        return None
    return match["body"], match["office"]


def bodies_in(text: str) -> list[str]:
    """The offices that running text names with the level they belong to, each once, in order.

    Example: `向县住房保障服务中心提出申请` -> [`县住房保障服务中心`]
    """
    return list(dict.fromkeys(_ORGAN.findall(text)))
