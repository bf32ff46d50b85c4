"""Turns that ask the same question about another region or year: 聊城呢, 2022年呢."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, Option, OptionKind, Status
from bot.answering import read, refusal, shared_matter, without_particulars
from bot.conversation import answers
from bot.conversation.fields import about_chosen
from bot.conversation.focus import Focus, Topic
from bot.conversation.followups import OWN_YEAR, read_turn
from bot.conversation.nearness import MOSTLY, coverage, first
from bot.conversation.particular_talk import with_article
from bot.conversation.scene import Reply, Scene
from bot.helplines import way_on
from bot.messages import talk as messages
from bot.ports import Finding
from bot.rendering import render_text, title
from corpus.records import Measure
from corpus.regions import holds_in, region_of
from retrieval.deciding import Reason, Verdict
from retrieval.question import Asked

_AT_HOME = re.compile(
    r"(?:/region(?:@\w+)?)?\s*(?:我|俺|咱|我们|我家)?(?:就)?(?:是|在|住在?|家在)?({regions})(?:区|市|这边|本地)?(?:的|人|的人)?"
)
_ANYWHERE = re.compile(r"/region(?:@\w+)?\s*(?:不限|取消|清除)")
_REGION = re.compile(r"/region(?:@\w+)?")
_TELLING_CHARS = 4
"""A shorter question, like 补贴 or 申请, stays vague even with a region."""
_AS_NEAR = 0.8
"""From this share of the best score on, a measure of another region answers about as well."""
_YEAR = re.compile(r"20\d\d\s*年?(?:底|初|度)?")
_SHARED = 0.3
"""Share of the question's words that a measure of the year must hold; lower than elsewhere, since both the
matter and the year are settled: 农村低保 against 城乡低保对象 is a third."""
_SAME_MATTER = 0.65
"""Share of the matter, rare words counting more, that a measure of another region must hold: 环境标志产品
is not 地理标志产品, of whose words it holds less."""
_CHANGE_CHARS = 3
"""A turn about a year may add a word like 涨了 or 变了; more words make it a question of its own."""


def at_home(scene: Scene) -> Reply | None:
    """我在周村, /region 周村: where the asker is; what was answered for another place is answered for it."""
    typed, regions = scene.reading.shown.strip("。！!，, "), tuple(scene.assistant.catalog.regions)
    if _REGION.fullmatch(typed):
        asked = replace(scene.blank, status=Status.CLARIFY, text=messages.WHERE, options=_at(regions))
        return asked, scene.focus
    if _ANYWHERE.fullmatch(typed):
        answer = replace(scene.blank, status=Status.CHAT, text=messages.ANYWHERE)
        return answer, replace(scene.focus, region=None)
    called = {name: region for region in regions for name in region_of(region).own}
    either = "|".join(sorted(called, key=len, reverse=True))
    match = re.fullmatch(_AT_HOME.pattern.replace("{regions}", either), typed)
    if not regions or match is None:
        return None
    region, topic = called[match.group(1)], scene.topic
    if len(scene.focus.pending) >= _TELLING_CHARS:
        return _completed_there(scene, region)
    said = messages.AT_HOME.format(region=region)
    if topic and topic.chosen and scene.region_of(topic.chosen) != region:
        answer, focus = _asked_there(scene, topic, region)
        told = replace(answer, settled=said, text=f"{said}\n\n{answer.text}")
        return told, replace(focus, asked_region=True)
    return replace(scene.blank, status=Status.CHAT, text=said), replace(
        scene.focus, region=region, asked_region=True
    )


def _completed_there(scene: Scene, region: str) -> Reply:
    """Answers a question that was too short to answer from the documents of that region."""
    question, blank = f"{region}{scene.focus.pending}", replace(scene.blank, region=region)
    finding = scene.assistant.find(question, blank)
    answer = scene.assistant.decided(blank, read(question), finding)
    topic = Topic(question).showing([hit.measure_id for hit in finding.hits])
    focus = replace(scene.focus, region=region, asked_region=True)
    if answer.status is Status.ANSWERED:
        return answer, focus.turned_to(topic)
    listed = replace(topic, chosen=None, open=True)
    return answer, replace(focus.turned_to(listed), pending=scene.focus.pending) if finding.hits else focus


def asking_where(scene: Scene, answer: Answer, focus: Focus) -> Reply:
    """Asks once where the asker is, if several regions answer about equally well."""
    known = scene.blank.region or focus.region or focus.asked_region
    if known or scene.blank.session is None or not answer.measures:
        return answer, focus
    regions = _regions_near(scene)
    if len(regions) < 2:
        return answer, focus
    asks = messages.ASK_WHERE.format(regions="、".join(regions))
    asked = replace(answer, asks=asks, options=_at(tuple(regions)))
    return replace(asked, text=render_text.render(asked)), replace(focus, asked_region=True)


def _at(regions: Sequence[str]) -> tuple[Option, ...]:
    """The regions to choose from."""
    return tuple(Option(OptionKind.REGION, name, messages.I_AM_AT.format(region=name)) for name in regions)


def _regions_near(scene: Scene) -> tuple[str, ...]:
    """The regions whose measures answer the turn about as well as the best one, shown or not, best first.

    What applies in a place within another is not of two places: the rules of a city and of its district.
    """
    hits = (*scene.finding.hits, *scene.finding.rejected)
    near = [scene.region_of(hit.measure_id) for hit in hits if hit.score >= _AS_NEAR * hits[0].score]
    regions = tuple(dict.fromkeys(filter(None, near)))
    return tuple(one for one in regions if not any(holds_in(other, one) for other in regions if other != one))


def other_place(scene: Scene) -> Reply | None:
    """聊城呢, 济南的呢: the previous question, asked about that region."""
    query, topic = scene.query, scene.topic
    if topic is None or scene.words.move or not (query.regions or query.elsewhere):
        return None
    if scene.turn.content and not _asks_a_particular(scene) and not _same_matter(scene, topic):
        return None
    if not query.regions:
        return refused(scene, Reason.OTHER_PLACE)
    if len(query.regions) > 1 and topic.chosen:
        measures = scene.assistant.quoted(scene.blank, topic.question, [topic.chosen])
        blocks = answers.field_blocks(measures[0], [Asked.SOURCE], scene.blank.region)
        return answers.said(scene.blank, measures, blocks), scene.focus
    region = query.regions[0]
    if topic.chosen and scene.region_of(topic.chosen) == region:
        return _same_place(scene, topic, region)
    return _asked_there(scene, topic, region)


def _asks_a_particular(scene: Scene) -> bool:
    """聊城呢，要带什么: names no matter beside the place, only what a notice says of one."""
    places = (*scene.places, *scene.query.elsewhere)
    return not read_turn(without_particulars(scene.reading.question), places).content


def _asked_there(scene: Scene, topic: Topic, region: str) -> Reply:
    """The question of a topic, asked about a region."""
    question = f"{region}{_without_places(scene, topic.question)}"
    elsewhere = frozenset(
        measure.id
        for document in scene.assistant.catalog.documents
        if document.region != region
        for measure in document.measures
    )
    return _asked_again(scene, question, elsewhere, Reason.OTHER_PLACE, region)


def _same_matter(scene: Scene, topic: Topic) -> bool:
    """周村也送吗, 聊城的充电桩呢: names another region and the current topic, and finds nothing there."""
    near = first(scene.finding) if scene.finding.verdict is Verdict.ANSWER else None
    if not scene.names_other_place or (near and scene.region_of(near) in scene.query.regions):
        return False
    return scene.sense.follows or coverage(scene.turn.content, topic.question) >= MOSTLY


def other_year(scene: Scene) -> Reply | None:
    """2022年呢, 后来2022年又涨了吗: the previous question, asked about that year."""
    years, topic = scene.query.years, scene.topic
    if topic is None or not years or not _only_a_year(scene):
        return None
    measure = scene.assistant.catalog.measure(topic.chosen) if topic.chosen else None
    if measure and measure.validity.until and min(years) > measure.validity.until.year:
        return _expired(scene, measure)
    question = f"{years[0]}年{_YEAR.sub('', topic.question)}"
    others = frozenset(m.id for m in scene.assistant.catalog.measures if not _of_year(scene, m, years[0]))
    return _asked_again(scene, question, others, Reason.OTHER_YEAR, scene.blank.region)


def _same_place(scene: Scene, topic: Topic, region: str) -> Reply:
    there = replace(scene, blank=replace(scene.blank, region=region))
    if scene.turn.fields:
        return about_chosen(there, topic)
    told = with_article(scene, topic.question, topic.shown)
    answer = there.assistant.answered(there.blank, topic.question, told)
    return answer, replace(scene.focus.staying(topic), region=region)


def _asked_again(
    scene: Scene, question: str, exclude: frozenset[str], otherwise: Reason, region: str | None
) -> Reply:
    blank = replace(scene.blank, region=region)
    finding = scene.assistant.find(question, blank, exclude)
    shown = [hit.measure_id for hit in finding.hits] if finding.verdict is Verdict.ANSWER else []
    if otherwise is Reason.OTHER_YEAR:
        same = shown and not _strays(scene, shown[0]) and _as_much(scene, question, shown[0])
        shown = shown if same else _on_the_matter(scene, question, finding)
    else:
        shown = [name for name in shown if _on_same_matter(scene, question, finding.query.added, name)]
        if not shown:
            return _nothing_there(scene, question, region or "")
    if not shown:
        return refused(scene, otherwise)
    told = with_article(scene, question, shown)
    answer = scene.assistant.answered(blank, question, told)
    focus = replace(scene.focus.turned_to(Topic(question).showing(told, shown[0])), region=region)
    return answer, focus


def _strays(scene: Scene, measure_id: str) -> bool:
    """Whether a measure belongs to another region than the one being talked about."""
    before = scene.topic.chosen if scene.topic else None
    return bool(before) and scene.region_of(measure_id) != scene.region_of(before or "")


def _nothing_there(scene: Scene, question: str, region: str) -> Reply:
    """Says that the documents of a region do not contain what was asked about another, and who may know."""
    departments = scene.assistant.departments_near(question, (region,))
    lines = [
        messages.NOTHING_THERE.format(region=region),
        *(department.line for department in departments),
        way_on(question, scene.assistant.helplines),
    ]
    answer = replace(scene.blank, status=Status.NOT_COVERED, text="\n".join(lines), departments=departments)
    return answer, replace(scene.focus, region=region, near=departments)


def _as_much(scene: Scene, question: str, measure_id: str) -> bool:
    """Whether a measure of the other region or year contains half the words that the previous one does."""
    catalog, before = scene.assistant.catalog, scene.topic.chosen if scene.topic else None
    if before is None:
        return True
    content = read_turn(_YEAR.sub("", _without_places(scene, question))).content
    return 2 * coverage(content, catalog.measure(measure_id).text) >= coverage(
        content, catalog.measure(before).text
    )


def _on_same_matter(scene: Scene, question: str, written: Sequence[str], measure_id: str) -> bool:
    """Whether a measure of the other region holds most of what the question and the previous measure share.

    `written` are words of documents for the everyday words of the question. Where the question shares nothing
    with the previous measure, the title of that measure tells the matter.
    """
    catalog, before = scene.assistant.catalog, scene.topic.chosen if scene.topic else None
    if before is None:
        return True
    measure, there = catalog.measure(before), catalog.measure(measure_id).text
    content = read_turn(_YEAR.sub("", _without_places(scene, question))).content
    for words in ((*content, *written), (title(measure.sections),)):
        share = shared_matter(words, measure.text, there, scene.assistant.rarity)
        if share is not None:
            return share >= _SAME_MATTER
    return False


def _on_the_matter(scene: Scene, question: str, finding: Finding) -> list[str]:
    """The nearest measure of that year, if it contains enough words of the previous question."""
    near = first(finding)
    content = read_turn(_YEAR.sub("", _without_places(scene, question))).content
    if near is None or _strays(scene, near):
        return []
    shared = coverage(content, scene.assistant.catalog.measure(near).text)
    return [near] if shared >= _SHARED else []


def _expired(scene: Scene, measure: Measure) -> Reply:
    topic = scene.topic
    measures = scene.assistant.quoted(scene.blank, topic.question if topic else "", [measure.id])
    blocks = answers.field_blocks(measures[0], [Asked.VALIDITY], scene.blank.region)
    return answers.said(scene.blank, measures, blocks), scene.focus


def refused(scene: Scene, reason: Reason) -> Reply:
    """Refuses the turn for a reason; the talk stays where it was."""
    why = refusal.because(reason, (), scene.assistant.catalog.regions)
    text = refusal.refused(scene.reading.question, why, (), scene.assistant.helplines)
    return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus


def _only_a_year(scene: Scene) -> bool:
    if OWN_YEAR.search(scene.reading.question):
        return False
    left = read_turn(_YEAR.sub("", scene.reading.question)).content
    words = "".join(left)
    return len(re.sub(r"[又还再涨变改调高低提了吗呢吧的有后来]", "", words)) <= _CHANGE_CHARS and (
        not left or scene.turn.leans
    )


def _of_year(scene: Scene, measure: Measure, year: int) -> bool:
    issued = scene.assistant.catalog.document(measure.document).issued
    return (issued is not None and issued.year == year) or f"{year}年" in re.sub(r"\s", "", measure.text)


def _without_places(scene: Scene, question: str) -> str:
    for name in scene.places:
        question = question.replace(name, "")
    return question
