"""Whom a document names to call for all of its measures: at its end, in its covering note, as interpreter."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.drafts import DocumentDraft, MeasureDraft
from corpus.extraction.duties.entries import find_entries
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.answerables import duties_of
from corpus.extraction.naming.department_lists import listed_departments
from corpus.extraction.naming.printed_desks import person_on_line
from corpus.extraction.naming.role_words import BlockLabel
from corpus.extraction.whose_phones.field_lines import field_contacts, person_contacts
from corpus.extraction.whose_phones.phone_owners import Caller
from corpus.extraction.whose_phones.running_phones import find_calls
from corpus.records import ItemReason, Responsibility, Role
from corpus.text.bodies import district_of, is_any_town, is_body
from corpus.text.labels import opens_with_label
from corpus.text.markers import find_marker
from corpus.text.numerals import UP_TO_99
from corpus.text.phones import find_phones

_CALLING = re.compile(r"电话|热线|联系人|联系方式|咨询方式|致电|[\u4e00-\u9fff]：\s*（?[\d(]")
_DESK = re.compile(r"\s*[\u4e00-\u9fff（）()]{2,24}\s*[\d（(][\d（）()\s—-]{6,16}")
"""A line of a list: `城南小学 5550202`."""
_PHONES = re.compile(r"[\s\d（）()、，/—-]{7,40}")
"""A line of phones and nothing else."""
_GOES_ON = re.compile(rf"[\u4e00-\u9fff]{{2,4}}|[\w.-]+@[\w.-]+|{_PHONES.pattern}")
"""A line below a closing one that goes on with a further name, address or phone."""
_NOT_ITS_OWN = re.compile(
    r"主办|版权|网站|备案|技术支持(?!联系人)|举报|监督|投诉|传真(?![）)])|记者|编辑|邮编|撰稿|印刷|订阅"
)
"""Lines of a site or a printer, and phones for complaints."""
_FOR_COMPLAINTS = re.compile(r"\s*[（(][^（）()]{0,6}(?:监督|投诉|举报)[^（）()]{0,4}[）)]")
"""The remark behind a phone that nobody asks at. Example: `5550199（监督）`."""
_TITLE = re.compile(
    rf"(?:（?[{UP_TO_99}\d]+[）、．.])?(?:.{{0,6}}(?:联系|咨询|服务|办公|受理|业务|政策|报名|申报|办理)){{1,3}}"
    r"(?:及?(?:方式|电话|热线|渠道|途径|人员|单位|部门|机构|人|地址|地点|时间)、?)+：?"
    rf"|(?:（?[{UP_TO_99}\d]+[）、．.])?(?:政策|业务)?咨询(?:[和与及、]?(?:服务|监督|反馈))*"
    r"|(?:问：)?[^，。？]{0,10}(?:(?:找|问|咨询|联系)(?:谁|哪里|哪儿|哪个部门|什么部门)(?:问|咨询|联系)?|(?:打|拨打?)(?:什么|哪个)电话|怎么(?:咨询|联系))[？?]?"
)
"""A measure with this title or first line says whom to call, and little else."""
_ASKING = re.compile(r"疑问|不明|咨询|了解|问题|未尽事宜")
"""In a sentence for all questions, whose phone is everybody's."""
_SENTENCE_END = re.compile("[。\n]")
_CLAUSE = re.compile("[。；;\n]")
_CLOSES = re.compile(r"附件|附：|[\u4e00-\u9fff]{0,8}(?:举报|投诉|监督)(?:电话|热线)[：:][^\u4e00-\u9fff]*$")
_INTERPRETS = re.compile(
    r"(?:由|^|[。；，：\n])(?P<who>[^。；，：\n由]{3,60}?)(?:共同|具体)*负责(?:本[^。；，]{2,8}的)?(?:具体)?解释"
    r"|解释权归(?P<owner>[^。；，\n]{3,40}?)(?:所有|。|$)"
)
_LONGEST_LINE = 80
_LEAST_DISTRICTS = 2


def document_contacts(
    draft: DocumentDraft, duties: Sequence[Sequence[Responsibility]], around: Caller
) -> tuple[Responsibility, ...]:
    """The contacts of a document, those with a phone first, then who interprets it.

    `duties[i]` are those of the measure `i`. Closing lines count where no other measure prints a phone. A
    phone whose owner nothing names has the department "".
    """
    own = replace(around, issuer=draft.issuer if "、" not in draft.issuer else "")
    named = [
        *person_contacts(draft.text, around.names, around.region),
        *field_contacts(draft.text, around.names, around.region),
    ]
    phones, own_named = {duty.phone for duty in named}, set(named)
    callers = [
        *named,
        *_outside_measures(draft, own),
        *_of_contact_measures(draft.measures, duties),
        *_of_one_answer(draft.measures, duties, own),
        *_of_last_measure(draft.measures, duties, own),
        *_of_districts(draft.measures, duties),
    ]
    owned = {duty.phone for duty in callers if duty.department}
    callers = [duty for duty in callers if duty.department or duty.phone not in owned]
    called: dict[tuple[str | None, ...], Responsibility] = {}
    for duty in _with_owner([duty for duty in callers if duty in own_named or duty.phone not in phones]):
        role = Role.RESPONSIBLE if duty.phone else Role.LEAD
        general = replace(duty, role=role, clause="", deadline=None)
        called.setdefault((duty.canonical, duty.office, duty.phone), general)
    reached = {duty.canonical for duty in called.values()}
    interpreters = [duty for duty in _interpreters(draft.text, around) if duty.canonical not in reached]
    return (*sorted(called.values(), key=lambda duty: duty.phone is None), *interpreters)


def _with_owner(callers: Sequence[Responsibility]) -> Iterator[Responsibility]:
    """The contacts, phones of nobody given to the one desk that is named without a phone.

    Example: 受理机构 `县民政局`, 咨询电话 `0311-5550103` -> both together
    """
    silent = (duty for duty in callers if not (duty.phone or is_any_town(duty.department)))
    desks = {(duty.canonical, duty.office): duty for duty in silent}
    loose = [duty for duty in callers if not duty.department]
    if len(desks) != 1 or not loose:
        yield from callers
        return
    (desk,) = desks.values()
    yield from (duty for duty in callers if duty.phone and duty.department)
    yield from (replace(desk, phone=duty.phone) for duty in loose)


def _outside_measures(draft: DocumentDraft, around: Caller) -> Iterator[Responsibility]:
    """The contacts of lines that no measure holds: covering note, signature, notes below it."""
    lines = list(_calling_lines(draft.text))
    lines = [line for line in lines if find_phones(line) and not _NOT_ITS_OWN.search(line)]
    if lines:
        of_measures = "\n".join("".join(measure.text.split()) for measure in draft.measures)
        last = 0
        for line in lines:
            core = _core(line)
            start = of_measures.find(core, last)  # lines mostly follow each other there as they do here
            start = start if start >= 0 else of_measures.find(core)
            last = max(start, 0)
            if start < 0:
                yield from _read(line, around)


def _calling_lines(text: str) -> Iterator[str]:
    """The lines that say whom to call, with those right below them that go on with phones alone."""
    held = above = ""
    for line in text.splitlines():
        above, name = line, above
        if held and _PHONES.fullmatch(line):
            held = f"{held}\n{line}"
            continue
        if held:
            yield held
        listed = is_body(name.strip()) and line[:1].isdigit()
        both = find_phones(line) and (listed or person_on_line(name))
        calling = _CALLING.search(line) or _DESK.fullmatch(line)
        held = f"{name}\n{line}" if both else line if calling else ""
    if held:
        yield held


def _core(line: str) -> str:
    """The words of a line without the label that it may begin with."""
    label = find_marker(line)
    return "".join(line[label.end if label else 0 :].split())[-_LONGEST_LINE // 2 :]


def _read(text: str, around: Caller) -> Iterator[Responsibility]:
    """The contacts of lines that only say whom to call."""
    text = text.strip().strip("（）()") if text.count("\n") == 0 else text
    named = [
        duty
        for entry in find_entries(text)
        for answerable in entry.answerable(around.issuer)
        for duty in duties_of(answerable, around.names, around.region)
        if duty.phone
    ]
    phones = {duty.phone for duty in named}
    yield from named
    for call in find_calls(text, around):
        if call.phone not in phones:
            phones.add(call.phone)
            canonical = around.names.canonical(call.department, around.region)
            yield Responsibility(
                call.department, canonical, Role.RESPONSIBLE, call.office, call.person, call.phone
            )
    yield from _ownerless(text, phones)


def _ownerless(text: str, known: Iterable[str | None]) -> Iterator[Responsibility]:
    """The phones of a text that belong to nobody by name."""
    for phone in find_phones(text):
        before = _CLAUSE.split(text[max(0, phone.start - _LONGEST_LINE) : phone.start])[-1]
        aside = _NOT_ITS_OWN.search(before) or _FOR_COMPLAINTS.match(text, phone.end)
        if phone.text not in known and not aside:
            yield Responsibility("", "", Role.RESPONSIBLE, phone=phone.text)


def _of_contact_measures(
    measures: Sequence[MeasureDraft], duties: Sequence[Sequence[Responsibility]]
) -> Iterator[Responsibility]:
    """The contacts of annexes that list some, then of measures called 联系方式, 咨询电话 and the like."""
    pairs = list(zip(measures, duties, strict=True))
    for measure, own in pairs:
        if measure.reason is ItemReason.WHOLE and len(pairs) > 1:
            yield from (duty for duty in own if duty.phone)
    for measure, own in pairs:
        if not measure.cells and _is_about_contacts(measure):
            yield from own
            yield from _ownerless(measure.text, {duty.phone for duty in own})


def _of_one_answer(
    measures: Sequence[MeasureDraft], duties: Sequence[Sequence[Responsibility]], around: Caller
) -> Iterator[Responsibility]:
    """The phones of the one answer that prints some, if they are the issuer's or nobody's by name.

    The others then say 电话同上 or nothing. Phones for complaints are none.
    """
    asked = zip(measures, duties, strict=True)
    answers = [own for measure, own in asked if measure.reason is ItemReason.QUESTION]
    calling = [called for own in answers if (called := [duty for duty in own if duty.phone])]
    if around.issuer and len(calling) == 1:
        of_issuer = {"", around.names.canonical(around.issuer, around.region)}
        yield from calling[0] if all(duty.canonical in of_issuer for duty in calling[0]) else ()


def _is_about_contacts(measure: MeasureDraft) -> bool:
    first = "".join(measure.text.partition("\n")[0].split())
    titles = (
        first,
        re.split("[。：]", first)[0],
        *("".join(title.split()) for title in measure.heading[-1:]),
    )
    return any(_TITLE.fullmatch(title) for title in titles)


def _of_last_measure(
    measures: Sequence[MeasureDraft], duties: Sequence[Sequence[Responsibility]], around: Caller
) -> Iterator[Responsibility]:
    """The contacts of the lines that close the last measure, unless the others print phones too."""
    if len(measures) < _LEAST_DISTRICTS or measures[-1].cells or measures[-1].reason is ItemReason.WHOLE:
        return
    others = zip(measures[:-1], duties[:-1], strict=True)
    if any(duty.phone for measure, own in others if not _is_about_contacts(measure) for duty in own):
        return
    closing = _closing_lines(measures[-1].text, titled=measures[-1].reason is not ItemReason.BESIDE)
    asking = "\n".join(filter(_ASKING.search, _SENTENCE_END.split(measures[-1].text)))
    called = [duty for duty in duties[-1] if duty.phone and (duty.phone in closing or duty.phone in asking)]
    yield from called
    if closing:
        known = {duty.phone for duty in called}
        yield from (duty for duty in _read(closing, around) if duty.phone not in known)


def _closing_lines(text: str, *, titled: bool) -> str:
    """The lines at the end of a text that only say whom to call.

    Lists of annexes may follow them, and phones for complaints alone. The first line of a `titled` text is
    what it is about.
    """
    lines = [line for line in text.splitlines() if not _CLOSES.match(line.strip())]
    above = len(lines)
    while above > titled and (_is_closing(lines[above - 1]) or _GOES_ON.fullmatch(lines[above - 1].strip())):
        above -= 1
    while above < len(lines) and not _is_closing(lines[above]):
        above += 1
    return "\n".join(lines[above:])


def _is_closing(line: str) -> bool:
    bare = "".join(line.split())
    called = bool(find_phones(bare)) and bool(
        _CALLING.search(bare) or re.match(r"[\u4e00-\u9fff]+：?\d", bare)
    )
    called = called or opens_with_label(line) or person_on_line(line) is not None
    return len(bare) <= _LONGEST_LINE and called and not _NOT_ITS_OWN.search(bare)


def _of_districts(
    measures: Sequence[MeasureDraft], duties: Sequence[Sequence[Responsibility]]
) -> Iterator[Responsibility]:
    """The phones of a table with a row for each district, where the document has other measures too."""
    rows = [own for measure, own in zip(measures, duties, strict=True) if measure.cells]
    called = [duty for own in rows for duty in own if duty.phone and district_of(duty.department)]
    districts = {district_of(duty.department) for duty in called}
    if len(rows) < len(measures) and len(districts) >= _LEAST_DISTRICTS:
        yield from called


def _interpreters(text: str, around: Caller) -> Iterator[Responsibility]:
    words = "\n".join("".join(line.split()) for line in text.splitlines())
    for match in _INTERPRETS.finditer(words):
        who = Words.of(match["who"] or match["owner"])
        for named in listed_departments(who, BlockLabel.DUTY):
            if is_body(named.department):
                canonical = around.names.canonical(named.department, around.region)
                yield Responsibility(named.department, canonical, Role.RESPONSIBLE, *named.offices[:1])
