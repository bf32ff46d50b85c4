"""Bodies that people call by a few characters of their names: 城管中心 for 区城市管理服务中心."""

import re
from collections.abc import Iterator, Sequence

from corpus.departments import Names
from corpus.regions import region_of

_CALLED = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,8}?)(?:服务|管理)?(?P<end>中心|大队|公司|委员会|局)")
_HOLLOW = re.compile(r"(?:服务|管理|综合|公共|工作|办事|便民|政务|社区|[区县市省镇])+")
"""A stem of these says of no body what it is for."""


def called_for_short(words: str, bodies: Names, near: Sequence[str]) -> tuple[str, str] | None:
    """(region, canonical name) of the one body that words call for short.

    Its name ends alike and has the other characters in their order. `near` are regions, the nearest first;
    of bodies of several the nearest is meant, of bodies of one that which bears the name of the first. None
    where two fit.

    Example: 就业中心 -> 区公共就业人才服务中心; 服务中心 -> None
    """
    called = _CALLED.fullmatch(words)
    if called is None or _HOLLOW.fullmatch(called["stem"]):
        return None
    for region in near:
        fitting = list(_fitting(called["stem"], called["end"], bodies, region))
        own = [name for name in fitting if name.startswith(region_of(near[0]).own)]
        if fitting:
            named = own or fitting
            return (region, named[0]) if len(named) == 1 else None
    return None


def _fitting(stem: str, end: str, bodies: Names, region: str) -> Iterator[str]:
    for name in dict.fromkeys(bodies.printed.get(region, {}).values()):
        if name.endswith(end) and _in_order(stem, name.removesuffix(end)):
            yield name


def _in_order(stem: str, name: str) -> bool:
    """Whether a name has all characters of a stem, one after the other."""
    left = iter(name)
    return all(sign in left for sign in stem)
