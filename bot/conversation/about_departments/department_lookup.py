"""Departments by whatever is written behind a command: part of a name, place, role, year, office, person."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.answer import Status
from bot.conversation.about_departments import department_talk, desk_talk
from bot.conversation.focus import Topic
from bot.conversation.scene import Reply, Scene
from bot.messages import talk as messages
from bot.ports import CatalogView
from corpus.regions import region_of
from corpus.stored_measures import named_in

_MOST = 6
"""So many departments are offered."""
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)\s*年?")
_ROLES = re.compile("牵头|负责|配合|主办|协办|参与")
_LEVEL = re.compile("^[省市区县]")
_ENDING = re.compile("(?:局|委员会|委|办公室|办|中心)$")

Named = tuple[str, str]
"""Region and canonical name."""


def department(scene: Scene, words: str) -> Reply:
    """/dept: the ledger of the one department meant."""
    return of_department(scene, words, "dept", _ledger)


def of_department(
    scene: Scene, words: str, command: str, told: Callable[[Scene, str, Named], Reply]
) -> Reply:
    """What is `told` of the one department meant; a choice of several, an honest no where there is none."""
    regions = regions_named(scene, words)
    if scene.query.elsewhere and not regions:
        text = messages.NO_DEPARTMENT_THERE.format(
            place="、".join(scene.query.elsewhere), regions="、".join(sorted(scene.assistant.catalog.regions))
        )
        return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus
    meant = _meant(scene, words, regions)
    if len(meant) == 1:
        return told(scene, words, meant[0])
    if not meant:
        called = desk_talk.desk_called(scene, words)
        if called:
            return called
        text = messages.NO_DEPARTMENT.format(name=words)
        return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus
    return desk_talk.which_department(scene, meant, f"/{command} {{name}} {{region}}")


def regions_named(scene: Scene, words: str) -> tuple[str, ...]:
    """The regions of the documents that the words name."""
    held = scene.assistant.catalog.regions
    return tuple(r for r in held if any(name in words for name in (r, *region_of(r).own)))


def _meant(scene: Scene, words: str, regions: Sequence[str]) -> list[Named]:
    """The departments that the words may mean, in the places that they name, or else where the asker is."""
    catalog = scene.assistant.catalog
    mentions = [m for m in catalog.bodies.find(words) if m.region in (regions or catalog.regions)]
    here = [m for m in mentions if m.region == scene.blank.region] or mentions
    if here:
        return [(here[0].region, here[0].canonical)]
    left = without_places(_ROLES.sub(" ", _YEAR.sub(" ", words)), regions)
    near = _like(left, _known(catalog, regions))
    return [named for named in near if named[0] == scene.blank.region] or near


def without_places(words: str, regions: Iterable[str]) -> str:
    """The words without white space and without the names of these regions.

    Example: "周村区 商务" of 周村 -> "商务"
    """
    places = [name for region in regions for name in (*region_of(region).own, region)]
    for name in sorted(places, key=len, reverse=True):
        words = words.replace(name, " ")
    return "".join(words.split())


def _known(catalog: CatalogView, regions: Sequence[str]) -> list[Named]:
    """All departments that the measures of these regions, or of all, give a task to."""
    named = (
        (document.region, name)
        for document in catalog.documents
        if not regions or document.region in regions
        for department, canonical in named_in(document).departments
        if canonical
        for name in catalog.names.bodies_of(department, canonical, document.region)
    )
    return list(dict.fromkeys(named))


def _like(words: str, known: Iterable[Named]) -> list[Named]:
    """Those whose name has the words, or begins with the first of them and has the others in their order.

    Words with a level before them are of that level alone: 县财政局 is no 区财政局.

    Example: "发改" -> 区发展改革局
    """
    core = _ENDING.sub("", words) or words
    level = _LEVEL.match(core) if len(core) > 2 else None
    core = core[level.end() :] if level else core
    if len(core) < 2:
        return []
    shortened = re.compile(".*".join(map(re.escape, core)))
    of_level = (named for named in known if level is None or named[1].startswith(level[0]))
    bare = {named: _LEVEL.sub("", named[1]) for named in of_level}
    holding = [named for named, name in bare.items() if core in name]
    found = holding or [named for named, name in bare.items() if shortened.match(name)]
    return sorted(found, key=lambda named: len(named[1]))[:_MOST]


def _ledger(scene: Scene, words: str, named: Named) -> Reply:
    years = {int(year) for year in _YEAR.findall(words)}
    every = scene.assistant.catalog.documents
    issued = tuple(d.number for d in every if d.issued and d.issued.year in years)
    if years and not issued:
        text = messages.NO_DEPARTMENT_YEAR.format(year="、".join(map(str, sorted(years))))
        return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus
    roles = department_talk.roles_named(words.replace(named[1], " "))
    topic = Topic(words, department=named, roles=roles, documents=issued)
    page = department_talk.ledger_page(scene, topic)
    return page or (replace(scene.blank, status=Status.NOT_COVERED), scene.focus)
