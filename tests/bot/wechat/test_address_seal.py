"""Names that are kept sealed."""

from bot.wechat import ALLOWANCES, AddressSeal, ChatPlatform, ReturnAddresses

WECOM = ALLOWANCES[ChatPlatform.WECOM]


def test_a_name_is_read_with_the_secret_that_sealed_it_alone():
    """Another account, another secret, or what is no seal tells nothing."""
    sealed = AddressSeal("secret").sealed("zhangsan")
    assert "zhangsan" not in sealed
    assert AddressSeal("secret").opened(sealed) == "zhangsan"
    assert AddressSeal("another").opened(sealed) == ""
    assert [AddressSeal("secret").opened(text) for text in ("", "zhangsan", sealed[:-4])] == ["", "", ""]


def test_somebody_is_known_again_by_what_was_kept_of_them():
    """Only where names are kept at all; whom the platform knows by another name since keeps that."""
    before = ReturnAddresses(WECOM, seal=AddressSeal("secret"))
    before.heard(":p", "zhangsan")
    kept = before.sealed(":p")
    after = ReturnAddresses(WECOM, seal=AddressSeal("secret"))
    after.restore(":p", kept)
    assert after.of(":p") == "zhangsan"
    after.heard(":p", "lisi")
    after.restore(":p", kept)
    assert after.of(":p") == "lisi"
    without = ReturnAddresses(WECOM)
    without.heard(":p", "zhangsan")
    without.restore(":q", kept)
    assert (without.sealed(":p"), without.of(":q")) == ("", "")
