"""Added measures that say nothing of a matter by themselves: filled-in samples of forms, and lone fields."""

import re

_SAMPLE = re.compile(r"[XＸx×*＊]{2,}")
"""What stands in a sample where people write their own. Example: `XX市XX路XX号`."""
_SAMPLES = 3
_FIELD = re.compile(
    r"\s*[\u4e00-\u9fff]{0,6}(?:电话|热线|地址|地点|时间|网址|邮箱|传真)[：:][^。；\n]{0,60}[。；]?\s*"
)


def is_sample(text: str) -> bool:
    """Whether a text is a sample of a filled-in form. Example: `地址：XX市XX路XX号` -> True."""
    return len(_SAMPLE.findall(text)) >= _SAMPLES


def is_lone_field(text: str) -> bool:
    """Whether a text is one field of whatever it stands under. Example: `咨询电话：5550101` -> True."""
    return bool(_FIELD.fullmatch(text))
