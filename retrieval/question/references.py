"""Finds the documents and items that a question names by number."""

import re
from collections.abc import Iterator, Sequence

from corpus.text.numerals import ORDINAL, UP_TO_99, numeral, whole_number
from retrieval.question.asked_numbers import AskedNumber, DocumentNumbers

_BARE = re.compile(r"[（）()\s]")
_SERIAL = rf"\d{{1,3}}|{ORDINAL}"
_NUMBER = re.compile(
    r"([一-龥]{2,6})?[〔\[(【「『](20\d\d)[〕\])】」』]第?(\d{1,3})号"
    r"|([一-龥]{1,5}[字发任])(20\d\d)[年-]?第?(\d{1,3})号"
    rf"|(?:(20\d\d)年?第?)?({_SERIAL})号文"
)
"""A number with its year in brackets, one after 字, 发 or 任 and a year, or one followed by 号文."""
_CALLED = re.compile(rf"(?:{_NUMBER.pattern})(?:文件?|件)?|文件")
_ROW = "行"
TABLE_ROW = "表"
"""What the label of a row of a table begins with."""
_ITEM = re.compile(
    rf"第(?P<chapter>{_SERIAL})部分第?[(]?(?P<part>{_SERIAL})[)]?[项条](?:第?(?P<point>\d)[点项])?"
    rf"|第({_SERIAL})条(?:第?[(]?({_SERIAL})[)项])?"
    rf"|第({_SERIAL})(?:[-—](\d))?[项条]"
    rf"|第({_SERIAL})行(?![业政为动程])"
    r"|表(\d{1,3})"
    rf"|((?:正文)?[{UP_TO_99}]{{0,3}}[(][{UP_TO_99}]{{1,3}}[)]\d?)"
)
"""第三部分第(二)项; 第六条(二); 第24项, 第19-1项; 第44行; 表13; 十八(四)."""
_SAID = re.compile(r"20\d\d(?=年)")


def documents_named(text: str, numbers: DocumentNumbers, regions: Sequence[str] = ()) -> tuple[str, ...]:
    """The documents whose number a plain text may mean; several where it gives a part that theirs share.

    `regions`, where any has a match, narrow the choice. The number of another issuer means another document.

    Example: "11号文第16项" -> ("周政办字〔2024〕11号", "聊政办字〔2021〕11号")
    """
    squeezed = text.replace(" ", "")
    whole = next((asked.number for asked in numbers.given_in(squeezed) if _is_meant(asked, squeezed)), None)
    if whole is not None:
        return (whole,)
    match = _NUMBER.search(squeezed)
    if match is None:
        return ()
    issuer, year, serial = _number_parts(match)
    fits = [n for n in numbers.of_serial(serial) if year is None or year in n]
    fits = [n for n in fits if _ends_alike(n, issuer)] if issuer else fits
    return tuple([n for n in fits if numbers.regions[n] in regions] or fits)


def item_named(text: str) -> str | None:
    """The item that a plain text names, in the form that `positions_called` takes; None without one.

    Example: "27号文第二十四项" -> "24"; "第六条(二)找谁" -> "第六条二"; "政务公开表 13" -> "表13";
        "分解表第44行" -> "行44"
    """
    match = _ITEM.search(text.replace(" ", ""))
    if match is None:
        return None
    if match["chapter"]:
        parts = numeral(_number(match["chapter"])), numeral(_number(match["part"]))
        return "".join((*parts, match["point"] or ""))
    article, point, item, part, line, row, label = match.groups()[3:]
    if article:
        return f"第{numeral(_number(article))}条{numeral(_number(point)) if point else ''}"
    if item:
        return f"{_number(item)}-{part}" if part else str(_number(item))
    if line:
        return f"{_ROW}{_number(line)}"
    if label and label.startswith("("):
        return label.replace("(", "（").replace(")", "）")
    return f"表{row}" if row else bare(label)


def positions_called(item: str, labels: Sequence[str]) -> list[int]:
    """Positions of the labels that an item means: the label itself, else all points of that article or item.

    A label in brackets is that of a part before that of a chapter; an article may be a chapter.

    Example: "第四条", ["第三条", "第四条（一）", "第四条（二）"] -> [1, 2]; "19", ["19-1", "19-2"] -> [0, 1];
        "（三）", ["二（三）", "三"] -> [0]; "第二条", ["一", "二（一）", "二（二）"] -> [1, 2]
    """
    if item.startswith("（"):
        parts = [n for n, label in enumerate(labels) if label.endswith(item)]
        return parts or positions_called(bare(item), labels)
    bare_labels = [bare(label) for label in labels]
    begins = item if item.startswith("第") else f"{item}-"
    points = [n for n, label in enumerate(bare_labels) if label.startswith(begins)]
    written = tuple(_written(item))
    whole = [bare_labels.index(label) for label in written if label in bare_labels][:1]
    return (
        whole or points or [n for n, label in enumerate(labels) if label.startswith(tuple(_of_chapter(item)))]
    )


def row_label(item: str | None) -> str:
    """How the only table of a document labels the row that an item means; "" where it means no row.

    Example: "行44" -> "表44"
    """
    return f"{TABLE_ROW}{item.removeprefix(_ROW)}" if item and item.startswith(_ROW) else ""


def without_documents(text: str) -> str:
    """A plain text without the numbers of documents.

    Example: "周政办字(2024)11号讲了啥" -> " 讲了啥"
    """
    return _CALLED.sub(" ", text.replace(" ", ""))


def without_item(text: str) -> str:
    """A plain text with a blank in place of the item that it names.

    Example: "稳中求进第13项找谁" -> "稳中求进 找谁"
    """
    return _ITEM.sub(" ", text.replace(" ", ""), count=1)


def bare(label: str) -> str:
    """A label without its brackets.

    Example: "第六条（二）" -> "第六条二"
    """
    return _BARE.sub("", label)


def _written(item: str) -> Iterator[str]:
    """The forms in which documents may print an item: 13, 表13, 十三 or 第十三条; 第四条 may also be 4."""
    yield item
    if row_label(item):
        yield from (row_label(item), item.removeprefix(_ROW))
    if item.isdigit() and int(item) < 100:
        chinese = numeral(int(item))
        yield from (f"表{item}", chinese, f"第{chinese}条")
    article = re.fullmatch(rf"第({ORDINAL})条", item)
    if article:
        yield str(_number(article.group(1)))


def _of_chapter(item: str) -> Iterator[str]:
    """How the parts of a chapter are labelled that an item may be. Example: `第二条`, `2` -> `二（`."""
    article = re.fullmatch(rf"第({ORDINAL})条", item)
    ordinal = _number(article.group(1)) if article else int(item) if item.isdigit() else 0
    if 0 < ordinal < 100:
        yield f"{numeral(ordinal)}（"


def _is_meant(asked: AskedNumber, text: str) -> bool:
    """Whether a text that gives a number or a name means it: a name with its year, or an item and no year.

    Example: "2022年那批稳中求进清单" and "稳中求进清单第8项" mean 周村2022稳中求进清单.
    """
    if not asked.name:
        return True
    said = _SAID.findall(text)
    return asked.year in said if said else item_named(text) is not None


def _number_parts(match: re.Match[str]) -> tuple[str | None, str | None, int]:
    """Issuer, year and serial of a matched number."""
    bracketed, year, serial, issuer, plain_year, plain_serial, said, nickname = match.groups()
    return bracketed or issuer, year or plain_year or said, _number(serial or plain_serial or nickname)


def _ends_alike(number: str, issuer: str) -> bool:
    """Whether the issuer part of a document's number ends like `issuer`, or the other way round.

    Example: "周政办字〔2024〕11号", "请问周政办字" -> True
    """
    letters = re.split(r"[〔\d]", number)[0]
    return issuer.endswith(letters) or letters.endswith(issuer)


def _number(written: str) -> int:
    """The value of a written number; 0, which no label or document has, where it is uncertain.

    Example: "二十七" -> 27
    """
    return whole_number(written) or 0
