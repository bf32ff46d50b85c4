"""Whom a note below a table of prices names is whom its rows are asked about."""

from tests.corpus.taken import taken_text

PAGE = """<html><body><h1>青禾县民政局关于公布青禾县殡仪馆服务收费标准的通告</h1><p>青民通〔2026〕2号</p>
<p>现将青禾县殡仪馆服务收费标准公布如下，自2026年5月1日起执行。</p>
<table><tr><th>项目</th><th>单位</th><th>收费标准</th></tr>
<tr><td>遗体接运</td><td>次</td><td>200元</td></tr>
<tr><td>骨灰寄存</td><td>年</td><td>50元</td></tr></table>
<p>青禾县殡仪馆地址：石门镇柳溪村西，24小时服务电话：5550101。</p>
<p>价格举报电话：12315。</p><p>青禾县民政局</p><p>2026年4月20日</p></body></html>"""


def test_the_house_in_the_note_is_the_contact_of_all_rows(tmp_path):
    """The phone for complaints on the line below kept that of the house from being the document's."""
    document = taken_text(tmp_path, PAGE, "收费.html")
    assert [(d.department, d.phone) for d in document.contacts] == [("青禾县殡仪馆", "5550101")]
