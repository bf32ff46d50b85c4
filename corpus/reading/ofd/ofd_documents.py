"""The documents of an OFD package and their pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from corpus.reading.ofd.inks import InkedPage
from corpus.reading.ofd.ofd_package import ENTRY, RESAVE, OfdPackage, child, children, local, words
from corpus.reading.ofd.ofd_resources import Resources, joined, resources_of
from corpus.reading.ofd.page_objects import Drawer, Drawing
from corpus.reading.ofd.placement import POINTS, UnusableNumberError, numbers
from corpus.reading.printed_pages.drawn_page import Box, DrawnPage
from corpus.reading.refusals import DamagedError, LockedError, UnsafeError
from corpus.text.losses import Loss

_ENCRYPTED = "Encryptions.xml"
"""What a package holds whose members are encrypted. Source: GM/T 0099-2020."""
_A4 = (0.0, 0.0, 210.0, 297.0)


@dataclass(frozen=True, slots=True)
class OfdDocument:
    """One document of a package: where it stands, its root, and the paths of its pages by identifier."""

    path: str
    root: Element
    pages: tuple[tuple[str, str], ...]
    """(identifier, path) in reading order; the path is "" where the member is missing."""
    signatures: str
    """The path of its list of signatures, or ""."""


def documents_of(package: OfdPackage) -> list[OfdDocument]:
    """All documents, in the order of the package.

    Raises:
        LockedError: the package is encrypted.
        DamagedError: it names no document.
    """
    documents = [_document(package, body) for body in children(package.tree(ENTRY), "DocBody")]
    if not documents:
        raise DamagedError(package.name, "OFD 里没有文档", RESAVE)
    return documents


def _document(package: OfdPackage, body: Element) -> OfdDocument:
    path = package.located(ENTRY, _root_of(package, body))
    if not path and package.holds(_ENCRYPTED):
        raise LockedError(package.name, "OFD 加了密码", "请用 OFD 阅读器打开后去掉密码，另存一份再添加")
    if not path:
        raise DamagedError(package.name, "OFD 里缺少文档的主文件", RESAVE)
    root = package.tree(path)
    tree = child(root, "Pages")
    pages = tuple(
        (page.get("ID") or "", package.located(path, page.get("BaseLoc")))
        for page in (tree if tree is not None else ())
        if local(page) == "Page"
    )
    return OfdDocument(path, root, pages, package.located(ENTRY, words(child(body, "Signatures"))))


def _root_of(package: OfdPackage, body: Element) -> str:
    """Where the document stands; of several versions, the current one."""
    versions = child(body, "Versions")
    for version in versions if versions is not None else ():
        path = package.located(ENTRY, version.get("BaseLoc")) if version.get("Current") == "true" else ""
        if path:
            location = package.located(path, words(child(package.tree(path), "DocRoot")))
            if location:
                return location
    return words(child(body, "DocRoot"))


class PageDrawer:
    """Draws the pages of one document."""

    def __init__(self, package: OfdPackage, document: OfdDocument) -> None:
        self._package, self._document = package, document
        common = child(document.root, "CommonData")
        self._resources = resources_of(package, common, document.path)
        self._area = child(common, "PageArea")
        self._templates = {
            template.get("ID") or "": package.located(document.path, template.get("BaseLoc"))
            for template in (children(common, "TemplatePage") if common is not None else ())
        }
        self.pictures: dict[int, str] = {}
        """The path of the largest picture on each page that was drawn and has one."""
        self._drawn: dict[str, Drawing] = {}
        """Templates that are drawn, by path."""

    def pages(self, first: int, losses: list[Loss]) -> Iterator[DrawnPage]:
        """The pages in order, numbered from `first`.

        Raises:
            DamagedError: a page is missing or is no XML.
            UnsafeError: templates or units hold each other.
        """
        for number, (_, path) in enumerate(self._document.pages, start=first):
            if not path:
                raise DamagedError(self._package.name, f"OFD 里缺少第 {number} 页", RESAVE)
            yield self._page(number, path, losses)

    def inked(self, position: int) -> InkedPage:
        """What shows on the page at a position, from 0, with the colours and widths of its pens.

        Raises:
            DamagedError: the page is missing or is no XML.
            UnsafeError: templates or units hold each other.
        """
        path = self._document.pages[position][1]
        if not path:
            raise DamagedError(self._package.name, f"OFD 里缺少第 {position + 1} 页", RESAVE)
        page = self._package.tree(path)
        return InkedPage(self._paper(page)[2], tuple(self._drawing(page, path, ()).inks))

    def _page(self, number: int, path: str, losses: list[Loss]) -> DrawnPage:
        page = self._package.tree(path)
        drawing = self._drawing(page, path, ())
        losses.extend(drawing.losses)
        if drawing.pictures:
            _, self.pictures[number] = max(zip(map(_area, drawing.pictures), drawing.files, strict=True))
        width, height, visible = self._paper(page)
        marks = drawing.marks
        return DrawnPage(
            number,
            width,
            height,
            visible,
            tuple(drawing.glyphs),
            tuple(marks.rules),
            tuple(marks.strokes),
            tuple(marks.grounds),
            tuple(drawing.pictures),
        )

    def _drawing(self, page: Element, path: str, within: Sequence[str]) -> Drawing:
        """What a page and its templates draw; `within` are the pages whose templates are being drawn."""
        if path in within:
            raise UnsafeError(self._package.name, "OFD 的模板页互相引用，可能是恶意文件", RESAVE)
        drawer = Drawer(self._package.name, self._resources_of(page, path))
        for template in children(page, "Template"):
            drawer.drawing.add(self._template(template.get("TemplateID") or "", (*within, path)))
        drawer.draw(page)
        return drawer.drawing

    def _template(self, identifier: str, within: Sequence[str]) -> Drawing:
        path = self._templates.get(identifier, "")
        if not path:
            return Drawing()
        if path not in self._drawn:
            self._drawn[path] = self._drawing(self._package.tree(path), path, within)
        return self._drawn[path]

    def _resources_of(self, page: Element, path: str) -> Resources:
        return joined(self._resources, resources_of(self._package, page, path))

    def _paper(self, page: Element) -> tuple[float, float, Box]:
        """Width and height of a page in points, and the part of it that shows."""
        own = words(child(page, "Area", "PhysicalBox")) or words(child(self._area, "PhysicalBox"))
        try:
            left, top, width, height = numbers(own, 4)[:4]
        except UnusableNumberError:
            left, top, width, height = _A4
        if width <= 0 or height <= 0:
            left, top, width, height = _A4
        # Programs disagree whether a box that does not begin at 0 moves what is drawn.
        box = min(left, 0.0), min(top, 0.0), max(left, 0.0) + width, max(top, 0.0) + height
        return width * POINTS, height * POINTS, tuple(edge * POINTS for edge in box)  # type: ignore[return-value]


def _area(box: Box) -> float:
    x0, top, x1, bottom = box
    return (x1 - x0) * (bottom - top)
