"""The bodies that issue or sign a document, told apart however they are printed."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.region_names import STATE_BODIES, toponym_at
from corpus.text.excerpt import compact
from corpus.text.numerals import UP_TO_99

_ENDS = (
    "部|委|委员会|局|厅|署|办|办公室|政府|银行|集团|公司|联合会|残联|妇联|工商联|侨联|文联|科协|监会|中心|指挥部(?:办公室)?|"
    "领导小组(?:办公室)?|[\u4e00-\u9fff]组|法院|检察院|管委会|工委|协会|总工会|总会|大队|支队|办事处|管理处|服务处|国务院|机制|司|分行|"
    "支行|医院|学校|大学|学院|联合社|供销社|专班|人大常委会|纪委监委|团[省市区县]委|党校|考试院"
)
_ORGAN = re.compile(
    rf"国务院|中共中央|(?!关于|有关|转发|印发|支持|各)[\u4e00-\u9fff（）()]{{1,38}}(?:{_ENDS})(?:（[\u4e00-\u9fff]{{2,30}}）)?"
)
_NO_ORGAN = re.compile(
    r"关于|特此|印发|转发|通知|要求|按照|进一步|。|，|的(?![\u4e00-\u9fff]{2,20}(?:指挥部|领导小组|工作组|机制))"
)
"""Bodies set up for one purpose name it, with 的 in the middle: 应对…的肺炎疫情联防联控机制."""
_AND_OTHERS = re.compile(rf"等(?:\d{{1,2}}|[{UP_TO_99}]{{1,3}})?(?:个)?(?:部门|单位|部委|委办局)$")
_JOINT = re.compile(rf"(?:{_ENDS}|）)$")
_LEVEL = re.compile(r"[省市区县州旗镇](?![场域级]|民(?!政|族)|政(?!府|协|法|务)|城(?!市|管))")
_WITHOUT_REGION = re.compile(r"[省市县区](?:委|政府|人民政府)")
_BARE_LEVEL = re.compile(r"自治区|[省市州盟县区旗](?=[\u4e00-\u9fff]{2})")
_OWN_SITE = re.compile(r"^本[网站]")
_CHANNEL = re.compile(r"(?:官方)?(?:微信)?(?:公众号|官网|网站|微博|门户网站|网)$")
_MEDIA = re.compile(r"融媒体|传媒|新闻|日报|晚报|电视台|广播")
_ABOVE = re.compile(rf"中共|{STATE_BODIES}")
"""What stands before the place in the name of a body. Example: `国家税务总局` of 国家税务总局青禾县税务局."""
_WIDE = re.compile(r"[ \t\u00a0\u3000]{2,}|\u3000|\t")
_SPACE = re.compile(r"\s+")
_NATIONAL = re.compile(
    "国务院(?:办公厅|国资委|港澳办|台办|新闻办|扶贫办)?|中共中央(?:办公厅|组织部|宣传部|统战部)?"
    "|中央(?:组织部|宣传部|统战部|社会工作部|网信办|编办|政法委|文明办|农办|金融办|军委)"
    "|国家(?:发展改革委|发展和改革委员会|卫生健康委员会|卫生健康委|民委|数据局|能源局|统计局|医保局|医疗保障局|中医药局|疾控局|邮政局|知识产权局"
    "|粮食和储备局|林草局|文物局|药监局|铁路局|移民局|外汇局|烟草局|档案局|保密局|版权局|电影局|乡村振兴局|消防救援局|税务总局|体育总局|广电总局"
    "|市场监督管理总局|金融监督管理总局)"
    "|(?:外交|教育|科技|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|住房和?城乡建设|交通运输|水利"
    "|农业农村|商务|文化和旅游|退役军人事务|退役军人|应急管理)部"
    "|(?:中国)?人民银行|审计署|海关总署|(?:税务|市场监管|金融监管|体育|广电)总局|(?:中国)?(?:证监会|民航局|银保监会)|全国(?:妇联|总工会|工商联|老龄办)"
    "|共青团中央|中国(?:残联|科协|科学院|工程院|气象局|贸促会|文联|侨联)|最高人民(?:法院|检察院)"
)
"""The bodies of the whole state, which share neither a region nor a level with each other."""
_LONGEST = 400
"""Characters of a line of bodies; a longer one is a paragraph."""
_MOST = 15
"""Bodies of one document; the longest list seen has twelve."""


def is_organ(words: str) -> bool:
    """Whether words name an office, or several with 、 between them, and say nothing else."""
    return not _NO_ORGAN.search(words) and all(_ORGAN.fullmatch(part) for part in words.split("、"))


def joint_issuer(parts: Sequence[str]) -> str:
    """The bodies joined by 、, each once; empty unless every part names a body, or several run together.

    Example: `国务院扶贫办`, `财政部` -> `国务院扶贫办、财政部`; `县民政局县财政局` -> `县民政局、县财政局`
    """
    if any(len(part) > _LONGEST for part in parts):
        return ""
    named = [name for part in parts for name in _AND_OTHERS.sub("", part).split("、")]
    bodies = dict.fromkeys(body for name in named for body in _parted(name))
    return "、".join(bodies) if all(is_organ(body) for body in bodies) else ""


def issuer_of(titled: str, signed: str) -> str:
    """The bodies that issue a document, of those in its title and those that sign it, joined by 、.

    The title decides, unless it names one of several, or less of a name than the signature.

    Example: `市政府办公室` in the title, `青禾市人民政府办公室` below -> the second;
    `省农机中心` in the title, `江苏省农业机械服务中心` below -> the second
    """
    named, signers = titled.split("、"), signed.split("、")
    first_of_many = len(signers) > len(named) and set(named) <= set(signers)
    fuller = (len(signed) > len(titled) and signed.endswith(titled)) or _places(titled, signed)
    if signed and (fuller or first_of_many or _WITHOUT_REGION.match(titled)):
        return signed
    return titled


def _places(titled: str, signed: str) -> bool:
    """Whether a title names one body by its level alone, and who signs is of a place of that level."""
    level = _BARE_LEVEL.match(titled)
    place = toponym_at(signed, 0) if level and "、" not in titled + signed else None
    bare = place is not None and toponym_at(titled, 0) is None
    return bool(bare and level and place and place.names[-1].endswith(level[0]))


def publisher_in(source: str) -> str:
    """The bodies that a line 来源 names, joined by 、; empty where it names a newspaper or an account.

    Example: `青禾县民政局官网` -> `青禾县民政局`; `青禾县融媒体中心` -> ``
    """
    bare = _OWN_SITE.sub("", source.strip())
    parts = [_CHANNEL.sub("", part) for part in words_apart(bare)]
    named = [part for part in parts if is_organ(part) and not _MEDIA.search(part)]
    return joint_issuer(named) if named and parts[0] == named[0] else ""


def issuers_in(line: str) -> str:
    """The bodies that a line as printed names, joined by 、; empty where it says anything else.

    White space parts bodies, unless it parts the letters of one name.

    Example: `县民政局  县财政局` -> `县民政局、县财政局`; `济 南 市 商 务 局` -> `济南市商务局`
    """
    return joint_issuer(words_apart(line)) or joint_issuer([compact(line)])


def words_apart(line: str) -> list[str]:
    """The names of a line that white space parts; letters that it spaces out are put together.

    Example: `财政部 国家卫生健康委` -> two; `财 政 部` -> one; `财 政 部　　税 务 总 局` -> two
    """
    parts = _SPACE.split(line.strip())
    if len(parts) > 2 and sum(len(part) == 1 for part in parts) * 2 > len(parts):
        parts = [compact(part) for part in _WIDE.split(line.strip())]
    return [part for part in parts if part]


def _parted(words: str) -> list[str]:
    """One name, or the names that stand in it without anything between them.

    Each begins with the region of the first, or with the level of it: `县民政局县财政局`; or all are bodies
    of the whole state: `教育部公安部`.
    """
    national = _NATIONAL.findall(words)
    if "".join(national) == words and len(national) <= _MOST:
        return national
    cuts = [0, *_cuts(words), len(words)]
    parts = [words[a:b] for a, b in pairwise(cuts)]
    return parts if len(parts) <= _MOST and all(is_organ(part) for part in parts) else [words]


def _cuts(words: str) -> list[int]:
    """Where a further name may begin: behind the end of one, at the region that the first begins with."""
    region = toponym_at(words, _place_at(words, 0))
    first = "".join(region.names) if region else ""
    opening = [first, *(region.names if region else ())] if first else []
    level = _LEVEL.match(words)
    cuts: list[int] = []
    for position in range(2, len(words) - 1):
        begins = _place_at(words, position)
        named = any(words.startswith(name, begins) for name in opening)
        same_level = level is not None and words[begins] == level[0][0] and bool(_LEVEL.match(words, begins))
        before = words[cuts[-1] if cuts else 0 : position]
        if (
            (named or same_level)
            and _JOINT.search(before)
            and is_organ(before)
            and not _ABOVE.fullmatch(before)
        ):
            cuts.append(position)
    return cuts


def _place_at(words: str, position: int) -> int:
    """Where the place of a name that begins at a position stands: behind 中共 or 国家税务总局."""
    above = _ABOVE.match(words, position)
    return above.end() if above else position
