"""Words that ask to be told of what is new."""

import pytest

from bot.wishes.subscription_wishes import SubscriptionWish, subscription_wish


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("养老有新政策告诉我一声", "养老"),
        ("以后有养老的新政策，请告诉我", "养老"),
        ("有新的惠民政策就通知我", ""),
        ("要是低保标准有调整，麻烦告诉我一下，谢谢！", "低保标准"),
        ("区民政局发了新文件跟我说一声", "区民政局"),
        ("周政办字〔2024〕11号有变化通知我", "周政办字〔2024〕11号"),
        ("高龄津贴更新了请告知", "高龄津贴"),
        ("有补贴了通知我一声", ""),
        ("要是有家电补贴了告诉我一下", "家电补贴"),
        ("名额出来了跟我说一声", ""),
        ("订阅养老", "养老"),
        ("帮我订阅一下教育方面的通知", "教育"),
        ("养老政策怎么订阅？", "养老"),
        ("怎么订阅", ""),
    ],
)
def test_words_that_say_nothing_else_ask_to_be_told_of_news(typed, wanted):
    """Of what they name, without words that name nothing; perhaps of nothing named."""
    assert subscription_wish(typed) == SubscriptionWish(wanted)


@pytest.mark.parametrize(
    "typed",
    ["取消订阅", "把养老的订阅取消", "怎么退订", "退订残疾人的", "不想订阅了", "别再通知我了"],
)
def test_words_that_want_no_more_of_it(typed):
    """Whatever was subscribed to: the list is shown."""
    assert subscription_wish(typed) == SubscriptionWish(ends=True)


@pytest.mark.parametrize(
    "typed",
    [
        "有什么新政策告诉我",
        "养老政策告诉我",
        "请把最新的低保标准告诉我",
        "我的申请有消息了告诉我",
        "审批结果下来了通知我",
        "我的补贴下来了通知我",
        "什么时候有补贴告诉我",
        "报纸怎么订阅",
        "订阅号怎么开",
        "退订流量包",
        "麻烦帮我退订宽带",
        "取消晚报的订阅",
        "订阅牛奶",
        "拆迁通知下来了怎么办",
        "有变化吗",
        "家庭状况申报与变化告知",
        "不想通知单位怎么办",
        "",
        "有新的养老政策" * 20 + "告诉我",
    ],
)
def test_everything_else_is_a_question(typed):
    """What there is now, somebody's own case, what else can be subscribed to, and what is too long."""
    assert subscription_wish(typed) is None
