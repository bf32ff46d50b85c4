"""我能领什么补贴: asks a few short questions, then lists the measures that fit, each with its conditions."""

import re
from dataclasses import replace

from bot.answer import Option, Status, options
from bot.answering import recognised
from bot.called_places import places_at_hand
from bot.conversation.focus import Interview
from bot.conversation.hearing.followups import read_turn
from bot.conversation.interviewing import suitable_reply
from bot.conversation.interviewing.choices import Choice, Step, default_choices, offered
from bot.conversation.interviewing.suitable import Applicant, needed, suitable
from bot.conversation.nearness import SURE, score
from bot.conversation.scene import Reply, Scene
from bot.eligibility import facts_of
from bot.messages import interview as messages
from corpus.text.numerals import NINE, whole_number
from retrieval.deciding import Verdict

_COMMAND = re.compile(r"/eligible(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_AID = (
    r"(?:的)?(?:国家|政府|区里|市里|当地|惠民|惠企)?(?:的)?"
    r"(?:补贴|补助|政策|优惠|扶持|奖励|奖补|好处|福利)(?:政策|资金|项目)?"
)
_WHICH = r"(?:些|点|到|上)*(?:什么|啥|哪些|哪几[种样项]|多少种|几[种样])"
_GET = r"(?:领|享受|享|申请|申报|拿|得|报|符合|够)(?:得)?(?:到|上|着)?"
_BEGIN = re.compile(
    rf"(?:能|可以|可|都能|该)(?:够)?{_GET}{_WHICH}{_AID}"
    rf"|(?:都)?有(?:没有)?{_WHICH}{_AID}(?:是)?(?:我|俺|咱|我们|我家)?(?:能|可以|可|够)(?:够)?{_GET}(?:的)?"
    rf"|{_GET}{_WHICH}{_AID}(?:的)?(?:条件)?|(?:补贴|政策|资格)(?:自测|匹配|自查|体检)"
    rf"|(?:能不能|看看|查查|算算)(?:我|俺)?(?:能|符合|够){_GET}?{_WHICH}{_AID}"
)
_LEAVE = re.compile(
    r"(?:退出|取消|算了|不查了|不问了|不用了|不选了|停|结束|别问了|quit|/cancel)(?:吧|了|啊)?"
)
_SKIP = re.compile(
    r"(?:跳过|不清楚|不知道|不确定|说不准|随便|都行|都可以|都不是|其他|其它|别的|没有|不限|无)(?:了|吧|啊|的)?"
)
_CHOICE_NUMBER = re.compile(rf"(?:第)?([{NINE}]|\d{{1,2}})(?:个|项)?")


def begin(scene: Scene) -> Reply | None:
    """/eligible, 我能领什么补贴, 我们公司能享受哪些政策."""
    typed = scene.reading.shown.strip()
    command = _COMMAND.fullmatch(typed)
    words = (command.group(1) or "") if command else _about_asker(scene)
    if words is None:
        return None
    interview = Interview("")
    for step in (Step.WHO, Step.MATTER, Step.TRADE):
        choice = _meant(words, offered(step, interview.answer(Step.WHO), default_choices()))
        interview = interview.answered(step, choice.label) if choice else interview
    return _next(scene, interview)


def goes_on(scene: Scene) -> Reply | None:
    """The answer to the open question; a turn that does not answer it is left to the other steps."""
    interview, words = scene.focus.interview, scene.reading.question.strip("。！!？?～~ ")
    if interview is None or words.startswith("/"):
        return None
    if _LEAVE.fullmatch(words):
        answer = replace(scene.blank, status=Status.CHAT, text=messages.LEFT)
        return answer, replace(scene.focus, interview=None)
    said = _read(scene, interview, words)
    if said is not None:
        all_said = f"{interview.said}，{said}" if interview.asked == Step.FIGURES else interview.said
        return _next(scene, replace(interview.answered(interview.asked, said), said=all_said.strip("，")))
    if recognised(words) or score(scene.finding) >= SURE or scene.turn.fields:
        return None
    again = replace(
        scene.blank, status=Status.CLARIFY, text=messages.AGAIN, options=_replies(scene, interview)
    )
    return again, scene.focus


def _about_asker(scene: Scene) -> str | None:
    """What the asker says of himself besides the wish; None where the words are about a topic instead."""
    words = scene.reading.question
    wish = _BEGIN.search(words)
    if wish is None or scene.query.documents or scene.query.elsewhere:
        return None
    rest = words[: wish.start()] + " " + words[wish.end() :]
    known = [w for c in default_choices() if c.step is not Step.MATTER for w in (c.label, *c.said)]
    left = read_turn(rest, (*scene.assistant.catalog.regions, *known)).content
    others = [chunk for chunk in left if chunk.strip("我俺咱你您们区市县个的人开做是有家搞在户主")]
    named = any(c.step is Step.TRADE and c.means(rest) for c in default_choices())
    return None if (others or named) and scene.finding.verdict is Verdict.ANSWER else rest


def _meant(words: str, choices: tuple[Choice, ...]) -> Choice | None:
    """The choice that the words mean: the one whose label they contain, else the longest match."""
    named = [c for c in choices if c.label in words]
    said = [(len(word), -ordinal) for ordinal, c in enumerate(choices) for word in c.said if word in words]
    return named[0] if named else choices[-max(said)[1]] if said else None


def _read(scene: Scene, interview: Interview, words: str) -> str | None:
    """The answer that the words give to the open step; empty for a skipped step, None for no answer."""
    if _SKIP.fullmatch(words) or words == messages.UNKNOWN:
        return ""
    labels = _labels(scene, interview)
    number = _CHOICE_NUMBER.fullmatch(words)
    if number and interview.asked != Step.FIGURES:
        ordinal = whole_number(number.group(1)) or 0
        return labels[ordinal - 1] if 0 < ordinal <= len(labels) else None
    return _READERS[Step(interview.asked)](scene, interview, words)


def _read_choice(scene: Scene, interview: Interview, words: str) -> str | None:
    choices = offered(Step(interview.asked), interview.answer(Step.WHO), default_choices())
    choice = _meant(words, choices)
    return choice.label if choice else None


def _read_place(scene: Scene, interview: Interview, words: str) -> str | None:
    return next(iter(scene.query.places), None)


def _read_matter(scene: Scene, interview: Interview, words: str) -> str | None:
    """A choice, else the matter in the asker's own words where the documents answer them."""
    answered = scene.finding.verdict is Verdict.ANSWER and not scene.turn.fields
    return _read_choice(scene, interview, words) or (words if answered else None)


def _read_figures(scene: Scene, interview: Interview, words: str) -> str | None:
    """Figures with what they measure; a bare number stands for the figure asked for, if only one was."""
    if facts_of(words, scene.blank.as_of).named:
        return words
    names = needed(scene, suitable(_placed(scene, interview), _applicant(interview)))
    bare = f"{names[0][0]}{words}" if len(names) == 1 else words
    return bare if facts_of(bare, scene.blank.as_of).named else None


_READERS = {
    Step.WHO: _read_choice,
    Step.PLACE: _read_place,
    Step.MATTER: _read_matter,
    Step.TRADE: _read_choice,
    Step.FIGURES: _read_figures,
}


def _next(scene: Scene, interview: Interview) -> Reply:
    """The next question that matters, or else the measures that fit."""
    placed = _placed(scene, interview)
    step = next((step for step in Step if _matters(placed, interview, step)), None)
    region = interview.answer(Step.PLACE) or scene.focus.region
    focus = replace(scene.focus, region=region, asked_region=scene.focus.asked_region or step is Step.PLACE)
    if step is None:
        return suitable_reply.reply(placed, replace(focus, interview=None), interview, _applicant(interview))
    asked = replace(interview, asked=step)
    text = _question(placed, asked)
    answer = replace(scene.blank, status=Status.CLARIFY, text=text, options=_replies(placed, asked))
    return answer, replace(focus, interview=asked)


def _matters(scene: Scene, interview: Interview, step: Step) -> bool:
    """Whether a step is unanswered and its answer would change the result."""
    if step in dict(interview.answers):
        return False
    if step is Step.PLACE:
        return scene.blank.region is None and len(scene.assistant.catalog.regions) > 1
    if step in (Step.WHO, Step.MATTER):
        return True
    fitting = suitable(scene, _applicant(interview))
    if step is Step.TRADE:
        return bool(_choices_of_trade(interview)) and len(fitting) > 1
    return bool(needed(scene, fitting))


def _choices_of_trade(interview: Interview) -> tuple[Choice, ...]:
    who = interview.answer(Step.WHO)
    return offered(Step.TRADE, who, default_choices()) if who else ()


def _placed(scene: Scene, interview: Interview) -> Scene:
    """The scene in the region that the asker gave."""
    region = interview.answer(Step.PLACE)
    return replace(scene, blank=replace(scene.blank, region=region)) if region else scene


def _applicant(interview: Interview) -> Applicant:
    def chosen(step: Step) -> Choice | None:
        label = interview.answer(step)
        return next((c for c in default_choices() if c.step is step and c.label == label), None)

    matter = chosen(Step.MATTER)
    wish = "" if matter else interview.answer(Step.MATTER)
    return Applicant(chosen(Step.WHO), matter, wish, chosen(Step.TRADE))


def _labels(scene: Scene, interview: Interview) -> tuple[str, ...]:
    """The choices offered at the open step; of the matters, only those for which some measure fits."""
    step = Step(interview.asked)
    if step is Step.PLACE:
        return places_at_hand(scene.assistant.catalog.regions)
    choices = offered(step, interview.answer(Step.WHO), default_choices())
    if step is Step.MATTER:
        placed, asker = _placed(scene, interview), _applicant(interview)
        choices = tuple(c for c in choices if suitable(placed, replace(asker, matter=c)))
    return tuple(choice.label for choice in choices)


def _replies(scene: Scene, interview: Interview) -> tuple[Option, ...]:
    skip = messages.UNKNOWN if interview.asked == Step.FIGURES else messages.SKIP
    return options((*_labels(scene, interview), skip, messages.LEAVE))


def _question(scene: Scene, interview: Interview) -> str:
    step = Step(interview.asked)
    if step is Step.FIGURES:
        return _figures_question(scene, interview)
    text = {
        Step.WHO: messages.WHO,
        Step.PLACE: messages.PLACE,
        Step.MATTER: messages.MATTER,
        Step.TRADE: messages.TRADE,
    }[step]
    labels = enumerate(_labels(scene, interview), 1)
    return "\n".join(
        [text, *(messages.CHOICE.format(ordinal=ordinal, label=label) for ordinal, label in labels)]
    )


def _figures_question(scene: Scene, interview: Interview) -> str:
    names = needed(scene, suitable(scene, _applicant(interview)))
    name, unit = names[0]
    example = f"{name}{messages.FIGURE_EXAMPLES.get(unit, messages.FIGURE_OTHER.format(unit=unit))}"
    lines = "\n".join(messages.NEED.format(name=name) for name, _ in names)
    return messages.FIGURES.format(example=example, needs=lines)
