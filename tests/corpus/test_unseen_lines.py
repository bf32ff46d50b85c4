"""Lines and figures as other offices print them, plain text, from the file to the records."""

from pathlib import Path

from corpus.records import Document
from tests.corpus.taken import DUTY, HELP, LEAD, head, taken, term, who

NOTICE = """关于做好2025年度城乡居民基本医疗保险缴费工作的通知

各镇（街道）、各村（社区）：
2025年度城乡居民基本医疗保险集中缴费期为2024年10月1日至2024年12月31日，个人缴费标准为每人400元。
低保对象、特困人员由财政全额资助参保，个人不缴费。
缴费可通过“爱山东”应用或者到镇便民服务中心办理。
联系单位：区医疗保障局　　联系电话：0533-6195136

周村区医疗保障局
2024年9月20日
"""
LINES = """周村区人民政府办公室关于印发周村区支持文旅消费若干措施的通知
周政办发〔2025〕3号
各镇政府、街道办事处，区政府有关部门：
《周村区支持文旅消费若干措施》已经区政府同意，现印发给你们。
周村区人民政府办公室
2025年4月2日
周村区支持文旅消费若干措施
一、发放文旅消费券。全年发放消费券200万元，单张面额不超过100元。
责任单位：区文化和旅游局
联系电话：0533—6195136
完成时限：2025年10月底前
二、奖励旅行社引客入区。对组织50人以上团队过夜的旅行社，每人次奖励20元。
牵头单位：区文化和旅游局
配合单位：区商务局、各镇政府、街道办事处
联系人：王宁　联系电话：6432118转801
三、建设夜间文旅街区。新建夜间文旅街区2处。
责任单位：区住房城乡建设局（6437001）、区商务局（6195135）
完成时限：长期坚持
四、开展联合检查。每季度检查一次。
责任单位：区文化和旅游局、区市场监管局
联系电话：6432119
"""
FULL_WIDTH = """周村区民政局文件
周民字〔２０２５〕１８号
周村区民政局关于发放高龄津贴的通知
各镇（街道）：
１．发放对象。年满８０周岁的本区户籍老年人。
２．发放标准。８０至８９周岁每人每月１００元，９０周岁以上每人每月２００元。
３．申请方式。向户籍所在镇（街道）提出申请。（责任单位：区民政局；咨询电话：（０５３３）６１９５１３６）
本通知自２０２５年５月１日起施行，有效期至２０２７年４月３０日。
周村区民政局
２０２５年４月２８日
"""
PROVISIONAL = """聊城市人民政府办公室
关于印发聊城市共享单车管理暂行办法的通知
聊政办发〔2024〕21号
各县（市、区）人民政府，市政府各部门：
《聊城市共享单车管理暂行办法》已经市政府同意，现印发给你们。
聊城市人民政府办公室
2024年11月1日
聊城市共享单车管理暂行办法
第一条 为加强共享单车管理，制定本办法。
第二条 投放共享单车应当向市城管局备案。
第三条 本办法自发布之日起30日后施行，试行期2年。
《聊城市互联网租赁自行车管理规定》（聊政办发[2019]8号）、《关于规范停放的通知》（聊政办字〔2020〕3号）同时废止。
"""


def read(folder: Path, text: str) -> Document:
    path = folder / "来文.txt"
    path.write_text(text, encoding="utf-8")
    return taken(path)


def test_a_notice_without_any_number_or_label(tmp_path: Path) -> None:
    """One measure; the signature says who issues it, the line 联系单位 whom to call."""
    document = read(tmp_path, NOTICE)
    assert head(document) == (
        "关于做好2025年度城乡居民基本医疗保险缴费工作的通知",
        "关于做好2025年度城乡居民基本医疗保险缴费工作的通知",
        "周村区医疗保障局",
        "2024-09-20",
    )
    (measure,) = document.measures
    assert measure.item == "全文"
    assert measure.text == (
        "2025年度城乡居民基本医疗保险集中缴费期为2024年10月1日至2024年12月31日，个人缴费标准为每人400元。\n"
        "低保对象、特困人员由财政全额资助参保，个人不缴费。\n"
        "缴费可通过“爱山东”应用或者到镇便民服务中心办理。\n"
        "联系单位：区医疗保障局联系电话：0533-6195136"
    )
    assert who(measure) == [("区医疗保障局", DUTY, None, None, "0533-6195136", None)]


def test_lines_without_brackets_under_an_item(tmp_path: Path) -> None:
    """责任单位, 联系电话 and 完成时限 on lines of their own belong to the item above them."""
    document = read(tmp_path, LINES)
    assert head(document)[0] == "周政办发〔2025〕3号"
    assert [measure.item for measure in document.measures] == ["一", "二", "三", "四"]
    first, second, third, fourth = document.measures
    assert first.text == (
        "发放文旅消费券。全年发放消费券200万元，单张面额不超过100元。\n责任单位：区文化和旅游局\n"
        "联系电话：0533—6195136\n完成时限：2025年10月底前"
    )
    assert who(first) == [
        ("区文化和旅游局", DUTY, None, None, "0533—6195136", "2025年10月底前"),
    ]
    assert who(second) == [
        ("区文化和旅游局", LEAD, None, "王宁", "6432118转801", None),
        ("区商务局", HELP, None, None, None, None),
        ("各镇政府、街道办事处", HELP, None, None, None, None),
    ]
    assert who(third) == [
        ("区住房城乡建设局", DUTY, None, None, "6437001", "长期坚持"),
        ("区商务局", DUTY, None, None, "6195135", "长期坚持"),
    ]
    # One phone under two departments of one rank is nobody's for sure.
    assert who(fourth) == [
        ("区文化和旅游局", DUTY, None, None, None, None),
        ("区市场监管局", DUTY, None, None, None, None),
    ]


def test_full_width_figures_are_figures(tmp_path: Path) -> None:
    """Number, labels, dates and phone in full-width figures; the number is spelled as others are."""
    document = read(tmp_path, FULL_WIDTH)
    assert head(document) == (
        "周民字〔2025〕18号",
        "周村区民政局关于发放高龄津贴的通知",
        "周村区民政局",
        "2025-04-28",
    )
    assert term(document) == ("2025-05-01", "2027-04-30")
    assert [measure.item for measure in document.measures] == ["1", "2", "3"]
    assert who(document.measures[2]) == [("区民政局", DUTY, None, None, "（０５３３）６１９５１３６", None)]


def test_a_term_from_publication_and_two_repealed_documents(tmp_path: Path) -> None:
    """Thirty days after 2024-11-01 is 2024-12-01; a trial of two years ends on 2026-11-30."""
    document = read(tmp_path, PROVISIONAL)
    assert term(document) == ("2024-12-01", "2026-11-30")
    assert document.issuer == "聊城市人民政府办公室"
    assert [measure.item for measure in document.measures] == ["第一条", "第二条", "第三条"]
