"""Who answers for what in measures of all documents, written down from the printed texts."""

import pytest

from corpus.catalog import Catalog
from corpus.records import Measure

SAMPLES = """
周政字〔2024〕33号#1
responsible 区商务局、区自然资源局、周村规划管理办公室、区交通运输局、周村邮政分公司、区供销联社
responsible 各镇政府、街道办事处
周政字〔2024〕33号#5
responsible 区供销联社、区财政局、区农业农村局
responsible 各镇政府、街道办事处
周政字〔2024〕33号#9
responsible 区委编办、区发展改革局、区财政局、区供销联社
周政字〔2024〕33号#12
responsible 区供销联社、区农业农村局、区委组织部、区委编办、区委社会工作部
responsible 各镇政府、街道办事处
周政字〔2024〕33号#三（一）
responsible 区委组织部、区发展改革局、区财政局、区供销联社
周政办字〔2024〕9号#表2
responsible 区发展和改革局
周政办字〔2024〕9号#表4
responsible 区政府各部门单位
周政办字〔2024〕9号#表5
responsible 区政府各部门单位
周政办字〔2024〕9号#表8
responsible 区农业农村局
周政办字〔2024〕9号#表13
responsible 区财政局、区人力资源和社会保障局、区退役军人事务局
周政办字〔2024〕9号#表22
lead 区司法局
support 各行政执法主体
周政办字〔2024〕9号#表45
responsible 各镇（街道）@区政府各部门单位
responsible 区发展和改革局、区教育和体育局、区科学技术局、区工业和信息化局、区公安分局、区民政局
responsible 区财政局、区人力资源和社会保障局、区自然资源局、区住房和城乡建设局、区交通运输局
responsible 区水利局、区农业农村局、区商务局、区文化和旅游局、区卫生健康局、区应急管理局
responsible 区行政审批服务局、区市场监督管理局、区综合行政执法局、区统计局、区生态环境分局
responsible 区医疗保障分局
周政办字〔2024〕9号#表48
responsible 各镇（街道）@区政府各部门单位
周政办字〔2024〕9号#表50
responsible 各镇（街道）@区政府有关部门单位
周政办字〔2024〕9号#表58
responsible 区政府办公室（区大数据局）
周政办字〔2024〕9号#表65
responsible 各镇（街道）、区行政审批服务局、区文化和旅游局（区图书馆）
周政办字〔2024〕11号#1
lead 区工业和信息化局 | 投资发展科 | | 6195170
support 区财政局 | 经济建设科 | | 7878011
周政办字〔2024〕11号#4
lead 区发展改革局 | 价格科 | | 6195227
support 周村供电中心 | | | 2336966
周政办字〔2024〕11号#5
lead 区生态环境分局 | 技术服务中心 | | 6458021
support 周村交警大队 | 车辆管理所 | | 6801771
support 区财政局 | 资环科 | | 7878163
周政办字〔2024〕11号#11
lead 区文化和旅游局 | 周村区旅游事业发展中心 | | 6195773
周政办字〔2024〕11号#15
lead 区发展改革局 | 能源科 | | 6195397
support 区工业和信息化局 | 投资发展科 | | 6195170
support 区住建局 | 城镇科 | | 6408678
support 区卫生健康局 | 规划信息与财务科 | | 6195267
support 区市政环卫服务中心 | 排水科 | | 6182338
周政办字〔2024〕11号#16
lead 区商务局 | 商贸流通科 | | 6195136
support 周村交警大队 | 车辆管理所 | | 6801771
support 区财政局 | 经济建设科 | | 7878011
周政办字〔2024〕11号#18
lead 区财政局 | 综合服务中心政府采购事务科 | | 7878173
support 区机关事务服务中心 | | | 6195081
周政办字〔2024〕11号#20
lead 区服务业发展中心 | 服务业项目科 | | 6195636
support 区财政局 | 经济建设科 | | 7878011
support 区商务局 | 商贸流通科 | | 6195136
周政办字〔2024〕11号#21
lead 区自然资源局 | 空间规划与耕地保护科 | | 6451027
support 周村规划管理办公室 | 国土空间规划科 | | 6420010
support 税务局 | 税政二股 | | 6431137
周政办字〔2024〕11号#22
lead 区税务局 | 税政二股 | | 6432935
lead 区税务局 | 税政一股 | | 6054272
周政办字〔2024〕11号#24
lead 区交通运输局 | 综合运输管理科 | | 6038876
support 区发展改革局 | 价格科 | | 6195227
support 区自然资源局 | 空间规划与耕地保护科 | | 6451027
support 周村规划管理办公室 | 国土空间规划科 | | 6420010
周政办字〔2024〕11号#31
lead 区自然资源局 | 空间规划与耕地保护科 | | 6451027
lead 区自然资源局 | 开发利用科 | | 6427745
周政办字〔2024〕11号#32
lead 区税务局 | 税政二股 | | 6431137
周村2022稳中求进清单#1
superior 省发展改革委、省财政厅
lead 区发展改革局 | 商贸流通和社会事业科 | | | 2022年12月
support 区财政局 | | | | 2022年12月
responsible 区财政局 | 政府债务管理科 | | | 2022年12月
lead 区发展改革局 | 商贸流通和社会事业科 | | | 2022年12月
lead 区发展改革局 | | 王迎新 | 6195196
周村2022稳中求进清单#2
superior 省财政厅、省交通运输厅
周村2022稳中求进清单#8
superior 省大数据局、省财政厅
周村2022稳中求进清单#12
superior 省住房城乡建设厅、省财政厅
lead 区住房城乡建设局 | 住房保障服务中心 | | | 2022年2月
lead 区住房城乡建设局 | 住房保障服务中心 | | | 2022年4月
lead 区住房城乡建设局 | 住房保障服务中心 | | | 2022年12月
lead 区住房城乡建设局 | 住房保障服务中心 | | | 2022年6月
lead 区住房城乡建设局 | 住房保障服务中心 | | | 2022年12月
lead 区住房城乡建设局 | 住房保障服务中心 | | | 2022年12月
support 区财政局 | 综合科 | | | 2022年12月
lead 区住房保障服务中心 | | 赵德生 | 6411265
周村2022稳中求进清单#13
superior 省发展改革委、省财政厅、省人防办
responsible 区发展改革局 | 价格科 | | | 2022年2月
lead 区人防办 | | | | 2022年12月
support 区发展改革局 | | | | 2022年12月
support 区财政局 | | | | 2022年12月
lead 区人防办 | | | | 2022年12月
lead 区人防办 | | | | 2022年12月
support 区发展改革委 | | | | 2022年12月
support 区财政局 | | | | 2022年12月
lead 区人防办 | | 沈东修 | 6182655
周村2022稳中求进清单#18
superior 省发展改革委、省自然资源厅
lead 区服务业发展中心 | 物流产业发展科 | | | 2022年12月
lead 区服务业发展中心 | 物流产业发展科 | | | 2022年12月
lead 区服务业发展中心 | 物流产业发展科 | | | 2022年12月
responsible 区自然资源局 | 空间规划与耕地保护科 | | | 2022年12月
responsible 区自然资源局 | 周村规划管理办公室 | | | 2022年12月
lead 区服务业发展中心 | | 张鹏 | 6195378
周村2022稳中求进清单#19-2
lead 区税务局 | 税政二股 | | | 2022年12月
lead 区税务局 | 税政二股 | | | 2022年12月
lead 区税务局 | | 张文超 | 6431137
lead 区税务局 | | 宋宇 | 6238089
周村2022稳中求进清单#27
superior 省发展改革委、省科技厅、省财政厅
lead 区发展改革局 | 动能转换推进科 | | | 2022年12月
support 区科技局 | 综合管理科 | | | 2022年12月
support 区财政局 | 经济建设科 | | | 2022年12月
lead 区发展改革局 | 动能转换推进科 | | | 2022年12月
support 区科技局 | 综合管理科 | | | 2022年12月
lead 区发展改革局 | 动能转换推进科 | | | 2022年12月
support 区科技局 | 综合管理科 | | | 2022年12月
lead 区发展改革局 | 动能转换推进科 | | | 2022年12月
support 区科技局 | 综合管理科 | | | 2022年12月
lead 区发展改革局 | 动能转换推进科 | | | 2022年12月
lead 区发展改革局 | | 乔宗梅 | 6195388
周村2022稳中求进清单#34
superior 省发展改革委、省人力资源社会保障厅
lead 区发展改革局 | 动能转换推进科 | | | 2022年12月
support 区财政局 | | | | 2022年12月
responsible 区财政局 | 政府债务管理科 | | | 2022年12月
lead 区发展改革局 | 动能转换推进科 | | | 2022年12月
lead 区发展改革局 | | 乔宗梅 | 6195388
周村2022稳中求进清单#35
superior 省市场监管局、省财政厅
lead 区市场监管局 | 区知识产权保护服务中心 | | | 2022年12月
lead 区市场监管局 | 区知识产权保护服务中心 | | | 2022年12月
lead 区市场监管局 | | 姜楠 | 6196858
lead 区市场监管局 | | 戴军 | 6196068
周村2022稳中求进清单#39
superior 省商务厅、省财政厅
responsible 区商务局 | 商贸流通科 | | | 2022年年底
lead 区商务局 | | 马骏 | 6195136
周村2022稳中求进清单#45
superior 省发展改革委
lead 区发展改革局 | 能源科 | | | 2022年12月
lead 区发展改革局 | 能源科 | | | 2022年12月
lead 区发展改革局 | | 丛湘波 | 6195397
周村2022稳中求进清单#47
superior 省发展改革委、省商务厅
lead 区发展改革局 | 能源科 | | | 2022年12月
lead 区商务局 | 商贸流通科 | | | 2022年12月
lead 区发展改革局 | 能源科 | | | 2022年12月
lead 区商务局 | 商贸流通科 | | | 2022年12月
lead 区发展改革局 | | 丛湘波 | 6195397
lead 区商务局 | | 马骏 | 6195136
周村2022稳中求进清单#49
superior 省商务厅、省财政厅
lead 区商务局 | 对外综合科 | | | 2022年12月
lead 区商务局 | 对外综合科 | | | 2022年12月
lead 区商务局 | | 李雪 | 6195135
周政发〔2020〕27号#1
lead 区人力资源社会保障局 | | 解金章
support 区财政局 | | 解金章
周政发〔2020〕27号#5
lead 区工业和信息化局 | | 赵学
support 中国联通周村分公司 | | 赵学
support 中国移动通信周村分公司 | | 赵学
support 中国电信周村分公司 | | 赵学
周政发〔2020〕27号#6
responsible 区财政局 | | 赵学、耿峰
responsible 区房地产事业服务中心 | | 赵学、耿峰
responsible 区税务局 | | 赵学、耿峰
周政发〔2020〕27号#7
lead 区行政审批服务局 | | 赵彩霞
support 区自然资源局 | | 赵彩霞
support 区市场监管局 | | 赵彩霞
support 区大数据局 | | 赵彩霞
lead 区服务业发展中心 | | 解金章
support 区推进夜间经济领导小组各成员单位 | | 解金章
周政发〔2020〕27号#15
lead 区委改革办 | | 国卫兵、赵学
lead 区发展改革局 | | 国卫兵、赵学
support 区直有关部门单位 | | 国卫兵、赵学
周政发〔2020〕27号#25
lead 区扶贫办 | | 解金章
support 区扶贫开发领导小组各成员单位 | | 解金章
周政发〔2020〕27号#29
responsible 区发展改革局 | | 赵学、解金章
responsible 区农业农村局 | | 赵学、解金章
周政发〔2020〕27号#30
lead 区医疗保障分局 | | 赵彩霞
support 区财政局 | | 赵彩霞
support 区税务局 | | 赵彩霞
周政发〔2020〕27号#33
lead 区应急局 | | 赵学、赵彩霞
lead 区卫生健康局 | | 赵学、赵彩霞
support 区发展改革局 | | 赵学、赵彩霞
support 区财政局 | | 赵学、赵彩霞
support 区人力资源社会保障局 | | 赵学、赵彩霞
support 区医疗保障分局 | | 赵学、赵彩霞
周政办字〔2020〕29号#全文
周政办字〔2020〕30号#（二）
lead 区委网信办 | | | | 2020年8月
support 区工业和信息化局 | | | | 2020年8月
support 区大数据局 | | | | 2020年8月
周政办字〔2020〕30号#（七）
lead 区发展改革委 | | | | 2020年12月
lead 区市场监管局 | | | | 2020年12月
lead 区大数据局 | | | | 2020年12月
support 区直有关部门 | | | | 2020年12月
周政办字〔2020〕30号#（十一）
lead 区交通运输局 | | | | 2021年—2025年，分5期建设
support 区园林绿化服务中心 | | | | 2021年—2025年，分5期建设
support 区市政工程维护服务中心 | | | | 2021年—2025年，分5期建设
周政办字〔2020〕30号#（十二）
lead 区应急局 | | | | 2021年9月完成区平台建设
lead 周村消防救援大队 | | | | 2021年9月完成区平台建设
support 各镇政府、街道办事处 | | | | 2021年9月完成区平台建设
support 周村经济开发区管委会 | | | | 2021年9月完成区平台建设
周政办字〔2020〕30号#（十七）
lead 区人力资源社会保障局 | | | | 2021年6月
周政办字〔2020〕31号#一（三）
周政办字〔2020〕31号#四（一）
responsible 区发展改革局
周政办字〔2020〕31号#四（十三）
responsible 各镇、街道@周村经济开发区
周政办字〔2020〕31号#四（十四）
responsible 电信周村分公司、移动周村分公司、联通周村分公司、山东广电网络周村分公司、周村供电中心
responsible 绿能燃气周村分公司、瀚海水业公司、各热力公司
聊政发〔2021〕7号#正文三（四）
聊政发〔2021〕7号#二（三）
lead 市行政审批局
support 市住房城乡建设局、市教育体育局、市民政局、市卫生健康委
聊政发〔2021〕7号#二（十七）
lead 市住房城乡建设局
support 各县（市、区）人民政府@市属开发区管委会
聊政发〔2021〕7号#五（六）
lead 市自然资源和规划局、市税务局、市大数据局
聊政发〔2021〕7号#八（七）
lead 市发展改革委、人民银行聊城市中心支行
lead 市发展改革委、人民银行聊城市中心支行
lead 市地方金融监管局
聊政发〔2021〕7号#八（八）
lead 聊城银保监分局
lead 市公安局
聊政发〔2021〕7号#九（一）
lead 市地方金融监管局
support 市国资委、市工业和信息化局、市财政局、聊城银保监分局
聊政发〔2021〕7号#十八（四）
lead 市商务投资促进局
support 市发展改革委、市工业和信息化局、市财政局、市自然资源和规划局、市生态环境局、市交通运输局
support 市市场监管局、市外办、市地方金融监管局、市税务局、聊城海关、市贸促会
聊政办发〔2021〕5号#一（一）
聊政办发〔2021〕5号#三（二）
聊政办发〔2021〕5号#五（二）
聊政办字〔2021〕11号#第四条（一）
聊政办字〔2021〕11号#第六条（一）
responsible 市市场监管局、市住房城乡建设局、市商务投资促进局、市行政审批局、聊城海关
聊政办字〔2021〕11号#第六条（二）
聊政办字〔2021〕11号#第八条
聊政办字〔2021〕13号#一（二）
聊政办字〔2021〕13号#五（二）5
lead 市自然资源和规划局、市发展改革委、市农业农村局、国网聊城供电公司
聊政办字〔2021〕13号#五（三）
lead 市农业农村局、市发展改革委、市自然资源和规划局、市商务投资促进局、市统计局、市市场监管局
聊政办字〔2021〕14号#四（一）
lead 市促进中医药发展工作领导小组
lead 市卫生健康委、东阿县人民政府
lead 东阿县人民政府
lead 市生态环境局、市水利局
聊政办字〔2021〕14号#四（二）
lead 市财政局
lead 市地方金融监管局
聊政办字〔2021〕14号#四（三）
lead 市促进中医药发展工作领导小组
聊政任〔2021〕11号#全文
聊政任〔2021〕12号#全文
聊政任〔2021〕13号#全文
聊城市人民政府大事记（2021年6月）#1日
聊城市人民政府大事记（2021年6月）#2日
聊城市人民政府大事记（2021年6月）#2日△2
"""
"""Measure id, then a line for each block: role and departments, then office | person | phone | deadline.

Departments stand between 、 where none of them holds 、 itself, else between @; office, person, phone and
deadline belong to each of them.
"""

Row = tuple[str, str, str, str, str, str]


def _expected() -> dict[str, list[Row]]:
    expected: dict[str, list[Row]] = {}
    rows: list[Row] = []
    for line in SAMPLES.split("\n"):
        if "#" in line:
            rows = expected.setdefault(line, [])
        elif line:
            role, _, said = line.partition(" ")
            cells = [cell.strip() for cell in said.split("|")]
            office, person, phone, deadline = (*cells[1:], "", "", "", "")[:4]
            for name in _names(cells[0]):
                rows.append((role, name, office, person, phone, deadline))
    return expected


def _names(listed: str) -> list[str]:
    if "@" in listed:
        return listed.split("@")
    return [listed] if listed.startswith("各镇政府、") else listed.split("、")


def _printed(measure: Measure) -> list[Row]:
    return [
        (
            str(duty.role),
            duty.department,
            duty.office or "",
            duty.person or "",
            duty.phone or "",
            duty.deadline or "",
        )
        for duty in measure.responsibilities
    ]


EXPECTED = _expected()


@pytest.mark.parametrize("measure_id", EXPECTED)
def test_a_measure_names_exactly_whom_the_source_prints(catalog: Catalog, measure_id: str) -> None:
    """Departments, roles, offices, persons, phones and deadlines of every block, in printed order."""
    assert _printed(catalog.measure(measure_id)) == EXPECTED[measure_id]


def test_the_sample_takes_three_measures_of_each_document(catalog: Catalog) -> None:
    """At least 64 over all documents, three of each that has as many."""
    assert len(EXPECTED) >= 64
    for document in catalog.documents:
        sampled = [name for name in EXPECTED if name.startswith(f"{document.number}#")]
        assert len(sampled) >= min(3, len(document.measures)), document.number
