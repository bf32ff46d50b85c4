"""Pages as axe-core sees them."""

import json

from axe_playwright_python.sync_playwright import Axe, AxeResults

# Of WCAG 2.2 AA the size of targets is the one rule that axe leaves out unless asked.
_OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
_OF_LOOK = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")
"""Rules that look at colours and sizes; all others judge the same page alike however it is shown."""


def faults_by_day_and_night(page, *, look_alone=False):
    """What breaks a rule on a device that shows pages light, or on one that shows them dark."""
    found = faults(page, look_alone=look_alone)
    page.emulate_media(color_scheme="dark")
    found += faults(page, look_alone=True)
    page.emulate_media(color_scheme="light")
    return found


def faults(page, *, look_alone=False):
    """What breaks a rule, in words; "" where nothing does.

    With `look_alone` only the rules are tried that colours and sizes matter to.
    """
    chosen = {"runOnly": {"type": "rule", "values": list(_OF_LOOK)}} if look_alone else {}
    _bring_axe(page)
    found = AxeResults(page.evaluate(f"axe.run({json.dumps({**_OPTIONS, **chosen})})"))
    return found.generate_report() if found.response["violations"] else ""


def _bring_axe(page):
    """A page keeps it until another is opened; half a megabyte of script is read once."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
