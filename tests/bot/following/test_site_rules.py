"""robots.txt as RFC 9309 reads it; the expected answers are worked out from its text."""

import pytest

from bot.following.site_rules import SiteRules

ROOT = "http://www.qinghe.example"
ROBOTS = """
# 本站规则
Sitemap: http://www.qinghe.example/map.xml
User-agent: Other
Disallow: /

User-agent: *
Allow: /
Disallow: /search
Disallow: /*.zip$
Disallow: /a/*/draft
Allow: /search/help
Disallow: /%E5%86%85%E9%83%A8/
Crawl-delay: 2.5
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/zwgk/index.html", True),
        ("/search", False),
        ("/search?q=1", False),
        ("/search/help.html", True),
        ("/files/a.zip", False),
        ("/files/a.zip?x=1", True),
        ("/a/2024/draft.html", False),
        ("/a/draft.html", True),
        ("/内部/1.html", False),
        ("/%E5%86%85%E9%83%A8/1.html", False),
    ],
)
def test_the_longest_rule_that_matches_decides(path, allowed):
    """Not the first one; with stars and ends, escaped or not."""
    assert SiteRules.read(ROBOTS, "wenzheng").allows(f"{ROOT}{path}") is allowed


def test_a_reader_hears_its_own_group_alone():
    """All groups of its name together; names in any case."""
    text = (
        "User-agent: *\nDisallow: /\nUser-agent: a\nUser-agent: WENZHENG\nDisallow: /b\n"
        "user-agent: wenzheng\ndisallow: /c"
    )
    rules = SiteRules.read(text, "wenzheng")
    assert [rules.allows(f"{ROOT}{path}") for path in ("/a", "/b", "/c")] == [True, False, False]
    assert not SiteRules.read(text, "nobody").allows(f"{ROOT}/a")


def test_a_pause_that_is_asked_for_is_read():
    """One that is no number is none."""
    assert SiteRules.read(ROBOTS, "wenzheng").pause_s == 2.5
    assert SiteRules.read("User-agent: *\nCrawl-delay: soon", "wenzheng").pause_s == 0.0


@pytest.mark.parametrize(
    "text", ["", "<html>404</html>", "Disallow: /", "User-agent: *\nDisallow:", ":\n::\n"]
)
def test_what_says_nothing_to_us_forbids_nothing(text):
    """No group, an empty rule, a page in place of rules."""
    assert SiteRules.read(text, "wenzheng").allows(f"{ROOT}/a")


def test_rules_that_are_made_to_take_time_take_none():
    """Stars that could stand in millions of ways, and groups of very many names with very many lines."""
    rules = SiteRules.read("User-agent: *\nDisallow: /" + "a*" * 9 + "b", "wenzheng")
    assert rules.allows(f"{ROOT}/" + "a" * 300)
    assert not rules.allows(f"{ROOT}/" + "a" * 300 + "b")
    names = SiteRules.read("User-agent: x\n" * 15_000 + "Disallow: /\n" * 15_000, "wenzheng")
    assert names.allows(f"{ROOT}/a")


def test_of_a_file_without_end_the_beginning_is_heard():
    """As much as the standard asks for."""
    text = "User-agent: *\nDisallow: /a\n" + "#" * 600_000 + "\nDisallow: /b"
    rules = SiteRules.read(text, "wenzheng")
    assert [rules.allows(f"{ROOT}{path}") for path in ("/a", "/b")] == [False, True]


@pytest.mark.parametrize(
    ("rule", "path", "allowed"),
    [
        ("/a*b$", "/ab", False),
        ("/a*b$", "/axbxb", False),
        ("/a*ab$", "/ab", True),
        ("/*.pdf", "/x.pdf/y", False),
        ("/*.pdf$", "/x.pdf/y", True),
        ("/x$", "/xy", True),
        ("*", "/", False),
    ],
)
def test_stars_and_ends_match_as_the_standard_says(rule, path, allowed):
    """`*` is any number of characters, `$` the end."""
    assert SiteRules.read(f"User-agent: *\nDisallow: {rule}", "wenzheng").allows(f"{ROOT}{path}") is allowed


def test_a_rule_of_many_stars_takes_no_time():
    """It is cut."""
    rules = SiteRules.read("User-agent: *\nDisallow: /" + "*a" * 300 + "$", "wenzheng")
    assert rules.allows(f"{ROOT}/" + "b" * 2000)
