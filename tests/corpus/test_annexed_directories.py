"""A notice with a table of whom to call in each town as its annex."""

from pathlib import Path

from tests.corpus.taken import taken, texts

_PAGE = """<html><head><meta charset="utf-8"><title>通知</title></head><body><div class="TRS_Editor">
<p>青禾县民政局关于发放高龄津贴的通知</p><p>青民发〔2025〕8号</p><p>各镇人民政府：</p>
<p>一、发放对象。年满80周岁的老年人，每月发放津贴100元。</p>
<p>二、申领办法。到户籍所在地便民服务中心申领。</p>
<p>青禾县民政局</p><p>2025年3月1日</p><p>附件</p><p>各镇联系电话</p>
<table><tr><td>镇街</td><td>受理单位</td><td>咨询电话</td><td>地址</td></tr>
<tr><td>北郊镇</td><td>北郊镇便民服务中心</td><td>0311-5550201</td><td>和平路1号北郊镇人民政府院内</td></tr>
<tr><td>双溪镇</td><td>双溪镇便民服务中心</td><td>0311-5550202</td><td>丰收街2号双溪镇人民政府院内</td></tr>
</table></div></body></html>"""


def test_the_notice_is_no_covering_note_of_its_list_of_phones(tmp_path: Path) -> None:
    """Its items stay measures, and the rows of the list are whom the whole document names."""
    path = tmp_path / "notice.html"
    path.write_text(_PAGE, encoding="utf-8")
    document = taken(path)
    assert list(texts(document)) == ["正文一", "正文二", "表1", "表2"]
    assert [(contact.department, contact.phone) for contact in document.contacts] == [
        ("北郊镇便民服务中心", "0311-5550201"),
        ("双溪镇便民服务中心", "0311-5550202"),
    ]


_LETTER = (
    "致全县居民的一封信\n居民朋友们：\n天气转冷，请注意下列事项：\n1.勤洗手，勤通风。\n2.发热时戴好口罩，到定点医院就诊。\n"
    "附件：\n1.青禾县定点医院名单\n2.青禾县疾控机构咨询电话\n青禾县卫生健康局\n2026年1月5日\n附件1\n青禾县定点医院名单\n"
    "县级\n青禾县人民医院 0311-5550101\n清河区\n清河区中医院 0311-5550102 0311-5550103\n"
    "附件2\n青禾县疾控机构咨询电话\n"
    "青禾县疾控中心 5550104\n清河区疾控中心\n5550105（上班时间）\n5550106（值班电话）\n"
)


def test_a_list_of_phones_without_labels_is_an_item_though_the_letter_has_points(tmp_path: Path) -> None:
    """Both annexes are lists, a name and its phones on one line or below each other."""
    path = tmp_path / "一封信.txt"
    path.write_text(_LETTER, encoding="utf-8")
    document = taken(path)
    assert list(texts(document)) == ["正文1", "正文2", "全文", "附件2全文"]
    assert [(d.department, d.phone) for d in document.measures[2].responsibilities] == [
        ("青禾县人民医院", "0311-5550101"),
        ("清河区中医院", "0311-5550102"),
        ("清河区中医院", "0311-5550103"),
    ]
    assert [(d.department, d.phone) for d in document.measures[3].responsibilities if d.phone] == [
        ("青禾县疾控中心", "5550104"),
        ("清河区疾控中心", "5550105"),
        ("清河区疾控中心", "5550106"),
    ]


def test_bodies_of_a_table_below_a_district_are_the_districts(tmp_path: Path) -> None:
    """A page saved from the server's files; 市本级 is no district, and 县医保局 tells its level itself."""
    tables = "".join(
        f"<h3>{district}</h3><table><tr><th>部门</th><th>咨询电话</th></tr>"
        f"<tr><td>{body}</td><td>{phone}</td></tr><tr><td>司法局</td><td>{phone[:-1]}9</td></tr></table>"
        for district, body, phone in (
            ("市本级", "统计局", "5550101"),
            ("清河区", "统计局", "5550111"),
            ("青禾县", "县医保局", "5550121"),
        )
    )
    path = tmp_path / "联系方式.html"
    path.write_text(
        '<%@ page language="java" %><html><head><meta charset="utf-8"><title>业务咨询联系方式</title></head>'
        f"<body>{tables}</body></html>",
        encoding="utf-8",
    )
    document = taken(path)
    assert document.title == "业务咨询联系方式"
    assert [(d.department, d.phone) for m in document.measures for d in m.responsibilities] == [
        ("统计局", "5550101"),
        ("司法局", "5550109"),
        ("清河区统计局", "5550111"),
        ("清河区司法局", "5550119"),
        ("青禾县医保局", "5550121"),
        ("青禾县司法局", "5550129"),
    ]


def test_an_annex_that_only_names_is_one_item(tmp_path: Path) -> None:
    """Nobody asks about one of the canteens alone, and the notice is more than a note above its list."""
    path = tmp_path / "通知.txt"
    path.write_text(
        "关于公布社区食堂的通知\n青民发〔2026〕9号\n各镇：\n"
        "一、补助标准。每处每年补助2万元。\n二、拨付办法。年底一次拨付。\n"
        "青禾县民政局\n2026年3月2日\n附件\n社区食堂名单\n"
        "序号\t名称\n1\t城南社区食堂\n2\t和平社区食堂\n3\t双溪村食堂\n",
        encoding="utf-8",
    )
    found = texts(taken(path))
    assert list(found) == ["正文一", "正文二", "全文"]
    assert "双溪村食堂" in found["全文"]
