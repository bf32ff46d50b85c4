"""Whom the words before a phone name: a body, an office of it, somebody there, or several of these."""

import re
from dataclasses import dataclass, replace

from corpus.gazetteer import load_gazetteer
from corpus.text.bodies import (
    ADDRESS,
    body_and_office,
    district_of,
    is_body,
    is_district,
    is_office,
    is_placed,
    is_utility,
    without_sending,
    without_window,
)
from corpus.text.body_mentions import find_bodies
from corpus.text.markers import find_marker
from corpus.text.numerals import UP_TO_99
from corpus.text.person_names import is_person
from corpus.text.phones import find_phones

_SCHOOL = re.compile(r"(?!中小学)[\u4e00-\u9fff]{2,20}(?:[小中大]学|学校|幼儿园)")
_OFFICE_AND_MORE = re.compile(r"(?P<office>[\u4e00-\u9fff]{2,20})（[\u4e00-\u9fff]{2,12}）")
_CALLED = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?:的?(?:联系|咨询|服务|办公)?(?:电话|热线|联系方式))$")
"""What may stand behind a name on its line. Example: `办事大厅窗口电话`."""
_FIELD = re.compile(r"(?:经办|受理|承办|办理|实施|责任)(?:机构|单位|部门)：")
_DETAIL = re.compile(
    rf"\s*{ADDRESS}\s*|\s*[^，。：:]{{4,30}}(?:院内|楼内|旁边?|对面|隔壁|附近|[{UP_TO_99}\d][楼层室])\s*$|"
    r"\s*[\u4e00-\u9fff]{0,4}(?:地址|地点|时间|范围|网址)[：:]|[^：:。]{0,12}\d{1,2}[：:]\d\d\s*[-—–至~]+\s*\d{1,2}[：:]\d\d"
)
"""A field, or a line of hours, that says more of the desk above it. Example: `办公地址：和平路1号`."""
_ADDRESSED = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{2,20}}?(?:中心|大厅|[局所站处院馆会]|公司|窗口))[，、：]?{ADDRESS}"
)
_SENDS = re.compile(r"反映|联系|咨询|报送|受理|办理|申请")
_OWN_PART = re.compile(r"[局厅委院][\u4e00-\u9fff]{2,16}$")
"""A part of whoever writes, called by the last character of its body: `厅信息中心`."""
_PERSON_OF = re.compile(
    r"(?P<desk>[\u4e00-\u9fff]{0,24}?)(?:的|业务|工作)?联系人(?:员)?：(?P<name>[\u4e00-\u9fff]{2,4})"
)
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚"
    "沈钟姜崔谭陆范汪廖韦贾夏邹熊孟秦邱侯尹薛闫段雷黎陶贺毛郝顾龚邵覃钱戴严莫孔汤"
)
"""The commonest surnames, without those that begin many other words, such as 金 and 方.

Source: 二〇二〇年全国姓名报告, Ministry of Public Security.
"""
_MORE_SURNAMES = frozenset(
    "方金石康文龙万常武江史赖洪倪汤柳向游聂尹施牛洪易乔庞樊兰殷安齐梅庄辛管祝左涂谷祁时舒耿牟詹关"
)
"""Further ones, which begin many other words: they count behind the office of a body."""
_NAME_LENGTHS = (2, 3)
"""Characters of a name that stands right behind that of a desk."""
_MARKS = "，、；：。 "
_JOB = re.compile(
    r"(?P<desk>[\u4e00-\u9fff]{2,20}?)副?(?:[局处科站所股院校]长|主任|干事|专干)(?P<name>[\u4e00-\u9fff]{2,4})"
)
"""Somebody with the post held at a desk. Example: `县路政处副处长林青`."""
_FOR_PEOPLE = re.compile(r"[\u4e00-\u9fff]{0,8}(?:联系|负责|承办)人员?")
_SERVICE = re.compile(r"(?P<body>[\u4e00-\u9fff]{2,12})(?P<desk>客服|报修|抢修)")
"""Who is called for a company or a service, before a colon. Example: `城南热力客服`."""
_STREET = re.compile(r"[\u4e00-\u9fff]{2,4}(?<![大商])街")
"""A street office by its short name, in a list. Example: `荔城街`."""
_SUPPORT = re.compile(
    r"[\u4e00-\u9fff]{0,10}(?:技术|系统|平台|网络)(?:支持|客服|服务|维护)|[\u4e00-\u9fff]{0,6}(?:服务台|咨询台|前台)"
)
"""Who is called for a matter at whoever writes, before a colon. Example: `网上申请技术支持`."""
_PUBLIC_SERVICE = re.compile(
    r"(?:[\u4e00-\u9fff]{1,6}(?:[市县旗]|(?<![社小园地城镇景辖片校厂库])区|街道)|[省市县区旗](?:本级|级))"
    r"[\u4e00-\u9fff]{2,8}服务"
)
"""What a place has somebody answer for, in a list. Example: `东河区农民工服务`."""
_GROUP = re.compile(r"[\u4e00-\u9fff]{4,24}组")
"""A group of a headquarters, before a colon. Example: `县指挥部物资保障组`."""


@dataclass(frozen=True, slots=True)
class CalledDesk:
    """Whose a phone is, as printed; the department is "" where an office stands alone, or nobody is named."""

    department: str
    office: str | None = None
    person: str | None = None

    def of(self, department: str) -> "CalledDesk":
        """The desk, that of `department` where it names none itself.

        Example: `厅信息中心`, or the office `厅信息处`, of 青禾省农业厅 -> 信息中心, or 信息处, of that
        """
        name = self.department or self.office or ""
        if _OWN_PART.match(name) and department.endswith(name[0]):
            return replace(self, department=department, office=name[1:])
        return self if self.department else replace(self, department=department)


def named_desk(words: str, *, listed: bool = True) -> CalledDesk | None:
    """Whom words without white space name, if they name one desk and nothing else.

    Districts and offices alone count only where the words are `listed`, in a list or before a colon.

    Example: `县人社局就业科` -> 县人社局, 就业科; `清河区` -> itself; `就业科` -> ``, 就业科
    """
    words = without_sending(without_window(words))
    within = body_and_office(words)
    if within is not None:
        return CalledDesk(*within)
    service = _SERVICE.fullmatch(words)
    if service and (is_body(service["body"]) or is_utility(service["body"])):
        return CalledDesk(service["body"], service["desk"])
    known = (
        is_district(words)
        or _STREET.fullmatch(words)
        or _is_city(words)
        or _GROUP.fullmatch(words)
        or service
        or is_utility(words)
        or _PUBLIC_SERVICE.fullmatch(words)
    )
    if is_body(words) or _SCHOOL.fullmatch(words) or (listed and known):
        return CalledDesk(words)
    more = _OFFICE_AND_MORE.fullmatch(words)
    part = is_office(more["office"] if more else words) or _SUPPORT.fullmatch(words)
    return CalledDesk("", words) if listed and part else None


def desk_with_person(words: str, *, listed: bool = True) -> CalledDesk | None:
    """Whom words name, with the name of somebody behind the desk: `县财政局高远`, `就业科，蔺青`."""
    desk = person_on_line(words) or named_desk(words, listed=listed)
    return desk or next(filter(None, (_with_name(*parts, listed=listed) for parts in _splits(words))), None)


def person_on_line(line: str) -> CalledDesk | None:
    """Whom a line says to call, and at which desk. Example: `县水利局供水科联系人：林青` -> all three."""
    called = _PERSON_OF.fullmatch("".join(line.split()).replace(":", "："))
    if called is None or not is_person(called["name"]):
        return None
    desk = named_desk(called["desk"]) if called["desk"] else CalledDesk("")
    return replace(desk, person=called["name"]) if desk else None


def somebody_at_end(words: str) -> CalledDesk | None:
    """Who is named last, before the bracket with the phone, and at which desk; None where nobody is.

    Example: `清河区：林青（` -> 清河区, 林青; `联系人：县路政处林青（` -> 县路政处, 林青
    """
    last = re.split("[，；。]", words.rstrip("（"))[-1]
    place, colon, name = last.rpartition("：")
    if not colon or _FOR_PEOPLE.fullmatch(place):
        return CalledDesk("", None, name) if colon and is_person(name) else desk_with_person(name)
    return _with_name(place, name, listed=True)


def desk_on_line(line: str) -> CalledDesk | None:
    """Whom a line names that says nothing else, behind its label and before words such as 电话.

    Example: `3.清河县人社局就业科` -> 清河县人社局, 就业科; `经办机构：县就业中心` -> 县就业中心
    """
    label = find_marker(line)
    words = "".join(line[label.end if label else 0 :].split()).replace(":", "：").strip(_MARKS)
    field = _FIELD.match(words)
    words = _CALLED.sub("", words[field.end() if field else 0 :])
    words = _without_address(words)
    desk = named_desk(words, listed=False)
    if desk is None and is_office(words):
        return CalledDesk(words) if field and is_placed(words) else CalledDesk("", words)
    if desk is None and "、" in words:
        first, *others = words.split("、")
        desk = named_desk(first, listed=False) if all(map(_is_part, others)) else None
    return desk


def _without_address(words: str) -> str:
    """A line without the address that follows the name of a desk on it: `北郊镇便民服务中心和平路1号`."""
    addressed = _ADDRESSED.fullmatch(words)
    return addressed["name"] if addressed and is_body(addressed["name"]) else words


def governing(above: str, line: str) -> str:
    """The line that says whom the line below `line` is about: the one above a field that only adds to it.

    Example: `县就业中心` above `地址：和平路1号` -> the first
    """
    detail = _DETAIL.match(line) and desk_on_line(line) is None and not find_phones(line)
    return above if detail else line


def office_sent_to(line: str, body: str) -> str | None:
    """The one office of `body` that the last sentence of a line sends people to; None where it names none.

    Example: `请向青禾县水利局工程科反映。`, `青禾县水利局` -> `工程科`
    """
    sentence = "".join(line.split()).rstrip("。").rpartition("。")[2]
    bodies = find_bodies(sentence) if _SENDS.search(sentence) else ()
    offices = {named.office for named in bodies if named.name.endswith(body) or body.endswith(named.name)}
    return offices.pop() if len(offices) == 1 else None


def _is_part(words: str) -> bool:
    """Whether words name a part of the body before them, not one more body."""
    return is_office(words) or (words.endswith("部") and not district_of(words))


def _splits(words: str) -> list[tuple[str, str]]:
    """The ways to part the words before a name from the name."""
    desk, comma, name = words.rpartition("，")
    if comma:
        return [(desk, name)]
    job = _JOB.fullmatch(words)
    if job:
        return [(job["desk"], job["name"])]
    cuts = [(words[:-length], words[-length:]) for length in _NAME_LENGTHS if len(words) > length]
    return [
        (where, name)
        for where, name in cuts
        if name[0] in SURNAMES or (name[0] in _MORE_SURNAMES and body_and_office(where))
    ]


def _with_name(words: str, name: str, *, listed: bool) -> CalledDesk | None:
    desk = named_desk(words, listed=listed) if words and is_person(name) else None
    return replace(desk, person=name) if desk else None


def _is_city(words: str) -> bool:
    """Whether words name a city or prefecture, with its level or without. Example: `青岛` -> True."""
    return any(f"{words}{level}" in load_gazetteer() for level in ("", "市", "州", "地区", "盟"))
