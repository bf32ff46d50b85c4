"""Bodies of everyday life that a sentence has act: 村委会, 街道司法所, 乡镇卫生院公共卫生科, 运营商."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ENDS = (
    r"卫生院|医院|村委会|居委会|村民委员会|居民委员会|委员会|残协|司法所|派出所|监管所|财政所|水管站|服务站|工作站|邮站|驿站"
    r"|街道办事处|办事处|人民政府|运营商|供应商|生产商|经销商|物业公司|物业服务企业|[\u4e00-\u9fff]{2}企业|公司|银行|学校|幼儿园"
    r"|管理所|检验所|服务中心|殡仪馆|敬老院|养老院|供销社|合作社|(?:民政|振兴|扶贫|卫健|经管|应急)办|残联|局|中心"
)
_OFFICE = (
    r"(?:(?:(?![由向到找可应将的须在])[\u4e00-\u9fff]){2,8}?"
    r"(?:科(?![技学])|股(?![份东])|室(?![内外])|处(?![理罚])|部(?![分门])|服务办|窗口|[^小]组))?"
)
_DOES = (
    r"(?=$|[，。；]|(?:依法|统一|上门|免费|负责|当天|及时|照价|具体)*(?:负责|受理|办理|经办|调解|代办|赔偿|接诊|指定|登记|报名|领取|审核|核实|核查"
    r"|查处|处理|处罚|维修|安装|拨付|支付|发放|提出|提交|反映|申请|申报|销户|备案|检验|协调|解释|咨询|投诉|举报|鉴定|组织|认定|承担|接到|比对|核对|定下|汇总|确认|检查))"
)
_ACTS = re.compile(
    rf"(?:由|(?<![指导流方])向|到|找|(?:^|[，；：。、]))(?:施工的|所在地?的?|当地|户籍地|辖区)?"
    rf"(?P<who>(?![各本该有相])(?:(?![由向到找可应将的须在把被内])[\u4e00-\u9fff]){{0,14}}?(?:{_ENDS}))"
    rf"(?P<office>{_OFFICE}){_DOES}"
)
_LISTED = re.compile(rf"(?P<who>[\u4e00-\u9fff]{{2,12}}?(?:{_ENDS}))、")
_LEADS = re.compile(
    r"(?:^|[，；：。]|由)(?P<who>(?:(?![由的将在])[\u4e00-\u9fff、]){2,60}?"
    r"(?:指挥部|领导小组|协调小组|推进小组|工作专班|联席会议|领导机构)(?:办公室)?)"
    r"(?=(?:负责|要|应当|全面|切实|具体)*(?:统筹|统一|牵头|领导|指挥|调度|协调|组织|督导|推进|研究))"
)
"""Bodies over several bureaus; their names may list what they lead.

Example: `县停车场、公厕建设指挥部统筹指挥`.
"""
_LEAST = 2


@dataclass(frozen=True, slots=True)
class LooseBody:
    """A body as a sentence names it, with the office of it."""

    name: str
    office: str | None


def loose_bodies(sentence: str) -> Iterator[LooseBody]:
    """The bodies that a sentence has act or sends people to, in order, those listed before them too.

    Example: `由社区居委会、街道司法所调解。` -> 社区居委会, 街道司法所
    """
    # A heading on its own line is no part of the name below it.
    words = "，".join("".join(line.split()) for line in sentence.splitlines())
    yield from (LooseBody(match["who"], None) for match in _LEADS.finditer(words))
    for match in _ACTS.finditer(words):
        before = words[: match.start("who")]
        listed = re.search(rf"(?:由|向|到|找)((?:[\u4e00-\u9fff]{{2,12}}(?:{_ENDS})、)+)$", before)
        if listed:
            yield from (LooseBody(each["who"], None) for each in _LISTED.finditer(listed.group(1)))
        if len(match["who"]) >= _LEAST:
            yield LooseBody(match["who"], match["office"] or None)
