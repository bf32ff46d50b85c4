"""Saved pages of government sites, written here in the manner of three common site systems."""

from datetime import date
from pathlib import Path

import pytest

from corpus.drafts import DocumentDraft, RegionClue
from corpus.keeping.intake import read_intake
from corpus.readers import SourceText, read_source
from corpus.reading.refusals import NoArticleError
from corpus.text.tables import Table
from tests.corpus.read_blocks import paragraphs

MENU = "".join(f'<li><a href="/c{n}">栏目{n}</a></li>' for n in range(30))
GB_PAGE = f"""<!DOCTYPE html><html><head><meta charset="gb2312">
<meta name="ArticleTitle" content="周村区人民政府关于促进家电消费的通知">
<title>周村区人民政府关于促进家电消费的通知-周村区人民政府</title><style>.a{{color:red}}</style></head>
<body><div class="header"><a href="/">周村区人民政府门户网站</a><ul class="nav">{MENU}</ul></div>
<div class="wrap"><div class="breadcrumb">当前位置：<a>首页</a> &gt; <a>政务公开</a> &gt; 正文</div>
<table class="xxgk"><tr><th>索引号</th><td>11370306/2024-001</td>
<th>发文字号</th><td>周政字〔2024〕40号</td></tr>
<tr><th>成文日期</th><td>2024年9月2日</td><th>有效性</th><td>有效</td></tr>
<tr><th>废止日期</th><td></td>
<th>发布机构</th><td>周村区人民政府</td></tr></table>
<h1>周村区人民政府关于促进家电消费的通知</h1>
<div class="info">发布日期：2024-09-03 浏览次数：<script>document.write(88)</script>
字体：[大 中 小] <a>打印</a></div>
<div class="TRS_Editor"><p>各镇人民政府、街道办事处：</p>
<p style="text-indent:2em">　　为促进家电消费，现将有关事项通知如下。</p>
<p>　　<b>一、</b>提高补贴标准。对购买一级能效家电的，给予售价15%的补贴。
<br>　　二、加强服务。联系电话：6195136。</p>
<table border="1"><tr><td>序号</td><td>任务</td><td>责任单位</td></tr>
<tr><td>1</td><td>家电以旧换新</td><td rowspan="2">区商务局</td></tr><tr><td>2</td><td>汽车以旧换新</td></tr>
<tr><td colspan="2">合计</td><td>2项</td></tr></table>
<ol><li>申请表</li><li>身份证明</li></ol>
<p style="text-align:right">周村区人民政府</p><p>2024年9月2日</p></div>
<div class="bdsharebuttonbox">分享到：<a>微信</a></div><p>【<a>打印本页</a>】【<a>关闭窗口</a>】</p></div>
<div class="footer">主办：周村区人民政府办公室
联系电话：0533-0000000。网站标识码：3703060001，备案号：鲁ICP备1号。</div>
<script>var x = "脚本，不是正文。";</script></body></html>"""


def read(tmp_path: Path, page: str, encoding: str = "utf-8", name: str = "页.html") -> SourceText:
    path = tmp_path / name
    path.write_bytes(page.encode(encoding))
    return read_source(path)


def test_saved_site_page_gives_its_header_table_title_and_article(tmp_path: Path) -> None:
    """The page is declared gb2312 and written in GB18030; menu, path, buttons and footer are gone."""
    source = read(tmp_path, GB_PAGE, "gb18030")
    assert paragraphs(source) == [
        "索引号：11370306/2024-001",
        "发文字号：周政字〔2024〕40号",
        "成文日期：2024年9月2日",
        "有效性：有效",
        "发布机构：周村区人民政府",
        "周村区人民政府关于促进家电消费的通知",
        "各镇人民政府、街道办事处：",
        "为促进家电消费，现将有关事项通知如下。",
        "一、提高补贴标准。对购买一级能效家电的，给予售价15%的补贴。",
        "二、加强服务。联系电话：6195136。",
        "1. 申请表",
        "2. 身份证明",
        "周村区人民政府",
        "2024年9月2日",
    ]


def test_table_of_an_article_keeps_merged_cells(tmp_path: Path) -> None:
    """A cell over two rows stands in the first, a cell over two columns in the left one."""
    source = read(tmp_path, GB_PAGE, "gb18030")
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    assert [cell.text for cell in table.header] == ["序号", "任务", "责任单位"]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["1", "家电以旧换新", "区商务局"],
        ["2", "汽车以旧换新", ""],
        ["合计", "", "2项"],
    ]


def test_dropped_chrome_is_named(tmp_path: Path) -> None:
    """The footer's telephone number is nobody's contact."""
    source = read(tmp_path, GB_PAGE, "gb18030")
    assert "0533-0000000" not in source.text
    assert any("0533-0000000" in loss.words for loss in source.dropped)


def test_titled_text_in_a_block_called_header_is_text(tmp_path: Path) -> None:
    """Cards of a site have headers of their own; what a site says of itself below its name stays out."""
    says = "负责户外招牌的审批，负责占用道路的许可。"
    card = (
        f'<div class="card"><div class="card-header"><h2>许可科</h2><p>{says}</p></div><p>5550101</p></div>'
    )
    site = '<div class="footer"><h3>关于本站</h3><p>本站由青禾县主办，未经许可不得转载。</p></div>'
    more = card.replace("许可科", "管护科").replace("招牌", "照明").replace("5550101", "5550102")
    page = f"<html><body>{card}{more}{site}</body></html>"
    assert paragraphs(read(tmp_path, page)) == [
        *("许可科", says, "5550101", "管护科", says.replace("招牌", "照明"), "5550102")
    ]


PART = (
    "一、补贴标准。对符合条件的家庭，每人每年补贴500元，由区民政局按季度发放到个人账户。",
    "二、申请时间。每年3月1日至3月31日，向户籍所在地的社区提出申请，逾期不再受理。",
)


@pytest.mark.parametrize("name", ["guide-top", "detail-head", "service-fields"])
def test_fields_above_the_steps_of_a_guide_are_read(tmp_path: Path, name: str) -> None:
    """Terms that say whose a matter is belong to it, whatever their block is called; a menu does not."""
    fields = "<dl><dt>主管部门</dt><dd>县自然资源局</dd></dl><dl><dt>咨询电话：</dt><dd>5550181</dd></dl>"
    steps = "".join(
        f"<li><p>第{n}步，到窗口提交材料，当场领取受理单，三日内办结。</p></li>" for n in "一二三四"
    )
    menu = "<div class='top'><dl><dt>首页</dt><dd>政务公开</dd></dl><dl><dt>办事</dt><dd>互动</dd></dl></div>"
    page = f"<h1>不动产抵押登记</h1>{menu}<div class='{name}'>{fields}</div><ul>{steps}</ul>"
    path = tmp_path / "甲.html"
    path.write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    text = read_source(path).text
    assert "县自然资源局" in text
    assert "5550181" in text
    assert "政务公开" not in text


def test_file_of_one_part_of_a_site_is_read(tmp_path: Path) -> None:
    """All of it is a template, which the program of the site puts into a page."""
    text = "".join(f"<div>{line}</div>" for line in PART)
    page = f'\n<template lang="html">\n<div id="f">{text}</div></template>\n<style scoped>.a{{}}</style>'
    assert paragraphs(read(tmp_path, page)) == list(PART)


def test_template_inside_a_page_is_not_shown(tmp_path: Path) -> None:
    """Programs of the page copy it when they like."""
    text = "".join(f"<p>{line}</p>" for line in PART)
    page = f"<html><body><template><p>每人可以领取补贴，{{n}}元。</p></template>{text}</body></html>"
    assert paragraphs(read(tmp_path, page)) == list(PART)


LINES_PAGE = """<html><head><title>关于调整城乡低保标准的通知_通知公告_某区人民政府网</title></head>
<body><center>
<table width="1000"><tr><td><a>首页</a> <a>机构</a> <a>互动</a></td></tr><tr><td>
<ul><li><span>[索&nbsp;引&nbsp;号]</span> 0053/2023-7</li>
<li><b>文号：</b>某政办发〔2023〕7号</li>
<li><b>时效性：</b>已失效</li></ul>
</td></tr><tr><td><div id="xyz">各街道：<br/><br/>
　　经区政府同意，自2023年7月1日起，城市低保标准调整为每人每月1011元。<br/>
　　农村低保标准调整为每人每月803元，请认真执行。</div></td></tr>
<tr><td>版权所有：某区人民政府&nbsp;&nbsp;<a>网站地图</a></td></tr></table></center></body></html>"""


def test_article_without_a_known_container_is_found_by_its_sentences(tmp_path: Path) -> None:
    """Old pages lay everything out in tables and part paragraphs by line breaks."""
    assert paragraphs(read(tmp_path, LINES_PAGE)) == [
        "索引号：0053/2023-7",
        "文号：某政办发〔2023〕7号",
        "时效性：已失效",
        "关于调整城乡低保标准的通知",
        "各街道：",
        "经区政府同意，自2023年7月1日起，城市低保标准调整为每人每月1011元。",
        "农村低保标准调整为每人每月803元，请认真执行。",
    ]


def test_few_broken_bytes_do_not_spoil_a_page(tmp_path: Path) -> None:
    """Sites cut titles in the middle of a character; browsers show the page all the same."""
    body = "<div id='zoom'>" + "<p>各镇政府要认真贯彻落实，确保按期完成各项任务。</p>" * 80 + "</div>"
    page = f"<head><meta charset='gb2312'></head><body><p>切断的标题@</p>{body}</body>".encode("gb18030")
    path = tmp_path / "a.htm"
    path.write_bytes(page.replace(b"@", b"\xff"))
    assert paragraphs(read_source(path)) == ["各镇政府要认真贯彻落实，确保按期完成各项任务。"] * 80


def test_cells_that_claim_endless_width_are_cut(tmp_path: Path) -> None:
    """Spans are claims too."""
    rows = "<tr><td>甲</td><td colspan='99999999' rowspan='99999999'>乙</td></tr><tr><td>丙</td></tr>"
    body = "<p>各镇政府要认真贯彻落实，确保按期完成各项任务，请遵照执行，不得有误，特此通知，望周知。</p>"
    (table,) = [
        block
        for block in read(tmp_path, f"<body><div id='zoom'>{body}<table>{rows}</table></div></body>").blocks
        if isinstance(block, Table)
    ]
    assert [[cell.text for cell in row] for row in table.rows] == [["甲", "乙"], ["丙", ""]]


def test_list_of_documents_is_no_header_table(tmp_path: Path) -> None:
    """Its columns are named like the fields of a header table; it stays where it is."""
    rows = "".join(
        f"<tr><td>{n}</td><td>关于第{n}件事的通知</td><td>某政发〔2020〕{n}号</td><td>废止</td></tr>"
        for n in (1, 2)
    )
    head = "<tr><td>序号</td><td>文件名称</td><td>发文字号</td><td>处理意见</td></tr>"
    body = "<p>经清理，决定废止下列文件，自公布之日起不再作为行政管理的依据，请各单位遵照执行，特此公告。</p>"
    source = read(tmp_path, f"<body><div id='zoom'>{body}<table>{head}{rows}</table></div></body>")
    assert len(paragraphs(source)) == 1
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row] for row in (table.header, *table.rows)] == [
        ["序号", "文件名称", "发文字号", "处理意见"],
        ["1", "关于第1件事的通知", "某政发〔2020〕1号", "废止"],
        ["2", "关于第2件事的通知", "某政发〔2020〕2号", "废止"],
    ]


def test_title_is_not_printed_twice(tmp_path: Path) -> None:
    """Many articles begin with the title that the page has above them."""
    body = "".join(f"<p>第{n}段说明有关工作安排，请各单位认真贯彻落实。</p>" for n in range(3))
    heading = "<h1>某区人民政府关于做好秸秆禁烧的通知</h1>"
    page = f"<body>{heading}<div id='zoom'><p>关于做好秸秆禁烧的通知</p>{body}</div></body>"
    assert paragraphs(read(tmp_path, page))[0] == "关于做好秸秆禁烧的通知"


@pytest.mark.parametrize(
    "page",
    [
        f"<body><ul>{MENU}</ul><div class='footer'>主办：某区人民政府，电话：1234567。</div></body>",
        "<html><head><title>空</title></head><body></body></html>",
        "<body><script>render('正文由脚本载入，这里没有。')</script><div id='app'></div></body>",
    ],
)
def test_page_without_an_article_is_refused(tmp_path: Path, page: str) -> None:
    """A list of links, an empty page, and a page that a script fills."""
    with pytest.raises(NoArticleError, match="没有正文"):
        read(tmp_path, page)


@pytest.mark.parametrize(
    ("article", "says"),
    [
        (
            "".join(
                f"<p>青禾县{n}服务中心 55501{k:02}</p>"
                for k, n in enumerate(("社保", "医保", "就业", "车管", "婚姻"))
            ),
            "青禾县婚姻服务中心 5550104",
        ),
        (
            "<h2>服务内容</h2><ul><li>房屋首次登记</li><li>房屋转移登记</li><li>房屋抵押登记</li></ul>"
            "<h2>办理地点</h2><p>和平路5号政务服务中心二楼</p><h2>联系电话</h2><p>5550101</p>",
            "房屋转移登记",
        ),
    ],
)
def test_a_page_of_lines_without_a_sentence_is_read(tmp_path: Path, article: str, says: str) -> None:
    """Desks with their phones, or what an office does and where; the menu beside them is left out."""
    page = f"<body><ul class='nav'><li><a href='/'>首页</a></li></ul><div>{article}</div></body>"
    found = paragraphs(read(tmp_path, page))
    assert says in found
    assert "首页" not in found


def test_a_page_of_one_table_without_a_sentence_is_read(tmp_path: Path) -> None:
    """Which body does what, and its phone."""
    rows = "".join(
        f"<tr><td>{matter}</td><td>{body}</td><td>{phone}</td></tr>"
        for matter, body, phone in (
            ("事项", "办理单位", "电话"),
            ("高龄津贴申领", "县民政局", "5550101"),
            ("残疾人证办理", "县残联", "5550102"),
        )
    )
    path = tmp_path / "页.html"
    path.write_text(f"<html><body><h1>办事清单</h1><table>{rows}</table></body></html>", encoding="utf-8")
    (draft,) = read_intake(path).drafts
    assert [measure.text for measure in draft.measures] == [
        "高龄津贴申领\n县民政局\n5550101",
        "残疾人证办理\n县残联\n5550102",
    ]


SITE = (
    '<html><head><title>{title}</title><meta name="SiteName" content="青禾县人民政府门户网站">{meta}</head>'
    '<body><div class="TRS_Editor">{article}</div></body></html>'
)
ITEMS = (
    "<p>一、房租补贴。每户每年补贴1000元，于每年6月30日前申报。</p><p>二、稳岗补贴。每招用1人补贴1000元。</p>"
)


def drafted(tmp_path: Path, title: str, meta: str, article: str) -> DocumentDraft:
    path = tmp_path / "页.html"
    path.write_text(SITE.format(title=title, meta=meta, article=article), encoding="utf-8")
    (draft,) = read_intake(path).drafts
    return draft


def test_the_day_of_a_page_stands_not_between_title_and_number(tmp_path: Path) -> None:
    """The number below the title is the document's."""
    article = f"<p>关于做好房租补贴发放工作的通知</p><p>青住建发〔2025〕3号</p><p>各乡镇：</p>{ITEMS}"
    meta = (
        '<meta name="PubDate" content="2025-05-22 10:00"><meta name="ContentSource" content="青禾县住建局">'
    )
    draft = drafted(tmp_path, "关于做好房租补贴发放工作的通知", meta, article)
    assert (draft.number, draft.title) == ("青住建发〔2025〕3号", "关于做好房租补贴发放工作的通知")
    assert (draft.issuer, draft.issued) == ("青禾县住建局", date(2025, 5, 22))


@pytest.mark.parametrize(
    "source",
    [
        '<meta name="ContentSource" content="青禾县民政局">',
        "</head><body><span class='ly'>来源：<b>青禾县民政局</b></span>",
        "</head><body><li><i><img src='a.png'></i><span>信息来源：青禾县民政局</span></li>",
    ],
)
def test_a_page_says_where_its_article_is_from(tmp_path: Path, source: str) -> None:
    """For machines or in a line beside the title; who is the source issues what nobody signs."""
    draft = drafted(tmp_path, "房租补贴申领指南", source, f"<p>房租补贴申领指南</p>{ITEMS}")
    assert (draft.issuer, draft.region) == ("青禾县民政局", "青禾县")


def test_the_name_of_the_site_tells_the_region_last(tmp_path: Path) -> None:
    """Where title, issuer and source tell none."""
    draft = drafted(tmp_path, "房租补贴申领指南", "", f"<p>房租补贴申领指南</p>{ITEMS}")
    assert (draft.region, draft.region_clue) == ("青禾县", RegionClue.SITE)


def test_pages_that_share_the_title_of_their_site_have_titles_of_their_own(tmp_path: Path) -> None:
    """The title is the line that the article begins with."""
    for title in ("青禾县高龄津贴申领指南", "青禾县公租房申请指南"):
        assert drafted(tmp_path, "惠民政策", "", f"<p>{title}</p>{ITEMS}").title == title


def test_a_script_among_the_labels_of_a_page_hides_none(tmp_path: Path) -> None:
    """Days of a table that works out its state by a script."""
    table = (
        "<ul><li><span>文　号：</span>青民规字〔2025〕2号</li><li><span>实施日期：</span>2025年06月01日</li>"
        "<li><span>失效日期：</span>2026年06月01日</li><li>文件状态：<script>var state = '有效';"
        + "var today = new Date(); " * 40
        + "</script></li></ul>"
    )
    path = tmp_path / "页.html"
    page = f"<body>{table}<div class='TRS_Editor'><p>青禾县民政局关于发放补贴的通知</p>{ITEMS}</div></body>"
    path.write_text(f"<html>{page}</html>", encoding="utf-8")
    (draft,) = read_intake(path).drafts
    assert draft.number == "青民规字〔2025〕2号"
    assert draft.marks == ("实施日期：2025年06月01日", "失效日期：2026年06月01日")


@pytest.mark.parametrize(
    "title",
    [
        "青禾县人民政府网站 政务公开",
        "政务公开-青禾县人民政府",
        "通知公告",
        "青禾县人民政府门户网站",
        "正文",
        "青禾在线门户",
    ],
)
def test_pages_of_a_site_that_share_their_title(tmp_path: Path, title: str) -> None:
    """Each is called by what its article says; else the second would take the place of the first."""
    named = []
    for matter in ("稳岗补贴", "贷款贴息"):
        path = tmp_path / f"{matter}.html"
        path.write_text(
            f'<html><head><meta charset="utf-8"><title>{title}</title></head><body><div class="TRS_Editor">'
            f"<p>青禾县人民政府办公室关于发放{matter}的通知</p><p>各镇人民政府：为支持小微企业发展，现将有关事项"
            f"通知如下，请认真贯彻执行。</p><p>一、给予{matter}，每家每年最高3万元。</p></div></body></html>",
            "utf-8",
        )
        named.extend(draft.title for draft in read_intake(path).drafts)
    assert named == [f"青禾县人民政府办公室关于发放{matter}的通知" for matter in ("稳岗补贴", "贷款贴息")]
