"""Documents of an office in many layouts, as Word writes them, and what each prints.

`python -m tests.corpus.office_layouts FOLDER` writes each as .docx. The files in tests/corpus/office_files
are these, saved by LibreOffice 7.4, for each kind:
`soffice --headless --convert-to "doc:MS Word 97" --outdir FOLDER FOLDER/*.docx`.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.readers import Paragraph, SourceText
from corpus.text.losses import LossKind
from corpus.text.tables import Table
from tests.corpus.word_files import KINDS, paragraph, run, word_file

_BOX = (
    '<w:r><w:pict><v:shape id="_x0000_s1026" type="#_x0000_t202" style="position:absolute;margin-left:200pt;'
    'margin-top:20pt;width:180pt;height:60pt" filled="f"><v:textbox><w:txbxContent>{}</w:txbxContent>'
    "</v:textbox></v:shape></w:pict></w:r>"
)
_EDITED = 'w:author="甲" w:date="2024-01-02T00:00:00Z"'
_LEVELS = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))


@dataclass(frozen=True, slots=True)
class Layout:
    """Lines and rows that a document prints, in their order; what it holds beside them, by kind."""

    blocks: Sequence[str]
    printed: Sequence[str | tuple[str, ...]]
    """A line, or the cells of a row; a covered cell is empty."""
    left_out: Mapping[LossKind, str] | None = None
    options: Mapping[str, object] | None = None


def lines(*texts: str) -> list[str]:
    return [paragraph(run(text)) for text in texts]


def item(words: str, depth: int) -> str:
    numbers = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return f"<w:p>{numbers}{run(words)}</w:p>"


def cell(words: str, properties: str = "") -> str:
    width = '<w:tcW w:w="2000" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{properties}</w:tcPr>{''.join(lines(*words.split('/')))}</w:tc>"


def table(*rows: Sequence[str], width: int = 4) -> str:
    columns = '<w:gridCol w:w="2000"/>' * width
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    body = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"
    )


def _numbering() -> bytes:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (style, text) in enumerate(_LEVELS)
    )
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return (
        f'<w:numbering {names}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    ).encode()


def _notes(kind: str, tag: str, words: str) -> bytes:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    separators = "".join(
        f'<w:{tag} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{tag}>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    mark = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{tag}Ref/></w:r>'
    return (
        f'<w:{kind} {names}>{separators}<w:{tag} w:id="1"><w:p>{mark}{run(words)}</w:p></w:{tag}></w:{kind}>'
    ).encode()


def _related(kind: str, target: str, key: str) -> str:
    return f'<Relationship Id="{key}" Type="{KINDS}/{kind}" Target="{target}"/>'


_TITLE = ("青禾县人民政府办公室", "关于发放一次性吸纳就业补贴的通知")
_RED_HEAD = Layout(
    lines(
        *_TITLE,
        "青政办发〔2024〕17号",
        "各乡镇人民政府，县直各部门：",
        "为鼓励企业吸纳高校毕业生就业，现将有关事项通知如下。",
        "一、对招用毕业年度高校毕业生并签订1年以上劳动合同的企业，按每人1500元给予补贴。",
        "二、申请时间为2024年9月1日至12月31日，逾期不予受理。",
        "三、咨询电话：0533-6195136，联系人：县就业服务中心。",
        "青禾县人民政府办公室",
        "2024年8月20日",
    ),
    (
        *_TITLE,
        "青政办发〔2024〕17号",
        "各乡镇人民政府，县直各部门：",
        "为鼓励企业吸纳高校毕业生就业，现将有关事项通知如下。",
        "一、对招用毕业年度高校毕业生并签订1年以上劳动合同的企业，按每人1500元给予补贴。",
        "二、申请时间为2024年9月1日至12月31日，逾期不予受理。",
        "三、咨询电话：0533-6195136，联系人：县就业服务中心。",
        "青禾县人民政府办公室",
        "2024年8月20日",
    ),
)
_NUMBERED = Layout(
    [
        *lines("清河区养老服务补贴办法"),
        item("补贴对象", 0),
        item("年满80周岁的老人。", 1),
        item("每月发放120元；", 2),
        item("失能老人每月发放360元。", 2),
        item("百岁老人每月发放800元。", 1),
        item("申领程序", 0),
        item("向所在社区提出申请，电话：0533-4410237。", 1),
    ],
    (
        "清河区养老服务补贴办法",
        "一、补贴对象",
        "（一）年满80周岁的老人。",
        "1. 每月发放120元；",
        "2. 失能老人每月发放360元。",
        "（二）百岁老人每月发放800元。",
        "二、申领程序",
        "（一）向所在社区提出申请，电话：0533-4410237。",
    ),
    options={
        "members": {"word/numbering.xml": _numbering()},
    },
)
_CROPS = (
    ("作物", "每亩补贴（元）", "受理单位", "联系电话"),
    ("小麦", "100", "农业农村局种植业科", "0533-6195136"),
    ("玉米", "150", "农业农村局种植业科", "0533-6195136"),
    ("大豆", "", "粮食和物资储备中心", "0533-6182240"),
)
_TABLE = Layout(
    [
        *lines("青禾县2024年种粮补贴标准"),
        table(*([cell(words) for words in row] for row in _CROPS)),
        *lines("以上标准自2024年5月1日起执行。"),
    ],
    ("青禾县2024年种粮补贴标准", *_CROPS, "以上标准自2024年5月1日起执行。"),
)
_MERGED = Layout(
    [
        *lines("责任分工表"),
        table(
            [cell("序号"), cell("事项"), cell("责任单位"), cell("联系电话")],
            [
                cell("1"),
                cell("老旧小区改造"),
                cell("住房城乡建设局", '<w:vMerge w:val="restart"/>'),
                cell("3180011"),
            ],
            [cell("2"), cell("加装电梯"), cell("", "<w:vMerge/>"), cell("3180012")],
            [cell("3"), cell("困难家庭取暖补贴/每户600元", '<w:gridSpan w:val="2"/>'), cell("3180013")],
        ),
    ],
    (
        "责任分工表",
        ("序号", "事项", "责任单位", "联系电话"),
        ("1", "老旧小区改造", "住房城乡建设局", "3180011"),
        ("2", "加装电梯", "", "3180012"),
        ("3", "困难家庭取暖补贴\n每户600元", "", "3180013"),
    ),
)
_BOXED = Layout(
    [
        *lines("清河区残疾人公交优惠办法"),
        paragraph(run("残疾人凭证免费乘坐公交车。"), _BOX.format("".join(lines("咨询热线：0533-2210765")))),
        *lines("本办法自2023年3月1日起施行。"),
    ],
    (
        "清河区残疾人公交优惠办法",
        "残疾人凭证免费乘坐公交车。",
        "咨询热线：0533-2210765",
        "本办法自2023年3月1日起施行。",
    ),
)
_BOX_AND_TABLE = Layout(
    [
        *lines("青禾县机动车报废补贴公告"),
        paragraph(run("补贴标准见下表。"), _BOX.format("".join(lines("服务电话：0533-7020318")))),
        table(
            [cell("车型"), cell("补贴金额")],
            [cell("柴油货车"), cell("12000元")],
            [cell("汽油客车"), cell("6000元")],
            width=2,
        ),
        *lines("公告期至2024年11月30日。"),
    ],
    (
        "青禾县机动车报废补贴公告",
        "补贴标准见下表。",
        "服务电话：0533-7020318",
        ("车型", "补贴金额"),
        ("柴油货车", "12000元"),
        ("汽油客车", "6000元"),
        "公告期至2024年11月30日。",
    ),
)
_CHANGED = Layout(
    [
        *lines("清河区租房补贴规定"),
        paragraph(
            run("每户每月补贴"),
            f'<w:del w:id="1" {_EDITED}><w:r><w:delText>300</w:delText></w:r></w:del>',
            f'<w:ins w:id="2" {_EDITED}><w:r><w:t>450</w:t></w:r></w:ins>',
            run("元，按季发放。"),
        ),
        *lines("受理电话：0533-5158802。"),
    ],
    ("清河区租房补贴规定", "每户每月补贴450元，按季发放。", "受理电话：0533-5158802。"),
    {LossKind.DELETED: "300"},
)
_NOTED = Layout(
    [
        *lines("青禾县创业担保贷款办法"),
        paragraph(
            run("个人贷款额度最高30万元"),
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>',
            run("，期限不超过3年。"),
        ),
        *lines("由县财政局负责解释。"),
    ],
    (
        "青禾县创业担保贷款办法",
        "个人贷款额度最高30万元，期限不超过3年。",
        "由县财政局负责解释。",
        "2024年7月1日前为20万元。",
    ),
    options={
        "members": {"word/footnotes.xml": _notes("footnotes", "footnote", "2024年7月1日前为20万元。")},
        "relations": _related("footnotes", "footnotes.xml", "rId501"),
    },
)
_MARKED = Layout(
    [
        *lines("清河区困难职工救助办法"),
        paragraph(
            run("一次性救助"),
            run("800", "<w:strike/>"),
            run("1000元"),
            run("（内部掌握）", "<w:vanish/>"),
            run("。"),
        ),
        paragraph(
            run("办理地点："),
            "<w:r><w:tab/></w:r>",
            run("政务服务中心"),
            "<w:r><w:br/></w:r>",
            run("窗口：12号"),
        ),
    ],
    ("清河区困难职工救助办法", "一次性救助1000元。", "办理地点： 政务服务中心", "窗口：12号"),
    {LossKind.STRUCK: "800", LossKind.HIDDEN: "（内部掌握）"},
)
_HEADED = Layout(
    [
        *lines("青禾县水费减免通知", "低保户每月减免5吨水费。", "详询县水务局，电话6160095。"),
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId502"/>'
        '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>',
    ],
    ("青禾县水费减免通知", "低保户每月减免5吨水费。", "详询县水务局，电话6160095。"),
    {LossKind.RUNNING: "青禾县水务局文件"},
    options={
        "members": {
            "word/header9.xml": (
                '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                f"{paragraph(run('青禾县水务局文件'))}</w:hdr>"
            ).encode()
        },
        "relations": _related("header", "header9.xml", "rId502"),
    },
)
_NESTED = Layout(
    [
        *lines("清河区办事指南"),
        table(
            [cell("事项名称"), cell("公租房申请")],
            [cell("所需材料"), cell("1.身份证/2.收入证明/3.无房证明")],
            [cell("办理时限"), cell("20个工作日")],
            [cell("收费标准"), cell("不收费")],
            [cell("咨询电话"), cell("0533-2860177")],
            width=2,
        ),
    ],
    (
        "清河区办事指南",
        "事项名称：公租房申请",
        "所需材料：1.身份证",
        "2.收入证明",
        "3.无房证明",
        "办理时限：20个工作日",
        "收费标准：不收费",
        "咨询电话：0533-2860177",
    ),
)
_TWO_TABLES = Layout(
    [
        *lines("附件1", "青禾县公共服务收费目录"),
        table(
            [cell("序号"), cell("项目"), cell("标准")],
            *([cell(str(n)), cell(f"第{n}类场馆使用"), cell(f"每小时{n * 15}元")] for n in range(1, 8)),
            width=3,
        ),
        *lines("附件2", "场馆联系方式"),
        table(
            [cell("场馆名称"), cell("地址"), cell("电话")],
            [cell("县体育馆"), cell("青禾路8号"), cell("0533-6170231")],
            [cell("县图书馆"), cell("文昌街15号"), cell("0533-6170232")],
            width=3,
        ),
    ],
    (
        "附件1",
        "青禾县公共服务收费目录",
        ("序号", "项目", "标准"),
        *((str(n), f"第{n}类场馆使用", f"每小时{n * 15}元") for n in range(1, 8)),
        "附件2",
        "场馆联系方式",
        ("场馆名称", "地址", "电话"),
        ("县体育馆", "青禾路8号", "0533-6170231"),
        ("县图书馆", "文昌街15号", "0533-6170232"),
    ),
)
_BOX_TO_TICK = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="c"/><w:enabled/><w:checkBox><w:sizeAuto/>'
    '<w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>'
    '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CHECKED = Layout(
    [*lines("申请方式："), paragraph(_BOX_TO_TICK, run("窗口申请"), _BOX_TO_TICK, run("网上申请"))],
    ("申请方式：", "□窗口申请□网上申请"),
)
"""A form with boxes to tick; the file checked.doc is made of it."""
LAYOUTS: Mapping[str, Layout] = {
    "red_head": _RED_HEAD,
    "numbered": _NUMBERED,
    "table": _TABLE,
    "merged": _MERGED,
    "boxed": _BOXED,
    "box_and_table": _BOX_AND_TABLE,
    "changed": _CHANGED,
    "noted": _NOTED,
    "marked": _MARKED,
    "headed": _HEADED,
    "nested": _NESTED,
    "two_tables": _TWO_TABLES,
}
"""By the names of their files."""


def write_layout(name: str, folder: Path) -> Path:
    """The .docx of a layout."""
    layout = {**LAYOUTS, "checked": CHECKED}[name]
    return word_file(folder / f"{name}.docx", *layout.blocks, **(layout.options or {}))


def printed_by(source: SourceText) -> list[str | tuple[str, ...]]:
    """What a source prints, as `Layout.printed` says it."""
    shown: list[str | tuple[str, ...]] = []
    for block in source.blocks:
        rows = [block.header, *block.rows] if isinstance(block, Table) else []
        shown.extend(tuple(cell.text for cell in row) for row in rows if row)
        shown.extend([block.text] if isinstance(block, Paragraph) else [])
    return shown


if __name__ == "__main__":
    for each in (*LAYOUTS, "checked"):
        write_layout(each, Path(sys.argv[1]))
