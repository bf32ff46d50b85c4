"""What an OFD document holds beside the text of its pages: annotations, stamps, attached files."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from corpus.reading.ofd.ofd_documents import OfdDocument
from corpus.reading.ofd.ofd_package import OfdPackage, child, children, local, words
from corpus.reading.ofd.page_objects import words_in
from corpus.text.losses import Loss, LossKind

_KINDS = {"Watermark": LossKind.WATERMARK, "Stamp": LossKind.SEAL}


def beside_pages(package: OfdPackage, document: OfdDocument) -> Iterator[Loss]:
    """The losses of one document: its annotations by page, its seals, the names of attached files."""
    for page in listed_in(package, document, "Annotations"):
        own = package.tree_if_whole(package.located(page[0], words(child(page[1], "FileLoc"))))
        for annotation in children(own, "Annot") if own is not None else ():
            yield from _annotation(annotation)
    yield from _seals(package, document)
    for _, attachment in listed_in(package, document, "Attachments"):
        if local(attachment) == "Attachment":
            yield Loss(LossKind.ATTACHMENT, name_of_attachment(attachment))


def attached_files(package: OfdPackage, document: OfdDocument) -> Iterator[tuple[str, str]]:
    """(name, path) of the attached files that the package holds."""
    for base, attachment in listed_in(package, document, "Attachments"):
        path = package.located(base, words(child(attachment, "FileLoc")))
        if path:
            yield name_of_attachment(attachment), path


def name_of_attachment(attachment: Element) -> str:
    """Its name; where this lacks an ending, with that of the file."""
    name = attachment.get("Name") or ""
    location = words(child(attachment, "FileLoc")).replace("\\", "/").rpartition("/")[2]
    ending = location.rpartition(".")[2] if "." in location else ""
    return f"{name}.{ending}" if name and ending and "." not in name else name or location


def listed_in(package: OfdPackage, document: OfdDocument, name: str) -> Iterator[tuple[str, Element]]:
    """The entries of a list that a document keeps in a file of its own, each with the path of the list.

    A list that is missing or broken has none: the pages can be read without it.
    """
    for location in children(document.root, name):
        path = package.located(document.path, location.text)
        tree = package.tree_if_whole(path)
        yield from ((path, entry) for entry in (tree if tree is not None else ()))


def _annotation(annotation: Element) -> Iterator[Loss]:
    """The remark and the words of an annotation; a link has none."""
    drawn = list(words_in(annotation))
    remark = words(child(annotation, "Remark"))
    kind = annotation.get("Type") or ""
    hidden = annotation.get("Visible") == "false"
    said = [remark, *drawn] if kind != "Link" else drawn
    for text in filter(None, said):
        yield Loss(LossKind.HIDDEN if hidden else _KINDS.get(kind, LossKind.COMMENT), text)
    if kind == "Stamp" and not any(said):
        yield Loss(LossKind.SEAL)


def _seals(package: OfdPackage, document: OfdDocument) -> Iterator[Loss]:
    """A loss for each place on a page that a signature stamps."""
    numbers = {identifier: number for number, (identifier, _) in enumerate(document.pages, start=1)}
    signatures = package.tree_if_whole(document.signatures)
    for signature in children(signatures, "Signature") if signatures is not None else ():
        own = package.tree_if_whole(package.located(document.signatures, signature.get("BaseLoc")))
        info = child(own, "SignedInfo")
        for stamp in children(info, "StampAnnot") if info is not None else ():
            number = numbers.get(stamp.get("PageRef") or "")
            yield Loss(LossKind.SEAL, f"第{number}页" if number else "")
