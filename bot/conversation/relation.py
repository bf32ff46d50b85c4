"""Whether a turn with a topic of its own stays with the current measure or turns to another."""

import re
from collections.abc import Sequence
from enum import StrEnum

from bot.answering import is_of_notice, matter_named, only_mentions
from bot.conversation.hearing.counted_things import counts_of
from bot.conversation.hearing.followups import OWN_YEAR, Turn
from bot.conversation.hearing.phrases import Manner
from bot.conversation.nearness import LIKELY, MOSTLY, SURE, coverage, first, score
from bot.conversation.scene import Scene
from bot.ports import Finding
from retrieval.deciding import Verdict
from retrieval.question import NEAR_MISSES

_NEAR = 0.6
"""From this share of the best score on, a measure is about as near to the words as the best one."""

_SOME, _SUREST = 0.25, 0.9
"""More than this share of a turn's words in the measure at hand, and more than in what they find, keep the
talk at it; not against a search that is nearly certain."""

_PART = 0.3
"""Share of the words of a turn that finds nothing alone which the current measure must hold to be meant."""
_COMPLETE = 0.9
"""From this probability of standing alone on a turn is complete in itself."""
_LEANING = 0.7
"""Below this probability of standing alone a turn depends on what was said."""
_PLAINLY = 0.75
"""From this probability on a short turn is another case, even if its words alone find something."""
_FEW_CHARS = 5
_SIDE = re.compile("(?:方面|这块|那块|上头)(?:的?呢)?$")
_OWN_NAME = 4
"""Signs that name a matter of its own; fewer, 税收 or 用电, name a side that many matters have."""
_OWN_WORD = 3
"""Signs that name a matter where another measure of the document at hand has all of them."""
SUFFERED = re.compile(
    r"(?P<thing>[\u4e00-\u9fff]{2,6})(?:被|叫|让|给)(?:银行|老板|单位|公司|厂里|物业|交警|城管|警察|派出所|法院|学校|老师"
    r"|邻居|中介|房东|平台|商家|对方|人家?|快递|医院|村里|开发商)[^，。；]{0,2}[冻扣封锁占抢偷拿吞拖砸撞拆骗停收没盗]"
)
"""What somebody else did to a thing of the asker: 工资卡被银行冻了."""


class Relation(StrEnum):
    """How a turn relates to the current measure."""

    STAYS = "stays"
    """Another case of the same measure."""
    TURNS = "turns"
    """Another topic, answered by what its words find."""
    JOINS = "joins"
    """Only answerable together with the question before."""
    NEITHER = "neither"
    """Complete in itself, and neither the current measure nor what it finds contains any of its words."""


def relation(scene: Scene, joined: Finding) -> Relation:
    """The relation of a turn; `joined` is what the previous question and the turn find together."""
    alone = scene.finding
    chosen = scene.topic.chosen if scene.topic else None
    if chosen is None:
        return Relation.TURNS if alone.verdict is Verdict.ANSWER else Relation.JOINS
    if scene.names_other_place or (scene.turns_away and not scene.sense.follows) or _suffers(scene, chosen):
        return Relation.TURNS
    if scene.turn.aspect and joined.verdict is Verdict.ANSWER and not _is_elsewhere(scene, chosen):
        return Relation.JOINS
    if _is_complete(scene, chosen) and not _reads_in(scene, first(alone)):
        return _without_words(scene, chosen)
    if _goes_on(scene, joined, chosen):
        return Relation.STAYS
    if alone.verdict is Verdict.NOT_COVERED and knows_why(alone):
        return Relation.TURNS
    if alone.verdict is Verdict.ANSWER and first(alone) in (scene.topic.shown if scene.topic else ()):
        return Relation.TURNS
    return _weighed(scene, joined, chosen)


def _without_words(scene: Scene, chosen: str) -> Relation:
    """The relation of a turn of whose words neither the current measure nor what it finds has any."""
    alone, catalog = scene.finding, scene.assistant.catalog
    near, weak = first(alone), alone.verdict is Verdict.ANSWER and score(alone) < LIKELY
    found, current = catalog.measure(near or chosen), catalog.measure(chosen)
    beside = found.document == current.document and is_of_notice(found, catalog.document(found.document))
    if weak and (near == chosen or beside):
        return Relation.STAYS
    return Relation.NEITHER if weak else Relation.TURNS


def _is_elsewhere(scene: Scene, chosen: str) -> bool:
    """智慧教育那块呢 after buses: a side of something else, most of whose words its own measure has."""
    named = tuple(_SIDE.sub("", word) for word in scene.turn.content)
    near = first(scene.finding)
    there = coverage(named, scene.text_of(near)) if near else 0.0
    is_own = len("".join(named)) >= _OWN_NAME or _is_beside(scene, chosen, named)
    return is_own and _coverage(scene, chosen) == 0 and there >= MOSTLY


def _is_beside(scene: Scene, chosen: str, named: Sequence[str]) -> bool:
    """契税那块呢 after the value added tax: another measure of the document found has all that is named."""
    measure = scene.assistant.catalog.measure
    found = (measure(hit.measure_id) for hit in scene.finding.hits)
    others = (one for one in found if one.document == measure(chosen).document and one.id != chosen)
    return len("".join(named)) >= _OWN_WORD and any(coverage(named, one.text) == 1 for one in others)


def _weighed(scene: Scene, joined: Finding, chosen: str) -> Relation:
    alone, turn = scene.finding, scene.turn
    here, there = _coverage(scene, chosen), _coverage(scene, first(alone))
    if alone.verdict is Verdict.ANSWER:
        better = here > max(there, _SOME) and score(alone) < _SUREST
        guessed = here >= MOSTLY and score(alone) < LIKELY
        leans = turn.follows or scene.sense.alone < _LEANING
        continued = leans and here > 0 and here >= there and _prints_years(scene, chosen)
        weak = guessed or _is_weak(scene, chosen, there)
        stays = better or continued or (first(joined) == chosen and weak)
        return Relation.STAYS if stays else Relation.TURNS
    related = here > 0 or _share(alone, chosen) > 0
    if turn.follows and related and (here >= there or here >= MOSTLY):
        return Relation.STAYS
    if joined.verdict is Verdict.ANSWER and first(joined) == chosen and _is_asked_of(scene, joined, there):
        return Relation.STAYS
    if _is_second_thought(alone, joined, chosen, turn) and there < 1:
        return Relation.STAYS
    if first(alone) == chosen or here >= MOSTLY:
        return Relation.STAYS if here >= there else Relation.JOINS
    both = first(alone) in {hit.measure_id for hit in (*joined.hits, *joined.rejected)}
    words = there > here and (there >= MOSTLY or turn.follows)
    return Relation.JOINS if both and words else Relation.TURNS


def _suffers(scene: Scene, chosen: str) -> bool:
    """Whether a turn tells what befell a thing that the measure at hand does not name."""
    told = SUFFERED.search(scene.reading.question)
    return told is not None and told["thing"] not in scene.text_of(chosen)


def _is_asked_of(scene: Scene, joined: Finding, there: float) -> bool:
    """到哪儿注销牌照: what both find prints the number asked for, or has part of the turn's words."""
    text = scene.text_of(first(joined) or "")
    here = coverage(scene.turn.matter, text)
    near = score(joined) >= SURE and _share(scene.finding, first(joined) or "") >= _NEAR
    part = near and here >= max(there, _PART)
    return part or counts_of(scene.reading.question, text)


def _is_complete(scene: Scene, chosen: str) -> bool:
    """暖气费啥时候开始交 after 污水: asked by itself, and the current measure has none of its words."""
    return scene.sense.alone >= _COMPLETE and not scene.turn.refers and _coverage(scene, chosen) == 0


def _prints_years(scene: Scene, measure_id: str) -> bool:
    """Whether a measure prints every year that the turn names: 2020年的专班 is not of a measure of 2022."""
    text = scene.text_of(measure_id)
    return all(str(year) in text for year in scene.finding.query.years)


def _reads_in(scene: Scene, measure_id: str | None) -> bool:
    """Whether a measure contains any of the turn's words or of those that documents use for them."""
    if measure_id is None:
        return False
    text = scene.text_of(measure_id)
    return _coverage(scene, measure_id) > 0 or any(word in text for word in scene.finding.query.added)


def _goes_on(scene: Scene, joined: Finding, chosen: str) -> bool:
    """Whether the turn is phrased as staying with the measure and finds nothing likelier."""
    alone, sense, own = scene.finding, scene.sense, OWN_YEAR.search(scene.reading.question)
    of_department = scene.asks_duties or (scene.topic and scene.topic.department)
    if scene.refused_for_good or of_department or (alone.query.years and not own):
        return False
    if alone.verdict is not Verdict.ANSWER:
        return sense.follows and not _is_foreign(scene, joined, chosen)
    near = first(alone)
    here, there = _coverage(scene, chosen), _coverage(scene, near)
    if here <= there and here < MOSTLY and _is_surely_beside(scene, chosen):
        return False
    likelier = score(alone) >= SURE or first(joined) != chosen
    agreed = near == first(joined) != chosen and there == 1
    if here == 0 < there and (agreed or (likelier and not sense.surely_follows)):
        return False
    if here >= there or there < MOSTLY:
        strays = near is not None and scene.region_of(near) != scene.region_of(chosen)
        return sense.best == Manner.CASE or sense.surely_follows or (strays and sense.alone < _SUREST)
    plainly = sense.chance(Manner.CASE) >= _PLAINLY and len("".join(scene.turn.content)) <= _FEW_CHARS
    return sense.best == Manner.CASE and score(alone) < (_SUREST if plainly else SURE)


def _is_surely_beside(scene: Scene, chosen: str) -> bool:
    """要居民掏钱不 after what is renewed: another measure of the document answers it, hardly in doubt."""
    near, measure = first(scene.finding), scene.assistant.catalog.measure
    if near is None or near == chosen or score(scene.finding) < _SUREST:
        return False
    return measure(near).document == measure(chosen).document


def _is_foreign(scene: Scene, joined: Finding, chosen: str) -> bool:
    """手机呢 after appliances: its words have nothing to do with the measure, even together."""
    known = scene.sense.plain or _coverage(scene, chosen) > 0 or _share(scene.finding, chosen) > 0
    return not known and joined.verdict is Verdict.NOT_COVERED


def _is_weak(scene: Scene, chosen: str, there: float) -> bool:
    """Whether what the turn finds alone is too weak to be what it means."""
    alone = scene.finding
    depends = there < 1 or (scene.sense.follows and score(alone) < LIKELY)
    near = score(alone) < SURE and _share(alone, chosen) >= _NEAR and depends
    return near or (there == 0 and score(alone) < LIKELY)


def prefers(scene: Scene, one: str, other: str) -> bool:
    """Whether the turn's own words fit one measure better than another."""
    in_one = _coverage(scene, one)
    return in_one > _coverage(scene, other) and (in_one >= MOSTLY or scene.turn.follows)


def _is_second_thought(alone: Finding, joined: Finding, chosen: str, turn: Turn) -> bool:
    """我想买电车，给多少: asks for a field of something near the current measure."""
    return bool(turn.fields) and _share(alone, chosen) >= _NEAR and first(joined) == chosen


def knows_why(alone: Finding) -> bool:
    """Whether a refusal understood the question and knows the documents lack the answer."""
    return alone.reason.refusal.knows or bool(set(alone.query.wishes) & NEAR_MISSES)


def _share(finding: Finding, measure_id: str) -> float:
    """A measure's score divided by the best one's; 0 where it is not among the hits."""
    best = score(finding)
    scores = (hit.score for hit in (*finding.hits, *finding.rejected) if hit.measure_id == measure_id)
    return next(scores, 0.0) / best if best else 0.0


def _coverage(scene: Scene, measure_id: str | None) -> float:
    """The share of the turn's words in a measure; none where that only mentions the matter of the turn.

    Example: 那低保在哪办 after `校车每学期180元；低保家庭学生免收` -> 0
    """
    if measure_id is None:
        return 0.0
    text = scene.text_of(measure_id)
    matter = matter_named(scene.reading.question, scene.places)
    if only_mentions(matter, scene.query.spoken, text):
        return 0.0
    return coverage(scene.turn.content, text)
