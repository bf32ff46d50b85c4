"""Which department or office a turn names or points at, and bodies in it that no document has."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.about_departments.called_for_short import called_for_short, in_order, same_body
from bot.conversation.hearing.followups import read_turn
from bot.conversation.scene import Scene
from bot.ports import CatalogView
from corpus.departments import Mention, Names, bare_name, begins_with_level
from corpus.records import Role
from corpus.regions import holds_in, is_town_in, region_of
from corpus.text.bodies import district_of, is_body, is_office, is_town, is_village
from retrieval.question import Asked

THEY = re.compile(r"他们|它们?|这个?(?:局|部门|单位|委|中心|科|办)|该(?:局|部门|单位)|人家")
_OF_OTHER_LEVEL = re.compile(r"[省市县州旗](?![场政容民区域里内级])|[\u4e00-\u9fff]{2,3}省")
"""How the name of a body of another level begins: 省财政厅, 县民政局; not 市场 or 市政."""
_DOES = re.compile("[要想让]|打算|准备|成立|换届|选举|投诉|举报")
"""What somebody does, in no name of a body: 小区要成立业委会."""
_ANY_DISTRICT = re.compile(r"[我咱俺本全该各这那城]们?(?:区|县|市|镇|乡|街道)")
_BUREAU = re.compile("[局委厅会]$")
_OFFICE_END = re.compile(r"(?:服务|管理)?[办科股所站室]$|办公室$")
_WITHIN_BODY = re.compile(r"(?!.*[管的哪])[\u4e00-\u9fff]{2,8}(?:所|站|中心|办|部|窗口|大厅)")


@dataclass(frozen=True, slots=True)
class DepartmentNamed:
    """A department or an office that a turn names, and what else it says."""

    departments: tuple[tuple[str, str], ...]
    """(region, canonical name)."""
    office: str | None
    rest: str
    """The words without the name."""

    @property
    def unknown_office(self) -> str:
        """The office that stands right behind the department's name and that no document prints; mostly "".

        Example: "  国库科电话" of 区财政局国库科电话 -> 国库科
        """
        content = read_turn(self.rest).content
        behind = self.rest.lstrip().startswith(content[0]) if len(content) == 1 else False
        words = content[0] if behind and self.departments and not self.office else ""
        return words if is_office(words) or _WITHIN_BODY.fullmatch(words) else ""


def named_department(scene: Scene) -> DepartmentNamed | None:
    """The department or office in the words; in the asker's region where several know the name.

    Of a name that nothing in the asker's region has, a short one stands for a body there that no document
    prints: 民政局 is not that of another county. One with its level stands for whoever bears it.
    """
    catalog, words = scene.assistant.catalog, scene.reading.question
    short = _for_short(scene)
    if short is not None:
        return short
    mentions = _bodies_in(words, catalog.bodies)
    rest = words
    for name in sorted((_with_level(words, mention) for mention in mentions), key=len, reverse=True):
        rest = rest.replace(name, " ")
    office = max(catalog.directory.offices_named(rest), key=len, default=None)
    if not mentions and office is None:
        return None
    rest = rest.replace(office, " ") if office else rest
    for name in (
        name for place in map(region_of, scene.query.regions) for name in (*place.own, *place.above)
    ):
        rest = rest.replace(name, " ")
    departments = _here(scene, words, mentions)
    if not departments and office:
        departments = _pointed_department(scene, office) or _having_here(scene, office)
    if not departments:
        return None
    if not office:
        office, stem = _office_meant(catalog, departments, rest)
        rest = rest.replace(stem, " ") if stem else rest
    return DepartmentNamed(departments, office, rest)


def _for_short(scene: Scene) -> DepartmentNamed | None:
    """The body that is all that a turn names, called by a few characters of its name; mostly None."""
    words, bodies = scene.reading.question, scene.assistant.catalog.bodies
    content = read_turn(words).content
    if len(content) != 1:
        return None
    near = _places_near(scene)
    named = (m for m in bodies.find(words) if not near or m.region in near)
    if any(content[0] in (mention.text, _with_level(words, mention)) for mention in named):
        return None
    called = called_for_short(content[0], bodies, near)
    return DepartmentNamed(called, None, words.replace(content[0], " ")) if called else None


def _places_near(scene: Scene) -> list[str]:
    """The regions whose bodies a name may mean: those of the question, or the asker's, then those above.

    A county that the question names has bodies of its own level: 教体局 of 青禾县 is not that of its city.
    """
    named = scene.query.regions
    wanted = named or ((scene.blank.region,) if scene.blank.region else ())
    held = scene.assistant.catalog.regions
    above = (
        one
        for region in wanted
        for one in held
        if one != region and (_is_near(one, region) if not named else is_town_in(region, one))
    )
    return [*wanted, *above]


def _office_meant(
    catalog: CatalogView, departments: Sequence[tuple[str, str]], rest: str
) -> tuple[str | None, str]:
    """An office of these departments that is named without its last sign or for short, and what names it.

    Example: 王村镇民政电话, of whom 民政办 is printed -> 民政办, 民政; 组织部人才科, of whom only 人才工作科
    begins and goes on so -> 人才工作科, 人才科
    """
    offices = (
        office
        for region, name in departments
        for desk in catalog.directory.of_department(name, region)
        for office in desk.offices
    )
    named = [(office, _OFFICE_END.sub("", office)) for office in offices]
    fitting = [(office, stem) for office, stem in named if len(stem) > 1 and stem in rest]
    if fitting:
        return max(fitting, key=lambda pair: len(pair[1]))
    short = next((words for words in read_turn(rest).content if is_office(words)), "")
    asked = _OFFICE_END.sub("", short)
    called = {office for office, stem in named if len(asked) > 1 and in_order(asked, stem)}
    return (called.pop(), short) if len(called) == 1 else (None, "")


def _bodies_in(words: str, bodies: Names) -> list[Mention]:
    """The bodies that words name; none within the name of an office, no town where something holds.

    Example: 大街街道民政所 names the street's government and no 民政局; 王村镇有哪些政策 names none.
    """
    found = bodies.find(words)
    ends = {mention.end for mention in found}
    kept = (m for m in found if m.start not in ends or _BUREAU.search(m.text))
    if set(read_turn(words).fields) & {Asked.PHONE, Asked.OWNER}:
        return [*kept]
    return [m for m in kept if not (is_village(m.text) or (is_town(m.text) and m.text != m.canonical))]


def _here(scene: Scene, words: str, mentions: Sequence[Mention]) -> tuple[tuple[str, str], ...]:
    """(region, canonical name) of the departments meant, those that hold where the asker is if any do."""
    bodies, places = scene.assistant.catalog.bodies, _places_near(scene)
    wanted = scene.query.regions or tuple(places[:1])
    own = [m for m in mentions if m.region in wanted]
    alike = wanted and all(_may_be_of(words, m, wanted[0]) for m in mentions)
    if mentions and alike and not own:
        short = called_for_short(mentions[0].text, bodies, wanted)
        above = [m for m in mentions if m.region in places]
        if short or not above:
            bare = bare_name(mentions[0].text, wanted[0])
            return short or ((wanted[0], region_of(wanted[0]).own[0] + bare),)
    near = own or [m for m in mentions if m.region in places]
    named = dict.fromkeys((m.region, m.canonical) for m in near or mentions)
    return tuple(dict.fromkeys(each for one in named for each in same_body(*one, bodies)))


def _having_here(scene: Scene, office: str) -> tuple[tuple[str, str], ...]:
    """The departments with that office; where a place is meant, those of it, around it and within it."""
    places = _places_near(scene)[:1]
    having = scene.assistant.catalog.directory.departments_of(office)
    return tuple(
        (region, name)
        for region, name in having
        if not places or _is_near(region, places[0]) or _is_near(places[0], region)
    )


def _is_near(known_in: str, region: str) -> bool:
    """Whether the bodies of a region answer for another: it belongs to theirs, or theirs is a town of it."""
    return holds_in(known_in, region) or is_town_in(known_in, region)


def _may_be_of(words: str, mention: Mention, place: str) -> bool:
    """Whether words that name a body elsewhere may mean that of a place: with no level, or with its own.

    Example: 民政局, 县民政局 of 青禾县 in 松源县 -> True; 省财政厅 there -> False
    """
    level = region_of(place).own[0][-1:]
    return not _tells_level(words, mention) or begins_with_level(mention.canonical, level)


def _tells_level(words: str, mention: Mention) -> bool:
    """Whether a department is named as that of its region: 区工信局, 聊城市财政局."""
    full = mention.text.startswith(region_of(mention.region).own)
    return (
        full
        or begins_with_level(mention.text, mention.canonical[0])
        or _with_level(words, mention) != mention.text
    )


def _with_level(words: str, mention: Mention) -> str:
    """A short name with the 区 or 市 before it that its department bears.

    Example: 区发改局能源科 with 发改局 for 区发展改革局 -> 区发改局
    """
    before = words[mention.start - 1 : mention.start] if mention.start else ""
    return before + mention.text if before and mention.canonical.startswith(before) else mention.text


def pointed_at(scene: Scene) -> DepartmentNamed | None:
    """The department that 他们 or 这个局 means: the one talked about, else the first lead of the measure."""
    words, topic = scene.reading.question, scene.topic
    if topic is None or not THEY.search(words):
        return None
    rest = THEY.sub(" ", words)
    if topic.department:
        return DepartmentNamed((topic.department,), None, rest)
    if topic.chosen is None:
        return None
    catalog = scene.assistant.catalog
    measure = catalog.measure(topic.chosen)
    region = catalog.document(measure.document).region
    leads = [c for c in catalog.contacts(measure) if c.canonical and c.role in (Role.LEAD, Role.RESPONSIBLE)]
    return DepartmentNamed(((region, leads[0].canonical),), None, rest) if leads else None


def _pointed_department(scene: Scene, office: str) -> tuple[tuple[str, str], ...]:
    """他们办公室: the department talked about, if the words point at it or it has such an office."""
    pointed = pointed_at(scene)
    if pointed:
        return pointed.departments
    talked_of = scene.topic.department if scene.topic else None
    having_office = scene.assistant.catalog.directory.departments_of(office)
    return (talked_of,) if talked_of in having_office else ()


def body_nowhere(scene: Scene, rest: str) -> str:
    """The body of another level or place that is all that some words name, and no document has; mostly empty.

    Example: "省财政厅电话" -> 省财政厅; "北郊镇民政办电话" where nothing prints it -> 北郊镇民政办
    """
    content = read_turn(rest).content
    body = content[0] if len(content) == 1 else ""
    if not (is_body(body) or is_town(body)) or _DOES.search(body):
        return ""
    if any(mention.text == body for mention in scene.assistant.catalog.bodies.find(body)):
        return ""
    district = district_of(body)
    own = {name for region in scene.assistant.catalog.regions for name in region_of(region).own}
    placed = bool(district) and district not in own and not _ANY_DISTRICT.fullmatch(district)
    return body if placed or _OF_OTHER_LEVEL.match(body) else ""
