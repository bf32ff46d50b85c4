"""Who does what where no label says so: 由县财政局会同县民政局制定; 向县残联申请; 县民政局负责审核."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.extraction.duties.blocks import role_among
from corpus.extraction.naming.role_words import BlockLabel
from corpus.records import Role
from corpus.text.bodies import is_government
from corpus.text.body_mentions import BodyMention, find_bodies, is_bare, may_name

_NARROW_MARK = re.compile(
    r"(?<=[\u4e00-\u9fff）)》”\"%])[,;:!?]|\((?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\)"
)
_WIDE_MARKS = str.maketrans(",;:!?()", "，；：！？（）")
_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")
_WINDOW = 80
"""Characters before and behind a body that are looked at: a long clause."""
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|[（(](?:以下)?简称[^（）()]*[）)]")
_BETWEEN = re.compile(
    r"(?:[、和与及或]|以及|（[^（）]*）|[\u4e00-\u9fff]{2,12}(?:局|委|办|行|公司|海关|中心|大队|协会)(?=[、和与及]))*"
)
"""Between two bodies of one list: also others whose place is no level. Example: `、青禾银监局、`."""
_WITH = re.compile(r"(?:（[^（）]*）)?(?:牵头)?，?(?:会同|联合|商|协同|会商)")
_LEADS = re.compile(
    r"[^，。；：]{0,6}(?:牵头|主办|主责)|[^，。；：]{2,12}，牵头(?:做好|负责|推进|推动|落实|组织|抓|开展)"
)
_LISTED_BEHIND = re.compile(
    r"^(?:[、和与及][\u4e00-\u9fff]{2,14}?(?:局|委|办|分行|支行|公司|海关|大队|协会))+(?![、和与及])"
)
"""Further members of a list whose place is no level. Example: `、人民银行青禾分行` before `指导`."""
_BY = re.compile(r"由$")
_BESIDE = re.compile(r"(?:会同|联合|协同|(?<!拒不)(?<!拒绝)配合|协助|商)$")
_JOINED = re.compile(r"(?:会同|联合|协同|商)$")
"""The part of these that stands before the one who helps; 配合 stands before the one who is helped."""
_TO = re.compile(r"(?:(?<![指导流])向|到|找|咨询|联系|前往|赴|登录|至)$")
_OWN = re.compile(
    r"(?:(?:其|本人|各自)?[户籍居住常实际工商税务登记注册经营参保就业所在地及或者、]{2,}|所属|当地|辖区|本地)的?$"
)
"""Whose body it is, for those who apply. Example: `向户籍所在地的` before `镇人民政府`."""
_LEVEL = re.compile(r"(?:市区|[省市州县区旗])(?=[\u4e00-\u9fff]{2})")
_EVERY = re.compile(r"各[^，。；]{0,30}、$")
_INTERPRETS = re.compile(r"负责(?:具体)?解释|解释权")
"""Who interprets a document answers for all of it, see `document_contacts`, not for one measure."""
_APPLIES = re.compile(
    r"[^。；]{0,40}?(?:申请|申报|提交|提出|报送|办理|领取|登记|报名|咨询|备案|缴纳|报告|了解|查询|预约|补办|受理)"
)
_PASSED = re.compile(r"(?:报|送|报送|提交|交|报请|经|报经|上报|转|推送|移交|被)$")
SENT_TO = re.compile(r"(?:[上呈申]?报|报送|寄|递?交|提交|反馈|汇总|传真?)(?:送|至|到|给|回)?$")
"""What stands before the office that takes something. Example: `于10月30日前将申报表报`."""
_EXAMINES = re.compile(
    r"[^。；，]{0,12}?(?:审核|审批|审定|备案|认定|批准|核准|审查|复核|复审|初审|同意|确认|评审|评定|汇总|核实|核定|验收|登记|批复)"
)
_BEGINS = re.compile(
    r"(?:^|[，：；。、）】])(?:具体|其中|原则上|各自|届时)?(?:由)?$|(?:^|[，：。；])[^，。：；]{0,16}(?:后|前|时|日|内|的)$"
)
_ACTS = re.compile(
    r"(?:应当?|要|将|须|需|可|会|统一|负责|牵头|具体|根据|按照?|依据|依法|组织|对|在|每|及时|定期|不再|给予|于|向|为|通过|另行|委托|受理|处理|处置|审核|审批|审查|核实|核对|核查|核验|初审|复核|复审|抽查|验收|评定|登记|划转"
    r"|运用|利用|依托|采取|采用|聚焦|围绕|分别|共同|主动|积极|切实|严格|认真|原则上|推动|推进|完善|优化|健全|编制|印发|组建|选派|聘请|抽取|征求|论证|考核|督促|检查|查处|责令|撤销|收回|追回|取消|暂停|停止|终止|通报|告知|书面|当场|接到|制定|出具|发放|拨付|下达|公布|发布|公示|开展|建立|设立|承担|做好|落实|安排|结合|收到|作出|确定|认定|办理|提供|加强|指导|监督|实施|统筹|协调|汇总|配合|协助|参与|从|把|自|以|会同|联合|是|为)"
)
_NO_SUBJECT = re.compile(
    r"(?:印发|发布|出具|核发|颁发|制定|规定|公布|下达|认定|组织|举办|主办|开具|批准|委托|授权|指定|聘请)的"
)
"""A body that something, or somebody else, only comes from: 县民政局出具的证明, 县公安局委托的机构.

With 由 before it, it acts: 由县民政局组织的检查.
"""
_MADE_BY = re.compile(r"[\u4e00-\u9fff]{2}由$")
_MADE = re.compile(
    r"(?:统一|负责|联合|依法)?(?:编制|印制|制作|监制|制定|拟定|出具|核发|颁发|印发|发布|公布|签发)的"
)
"""Who made a thing that a sentence speaks of, before what was done. Example: `印制由市教育局统一编制的`."""
_AS = re.compile(r"^作为[^，。；]{0,30}(?:主管|管理|监管|牵头)(?:部门|单位|机构)，")
"""What a body is, before what it does. Example: `作为行业主管部门，` before `负责审核`."""
_HELPS = re.compile(r"(?:积极|要|应当?|做好)?(?:配合|协助|参与|指导(?=[，。；]|$))")
_VERB = re.compile(r"(?!的|等|[\u4e00-\u9fff]{2,4}的)[\u4e00-\u9fff]{2}")
"""Words behind an office that may be what it does: no mark, no phone."""
_RANK = {BlockLabel.LEAD: 0, BlockLabel.DUTY: 1, BlockLabel.HELP: 2}


@dataclass(frozen=True, slots=True)
class SentenceDuty:
    """A body that a sentence gives something to do, its office, and its role in the measure."""

    department: str
    office: str | None
    role: Role


@dataclass(frozen=True, slots=True)
class _Part:
    body: BodyMention
    kind: BlockLabel
    beside: frozenset[BlockLabel] = frozenset()
    """The kinds of all the bodies of its sentence: who leads in one sentence leads in no other."""
    listed: frozenset[str] = frozenset()
    """The names of the bodies that it is listed with, its own included: each is a body of its own."""
    joins: bool = False
    """Whether it acts beside one named before it, if only by its kind. Example: `主管部门会同县财政局`."""


def sentence_duties(text: str) -> tuple[SentenceDuty, ...]:
    """The bodies that the sentences of a text send people to or give something to do, each once.

    Whole governments are left out: they approve, and answer for too much.

    Example: `由县财政局会同县民政局制定。` -> 县财政局 leads, 县民政局 supports
    """
    parts: dict[tuple[str, str | None], _Part] = {}
    for match in _SENTENCE.finditer(_with_wide_marks(text)):
        if not may_name(match.group()) or _INTERPRETS.search(match.group()):
            continue
        for part in _of_sentence(match.group()):
            key = (part.body.name, part.body.office)
            known = parts.get(key)
            parts[key] = part if known is None or _RANK[part.kind] < _RANK[known.kind] else known
    poorer = _poorer(parts.values())
    kept = [part for key, part in parts.items() if key not in poorer]
    only_help = {part.kind for part in kept} == {BlockLabel.HELP}
    return tuple(
        SentenceDuty(
            part.body.name,
            part.body.office,
            Role.RESPONSIBLE if only_help and not part.joins else role_among(part.kind, set(part.beside)),
        )
        for part in sorted(kept, key=lambda part: _RANK[part.kind])
    )


def _with_wide_marks(text: str) -> str:
    """The text with full-width marks behind Chinese characters. Example: `负责,并` -> `负责，并`."""
    return _NARROW_MARK.sub(lambda mark: mark[0].translate(_WIDE_MARKS), text)


def _poorer(parts: Collection[_Part]) -> frozenset[tuple[str, str | None]]:
    """Those whose body another names with an office, or with the place before its short name.

    Bodies of one list are none of each other. Example: `区国税局、高新区国税局`
    """
    with_office = {part.body.name for part in parts if part.body.office is not None}
    short = {
        (part.body.name[start:], part.listed) for part in parts for start in range(1, len(part.body.name))
    }
    shorter = {name for name, listed in short if name not in listed}
    return frozenset(
        (part.body.name, part.body.office)
        for part in parts
        if part.body.name in shorter or (part.body.office is None and part.body.name in with_office)
    )


def _of_sentence(sentence: str) -> Iterator[_Part]:
    words = _QUOTED.sub(lambda match: "（" + "_" * (len(match.group()) - 2) + "）", "".join(sentence.split()))
    bodies = [body for body in find_bodies(words, bare=True) if not is_government(body.name)]
    parts: list[_Part] = []
    for group in _groups(bodies, words):
        first, last = group[0].start, group[-1].end
        before, after = words[max(0, first - _WINDOW) : first], words[last : last + _WINDOW]
        kind = _kind(before, after) or _kind_of_office(group[-1], before, after)
        if kind is not None:
            levelled = [_at_level(body, group[0]) for body in group]
            listed = frozenset(body.name for body in levelled)
            joins = bool(_JOINED.search(before))
            parts += [_Part(body, kind, listed=listed, joins=joins) for body in levelled]
    beside = frozenset(part.kind for part in parts)
    yield from (replace(part, beside=beside) for part in parts)


def _at_level(body: BodyMention, first: BodyMention) -> BodyMention:
    """A body of a list whose first one alone names the level.

    Example: `审计局` behind `县财政局` -> `县审计局`
    """
    level = _LEVEL.match(first.name)
    bare = level and not _LEVEL.match(body.name) and is_bare(body.name)
    return replace(body, name=f"{level[0]}{body.name}") if level and bare else body


def _groups(bodies: Sequence[BodyMention], words: str) -> list[list[BodyMention]]:
    """The bodies that are listed together. Example: `县财政局、县民政局负责` -> one group of two."""
    groups = [[body] for body in bodies[:1]]
    for before, body in pairwise(bodies):
        if _BETWEEN.fullmatch(words, before.end, body.start):
            groups[-1].append(body)
        else:
            groups.append([body])
    return groups


def _kind(before: str, after: str) -> BlockLabel | None:
    """What the words around a list of bodies give them to do; None where they give nothing."""
    after = _LISTED_BEHIND.sub("", after)
    after = _AS.sub("", re.sub(r"^（[^（）]*）|^等(?:有关|相关)?(?:部门|单位)?", "", after))
    before = _OWN.sub("", before)
    if _PASSED.search(before) and _EXAMINES.match(after):
        return BlockLabel.HELP
    comes_from = _NO_SUBJECT.match(after) and not _BY.search(before)
    made = _MADE.match(after) and _MADE_BY.search(before)
    if comes_from or made or after.startswith("的") or _EVERY.search(before):
        return None
    if _BESIDE.search(before):
        return BlockLabel.HELP
    acts = bool(_BY.search(before)) or bool(_BEGINS.search(before) and _ACTS.match(after))
    if acts:
        return _kind_of_actor(after)
    return BlockLabel.DUTY if _TO.search(before) and _APPLIES.match(after) else None


def _kind_of_office(body: BodyMention, before: str, after: str) -> BlockLabel | None:
    """An office that opens a clause acts in it, whatever the verb; one that papers are sent to takes them.

    Example: `县林业局种苗股发苗。`, `申报表报县教育局人事科。` -> duty
    """
    opens = _BEGINS.search(before) and _VERB.match(after)
    return BlockLabel.DUTY if body.office is not None and (opens or SENT_TO.search(before)) else None


def _kind_of_actor(after: str) -> BlockLabel:
    if _HELPS.match(after):
        return BlockLabel.HELP
    leads = _WITH.match(after) or _LEADS.match(after)
    return BlockLabel.LEAD if leads else BlockLabel.DUTY
