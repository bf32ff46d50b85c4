"""Regions as texts name them, level by level: 佛山市南海区桂城街道, 长沙经济技术开发区."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from corpus.gazetteer import load_gazetteer
from corpus.text.numerals import UP_TO_99


class RegionLevel(IntEnum):
    """How large a region is; each stands within the ones before it."""

    PROVINCE = 0
    CITY = 1
    COUNTY = 2
    ZONE = 3
    """A development zone, which a province, a city or a county may run."""
    TOWN = 4


@dataclass(frozen=True, slots=True)
class Toponym:
    """A region named at [start, end) of a text, its levels as printed, the largest first."""

    names: tuple[str, ...]
    levels: tuple[RegionLevel, ...]
    start: int
    end: int


_LONG_PROVINCES = ("内蒙古", "黑龙江")
PROVINCES = tuple(
    name[: 3 if name.startswith(_LONG_PROVINCES) else 2]
    for name, chains in load_gazetteer().chains.items()
    if () in chains
)
"""The provinces without their level."""
_BARE_PROVINCE = re.compile("|".join(PROVINCES))
_ZONE = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{0,6}?)(?:(?:国家级)?(?:(?:高新技术|经济技术|化工|工业|农业)(?:产业)?|经济)?开发区|高新技术产业园区|"
    r"高新区|经开区|新片区|新区|(?:生态|一体化|综合改革|融合)?示范区|(?:综合)?保税(?:港)?区|旅游度假区|度假区|管理区|"
    r"(?:科技|产业|工业)园区?|科学城|生态城)"
)
_PART_OF_CITY = re.compile(
    r"(?P<stem>(?!贫困|沿海|边远|偏远|农村|城镇|革命|民族|山区|平原|沿江|沿河|重点|周边|相关|部分|其他|全部|[东西南北中]部)[\u4e00-\u9fff]{2,3}?)(?:地区|主城区)"
)
"""A part of a city that a committee runs, behind the city's name. Example: 临港地区 in 上海市临港地区."""
_COUNTY = re.compile(
    r"[\u4e00-\u9fff]{2,4}?[市区](?![场级容价值盈占域块间别位段]|民(?!政|族|营|宗))|[\u4e00-\u9fff]{1,4}?县(?![域级乡区市]|城(?![乡市镇管建关区]))|"
    r"[\u4e00-\u9fff]{2,6}?(?:自治县|自治州|旗|盟)"
)
_TOWN = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:街道|镇(?![级村])|乡(?![村镇]))")
_VERBS = (
    "支持|推进|促进|加快|提高|调整|规范|做好|开展|推出供应|供应|加强|实施|提升|优化|修订|明确|推动|完善|建立|健全|强化|深化|落实|扶持|"
    "鼓励|引导|培育|保障|组织|申报|启动|延长|修改|废止|公开征求|征求|受理|申领|申请|领取|发放|办理|举办|征集|公布|发布|公示|认定|核定|下达|"
    "兑现|评选|遴选|拨付|出台|启用|取消|停止|恢复|设立|开放|减免|招聘|选聘"
)
"""What titles say is done, often right before the region where it is done."""
_COMMON = re.compile(
    rf"^(?:{_VERBS})|"
    rf"各|^自治[区州县旗]|^(?:[全本我该致两多跨省市县区乡镇]|非本|外[省市县]|[{UP_TO_99}两][省市县区]|有关|中央|国家|中国|中共|我国)|"
    r"(?:[社小地城辖片校景灾库厂矿街宅商特点聚能政农牧老边心导领板务护居作验业育创圈园县]区|[城超上门都集股楼夜区县省全]市|"
    r"(?:[城乡省市区]|建制|特色|中心|小|(?:^[农乡新古名美全各每本小大]|..)村)镇|[省市区]县)$|"
    r"^(?:(?:[经济高新技术产业]*开发|高新|经开|自贸|综保|保税|示范|度假|新|[东西南北中]部新|功能)区)$|"
    r"年度|关于|印发|支持|促进|推进|加快|进一步|实施|落实|企业|人才|产业(?!园|开发)|人民|政府|工作|服务|发展|建设|创新|公共|居民|"
    r"社会|农村|城乡|[返还回]乡|振兴|[和与及的在对为]|"
    r"(?:家电|汽车|农机|建材|科技|文化|卫生|医疗|医生|专家|法律|人才|干部|知青|资本|^三|^送.{1,2})下乡$"
)
"""Words that end like a region and are none: 社区, 各县, 超市, 城镇."""
_ZONE_WORDS = re.compile(
    r"^[各全本我该]|^[东西南北中]部新区|关于|印发|支持|促进|推进|加快|人民|政府|[和与及的在对为]|建设|自由贸易"
)
STATE_BODIES = (
    "国家(?:税务总局|统计局|外汇管理局|金融监督管理总局|矿山安全监察局|粮食和物资储备局)|中国(?:人民银行|证监会|银保监会|气象局)"
    "|中华人民共和国"
)
"""Bodies of the whole state before the place of a branch: 国家税务总局青禾市税务局."""
_ANCHOR = re.compile(
    rf"(?:^|关于|印发|公布|发布|《|〈|“|（|年度?|[省市县区]\s)(?:中国共产党|中共|关于|进一步|[（(]\d{{4}}年?[）)]|{STATE_BODIES})?(?:{_VERBS})?|"
    rf"(?P<verb>{_VERBS}|我|在|于)"
)
"""Where a region may be named in a title; behind a verb, only one that the table of divisions knows."""
_PASSED_ON = re.compile(r"(?:转发|批转|贯彻|落实|根据|按照|依据|学习).*", re.DOTALL)
"""What follows names somebody else's document as a rule."""
_WORDS = frozenset(("城区", "老城区", "新城区", "矿区", "郊区"))
"""Divisions whose names are words: they name one only behind the city that has it."""
_LONGEST = 15
_LEVEL_ENDS = ("市", "州", "盟", "地区")
_GOES_ON = re.compile(r"(?<=市)(?:[场级容价值盈占]|民(?!政|族|营|宗))|(?<=区)[域块间别位段]|(?<=县)[域级]")
"""What makes another word of the end of a name: 合作市 in 合作市场."""


def first_toponym(text: str) -> Toponym | None:
    """The first region that a title, an issuer or the name of a file says it is about; None where none does.

    Example: `关于印发青禾县支持小微企业若干措施的通知` -> 青禾县; `关于加强社区建设的通知` -> None
    """
    own = _PASSED_ON.sub("", text)
    for anchor in _ANCHOR.finditer(own):
        found = toponym_at(own, anchor.end(), known_only=bool(anchor["verb"]))
        if found is not None:
            return found
    return None


def toponyms_in(text: str) -> Iterator[Toponym]:
    """The divisions of the table that running text names in full, in order, without overlap."""
    end = 0
    for match in _full_names().finditer(text):
        if match.start() >= end and not _GOES_ON.match(text, match.end()):
            found = toponym_at(text, match.start(), known_only=True)
            if found is not None:
                yield found
                end = found.end


@lru_cache(maxsize=1)
def _full_names() -> re.Pattern[str]:
    names = [name for name in load_gazetteer().chains if len(name) > 2]
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


def toponym_at(text: str, start: int, *, known_only: bool = False) -> Toponym | None:
    """The region whose name begins at `start`, with all levels that follow; None where there is none."""
    names: list[str] = []
    levels: list[RegionLevel] = []
    end = start
    while found := _unit(text, end, levels[-1] if levels else None, known_only=known_only and not names):
        name, level = found
        if name in _WORDS and not load_gazetteer().within(name, names[-1]):
            break
        names.append(name)
        levels.append(level)
        end += len(name)
    if not names or (levels == [RegionLevel.PROVINCE] and names[0] not in load_gazetteer()):
        return None
    return Toponym(tuple(names), tuple(levels), start, end)


def _unit(
    text: str, start: int, above: RegionLevel | None, *, known_only: bool
) -> tuple[str, RegionLevel] | None:
    """The name of one level at `start`, smaller than the one before it."""
    known = _known(text, start, above)
    if known or known_only:
        return known
    zone, other = _zone(text, start, above), _unknown(text, start, above)
    return other if zone is None or (other and len(other[0]) < len(zone[0])) else zone


def _known(text: str, start: int, above: RegionLevel | None) -> tuple[str, RegionLevel] | None:
    """A division of the table, or a province without 省 before a smaller region."""
    gazetteer = load_gazetteer()
    for length in range(min(_LONGEST, len(text) - start), 1, -1):
        name = text[start : start + length]
        if (
            name in gazetteer
            and not (above is None and name in _WORDS)
            and not _GOES_ON.match(text, start + length)
        ):
            level = _level_of(name, above)
            if above is None or level > above:
                return name, level
    bare = _BARE_PROVINCE.match(text, start) if above is None else None
    behind = bare and (
        _known(text, bare.end(), RegionLevel.PROVINCE) or _zone(text, bare.end(), RegionLevel.PROVINCE)
    )
    return (bare[0], RegionLevel.PROVINCE) if bare and behind else None


def _level_of(name: str, above: RegionLevel | None) -> RegionLevel:
    chains = load_gazetteer().chains[name]
    if () in chains:
        return RegionLevel.PROVINCE
    in_province = any(len(chain) == 1 for chain in chains) and name.endswith(_LEVEL_ENDS)
    return RegionLevel.CITY if in_province and above is not RegionLevel.CITY else RegionLevel.COUNTY


def _zone(text: str, start: int, above: RegionLevel | None) -> tuple[str, RegionLevel] | None:
    match = _ZONE.match(text, start)
    if match is None and above is not None and text.endswith("市", 0, start):
        match = _PART_OF_CITY.match(text, start)
    if match is None or (above is not None and above >= RegionLevel.ZONE) or _ZONE_WORDS.search(match[0]):
        return None
    return (match[0], RegionLevel.ZONE) if above is not None or len(match["stem"]) > 1 else None


def _unknown(text: str, start: int, above: RegionLevel | None) -> tuple[str, RegionLevel] | None:
    """A region that the table does not know, by how its name ends."""
    if above is None or above < RegionLevel.COUNTY:
        match = _COUNTY.match(text, start)
        if match and not _COMMON.search(match[0]) and not _ends_known(match[0]):
            city = match[0].endswith(("市", "州", "盟")) and above in (None, RegionLevel.PROVINCE)
            return match[0], RegionLevel.CITY if city else RegionLevel.COUNTY
    match = _TOWN.match(text, start) if above is None or above < RegionLevel.TOWN else None
    return (match[0], RegionLevel.TOWN) if match and not _COMMON.search(match[0]) else None


def _ends_known(name: str) -> bool:
    """Whether a division of the table stands behind other words. Example: `受理天河区` -> True."""
    gazetteer = load_gazetteer()
    return any(name[start:] in gazetteer for start in range(1, len(name) - 2))
