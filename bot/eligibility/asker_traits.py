"""What a question says of the asker beside figures: of whom, of what, and of which time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.eligibility.leaving_open.open_verdicts import is_doubtful
from bot.eligibility.printed.printed_traits import PrintedTrait
from bot.eligibility.shared_words import content, pairs
from bot.eligibility.spoken.asker_facts import states
from bot.eligibility.spoken.whose_figures import is_told_of_another
from bot.eligibility.traits import SaidTrait, Trait, holds

_CLAUSE_MARKS = re.compile(r"[，。；！？,;!?\n]")
_SPOUSE = re.compile(r"老公|老婆|媳妇|对象|爱人|男朋友|女朋友|孩他[爸妈]|孩子[他她]?[爸妈]")
_NOT_SO = re.compile(
    r"要是|如果|假如|万一|准备|打算|想(?!问|知道|起)|正在|正[往要]|计划|预计|将来|明年|以前是|曾经|原来是|停了|取消了"
    r"|没批|批不|还没批|没下来|迁走|到期了|不清楚|不知道|不确定|说不准|不晓得"
)
"""Words of a clause by which what it says is not so, or not yet, or no longer."""
_OF_OTHERS = re.compile(
    r"徒弟|邻居|隔壁|对门|同事|(?<![男女])朋友|别人|人家(?!里)|亲戚|同学|表[哥弟姐妹]|我[弟哥姐妹]|老板"
)
_AS_TOPIC = re.compile(
    r"的?[^，。]{0,4}(?:补贴|补助|标准|政策|助学|救助|待遇|优惠|津贴|奖励|贷款)?[^，。]{0,3}(?:怎么|多少|哪些|哪儿|哪里|有啥|是啥|什么)"
)
_AS_KIND = re.compile(
    r"的(?:人|老人|家庭|企业)?(?:都|也)?(?:能|可以|给|有没有|补|享受)[^，。]{0,8}(?:吗|不|么|没|$)"
)
_SELF = re.compile(r"我|俺|咱|家里|自家")
"""A kind is what a question is about, and nobody who asks: 退役军人创业补贴有哪些."""
_OF_COUPLE = re.compile(r"父母|夫妻|配偶|一方|双方|家庭")
_OF_SEVERAL = re.compile(r"(?:本人|自己|申请人)(?:及|和|与|、|或)|夫妻|双方|父母|家庭|全家|共同")
_OF_BOTH = re.compile(r"(?:本人|自己|申请人)(?:及|和|与|、)(?:其)?配偶|夫妻|双方(?!或者?一方)")
_TOLD_OF_BOTH = re.compile(
    r"都|俩|两口子|夫妻|双方|一家|全家|家里|我们|单身|未婚|没结婚|没成家|没对象|一个人|离异|离婚"
)
_OTHERS = re.compile(rf"{_SPOUSE.pattern}|爸|爹|妈|娘|父|母|公婆|孩子|儿子|闺女|女儿|家里人|家人")
_HAS = re.compile(r"(?<!没)(?<!没有)(?:有(?!没)|是(?!不是))")
_LACKS = re.compile("[^，。]{1,6}(?<!有)(?:都|还|也|却)?(?<!有)没有?(?:办|拿|取得)?")
_WINDOW = re.compile(r"(?:近|最近)?(?P<years>[一二两三四五1-5])年(?:度)?(?:以|之)?内")
_YEARS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_AGO = (("大前年", 3), ("前年", 2), ("去年", 1), ("上年", 1))
_LONG_AGO = re.compile(r"年前|多年|早年|从前|(?:19|20)\d\d年")
_LEAST_QUOTED = 6
"""Signs of a text that a question repeats only where it asks about that very rule."""
_LEAST_SHARED = 2
"""Characters that a clause and a phrase share where they are of the same thing."""


@dataclass(frozen=True, slots=True)
class AskerTraits:
    """What a question says of the asker beside figures."""

    question: str

    def holds(self, printed: PrintedTrait) -> tuple[bool | None, tuple[SaidTrait, ...]]:
        """Whether what is said satisfies a printed trait, and what is said of it."""
        if len(printed.words) >= _LEAST_QUOTED and printed.words in self.question:
            return None, ()
        said = tuple(one for one in self._of(printed.trait) if self._is_of_topic(one, printed))
        if self._is_only_of_another(printed, said):
            return None, said
        answer = holds(printed.trait, printed.allowed, said)
        if answer is True and is_doubtful(printed.phrase, self.question):
            return None, said
        if answer is True and any(self._is_of_spouse(one, printed) for one in said):
            return None, said
        if answer is True and (self._may_differ_for_another(printed, said) or self._lacks_elsewhere(said)):
            return None, said
        if answer is False and printed.trait.is_history:
            return (False if all(self._is_in_window(one, printed) for one in said) else None), said
        return answer, said

    def is_one_of(self, words: str, traits: Sequence[Trait]) -> bool | None:
        """Whether the asker is one of those whom words name by a trait; None where that is not sure.

        Example: `享受最低生活保障的` -> True of 吃着低保, False of 不是低保户
        """
        answers = set[bool | None]()
        for trait in traits:
            named = frozenset(one.value for one in trait.said(words) if not one.is_denied)
            if named:
                answers.add(holds(trait, named, tuple(self._of(trait))))
        return True if True in answers else False if answers == {False} else None

    def _of(self, trait: Trait) -> Iterator[SaidTrait]:
        return (one for one in trait.said(self.question) if self._is_stated(trait, one))

    def _is_stated(self, trait: Trait, said: SaidTrait) -> bool:
        """Whether it is told of the asker as it is now; not of a rule, a wish, the past or somebody else."""
        clause = self._clause(said)
        named = trait.is_noun and _AS_TOPIC.match(self.question, said.end)
        topic = (named or _AS_KIND.match(self.question, said.end)) and not _SELF.search(clause)
        around = clause.replace(self.question[said.start : said.end], "，", 1)
        return not topic and states(clause) and is_of_asker_now(around)

    def _is_only_of_another(self, printed: PrintedTrait, said: Sequence[SaidTrait]) -> bool:
        """Whether a register or a paper, which is one person's own, is told of somebody else."""
        own = not printed.trait.wordings and not _OF_COUPLE.search(printed.phrase)
        return own and any(is_told_of_another(self.question, *self._span(one)) for one in said)

    def _clause(self, said: SaidTrait) -> str:
        return self.question[slice(*self._span(said))]

    def _span(self, said: SaidTrait) -> tuple[int, int]:
        """From where to where the clause of what is said stands."""
        marks = [mark.start() for mark in _CLAUSE_MARKS.finditer(self.question)]
        start = max((mark + 1 for mark in marks if mark < said.start), default=0)
        return start, min((mark for mark in marks if mark >= said.end), default=len(self.question))

    def _is_of_topic(self, said: SaidTrait, printed: PrintedTrait) -> bool:
        """Whether the clause names what the printed words are of; always where they name nothing."""
        if not printed.trait.has_topic:
            return True
        words = printed.trait
        topic = content(_without_trait(words, printed.phrase))
        shared = topic & content(self._topic_of(said))
        common = pairs(printed.phrase) & pairs(self._topic_of(said))
        return not topic or len(shared) >= _LEAST_SHARED or bool(common)

    def _topic_of(self, said: SaidTrait) -> str:
        """The clause of what is said, with the one in front of it where it has few words of its own."""
        clause = self._clause(said)
        if len(content(clause.replace(self.question[said.start : said.end], ""))) >= _LEAST_SHARED:
            return clause
        before = _CLAUSE_MARKS.split(self.question[: self.question.index(clause)].rstrip("，。；！？,;!?"))[
            -1
        ]
        return f"{before}，{clause}"

    def _is_of_spouse(self, said: SaidTrait, printed: PrintedTrait) -> bool:
        return bool(_SPOUSE.search(self._clause(said))) and not _OF_COUPLE.search(printed.phrase)

    def _may_differ_for_another(self, printed: PrintedTrait, said: Sequence[SaidTrait]) -> bool:
        """Whether another one of those whom the printed words take in may be otherwise.

        Example: 本人及配偶无自有住房, beside `我没房，我老婆有一套`; of a couple both have to be told.
        """
        if not _OF_SEVERAL.search(printed.phrase):
            return False
        if _OF_BOTH.search(printed.phrase) and not _TOLD_OF_BOTH.search(self.question):
            return True
        told = {self._clause(one) for one in said}
        clauses = (clause for clause in _CLAUSE_MARKS.split(self.question) if clause not in told)
        return any(_OTHERS.search(clause) and _HAS.search(clause) for clause in clauses)

    def _lacks_elsewhere(self, said: Sequence[SaidTrait]) -> bool:
        """Whether another clause says of somebody that he has it not: 我有健康证，雇的人没有."""
        own = {self._clause(one) for one in said}
        clauses = (clause for clause in _CLAUSE_MARKS.split(self.question) if clause not in own)
        return any(_LACKS.fullmatch(clause) for clause in clauses)

    def _is_in_window(self, said: SaidTrait, printed: PrintedTrait) -> bool:
        """Whether something happened within the printed years, as far as the question dates it."""
        window, clause = _WINDOW.search(printed.phrase), self._clause(said)
        if not window:
            return True
        years = _YEARS.get(window["years"]) or int(window["years"])
        ago = next((years_ago for word, years_ago in _AGO if word in clause), 0)
        return ago < years and not _LONG_AGO.search(clause)


def is_of_asker_now(words: str) -> bool:
    """Whether words tell of the asker as it is now; not of a rule, a wish, the past or somebody else."""
    return states(words) and not _NOT_SO.search(words) and not _OF_OTHERS.search(words)


def _without_trait(trait: Trait, phrase: str) -> str:
    for value in trait.values:
        phrase = value.said.sub("，", phrase)
    return phrase
