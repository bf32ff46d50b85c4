"""Document numbers such as 周政办字〔2024〕11号, in every spelling that offices print."""

import re

from corpus.text.numerals import UP_TO_99

NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,10}[〔\[［(（【﹝](?:19|20|１９|２０)\d\d[〕\]］)）】﹞]第?\d{1,4}号"
    r"|[\u4e00-\u9fff]{1,9}(?<![公来])[函字发办规电](?:19|20)\d\d年第?\d{1,4}号"
)
"""A number as printed, without white space. Example: 青商发〔2025〕3号, 青商服贸函2025年第32号."""
_UNSIGNED = re.compile(
    r"[\u4e00-\u9fff]{1,10}[〔\[［(（【﹝](?:19|20|１９|２０)\d\d[〕\]］)）】﹞]第?\d{1,4}"
)
"""A number without the 号 at its end."""
_MISREAD = re.compile(r"(?<=[〔\[［(（【﹝]20\d\d)[JjIl|丨](?=\d{1,4}号?$)")
"""What machines that read pictures make of the second bracket. Example: `青政办发〔2026J5号`."""
_SIGN = "号"
ORDINAL_OF_YEAR = re.compile(
    r"(?:[（(〔\[]?(?:(?:19|20)\d\d年)?|[〔\[［(（](?:19|20)\d\d[〕\]］)）])"
    rf"第(?:\d{{1,4}}|[{UP_TO_99}百]{{1,6}})号[）)〕\]]?"
)
"""Which one of its kind, or of its kind in a year: `第24号`, `（2025年第二十四号）`."""
ANNOUNCED = re.compile(rf"(?!.*关于)[\u4e00-\u9fff、]{{2,40}}?(?:公告|通告|令)(?:{ORDINAL_OF_YEAR.pattern})")
"""The number of an announcement or decree. Example: 财政部税务总局公告2020年第8号."""
_ONE_SPELLING = str.maketrans(
    "[［(（【﹝]］)）】﹞０１２３４５６７８９", "〔〔〔〔〔〔〕〕〕〕〕〕0123456789"
)
_ORDINAL = re.compile(r"(?<=〕)第(?=\d)")


def spelled(number: str) -> str:
    """The one spelling of a number; in text without a number only brackets and figures change.

    Example: `周民字［２０２５］第１８号` -> `周民字〔2025〕18号`
    """
    return _ORDINAL.sub("", number.translate(_ONE_SPELLING))


def number_alone(line: str) -> str:
    """The number that a line without white space prints and nothing else, in its one spelling; else empty.

    Example: `青政办发[2026]5` -> `青政办发〔2026〕5号`; `青政办发〔2026〕5号文件精神` -> ``
    """
    line = _MISREAD.sub("〕", line)
    signed = line + _SIGN if _UNSIGNED.fullmatch(line) else line
    return spelled(signed) if NUMBER.fullmatch(signed) else ""


def number_before(line: str, title: str) -> str:
    """The number that a line without white space prints right before a title; else empty.

    Example: `青政办发〔2026〕5号关于发放补贴的通知.doc`, `关于发放补贴的通知` -> `青政办发〔2026〕5号`
    """
    match = NUMBER.match(line)
    return spelled(match[0]) if match and title and line.startswith(title, match.end()) else ""


def prints(text: str, number: str) -> bool:
    """Whether a text prints a number, in whatever spelling; a title that replaces a number does not count."""
    if not (NUMBER.fullmatch(number) or ANNOUNCED.fullmatch(number)):
        return False
    bare = re.escape(spelled(number).removesuffix(_SIGN))
    return bool(re.search(rf"{bare}(?!\d)", spelled("".join(text.split()))))
