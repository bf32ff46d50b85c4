"""Word documents put together in memory: what other formats hold, for the one reader of documents."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES = f'xmlns:w="{_W}" xmlns:r="{_KINDS}"'
_MARKS = re.compile(r"([\t\n])")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What no XML may hold."""
_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


@dataclass(frozen=True, slots=True)
class RunMarks:
    """What is said of some words beside themselves."""

    struck: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    font: str = ""
    size: int = 0
    """Half points; 0 where nothing is said."""
    colour: str = ""
    """Red, green and blue in six hexadecimal figures; empty where nothing is said."""
    ground: str = ""
    """The colour under the words, likewise."""


PLAIN_MARKS = RunMarks()


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list, in Word's terms; `pattern` has `%1` for the number of the first level."""

    style: str
    pattern: str
    start: int = 1


@dataclass(frozen=True, slots=True)
class MadeCell:
    """A cell: its paragraphs as XML, the columns it reaches over, and its part in a merge over rows."""

    inner: str
    span: int = 1
    merge: str = ""
    """`restart` where cells below belong to it, `continue` where it belongs to one above, else empty."""
    ground: str = ""
    """The colour under its words, as of `RunMarks`."""


@dataclass(slots=True)
class MadeDocument:
    """The members of a document; notes, remarks and heads as paragraphs in XML, each list by its number."""

    body: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    lists: dict[str, Sequence[ListLevel]] = field(default_factory=dict)
    same_count: dict[str, str] = field(default_factory=dict)
    """Of a list that counts on with another one, the number of that."""
    ground: str = ""
    """The colour of its pages, as of `RunMarks`."""


def run_of(words: str, marks: RunMarks = PLAIN_MARKS) -> str:
    """Words of one look; tabs and line ends are marks of their own."""
    tag = "delText" if marks.deleted else "t"
    pieces = "".join(
        _BREAKS.get(piece) or f'<w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}>'
        for piece in _MARKS.split(_UNWRITABLE.sub("", words))
        if piece
    )
    run = f"<w:r><w:rPr>{_properties(marks)}</w:rPr>{pieces}</w:r>"
    return f"<w:del>{run}</w:del>" if marks.deleted else run


def _properties(marks: RunMarks) -> str:
    font = quoteattr(_UNWRITABLE.sub("", marks.font))
    return "".join([
        f"<w:rFonts w:ascii={font} w:hAnsi={font}/>" if marks.font else "",
        "<w:strike/>" if marks.struck else "",
        "<w:vanish/>" if marks.hidden else "",
        '<w:vertAlign w:val="superscript"/>' if marks.raised else "",
        f'<w:sz w:val="{marks.size}"/>' if marks.size else "",
        f"<w:color w:val={quoteattr(marks.colour)}/>" if marks.colour else "",
        _shade(marks.ground),
    ])  # fmt: skip


def _shade(ground: str) -> str:
    return f'<w:shd w:val="clear" w:fill={quoteattr(ground)}/>' if ground else ""


def paragraph_of(inner: str, list_number: str = "", depth: int = 0) -> str:
    """A paragraph; one of a list has its number and its depth from 0."""
    label = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val={quoteattr(list_number)}/></w:numPr>'
    return f"<w:p><w:pPr>{label if list_number else ''}</w:pPr>{inner}</w:p>"


def box_of(inner: str) -> str:
    """A text box that stands at its place among the runs of a paragraph."""
    return f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"


def table_of(rows: Iterable[Sequence[MadeCell]], headers: int = 0) -> str:
    """A table; its first `headers` rows are said to be its header."""
    head = "<w:trPr><w:tblHeader/></w:trPr>"
    made = "".join(
        f"<w:tr>{head if number < headers else ''}{''.join(map(_cell, row))}</w:tr>"
        for number, row in enumerate(rows)
    )
    return f"<w:tbl>{made}</w:tbl>"


def _cell(cell: MadeCell) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    merge = f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
    return f"<w:tc><w:tcPr>{span}{merge}{_shade(cell.ground)}</w:tcPr>{cell.inner}</w:tc>"


def docx_of(document: MadeDocument) -> bytes:
    """The document as a .docx."""
    page = f"<w:background w:color={quoteattr(document.ground)}/>" if document.ground else ""
    members = {
        "document": f"<w:document {_NAMES}>{page}<w:body>{''.join(document.body)}</w:body></w:document>",
        "footnotes": _all("footnotes", "footnote", document.notes),
        "comments": _all("comments", "comment", document.remarks),
        "header": f"<w:hdr {_NAMES}>{''.join(document.heads)}</w:hdr>",
        "numbering": _numbering(document),
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        related = {kind: f"{kind}.xml" for kind in members if kind != "document"}
        archive.writestr("word/_rels/document.xml.rels", _relations(related))
        for kind, xml in members.items():
            archive.writestr(f"word/{kind}.xml", xml)
    return file.getvalue()


def _all(tag: str, each: str, inner: Iterable[str]) -> str:
    made = "".join(f'<w:{each} w:id="{number}">{xml}</w:{each}>' for number, xml in enumerate(inner, 1))
    return f"<w:{tag} {_NAMES}>{made}</w:{tag}>"


def _relations(targets: dict[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{_KINDS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{made}</Relationships>'


def _numbering(document: MadeDocument) -> str:
    counted = {number: document.same_count.get(number, number) for number in document.lists}
    abstract = "".join(
        _abstract(number, document.lists[number]) for number in dict.fromkeys(counted.values())
    )
    instances = "".join(
        f"<w:num w:numId={quoteattr(number)}><w:abstractNumId w:val={quoteattr(other)}/></w:num>"
        for number, other in counted.items()
    )
    return f"<w:numbering {_NAMES}>{abstract}{instances}</w:numbering>"


def _abstract(number: str, levels: Sequence[ListLevel]) -> str:
    made = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{level.start}"/><w:numFmt w:val="{level.style}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val={quoteattr(_UNWRITABLE.sub("", level.pattern))}/></w:lvl>'
        for depth, level in enumerate(levels)
    )
    return f"<w:abstractNum w:abstractNumId={quoteattr(number)}>{made}</w:abstractNum>"
