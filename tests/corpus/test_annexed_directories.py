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
