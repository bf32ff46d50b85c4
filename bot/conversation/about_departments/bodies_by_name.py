"""Phones that the texts of one place print beside a body, whatever people call the body."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.conversation.about_departments.printed_phones import PrintedPhones, phone_lines
from bot.ports import CatalogView
from corpus.departments import Names, bare_name
from corpus.regions import holds_in, is_same, is_town_in, region_of
from corpus.text.bodies import is_body, is_office, is_utility
from corpus.text.numerals import UP_TO_99
from corpus.text.phones import find_phones

_HAN = "\u4e00-\u9fff"
_GAP = rf"(?:(?![局委由向到为请找至厅县市区])[{_HAN}]){{0,6}}?"
"""What a full name has between the characters of a short one. Example: `业和信息化` in 工业和信息化局."""
_BODY_END = "局|委员会|管委会|委|中心|政府|办事处|公司|联合会|残联|大厅"
_ENDS = (
    ("交警队", "交警大队"),
    ("供电局", "供电公司"),
    ("委员会|委|局", "局|委员会|委"),
    ("有限公司|公司|集团", "公司|集团"),
    ("办公室|办", "办公室|办"),
    ("科室|科|股|处", "科|股|处"),
)
"""How people end a name -> how the full one may end. Other ends are as they are."""
_PART = re.compile("(?:科|股|室|处|窗口|中心|[大支中]?队|所|站|部|办)$")
"""How the name of a part of a body ends, which may stand behind the body's name."""
_LEAD_IN = rf"由|向|到|至|请|询|系|打|找|和|与|及|或|在|交|是|第?[{UP_TO_99}百]+[条款项]|第\d+[条款项]"
"""How the words before the name of a body end."""
_LEVELS = "省市州盟县区旗"
_HOLLOW = re.compile("(?:服务|管理|综合|公共|工作|办事|便民|政务|社区|办公|行政|咨询|客服|维修|监督)*")
"""A name of these alone says of no body what it is for."""
_OTHER = re.compile(
    rf"(?:[省市县区镇乡]|街道)(?![场政民域镇容])[{_HAN}]{{2,16}}?"
    r"(?:局|委员会|中心|公司|[大支]队|联合会|残联|分局|管理所)"
    rf"|[{_HAN}]{{2,20}}(?:有限公司|集团|食堂|药店|门店|车行|酒店|医院|学校)"
)
"""Another body with its level, or one open to all: between a name and a phone it may be whose that is."""
_SENT_TO = re.compile(
    rf"[到向往由赴报和与及、][{_HAN}]{{2,16}}?(?:局|中心|公司|窗口|大厅|站|(?<!场)所|政府|办事处|社区|居委会|村委会)"
)
"""Another body that somebody is sent to, or that is named beside."""
_NEXT_END = "局|委员会|中心|公司|[大支]队|联合会|残联|科|股|办公室|食堂"
"""How names in a list end."""
_NEXT = re.compile(rf"[，、；,;\n]\s*(?=[{_HAN}]{{2,24}}?(?:{_NEXT_END}))")
"""Where the next body of a list begins."""
_REACH = 40
"""So many characters after its name the phone of a body may stand."""
_GIVES = re.compile("的|开具|出具|颁发|核发|认定|批准|登记|备案|公布|发布|印发|制定|审核")
"""What stands behind a body that has only given something. Example: `出具` in 县公安局出具的证明."""
_FAR = 60
"""So many characters before the name of a body are not shown with it."""
_HOTLINE = re.compile(r"(?<!\d)12\d{3}(?!\d)")
"""A number that is the same everywhere and no single body's. Example: `12315`."""
_GOVERNMENT = re.compile("政府|(?:办公室|办)$")
"""Who issues what others answer for."""
_LABELLED = re.compile(
    rf"\W*(?:[{UP_TO_99}]+、)?(?:[^，。；：:、\d]{{0,6}}(?:24小时)?[^，。；：:、\d]{{0,8}}(?:电话|热线|号码|联系方式)[：:\s]*"
    r"(?:[\d—\-－（）() /、转]{5,}))+[，。；\s]*"
)
"""A sentence that prints phones and says of no body that they are its."""
_TRADES = ("供热|热力|热电|暖气", "供水|自来水|水务", "燃气|天然气|煤气", "供电|电力", "公交|公共交通")
"""What firms of one trade are called."""
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class BodyAsked:
    """A body of a place as somebody calls it, without the place and its level."""

    place: str
    called: str


def body_asked(place: str, words: str) -> BodyAsked | None:
    """The body that words name in a place; None where they name none, one of another level, or any.

    Example: 县交警大队 in 青禾县 -> 交警大队; 市交警大队 there -> None
    """
    called = bare_name(words, place).removeprefix("的")
    named = any(kind(called) for kind in (is_body, is_office, is_utility, _PART.search))
    stem = re.sub(rf"(?:{_BODY_END}|{_PART.pattern})$", "", called)
    if not named or _HOLLOW.fullmatch(stem) or re.match(r"[省市县区](?![场政民域镇容])", called):
        return None
    return BodyAsked(place, called)


def printed_for(catalog: CatalogView, asked: BodyAsked) -> list[PrintedPhones]:
    """The first sentences in which texts that hold in the place print a phone of a body called so.

    The name there has the characters of what it is called in their order, or those of the name that the
    table of departments has for it; it bears the level or the name of the place, or none. Where the names of
    two bodies fit, none is meant, but for firms called by their trade alone. Where no text names the body
    beside a phone, those phones count that its own notices print as nobody else's.

    Example: 住建局 in 青禾县 -> `县住房和城乡建设局燃热科：监督电话5550123`
    """
    forms = _forms(asked, catalog.bodies)
    patterns = [_pattern(asked.place, form) for form in forms]
    found: list[tuple[str, PrintedPhones]] = []
    for document in catalog.documents:
        own = is_same(document.region, asked.place)
        if own or holds_in(document.region, asked.place) or is_town_in(document.region, asked.place):
            for each in phone_lines(document):
                named = _named_beside(each.words, patterns, own)
                found += [(name, replace(each, words=words)) for name, words in named]
    exact = [pair for pair in found if pair[0] in forms] or found
    if exact and (_is_trade(asked.called) or len({name for name, _ in exact}) == 1):
        return list(dict.fromkeys(each for _, each in exact))[:_SHOWN]
    return [] if found else _of_issuer(catalog, asked, patterns)


def _named_beside(
    words: str, patterns: Sequence[tuple[re.Pattern[str], re.Pattern[str]]], own: bool
) -> Iterator[tuple[str, str]]:
    """Names that fit with the words from there to the phones behind them."""
    for placed, bare in patterns:
        match = placed.search(words) or (bare.search(words) if own else None)
        told = _told(words, match) if match else ""
        if match and told:
            yield match["name"], told
            return


def _told(words: str, match: re.Match[str]) -> str:
    """A sentence from a body's name to its phones; the whole where no other phones stand in it, or ""."""
    after = next((phone for phone in find_phones(words) if phone.start >= match.end()), None)
    if after is None or after.start - match.end() > _REACH:
        return ""
    between = words[match.end() : after.start]
    if any((_OTHER.search(between), _SENT_TO.search(between), _GIVES.match(between))):
        return ""
    behind = _NEXT.search(words, after.end)
    before = words[: match.start("whole")]
    start = match.start("whole") if find_phones(before) or len(before) > _FAR else 0
    return words[start : behind.start() if behind else len(words)].strip()


def _of_issuer(
    catalog: CatalogView, asked: BodyAsked, patterns: Sequence[tuple[re.Pattern[str], re.Pattern[str]]]
) -> list[PrintedPhones]:
    """The phones that the notices of a body print without saying whose they are."""
    if _GOVERNMENT.search(asked.called):
        return []
    found: list[PrintedPhones] = []
    for document in catalog.documents:
        issued = any(placed.match(document.title) for placed, _ in patterns)
        if issued and is_same(document.region, asked.place):
            found += [each for each in phone_lines(document) if _is_nobodys(each)]
    return found[:_SHOWN]


def _is_nobodys(line: PrintedPhones) -> bool:
    """Whether a line gives its phones to no body, or to a part of whoever issued it, and no other is near."""
    first = next(iter(line.words.split()), "")
    if _HOTLINE.search(line.words):
        return False
    whole = line.measure.text if line.measure else line.words
    part = is_office(first) or is_body(first)
    return not _OTHER.search(whole) and (part or bool(_LABELLED.fullmatch(line.words)))


def _forms(asked: BodyAsked, names: Names) -> tuple[str, ...]:
    """What the body is called, and the names that the table has for it: 卫生健康局 for 卫计局."""
    known = (
        bare_name(canonical, region)
        for region, spoken in names.spoken.items()
        for everyday, canonical in spoken.items()
        if everyday == asked.called
    )
    return tuple(dict.fromkeys((asked.called, *known)))


def _is_trade(called: str) -> bool:
    return any(re.fullmatch(rf"(?:{trade})(?:有限)?(?:公司|集团)", called) for trade in _TRADES)


@lru_cache(maxsize=64)
def _pattern(place: str, form: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of a name behind that of its place, and alone or behind the level of the place."""
    own = sorted((name for name in region_of(place).own), key=len, reverse=True)
    last = region_of(place).own[0][-1]
    level = last if last in _LEVELS else ""
    name = _name(form)
    within = rf"(?:[{_HAN}]{{0,16}}?(?:{_BODY_END}))?" if _PART.search(form) else ""
    brand = rf"[{_HAN}]{{0,4}}?" if _is_trade(form) else ""
    placed = rf"(?P<whole>(?:{'|'.join(map(re.escape, own))})[省市县区]?{within}{brand}(?P<name>{name}))"
    bare = rf"(?:(?<![{_HAN}])|{_LEAD_IN})(?P<whole>(?:{level})?{within}(?P<name>{name}))"
    return re.compile(placed), re.compile(bare)


def _name(form: str) -> str:
    """A pattern of the full names that a short one may stand for."""
    trade = next((trade for trade in _TRADES if _is_trade(form) and re.match(trade, form)), "")
    if trade:
        return rf"(?:{trade}){_GAP}(?:公司|集团)"
    for said, full in _ENDS:
        stem = re.sub(rf"(?:{said})$", "", form)
        if stem == "":
            return full
        if stem != form and len(stem) > 1:
            return _GAP.join(map(re.escape, stem)) + rf"{_GAP}(?:{full})"
    tail = rf"(?:{_GAP}(?:公司|集团))?" if is_utility(form) else ""
    return _GAP.join(map(re.escape, form)) + tail
