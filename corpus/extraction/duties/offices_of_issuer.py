"""The offices of whoever issued a document that act in it by their bare names, or that papers are sent to."""

import re

from corpus.extraction.duties.sentence_duties import SENT_TO
from corpus.extraction.whose_phones.phone_owners import OWN_OFFICE

_ACTING = re.compile(
    r"(?:^|[。；：）)])(?P<office>(?!各|有关|相关|本|该|由|向|到|在|经|或)[\u4e00-\u9fff]{2,12}(?:科|股|处))(?=将|负责|应当?|须|根据|按照?|依据|对|会同|组织|受理|审核|审批|审查|核发|汇总|收到)"
)
"""An office as the subject of a sentence, whose body the document does not repeat."""
_ACTING_IN_TOWN = re.compile(
    r"(?m)(?:由|会同|^|[。；：，）)])(?P<office>(?!各|有关|相关|本|该|由|向|到|在|经(?![发贸])|或|第三方|社区(?!管理)|居|村|[省县区旗镇乡]|市(?![政容场])|街道)"
    r"(?:(?![由的])[\u4e00-\u9fff]){2,5}?(?:(?<![主承协经举])办|中心|[科站所队]))"
    r"(?=(?:会同|牵头|负责|组织|汇总|受理|审核|审批|核实|将|对|应当?|每[月季半年]|于每|向[^，。；]{2,12}(?:发|出|下|报|通)))"
)
"""A part of a town or street office as the subject of a sentence. Example: `由建管办会同城运中心组织`."""
_OF_TOWN = re.compile(r"(?:街道|[镇乡])(?:人民政府|办事处|政府)?$")
_WINDOW = 8
"""Characters before an office that may say that papers are sent to it."""


def is_of_town(issuer: str) -> bool:
    """Whether a town or a street office issued a document. Example: `海棠街道办事处` -> True."""
    return bool(_OF_TOWN.search(issuer))


def offices_of_issuer(text: str, issuer: str) -> tuple[str, ...]:
    """The offices of the issuer that a text has papers sent to, then those that act in it, each once.

    Example: `报我局人事科` -> 人事科; `人事科根据申报材料进行核查` -> the same; of a town
    `由平安办会同城运中心组织` -> 平安办, 城运中心
    """
    words = "".join(text.split())
    owned = OWN_OFFICE.finditer(words)
    sent = (
        own["office"] for own in owned if SENT_TO.search(words, max(0, own.start() - _WINDOW), own.start())
    )
    acting = _ACTING_IN_TOWN.finditer(_lines(text)) if is_of_town(issuer) else _ACTING.finditer(words)
    return tuple(dict.fromkeys((*sent, *(own["office"] for own in acting))))


def _lines(text: str) -> str:
    return "\n".join("".join(line.split()) for line in text.splitlines())
