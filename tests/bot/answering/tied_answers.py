"""Answers over the rules on flats of 青禾县 and the decisions that change and repeal them."""

from datetime import date

from bot.answer import Answer, Ask
from bot.answering.assistant import Assistant
from corpus.catalog import Catalog
from tests.bot.fakes import FakeFinding, FakeHit, FakeSearch
from tests.corpus.tied_files import notice

TODAY = date(2026, 11, 21)
FLATS_NAME = (
    "《青禾县人民政府办公室关于印发青禾县人才公寓管理办法的通知》（青政办发〔2023〕6号，2023年3月10日发布）"
)
DECISION_NUMBER = "青政办发〔2025〕11号"
DECISION = notice(
    "关于修改《青禾县人才公寓管理办法》的决定",
    DECISION_NUMBER,
    "对《青禾县人才公寓管理办法》（青政办发〔2023〕6号）作如下修改：\n"
    "一、将第三条修改为：“人才公寓租金为每月每平方米6元。”\n二、删去第四条。\n"
    "三、增加一条，作为第六条：“离开青禾县的，应当腾退。”\n本决定自2025年6月1日起施行。",
)
REPEAL = notice(
    "关于废止《青禾县人才公寓管理办法》的决定",
    "青政办发〔2026〕2号",
    "一、《青禾县人才公寓管理办法》自2026年7月1日起废止。\n二、本决定自2026年7月1日起施行。",
    day="2026年6月1日",
)


def asked(
    library: Catalog, *hits: tuple[str, float], question: str = "人才公寓租金多少", day: date = TODAY
) -> Answer:
    """The answer where a search finds these measures."""
    found = FakeFinding(hits=tuple(FakeHit(name, score) for name, score in hits))
    return Assistant(library, FakeSearch(found), today=lambda: day).ask(Ask(question))
