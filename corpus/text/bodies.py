"""Names of offices, recognised by how they end, for those that no table of names lists."""

import re

from corpus.text.numerals import UP_TO_99

_ENDS = (
    r"(?<![布格结])局|委|(?<![承主协经督申举开兴补催交查领创自公民包快])办|会|中心|联合会|残联|妇联|工商联|科协|办公室|大队|支队|总队|大厅|公司|集团|政府|办事处|代办处|代表处|部|厅|院|所|社|校"
    "|站|银行|支行|分行|海关|专班|[书化术物技育案念]馆"
)
_BODY = re.compile(rf"[\u4e00-\u9fff（）()]{{1,30}}(?:{_ENDS})(?:[（(][^（）()]*[）)])?")
_TOWN = re.compile(r"[\u4e00-\u9fff]{2,6}(?:镇|乡|街道|开发区|高新区|经开区|新区|园区)")
_VILLAGE = re.compile(
    r"(?![各本该全我你这那哪每所])[\u4e00-\u9fff]{1,6}(?<![行政农乡新自然])(?:村|社区|小区)"
)
_GOING = r"可[以前到向在]|也可|请|前往|到|赴|拨打|登录|直接|通过"
"""Words that send somebody to an office and are no part of its name."""
_OFFICE = re.compile(
    rf"(?!{_GOING})[\u4e00-\u9fff（）()]+(?:科|股|室|(?<!公)司|(?<!办事)(?<!代办)(?<!代表)处|窗口)"
)
_SENT_TO = re.compile(
    r"[\u4e00-\u9fff]{0,10}?(?:拨打|致电)"
    r"|(?:具体|详情|详细|如?有疑问|也|可|以|请|并|直接|及时|向)*(?:咨询|联系)"
    r"(?!服务|中心|热线|电话|方式|窗口|机构|单位|部门|公司|行业|协会|委员|[科处室部站所点员师人台](?![\u4e00-\u9fff]{2}))"
)
"""How words may begin that send people to a body. Example: `具体可咨询`, `漏水请拨打` before `县水利局`."""
_WINDOW = re.compile(r"[\u4e00-\u9fff]{2,16}(?:中心|站|大厅)")
"""Part of a body only where it stands behind the body's name: 县人社局就业服务中心."""

_MASS = (
    r"残联|残疾人联合会|妇联|妇女联合会|工商联|总工会|科协|科学技术协会|红十字会"
    r"|共青团[\u4e00-\u9fff]{2,10}?[省市州县区旗]委|团[省市州县区旗]委"
)
"""Bodies whose offices are called 部. Example: `区残联教育就业部`."""
ADDRESS = (
    r"[\u4e00-\u9fff]{1,20}(?:[路街道巷弄]|大道|[镇乡村])(?:[东南西北中]段)?"
    r"\d{1,5}(?:-\d+)?号?[\u4e00-\u9fff\d]{0,16}"
)
"""A street and a number, as a pattern without groups. Example: `和平路195号`."""
_ROOM = re.compile(
    rf"(?<=[科股室处])(?:[\dA-Za-z{UP_TO_99}]{{1,4}}(?:号?楼|层))?[A-Za-z]?\d{{2,4}}(?:办公)?(?:室|房间?)?$"
)
"""The number of its room behind an office. Example: `206办公室` behind `商贸科`."""
_BEHIND = re.compile(r"[（(](?P<inside>[^（）()]{2,30})[）)]?$")
_WHERE = re.compile(rf"[\d{UP_TO_99}A-Za-z](?:号?楼|层|号|室|窗口|厅)")
"""Where to find a body, in the bracket behind its name, whose end may be cut off. Example: `2楼3号窗口`."""
_DIALLED = re.compile(r"\d{5}")
_LONGEST_BEHIND = 32
_PARTY = r"[省市州县区旗镇乡]委"
_WITHIN = re.compile(
    rf"(?P<body>[\u4e00-\u9fff]{{0,12}}?{_PARTY}(?:组织|宣传|统战|社会工作)部"
    r"|[\u4e00-\u9fff]{1,24}?(?:局(?:[\u4e00-\u9fff]{2,4}分局)?|厅|委员会|管委会|(?<![省市州县区旗镇乡])委(?!员|会)"
    r"|中心|联合会|残联|公司|政府|办事处))"
    r"(?P<office>[\u4e00-\u9fff]+)"
)
_WITHIN_MASS = re.compile(
    rf"(?P<body>[\u4e00-\u9fff]{{0,12}}?(?:{_MASS})|[\u4e00-\u9fff]{{2,20}}?中心)(?P<office>[\u4e00-\u9fff]{{2,8}}部)"
)
"""Bodies whose offices are called 部, those of a 中心 too. Example: `县就业服务中心创业部`."""
_WITHIN_FIRM = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{1,20}?(?:公司|集团|(?:图书|文化|美术|博物|科技|体育|档案|展览|纪念|殡仪|天文)馆|公园|医院|剧院|影院))"
    r"(?P<office>[\u4e00-\u9fff]{2,8}?(?:部|队|班|前台|服务台|大厅|营业厅))"
)
"""A part of a firm or a house that is open to all. Example: `县供水公司抢修队`, `县美术馆典藏部`."""
_WITHIN_HOUSE = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,20}?(?:中心|大厅))"
    rf"(?:[\d{UP_TO_99}]{{1,3}}(?:号?楼|层)|[A-Za-z\d东西南北]{{1,2}}[区厅]|[A-Za-z]?\d{{1,3}}号?)*(?P<office>[\u4e00-\u9fff]{{2,10}}窗口)"
)
"""A window of a house of many, with where it is between. Example: `县政务服务中心二楼残联窗口`."""
_WITHIN_MINISTRY = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,12}?(?:部|总局|总署))(?P<office>[\u4e00-\u9fff]{2,10}(?<!公)司)"
)
"""An office of a ministry. Example: `住房城乡建设部城乡规划司`."""
_CERTAIN = (_WITHIN_MASS, _WITHIN_MINISTRY, _WITHIN_FIRM, _WITHIN_HOUSE)
_SECOND_NAME = re.compile(r"[（(][\u4e00-\u9fff]{1,12}[科股室处心站][）)]$")
"""Another name of an office. Example: `（总部经济处）` behind `商务促进处`."""
_UTILITY = re.compile(
    r"(?!管道|天然|集中|城[市乡镇区]|居民|农村|家庭|瓶装|液化|工业|冬季|安全|本地|市政|生活|二次|用户)"
    r"[\u4e00-\u9fff]{2,6}(?:燃气|热力|水务|供热|供水|供电|电力|自来水|公交|物业)"
)
"""A firm by its short name, which its trade ends. Example: `恒泰热力`."""
_LEVEL_ALONE = r"[省市州盟地县区旗]级?"
_ANY = r"(?:各级|各|有关|相关|其[他它]|职能|责任|主管|成员|牵头|配合|行业)"
_SEVERAL_DISTRICTS = (
    r"各?(?:县[、/]?市[、/]?区|市[、/]?县(?:[、/]?区)?|[县市区]（[县市区旗、/]+）"
    r"|县[、/]?区|区[、/]?县)(?!域)"
)
"""Not 县市, which 县市场监管局 begins with."""
_VAGUE = re.compile(
    rf"{_ANY}+(?:部门|单位|科室)(?:[和、及与]?(?:部门|单位))?|部门|单位|暂?无|待定|略|同上"
    rf"|{_LEVEL_ALONE}(?:[、，/和与及]{_LEVEL_ALONE})*"
    r"|具体(?:承办|经办|办理|负责|实施)?的?(?:相关|有关)?(?:业务|职能)?(?:部门|单位|机构|[科股处]室)"
    r"|各[\u4e00-\u9fff]{0,8}(?:科|股|[科股处]室|[大中]队)"
    rf"|(?:{_SEVERAL_DISTRICTS}|各级|县级以上(?:地方)?(?:各级)?)(?:人民政府)?[\u4e00-\u9fff]{{1,16}}(?:局|部门)"
    r"|(?:地址|地点|邮编|(?:电子)?邮箱|网址)[：:].*|.{0,4}(?:推进|坚持|落实|实施|完成)|[^\u4e00-\u9fffA-Za-z]*"
)
_ANY_TOWN = re.compile(r"(?:乡镇|镇|乡|街道)(?:（街道）)?(?:人民)?(?:政府|办事处)")
_DISTRICT = re.compile(
    r"(?:[\u4e00-\u9fff]{2,4}[省市州])?[\u4e00-\u9fff]{1,6}(?:(?<![社小])区|县|市|旗|镇|乡|街道|开发区|高新区)(?:（[^（）]*）)?|[省市州县区]本级(?:（[^（）]*）)?"
    r"|[\u4e00-\u9fff]{2,10}(?:集聚区|示范区|名胜区|度假区|保税区|合作区|(?:产业|工业)园区?)"
)
_OF_DISTRICT = re.compile(
    r"(?!村镇|乡镇|城镇)(?:[\u4e00-\u9fff]{2,3}[省市州])?(?P<district>[\u4e00-\u9fff]{1,4}?(?:开发区|高新区|经开区|新区|区|县|市|旗|镇|乡|街道))"
)
_GOVERNMENT = re.compile(r"(?!.*(?:镇|乡|街道)(?:人民)?政府$).*(?:政府|[省市县区]委|国务院)")
_OWN_DISTRICT = re.compile(
    r"[省市州县区旗镇乡](?![村镇域场容级内外直管化]|政(?![府务协法]))[\u4e00-\u9fff]{2,}|[\u4e00-\u9fff]{2,6}(?:省|市|县|区|自治州)[\u4e00-\u9fff]{3,}"
)
_PLACED = re.compile(r"[\u4e00-\u9fff]{2,5}(?:省|市(?![场政民容域])|县(?!域)|自治[州区])[\u4e00-\u9fff]{3,}")
_KIND_OF_OFFICE = re.compile(r"(?!综合|党政|党委|行政|机关|政策)[\u4e00-\u9fff]{4,}办公室")
_GAP = re.compile(r"(?<=[局委办会厅部院社心团])[ \t\u3000]+(?=[省市县区各])")
_SPACE = re.compile(r"[ \t\u3000]")


def is_body(words: str) -> bool:
    """Whether words can be the name of one office. Example: `区住建局` -> True; `综合科` -> False."""
    return bool(_BODY.fullmatch(words))


def is_town(words: str) -> bool:
    """Whether words name a town, street or zone that stands for its government. Example: `北郊镇` -> True."""
    return bool(_TOWN.fullmatch(words))


def is_village(words: str) -> bool:
    """Whether words name one village, community or estate. Example: `大李庄村` -> True; `各村` -> False."""
    return bool(_VILLAGE.fullmatch(words))


def is_any_town(words: str) -> bool:
    """Whether words name the government of each one's own town. Example: `镇政府` -> True."""
    return bool(_ANY_TOWN.fullmatch(words))


def is_district(words: str) -> bool:
    """Whether words name a district, county, town or zone. Example: `清河区` -> True; `和平社区` -> False."""
    return bool(_DISTRICT.fullmatch(words)) and not words.endswith("社区")


def district_of(words: str) -> str:
    """The district that a name begins with; empty where it begins with none.

    Example: `清河区人社局` -> `清河区`; `区人社局` -> ``
    """
    match = _OF_DISTRICT.match(words)
    return match["district"] if match else ""


def is_office(words: str) -> bool:
    """Whether words can be the name of an office within a body. Example: `社会救助科` -> True."""
    return bool(_OFFICE.fullmatch(words))


def is_utility(words: str) -> bool:
    """Whether words are the short name of a firm that supplies all.

    Example: `青禾燃气` -> True; `管道燃气` -> False
    """
    return bool(_UTILITY.fullmatch(words))


def is_placed(words: str) -> bool:
    """Whether an office names a place of its own and so is a body. Example: `清河市教研室` -> True."""
    return bool(_PLACED.match(words))


def is_second_name(body: str, bracket: str) -> bool:
    """Whether words in the bracket behind a body are another name of it and not an office within it.

    They name a district themselves, or are a kind of 办公室 as the body is.

    Example: `市国动办`, `市人民防空办公室` -> True; `市外事办公室`, `港澳事务办公室` -> True;
    `市民政局`, `办公室` -> False
    """
    if not is_body(bracket):
        return False
    return bool(_OWN_DISTRICT.match(bracket)) or (
        body.endswith("办公室") and bool(_KIND_OF_OFFICE.fullmatch(bracket))
    )


def is_government(words: str) -> bool:
    """Whether words name a whole government or party committee above towns, which answers for too much.

    Example: `县人民政府` -> True; `北郊镇人民政府` -> False
    """
    return bool(_GOVERNMENT.fullmatch(words))


def is_vague(words: str) -> bool:
    """Whether words in the slot of a department or an office name none, or any of a kind.

    Example: `各有关部门`, `各行政执法科`, `县级以上教育局`, `市、区`, `/`, `无` -> True
    """
    return bool(_VAGUE.fullmatch(words))


def body_and_office(words: str) -> tuple[str, str] | None:
    """A body and the office of it that follows its name; None where words are not both.

    The office of a whole government is a body: `市政府督查室` -> None. A second name may follow in a bracket.

    Example: `聊城市民政局养老服务科` -> (`聊城市民政局`, `养老服务科`); `养老服务科` -> None
    """
    second = _SECOND_NAME.search(words)
    if second is not None:
        within = body_and_office(words[: second.start()])
        return (within[0], within[1] + second[0]) if within else None
    certain = next(filter(None, (pattern.fullmatch(words) for pattern in _CERTAIN)), None)
    if certain is not None:
        return certain["body"], certain["office"]
    match = _WITHIN.fullmatch(words)
    if match is None or not (is_office(match["office"]) or _WINDOW.fullmatch(match["office"])):
        return None
    whole = match["office"] == "办公室" and not match["body"].endswith("局")
    return None if whole or is_government(match["body"]) else (match["body"], match["office"])


def without_sending(words: str) -> str:
    """The words without what sends people to the body that they name.

    Example: `具体可咨询县农业农村局种植科` -> `县农业农村局种植科`; `咨询服务中心` -> itself
    """
    match = _SENT_TO.match(words)
    return words[match.end() :] if match else words


def without_window(words: str) -> str:
    """A name without the bracket behind it that says where in which house to go.

    Example: `市人社局就业促进科（2楼3号窗口）` -> `市人社局就业促进科`; `商贸科206办公室` -> `商贸科`
    """
    room = _ROOM.search(words)
    if room:
        return words[: room.start()]
    behind = _BEHIND.search(words, max(0, len(words) - _LONGEST_BEHIND))
    located = behind and _WHERE.search(behind["inside"]) and not _DIALLED.search(behind["inside"])
    return words[: behind.start()] if behind and located else words


def set_bodies_apart(text: str) -> str:
    """The text with 、 for the blank between two names, which stay apart when white space is removed.

    Example: `县财政局 县民政局` -> `县财政局、县民政局`
    """
    return _GAP.sub("、", text) if _SPACE.search(text) else text
