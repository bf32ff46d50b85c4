"""The steps that a turn is offered to, in groups, and why each group comes before the next.

A step answers the turns of one kind and leaves the others alone; the first that answers decides. Steps of one
group rarely answer the same turn; where they may, the docstring of the group says which comes first and why.
"""

from dataclasses import replace

from bot import messages as common
from bot.answer import Status
from bot.conversation import (
    asked_by_day,
    asked_by_number,
    call_talk,
    choosing,
    circumstance_talk,
    count_talk,
    document_lists,
    fields,
    lookups,
    matters,
    navigation,
    other_things,
    particular_talk,
    same_document,
    span_talk,
    weekday_talk,
    wish_talk,
)
from bot.conversation.about_departments import department_talk, due_talk, phone_talk, staffed_talk
from bot.conversation.about_places import level_talk, place_talk, region_talk
from bot.conversation.focus import Focus
from bot.conversation.hearing.followups import is_reset
from bot.conversation.hearing.phrases import Manner
from bot.conversation.interviewing import interview
from bot.conversation.scene import Reply, Scene, Step
from bot.eligibility import gives_figure
from bot.messages import talk as messages

_LISTENING = 0.7
"""From this probability on, a message is taken as a sign of listening."""


def reset(scene: Scene) -> Reply | None:
    """/reset: the conversation begins anew."""
    if not is_reset(scene.reading.question):
        return None
    text = common.with_examples(messages.RESET)
    return replace(scene.blank, status=Status.CHAT, text=text), Focus()


def without_search(scene: Scene) -> Reply | None:
    """Greetings, thanks and unreadable messages; they leave the focus unchanged."""
    answer = scene.assistant.without_search(scene.blank, scene.reading)
    return (answer, scene.focus) if answer else None


def listening(scene: Scene) -> Reply | None:
    """哦哦这样, 厉害了谢谢: phrased as a sign of listening or as thanks after an answer."""
    if scene.topic is None or not scene.words.content or scene.sense.chance(Manner.CHAT) < _LISTENING:
        return None
    if gives_figure(scene.reading.question, scene.blank.as_of):
        return None
    text = common.with_examples(common.THANKS)
    return replace(scene.blank, status=Status.CHAT, text=text), scene.focus


WHOLE_TALK: tuple[Step, ...] = (reset, interview.goes_on, interview.begin)
"""What ends or begins a talk. Before SAID_OUTRIGHT: while a question of the interview is open, 2 is its
second choice and not the second measure. Within: 重新开始 also ends an interview and must not count as a
wrong answer."""

SAID_OUTRIGHT: tuple[Step, ...] = (
    lookups.command,
    lookups.human,
    navigation.nth,
    phone_talk.phone_owner,
    wish_talk.reminder,
    wish_talk.news,
)
"""Whole messages with one meaning: /dept, 转人工, 2 after a list, a phone number, 到期提醒我. Before
WITHOUT_MATTER, to which a bare number is an unreadable message."""

WITHOUT_MATTER: tuple[Step, ...] = (without_search, listening)
"""Greetings, thanks, signs of listening. Before all that reads a turn as a follow-up: 好的 and 你是谁 name no
topic either, and the current measure would answer them."""

LISTS: tuple[Step, ...] = (
    lookups.more_listed,
    asked_by_number.not_held,
    lookups.whole_document,
    lookups.titled_document,
    document_lists.ended_documents,
    document_lists.issued_documents,
    asked_by_number.item,
    asked_by_day.chronicled,
    place_talk.at_home,
)
"""A document's list, the next page of a list, an item by its number, a day of a chronicle, where the asker
is. Before MOVES: 往下翻 after a page turns it, and does not look for other measures. No turn is known that
one of these and one of DEPARTMENTS would both answer."""

DEPARTMENTS: tuple[Step, ...] = (
    due_talk.asked,
    staffed_talk.of_department,
    department_talk.phones,
    department_talk.duties,
    department_talk.of_year,
    department_talk.own_phones,
    department_talk.officials,
    department_talk.nowhere,
)
"""Turns about a department: named, pointed at, or talked about so far. Before SEVERAL and FIELDS:
车管所那边电话 asks for that body's phone, and neither completes a question nor is about the current
measure. Before ELSEWHERE: 2020年的有哪些 after a ledger is a part of the ledger. Within: the hours
or the address that the staff filled in come before the phones; what a department has to do by when comes
before the ledger of all that it does; a department that is named or pointed at comes before the one talked
about; a body that no document has comes last."""

SEVERAL: tuple[Step, ...] = (choosing.unsettled, choosing.settled, matters.completed)
"""While several measures may be meant, or a question was too short. Before all that is asked of one
measure, here or elsewhere: 电话呢 is first answered by asking which one."""

ELSEWHERE: tuple[Step, ...] = (
    matters.other_figure,
    circumstance_talk.told,
    navigation.rejected,
    call_talk.of_place,
    level_talk.other_level,
    level_talk.other_town,
    region_talk.other_place,
    region_talk.other_year,
)
"""Another figure or another kind of asker, not this one, another level or place, another year. Before MOVES
and FIELDS: 那聊城这个哪两个局管 names a region, and the current measure, of another region, would answer the
field. Within: 那2001年的呢 after 小区2010年建的 is a year that the measure compares, and asks for no rules;
户口在桓台 tells of the asker, and asks for no rules of that place; 不是低保户 denies no answer;
a phone that the notice at hand prints for another place comes before the rules of that place."""

MOVES: tuple[Step, ...] = (
    navigation.previous,
    navigation.closer,
    navigation.more,
    navigation.back,
    navigation.recalled,
)
"""To another measure or another view of this one. Before FIELDS: 卫生室那个谁负责 first goes back
to the clinics and then asks who."""

FIELDS: tuple[Step, ...] = (
    particular_talk.particular,
    span_talk.within,
    weekday_talk.weekday,
    call_talk.complaint,
    call_talk.side,
    same_document.doer,
    count_talk.counted,
    fields.field,
    fields.nothing_new,
    other_things.another_thing,
    fields.counts,
)
"""Fields of the current measure. Before MATTERS, which search: 农用三轮算不算 is a case of this measure,
however many others contain the words. Within: 去哪办 is answered by the article that names the window, before
whoever does it is named; 几天回信 by the sentence that says so; 周六呢 by what prints the hours;
投诉打哪 by the line for complaints, whoever does what; 谁来测 is answered by the measure that
says who tests, and not by whom the current one names; 最多能干几年 asks for a term and not for the deadline,
which a field would tell; a field asked for by name comes before a possible case; a thing of the kind at hand
that this measure lacks, 摩托车算不算 after cars, is no case of it."""

MATTERS: tuple[Step, ...] = (
    matters.matter,
    same_document.said_beside,
    same_document.near,
    other_things.not_named,
    matters.plain,
)
"""A topic of its own, related to the current measure or alone. Within: what a search refuses may stand in the
same document, or be the measure that the refusal would name. Last: `plain` answers whatever is left."""

GROUPS = (
    WHOLE_TALK,
    SAID_OUTRIGHT,
    WITHOUT_MATTER,
    LISTS,
    DEPARTMENTS,
    SEVERAL,
    ELSEWHERE,
    MOVES,
    FIELDS,
    MATTERS,
)
STEPS: tuple[Step, ...] = tuple(step for group in GROUPS for step in group)
"""Tried in order; the first that answers decides."""
