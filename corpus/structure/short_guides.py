"""Guides to one matter, set as fields: 【承办机构】县公安局, 四、承办机构：县公安局 or 承办机构：县公安局."""

import re
from collections.abc import Sequence

from corpus.text.markers import Style, find_marker
from corpus.text.numerals import UP_TO_99

_BOXED = re.compile(r"【[^【】]{2,12}】")
_COUNTED = re.compile(rf"[{UP_TO_99}]{{1,3}}、(?P<name>[\u4e00-\u9fff]{{2,12}})(?:[：:]|$)")
_BARE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,12})[：:]")
_OF_MATTER = re.compile(r"(?:事项|服务|项目|业务)?名称")
"""The field that says what a guide of counted fields is about."""
_NAMES_FIELD = re.compile(
    r".*(?:名称|类别|类型|依据|机关|机构|部门|单位|对象|条件|期限|时限|层级|办理|内容|形式|材料|流程|程序|标准|范围"
    r"|查询|服务|方式|地点|地址|时间|电话|结果|咨询|监督|投诉|渠道|收费|数量|编码|要求|须知|事项)"
)
_LEAST_FIELDS = 4
_LEAST_BARE = 6
"""Without brackets or numbers only so many fields tell a guide from a text with a few labels."""
_LINES_ABOVE = 3
_LONGEST = 1500
"""Characters; a longer guide is read by its parts."""


def is_guide_of_fields(lines: Sequence[str]) -> bool:
    """Whether lines without white space begin with different fields, so that they are about one matter.

    Fields that are counted, or have no sign but a colon, have to begin with that of the matter's name.
    """
    if sum(map(len, lines)) > _LONGEST:
        return False
    boxed = [match[0] for line in lines if (match := _BOXED.match(line))]
    return _differ(boxed, lines) or _is_counted(lines) or _is_bare(lines)


def matter_of(lines: Sequence[str]) -> str:
    """What the first field of a guide says that it is about; empty where it is no such field.

    Example: `一、事项名称：犬证办理`, `事项名称：犬证办理` -> `犬证办理`
    """
    first = next(iter(lines), "")
    field = _COUNTED.match(first) or _BARE.match(first)
    return first[field.end() :] if field and _OF_MATTER.fullmatch(field["name"]) else ""


def _differ(fields: Sequence[str], lines: Sequence[str]) -> bool:
    opens = any(_BOXED.match(line) for line in lines[:_LINES_ABOVE])
    return opens and len(fields) == len(set(fields)) >= _LEAST_FIELDS


def _is_bare(lines: Sequence[str]) -> bool:
    """Whether the fields have a colon alone behind their names; numbered points below one are its value.

    Example: `事项名称：护理补贴`, `受理条件：`, `1.…`, `2.…`, `补贴标准：…`, `办理地点：…` -> True
    """
    named = [match["name"] for line in lines if (match := _BARE.match(line))]
    fields = [name for name in named if _NAMES_FIELD.fullmatch(name)]
    opens = any((first := _BARE.match(line)) and _OF_MATTER.fullmatch(first["name"]) for line in lines[:1])
    unlabelled = sum(find_marker(line) is None for line in lines)
    return opens and len(fields) == len(set(fields)) >= max(_LEAST_BARE, unlabelled / 2)


def _is_counted(lines: Sequence[str]) -> bool:
    """Whether all chapters are fields with names of their own, the first one that of the matter."""
    chapters = [line for line in lines if (marker := find_marker(line)) and marker.style is Style.HAN]
    names = [field["name"] for line in chapters if (field := _COUNTED.match(line))]
    alike = len(names) == len(chapters) == len(set(names)) >= _LEAST_FIELDS
    named = alike and bool(_OF_MATTER.fullmatch(names[0])) and lines[0] == chapters[0]
    return named and all(map(_NAMES_FIELD.fullmatch, names))
