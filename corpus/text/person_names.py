"""Names of people, told from other short words that stand where a name may stand."""

import re

_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_OTHER = re.compile(
    r"第.*|.*(?:咨询|监督|投诉|举报|受理|办公|值班|固定|座机|手机|传真|邮箱|地址|网址|热线|电话|上午|下午|全天|时间|日期|期间|方式)"
    r"|.*(?:[级区县市镇乡村部局所站院校厅室股处馆队台组]|街道|社区|[小中大]学|幼儿园|中心|公司|银行|窗口|平台)"
    r"|.*(?:津贴|补贴|补助|待遇|支持|服务|维修|抢修|报修|登记|报名|申请|申报|办理|查询|缴费|预约|预订|审批|城镇|农村|居民|企业|个人|单位)"
)
"""Labels, places, bodies and matters. Example: `监督`, `市本级`, `第一小学`, `技术支持`."""


def is_person(words: str) -> bool:
    """Whether words can be the name of a person. Example: `许冰` -> True; `市本级` -> False."""
    return bool(_NAME.fullmatch(words)) and not _OTHER.fullmatch(words)
