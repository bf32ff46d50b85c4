"""What people ask beside a matter, and which article of a notice says it."""

from dataclasses import replace

import pytest

from bot.answering.wording.particulars import (
    PARTICULARS,
    Particular,
    article_on,
    particulars_asked,
    says,
    sentences_on,
    titled_article,
    without_particulars,
)
from corpus.records import Document, Measure, Section, Validity
from tests.bot.fakes import measure
from tests.corpus.taken import taken

EXAMPLES = [(name, text) for name, row in PARTICULARS.items() for text in row.asked.values()]
SENTENCES = [(name, text) for name, row in PARTICULARS.items() for text in row.said.values()]
TITLES = [(name, title) for name, row in PARTICULARS.items() for title in row.titles.values()]
NOT_ASKED = [(name, text) for name, row in PARTICULARS.items() for text in row.not_asked]
NOT_SAID = [(name, text) for name, row in PARTICULARS.items() for text in row.not_said]


def test_every_particular_has_a_row_and_a_label():
    """One without a row is never asked for; one without a label could not be named beside its article."""
    assert set(PARTICULARS) == set(Particular)
    assert all(particular.label for particular in Particular)


TITLED = """青禾县人民政府办公室
关于印发青禾县育秧补贴办法的通知
青政办发〔2026〕6号

青禾县育秧补贴办法

第一条 为发展粮食生产，制定本办法。
第二条 集中育秧的农户，每亩补贴80元。
第三条 每年3月15日前申报的，县农业农村局优先安排，10个工作日内审核。
第四条 申报时间
每年3月1日至3月31日。
第五条 办理时限
法定20个工作日，承诺15个工作日。
第六条 申报材料
农户：育秧合同。
第七条 申报材料
合作社：营业执照、育秧合同。
"""


def article(text: str) -> Measure:
    """A measure of one section."""
    return Measure("n#1", "n", "1", (), text, (Section("", text),), (), Validity())


@pytest.mark.parametrize(("name", "question"), EXAMPLES)
def test_each_pattern_reads_its_question(name, question):
    """The table gives an example for every pattern."""
    assert name in particulars_asked(question)


@pytest.mark.parametrize(("name", "question"), NOT_ASKED)
def test_what_only_resembles_it_is_not_read_so(name, question):
    """Money to pay is no paper, a day of completion no day to apply by."""
    assert name not in particulars_asked(question)


@pytest.mark.parametrize(("name", "sentence"), SENTENCES)
def test_each_pattern_reads_its_sentence(name, sentence):
    """The table gives an example for every pattern."""
    assert says(article(sentence), name)


@pytest.mark.parametrize(("name", "sentence"), NOT_SAID)
def test_a_sentence_that_only_resembles_it_says_nothing(name, sentence):
    """A deadline for whoever opens a shop is not how long it takes."""
    assert not says(article(sentence), name)


@pytest.fixture(scope="module")
def seedlings(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """第三条 says in passing what 第四条 and 第五条 are on; there are two articles on 申报材料."""
    path = tmp_path_factory.mktemp("notice") / "办法.txt"
    path.write_text(TITLED, encoding="utf-8")
    return taken(path)


@pytest.mark.parametrize(
    ("particular", "item"),
    [
        (Particular.WHEN, "第四条"),
        (Particular.HOW_LONG, "第五条"),
        (Particular.PAPERS, None),
        (Particular.WHERE, None),
    ],
)
def test_an_article_titled_so_goes_before_what_says_it_in_passing(
    seedlings: Document, particular: Particular, item: str | None
) -> None:
    """It is the only one of that title."""
    _, sums, passing, *_ = seedlings.measures
    assert says(passing, Particular.WHEN)
    assert says(passing, Particular.HOW_LONG)
    found = titled_article(particular, passing, seedlings)
    assert (found.item if found else None) == item
    if found:
        assert article_on(particular, sums, seedlings, "育秧补贴优先审核") == found


@pytest.mark.parametrize(("name", "title"), TITLES)
def test_each_title_is_read_where_words_follow(seedlings: Document, name: Particular, title: str) -> None:
    """A line alone is no article on anything, nor is a title that says more."""
    first = seedlings.measures[0]
    for text, found in ((f"{title}\n见附件。", True), (title, False), (f"其他{title}说明\n见附件。", False)):
        titled = replace(first, id="n#9", text=text, sections=(Section("", text),))
        told = replace(seedlings, measures=(first, titled))
        assert titled_article(name, first, told) == (titled if found else None)


@pytest.mark.parametrize(
    "question", ["取暖救助要带啥", "办证需要准备哪些东西", "申请要什么手续", "要交哪些材料"]
)
def test_questions_about_papers_are_known(question):
    """As people ask for them."""
    assert Particular.PAPERS in particulars_asked(question)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("申请人应提出申请，并提交身份证、户口簿复印件。", True),
        ("凭购机发票到农机科办理。", True),
        ("提交区政府常务会议研究。", False),
    ],
)
def test_words_that_say_what_to_bring(text, expected):
    """Papers, not whatever is submitted."""
    assert says(article(text), Particular.PAPERS) is expected


def test_several_are_asked_at_once():
    """去哪办 and 要带啥, in the order of the table; the matter is left."""
    assert particulars_asked("托育补助去哪办，要带啥") == (Particular.PAPERS, Particular.WHERE)
    assert without_particulars("托育补助去哪办，要带啥").split() == ["托育补助", "，要"]


def test_where_to_complain_is_no_window():
    """Complaints have phones of their own."""
    assert particulars_asked("强买强卖去哪办投诉") == ()


ALLOWANCE = (
    "临河县民政局关于发放高龄津贴的通知\n临民发〔2026〕8号\n各乡镇人民政府：\n"
    "第一条 高龄津贴坚持自愿申请的原则。\n"
    "第二条 年满八十周岁的老年人可以享受。\n"
    "第三条 八十周岁以上每人每月50元。\n"
    "第四条 本人持身份证、户口簿到户籍所在地乡镇民政办申请，十个工作日内审核完毕。\n"
    "第五条 咨询电话：县民政局养老服务股，0543-6651207。\n临河县民政局\n2026年3月6日\n"
)
HELP = (
    "临河县住房和城乡建设局关于租房和购房补贴的通知\n临建发〔2026〕3号\n各街道：\n"
    "一、租房补贴\n（一）每户每月400元。\n（二）申请人提交劳动合同、租赁合同。\n"
    "二、购房补贴\n（一）每户3万元。\n（二）申请人提交购房合同、完税凭证。\n"
    "三、其他\n（一）县财政局负责资金，提交资金申请书后拨付。\n临河县住房和城乡建设局\n2026年3月6日\n"
)


@pytest.fixture
def notice(tmp_path):
    """Reads a notice and gives its document with its articles by label."""

    def read(text):
        path = tmp_path / "通知.txt"
        path.write_text(text, encoding="utf-8")
        document = taken(path)
        return document, {measure.item: measure for measure in document.measures}

    return read


@pytest.mark.parametrize("particular", [Particular.PAPERS, Particular.WHERE, Particular.HOW_LONG])
def test_the_article_that_says_it_is_told(notice, particular):
    """第三条 has the sums; 第四条 the papers, the office and the days."""
    document, articles = notice(ALLOWANCE)
    told = article_on(particular, articles["第三条"], document, "高龄津贴")
    assert told == articles["第四条"]


def test_nothing_is_told_where_the_article_says_it_itself(notice):
    """第四条 needs no other; and when to apply stands nowhere."""
    document, articles = notice(ALLOWANCE)
    assert article_on(Particular.PAPERS, articles["第四条"], document, "") is None
    assert article_on(Particular.WHEN, articles["第三条"], document, "") is None
    assert sentences_on(articles["第四条"].sections, Particular.PAPERS) == (
        "本人持身份证、户口簿到户籍所在地乡镇民政办申请，十个工作日内审核完毕。",
    )


@pytest.mark.parametrize(("of", "told"), [("一（一）", "一（二）"), ("二（一）", "二（二）")])
def test_papers_are_those_below_the_same_heading(notice, of, told):
    """Each of the two allowances has its own; the papers of 县财政局 are of its own matter."""
    document, articles = notice(HELP)
    assert article_on(Particular.PAPERS, articles[of], document, "要带什么") == articles[told]


def test_a_term_is_how_long_one_may_and_not_by_when():
    """Years or months that end what is given; a day until which something is done is none."""
    assert Particular.TERM in particulars_asked("护林员岗位最长能干几年")
    assert Particular.TERM not in particulars_asked("护林站哪年建成")
    lasting = article("同一人员的岗位补贴期限一般不超过3年。到2027年底建成护林站5座。")
    assert sentences_on(lasting.sections, Particular.TERM) == ("同一人员的岗位补贴期限一般不超过3年。",)


SCHEDULE = """清河区高龄补助发放办法
清民发〔2026〕6号

第一条 为关心老年人，制定本办法。
第二条 补助标准：每人每月80元。
第三条 街道办事处自收到申请之日起15个工作日内完成审核，自批准的次月起计发。
第四条 补助每半年发放一次，于6月底、12月底前存入社会保障卡。
"""


@pytest.mark.parametrize("question", ["补助啥时候到账", "补助几月几号发", "补助是按月发还是一年一发"])
def test_when_it_is_paid_is_not_within_how_many_days_it_is_examined(tmp_path, question):
    """第三条 has days as well, and is on something else."""
    (path := tmp_path / "办法.txt").write_text(SCHEDULE, encoding="utf-8")
    document = taken(path)
    _, sums, examined, paid = document.measures
    assert particulars_asked(question)[0] is Particular.PAID
    assert article_on(Particular.PAID, sums, document, question) == paid
    assert article_on(Particular.PAID, examined, document, question) == paid


TABLE = measure("1", (("项目", "稻谷补贴"), ("标准", "每亩50元")))
PAYING = measure("正文三", (("", "补贴于10月31日前发放到农户。"),))


def test_the_only_article_beside_a_table_says_when_its_rows_are_paid(seedlings: Document) -> None:
    """Of two it may be that of another row; what is given a row says by itself."""
    beside = replace(seedlings, measures=(TABLE, PAYING))
    twice = replace(seedlings, measures=(TABLE, PAYING, replace(PAYING, id="n#正文四", item="正文四")))
    assert article_on(Particular.PAID, TABLE, beside, "稻谷补贴啥时候发") == PAYING
    assert article_on(Particular.PAID, TABLE, twice, "稻谷补贴啥时候发") is None
    assert article_on(Particular.FOR_WHOM, TABLE, beside, "稻谷补贴给谁") is None


HANDBOOK = (
    "临河县公积金业务服务指南\n一、提取\n申请材料：身份证、购房合同。办理时限：3个工作日。受理窗口：2号窗口。\n"
    "二、转移\n申请材料：身份证、接收函。办理时限：半个工作日。受理窗口：6号窗口。\n"
    "三、查询\n本人持身份证在自助机查询。\n四、办公时间和地点\n地点：县政务服务中心三楼。时间：周一至周五9:00-17:00。\n"
    "临河县住房公积金管理中心\n2026年5月6日\n"
)
ANSWERS = (
    "养犬登记问答\n临河县公安局　2026年5月6日\n\n问：要带什么？\n答：身份证、免疫证明。\n\n"
    "问：到哪里登记？\n答：派出所户籍窗口。\n\n问：犬只走失怎么办？\n答：到就近派出所报失，登记信息随之更新。\n"
)


def _document(tmp_path, text):
    path = tmp_path / "文件.txt"
    path.write_text(text, encoding="utf-8")
    return taken(path)


@pytest.mark.parametrize(
    ("particular", "of", "told"),
    [
        (Particular.HOW_LONG, "三", None),
        (Particular.WHERE, "三", "四"),
        (Particular.HOURS, "一", "四"),
        (Particular.HOW_LONG, "二", None),
    ],
)
def test_the_guide_of_one_errand_speaks_for_no_other(tmp_path, particular, of, told):
    """Only the article whose title says so; 半个工作日 of 二 is a term of its own."""
    document = _document(tmp_path, HANDBOOK)
    items = {one.item: one for one in document.measures}
    assert article_on(particular, items[of], document, "") == items.get(told)


def test_of_questions_with_answers_the_one_that_asks_it_is_told(tmp_path):
    """Not the answer on a dog that is lost, which names the police too."""
    document = _document(tmp_path, ANSWERS)
    article = article_on(Particular.WHERE, document.measures[0], document, "去哪")
    assert article is not None
    assert article.text.startswith("到哪里登记")


def test_a_certificate_given_out_after_so_many_days_is_a_term(tmp_path):
    assert says(article("公告满30日后核发新证。"), Particular.HOW_LONG)


def test_below_a_title_on_a_particular_every_sentence_says_it():
    """A list of papers under 需要的材料 names no act of handing in."""
    listed = article("需要的材料\n户口簿、身份证、租房合同。")
    assert says(listed, Particular.PAPERS)
    assert not says(article("户口簿、身份证、租房合同。"), Particular.PAPERS)


@pytest.mark.parametrize(
    ("text", "particular"),
    [
        ("发放时间：次月起计发，由信用社代发。", Particular.PAID),
        ("关于备案材料。第七条第三项删去。", Particular.PAPERS),
        ("材料。\n1.更新申请表；\n2.表决结果。", Particular.PAPERS),
    ],
)
def test_a_label_on_the_line_of_its_body_titles_it(text, particular):
    """Before a colon, before a full stop behind 关于, or on a line of its own above a list."""
    assert says(measure("第五条", [("", text)]), particular)


LAND = """青禾县不动产登记问题解答

1.问：夫妻间房产加名需要多少钱？
答：登记费住宅每件80元。
2.问：农村宅基地能办证吗？
答：符合一户一宅的可以办。
3.问：需要交多少钱？
答：不收登记费，工本费10元。
"""


def test_a_question_on_another_matter_does_not_tell_what_is_asked(tmp_path):
    """A name more in the deed costs 80 yuan, which is no fee for a homestead; 要交多少钱 names no matter."""
    (tmp_path / "a.txt").write_text(LAND, encoding="utf-8")
    document = taken(tmp_path / "a.txt")
    homestead = document.measures[1]
    told = article_on(Particular.AMOUNT, homestead, document, "宅基地能办证吗，多少钱")
    assert told is not None
    assert "工本费10元" in told.text
    names, *_ = document.measures
    without = replace(document, measures=(names, homestead))
    assert article_on(Particular.AMOUNT, homestead, without, "宅基地能办证吗，多少钱") is None
