"""Documents as other offices write them, plain text, from the file to the records."""

from datetime import date
from pathlib import Path

from tests.corpus.taken import DUTY, HELP, LEAD, dialled, head, taken, term, texts, whose

REGULATION = """桓台县人民政府办公室关于印发《桓台县人才公寓管理办法》的通知
桓政办发〔2023〕12号

各镇人民政府、街道办事处，县政府各部门：
《桓台县人才公寓管理办法》已经县政府同意，现印发给你们，请认真遵照执行。

桓台县人民政府办公室
2023年7月14日

桓台县人才公寓管理办法

第一章　总　则
第一条　为规范人才公寓管理，根据国家有关规定，制定本办法。
第二条　本办法所称人才公寓，是指面向各类人才出租的保障性住房。
第二章　申　请
第三条　申请人才公寓应当同时符合下列条件：
（一）具有全日制本科以上学历；
（二）在本县工作并依法缴纳社会保险满6个月；
（三）本人及配偶在本县无自有住房。
第四条　县住房保障服务中心负责受理申请。咨询电话：（0533）8180136。
申请人应当如实提交材料。
第三章　附　则
第五条　本办法由县住房城乡建设局负责解释。
第六条　本办法自2023年8月15日起施行，有效期5年。《桓台县公租房管理办法》（桓政办发〔2018〕7号）同时废止。
"""


def write(folder: Path, text: str, name: str = "通知.txt", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_a_regulation_of_articles_with_chapters(tmp_path: Path) -> None:
    """Each article is a measure; the last one fixes five years from 2023-08-15."""
    document = taken(write(tmp_path, REGULATION))
    assert head(document) == (
        "桓政办发〔2023〕12号",
        "桓台县人民政府办公室关于印发《桓台县人才公寓管理办法》的通知",
        "桓台县人民政府办公室",
        "2023-07-14",
    )
    assert (document.region, term(document)) == ("桓台县", ("2023-08-15", "2028-08-14"))
    found = texts(document)
    assert list(found) == ["第一条", "第二条", "第三条", "第四条", "第五条", "第六条"]
    assert found["第三条"].startswith("申请人才公寓应当同时符合下列条件：\n（一）具有全日制本科以上学历；")
    assert found["第四条"].endswith("申请人应当如实提交材料。")
    assert document.measures[2].heading[-1] == "第二章 申请"
    assert whose(document)["第四条"] == [("县住房保障服务中心", DUTY, None, None, "（0533）8180136", None)]
    assert dialled(document)["第四条"] == ["0533-8180136"]


def test_a_signature_in_numerals_of_any_form(tmp_path: Path) -> None:
    """Circles for zero, 廿 for 二十: the 23rd of July 2023."""
    for day in ("二〇二三年七月二十三日", "二○二三年七月廿三日", "二零二三年七月廿三日"):
        document = taken(write(tmp_path, REGULATION.replace("2023年7月14日", day)))
        assert document.issued == date(2023, 7, 23)


PLAIN = """周村区民政局
关于做好高龄津贴年审工作的通知

各镇（街道）：
根据上级要求，现就高龄津贴年审工作通知如下，请认真组织实施。
凡年满80周岁、具有周村区户籍的老年人，每月发放高龄津贴100元。老年人应于2025年6月30日前到户籍所在镇（街道）完成年审，逾期未审的暂停发放。
各镇（街道）要广泛宣传，确保不漏一人。联系人：许冰，联系电话：6433459。

周村区民政局
2025年3月18日
"""


def test_a_notice_without_any_numbering_is_one_measure(tmp_path: Path) -> None:
    """The text between addressees and signature; the signing bureau's phone stands in its last line."""
    document = taken(write(tmp_path, PLAIN, encoding="gb18030"))
    assert head(document) == (
        "关于做好高龄津贴年审工作的通知",
        "关于做好高龄津贴年审工作的通知",
        "周村区民政局",
        "2025-03-18",
    )
    assert document.region == "周村"
    (text,) = texts(document).values()
    assert list(texts(document)) == ["全文"]
    assert text.startswith("根据上级要求，")
    assert text.endswith("联系电话：6433459。")
    assert dialled(document) == {"全文": ["0533-6433459"]}
    assert whose(document) == {"全文": [("周村区民政局", DUTY, None, "许冰", "6433459", None)]}


UNBRACKETED = """周村区人民政府办公室
关于印发2025年民生实事任务分工的通知
周政办字〔2025〕6号

各镇政府、街道办事处，区政府有关部门：
现将2025年民生实事任务分工印发给你们，请抓好落实。
周村区人民政府办公室
2025年2月20日

2025年民生实事任务分工

一、改造老旧小区12个。更新供水、供热管网，增设停车位300个。
牵头单位：区住房城乡建设局
责任单位：区财政局、各镇政府、街道办事处
责任科室：物业管理科
联系电话：6195381
完成时限：2025年11月底前
二、新建社区食堂8处。对运营满一年的，给予一次性补助5万元。
责任单位：区民政局
联系人：许冰　联系电话：（0533）6433459
三、开通定制公交5条。
责任单位：区交通运输局（联系电话：6411225转801）
"""


def test_lines_after_an_item_say_who_and_until_when(tmp_path: Path) -> None:
    """责任单位：… on lines of their own, without brackets, belong to the item above them."""
    document = taken(write(tmp_path, UNBRACKETED))
    assert head(document)[0] == "周政办字〔2025〕6号"
    assert head(document)[3] == "2025-02-20"
    done = "2025年11月底前"
    assert whose(document) == {
        "一": [
            ("区住房城乡建设局", LEAD, "物业管理科", None, "6195381", done),
            ("区财政局", HELP, None, None, None, done),
            ("各镇政府、街道办事处", HELP, None, None, None, done),
        ],
        "二": [("区民政局", DUTY, None, "许冰", "（0533）6433459", None)],
        "三": [("区交通运输局", DUTY, None, None, "6411225转801", None)],
    }
    assert dialled(document) == {
        "一": ["0533-6195381", None, None],
        "二": ["0533-6433459"],
        "三": ["0533-6411225转801"],
    }
    assert texts(document)["二"].startswith("新建社区食堂8处。对运营满一年的，给予一次性补助5万元。")


QUESTIONS = """《周村区农村危房改造办法》政策解读

一、出台背景是什么？
答：为保障农村困难群众住房安全，根据上级文件精神，结合我区实际制定。
二、哪些人可以申请？
答：低保户、特困供养人员、低保边缘家庭，可以向村民委员会提出申请。
三、补助多少？
答：D级危房每户补助２．５万元，C级危房每户补助１万元。
解读单位：周村区住房城乡建设局
解读人：王磊
联系电话：０５３３－６１９５３８１
发布日期：2024年5月20日
"""


def test_an_interpretation_in_questions_and_answers(tmp_path: Path) -> None:
    """Each question with its answer is a measure; figures and phones of full width are read."""
    document = taken(write(tmp_path, QUESTIONS), "周村")
    assert head(document)[1] == "《周村区农村危房改造办法》政策解读"
    assert list(texts(document)) == ["一", "二", "三"]
    assert texts(document)["二"] == (
        "哪些人可以申请？\n答：低保户、特困供养人员、低保边缘家庭，可以向村民委员会提出申请。"
    )
    assert texts(document)["三"] == "补助多少？\n答：D级危房每户补助２．５万元，C级危房每户补助１万元。"
    assert (document.issuer, head(document)[3]) == ("周村区住房城乡建设局", "2024-05-20")
