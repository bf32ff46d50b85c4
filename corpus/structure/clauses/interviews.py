"""Questions of the press and their answers, each with the name of who speaks before a colon."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from corpus.text.markers import Marker, Style

_SPEAKER = re.compile(r"(?P<name>[\u4e00-\u9fffA-Za-z（）()·]{2,20})[：:](?=.{4})")
_PRESS = re.compile(r"社|报|台|网|刊|记者|主持人|提问|媒体|新闻|日报|客户端|中心|观察|网友|听众|企业代表")
_ASKS = re.compile(
    r"[？?][”’]?$|[？?].{0,30}$|请(?:您|.{0,8}局长|.{0,8}主任)?(?:简要|具体|详细)?(?:谈|介绍|解读|说明).{0,40}。$"
)
_LEAST = 2


def find_interview(texts: Sequence[str]) -> Mapping[int, Marker]:
    """The questions of an interview or a press conference, by position; empty elsewhere.

    The line below a question begins with the name of another, who answers.

    Example: `青禾日报：…怎么申请？`, `王宁：…`, `县广播电视台：…？`, `李静：…` -> the first and the third
    """
    speakers = [match["name"] if (match := _SPEAKER.match(text)) else "" for text in texts]
    asked = [
        position
        for position, (own, following) in enumerate(pairwise(speakers))
        if own and following and own != following and _ASKS.search(texts[position])
    ]
    press = sum(bool(_PRESS.search(speakers[position])) for position in asked)
    if len(asked) < _LEAST or 2 * press < len(asked):
        return {}
    return {position: Marker(Style.QUESTION, "问", 0, 0) for position in asked}
