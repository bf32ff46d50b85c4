"""Shapes of text that a file may repeat without end, each made to any length."""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

_FIGURES = "零一二三四五六七八九"
_MATTERS = (
    "支持企业技术改造",
    "发放育儿补贴",
    "推进老旧小区改造",
    "保障残疾人就业",
    "加强耕地保护",
    "推广节能家电",
)
_BODIES = (
    "商务局",
    "财政局",
    "教育局",
    "民政局",
    "住房和城乡建设局",
    "工业和信息化局",
    "农业农村局",
    "卫生健康局",
)


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of text: its `line` is repeated, with a number that tells the lines apart."""

    name: str
    line: Callable[[int], str]
    suffix: str = ".txt"
    head: str = ""
    foot: str = ""
    wrap: Callable[[str], bytes] = str.encode

    def data(self, characters: int) -> bytes:
        """A file whose repeated text has so many characters, or a line more."""
        return self.wrap(self.head + "".join(self.lines(characters)) + self.foot)

    def lines(self, characters: int) -> Iterator[str]:
        """What is repeated, up to so many characters or a line more."""
        length = 0
        for number in count(1):
            if length >= characters:
                return
            line = self.line(number)
            length += len(line)
            yield line


def _han(number: int) -> str:
    """A number as a chapter prints it, below 1000, without its 零. Example: 215 -> 二百一十五."""
    number = number % 999 + 1
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    return (
        (f"{_FIGURES[hundreds]}百" if hundreds else "")
        + (f"{_FIGURES[tens]}十" if tens else "")
        + (_FIGURES[ones] if ones else "")
    )


def _item(number: int) -> int:
    """The number of an item, which has at most three figures; it starts anew."""
    return (number - 1) % 900 + 1


def _matter(number: int) -> str:
    return _MATTERS[number % len(_MATTERS)]


def _body(number: int) -> str:
    return f"区{_BODIES[number % len(_BODIES)]}"


def _rare(number: int) -> str:
    """Two characters, others for every number up to some millions."""
    return chr(0x4E00 + number % 5_000) + chr(0x4E00 + number // 5_000 % 5_000)


def _phone(number: int) -> str:
    return f"0533-{6_000_000 + number * 7 % 999_999}"


def _name(number: int) -> str:
    """A name of three characters. Example: 1 -> 王二一."""
    return "王李张刘陈"[number % 5] + _FIGURES[number // 10 % 9 + 1] + _FIGURES[number % 9 + 1]


def _word_file(text: str) -> bytes:
    """A .docx with a paragraph a line; a line that holds tabs is a row of a table."""
    body = "".join(map(_word_block, text.splitlines()))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return _package(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
                'officedocument.wordprocessingml.document.main+xml"/></Types>'
            ),
            "_rels/.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
            ),
            "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        }
    )


def _word_block(line: str) -> str:
    if "\t" not in line:
        return _word_paragraph(line)
    cells = "".join(f"<w:tc>{_word_paragraph(cell)}</w:tc>" for cell in line.split("\t"))
    return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


def _word_paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def _package(members: dict[str, str]) -> bytes:
    """A zip archive, stored as it is: what is measured is the reading of its text."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return buffer.getvalue()


_TITLE = "周村区人民政府关于印发若干措施的通知\n周政发〔2024〕5号\n\n"
_PAGE = (
    '<html><head><meta charset="utf-8"><title>周村区若干措施</title></head><body><h1>周村区若干措施</h1>'
    '<div class="TRS_Editor"><p>各镇政府，区政府各部门：现将若干措施印发给你们，请认真贯彻落实。</p>'
)
_LEDGER = "序号,重点任务,工作措施,牵头单位,责任单位,完成时限,联系电话\n"

SHAPES = (
    Shape(
        "numbered items",
        lambda n: f"{_item(n)}.{_matter(n)}，由{_body(n)}负责，每户给予{n % 90 + 1}万元奖励。\n",
        head=_TITLE,
    ),
    Shape("departments with phones", lambda n: f"{_body(n)}{n}科 {_name(n)} {_phone(n)}\n", head=_TITLE),
    Shape("dates", lambda n: f"2024年{n % 12 + 1}月{n % 28 + 1}日\n", head=_TITLE),
    Shape(
        "amounts",
        lambda n: f"对符合条件的企业给予{n}万元一次性补贴；最高不超过{n}万元，按{n % 99 + 1}%补助。\n",
        head=_TITLE,
    ),
    Shape("bare names", lambda n: f"{_name(n)}\n", head=_TITLE),
    Shape("one line of phones", lambda n: f"{_phone(n)}、", head=_TITLE),
    Shape("one line of bodies and phones", lambda n: f"{_body(n)}{_phone(n)}，", head=_TITLE),
    Shape("opening brackets", lambda _: "（", head=_TITLE),
    Shape("nested brackets", lambda n: "（责任单位：区财政局" if n % 40 else "）" * 39 + "\n", head=_TITLE),
    Shape("bracketed bodies", lambda n: f"（{_body(n)}牵头，{_body(n + 1)}配合）", head=_TITLE),
    Shape(
        "chapters",
        lambda n: f"{_han(n)}、{_matter(n)}\n（一）{_matter(n + 1)}。责任单位：{_body(n)}。\n",
        head=_TITLE,
    ),
    Shape(
        "articles",
        lambda n: f"第{_han(n)}条　{_matter(n)}，应当自2024年5月1日起施行，有效期{n % 9 + 1}年。\n",
        head=_TITLE,
    ),
    Shape("headings only", lambda n: f"{_han(n)}、{_matter(n)}\n", head=_TITLE),
    Shape(
        "cards",
        lambda n: (
            f"政策名称：{_matter(n)}\n适用对象：小微企业\n"
            f"申报时间：2024年{n % 12 + 1}月\n咨询电话：{_phone(n)}\n\n"
        ),
        head=_TITLE,
    ),
    Shape(
        "questions and answers",
        lambda n: f"{_item(n)}.问：{_matter(n)}怎么办？\n答：请找{_body(n)}，电话{_phone(n)}。\n",
        head=_TITLE,
    ),
    Shape("short paragraphs", lambda n: f"{_matter(n)}第{n}段。\n\n", head=_TITLE),
    Shape(
        "one paragraph repeated", lambda _: "各镇政府要认真贯彻落实，确保按期完成各项任务。\n", head=_TITLE
    ),
    Shape("page numbers", lambda n: f"— {_item(n)} —\n{_matter(n)}的有关要求\n", head=_TITLE),
    Shape("one line of text", lambda n: f"{_matter(n)}，{_body(n)}要在{n % 12 + 1}月底前完成，", head=_TITLE),
    Shape(
        "one line of sentences",
        lambda n: f"{_matter(n)}，由{_body(n)}牵头，{_body(n + 3)}配合。",
        head=_TITLE,
    ),
    Shape("one line of bare han", lambda n: _MATTERS[n % 6], head=_TITLE),
    Shape("list of 、", lambda n: f"{_body(n)}、", head=_TITLE),
    Shape("list of 、 after a label", lambda n: f"{_body(n)}、", head=_TITLE + "1.支持就业。责任单位："),
    Shape(
        "titles in quotes",
        lambda n: f"《关于{_matter(n)}的通知》（周政发〔{2000 + n % 24}〕{n}号）、",
        head=_TITLE,
    ),
    Shape(
        "repeals",
        lambda n: f"{_item(n)}.《关于{_matter(n)}的通知》（周政发〔{2000 + n % 24}〕{n}号）同时废止。\n",
        head=_TITLE,
    ),
    Shape("opening quotes", lambda _: "《", head=_TITLE),
    Shape("digits", lambda n: str(n % 10), head=_TITLE),
    Shape("numerals", lambda n: _FIGURES[n % 9 + 1], head=_TITLE),
    Shape("spaces", lambda n: f"{_matter(n)}{' ' * 200}", head=_TITLE),
    Shape("blank lines", lambda n: f"\n\n\n\n\n\n\n\n{_matter(n)}", head=_TITLE),
    Shape(
        "contact lists",
        lambda n: f"{_body(n)}\n联系人：{_name(n)}\n联系电话：{_phone(n)}\n地址：机场路{n}号\n",
        head=_TITLE,
    ),
    Shape("labels without values", lambda _: "联系电话：", head=_TITLE),
    Shape(
        "responsible bodies",
        lambda n: f"{_item(n)}.{_matter(n)}。（责任单位：{_body(n)}、{_body(n + 1)}，电话{_phone(n)}）\n",
        head=_TITLE,
    ),
    Shape(
        "notices in a gazette",
        lambda n: (
            f"周村区人民政府关于{_matter(n)}的通知\n周政发〔2024〕{n}号\n各镇政府：\n"
            f"现将有关事项通知如下。\n一、{_matter(n)}。\n周村区人民政府\n2024年{n % 12 + 1}月1日\n\n"
        ),
    ),
    Shape(
        "annexes", lambda n: f"附件{n}\n{_matter(n)}任务表\n1.{_matter(n)}，由{_body(n)}负责。\n", head=_TITLE
    ),
    Shape("columns of spaces", lambda n: f"{n}    {_matter(n)}    {_body(n)}    {_phone(n)}\n", head=_TITLE),
    Shape("signing bodies", lambda n: f"{_body(n)}\n", head=_TITLE, foot="2024年5月1日\n"),
    Shape(
        "questions with points",
        lambda n: f"{_han(n)}、{_matter(n)}怎么办？\n（一）{_matter(n + 1)}。\n（二）{_matter(n + 2)}。\n",
        head=_TITLE,
    ),
    Shape(
        "sub-items",
        lambda n: f"36—{n % 90 + 1} {_matter(n)}，由{_body(n)}负责。\n",
        head=_TITLE + "第36项 支持就业\n（一）政策原文\n支持就业。\n",
    ),
    Shape(
        "fields of a guide",
        lambda n: f"{_matter(n)}\n申请条件\n年满60周岁。\n申请材料\n身份证。\n咨询电话\n{_phone(n)}\n",
        head=_TITLE,
    ),
    Shape("ever new bodies", lambda n: f"由区{_rare(n)}局负责{_matter(n)}；", head=_TITLE),
    Shape(
        "lists of ever new bodies",
        lambda n: f"{n % 900 + 1}.支持就业。（责任单位：区{_rare(n)}局）\n",
        head=_TITLE,
    ),
    Shape(
        "calls at the end",
        lambda n: f"如有疑问，请拨打{_phone(n)}。\n",
        head=_TITLE + "1.支持就业。\n2.支持创业。\n",
    ),
    Shape("duties in sentences", lambda n: f"{_body(n)}负责{_matter(n)}工作；", head=_TITLE),
    Shape("people and phones", lambda n: f"联系人：{_name(n)}，电话：{_phone(n)}；", head=_TITLE),
    Shape(
        "terms of force", lambda n: f"本办法自2024年{n % 12 + 1}月1日起施行，有效期{n % 9 + 1}年", head=_TITLE
    ),
    Shape("first words of a term", lambda _: "本办法", head=_TITLE),
    Shape("named term lines", lambda n: f"《{_matter(n)}办法》第{n}号\n", head=_TITLE),
    Shape("grounds", lambda _: "根据", head=_TITLE),
    Shape("pauses", lambda _: "、", head=_TITLE),
    Shape("closing brackets", lambda _: "）", head=_TITLE),
    Shape("brackets in turn", lambda n: f"（{_matter(n)}）", head=_TITLE),
    Shape("quotation marks", lambda _: "“", head=_TITLE),
    Shape("dashes", lambda _: "—", head=_TITLE),
    Shape("white space", lambda _: "　", head=_TITLE, foot="完"),
    Shape("field signs", lambda n: f"【{_matter(n)}】", head=_TITLE),
    Shape(
        "ledger rows",
        lambda n: (
            f"{n},{_matter(n)},制定第{n}号方案,{_body(n)},{_body(n + 1)},2024年{n % 12 + 1}月,{_phone(n)}\n"
        ),
        ".csv",
        _LEDGER,
    ),
    Shape(
        "contact rows",
        lambda n: f"{_body(n)}\t{n}科\t{_name(n)}\t{_phone(n)}\n",
        ".tsv",
        "单位\t科室\t联系人\t电话\n",
    ),
    Shape("one wide row", lambda n: f"{_matter(n)},", ".csv", _LEDGER),
    Shape(
        "markdown table",
        lambda n: f"| {n} | {_matter(n)} | {_body(n)} | {_phone(n)} |\n",
        ".md",
        "# 若干措施\n\n|序号|任务|责任单位|电话|\n|---|---|---|---|\n",
    ),
    Shape(
        "markdown headings", lambda n: f"## {_han(n)}、{_matter(n)}\n\n- **{_body(n)}**：{_phone(n)}\n", ".md"
    ),
    Shape("markdown marks", lambda _: "**[`", ".md", "# 若干措施\n\n"),
    Shape("page paragraphs", lambda n: f"<p>{_item(n)}.{_matter(n)}，由{_body(n)}负责。</p>", ".html", _PAGE),
    Shape(
        "page nested",
        lambda n: f"<div>{_matter(n)}，要抓好落实。" if n % 40 else "</div>" * 39,
        ".html",
        _PAGE,
    ),
    Shape(
        "page table",
        lambda n: f"<tr><td>{n}</td><td>{_matter(n)}</td><td>{_body(n)}</td><td>{_phone(n)}</td></tr>",
        ".html",
        _PAGE + "<table><tr><th>序号</th><th>任务</th><th>责任单位</th><th>电话</th></tr>",
        "</table>",
    ),
    Shape(
        "page tables",
        lambda n: (
            f"<table><tr><td>政策名称</td><td>{_matter(n)}</td></tr><tr><td>咨询电话</td><td>{_phone(n)}</td></tr></table>"
        ),
        ".html",
        _PAGE,
    ),
    Shape(
        "page links",
        lambda n: f'<li><a href="/{n}">{_matter(n)}</a>，由{_body(n)}负责。</li>',
        ".html",
        _PAGE,
    ),
    Shape(
        "word paragraphs",
        lambda n: f"{_item(n)}.{_matter(n)}，由{_body(n)}负责。\n",
        ".docx",
        _TITLE,
        wrap=_word_file,
    ),
    Shape(
        "word rows",
        lambda n: f"{n}\t{_matter(n)}\t{_body(n)}\t{_phone(n)}\n",
        ".docx",
        "序号\t任务\t责任单位\t电话\n",
        wrap=_word_file,
    ),
)
"""Each is repeated to the length that is asked for."""
