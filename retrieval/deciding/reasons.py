"""Why a question is not simply answered: one row for each reason, with all that depends on it.

The sentences stand here and not in `bot/messages`, so that a new kind of refusal is one row in one place and
a file of its questions in `corpus/questions/uncovered`. They are unformatted: channels lay them out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self


@dataclass(frozen=True, slots=True)
class Refusal:
    """How a question is refused for one reason."""

    label: str
    """The name of the reason in an explanation."""
    sentence: str = ""
    """The sentence shown, without its full stop; {regions} stands for the regions of the documents,
    {asked} for those that the question names."""
    way_on: str = ""
    """Where to ask instead, added to the sentence; {tax_hotline} stands for its name and number.

    Left out where the words of the question ask for what documents do not state: the nearest measure then
    says whom to call. """
    neighbour: bool = True
    """Whether the measure nearest to the question may help and be named."""
    own_matter: bool = False
    """Whether it concerns the asker's own affairs, which no measure answers, whatever its topic."""
    knows: bool = True
    """Whether the question is understood and its answer surely missing; else its words say too little."""


class Reason(StrEnum):
    """Why a question is not simply answered; NONE where it is.

    Rules and the search give the reasons down to NO_ITEM. The others are kinds of questions that no measure
    answers and have the names of their files. A near miss of `asked.toml` is refused with the sentence of
    the row of the same name.
    """

    refusal: Refusal

    def __new__(cls, name: str, refusal: Refusal) -> Self:
        """A member whose value is its name and that carries its row."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.refusal = refusal
        return member

    NONE = "", Refusal("", knows=False)
    # Nothing that could be looked up: emoji, punctuation, a single character. Small talk has its sentences.
    EMPTY = "empty", Refusal("没有可查的内容", neighbour=False, knows=False)
    # Characters that form no words of the corpus.
    GIBBERISH = (
        "gibberish",
        Refusal("不成话", "没看懂您写的内容，请换个说法再问一次", neighbour=False, knows=False),
    )
    # Words that fit a great many measures equally well.
    TOO_VAGUE = (
        "too_vague",
        Refusal(
            "太笼统",
            "问题还比较笼统，拿不准您问的是哪件事。请说得具体些：想办什么、是个人还是企业、在哪里",
            knows=False,
        ),
    )
    OTHER_PLACE = (
        "other_place",
        Refusal(
            "问的是没有收录的地方",
            "我手头有{regions}的文件，没有查到您问的那个地方对这件事的规定，不能拿别处的来答",
            neighbour=False,
        ),
    )
    OTHER_REGION = (
        "other_region",
        Refusal("问的地方没有这样的规定", "{asked}的文件里没有写这件事，别处的规定在那里不算数"),
    )
    OTHER_YEAR = (
        "other_year",
        Refusal("问的是文件之后的年份", "文件里没有您问的那个年份的规定，不能拿别的年份的来答"),
    )
    # The topic is covered, but not what is asked about it.
    NEAR_MISS = (
        "near_miss",
        Refusal("有这件事，没写所问的这一点", "文件里有相近的内容，但没有查到您问的这一点"),
    )
    OFF_TOPIC = "off_topic", Refusal("不是文件里的事", "没有依据的话我不便乱说", knows=False)
    # The document named has no item of that number.
    NO_ITEM = (
        "no_item",
        Refusal(
            "那份文件没有这一项",
            "您说的那份文件里没有这一项，请核对一下文号和项数",
            neighbour=False,
        ),
    )
    PROGRESS = (
        "progress",
        Refusal(
            "问办到哪一步",
            "个人的办理进度文件里没有，我也查不到",
            "请问受理的窗口",
            own_matter=True,
        ),
    )
    MATERIALS = (
        "materials",
        Refusal(
            "问办事材料、表格",
            "文件里没有写办理要带的材料和表格",
            "请问受理的窗口",
            own_matter=True,
        ),
    )
    OPENING = "opening", Refusal("问办公时间、地点", "文件里没有写办公时间和窗口地址", own_matter=True)
    PERSONAL_CASE = (
        "personal_case",
        Refusal("问某个人、某一家的事", "某个人、某一户的具体情况文件里没有，我也查不到", own_matter=True),
    )
    PRICES = "prices", Refusal("问市场价格", "市场上的价钱文件里没有写", own_matter=True)
    # Its hotline is part of the sentence: no measure says whom to call.
    LAW_ADVICE = (
        "law_advice",
        Refusal(
            "问法律、打官司",
            "打官司、索赔这类法律问题文件里没有写，我不便乱说，可以咨询12348公共法律服务热线",
            neighbour=False,
            own_matter=True,
        ),
    )
    # Recognised by its words alone: no file contains such questions.
    PAPERWORK = "paperwork", Refusal("要代写、翻译", "我只能查文件，不能代写材料", own_matter=True)
    STATISTICS = (
        "statistics",
        Refusal(
            "问统计数字",
            "实际办成了多少、花了多少这类统计数字文件里没有",
            "可以看统计公报或部门的公开信息",
        ),
    )
    OTHER_SUBSIDY = (
        "other_subsidy",
        Refusal("问文件里没有的补贴", "您问的这项政策不在手头的文件里，不等于没有", "请向主管部门核实"),
    )
    TAXES_OTHER = (
        "taxes_other",
        Refusal("问文件里没有的税务事项", "您问的税费规定不在手头的文件里", "可以咨询{tax_hotline}"),
    )
    STAFF_INTERNAL = (
        "staff_internal",
        Refusal(
            "问机关内部的事",
            "机关内部的人事、待遇和办公规定不在手头的文件里",
            "请问本单位的人事或办公室",
            neighbour=False,
        ),
    )
    ABUSE = (
        "abuse",
        Refusal(
            "辱骂",
            "没帮上您的忙，抱歉。您把要办的事说一说，我再查一次",
            neighbour=False,
            own_matter=True,
        ),
    )
    INJECTION = (
        "injection",
        Refusal(
            "要它改变身份、规则的话",
            "我只能查政府公开文件，做不了别的",
            neighbour=False,
            own_matter=True,
        ),
    )
    EMERGENCIES = (
        "emergencies",
        Refusal(
            "急事险情",
            "有危险请马上打电话：报警110，火警119，急救120",
            neighbour=False,
            own_matter=True,
        ),
    )
    NEWS_PEOPLE = (
        "news_people",
        Refusal("新闻、人物", "新闻和人物的情况不在手头的文件里", neighbour=False),
    )


REASONS: Mapping[str, Reason] = {reason.value: reason for reason in Reason}
"""By name, which files of questions and rows of `asked.toml` share."""
