"""Tables of the offices of whoever writes belong to the item that announces them."""

from tests.corpus.taken import taken_text, texts

PAGE = (
    "<html><body><h1>青禾县教育局关于2026年幼儿资助的通知</h1><p>青教字〔2026〕15号</p><p>各幼儿园：</p>"
    "<p>一、资助标准</p><p>每生每年补助1200元，低保家庭每生每年补助1600元。</p>"
    "<p>二、咨询电话</p><table><tr><th>科室</th><th>联系人</th><th>电话</th></tr>"
    "<tr><td>学前教育科</td><td>高远</td><td>5550102</td></tr>"
    "<tr><td>财务科</td><td>林青</td><td>5550103</td></tr></table>"
    "<p>青禾县教育局</p><p>2026年2月16日</p></body></html>"
)


def test_offices_with_phones_are_read_into_the_item_above_them(tmp_path):
    """The rows were nobody's, and the first phone was told as that of the whole bureau."""
    document = taken_text(tmp_path, PAGE, "通知.html")
    assert "财务科\t林青\t5550103" in texts(document)["二"]
    assert [(d.department, d.office, d.person, d.phone) for d in document.contacts] == [
        ("青禾县教育局", "学前教育科", "高远", "5550102"),
        ("青禾县教育局", "财务科", "林青", "5550103"),
    ]
