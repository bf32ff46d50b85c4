"""Documents of invented places that name each other, understood as they are when somebody adds them."""

from pathlib import Path

from corpus.catalog import Catalog
from corpus.keeping.document_record import DocumentRecord, understood
from corpus.keeping.intake import read_intake
from corpus.keeping.tying import ties_among
from corpus.ties import Tie, TieKind

FLATS = """青禾县人民政府办公室
关于印发青禾县人才公寓管理办法的通知
青政办发〔2023〕6号

各镇人民政府，县政府各部门：
现将《青禾县人才公寓管理办法》印发给你们，请遵照执行。

青禾县人民政府办公室
2023年3月10日

青禾县人才公寓管理办法

第一条 为规范人才公寓管理，根据《清河市人才住房办法》，制定本办法。
第二条 在我县就业的全日制本科以上毕业生可以申请人才公寓。
第三条 人才公寓租金为每月每平方米8元。
第四条 租住期限不超过三年。
第五条 本办法由县住建局负责解释，自2023年4月1日起施行，有效期至2028年3月31日。
"""

FLATS_NUMBER = "青政办发〔2023〕6号"
OLD_FLATS = (
    FLATS.replace("〔2023〕6号", "〔2018〕2号").replace("2023年", "2018年").replace("2028年", "2023年")
)
OTHER_COUNTY = FLATS.replace("青禾县", "白石县").replace("青政办发", "白政办发")


def notice(
    title: str, number: str, body: str, *, day: str = "2025年5月20日", issuer: str = "青禾县民政局"
) -> str:
    """A notice as offices print it."""
    return f"{issuer}\n{title}\n{number}\n\n各镇人民政府：\n{body}\n\n{issuer}\n{day}\n"


def page(title: str, body: str, *, day: str = "2025-05-22", source: str = "青禾县民政局") -> str:
    """A text of a site without a number."""
    return f"{title}\n\n发布日期：{day}\n来源：{source}\n\n{body}\n"


def records(folder: Path, *texts: str) -> list[DocumentRecord]:
    """The documents of some texts, in their order."""
    return [
        record for ordinal, text in enumerate(texts) for record in _read(folder / f"甲{ordinal}.txt", text)
    ]


def ties(folder: Path, *texts: str) -> tuple[Tie, ...]:
    """What ties the documents of some texts."""
    return ties_among(records(folder, *texts))


def pairs(folder: Path, *texts: str) -> list[tuple[TieKind, str, str]]:
    """The ties as (kind, source, target)."""
    return [(tie.kind, tie.source, tie.target) for tie in ties(folder, *texts)]


def catalog(folder: Path, *texts: str) -> Catalog:
    """The catalog of some texts, all of which count."""
    known = records(folder, *texts)
    return Catalog(tuple(record.document for record in known), "d1", ties=ties_among(known))


def _read(path: Path, text: str) -> list[DocumentRecord]:
    path.write_text(text, encoding="utf-8")
    return [understood(draft) for draft in read_intake(path).drafts]
