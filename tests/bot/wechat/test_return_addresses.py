"""Who may be written to, and how often."""

from bot.wechat.platform_accounts import ChatPlatform
from bot.wechat.return_addresses import ALLOWANCES, ReturnAddresses

HOUR_S = 3600.0


def official(now, most=10):
    return ReturnAddresses(ALLOWANCES[ChatPlatform.WECHAT], lambda: now[0], most)


def test_an_official_account_may_send_five_messages_for_one_of_a_person():
    """The next of theirs allows five more; so many at once only if there are as many left."""
    addresses = official([0.0])
    addresses.heard("甲", "openid")
    assert addresses.of("甲", 5) == "openid"
    assert addresses.of("甲", 6) == ""
    for _ in range(5):
        addresses.spent("甲")
    assert addresses.of("甲") == ""
    addresses.heard("甲", "openid")
    assert addresses.of("甲") == "openid"


def test_after_48_hours_a_person_is_no_longer_known():
    """As the platform counts; nothing of them is left."""
    now = [0.0]
    addresses = official(now)
    addresses.heard("甲", "openid")
    now[0] = 48 * HOUR_S - 1
    assert addresses.of("甲") == "openid"
    now[0] = 48 * HOUR_S
    assert addresses.of("甲") == ""
    now[0] = 0.0
    assert addresses.of("甲") == ""


def test_an_application_of_wecom_may_write_at_any_time():
    """Days later, the tenth message too."""
    now = [0.0]
    addresses = ReturnAddresses(ALLOWANCES[ChatPlatform.WECOM], lambda: now[0])
    addresses.heard("甲", "zhangsan")
    for _ in range(10):
        addresses.spent("甲")
    now[0] = 1000 * HOUR_S
    assert addresses.of("甲", 3) == "zhangsan"


def test_whoever_wrote_longest_ago_goes_first_where_there_are_too_many():
    """Writing again counts; whoever is forgotten is gone."""
    addresses = official([0.0], most=2)
    for person in ("甲", "乙", "甲", "丙"):
        addresses.heard(person, f"of {person}")
    assert [addresses.of(person) for person in ("甲", "乙", "丙")] == ["of 甲", "", "of 丙"]
    addresses.forget("甲")
    assert addresses.of("甲") == ""
