"""Characters that no print shows: gone from everything that is read, counted by kind."""

import unicodedata
from pathlib import Path

import pytest
from openpyxl import Workbook

from corpus.keeping.intake import read_intake
from corpus.readers import read_source
from corpus.text.losses import Loss, LossKind
from corpus.text.unprinted import visible, visible_line
from tests.corpus.word_files import paragraph, run, word_file

_FORMATTING_THAT_PRINTS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
"""Arabic and Syriac signs around figures: of the category Cf, yet on paper."""


def test_every_format_character_of_unicode_is_taken_out() -> None:
    """All of the category Cf, but for the few signs that print something."""
    every = (chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf")
    left = [c for c in every if visible(c) and c not in _FORMATTING_THAT_PRINTS]
    assert [c for c in left if not 0x110BD <= ord(c) <= 0x110CD and not 0x13430 <= ord(c) <= 0x1343F] == []


@pytest.mark.parametrize(
    "sign",
    [
        *("\u202e", "\u2066", "\u200f", "\u061c", "\u200b", "\u2060", "\ufeff", "\u00ad", "\u180e"),
        *("\U000e0041", "\ufe0f", "\U000e0100", "\u3164", "\uffa0", "\u115f", "\x00", "\x1b", "\x9b", "\x7f"),
    ],
)
def test_a_number_stays_as_it_is_printed(sign: str) -> None:
    """No sign inside a number hides, turns or splits it."""
    assert visible(f"电话0533{sign}-619{sign}5136") == "电话0533-6195136"


@pytest.mark.parametrize("sign", ["\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_every_way_to_break_a_line_is_one_way(sign: str) -> None:
    """A return alone would write over what stands in a terminal."""
    assert visible(f"甲{sign}乙") == "甲\n乙"


def test_tabs_and_line_breaks_stay() -> None:
    """Tables of plain text are made of them."""
    assert visible("\t甲\t乙\r\n丙\n") == "\t甲\t乙\r\n丙\n"


def test_a_name_stands_on_one_line() -> None:
    """A file called `通知` with a turned ending and a line break."""
    assert visible_line("通\u202e知\n补\u200b贴.txt") == "通知 补贴.txt"


_HIDING = "一、补\u200b贴每\u00ad人5\u206000元，电话\u202e6195136\u202c，六月三十日前\u0007申请。"
_SEEN = "一、补贴每人500元，电话6195136，六月三十日前申请。"


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_what_is_taken_out_is_counted_by_kind(tmp_path: Path, suffix: str) -> None:
    """Three that take no room, two that turn, one that rings a bell."""
    path = tmp_path / f"件{suffix}"
    path.write_text(f"{_HIDING}\n", "utf-8")
    source = read_source(path)
    assert source.text.strip() == _SEEN
    assert source.dropped == (
        Loss(LossKind.INVISIBLE, times=3),
        Loss(LossKind.TURNING, times=2),
        Loss(LossKind.CONTROL, times=1),
    )


_WITHOUT_CONTROLS = _HIDING.replace("\u0007", "")
"""XML and the libraries that write it hold no such control."""
_TWO_KINDS = (Loss(LossKind.INVISIBLE, times=3), Loss(LossKind.TURNING, times=2))


def test_they_are_counted_in_a_word_file(tmp_path: Path) -> None:
    """In its one paragraph."""
    source = read_source(word_file(tmp_path / "件.docx", paragraph(run(_WITHOUT_CONTROLS))))
    assert source.text.strip() == _SEEN
    assert source.dropped == _TWO_KINDS


def test_they_are_counted_in_a_workbook(tmp_path: Path) -> None:
    """In a cell."""
    book = Workbook()
    book.active.append(["序号", "事项"])
    book.active.append([1, _WITHOUT_CONTROLS])
    book.save(tmp_path / "件.xlsx")
    source = read_source(tmp_path / "件.xlsx")
    assert _SEEN in source.text
    assert source.dropped == _TWO_KINDS


def test_they_are_counted_in_a_page(tmp_path: Path) -> None:
    """In the article, not in what stands around it."""
    path = tmp_path / "件.html"
    others = "".join(f"<p>{number}、给予稳岗补贴，每人450元。</p>" for number in "二三四五")
    words = f"<h1>通知</h1><div id='zoom'><p>{_WITHOUT_CONTROLS}</p>{others}</div>"
    path.write_text(f"<html><head><title>通知</title></head><body>{words}</body></html>", "utf-8")
    source = read_source(path)
    assert _SEEN in source.text
    assert [loss for loss in source.dropped if loss.kind in (LossKind.INVISIBLE, LossKind.TURNING)] == [
        *_TWO_KINDS
    ]


def test_a_file_is_named_by_what_is_seen_of_its_name(tmp_path: Path) -> None:
    """`通知` with its ending turned round, and one of whose name nothing is seen."""
    for name, seen in (("通知\u202e.txt", "通知.txt"), ("\u200b.txt", "文件.txt")):
        path = tmp_path / name
        path.write_text("一、给予稳岗补贴，每人450元。\n二、给予贷款贴息不超过3万元。\n", "utf-8")
        assert read_intake(path, "青\u200b禾县").file == seen
        assert read_intake(path, "青\u200b禾县").drafts[0].region == "青禾县"


def test_private_signs_behind_the_mark_that_ends_a_line_are_taken_out(tmp_path: Path) -> None:
    """They steered a program; inside a line such a sign may be a rare character of a name."""
    path = tmp_path / "通知.txt"
    path.write_text("一、补贴300元；\ue004\n二、由王\ue815同志负责。\ue004 \n三、每月发放。", "utf-8")
    source = read_source(path)
    lines = [line.rstrip() for line in source.text.splitlines()]
    assert lines == ["一、补贴300元；", "二、由王\ue815同志负责。", "三、每月发放。"]
    assert source.dropped == (Loss(LossKind.SYMBOL, times=2),)
