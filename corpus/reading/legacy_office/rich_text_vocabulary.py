"""The control words of rich text by what they do to the words around them.

Source: Rich Text Format (RTF) Specification, version 1.9.1, the tables of control words.
"""

from enum import StrEnum

from corpus.text.losses import LossKind


class RichTextStory(StrEnum):
    """What the words of a group are."""

    BODY = "body"
    SILENT = "silent"
    NOTE = "note"
    REMARK = "remark"
    HEAD = "head"
    BOX = "box"
    LABEL = "label"
    """The number of a list's item, written out for programs that know no lists."""


OWN_FLOW = (RichTextStory.NOTE, RichTextStory.REMARK, RichTextStory.HEAD, RichTextStory.BOX)
_SILENT = (
    *("stylesheet", "info", "fldinst", "objdata", "nonshppict", "shprslt", "sp", "pnseclvl"),
    *(
        "bkmkstart",
        "bkmkend",
        "atnid",
        "atnauthor",
        "xe",
        "tc",
        "themedata",
        "datastore",
        "filetbl",
        "revtbl",
    ),
    *("nextfile", "template", "private", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn"),
    *("falt", "panose", "objclass", "objname", "objalias", "objsect", "datafield", "formfield"),
    *("nonesttables", "ud", "pict", "revtbl"),
)
_HEADS = ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
STORIES = {
    **dict.fromkeys(_SILENT, RichTextStory.SILENT),
    **dict.fromkeys(_HEADS, RichTextStory.HEAD),
    **dict.fromkeys(("shptxt", "dptxbxtext"), RichTextStory.BOX),
    **dict.fromkeys(("listtext", "pntext"), RichTextStory.LABEL),
    "footnote": RichTextStory.NOTE,
    "annotation": RichTextStory.REMARK,
}
OPTIONS = ("shppict", "shpinst", "do")
"""Of the groups that a program may pass over, those that hold others that are read."""
LOST = {"pict": LossKind.PICTURE, "objdata": LossKind.OBJECT}
SAID = {
    "tab": "\t",
    "line": "\n",
    "nbsp": " ",
    "hyphen": "-",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "nestcell": " ",
    **dict.fromkeys(("emspace", "enspace", "qmspace"), " "),
}
SWITCHES = {"strike": "struck", "striked": "struck", "v": "hidden", "deleted": "deleted", "super": "raised"}
TABLES = ("fonttbl", "colortbl", "listtable", "listoverridetable", "generator")
