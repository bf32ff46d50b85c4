"""Replies that list desks: of a department, of an office, of a person."""

from collections.abc import Sequence
from dataclasses import replace

from bot import messages as common
from bot.answer import Option, OptionKind, Status
from bot.conversation import answers
from bot.conversation.about_departments.bodies_by_name import body_asked, printed_for
from bot.conversation.about_departments.printed_phones import PrintedPhones, said_of, sentences_shown
from bot.conversation.focus import Topic
from bot.conversation.scene import Reply, Scene
from bot.layout import Block, plain, strong
from bot.messages import chinese_date
from bot.messages import talk as messages
from bot.rendering import confirmed
from corpus.directory import Desk
from corpus.records import Contact
from corpus.regions import region_of

DESKS = 8


def desk_called(scene: Scene, name: str) -> Reply | None:
    """The desks of an office, or those at which the documents name a person to call; None without any."""
    directory = scene.assistant.catalog.directory
    having = directory.departments_of(name)
    if having:
        return department_phones(scene, having, name)
    desks = [(desk.contact, desk.sources) for desk in directory.of_person(name)]
    return desks_listed(scene, messages.PERSON.format(name=name), desks, None) if desks else None


def department_phones(
    scene: Scene, departments: Sequence[tuple[str, str]], office: str | None = None
) -> Reply:
    """The desks of departments, of one of their offices where they have it; or that none is printed.

    Where departments of several regions have desks, it is asked which is meant.
    """
    directory = scene.assistant.catalog.directory
    reached = [named for named in departments if directory.of_department(named[1], named[0])]
    if len({region for region, _ in reached}) > 1 and not office:
        return which_department(scene, reached, messages.DEPARTMENT_PHONE_SAID)
    departments = reached or departments
    desks: list[Desk] = [
        desk for region, name in departments for desk in directory.of_department(name, region)
    ]
    of_office = [desk for desk in desks if office in desk.offices]
    # Where the directory lacks the office, the department's other desks can help.
    answering = of_office or desks
    names = "、".join(dict.fromkeys(_called(scene, *named) for named in departments))
    body = departments[0][1]
    having = () if answering else directory.departments_of(body)
    if having:
        # A body that is printed as an office of another.
        return department_phones(scene, having, body)
    lacking = not of_office if office else not desks
    printed = _said_or_called(scene, departments, office) if lacking else []
    if printed:
        head = messages.DEPARTMENT_PRINTED.format(name=office or names)
        return sentences_shown(scene, head, printed, None if office else departments[0])
    if not answering:
        text = messages.NO_DEPARTMENT_PHONE.format(name=names)
        topic = Topic(scene.reading.question, department=departments[0])
        focus = scene.in_place(scene.focus.turned_to(topic))
        return replace(scene.blank, status=Status.NOT_COVERED, text=text), focus
    # The heading names one department; where several have the office, each desk line names its own.
    head = messages.DEPARTMENT_PHONES.format(name=office if of_office else names)
    if office and not of_office:
        head = messages.NO_OFFICE_PHONE.format(office=office, name=names)
    return desks_listed(scene, head, [(desk.contact, desk.sources) for desk in answering], departments[0])


def _said_or_called(
    scene: Scene, departments: Sequence[tuple[str, str]], office: str | None
) -> list[PrintedPhones]:
    """What the texts print of departments or their office, by their names or by what they are called."""
    catalog = scene.assistant.catalog
    printed = said_of(catalog, departments, office)
    for region, name in () if printed else departments:
        asked = body_asked(region, f"{name}{office or ''}") if region else None
        printed = printed or (printed_for(catalog, asked) if asked else [])
    return printed


def which_department(scene: Scene, departments: Sequence[tuple[str, str]], said: str) -> Reply:
    """Asks which of several departments is meant; `said` is what choosing one says of `name` and `region`."""
    lines = [messages.DEPARTMENT_OF.format(name=name, region=region) for region, name in departments]
    text = "\n".join([messages.WHICH_DEPARTMENT, *(f"· {line}" for line in lines)])
    says = [said.format(name=name, region=region) for region, name in departments]
    listed = tuple(Option(OptionKind.SUGGESTION, line, say) for line, say in zip(lines, says, strict=True))
    return replace(scene.blank, status=Status.CLARIFY, text=text, options=listed), scene.focus


def _called(scene: Scene, region: str, name: str) -> str:
    """A department with its region where the asker is elsewhere or two places are called as the turn says."""
    where = scene.blank.region
    if len(scene.query.regions) > 1:
        return messages.DEPARTMENT_OF.format(name=name, region=region)
    elsewhere = where and region != where and not name.startswith((region, *region_of(where).own))
    return messages.DEPARTMENT_OF.format(name=name, region=region) if elsewhere else name


def desks_listed(
    scene: Scene,
    head: str,
    desks: Sequence[tuple[Contact, tuple[str, ...]]],
    department: tuple[str, str] | None,
) -> Reply:
    """Desks in lines below a heading, with what prints them; `department` is then talked about."""
    lines = [strong(head), *(plain(desk_line(contact)) for contact, _ in desks[:DESKS])]
    shown = tuple(dict.fromkeys(source for _, sources in desks[:DESKS] for source in sources))[:5]
    measures = scene.assistant.quoted(scene.blank, scene.reading.question, shown)
    catalog = scene.assistant.catalog
    first = desks[0][0]
    region = catalog.document(catalog.measure(first.source).document).region
    topic = Topic(scene.reading.question, department=department or (region, first.canonical))
    blocks: list[Block] = [tuple(lines), (plain(messages.PHONES_DATED),)]
    focus = scene.in_place(scene.focus.turned_to(topic.showing(shown)))
    return answers.said(scene.blank, measures, blocks), focus


def desk_line(contact: Contact) -> str:
    """A desk as replies print it: department, office, person, phone, and what prints them."""
    office = f"{contact.canonical} " + (f"{contact.office} " if contact.office else "")
    person = messages.DESK_PERSON.format(person=contact.person) if contact.person else ""
    form = common.PHONE_UNCHECKED if contact.unchecked else common.PHONE
    phone = form.format(phone=contact.dial or contact.phone)
    words = messages.DESK.format(office=office, person=person, phone=phone)
    number = contact.source.partition("#")[0]
    if contact.confirmed:
        return words + confirmed(contact)
    if contact.as_of is None:
        return words + messages.DESK_SOURCE_UNDATED.format(source=number)
    return words + messages.DESK_SOURCE.format(source=number, day=chinese_date(contact.as_of))
