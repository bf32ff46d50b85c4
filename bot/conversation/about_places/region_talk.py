"""Turns that ask the same question about another region or year: 聊城呢, 2022年呢."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.answer import Answer, Status
from bot.answering import (
    asking_which_place,
    asks_whether_still,
    distances,
    particulars_asked,
    shared_matter,
    without_particulars,
)
from bot.answering.declining import refusal
from bot.conversation import answers
from bot.conversation.about_departments.called_for_short import called_for_short
from bot.conversation.about_departments.desk_talk import department_phones
from bot.conversation.about_places.other_years import of_other_years
from bot.conversation.fields import about_chosen
from bot.conversation.focus import Topic
from bot.conversation.hearing.followups import OWN_YEAR, read_turn
from bot.conversation.nearness import MOSTLY, coverage, first
from bot.conversation.particular_talk import with_article
from bot.conversation.scene import Reply, Scene
from bot.judged_terms import term_of
from bot.messages import talk as messages
from bot.ports import Finding
from bot.rendering import title
from corpus.departments import bare_name
from corpus.records import Measure
from corpus.regions import holds_in, region_of
from corpus.stored_measures import ids_of
from retrieval.deciding import Reason, Verdict
from retrieval.question import Asked

_YEAR = re.compile(r"20\d\d\s*年?(?:底|初|度)?")
_SHARED = 0.3
"""Share of the question's words that a measure of the year must hold; lower than elsewhere, since both the
matter and the year are settled: 农村低保 against 城乡低保对象 is a third."""
_SAME_MATTER = 0.65
"""Share of the matter, rare words counting more, that a measure of another region must hold: 环境标志产品
is not 地理标志产品, of whose words it holds less."""
_REGISTERED = re.compile("户口|户籍")
"""Where somebody is registered is no place whose rules are asked for: 户口在张店的呢."""
_TOWNS = ("镇", "乡", "街道")
_CHANGE_CHARS = 3
"""A turn about a year may add a word like 涨了 or 变了; more words make it a question of its own."""


def other_place(scene: Scene) -> Reply | None:
    """聊城呢, 济南的呢: the previous question, asked about that place."""
    query, topic = scene.query, scene.topic
    if topic is None:
        return None
    if namesake := _namesake_within(scene, topic):
        return asked_there(scene, topic, namesake)
    if not _is_moving(scene, topic):
        return None
    if not query.places:
        return refused(scene, Reason.OTHER_PLACE)
    if query.alike:
        return asking_which_place(scene.blank, query.alike), replace(scene.focus, pending=topic.question)
    if len(query.places) > 1 and topic.chosen:
        measures = scene.assistant.quoted(scene.blank, topic.question, [topic.chosen])
        blocks = answers.field_blocks(measures[0], [Asked.SOURCE], scene.blank.region)
        return answers.said(scene.blank, measures, blocks), scene.focus
    return _moved(scene, topic, query.places[0])


def _moved(scene: Scene, topic: Topic, place: str) -> Reply:
    """What a topic comes to in a place: the phones of the same body there, else its question asked again."""
    if department := _same_department(scene, topic, place):
        return department_phones(scene, department)
    if question := _of_other_town(scene, topic):
        return _asked_again(scene, question, frozenset(), Reason.OTHER_PLACE, scene.blank.region, place)
    if topic.chosen and scene.region_of(topic.chosen) == place:
        return _same_place(scene, topic, place)
    return asked_there(scene, topic, place)


def _is_moving(scene: Scene, topic: Topic) -> bool:
    """Whether a turn only takes the matter to another place: not where somebody is registered."""
    query = scene.query
    if (
        scene.words.move
        or not (query.places or query.elsewhere)
        or _REGISTERED.search(scene.reading.question)
    ):
        return False
    return not scene.turn.content or _asks_a_particular(scene) or _same_matter(scene, topic)


def _namesake_within(scene: Scene, topic: Topic) -> str:
    """The place at hand in the city that a turn names that is called as the one talked about; mostly empty.

    Example: 济南呢 after what holds in 枣庄市市中区, where 济南市市中区 has documents -> that
    """
    here = scene.region_of(topic.chosen) if topic.chosen and not scene.turn.content else ""
    alike = [
        one
        for one in scene.assistant.catalog.regions
        if here and one != here and not {*region_of(one).own}.isdisjoint(region_of(here).own)
        if any(holds_in(city, one) for city in scene.query.around)
    ]
    return alike[0] if len(alike) == 1 else ""


def _same_department(scene: Scene, topic: Topic, place: str) -> tuple[tuple[str, str], ...]:
    """The department of a place that is called as the one whose phones were asked for; mostly none.

    Example: 松源呢 after 青禾商务局电话 -> 松源县, 松源县商务局
    """
    asked = set(read_turn(topic.question).fields)
    if topic.department is None or topic.listed or asked - {Asked.PHONE, Asked.OWNER}:
        return ()
    region, name = topic.department
    bare = bare_name(name, region)
    short = called_for_short(bare, scene.assistant.catalog.bodies, (place,))
    return () if region == place else short or ((place, region_of(place).own[0] + bare),)


def _of_other_town(scene: Scene, topic: Topic) -> str:
    """The question of a topic with the town that the turn names for the one that it names; mostly empty.

    Example: 王村的呢 after 南郊镇卫生院电话 -> 王村镇卫生院电话
    """
    named, before = scene.tree.named(scene.reading.question), scene.tree.named(topic.question)
    if len(named) != 1 or len(before) != 1:
        return ""
    town, former = named[0].words, before[0].words
    toponyms = {name for place in before[0].meant for name in region_of(place).toponyms}
    if town == former or not {town, former} <= toponyms:
        return ""
    full = next((name for name in toponyms if name[: len(town)] == town and name.endswith(_TOWNS)), town)
    return topic.question.replace(former, full)


def _asks_a_particular(scene: Scene) -> bool:
    """聊城呢，要带什么: names no matter beside the place, only what a notice says of one."""
    places = (*scene.places, *scene.place_words)
    return not read_turn(without_particulars(scene.reading.question), places).content


def asked_there(scene: Scene, topic: Topic, place: str) -> Reply:
    """The question of a topic, asked about a place; its own rule, or that of what it belongs to."""
    return asked_of(scene, topic, place, ("", *scene.tree.holding(place)))


def asked_of(scene: Scene, topic: Topic, place: str, issuing: Collection[str], home: str = "") -> Reply:
    """The question of a topic, asked about a place and answered by what these regions issued.

    With `home`, a place within, the talk stays there: whose rule it is is said as seen from it.
    """
    elsewhere = frozenset(
        measure_id
        for document in scene.assistant.catalog.documents
        if document.region not in issuing
        for measure_id in ids_of(document)
    )
    question = f"{place}{scene.placeless(topic.question)}"
    return _asked_again(scene, question, elsewhere, Reason.OTHER_PLACE, home or place, place)


def _same_matter(scene: Scene, topic: Topic) -> bool:
    """周村也送吗, 聊城的充电桩呢: names another region and the current topic, and finds nothing there."""
    near = first(scene.finding) if scene.finding.verdict is Verdict.ANSWER else None
    if not scene.names_other_place or (near and scene.region_of(near) in scene.query.regions):
        return False
    return scene.sense.follows or coverage(scene.turn.content, topic.question) >= MOSTLY


def other_year(scene: Scene) -> Reply | None:
    """2022年呢, 后来2022年又涨了吗: the previous question, asked about that year."""
    years, topic = scene.query.years, scene.topic
    if topic is None or not years or not names_only_a_year(scene):
        return None
    measure = scene.assistant.catalog.measure(topic.chosen) if topic.chosen else None
    until = term_of(scene.assistant.catalog, measure, scene.blank.as_of).until if measure else None
    if measure and until and (min(years) > until.year or _asks_whether_still(scene, years)):
        return _term_told(scene, measure)
    question = f"{years[0]}年{_YEAR.sub('', topic.question)}"
    others = of_other_years(scene.assistant.catalog.documents, years[0])
    return _asked_again(scene, question, others, Reason.OTHER_YEAR, scene.blank.region)


def _asks_whether_still(scene: Scene, years: Sequence[int]) -> bool:
    """2027年还发吗: whether a turn asks if something goes on in a year to come."""
    return asks_whether_still(scene.reading.question) and min(years) >= scene.blank.as_of.year


def _same_place(scene: Scene, topic: Topic, region: str) -> Reply:
    there = replace(scene, blank=replace(scene.blank, region=region))
    asked = f"{topic.question}，{scene.reading.question}"
    told = with_article(scene, asked, topic.shown) if particulars_asked(scene.reading.question) else []
    if scene.turn.fields and told[:1] in ([], list(topic.shown[:1])):
        return about_chosen(there, topic)
    answer = there.assistant.answered(there.blank, asked, told or topic.shown)
    return answer, replace(scene.focus.staying(topic), region=region)


def _asked_again(
    scene: Scene,
    question: str,
    exclude: frozenset[str],
    otherwise: Reason,
    region: str | None,
    issuer: str = "",
) -> Reply:
    """What a question finds beside what is excluded, for somebody in a region."""
    blank = replace(scene.blank, region=region)
    finding = scene.assistant.find(question, blank, exclude)
    shown = [hit.measure_id for hit in finding.hits] if finding.verdict is Verdict.ANSWER else []
    if otherwise is Reason.OTHER_YEAR:
        same = shown and not _strays(scene, shown[0]) and _as_much(scene, question, shown[0])
        shown = shown if same else _on_the_matter(scene, question, finding)
    else:
        shown = shown or _answering(scene, question, blank, finding, exclude)
        shown = [name for name in shown if _on_same_matter(scene, question, finding.query.added, name)]
        shown = shown or _holding_too(scene, exclude, issuer)
        if not shown:
            return _nothing_there(scene, question, issuer, region)
        far = distances(region or "", {scene.region_of(name) for name in shown})
        shown = sorted(shown, key=lambda name: far[scene.region_of(name)])
    if not shown:
        return refused(scene, otherwise)
    told = with_article(scene, question, shown)
    answer = scene.assistant.answered(blank, question, told)
    focus = replace(scene.focus.turned_to(Topic(question).showing(told, shown[0])), region=region)
    return answer, focus


def _answering(
    scene: Scene, question: str, blank: Answer, finding: Finding, exclude: frozenset[str]
) -> list[str]:
    """What answers a question that its search alone is not sure of: 邻县呢 after a sum of a notice."""
    answer = scene.assistant.decided(blank, replace(scene.reading, question=question), finding)
    return [measure.id for measure in answer.measures if measure.id not in exclude]


def _holding_too(scene: Scene, exclude: Collection[str], place: str) -> list[str]:
    """The measure that is talked about, where it is a larger place's and holds in another part of that."""
    chosen = scene.topic.chosen if scene.topic else None
    if not chosen or not place or chosen in exclude:
        return []
    region = scene.region_of(chosen)
    return [chosen] if region and region != place and holds_in(region, place) else []


def _strays(scene: Scene, measure_id: str) -> bool:
    """Whether a measure belongs to another region than the one being talked about."""
    before = scene.topic.chosen if scene.topic else None
    return bool(before) and scene.region_of(measure_id) != scene.region_of(before or "")


def _nothing_there(scene: Scene, question: str, issuer: str, region: str | None) -> Reply:
    """Says that the documents of a place do not contain what was asked about another, and who may know."""
    departments = scene.assistant.departments_near(question, scene.tree.holding(issuer)[:1])
    lines = [
        messages.NOTHING_THERE.format(region=issuer),
        *(department.line for department in departments),
        scene.assistant.way_on(question, region),
    ]
    answer = replace(scene.blank, status=Status.NOT_COVERED, text="\n".join(lines), departments=departments)
    return answer, replace(scene.focus, region=region, near=departments)


def _as_much(scene: Scene, question: str, measure_id: str) -> bool:
    """Whether a measure of the other region or year contains half the words that the previous one does."""
    before = scene.topic.chosen if scene.topic else None
    if before is None:
        return True
    content = read_turn(_YEAR.sub("", scene.placeless(question))).content
    return 2 * coverage(content, scene.text_of(measure_id)) >= coverage(content, scene.text_of(before))


def _on_same_matter(scene: Scene, question: str, written: Sequence[str], measure_id: str) -> bool:
    """Whether a measure of the other region holds most of what the question and the previous measure share.

    `written` are words of documents for the everyday words of the question. Where the question shares nothing
    with the previous measure, the title of that measure tells the matter.
    """
    catalog, before = scene.assistant.catalog, scene.topic.chosen if scene.topic else None
    if before is None:
        return True
    measure, other = catalog.measure(before), catalog.measure(measure_id)
    if other.document == measure.document:
        return True  # A rule for both places is the one talked about.
    there = other.text
    content = read_turn(_YEAR.sub("", scene.placeless(question))).content
    for words in ((*content, *written), (title(measure.sections),)):
        share = shared_matter(words, measure.text, there, scene.assistant.rarity)
        if share is not None:
            return share >= _SAME_MATTER
    return False


def _on_the_matter(scene: Scene, question: str, finding: Finding) -> list[str]:
    """The nearest measure of that year, if it contains enough words of the previous question."""
    near = first(finding)
    content = read_turn(_YEAR.sub("", scene.placeless(question))).content
    if near is None or _strays(scene, near):
        return []
    shared = coverage(content, scene.text_of(near))
    return [near] if shared >= _SHARED else []


def _term_told(scene: Scene, measure: Measure) -> Reply:
    """The term of the measure that is talked about, which tells whether it holds in the year asked for."""
    topic = scene.topic
    measures = scene.assistant.quoted(scene.blank, topic.question if topic else "", [measure.id])
    blocks = answers.field_blocks(measures[0], [Asked.VALIDITY], scene.blank.region)
    return answers.said(scene.blank, measures, blocks), scene.focus


def refused(scene: Scene, reason: Reason) -> Reply:
    """Refuses the turn for a reason; the talk stays where it was."""
    why = refusal.because(reason, (), scene.assistant.catalog.regions)
    text = refusal.refused(why, (), scene.assistant.way_on(scene.reading.question, scene.blank.region, why))
    return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus


def names_only_a_year(scene: Scene) -> bool:
    """2022年呢, 后来又涨了吗: whether a turn says no more than a year that is not somebody's own."""
    if OWN_YEAR.search(scene.reading.question):
        return False
    left = read_turn(_YEAR.sub("", scene.reading.question)).content
    words = "".join(left)
    return len(re.sub(r"[又还再涨变改调高低提了吗呢吧的有后来]", "", words)) <= _CHANGE_CHARS and (
        not left or scene.turn.leans
    )
