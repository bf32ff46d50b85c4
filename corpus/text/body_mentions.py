"""Bodies that running text names: 由县财政局会同县民政局制定, 向青禾县残疾人联合会申请."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.text.numerals import UP_TO_99

_HAN_RUN = re.compile(r"(?<=\d)[号楼层室弄幢栋座]{1,2}|[\u4e00-\u9fff]+")
"""Characters without a mark or figure between; the end of an address is no part of the name behind it."""
_END = re.compile(
    r"局(?![部面限势级])(?:[\u4e00-\u9fff]{2,4}分局)?|分局|厅(?!长)|委员会|管委会"
    r"|委(?![员托派任书办组宣统政编网人社老军]|会(?!同))|中心(?![任工镇区位小校学]|城(?!乡居)|医院|卫生院)|联合会|残联|妇联|工商联|侨联|科协|(?<!业)协会(?!同)|工会|红十字会|供销社|供销联社"
    r"|(?:组织|宣传|统战|社会工作|武装)部(?!门)|办公室|(?:编|网信|人才|金融|扶贫|信访|政务|外事|农|台|侨|老龄|创业|专班|双拥|招生|招商|文明|禁毒|征兵|国动|食安|安委|防汛|项目)办(?![理法公事])"
    r"|(?<=统计局)[\u4e00-\u9fff]{2,8}调查总?队|大队|支队|总队|大厅|公司|集团(?!有限|股份|公司)|指挥部|专班|(?<=银行)[\u4e00-\u9fff]{2,8}分行|(?<=人行)[\u4e00-\u9fff]{2,8}分行|政府(?![采购投资补贴助部门办])|办事处|支行|法院|检察院|海关"
    r"|(?:财政|派出|司法|人社|税务|卫生|服务|事务|管理)[所站](?![\u4e00-\u9fff]?[所站])|(?:行政)?(?:主管)?部门"
    r"|考试院|(?:税务|公安|监察|海关|市场监管|民政|婚姻登记)机关|(?:工作|经办|登记|救助管理|就业服务|社会保险|医疗保障|监督)机构"
)
"""How the names of bodies end, and what behind them shows that they are other words: 部门, 委员, 局面."""
_SIGN = re.compile("[局厅委心会残妇商侨协社部室办队司团班府处行院关所站构]")
"""One of these is in every such ending: a text without any names no body and needs no further look."""
_BOUND = re.compile(
    r"会同|(?:户籍|居住|参保|注册)(?:所在)?地(?![省市县区]级)|由|以|被|的|向|到|在|[通经超]过|属于|受(?!理)|强化|优化|完善|经(?![济贸信开营发])|报|送|请|交(?!通)|至|并|或者?|与|及|和|从|给|对(?!外)|为|找|是|将|可|应(?!急)|须|需"
    r"|咨询|联系|委托|前往|支持|鼓励|指导(?!中心|服务|[站所科处室办])|督促|协调(?!中心|小组|[科处室办])|争取|要求|责[令成]|[纳列]入|依托|配合|协助|建立|成立|设立|按照|根据|其中|负责|牵头|联合(?!会)|(?<![工招])商(?!务|业)|同(?!步)|(?<=[局委厅])设(?![施备计区])"
)
"""Words before which or behind which a name may begin; none stands within one."""
_JOINS = re.compile(
    r"(?:发展|资源|住房|卫生|文化|教育|农业|广播|科学|科技|工业|经济|交通|安全|民族|园林|规划|旅游)[和与及]"
)
"""和 within a name. Example: `县发展和改革局`."""
_TWO_FIELDS = re.compile(
    r"(?<=[省市州县区旗])(?P<first>[\u4e00-\u9fff]{2,4}(?<![局厅委办会级民]))[和与](?P<second>(?![省市州县区旗镇乡](?!容))[\u4e00-\u9fff]{2,6}局)$"
)
"""A bureau of two fields, whatever these are. Example: `青禾区建设和水务局`."""
_OFFICE_JOINS = re.compile(r"(?<=[\u4e00-\u9fff]{2})[与和及](?=[\u4e00-\u9fff]{2,8}[科股室处]$)")
"""A joining word within the name of an office. Example: `职业与成人教育科`."""
_ZONE = (
    r"[\u4e00-\u9fff]{0,8}?"
    r"(?:开发区|高新区|经开区|新区|示范区|园区|商务区|功能区|度假区|保税区|科学城|科技城)"
)
_LOCAL = r"[\u4e00-\u9fff]{2,4}?(?:街道|镇|乡)"
_TOPONYM = r"[\u4e00-\u9fff]{1,3}?(?:自治[州县区]|[省市州盟县区旗])"
_LEVEL = re.compile(
    rf"(?:中共|国网|国家税务总局|团)?(?:(?:{_TOPONYM}){{1,3}}?(?:{_ZONE}|{_LOCAL})?|[省市州县区旗镇乡]|街道|{_ZONE}|{_LOCAL})"
)
"""What a name begins with: a place, or the level of government it belongs to."""
_OF_COUNTRY = re.compile(
    r"(?!当地|所在|各|有关|相关|地方)[\u4e00-\u9fff]{2,4}(?:银保监|银监|保监|证监|金融监管|外汇管理|邮政管理|通信管理)(?:分局|局)|公安(?!机关|[交刑特])[\u4e00-\u9fff]{2,4}分局"
    r"|(?:中国)?(?:人民银行|人行)[\u4e00-\u9fff]{2,8}(?:分行|支行)|国家统计局[\u4e00-\u9fff]{2,8}调查总?队"
)
"""Branches of bodies of the country, whose place needs no level. Example: `青禾银保监分局`."""
_DOES = re.compile(
    r"依[法规照据]|承担|履行|设立|予以|给予|严[格肃]|做|开展|组织(?!人事|干部|科|处|室|股)|加强|办理(?!窗)|进行|统筹|实施|落实|抓|查处"
)
"""How words behind a body begin that say what it does."""
_OFFICE = re.compile(
    rf"[\u4e00-\u9fff]{{2,12}}?(?:科(?![技学研目普创员协])|股(?![东权份票])|室(?![内外])|处(?![理置罚于分长以\d{UP_TO_99}百千])"
    r"|窗口|中心(?![任工城])|(?<!网)站(?![点内]))"
)
_MASS = re.compile(
    r".*(?:残联|妇联|联合会|工会|工商联|科协|红十字会|团[省市州县区旗]委|共青团[\u4e00-\u9fff]{2,10}[省市州县区旗]委)"
)
_DIVISION = re.compile(r"[\u4e00-\u9fff]{2,8}?部(?!门|署|分)")
"""An office of one of these. Example: `区残联教育就业部`."""
_NO_ONE = re.compile(
    r"[全各本我该]|社区|当地|所在|地[省市州县区]级|自治区(?:[、级直各内外]|$)|直辖市|[省市县区][属直]|.*(?:有关|相关|各)"
)
"""How words begin that name no one body: 各级政府, 本局, 县直有关部门; 直辖市 ends a list of levels."""
_LEVELS_BEFORE = re.compile(r"[区县市旗]（[区县市旗、/]{1,8}）$")
"""What makes the level behind it one of several. Example: `各区（市）` before `县教育局`."""
_MATTER = re.compile(
    r".*?(?:[省市州县区旗镇乡]级?|政府)(?!行政|业务|职能|主管|相应|其他|监管部)[\u4e00-\u9fff]{2,10}?(?<!机构)(?:行政)?(?:主管)?部门"
)
"""A 部门 that says of what. Example: `县民政部门`, `区科技主管部门`; not `区主管部门`."""
_MATTERS = (
    r"(?:财政|税务|地税|国税|公安|交警|消防救援|消防|民政|教育|教体|医保|医疗保障|人社|人力资源(?:和)?社会保障|人力社保|社保|社会保险|人力资源|劳动|卫生健康"
    r"|卫生(?:和)?计划生育|卫生(?:和)?计生|卫生|卫健|计划生育|疾控|规划(?:和)?自然资源|住建|住房(?:和)?(?:城乡)?建设|住房保障|房管|房产|建设|城市管理|城管|综合执法|规划|自然资源|国土资源|国土|不动产|生态环境|环保|交通运输|交通|公路|水利|水务|农业农村|农业"
    r"|林业|畜牧|商务|文化(?:和)?旅游|文化|文旅|体育|应急管理|应急|安监|监察|审计|统计|市场监管|市场监督管理|工商|质监|药监|食药监|科技|工信|工业(?:和)?信息化|经信|发改"
    r"|发展(?:和)?改革|物价|司法|民族宗教|退役军人事务|退役军人|行政审批|政务服务|大数据|金融|信访|公积金|老龄|就业|婚姻登记|民宗|档案|海关|供销|气象|电力|供热)"
)
"""What a body of a government is for, as its short name says."""
_LISTED_LEVELS = re.compile(r"(?<![\u4e00-\u9fff])(?:[省市州盟县区旗]、)+$")
_LEVEL_ALONE = re.compile(r"[市州盟县区旗镇乡]")
_BARE = re.compile(
    rf"(?:国家)?税务总局|{_MATTERS}(?:工作|行政|经办|管理|主管|监管|服务|登记)*(?:部门|机关|机构|分?局)"
)
"""Names of bodies without a place or level, which say by themselves what they are for."""
_NEAR = re.compile(r"所属|辖区|属地|当地|(?:户籍|居住|参保|税务登记|注册|经营)?(?:所在)?地")
"""Words before the name of a branch that say whose it is. Example: `到所属地税分局`."""
_BRANCH = "分局"
_SHARED = re.compile(
    rf"(?P<level>{_TOPONYM}|(?:[省市州盟县区旗]、)*[省市州盟县区旗]{{1,3}}级?)(?P<matters>{_MATTERS}(?:(?:[、及和与]|以及){_MATTERS})+)等?(?:有关|相关)?(?:行政)?(?:主管)?部门"
)
"""Matters that share a level before them and 部门 behind them. Example: `县财政、审计部门`."""
_MATTER_ALONE = re.compile(_MATTERS)
_BESIDE = re.compile(r"旁边?(?:的|便民|设|[\u4e00-\u9fff]{0,8}[点处站])|对面|隔壁|斜对|附近的?")
"""Words behind a body that stand for a place near it. Example: `大街派出所旁便民登记点`."""
_LONGEST = 30
_LEAST = 3


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body named at [start, end) of a text without white space, and the office right behind its name."""

    name: str
    office: str | None
    start: int
    end: int


def find_bodies(text: str, *, bare: bool = False) -> Iterator[BodyMention]:
    """The bodies that a text without white space names, each with its place or level, in order.

    A name without either, such as 财政局 alone, is left out, for nobody knows whose it is, unless `bare`.

    Example: `向县住房保障服务中心提出申请` -> `县住房保障服务中心`
    """
    if not may_name(text):
        return
    shared = list(_sharing(text)) if "部门" in text else []
    taken = [(body.start, body.end) for body in shared]
    alone = (
        body for body in _each(text, bare=bare) if not any(a < body.end and body.start < b for a, b in taken)
    )
    named = sorted([*shared, *alone], key=lambda body: body.start) if shared else alone
    yield from (body for body in named if not stands_beside(text, body.end))


def stands_beside(text: str, end: int) -> bool:
    """Whether words behind a body that ends at `end` stand for a place near it: 大街派出所旁便民登记点."""
    return _BESIDE.match(text, end) is not None


def _sharing(text: str) -> Iterator[BodyMention]:
    """The bodies of a list that prints their level once.

    Example: `县财政、审计部门` -> 县财政部门, 县审计部门
    """
    start = 0
    while match := _SHARED.search(text, start):
        level, first = match["level"], match.start()
        if _BOUND.search(level) or not _opens(text, first):
            start = first + 1
            continue
        matters = list(_MATTER_ALONE.finditer(text, *match.span("matters")))
        for matter in matters:
            begin = first if matter is matters[0] else matter.start()
            end = match.end() if matter is matters[-1] else matter.end()
            yield BodyMention(f"{level}{matter.group()}部门", None, begin, end)
        start = match.end()


def _opens(text: str, start: int) -> bool:
    """Whether a name may begin here: behind a mark, or behind a word that stands before names."""
    before = text[max(0, start - 4) : start]
    return not _HAN_RUN.search(before[-1:]) or any(m.end() == len(before) for m in _BOUND.finditer(before))


def _each(text: str, *, bare: bool) -> Iterator[BodyMention]:
    """The bodies that each stretch of characters names by itself."""
    for run in _HAN_RUN.finditer(text):
        several = _LEVELS_BEFORE.search(text, max(0, run.start() - 12), run.start())
        for body in _in_run(run.group(), run.start(), bare=bare):
            if not (several and body.start == run.start()):
                yield _with_levels(body, text) if body.start == run.start() else body


def is_bare(name: str) -> bool:
    """Whether a name has neither place nor level. Example: `房产管理局` -> True; `县房管局` -> False."""
    return bool(_BARE.fullmatch(name))


def _with_levels(body: BodyMention, text: str) -> BodyMention:
    """The body with the levels that are listed before its own. Example: `市、` before `区公安机关`."""
    listed = _LISTED_LEVELS.search(text, max(0, body.start - 8), body.start)
    if listed is None or not _LEVEL_ALONE.match(body.name):
        return body
    return replace(body, name=listed[0] + body.name, start=listed.start())


def may_name(text: str) -> bool:
    """Whether a text holds a sign of a body at all; a quick test, which many texts without one pass too."""
    return bool(_SIGN.search(text))


def _in_run(run: str, offset: int, *, bare: bool) -> Iterator[BodyMention]:
    used = 0
    for match in _END.finditer(run):
        start = _start_of(run, used, match.end(), bare=bare) if match.end() > used else None
        if start is None:
            continue
        division = _DIVISION.match(run, match.end()) if _MASS.fullmatch(run, start, match.end()) else None
        office = division or _OFFICE.match(run, match.end())
        within = office is not None and _is_office(office.group()) and not _END.match(run, match.end())
        used = office.end() if office and within else match.end()
        behind = office.group() if office and within else None
        yield BodyMention(run[start : match.end()], behind, offset + start, offset + used)


def _is_office(words: str) -> bool:
    """Whether words behind a body are one office of it.

    Example: `职业与成人教育科` -> True; `和教育科` -> False
    """
    return not _BOUND.search(_OFFICE_JOINS.sub("", words)) and not _DOES.match(words)


def _start_of(run: str, used: int, end: int, *, bare: bool) -> int | None:
    """Where the longest name that ends at `end` begins; None where none does."""
    first = max(used, end - _LONGEST)
    starts = (first, *(match.end() for match in _BOUND.finditer(run, first, end)))
    named = next((start for start in starts if _is_name(run[start:end])), None)
    if named is not None or not bare:
        return named
    if run.endswith(_BRANCH, 0, end):
        starts = (*starts, *(match.end() for match in _NEAR.finditer(run, first, end)))
    return next((start for start in starts if _BARE.fullmatch(run[start:end])), None)


@lru_cache(maxsize=1024)
def _is_name(words: str) -> bool:
    if len(words) < _LEAST or _NO_ONE.match(words):
        return False
    if not (_LEVEL.match(words) or _OF_COUNTRY.fullmatch(words)):
        return False
    if words.endswith("等部门") or (words.endswith("部门") and not _MATTER.fullmatch(words)):
        return False
    return not _BOUND.search(_TWO_FIELDS.sub(r"\g<first>\g<second>", _JOINS.sub("", words)))
