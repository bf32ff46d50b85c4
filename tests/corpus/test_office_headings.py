"""Pages that say of each office of a body what it does and which phone it has."""

from pathlib import Path

import pytest

from corpus.departments import load_names
from corpus.extraction.assemble import assemble
from corpus.keeping.intake import read_intake
from corpus.records import Measure

PERMITS = ("许可科", "负责户外招牌的审批；负责占用道路的许可。", "服务电话", "0311-5550101")
CARE = ("管护科", "负责路灯、道路和公厕的管护。", "服务电话", "0311-5550102")
FEES = ("收费处", "负责生活垃圾处理费的收缴工作。", "服务电话", "0311-5550103")


def measures(folder: Path, *lines: str) -> tuple[Measure, ...]:
    path = folder / "机构.txt"
    path.write_text("\n\n".join(("青禾县城管局内设机构", *lines)), encoding="utf-8")
    (draft,) = read_intake(path).drafts
    return assemble(draft, load_names()).measures


def test_each_office_is_an_item_with_its_own_phone(tmp_path: Path):
    """What stands behind the last phone is no part of the last office."""
    read = measures(tmp_path, *PERMITS, *CARE, *FEES, "联系地址", "青禾县和平路5号")
    assert [measure.item for measure in read] == ["许可科", "管护科", "收费处", "联系地址"]
    called = [[(d.office, d.phone) for d in (*m.responsibilities, *m.ownerless)] for m in read]
    assert called == [
        [("许可科", "0311-5550101")],
        [("管护科", "0311-5550102")],
        [("收费处", "0311-5550103")],
        [],
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (*PERMITS, *CARE),
        (*PERMITS[:2], *CARE[:2], *FEES),
        (*PERMITS, *CARE, "0311-5550109", *FEES),
    ],
    ids=["two offices", "phones of none", "two phones of one"],
)
def test_other_lists_are_not_cut_there(tmp_path: Path, lines: tuple[str, ...]):
    """Whose a phone is must be plain for every office but the last."""
    assert "服务电话" not in {measure.text.split("\n")[0] for measure in measures(tmp_path, *lines)}
