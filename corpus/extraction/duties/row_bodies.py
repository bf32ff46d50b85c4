"""The bodies of one row of a directory: whose each phone and person is, by the headers of its columns."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.extraction.duties.directory_rows import called_cells
from corpus.text.ledger_columns import Cell, ColumnRole
from corpus.text.person_names import is_person

FOR_CALLS = re.compile(
    r"(?:的|联系|咨询|服务|值班|受理)*(?:电话|热线|手机号?码?|联系方式|咨询方式)(?:号码)?$"
)
"""What a column of phones is called beside whom it is for."""
_HELPER = re.compile(r"[\u4e00-\u9fff]{0,8}(?<!成)(?<!人)员(?:姓名)?")
"""Somebody whose own phone a list prints. Example: `协办员`, `网格员`."""
_HEAD = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:书记|主任|院长|校长|园长|所长|站长|局长|科长|会长|经理|村长|组长)(?:姓名)?"
)
"""Who leads a body; its phone is not theirs alone."""
_LEAST_NAME = 2


def bodies_apart(cells: Sequence[Cell]) -> list[list[Cell]]:
    """The cells of each body of a row: another one has a column of its own, whose word heads its phones.

    Example: 社区 `城南社区`, 办公电话 `5550101`, 物业公司 `和顺物业`, 物业电话 `5550102` -> two and two
    """
    named = called_cells(cells)
    words = {FOR_CALLS.sub("", cell.header) for cell in cells if cell.role is ColumnRole.PHONE}
    others = {
        word
        for word in words
        if len(word) >= _LEAST_NAME
        and not cells[0].header.startswith(word)
        and any(cell.header.startswith(word) for cell in named[1:])
    }
    apart = {word: [cell for cell in cells if cell.header.startswith(word)] for word in sorted(others)}
    own = [cell for cell in cells if not any(cell.header.startswith(word) for word in others)]
    return [own, *apart.values()]


def with_posts(cells: Sequence[Cell]) -> list[Cell]:
    """The cells, who holds a post as somebody to call; a helper's post is where they are reached.

    Example: 协办员 `林青` -> person 林青 of the office 协办员; 书记 `林青` -> person 林青
    """
    if any(cell.role is ColumnRole.PERSON for cell in cells):
        return [*cells]
    found: list[Cell] = []
    for cell in cells:
        helps = bool(_HELPER.fullmatch(cell.header))
        held = cell.role is ColumnRole.TEXT and (helps or _HEAD.fullmatch(cell.header))
        if not held or not is_person("".join(cell.text.split())):
            found.append(cell)
            continue
        found.append(replace(cell, role=ColumnRole.PERSON))
        if helps and not any(each.role is ColumnRole.OFFICE for each in cells):
            post = cell.header.removesuffix("姓名")
            found.append(Cell(ColumnRole.OFFICE, cell.header, post))
    return found
