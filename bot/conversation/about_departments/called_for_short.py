"""Bodies that people call by a few characters of their names: 城管中心 for 区城市管理服务中心."""

import re
from collections.abc import Iterator, Sequence

from corpus.departments import Names, bare_name
from corpus.regions import region_of

_CALLED = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{2,8}?)(?:服务|管理)?(?P<end>中心|大队|公司|委员会|(?:组织|宣传|统战)?部|局)"
)
_HOLLOW = re.compile(r"(?:服务|管理|综合|公共|工作|办事|便民|政务|社区|[区县市省镇])+")
"""A stem of these says of no body what it is for."""


def called_for_short(words: str, bodies: Names, near: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """(region, canonical name) of the one body that words call for short, under each name that it has.

    Its name ends alike and has the other characters in their order, or is the same but for its region or
    level. `near` are regions, the nearest first; of bodies of several the nearest is meant, of bodies of one
    that which bears the name of the first. Empty where two fit.

    Example: 就业中心 -> 区公共就业人才服务中心; 残联 -> 县残联, 青禾县残疾人联合会; 服务中心 -> none
    """
    for region in near:
        fitting = list(_fitting(bare_name(words, region), bodies, region))
        own = [name for name in fitting if name.startswith(region_of(near[0]).own)]
        bare = {bare_name(name, region) for name in fitting}
        if fitting:
            named = fitting if len(bare) == 1 else own
            return tuple((region, name) for name in named) if len(bare) == 1 or len(own) == 1 else ()
    return ()


def same_body(region: str, name: str, bodies: Names) -> tuple[tuple[str, str], ...]:
    """A body of a region under each name that documents print for it, itself first.

    Example: 青禾县民政局 -> itself, 县民政局
    """
    bare = bare_name(name, region)
    others = (other for other in _printed(bodies, region) if bare_name(other, region) == bare)
    return tuple(dict.fromkeys(((region, name), *((region, other) for other in others))))


def _fitting(bare: str, bodies: Names, region: str) -> Iterator[str]:
    """The printed names that are the same without region and level; else those that fit in order."""
    printed = _printed(bodies, region)
    same = [name for name in printed if bare_name(name, region) == bare]
    yield from same
    called = _CALLED.fullmatch(bare)
    if same or called is None or _HOLLOW.fullmatch(called["stem"]):
        return
    for name in printed:
        if name.endswith(called["end"]) and in_order(called["stem"], name.removesuffix(called["end"])):
            yield name


def _printed(bodies: Names, region: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(bodies.printed.get(region, {}).values()))


def in_order(stem: str, name: str) -> bool:
    """Whether a name has all characters of a stem, one after the other."""
    left = iter(name)
    return all(sign in left for sign in stem)
