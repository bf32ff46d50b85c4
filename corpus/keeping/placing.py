"""Which region a document belongs to, and what told so."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.drafts import DocumentDraft, RegionClue
from corpus.gazetteer import load_gazetteer
from corpus.keeping.full_names import called_in_full
from corpus.keeping.short_names import called_short
from corpus.region_names import PROVINCES, RegionLevel, Toponym, first_toponym, toponym_at, toponyms_in
from corpus.regions import JOINT, holds_in, is_same, load_regions, name_of, region_of
from corpus.text.numerals import UP_TO_99

_NATIONAL = re.compile(
    r"国务院|国家[\u4e00-\u9fff]{2,12}(?:局|委员会|委|署)$|中华人民共和国(?![\u4e00-\u9fff]{2,8}(?:法院|海关))|"
    r"中国人民银行$|中央[\u4e00-\u9fff]{2,12}$|(?:财政|教育|民政|司法|商务|公安|交通运输|农业农村|人力资源社会保障|工业和信息化|科技|水利)部$"
)
"""Bodies of the whole country: what they issue holds everywhere."""
_NUMBERS = (
    ("北京市", "京[政发民财人教]"),
    ("天津市", "津[政发民财人教]"),
    ("上海市", "沪[府发民财人教]"),
    ("重庆市", "渝[府发民财人教]"),
    ("河北省", "冀政"),
    ("江苏省", "苏政"),
    ("浙江省", "浙政"),
    ("安徽省", "皖政"),
    ("福建省", "闽政"),
    ("江西省", "赣府"),
    ("山东省", "鲁政"),
    ("河南省", "豫政"),
    ("湖北省", "鄂政"),
    ("广东省", "粤府"),
    ("广西壮族自治区", "桂政"),
    ("海南省", "琼府"),
    ("贵州省", "黔府"),
    ("云南省", "云政"),
    ("陕西省", "陕政"),
    ("广州市", "穗"),
    ("深圳市", "深府"),
    ("宁波市", "甬"),
    ("周村", "周政"),
    ("聊城", "聊政"),
)
"""How numbers begin that one region alone uses; most beginnings, such as 青政, stand for several places."""
_SOURCE = re.compile(r"^(?:信息|文章|稿件|内容)?来源[：:](?P<source>.+)$", re.MULTILINE)
_HANDLED_BY = re.compile(
    rf"^(?:[{UP_TO_99}]{{1,3}}、|【)?(?:实施|承办|经办|办理|受理)(?:机关|机构|主体|部门|单位)[：:】]+(?P<body>.+)$",
    re.MULTILINE,
)
"""A field of a guide. Example: `四、实施机关：青禾县城关镇人民政府`."""
_PART_OF_ZONE = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,4}?)(?:分?园|分区|片区)(?=管|[\u4e00-\u9fff]|$)")
"""A part of a zone, called by the district it lies in. Example: `延庆园` behind `中关村科技园区`."""
_FILED_UNDER = re.compile(r"^[\x00-\x7f]+")
"""What stands before the words of a file name. Example: `03_qh-` of `03_qh-青禾县药品目录`."""
_ADDRESS = re.compile(r"(?:地址|地点|窗口|现场(?:咨询|办理|受理)|窗口(?:接收|受理|咨询))\s*[：:]\s*")
_BESIDE = re.compile(r"\s*(?:人民政府)?[、与和及\s]\s*")
_LAW = re.compile(r"《?中华人民共和国(?![\u4e00-\u9fff]{2,8}(?:法院|海关))")
_PROVINCE_ACTS = re.compile(
    rf"(?P<province>{'|'.join(PROVINCES)})(?:各地|全[省区]|公布|发布|印发|出台|启动|启用|开通|推出|明确)"
)
_COUNTY_ENDS = ("区", "县", "市", "旗")
_LEAST_NAMED = 3
_SHARE = 0.8
"""Least share of one region in all regions that a text names, for it to be the text's own."""
_LEAST_COUNTIES = 4
"""Counties of one city that a text lists before it is the city's."""
_SAMPLE = 20_000
"""Characters of a text that are looked at for regions."""


def placed(draft: DocumentDraft, folders: Sequence[str], site: str) -> DocumentDraft:
    """The draft with its region and the clue to it, the surest clue first; without one, the region is empty.

    `folders` are the names of the folders that the file lies in, the nearest first.

    Example: titled 青禾县支持小微企业若干措施 -> 青禾县, told by the title
    """
    issuers = draft.issuer.split("、") if draft.issuer else []
    if draft.region:
        titled = first_toponym(draft.title)
        part = _town_issuing(draft.region, issuers or [draft.title] * bool(titled and not titled.start))
        return replace(
            draft, region=part or draft.region, region_clue=RegionClue.NAMED, region_words=draft.region
        )
    if any(_NATIONAL.search(issuer) and not first_toponym(issuer) for issuer in issuers):
        return replace(draft, region_clue=RegionClue.COUNTRY, region_words=draft.issuer)
    if _LAW.match(draft.title):
        return replace(draft, region_clue=RegionClue.COUNTRY, region_words=draft.title)
    jointly = _joint(draft)
    if jointly:
        return jointly
    for clue, words in _clues(draft, folders, site):
        region = _known(words, clue) or _named(words, issuers if clue is RegionClue.TITLE else ())
        part = _issued_within(region, issuers) if region and clue is RegionClue.TITLE else ""
        if part:
            return replace(draft, region=part, region_clue=RegionClue.ISSUER, region_words=draft.issuer)
        if region:
            whole = _told_apart(region, (*draft.sources, *folders, site, draft.text[:_SAMPLE]))
            return replace(draft, region=whole, region_clue=clue, region_words=words)
    return _called_by_city(draft) or _guessed(draft)


def _joint(draft: DocumentDraft) -> DocumentDraft | None:
    """The draft of a document of several places: a body of each signs it, or its title names them in a row.

    Where one place alone has signed or numbered it, its title only says what it is about.

    Example: signed 徐州市财政局、宿州市财政局 -> 徐州市、宿州市
    """
    signed = [read for issuer in draft.issuer.split("、") if (read := first_toponym(issuer))]
    titled = _side_by_side(draft.title)
    told = signed or _known(draft.number, RegionClue.NUMBER)
    several = _apart(signed) or ([] if told else _apart(titled))
    if not several:
        return None
    clue, words = (RegionClue.ISSUER, draft.issuer) if signed else (RegionClue.TITLE, draft.title)
    return replace(draft, region=JOINT.join(several), region_clue=clue, region_words=words)


def _side_by_side(title: str) -> list[Toponym]:
    """The regions that a title begins with, one behind another. Example: `徐州市与宿州市关于…` -> both."""
    found: list[Toponym] = []
    read = first_toponym(title)
    while read:
        found.append(read)
        between = _BESIDE.match(title, read.end)
        read = toponym_at(title, between.end(), known_only=True) if between else None
    return found


def _apart(read: Sequence[Toponym]) -> list[str]:
    """The names here of several regions of one level of which none lies in another; else none."""
    if len({one.levels[-1] for one in read}) != 1:
        return []
    names = list(dict.fromkeys(name_of(one.names) for one in read))
    lone = not any(holds_in(one, other) for one in names for other in names if one != other)
    return names if len(names) > 1 and lone else []


def _clues(draft: DocumentDraft, folders: Sequence[str], site: str) -> Iterator[tuple[RegionClue, str]]:
    yield RegionClue.TITLE, draft.title
    for issuer in draft.issuer.split("、"):
        yield RegionClue.ISSUER, issuer
    yield RegionClue.NUMBER, draft.number
    yield RegionClue.ISSUER, called_in_full(draft.issuer.split("、"), draft.text[:_SAMPLE])
    source = _SOURCE.search(draft.text)
    yield RegionClue.PUBLISHER, "".join(source["source"].split()) if source else ""
    desk = _HANDLED_BY.search(draft.text)
    yield RegionClue.PUBLISHER, "".join(desk["body"].split()) if desk else ""
    for file in draft.sources:
        yield RegionClue.FILE, _FILED_UNDER.sub("", file.rsplit(".", 1)[0])
    for folder in folders:
        yield RegionClue.FOLDER, folder
    yield RegionClue.SITE, site


def _known(words: str, clue: RegionClue) -> str:
    """A region of the table that words name, bodies without its level too, or whose numbers begin so."""
    if clue is RegionClue.NUMBER:
        return next((region for region, start in _NUMBERS if re.match(start, words) and "〔" in words), "")
    bare = clue is RegionClue.ISSUER
    rows = load_regions().items()
    return next(
        (name for name, region in rows if any(own in words for own in region.own[: 2 if bare else 1])), ""
    )


def _named(words: str, issuers: Sequence[str]) -> str:
    """The region that words name, with the city that a body names before the same region."""
    read = first_toponym(words)
    if read is None:
        return _province_acting(words)
    part = _district_of_zone(words, read)
    if part:
        return part
    fuller = (other for issuer in issuers if (other := first_toponym(issuer)))
    names = next((other.names for other in fuller if _completes(other, read)), read.names)
    return name_of(names)


def _issued_within(region: str, issuers: Sequence[str]) -> str:
    """The part of a region that all who issue a document belong to; empty where they belong to no such part.

    Example: titled 关于做好广州市居民医保参保工作的通知, issued by 天河区医疗保障局 -> 天河区
    """
    told = [name_of(read.names) for issuer in issuers if (read := first_toponym(issuer))]
    within = [name for name in told if not is_same(name, region) and holds_in(region, name)]
    return within[0] if within and len(within) == len(told) else ""


def _town_issuing(region: str, issuers: Sequence[str]) -> str:
    """The town of a county from which a document comes that somebody files under the county; else empty.

    Without an issuer its title tells, where that begins with the town.

    Example: filed under 青禾县, issued by 北郊镇人民政府 -> 青禾县北郊镇
    """
    own = region_of(region).own[0]
    told = [first_toponym(issuer) for issuer in issuers]
    towns = {read.names[-1] for read in told if read and read.levels[-1] is RegionLevel.TOWN}
    whole = {name for read in told if read for name in read.names[:-1]}
    if len(towns) != 1 or not all(told) or not own.endswith(_COUNTY_ENDS) or whole - {own}:
        return ""
    return f"{own}{towns.pop()}"


def _district_of_zone(words: str, read: Toponym) -> str:
    """The county-level region that a part of a zone lies in and is called by; empty where none is named.

    Example: `中关村科技园区延庆园管理委员会` -> 延庆区; `青禾经济开发区北园` -> empty
    """
    behind = _PART_OF_ZONE.match(words, read.end) if read.levels[-1] is RegionLevel.ZONE else None
    names = [f"{behind['place']}{level}" for level in "区县市"] if behind else []
    return next((name_of((name,)) for name in names if name in load_gazetteer()), "")


def _province_acting(title: str) -> str:
    """The province that a title begins with, its level left out, before what is done there.

    Example: `湖南公布热线电话` -> 湖南省; `湖南路街道办事指南` -> empty
    """
    acting = _PROVINCE_ACTS.match(title)
    if acting is None:
        return ""
    provinces = (name for name, chains in load_gazetteer().chains.items() if () in chains)
    return next(name for name in provinces if name.startswith(acting["province"]))


def _called_by_city(draft: DocumentDraft) -> DocumentDraft | None:
    """The draft with the city or province that its title or file begins with, its level left out."""
    files = (_FILED_UNDER.sub("", file.rsplit(".", 1)[0]) for file in draft.sources)
    for clue, words in ((RegionClue.TITLE, draft.title), *((RegionClue.FILE, file) for file in files)):
        region = called_short(words)
        if region:
            return replace(draft, region=region, region_clue=clue, region_words=words)
    return None


def _told_apart(region: str, told: Sequence[str]) -> str:
    """A region whose name several share, with the city of the one that all else speaks of.

    Example: 朝阳区 of a text that names 长春市 and nothing of 北京市 -> 长春市朝阳区
    """
    chains = load_gazetteer().chains.get(region, ())
    words = "".join(told)
    spoken = [chain for chain in chains if any(above in words for above in chain)]
    if not chains:
        return _with_district(region) or _with_city(region, words)
    return name_of((*spoken[0], region)) if len(chains) > 1 and len(spoken) == 1 else region


def _with_district(region: str) -> str:
    """A town with the one district of the table that has a town of this name; empty without one.

    Example: 北郊镇 -> 周村区北郊镇
    """
    holding = [known.own[0] for known in load_regions().values() if region in known.toponyms]
    return f"{holding[0]}{region}" if len(holding) == 1 else ""


def _with_city(region: str, words: str) -> str:
    """A zone whose name tells no city, with the one city that all else speaks of.

    Example: 临港开发区 of a text that names 青岛市 alone -> 青岛市临港开发区
    """
    zone = toponym_at(region, 0)
    if zone is None or zone.levels != (RegionLevel.ZONE,):
        return region
    named = (pair for read in toponyms_in(words) for pair in zip(read.names, read.levels, strict=True))
    cities = {name for name, level in named if level is RegionLevel.CITY}
    city = next(iter(cities), "")
    return name_of((city, region)) if len(cities) == 1 and not region.startswith(city[:-1]) else region


def _completes(other: Toponym, read: Toponym) -> bool:
    """Whether a body names the same region with more of what it belongs to, or one within it."""
    return len(other.names) > len(read.names) and set(read.names) <= set(other.names)


def _guessed(draft: DocumentDraft) -> DocumentDraft:
    """The one region that a text names again and again, or its addresses, else the city of its counties.

    Whatever it lies in may be named beside it.
    """
    text = draft.text[:_SAMPLE]
    read = list(toponyms_in(text))
    named = [name_of(one.names) for one in read]
    counted = Counter(named).most_common(1)
    region, count = counted[0] if counted else ("", 0)
    around = sum(_is_around(name, region) for name in named)
    if count < _LEAST_NAMED or around < _SHARE * len(named):
        located = _located(text)
        alone = located and all(_is_around(name, located) for name in named)
        region = located if alone else _city_of_counties([one.names[-1] for one in read])
    return (
        replace(draft, region=region, region_clue=RegionClue.TEXT, region_words=region) if region else draft
    )


def _is_around(name: str, region: str) -> bool:
    """Whether a name is that of a region or of what it lies in."""
    return is_same(name, region) or holds_in(name, region)


def _located(text: str) -> str:
    """The one district or city that the fields of a text for addresses lie in; empty where none or several.

    Example: `受理地点：福州市长乐区会堂路235号` -> 长乐区
    """
    fields = (toponym_at(text, field.end(), known_only=True) for field in _ADDRESS.finditer(text))
    places = {name_of(read.names) for read in fields if read and read.levels[-1] is not RegionLevel.PROVINCE}
    return places.pop() if len(places) == 1 else ""


def _city_of_counties(named: Sequence[str]) -> str:
    """The one city that most of the counties of a list lie in; empty where they are few or of several.

    Example: 西湖区, 萧山区, 余杭区, 桐庐县 -> 杭州市
    """
    gazetteer = load_gazetteer()
    within = [
        {chain[-1] for chain in gazetteer.chains.get(name, ()) if len(chain) > 1} for name in set(named)
    ]
    cities = Counter(city for cities in filter(None, within) for city in cities).most_common(1)
    city, count = cities[0] if cities else ("", 0)
    return name_of((city,)) if count >= _LEAST_COUNTIES and count >= _SHARE * len(within) else ""
