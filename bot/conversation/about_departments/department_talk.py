"""Turns about departments: their phones from the directory, and the ledger of what they lead and support."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from bot.answer import OfferedDepartment, Status, Term
from bot.answering import Particular, asks_to_complain, particulars_asked
from bot.conversation import answers
from bot.conversation.about_departments.bodies_by_name import body_asked, printed_for
from bot.conversation.about_departments.departments_named import (
    DepartmentNamed,
    body_nowhere,
    named_department,
    pointed_at,
)
from bot.conversation.about_departments.desk_talk import DESKS, department_phones, desk_line
from bot.conversation.about_departments.printed_phones import naming, said_of, sentences_shown
from bot.conversation.fields import about_chosen
from bot.conversation.focus import Topic
from bot.conversation.hearing.followups import Turn, read_turn
from bot.conversation.scene import Reply, Scene
from bot.layout import Block, plain, strong
from bot.messages import chinese_date
from bot.messages import talk as messages
from bot.messages.items import item_name
from bot.ports import CatalogView
from bot.rendering import Ledger, Part, clipped, ledger_of, tidy, title
from corpus.records import Role
from corpus.stored_measures import holding, recording
from corpus.text.bodies import is_office, is_town
from retrieval.question import Asked

PAGE = 10
"""Entries of a ledger in one reply."""
_DEADLINE_UNITS = 40
_COMPANY = "公司"
"""What a company is called in everyday words is rarely its name: the search finds the line that has it."""
_KIND = 4
"""Signs of 供热公司, 燃气公司."""
_COMPLAINT = re.compile("投诉|举报|监督")
_POST = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,12}?)(?P<post>(?:副)?(?:书记|[镇乡区县市局所院校站科队会村]长|主任))"
)
"""Somebody who leads a body, called by the post. Example: `南郊镇镇长`."""
_BUREAU = re.compile("局$|大队$")
"""A body of which every place has its own."""
_PLACE = 3
"""Signs that a name of a body begins with and that tell its place: 南郊镇, 桃园小区业委会."""
_DUTIES = re.compile(
    r"(?:都|还|主要|一共|总共|具体)*(?:有哪些|有什么|牵头|负责|主管|分管|承担|配合|参与|管)(?:了|着|的)?(?:哪[些几一]{0,2}|什么|啥|几|多少)?(?:个|项|条|件)?"
    r"(?:任务|工作|事情|事|政策|项目|职责|业务|方面)(?:要做)?"
    r"|(?:都|还)?(?:牵头|负责|主管|分管|配合|参与|管)(?:了|着)?(?:哪[些几一]{1,2}|什么|啥|几|多少)(?:个|项|条|件)?"
    r"|(?:还|另外)?(?:牵头|负责|主管|分管|管)(?:着|了)?(?:别的|其[他它]的?)(?:事情?|工作|任务|项目)?"
    r"|(?:任务|职责|工作)(?:清单|台账|分工|列表)?(?:有哪些|是什么|都有啥)?|台账"
    r"|(?:牵头|负责|主管|配合|参与)的(?:都|还)?(?:有)?(?:哪些|什么|啥)?(?:任务|工作|事情|事项?|政策|项目)?(?:都?有?(?:哪些|什么|啥))?(?=[。？?！!吧呢\s]*$)"
)
_LISTING = re.compile(r"(?:请|帮我|给我)*(?:列|查|看|说|数)(?:一下|一列|下|个|出来?)?")
_LEADS = re.compile("牵头|主责|主办")
_HELPS = re.compile("配合|参与|协办")
_DOES = "负责"
_YEAR = re.compile(r"20\d\d\s*年?")
_WHICH_OFFICE = re.compile("哪一?个?(?:科|股|处|室|所|中心)")
_HOLLOW_DOCUMENT = re.compile(r"(?:周村|聊城)?(?:区|市)?(?:的|里|中|方案|文件|清单|办法|意见|通知|工作)+")


def phones(scene: Scene) -> Reply | None:
    """区商务局电话多少, 种业服务科电话, 能源科呢: a turn that names a department or office and no matter."""
    named = named_department(scene)
    if named is None:
        return _called_here(scene)
    if _DUTIES.search(named.rest):
        return None
    left = read_turn(named.rest)
    asks = set(left.fields) & {Asked.PHONE, Asked.OWNER}
    if left.move or not (asks or left.leans or named.rest.strip("？?。 ") == ""):
        return None
    if asks and len(left.content) == 1 and _COMPLAINT.fullmatch(left.content[0]):
        printed = said_of(scene.assistant.catalog, named.departments, left.content[0])
        name = f"{named.departments[0][1]}（{left.content[0]}）"
        return (
            sentences_shown(scene, messages.DEPARTMENT_PRINTED.format(name=name), printed)
            if printed
            else None
        )
    if left.content and not (asks and named.unknown_office):
        return None
    if scene.topic and scene.topic.listed and scene.topic.department and not asks:
        # 财政局呢 after the ledger of another department asks for its ledger.
        return ledger_page(
            scene, Topic(scene.reading.question, department=named.departments[0], roles=scene.topic.roles)
        )
    if scene.topic and _is_office_of_measure(scene, scene.topic, named):
        return about_chosen(scene, scene.topic, (Asked.OWNER,))
    reply = department_phones(scene, named.departments, named.office or named.unknown_office)
    unprinted = reply[0].status is Status.NOT_COVERED
    return None if unprinted and _asks_street(scene, left.fields) else reply


def _called_here(scene: Scene) -> Reply | None:
    """The phones that texts of the place print of the body or office that is all that a turn names.

    That of another place is none: where it names the place and nothing is printed, it is told so.
    """
    turn, named = scene.words, scene.query.places or scene.query.regions
    place = next(iter(named), scene.blank.region or "")
    asks = Asked.PHONE in turn.fields
    if not place or turn.move or len(turn.content) != 1 or not (asks or _is_name(turn)):
        return None
    asked = body_asked(place, turn.content[0].removesuffix("呢"))
    printed = printed_for(scene.assistant.catalog, asked) if asked else []
    name = f"{place}{asked.called}" if asked else ""
    if printed:
        return sentences_shown(scene, messages.DEPARTMENT_PRINTED.format(name=name), printed, (place, name))
    if not (asked and named and asks and (is_office(asked.called) or _BUREAU.search(asked.called))):
        return None
    text = messages.NO_DEPARTMENT_PHONE.format(name=name)
    return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.in_place(scene.focus)


def _is_name(turn: Turn) -> bool:
    """Whether a turn is a name and nothing else: 财务科呢, 学前教育科."""
    return (
        not turn.fields
        and not turn.asks_case
        and (turn.leans or turn.text.strip("？?。 ") == turn.content[0])
    )


def _asks_street(scene: Scene, fields: Sequence[Asked]) -> bool:
    """县学生资助中心在啥地方: where a body is, and not how it is called."""
    return Asked.PHONE not in fields and Particular.WHERE in particulars_asked(scene.reading.question)


def nowhere(scene: Scene) -> Reply | None:
    """省财政厅电话, 北郊镇民政办有哪些任务: that no document has the body; another's phone would do harm."""
    words = scene.reading.question
    asks = set(read_turn(words).fields)
    of_duties = _DUTIES.search(words)
    if not of_duties and not (asks and asks <= {Asked.PHONE, Asked.OWNER}):
        return None
    body = body_nowhere(scene, _LISTING.sub(" ", _DUTIES.sub(" ", words)) if of_duties else words)
    if not body or _is_printed_company(scene, body) or (of_duties and is_town(body)):
        return None
    printed = [] if of_duties else naming(scene.assistant.catalog, body)
    if printed:
        return sentences_shown(scene, messages.DEPARTMENT_PRINTED.format(name=body), printed)
    form = messages.LEDGER_NONE if of_duties else messages.NO_DEPARTMENT_PHONE
    text = form.format(name=body)
    if scene.query.elsewhere:
        places, held = scene.query.elsewhere, scene.assistant.catalog.regions
        text = messages.NO_DEPARTMENT_THERE.format(place="、".join(places), regions="、".join(sorted(held)))
    return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus


def officials(scene: Scene) -> Reply | None:
    """南郊镇镇长电话: that no text names that post there; another desk's phone would be taken for it."""
    turn = read_turn(scene.reading.question)
    called = _POST.fullmatch("".join(turn.content)) if len(turn.content) == 1 else None
    if called is None or Asked.PHONE not in turn.fields:
        return None
    body, post = called["body"], called["post"]
    documents = scene.assistant.catalog.documents
    for measure in chain.from_iterable(recording(document, [post]) for document in documents):
        said = (*measure.heading, measure.text, *(section.name for section in measure.sections))
        if any(post in words for words in said) and any(body[:_PLACE] in words for words in said):
            return None
    text = messages.NO_DEPARTMENT_PHONE.format(name=called.group())
    return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus


def _is_printed_company(scene: Scene, body: str) -> bool:
    """Whether some text speaks of companies of that kind, whatever one of them is called: 供热公司."""
    kind = body[-_KIND:]
    documents = scene.assistant.catalog.documents
    return body.endswith(_COMPANY) and any(True for document in documents for _ in holding(document, kind))


def _is_office_of_measure(scene: Scene, topic: Topic, named: DepartmentNamed) -> bool:
    """归财政局哪个科: asks for the office of a department that the current measure names."""
    if topic.chosen is None or not _WHICH_OFFICE.search(scene.reading.question):
        return False
    contacts = scene.assistant.catalog.contacts(scene.assistant.catalog.measure(topic.chosen))
    return any(contact.canonical == name for contact in contacts for _, name in named.departments)


def duties(scene: Scene) -> Reply | None:
    """区财政局牵头哪些任务, 他们管什么事: the ledger of a department."""
    if not _DUTIES.search(scene.reading.question):
        return None
    named = named_department(scene) or pointed_at(scene)
    if named is None or not _DUTIES.search(named.rest):
        return None
    catalog = scene.assistant.catalog
    rest = _LISTING.sub(" ", _DUTIES.sub(" ", named.rest))
    documents = scene.query.documents or _documents_titled(catalog, rest)
    if read_turn(rest).content and not documents:
        return None
    topic = Topic(
        scene.reading.question,
        department=named.departments[0],
        documents=tuple(documents),
        roles=roles_named(named.rest),
    )
    return ledger_page(scene, topic, named.office)


def roles_named(words: str) -> tuple[Role, ...]:
    """The roles that the words ask for; empty where they ask for any.

    负责 alone may mean anything that a department does; beside another role it means what it says.

    Example: "牵头" -> (LEAD,); "负责和配合" -> (RESPONSIBLE, SUPPORT); "牵头和配合的" -> (); "任务" -> ()
    """
    leads, helps = bool(_LEADS.search(words)), bool(_HELPS.search(words))
    if leads == helps:
        return ()
    does = (Role.RESPONSIBLE,) if _DOES in words else ()
    return (Role.LEAD, *does) if leads else (*does, Role.SUPPORT)


def of_year(scene: Scene) -> Reply | None:
    """2020年的呢 after a ledger: the part of it from that year's documents."""
    topic, years = scene.topic, scene.query.years
    if topic is None or topic.department is None or not topic.listed or len(years) != 1:
        return None
    if read_turn(_YEAR.sub(" ", scene.reading.question)).content:
        return None
    issued = tuple(
        document.number
        for document in scene.assistant.catalog.documents
        if document.issued and document.issued.year == years[0]
    )
    if not issued:
        return None
    return ledger_page(
        scene, Topic(topic.question, department=topic.department, documents=issued, roles=topic.roles)
    )


def own_phones(scene: Scene) -> Reply | None:
    """电话多少 while a department is being talked about: its desks; after a refusal what that said of it.

    Not 举报找谁: who does the work is not whoever hears complaints of it.
    """
    turn, topic, near = scene.turn, scene.topic, scene.focus.near
    asks = set() if asks_to_complain(scene.reading.question) else set(turn.fields)
    if turn.content or turn.move or not asks or not asks <= {Asked.PHONE, Asked.OWNER}:
        return None
    if near:
        return _named_again(scene, near)
    if topic is None or topic.department is None:
        return None
    return department_phones(scene, (topic.department,))


def _named_again(scene: Scene, near: Sequence[OfferedDepartment]) -> Reply:
    """What a refusal said of the departments of its matter: another desk of theirs may do other things."""
    ids = tuple(dict.fromkeys(department.measure for department in near))
    measures = scene.assistant.quoted(scene.blank, scene.reading.question, ids)
    lines = tuple(plain(department.line) for department in near)
    topic = Topic(scene.reading.question, department=(near[0].region, near[0].canonical))
    blocks: list[Block] = [lines, (plain(messages.PHONES_DATED),)]
    focus = replace(scene.focus.turned_to(topic.showing(ids)), near=tuple(near))
    return answers.said(scene.blank, measures, blocks), focus


def ledger_page(scene: Scene, topic: Topic, office: str | None = None) -> Reply | None:
    """The next page of a department's ledger; None where all is listed."""
    if topic.department is None:
        return None
    region, name = topic.department
    ledger = ledger_of(
        scene.assistant.catalog,
        region,
        name,
        documents=topic.documents,
        office=office,
        as_of=scene.blank.as_of,
    )
    whole, ledger = ledger, _in_roles(ledger, topic.roles)
    if not ledger.entries:
        elsewhere = topic.documents and ledger_of(
            scene.assistant.catalog, region, name, as_of=scene.blank.as_of
        )
        form = messages.LEDGER_NONE_THERE if elsewhere and elsewhere.entries else messages.LEDGER_NONE
        text = form.format(name=name)
        return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus
    part = ledger.entries[topic.listed : topic.listed + PAGE]
    if not part:
        return None
    shown = [entry.measure.id for entry in part]
    measures = scene.assistant.quoted(scene.blank, scene.reading.question, shown)
    listed = topic.listed + len(part)
    blocks = _ledger_blocks(scene.assistant.catalog, ledger, topic.listed, listed)
    if topic.listed == 0 and topic.roles:
        blocks[1:1] = [_beside_roles(whole, ledger, topic.roles)]
    moved = replace(topic, listed=listed).showing(shown)
    focus = scene.focus.staying(moved) if topic is scene.topic else scene.focus.turned_to(moved)
    more = messages.NEXT_SAID if listed < len(ledger.entries) else ""
    return replace(answers.said(scene.blank, measures, blocks), more=more), focus


def _in_roles(ledger: Ledger, roles: Sequence[str]) -> Ledger:
    """What a department does in these roles; all that it does where that is nothing."""
    entries = tuple(entry for entry in ledger.entries if entry.role in roles)
    return replace(ledger, entries=entries) if entries else ledger


def _beside_roles(whole: Ledger, shown: Ledger, roles: Sequence[str]) -> Block:
    """What else a department does beside what was asked for, and the words that list it."""
    if whole.entries == shown.entries:
        only = all(entry.role in roles for entry in whole.entries)
        roles_asked = "、".join(messages.LEDGER_ROLES[role] for role in roles)
        return () if only else (plain(messages.LEDGER_NOT_SO.format(name=whole.name, role=roles_asked)),)
    counts = {role: count for role, count in whole.counts().items() if count and role not in roles}
    parts = "、".join(messages.LEDGER_PARTS[role].format(count=count) for role, count in counts.items())
    named = "和".join(messages.LEDGER_ROLES[role] for role in counts)
    said = messages.LEDGER_SAID.format(name=whole.name, roles=named)
    return (plain(messages.LEDGER_BESIDE.format(parts=parts, said=said)),)


def _documents_titled(catalog: CatalogView, rest: str) -> list[str]:
    """The documents whose title contains the words: 智慧城市方案里 -> …新型智慧城市建设实施方案的通知."""
    chunks = [_HOLLOW_DOCUMENT.sub("", chunk) for chunk in read_turn(rest).content]
    chunks = [chunk for chunk in chunks if chunk]
    return [
        document.number
        for document in catalog.documents
        if chunks and all(chunk in tidy(document.title) for chunk in chunks)
    ]


def _ledger_blocks(catalog: CatalogView, ledger: Ledger, start: int, end: int) -> list[Block]:
    blocks: list[Block] = []
    if start == 0:
        blocks.append(_ledger_head(catalog, ledger))
    lines, document = [], None
    for ordinal, entry in enumerate(ledger.entries[start:end], start + 1):
        if entry.document.number != document:
            document = entry.document.number
            year = str(entry.document.issued.year) if entry.document.issued else "-"
            lines.append(strong(messages.LEDGER_DOCUMENT.format(number=document, year=year)))
        lines.append(plain(_entry(ordinal, entry)))
    listed = messages.LEDGER_LISTED.format(count=len(ledger.entries), listed=end)
    more = messages.LEDGER_ON if end < len(ledger.entries) else ""
    return [*blocks, tuple(lines), (plain(listed + more),)]


def _ledger_head(catalog: CatalogView, ledger: Ledger) -> Block:
    parts = [
        messages.LEDGER_PARTS[role].format(count=count) for role, count in ledger.counts().items() if count
    ]
    desks = catalog.directory.of_department(ledger.name, ledger.region)[:DESKS]
    return (
        strong(messages.LEDGER_HEAD.format(name=ledger.name, region=ledger.region)),
        plain(messages.LEDGER_COUNTS.format(count=len(ledger.entries), parts="，".join(parts))),
        *(plain(desk_line(desk.contact)) for desk in desks),
    )


def _entry(ordinal: int, entry: Part) -> str:
    deadline = clipped(tidy(entry.deadline), _DEADLINE_UNITS) if entry.deadline else ""
    item = item_name(entry.measure.item)
    return messages.LEDGER_ENTRY.format(
        ordinal=ordinal,
        role=messages.LEDGER_ROLES[entry.role],
        title=title(entry.measure.sections),
        item=messages.LEDGER_ITEM.format(item=item) if item else "",
        deadline=messages.LEDGER_DEADLINE.format(deadline=deadline) if deadline else "",
        state=_state(entry.term) if entry.term else "",
    )


def _state(term: Term) -> str:
    if term.ended:
        return messages.LEDGER_ENDED
    return messages.LEDGER_STATES[term.state].format(until=chinese_date(term.until) if term.until else "")
