"""Documents that are not at hand and items, asked for by number: 国发〔2020〕6号, 2022年第35项."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from bot.answer import Option, OptionKind, Status, options
from bot.conversation.focus import Topic
from bot.conversation.hearing.followups import read_turn
from bot.conversation.nearness import first
from bot.conversation.scene import Reply, Scene
from bot.messages import chinese_date
from bot.messages import talk as messages
from bot.messages.items import item_name
from bot.ports import CatalogView
from bot.rendering import title
from corpus.catalog import Replaced
from corpus.errors import WenzhengError
from corpus.records import Document, Measure
from corpus.stored_measures import holding
from corpus.text.document_numbers import NUMBER, prints, spelled
from retrieval.deciding import Verdict
from retrieval.question import item_named, positions_called, without_item
from retrieval.text import plain

_MOST = 5
"""So many documents or items are named."""
_ASIDE = 8
"""Characters that name a matter beside a number, from which on a question only cites it."""
_OF_TABLES = ("行", "表")
"""How an item begins that is a row of a table: the search knows which documents have it."""
_BEFORE = re.compile(
    r"^(?:请问|想问|问一?下|查一?[查下]|看一?[看下]|找一?[找下]|关于|依据|根据|按照?|参照|执行|文件|的|和|与|是|我|有没有|有)+"
)
"""Words before a number that are no part of it."""
_YEAR = re.compile(r"20\d\d\s*年度?")
_ONLY_AN_ITEM = re.compile(
    r"(?P<name>.*?)的?第[^第]{1,8}[项条](?:是什么|是啥|的?内容|讲了?(?:什么|啥)|呢)?[？?。]?"
)
"""A question that names an item of something and asks nothing else."""
_SHORT = 2
_BETWEEN = ".{0,8}?"
"""What a longer word may leave out of a title between two of its characters."""
_SERIAL = re.compile(r"〔\d{4}〕(?P<serial>\d+号)$")


def not_held(scene: Scene) -> Reply | None:
    """国发〔2020〕6号讲了啥: that no document has the number; what cites it, or has its year and serial."""
    match = NUMBER.search(spelled("".join(plain(scene.reading.question).split())))
    if match is None or scene.query.documents or _asks_more(scene.reading.question, match.group()):
        return None
    catalog = scene.assistant.catalog
    number = spelled(_BEFORE.sub("", match.group()))
    try:
        catalog.document(number)
    except WenzhengError as error:
        said = str(error)
    else:
        return None
    replaced = next((kept for kept in catalog.replaced if _bare(kept.document.number) == _bare(number)), None)
    citing, alike = _citing(catalog, number), _alike(catalog, number)
    printed = [one.title for one in catalog.documents if _bare(number) in _bare("".join(one.lead.split()))]
    lines = [_replaced(replaced) if replaced else said]
    if printed and not replaced:
        lines = [messages.NUMBER_PRINTED.format(number=number), *(f"· 《{one}》" for one in printed[:_MOST])]
    if citing:
        lines += [messages.CITED, *(f"· {_entry(measure)}" for measure in citing)]
    elif alike and not (replaced or printed):
        lines += [messages.NEAR_NUMBER, *(f"· {name}" for name in alike)]
    elif not (replaced or printed):
        lines.append(messages.DOCUMENT_HINT)
    listed = _offered(citing) if citing else options(alike, OptionKind.MEASURE)
    text = "\n".join(lines)
    return replace(scene.blank, status=Status.NOT_COVERED, text=text, options=listed), scene.focus


def _bare(number: str) -> str:
    """A number however its year is set apart. Example: `周政发〔2020〕3号`, `周政发2020年3号` alike."""
    return re.sub(r"[〔〕年\s]", "", spelled(number))


def _replaced(kept: Replaced) -> str:
    """That a document is at hand and has been replaced, by what, and when it held."""
    document = kept.document
    term = document.validity
    held = (
        messages.HELD_FROM.format(begun=chinese_date(term.valid_from), until=chinese_date(term.until))
        if term.valid_from and term.until
        else ""
    )
    return messages.NUMBER_REPLACED.format(
        number=document.number, title=document.title, held=held, by=kept.by
    )


def item(scene: Scene) -> Reply | None:
    """2022年第35项, 稳中求进第13项: the item of the document that its year or words of its title tell.

    Which one is asked where several have it; what else the turn says must stand in the item.
    """
    called = scene.query.item
    if called is None or called.startswith(_OF_TABLES) or scene.query.documents:
        return None
    left = read_turn(_YEAR.sub(" ", without_item(plain(scene.reading.question)))).matter
    if not left and not scene.query.years:
        return None
    meant = _documents_meant(scene, left)
    held = [measure for document, words in meant for measure in _items(document, called, words)]
    only = _ONLY_AN_ITEM.fullmatch("".join(plain(scene.reading.question).split()))
    if only and not meant:
        held = _under_heading(scene, called, only["name"])
        if not held:
            return _no_such_title(scene, called, only["name"])
    if held and len({measure.document for measure in held}) == 1:
        return _shown(scene, held[:_MOST], left)
    if held:
        text = messages.WHICH_ITEM.format(item=item_name(called))
        lines = [text, *(f"· {_entry(measure)}" for measure in held[:_MOST])]
        asked = replace(scene.blank, status=Status.CLARIFY, text="\n".join(lines), options=_offered(held))
        return asked, scene.focus
    if len(meant) != 1 or meant[0][1]:
        return None
    text = messages.NO_SUCH_ITEM.format(number=meant[0][0].number, item=item_name(called))
    return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus


def item_of_document(scene: Scene, document: Document) -> Measure | None:
    """第五条呢 while a document is talked about: its item of that number; None where it has none."""
    called = item_named(plain(scene.reading.question))
    return next(iter(_items(document, called, ())), None) if called else None


def _no_such_title(scene: Scene, called: str, name: str) -> Reply | None:
    """That no title is like this name; None where the search finds that item of some document."""
    finding = scene.finding
    near = first(finding) if finding.verdict is Verdict.ANSWER else None
    if near and positions_called(called, [scene.assistant.catalog.measure(near).item]):
        return None
    text = messages.NO_SUCH_TITLE.format(name=name, item=item_name(called))
    return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus


def _asks_more(question: str, number: str) -> bool:
    """Whether a question says so much beside a number that it only cites it."""
    rest = spelled("".join(plain(question).split())).replace(number, " ")
    return sum(map(len, read_turn(rest).content)) > _ASIDE


def _shown(scene: Scene, held: Sequence[Measure], left: Sequence[str]) -> Reply:
    """An item in full as far as nothing of it is asked for."""
    question, ids = scene.reading.question, [measure.id for measure in held]
    asked = question if left or read_turn(question).fields else title(held[0].sections)
    answer = scene.assistant.answered(scene.blank, asked, ids)
    return answer, scene.focus.turned_to(Topic(question).showing(ids))


def _documents_meant(scene: Scene, words: Sequence[str]) -> list[tuple[Document, list[str]]]:
    """The documents of the year or with words of the title, those where the asker is if any; what is left."""
    years = scene.query.years
    names = [(d, "".join((d.number + d.title).split())) for d in scene.assistant.catalog.documents]
    whole = {word for word in words if any(word in name for _, name in names)}
    found = []
    for document, name in names:
        of_year = bool(document.issued and document.issued.year in years) or any(
            str(y) in name for y in years
        )
        left = [word for word in words if not (word in name if word in whole else _shortens(word, name))]
        if of_year if years else len(left) < len(words):
            found.append((document, left))
    wanted = scene.query.regions or (scene.blank.region,)
    return [one for one in found if one[0].region in wanted] or found


def _shortens(word: str, name: str) -> bool:
    """Whether a name has the characters of a word in their order and close to each other.

    Example: "技改奖补办法", "技术改造奖补办法" -> True
    """
    return len(word) > _SHORT and re.search(_BETWEEN.join(map(re.escape, word)), name) is not None


def _under_heading(scene: Scene, called: str, name: str) -> list[Measure]:
    """The measures that an item means under a heading with this name: a sheet of a workbook, a chapter."""
    headed = [
        measure
        for measure in scene.assistant.catalog.measures
        if any(name in "".join(heading.split()) for heading in measure.heading)
    ]
    positions = positions_called(called, [measure.item.split("·")[0] for measure in headed])
    return [headed[position] for position in positions] if name else []


def _items(document: Document, called: str, words: Sequence[str]) -> list[Measure]:
    """The measures of a document that an item means, those that have the words."""
    positions = positions_called(called, [measure.item for measure in document.measures])
    measures = [document.measures[position] for position in positions]
    return [m for m in measures if all(word in "".join(m.text.split()) for word in words)]


def _citing(catalog: CatalogView, number: str) -> list[Measure]:
    """The first measures whose text prints a number."""
    serial = _SERIAL.search(number)
    end = serial["serial"] if serial else number
    printing = (m for document in catalog.documents for m in holding(document, end))
    return list(islice((m for m in printing if prints(m.text, number)), _MOST))


def _alike(catalog: CatalogView, number: str) -> list[str]:
    """The numbers with the year and serial of another one."""
    end = _SERIAL.search(number)
    return [d.number for d in catalog.documents if end and d.number.endswith(end.group())][:_MOST]


def _entry(measure: Measure) -> str:
    return messages.CITED_ENTRY.format(
        number=measure.document, item=item_name(measure.item), title=title(measure.sections)
    )


def _offered(measures: Sequence[Measure]) -> tuple[Option, ...]:
    """Options that say the document and the item."""
    said = (f"{measure.document}{item_name(measure.item)}" for measure in measures[:_MOST])
    return options(said, OptionKind.MEASURE)
