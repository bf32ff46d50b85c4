"""Characters that no print shows, yet that change how a text reads: invisible, turning, controlling ones.

A number with a turning character in it reads backwards; a word with an invisible one is found by nobody.
"""

import re

INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
"""Soft hyphens, joiners, blanks of no width, fillers, tags and marks of variants.

Source: Unicode, DerivedCoreProperties.txt, Default_Ignorable_Code_Point; U+2800 prints nothing either.
"""
TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks of direction. Source: Unicode, PropList.txt, Bidi_Control."""
CONTROL = "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"
"""Controls but tabs and those that break lines."""
STRAY = re.compile("(?<=[。；：，、！？）”])[\ue000-\ue5e4\ue5e6-\uf8ff]+(?=\\s|$)")
"""Private characters behind the mark that ends a line: they steered a program; other fonts print boxes."""
HALF = re.compile(r"[\ud800-\udfff]")
"""Half of a character, which UTF-8 cannot hold."""
_ANY = re.compile(f"[{INVISIBLE}{TURNING}{CONTROL}]")
"""What is taken out of everything that people read."""
_BREAK = re.compile("\r(?!\n)|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Ways to break a line that files of text do not use; on a terminal some write over what stands there."""


def visible(text: str) -> str:
    """The text without characters that nothing prints, its lines broken as in files of text.

    Example: `补\u200b贴\u202e电话` -> `补贴电话`
    """
    return _BREAK.sub("\n", _ANY.sub("", text))


def visible_line(text: str) -> str:
    """The same in one line, as names are shown."""
    return " ".join(visible(text).split())
